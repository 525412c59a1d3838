"""Chinese: who says a number that sounds like a status and is somebody else's."""

import re

from teapot.mentions import topics
from teapot.mentions.at_large import Message
from teapot.mentions.chinese import claims as claims_chinese
from teapot.mentions.chinese import own_codes
from teapot.mentions.chinese import words as chinese
from teapot.mentions.chinese.claim import Claim
from teapot.mentions.meanings import SIGNS_OF
from teapot.mentions.roles import words

_REACH, _REACH_BEHIND, _REACH_OF_A_SPACE = 30, 20, 60
_SUCCESS_BEFORE = re.compile(r"\b(?:20[0146]|30[123478])\b[^0-9\n]{1,16}\Z", re.ASCII)
"""The success that was expected, right before the failure that came."""
_OUTCOME_BEFORE = re.compile(r"\b(?:20[0146]|40[0-9]|41[0-9]|42[0-9]|50[0-4])\b[^0-9\n]{1,16}\Z", re.ASCII)
_RETURNED = "(?:返回|回[傳传]|[响響回][应應])"
_OUTCOME = "(?:20[0146]|40[0-9]|41[0-9]|42[0-9]|50[0-4])"
_RETURNED_BEFORE = re.compile(rf"{_RETURNED} ?{_OUTCOME}\b[^0-9\n]{{0,8}}{_RETURNED} ?\Z", re.ASCII)
_RETURNED_BEHIND = re.compile(rf"[，,；; ][^0-9\n]{{0,4}}(?:{_RETURNED}|[实實][际際][是为為]?) ?{_OUTCOME}\b", re.ASCII)
"""An outcome that was expected and another that came: "期望返回404，实际返回500"."""
_WEB_NAMES = (
    topics.TOPIC
    | topics.PRODUCTS
    | words(
        "k8s nacos springboot api app cdn chrome client cloudflare edge elb firefox http https js lb nginx opera php",
        "safari server slb url waf web",
    )
)
_OF_OTHERS = (claims_chinese.OF_PROGRAMS, claims_chinese.OF_VENDORS, claims_chinese.OF_SDKS)
_OF_BAD_INPUT = words("400 401 403 404 409 410 422 429")
"""What may mean anything that a business refuses."""
_A_STRANGE_NAME = 2
_CLAUSE_END = re.compile("[，。；,;\n]")


def is_claimed(message: Message, start: int, end: int, *, in_topic: bool) -> bool:
    """Whether the words that lead up to a number say that it is a program's or a service's own."""
    text = message.text
    begin = max(0, start - _REACH)
    lead = text[begin:start].rstrip(" ")
    others = (own_codes.OTHER_NUMBERS, own_codes.OF_BUSINESS)
    if any(of.match(text, end, end + _REACH_BEHIND) for of in others):
        return True
    if not lead:
        return False
    if _is_of_a_thing(text, lead, end) or _is_claimed_for_certain(text, lead, start, end):
        return True
    if in_topic:
        return False
    if _is_said_to_mean_something_else(text, start, end) and not message.is_about_the_web(start, end):
        return True
    if _holds(claims_chinese.EXPECTED, lead) and not _is_of_the_web(message, start, end):
        return True
    if _holds(claims_chinese.OF_PEOPLE, lead) and not message.hints_at_software(start, end):
        return True
    if message.tells_the_meaning(text[start:end], start, end):
        return False
    if any(_holds(claim, lead) for claim in _OF_OTHERS):
        return True
    return lead[-1] in claims_chinese.OF_VENDORS.ends and _has_a_strange_sayer(text, begin, start, end)


def _is_of_a_thing(text: str, lead: str, end: int) -> bool:
    """Whether it numbers a device that fails, is tallied with others, or is the state of an order."""
    of_things = (
        (own_codes.OF_A_DEVICE, own_codes.GOES_DOWN),
        (own_codes.OF_A_MACHINE, own_codes.RAISES_AN_ALARM),
        (own_codes.TALLIED, own_codes.THE_REST),
        (own_codes.GOES_BACK, own_codes.IS_BACK),
        (own_codes.SOME_ERRORS, own_codes.AND_WARNINGS),
        (own_codes.TAKES_A_COURSE, own_codes.OF_A_COURSE),
    )
    if any(behind.match(text, end) and before.search(lead) for before, behind in of_things):
        return True
    if own_codes.SO_MANY_DONE.search(lead):
        return True
    return lead[-1] in "态態" and own_codes.OF_A_STATE.match(text, end) is not None


def _is_claimed_for_certain(text: str, lead: str, start: int, end: int) -> bool:
    """Whether nothing can refute that a number is somebody else's."""
    is_meant_there = any(sign in lead for sign in SIGNS_OF.get(text[start:end], ()))
    if not is_meant_there and any(_holds(claim, lead) for claim in claims_chinese.CERTAIN):
        return True
    if own_codes.A_PAGE.match(text, end) and lead.endswith(own_codes.PRINTED):
        return True
    if _means_something_to_a_business(text, lead, start, end):
        return True
    if text[start:end] in own_codes.MODES and own_codes.MODE_OF_A_FILE.search(lead):
        return True
    small = own_codes.AMONG_SMALL_ONES.search(text, max(0, start - _REACH_OF_A_SPACE), start)
    if small is not None and text[end : end + 3].lstrip().startswith(small["is"]):
        return True
    listed = own_codes.LISTED.match(text, end, end + 2 * _REACH_BEHIND)
    if listed is not None and not any(map(own_codes.MEANINGS_OF_HTTP.search, listed.groups())):
        return True
    space = text[max(0, start - _REACH_OF_A_SPACE) : end + _REACH_OF_A_SPACE]
    if own_codes.NOT_OF_HTTP.search(space) or _is_told_in_a_body(text, lead, end):
        return True
    if any(sign in space for sign in SIGNS_OF.get(text[start:end], ())):
        return False
    if own_codes.OWN_SPACE.search(space) and not own_codes.OF_HTTP.search(lead):
        return True
    clause = text[max(0, start - _REACH_OF_A_SPACE) : end] + _CLAUSE_END.split(text[end : end + _REACH_OF_A_SPACE])[0]
    return own_codes.OWN_LIST.search(clause) is not None and own_codes.HTTP.search(space) is None


def _means_something_to_a_business(text: str, lead: str, start: int, end: int) -> bool:
    """Whether a code, or what a bank or an office answers, is told with a meaning that no such status has."""
    code = text[start:end]
    if any(sign in text[end : end + _REACH_BEHIND] for sign in SIGNS_OF.get(code, ())):
        return False
    if own_codes.SAID_BY_A_BUSINESS.search(lead) and own_codes.OF_ITS_TRADE.match(text, end):
        return True
    if code in _OF_BAD_INPUT or own_codes.CALLED_A_CODE.search(lead) is None:
        return False
    return own_codes.MEANS_BUSINESS.match(text, end) is not None


def _is_told_in_a_body(text: str, lead: str, end: int) -> bool:
    """Whether a body holds it as its own code: "body 里 code 500 表示没库存"."""
    if own_codes.OF_A_BODY.search(lead) is None:
        return False
    return any(_is_none_of_http(of.match(text, end)) for of in (own_codes.MEANT, own_codes.ITS_TEXT))


def _is_said_to_mean_something_else(text: str, start: int, end: int) -> bool:
    """Whether what a number is said to mean is nothing that a status means: "回 503 代表點數不足"."""
    if own_codes.OF_HTTP.search(text, max(0, start - _REACH), start):
        return False
    return _is_none_of_http(own_codes.MEANT.match(text, end, end + _REACH_BEHIND))


def _is_none_of_http(said: re.Match[str] | None) -> bool:
    """Whether what was said of a number is nothing that is said of a status."""
    if said is None:
        return False
    meaning = next(filter(None, said.groups()))
    return own_codes.MEANINGS_OF_HTTP.search(meaning) is None


def _holds(claim: Claim, lead: str) -> bool:
    return lead[-1] in claim.ends and claim.before.search(lead) is not None


def _is_of_the_web(message: Message, start: int, end: int) -> bool:
    expected = _SUCCESS_BEFORE if message.text[start] in "45" else _OUTCOME_BEFORE
    begin = max(0, start - _REACH)
    return (
        message.is_about_the_web(start, end)
        or any(outcome.search(message.text, begin, start) for outcome in (expected, _RETURNED_BEFORE))
        or _RETURNED_BEHIND.match(message.text, end) is not None
    )


def _has_a_strange_sayer(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a name that is none of the web's claims a code: "MongoDB 错误码 500", "厂商错误码 404 是缺纸"."""
    if claims_chinese.BARE_CODE.search(text, begin, start) and _is_none_of_http(
        own_codes.DEFINED.match(text, end, end + _REACH_BEHIND)
    ):
        return True
    said = claims_chinese.NAME_AND_CODE.search(text, begin, start)
    if said is None:
        return False
    if said["who"]:
        return said["who"].lower() not in _WEB_NAMES
    return said["han"][-1:] not in "云雲" and _strange_characters(said["han"]) >= _A_STRANGE_NAME


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
