"""Numbers that look like a status and are a price, a course, the size of an answer."""

import re

from teapot.mentions import english, topics, topics_chinese
from teapot.mentions.candidates import Run
from teapot.mentions.reading import Before
from teapot.mentions.roles import words

_FIRST_COURSE = "101"
_OF_PEOPLE = re.compile(
    "(?:(?<![返来來])回|回到|[找看遇收拿抽选選订訂写寫]到|打[开開]|[显顯]示|[停卡]在)[了个個]? ?\\Z"
)
_REACH = 16
_HARDLY_A_LIMIT = 4
_WITH_SUBSTATUS = words("400 401 403 404 405 406 412 413 500 501 502 503")
_CALLED_A_STATUS = 6


def is_a_course(text: str, run: Run, before: Before, near: frozenset[str]) -> bool:
    """Tell "APIs 101", which is for beginners, from the 101 of a connection that is upgraded."""
    if run[0].code != _FIRST_COURSE or len(run) > 1 or before.by_a_cue or not near.isdisjoint(topics.UPGRADES):
        return False
    start = run[0].start
    return "握手" not in text[max(0, start - _REACH) : start + _REACH]


def is_a_decimal(run: Run, near: frozenset[str], before: int) -> bool:
    """Tell "404.5" from the sub-status 404.5, which IIS alone writes."""
    code, _, fraction = run[-1].code.partition(".")
    if not fraction:
        return False
    is_possible = code in _WITH_SUBSTATUS and not fraction.startswith("0")
    return not is_possible or (near.isdisjoint(topics.SUBSTATUS_CONTEXT) and before < _CALLED_A_STATUS)


def is_a_limit(text: str, run: Run, number: int) -> bool:
    """Tell "最多返回 500" from "返回 500"."""
    start = run[0].start
    if text.isascii() or number >= _HARDLY_A_LIMIT or not run[0].code.endswith("00"):
        return False
    lead = text[max(0, start - _REACH) : start]
    return not lead.rstrip().endswith("的") and topics_chinese.LIMIT.search(lead) is not None


def tells_how_far(before: list[str], behind: list[str]) -> bool:
    """Whether a "status" is a state of affairs, as in "status: 200 units left"."""
    is_bare = topics.TOPIC.isdisjoint(before) and "code" not in before
    return is_bare and english.COUNTABLE.isdisjoint(behind[:1])


def is_done_by_people(text: str, start: int) -> bool:
    """Whether the verb before a number is one of people as much as of servers: one goes back (回) to 404 too."""
    return (
        text[start - 1] in " 回到开開示在了个個" and _OF_PEOPLE.search(text, max(0, start - _REACH), start) is not None
    )
