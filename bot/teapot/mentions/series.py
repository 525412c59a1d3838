"""Lines that begin alike, each with a number that it defines: a list of statuses, or of the codes of something else."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from teapot.mentions import topics
from teapot.mentions.at_large import Message
from teapot.mentions.candidates import Candidate, Run
from teapot.mentions.chinese import topics as topics_chinese
from teapot.mentions.chinese.own_codes import MEANINGS_OF_HTTP
from teapot.mentions.numbers import UNREGISTERED, prior
from teapot.mentions.roles import VETO, words
from teapot.mentions.tokens import METHODS, tokens_between
from teapot.mentions.votes import Verdict

_LONGEST_PREFIX = 16
_DEFINED = re.compile(r"(?!\s?\*/)[\s:：`\"'|)*=>,-]{1,12}[^\W\d_]|[ ]?(?:\n|\Z)")
_DEFINED_LINE = re.compile(r"(?<=\n)(?P<prefix>[^\n0-9]{0,16})(?P<number>[0-9]{3,6})(?![0-9])(?P<sign>[^\w\s])")
_BESIDE_A_SERIES, _LONGEST_CODE = 300, 3
_POLL = re.compile(r"\s*[0-9]\ufe0f?\u20e3")
_NUMBERED = re.compile(r"\A\s*(?:[0-9]{1,2}[.)、]|[0-9]\ufe0f?\u20e3|[A-Da-d][.)、])\s*")
_OF_HTTP = re.compile("HTTP|http|[sS]tatus code|[状狀][态態][码碼]|[报報][错錯]|接口|返回|前端|[约約]定")
_MEANING = re.compile(r"[：: 、-]{1,3}([\u4e00-\u9fff][^\n]{0,24})")
_PLACES = words("desks doors floors gates lockers rooms seats")
_FAULTS = words("alarm alarms device fault faults")
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


class Series(NamedTuple):
    """Lines alike: the indices of their runs, and whether they define statuses; None if only the votes can tell."""

    members: tuple[int, ...]
    is_of_http: bool | None


def find_series(message: Message, runs: Sequence[Run], verdicts: Sequence[Verdict]) -> list[Series]:
    """The lines that begin alike, one after the other: "- `404`: no such order" and its neighbours."""
    return [_series(message, runs, members) for members in _members(message.text, runs, verdicts)]


def _series(message: Message, runs: Sequence[Run], members: tuple[int, ...]) -> Series:
    first, last = runs[members[0]][0], runs[members[-1]][0]
    if _is_of_something_else(message, first) or _has_strange_neighbours(message.text, first, last):
        return Series(members, is_of_http=False)
    begin = max(0, first.start - _REACH_OF_A_HEADING)
    is_of_http = _OF_HTTP.search(message.text, begin, first.start) is not None
    if not is_of_http and _are_of_others(message.text, [runs[at][0] for at in members]):
        return Series(members, is_of_http=False)
    return Series(members, is_of_http=_is_headed(message, first.start) or None)


def _are_of_others(text: str, numbers: Sequence[Candidate]) -> bool:
    """Whether Chinese lines tell of each number what no status means: "404：两瓶水", "401 缺纸"."""
    meanings = [_MEANING.match(text, number.end) for number in numbers]
    return all(meaning is not None and MEANINGS_OF_HTTP.search(meaning[1]) is None for meaning in meanings)


def _members(text: str, runs: Sequence[Run], verdicts: Sequence[Verdict]) -> list[tuple[int, ...]]:
    places = [(_place(text, run), at) for at, run in enumerate(runs) if verdicts[at].points > VETO and _is_known(run)]
    groups: list[tuple[int, ...]] = []
    for place, members in groupby(places, key=lambda pair: pair[0]):
        if place is not None:
            group = tuple(at for _, at in members)
            if len({runs[at][0].code for at in group}) > 1:
                groups.append(group)
    return groups


def _is_known(run: Run) -> bool:
    return len(run) == 1 and prior(run[0].code) > 0


def _place(text: str, run: Run) -> _Place | None:
    start = run[0].start
    prefix = _prefix(text, start)
    if prefix is None or any(character.isdigit() for character in prefix):
        return None
    behind = text[run[-1].end : run[-1].end + 1].strip()
    return _Place(prefix, behind) if _DEFINED.match(text, run[-1].end) else None


def _prefix(text: str, start: int) -> str | None:
    """What stands before a number in its line but for the number of a point, None if that is too long."""
    before = text[max(0, start - _LONGEST_PREFIX) : start]
    line_start = before.rfind("\n") + 1
    if not line_start and start > _LONGEST_PREFIX:
        return None
    return _NUMBERED.sub("", before[line_start:])


def _has_strange_neighbours(text: str, first: Candidate, last: Candidate) -> bool:
    """Whether a line like those of a series defines a number that HTTP has not: "1001: no such user"."""
    prefix = _prefix(text, first.start)
    sign = text[first.end : first.end + 1].strip()
    if not sign:
        return False
    lines = _DEFINED_LINE.finditer(text, max(0, first.start - _BESIDE_A_SERIES), last.end + _BESIDE_A_SERIES)
    defined = [line["number"] for line in lines if (line["prefix"], line["sign"]) == (prefix, sign)]
    return any(len(number) > _LONGEST_CODE or prior(number) <= UNREGISTERED for number in defined)


def _is_headed(message: Message, start: int) -> bool:
    text = message.text
    if _POLL.match(text, text.rfind("\n", max(0, start - _LONGEST_PREFIX), start) + 1, start):
        return message.is_about_the_web(start, start)
    return _HEADING.search(text, max(0, start - _REACH_OF_A_HEADING), start) is not None


def _is_of_something_else(message: Message, first: Candidate) -> bool:
    """Whether the heading speaks of what has codes or numbers of its own: "printer error codes:", "rooms:"."""
    begin = max(0, first.start - _REACH_OF_A_HEADING)
    heading = set(tokens_between(message.text, begin, first.start))
    if not (topics.HTTP_FOR_SURE | METHODS).isdisjoint(heading):
        return False
    if not heading.isdisjoint(_PLACES) and not message.tells_the_meaning(first.code, first.start, first.end):
        return True
    return (
        not heading.isdisjoint(topics.FOREIGN | _FAULTS)
        or topics_chinese.FOREIGN.search(message.text, begin, first.start) is not None
    )
