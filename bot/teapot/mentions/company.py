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
_SUPPORT, _SAME, _SEVERAL = 4, 6, 4
_ENOUGH_OF_THEM = 3
_SUCCESSES = words("200 201 202 204 206")
_WORD = re.compile(r"[^\W\d_]{2}")
_A_WORD_AWAY = 12
_FOLLOWING = re.compile(" (?:for|when|if|on|means|=) | ?(?:表示|代表|[给給]|[当當]|[时時])")
_NAME = re.compile(r"([^\W\d_]+) ?\Z")
_LONGEST_NAME = 16


def accepted(message: Message, runs: Sequence[Run], verdicts: Sequence[Verdict]) -> list[bool]:
    """Which runs are statuses, after the votes on each of them alone."""
    text = message.text
    paired = tell_pairs(text, runs, verdicts)
    heard = [verdict.points >= ENOUGH and not paired[at] for at, verdict in enumerate(verdicts)]
    for at, verdict in enumerate(verdicts):
        if not heard[at] and verdict.unopposed and not paired[at]:
            is_among_others = _is_one_of_several(text, runs, verdicts, at) or _is_an_outcome(runs, verdicts, at)
            points = verdict.points + _SEVERAL * is_among_others
            heard[at] = points >= ENOUGH or points + _support(text, runs, verdicts, at) >= ENOUGH
    for series in find_series(message, runs, verdicts):
        if series.is_of_http is not None or any(heard[at] for at in series.members):
            for at in series.members:
                heard[at] = series.is_of_http is not False
    return heard


def _support(text: str, runs: Sequence[Run], verdicts: Sequence[Verdict], at: int) -> int:
    """What a status nearby is worth; the same code says more, and one that goes on in the same word."""
    near = [
        runs[other]
        for other in (at - 2, at - 1, at + 1, at + 2)
        if 0 <= other < len(runs)
        and verdicts[other].points >= ENOUGH
        and abs(runs[other][0].start - runs[at][0].start) < _EARSHOT
    ]
    follows = _FOLLOWING.match(text, runs[at][-1].end)
    is_alike = follows is not None and any(text.startswith(follows[0], run[-1].end) for run in near)
    return _SAME if is_alike or runs[at][0].code in [run[0].code for run in near] else _SUPPORT if near else 0


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


def _is_an_outcome(runs: Sequence[Run], verdicts: Sequence[Verdict], at: int) -> bool:
    """Whether a success and a failure are told beside each other: "給 400，不要塞 200"."""
    return verdicts[at].by_a_cue and any(
        verdicts[other].by_a_cue
        and verdicts[other].unopposed
        and abs(runs[other][0].start - runs[at][0].start) < _EARSHOT
        and {runs[at][0].code in _SUCCESSES, runs[other][0].code in _SUCCESSES} == {True, False}
        and prior(runs[other][0].code) > 0 < prior(runs[at][0].code)
        for other in (at - 2, at - 1, at + 1, at + 2)
        if 0 <= other < len(runs)
    )


def _name_before(text: str, start: int) -> str:
    """The word right before a number: "CS 401, CS 403" and "case 401:" are the numbers of what they name."""
    name = _NAME.search(text, max(0, start - _LONGEST_NAME), start)
    return name[1].lower() if name else ""
