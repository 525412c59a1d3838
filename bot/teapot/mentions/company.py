"""What the other numbers of a message say of a number: a status nearby, a list of definitions, several known codes."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from teapot.mentions import topics, topics_chinese
from teapot.mentions.at_large import Message
from teapot.mentions.candidates import Run
from teapot.mentions.numbers import FAMILIAR, prior
from teapot.mentions.roles import VETO, words
from teapot.mentions.tokens import METHODS, tokens_between
from teapot.mentions.votes import CLAIMED, ENOUGH, Verdict

_EARSHOT = 160
_SUPPORT, _SAME, _SEVERAL = 4, 6, 4
_ENOUGH_OF_THEM = 3
_LONGEST_PREFIX = 16
_DEFINED = re.compile(r"(?!\s?\*/)[\s:：`\"'|)*=>,-]{1,12}[^\W\d_]|[ ]?(?:\n|\Z)")
_POLL = re.compile(r"\s*[0-9]\ufe0f?\u20e3")
_NUMBERED = re.compile(r"\A\s*(?:[0-9]{1,2}[.)、]|[0-9]\ufe0f?\u20e3|[A-Da-d][.)、])\s*")
_FAULTS = words("alarm alarms device fault faults")
_WORD = re.compile(r"[^\W\d_]{2}")
_A_WORD_AWAY = 12
_NEXT_WORD = re.compile(r" ?(?:[是=空:：]|表示|代表|for\b|is\b|means\b|was\b)")
_COUNTED_TOO = re.compile(r" (?:[a-z]{3,}ing|open|done|left|closed|from cache)\b")
"""How a count goes on: "503 tickets open, 412 waiting"."""
_CLAUSE = re.compile(r"[^\n。.;；,，、]{2,24}(?:[,，、;；]|\n) ?(?:and )?")
_PAIR = re.compile(r"[，,、] ?(?![^ ，]*(?:一直|[又都就也还還全会會老]))[^\W\d_]{1,6} ?")
_NAME = re.compile(r"([^\W\d_]+) ?\Z")
_LONGEST_NAME = 16
_REACH_OF_A_HEADING = 100
_HEADING = re.compile(
    r"(?<![/\w])(?:status(?:es)?|responses?|returns|http|codes?)\b(?![/_.])|状态码|狀態碼|响应码|回應碼|返回码|错误码|錯誤碼"
    r"|(?:返回|回傳|回应|回應|要回|该回|該回|给|給)(?:什[么麼]|哪[个個])|\b(?:should|return|use)\b[^?\n]{0,30}\?",
    re.IGNORECASE,
)


class _Place(NamedTuple):
    """How a number stands in its line: what is before it, and the character behind it."""

    prefix: str
    behind: str


def accepted(message: Message, runs: Sequence[Run], verdicts: Sequence[Verdict]) -> list[bool]:
    """Which runs are statuses, after the votes on each of them alone."""
    text = message.text
    paired: list[bool] = []
    for at in range(len(runs)):
        of_others = at > 0 and (paired[-1] or verdicts[at - 1].points <= VETO)
        paired.append(of_others and _is_paired(text, runs[at - 1 : at + 1], verdicts[at - 1 : at + 1]))
    heard = [verdict.points >= ENOUGH and not paired[at] for at, verdict in enumerate(verdicts)]
    for at, verdict in enumerate(verdicts):
        if not heard[at] and verdict.unopposed and not paired[at]:
            points = verdict.points + (_SEVERAL if _is_one_of_several(text, runs, verdicts, at) else 0)
            heard[at] = points >= ENOUGH or points + _support(runs, verdicts, at) >= ENOUGH
    for series in _series_of_lines(text, runs, verdicts):
        start = runs[series[0]][0].start
        is_foreign = _is_of_a_machine(text, start)
        if is_foreign or any(heard[at] for at in series) or _is_headed(message, start):
            for at in series:
                heard[at] = not is_foreign
    return heard


def _is_paired(text: str, runs: Sequence[Run], verdicts: Sequence[Verdict]) -> bool:
    """Whether the second number is told like the first: "请求数 404，失败 503", "401 = oil, 404 = water"."""
    (former, run), (former_verdict, verdict) = runs, verdicts
    end, start = former[-1].end, run[0].start
    if not verdict.by_a_cue and _PAIR.fullmatch(text, end, start):
        return True
    if _CLAUSE.fullmatch(text, end, start) is None:
        return False
    next_word = _NEXT_WORD.match(text, end)
    if former_verdict.points <= VETO and _is_next(former, run):  # build 404 failed, 405 is green
        return True
    if former_verdict.points <= VETO and _COUNTED_TOO.match(text, run[-1].end):
        return True
    return former_verdict is CLAIMED or (next_word is not None and text.startswith(next_word[0], run[-1].end))


def _is_next(former: Run, run: Run) -> bool:
    left, right = former[-1].code, run[0].code
    return left.isdecimal() and right.isdecimal() and int(right) - int(left) == 1


def _support(runs: Sequence[Run], verdicts: Sequence[Verdict], at: int) -> int:
    """What a status nearby is worth; the same code says more."""
    near = [
        runs[other][0].code
        for other in (at - 2, at - 1, at + 1, at + 2)
        if 0 <= other < len(runs)
        and verdicts[other].points >= ENOUGH
        and abs(runs[other][0].start - runs[at][0].start) < _EARSHOT
    ]
    return _SAME if runs[at][0].code in near else _SUPPORT if near else 0


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


def _name_before(text: str, start: int) -> str:
    """The word right before a number: "CS 401, CS 403" and "case 401:" are the numbers of what they name."""
    name = _NAME.search(text, max(0, start - _LONGEST_NAME), start)
    return name[1].lower() if name else ""


def _series_of_lines(text: str, runs: Sequence[Run], verdicts: Sequence[Verdict]) -> list[list[int]]:
    """The runs that begin lines alike, one after the other: "- `404`: no such order" and its neighbours."""
    places = [(_place(text, run), at) for at, run in enumerate(runs) if verdicts[at].points > VETO and _is_known(run)]
    groups: list[list[int]] = []
    for place, members in groupby(places, key=lambda pair: pair[0]):
        if place is not None:
            group = [at for _, at in members]
            if len({runs[at][0].code for at in group}) > 1:
                groups.append(group)
    return groups


def _is_known(run: Run) -> bool:
    return len(run) == 1 and prior(run[0].code) > 0


def _place(text: str, run: Run) -> _Place | None:
    start = run[0].start
    before = text[max(0, start - _LONGEST_PREFIX) : start]
    line_start = before.rfind("\n") + 1
    if not line_start and start > _LONGEST_PREFIX:
        return None
    prefix = _NUMBERED.sub("", before[line_start:])
    if any(character.isdigit() for character in prefix):
        return None
    behind = text[run[-1].end : run[-1].end + 1].strip()
    return _Place(prefix, behind) if _DEFINED.match(text, run[-1].end) else None


def _is_headed(message: Message, start: int) -> bool:
    text = message.text
    if _POLL.match(text, text.rfind("\n", max(0, start - _LONGEST_PREFIX), start) + 1, start):
        return message.is_about_the_web(start, start)
    return _HEADING.search(text, max(0, start - _REACH_OF_A_HEADING), start) is not None


def _is_of_a_machine(text: str, start: int) -> bool:
    """Whether the heading speaks of something with codes of its own: "printer error codes:"."""
    begin = max(0, start - _REACH_OF_A_HEADING)
    heading = set(tokens_between(text, begin, start))
    return not (topics.HTTP_FOR_SURE | METHODS).intersection(heading) and (
        not heading.isdisjoint(topics.FOREIGN | _FAULTS)
        or topics_chinese.FOREIGN.search(text, begin, start) is not None
    )
