"""Chinese: who says a number that sounds like a status and is somebody else's."""

import re

from teapot.mentions import chinese, chinese_behind, claims_chinese, topics
from teapot.mentions.at_large import Message
from teapot.mentions.claims_chinese import Claim
from teapot.mentions.roles import words

_REACH, _REACH_BEHIND, _REACH_OF_A_SPACE = 30, 12, 60
_SUCCESS_BEFORE = re.compile(r"\b(?:20[0146]|30[123478])\b[^0-9\n]{1,16}\Z", re.ASCII)
"""The success that was expected, right before the failure that came."""
_DEFINED = re.compile(
    rf" ?(?:是|表示|代表|指的?是|意思)(?!.{{0,6}}(?:{'|'.join(chinese_behind.PHRASES)}|[网網][关關]|HTTP|什|啥|不是))"
)
_WEB_NAMES = (
    topics.TOPIC
    | topics.PRODUCTS
    | words(
        "api app cdn chrome client cloudflare edge elb firefox http https js lb nginx opera php safari server slb url",
        "waf web",
    )
)
_A_STRANGE_NAME = 2


def is_claimed(message: Message, start: int, end: int, *, in_topic: bool) -> bool:
    """Whether the words that lead up to a number say that it is a program's or a service's own."""
    text = message.text
    begin = max(0, start - _REACH)
    lead = text[begin:start].rstrip(" ")
    if not lead:
        return False
    if any(_holds(claim, lead) for claim in claims_chinese.CERTAIN):
        return True
    space = text[max(0, start - _REACH_OF_A_SPACE) : end + _REACH_OF_A_SPACE]
    if claims_chinese.OWN_SPACE.search(space) and not claims_chinese.OF_HTTP.search(lead):
        return True
    if in_topic:
        return False
    if _holds(claims_chinese.EXPECTED, lead) and not _is_of_the_web(message, start, end):
        return True
    if _holds(claims_chinese.OF_PEOPLE, lead) and not message.hints_at_software(start, end):
        return True
    if _holds(claims_chinese.OF_PROGRAMS, lead) or _holds(claims_chinese.OF_VENDORS, lead):
        return True
    return lead[-1] in claims_chinese.OF_VENDORS.ends and _has_a_strange_sayer(text, begin, start, end)


def _holds(claim: Claim, lead: str) -> bool:
    return lead[-1] in claim.ends and claim.before.search(lead) is not None


def _is_of_the_web(message: Message, start: int, end: int) -> bool:
    text = message.text
    return message.is_about_the_web(start, end) or (
        text[start] in "45" and _SUCCESS_BEFORE.search(text, max(0, start - _REACH), start) is not None
    )


def _has_a_strange_sayer(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a name that is none of the web's claims a code: "MongoDB 错误码 500", "厂商错误码 404 是缺纸"."""
    if claims_chinese.BARE_CODE.search(text, begin, start) and _DEFINED.match(text, end, end + _REACH_BEHIND):
        return True
    said = claims_chinese.NAME_AND_CODE.search(text, begin, start)
    if said is None:
        return False
    if said["who"]:
        return said["who"].lower() not in _WEB_NAMES
    return _strange_characters(said["han"]) >= _A_STRANGE_NAME


def _strange_characters(han: str) -> int:
    """How many characters of a stretch belong to no known word."""
    strange = 0
    at = len(han)
    while at:
        size = next(
            (size for size in range(min(chinese.LONGEST, at), 0, -1) if han[at - size : at] in chinese.PARTS), 0
        )
        strange += not size
        at -= size or 1
    return strange
