"""What the other numbers of a message say of a number: a status nearby, a list of definitions, several known codes."""

import re
from collections.abc import Sequence

from teapot.mentions.at_large import Message
from teapot.mentions.ballot import ENOUGH
from teapot.mentions.candidates import Run
from teapot.mentions.numbers import FAMILIAR, prior
from teapot.mentions.pairs import tell_pairs
from teapot.mentions.roles import VETO, words
from teapot.mentions.series import find_series
from teapot.mentions.votes import Verdict

_EARSHOT = 160
_SUPPORT, _SAME, _SEVERAL, _EXPECTATION, _A_CLASS = 4, 6, 4, 6, 1
_HARDLY_A_WORD = 2
_A_NUMBER = re.compile(
    r"(?<![0-9A-Za-z_.:-])"
    r"(?:(?!8080|8443|8000|3000|5000|9000|5173)[0-9][0-9,]{2,5}(?![0-9])|[0-9]{2}(?=[，。、；,]|\s*\Z))"
)
"""Another number that may count: no id and no port in common use."""
_RIGHT_BEFORE = re.compile(r"[0-9][0-9,]* ?\Z")
_HAN = re.compile("[\u4e00-\u9fff]")
_COMMONEST = "200"
_ENOUGH_OF_THEM, _NEIGHBOURS = 3, 3
_SUCCESSES = words("200 201 202 204 206")
_WORD = re.compile(r"[^\W\d_]{2}")
_A_WORD_AWAY = 12
_FOLLOWING = re.compile(" (?:for|when|if|on|means|=) | => |: [{'\"]| ?(?:表示|代表|[给給]|[当當]|[时時])")
_THEN = re.compile(
    r"\b(?:then|now|still|before|instead|earlier|so|the|an?|no|plain|formerly|previously|originally|was|not|never)\s\Z"
    r"|\b(?:instead of|rather than) (?:the|an?) (?:generic|usual|plain|old|default)\s\Z"
    r"|[，,；;。][^，,；;。0-9]{0,6}"
    r"(?:[还還]是|又|[现現]在|[先之]前|原[先本]|[后後][来來]|[改变變][成為为]|[说說]要"
    r"|[还還](?=[给給回返报報]))[是回给給返报報]? ?\Z"
)
"""What leads from a status to the next: "503 for 20 seconds and then 200"."""
_SO_MANY = re.compile(r"[0-9] ?[个個筆笔条條次] ?\Z")
"""How many there were of a status each: "92 个 200，8 个 500"."""
_NAME = re.compile(r"([^\W\d_]+) ?\Z")
_LONGEST_NAME = 16
_EXPECTED = re.compile(
    r"\bexpect(?:s|ed|ing)?(?: an?)?\s\Z|(?:期望|期待|[预預]期|[斷断]言|[应應][该該])的?[得是到回返为為]{0,2}[：:]? ?\Z"
)
"""What leads to a status that was expected."""


def accepted(message: Message, runs: Sequence[Run], verdicts: Sequence[Verdict]) -> list[bool]:
    """Which runs are statuses, after the votes on each of them alone."""
    text = message.text
    paired = tell_pairs(text, runs, verdicts)
    heard = [verdict.points >= ENOUGH and not paired[at] for at, verdict in enumerate(verdicts)]
    for at, verdict in enumerate(verdicts):
        if not heard[at] and verdict.unopposed and not paired[at]:
            is_among_others = _is_one_of_several(text, runs, verdicts, at)
            of_the_others = max(_SEVERAL * is_among_others, _worth_of_an_outcome(message, runs, verdicts, at))
            points = verdict.points + of_the_others + _A_CLASS * _is_a_class_among_others(runs, verdicts, at)
            heard[at] = points >= ENOUGH or points + _support(message, runs, verdicts, at) >= ENOUGH
    if sum(heard) == 1 and _is_bare_beside_another(message, runs, verdicts, heard.index(True)):
        heard = [False] * len(runs)
    for series in find_series(message, runs, verdicts):
        if series.is_of_http is not None or any(heard[at] for at in series.members):
            for at in series.members:
                heard[at] = series.is_of_http is not False
    return heard


def _is_bare_beside_another(message: Message, runs: Sequence[Run], verdicts: Sequence[Verdict], at: int) -> bool:
    """Whether the only status of a Chinese message is told by hardly a word, beside a number that is none.

    The neighbourhood alone may be about the web: "磁盘报警线 400G，现在 403，我先删点日志" is about the web as well.
    """
    (start, end), code, verdict = _span(runs[at]), runs[at][0].code, verdicts[at]
    if len(runs[at]) > 1 or message.logged or code[-1] == "x" or verdict.beside > _HARDLY_A_WORD:
        return False
    hardly_enough = ENOUGH if verdict.beside else ENOUGH + 1
    if verdict.points > hardly_enough:
        return False
    begin = max(0, start - _EARSHOT)
    subject = _RIGHT_BEFORE.search(message.text, begin, start)  # 门店 1203 502
    around = ((begin, subject.start() if subject else start), (end, end + _EARSHOT))
    if not any(_HAN.search(message.text, *side) for side in around):
        return False
    is_told = message.tells_the_meaning(code, start, end) or message.is_an_inquiry(start, end)
    return not is_told and any(_A_NUMBER.search(message.text, *side) for side in around)


def _support(message: Message, runs: Sequence[Run], verdicts: Sequence[Verdict], at: int) -> int:
    """What a status nearby is worth; the same code says more, so does one that goes on in the same word."""
    text, code = message.text, runs[at][0].code
    near = [
        runs[other]
        for other in range(max(0, at - _NEIGHBOURS), min(len(runs), at + _NEIGHBOURS + 1))
        if other != at and verdicts[other].points >= ENOUGH and abs(runs[other][0].start - runs[at][0].start) < _EARSHOT
    ]
    follows = _FOLLOWING.match(text, runs[at][-1].end)
    is_alike = follows is not None and any(text.startswith(follows[0], run[-1].end) for run in near)
    is_alike = is_alike or (bool(near) and _THEN.search(text, *_before(runs[at])) is not None)
    if is_alike or code in [run[0].code for run in near] or (message.logs(code) and code != _COMMONEST):
        return _SAME
    return _SUPPORT if near or message.logs(code) else 0


def _is_a_class_among_others(runs: Sequence[Run], verdicts: Sequence[Verdict], at: int) -> bool:
    """Whether another class of statuses is told near one: "4xx 先不用管，5xx 再叫人起床"."""
    return runs[at][0].code[-1] == "x" and any(
        runs[other][0].code[-1] == "x" and runs[other][0].code != runs[at][0].code and verdicts[other].unopposed
        for other in range(max(0, at - _NEIGHBOURS), min(len(runs), at + _NEIGHBOURS + 1))
    )


def _is_one_of_several(text: str, runs: Sequence[Run], verdicts: Sequence[Verdict], at: int) -> bool:
    """Whether it is a familiar code among at least three different ones."""
    if (
        prior(runs[at][0].code) < FAMILIAR
        or _WORD.search(text, runs[at][-1].end, runs[at][-1].end + _A_WORD_AWAY) is None
    ):
        return False
    near = [
        other
        for other in range(max(0, at - 3), min(len(runs), at + 4))
        if abs(runs[other][0].start - runs[at][0].start) < _EARSHOT
    ]
    if any(verdicts[other].points <= VETO and abs(other - at) == 1 for other in near):
        return False
    known = [other for other in near if verdicts[other].unopposed and prior(runs[other][0].code) >= FAMILIAR]
    if len({runs[other][0].code for other in known}) < _ENOUGH_OF_THEM:
        return False
    names = [_name_before(text, runs[other][0].start) for other in known]
    return not names[0] or len(set(names)) > 1


def _worth_of_an_outcome(message: Message, runs: Sequence[Run], verdicts: Sequence[Verdict], at: int) -> int:
    """What it is worth that a success and a failure are told beside each other, or that one of them was expected."""
    code = runs[at][0].code
    near = [
        other
        for other in (at - 2, at - 1, at + 1, at + 2)
        if 0 <= other < len(runs)
        and verdicts[other].unopposed
        and abs(runs[other][0].start - runs[at][0].start) < _EARSHOT
        and prior(runs[other][0].code) > 0 < prior(code)
    ]
    unlike = [other for other in near if (code in _SUCCESSES) != (runs[other][0].code in _SUCCESSES)]
    by_cues = [other for other in near if verdicts[at].by_a_cue and verdicts[other].by_a_cue]
    so_many = [_SO_MANY.search(message.text, *_before(runs[one])) is not None for one in (at, *unlike)]
    if unlike and all(so_many):
        return _EXPECTATION
    for other in near:
        is_expected = abs(other - at) == 1 and _EXPECTED.search(message.text, *_before(runs[min(at, other)]))
        if is_expected and (other in unlike or other in by_cues or message.is_of_engineers(*_span(runs[at]))):
            return _EXPECTATION
    is_familiar = any(prior(runs[other][0].code) >= FAMILIAR for other in (*unlike, at))
    are_of_the_web = bool(unlike) and is_familiar and message.is_about_the_web(*_span(runs[at]))
    return _SEVERAL * (are_of_the_web or not set(unlike).isdisjoint(by_cues))


def _span(run: Run) -> tuple[int, int]:
    return run[0].start, run[-1].end


def _before(run: Run) -> tuple[int, int]:
    start = run[0].start
    return max(0, start - _LONGEST_NAME), start


def _name_before(text: str, start: int) -> str:
    """The word right before a number: "CS 401, CS 403" and "case 401:" are the numbers of what they name."""
    name = _NAME.search(text, max(0, start - _LONGEST_NAME), start)
    return name[1].lower() if name else ""
