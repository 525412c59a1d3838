"""The code in a body of an answer, or in a list of constants: what is said with it tells whether it is a status."""

import re

from teapot.mentions.candidates import Run
from teapot.mentions.meanings import SAID_OF_STATUSES, SIGNS_OF

_REACH, _REACH_BEHIND, _AROUND, _LONGEST_NAME = 16, 80, 200, 28
_KEY = re.compile(r"\b(?:code|errno|err)[\"']?\s?(?:[:=：]\s?|[是为為]\s?)?[\"']?\Z", re.IGNORECASE)
_MESSAGE = re.compile(
    r"[\"']?\s?[,，]\s?[\"']?(?:err_?)?(?:msg|message|info|desc|description|reason|detail|tip|提示|消息|信息|訊息)[\"']?"
    r"\s?(?:[:=：]|[是为為])\s?[\"'“「]?(?P<said>[^\"'”」}\n]{2,60})",
    re.IGNORECASE,
)
_CONSTRUCTOR = re.compile(r"\b[A-Z][A-Z_]{2,24}\(\Z")
_ARGUMENT = re.compile(r",\s?[\"'](?P<said>[^\"'\n]{2,40})[\"']")
_OF_THE_ANSWER = re.compile(r"(?:HTTP/[0-9.]{1,3} |\"statusCode\":)([0-9]{3})\b")
_HAN = re.compile("[\u4e00-\u9fff]{2}")
_OF_HTTP = re.compile(rf"{SAID_OF_STATUSES}|error|fail|exception|server|not found|timeout|token")
_OF_BUSINESS = re.compile(r"\b(?:coupon|voucher|out of stock|sold out|inventory|captcha|order (?:closed|cancell?ed))\b")


def is_of_a_body(text: str, run: Run) -> bool:
    """Whether the number is a body's own code: ``{"code": 503, "msg": "库存不足"}`` says nothing that 503 means."""
    start, end = run[0].start, run[-1].end
    if text[start - 1 : start] == "(" and _CONSTRUCTOR.search(text, max(0, start - _LONGEST_NAME), start):
        argument = _ARGUMENT.match(text, end, end + _REACH_BEHIND)
        return argument is not None and _says_nothing_of_http(argument["said"].lower(), run[0].code)
    if _KEY.search(text, max(0, start - _REACH), start) is None:
        return False
    message = _MESSAGE.match(text, end, end + _REACH_BEHIND)
    around = text[max(0, start - _AROUND) : end + _AROUND]
    if message is None or run[0].code in _OF_THE_ANSWER.findall(around):
        return False
    said = message["said"].lower()
    if _OF_BUSINESS.search(said):
        return True
    return _says_nothing_of_http(said, run[0].code)


def _says_nothing_of_http(said: str, code: str) -> bool:
    is_meant = any(sign in said for sign in SIGNS_OF.get(code, ()))
    return _HAN.search(said) is not None and not is_meant and _OF_HTTP.search(said) is None
