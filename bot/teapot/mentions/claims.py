"""The claims that tests, programs, trades and other codes lay on numbers that sound like a status.

Each names the words that call it up, a pattern of what leads up to the number, and for some one of what follows.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from teapot.mentions.roles import words


class Claim(NamedTuple):
    """A claim on a number, and what refutes it: a topic of the web in its line, or a sign of the web at large.

    A claim that is ``certain`` nothing refutes.
    """

    called_by: frozenset[str]
    before: re.Pattern[str]
    behind: re.Pattern[str] | None = None
    at_large: bool = False
    certain: bool = False


def _claim(
    called_by: str, before: str, behind: str = "", *, at_large: bool = False, certain: bool = False
) -> tuple[Claim, ...]:
    flags = re.VERBOSE | re.IGNORECASE
    pattern_behind = re.compile(behind, flags) if behind else None
    return (Claim(words(called_by), re.compile(rf"(?:{before})\Z", flags), pattern_behind, at_large, certain),)


_COMPARED = r"""(?:is|be|have)\s(?:[<>]=?|at\s(?:most|least)|between|in\srange
    |(?:less|fewer|greater|more|larger|smaller|lower|higher)\s(?:than|or))"""
_SUM = r"\b(?!\w*(?:status|code|resp))[a-z]\w*(?:\([^()\n]{0,30}\))?\s=\s"

_OF_TESTS = (
    *_claim(
        "assert asserts asserting assertion expect", r"\b(?:xct)?(?:assert|expect)[\x20-\x7e]{0,50}", at_large=True
    ),  # AssertionError: 404 != 500
    *_claim(
        "expected actual received want wanted",
        r"(?<!\bI\s)(?<!\bwe\s)\b(?:expected|actual|received|wanted|want)\s?[:=]?\s{0,9}[<(\[`'\"]{0,2}",
        r"[^\n]{0,3}(?:[^\n]{0,12}\n\s*)?[^\n]{0,12}?\b(?:but|to|got|received|actual|was|found|instead)\b",
        at_large=True,
    ),
    *_claim(
        "expected actual want wanted got",
        r"\b(?:expected|actual|want(?:ed)?|got)\b[^\n0-9]{0,12}[0-9]++[^\n0-9]{0,9}+\n?[ ]{0,8}[a-z]{0,8}+[ :=]{0,4}+",
        at_large=True,
    ),
    *_claim("equal differ equivalent", r"\b(?:equal|differ|equivalent):\s*\[?", at_large=True),
    *_claim("got", r"\bgot:?\s{1,3}", r"\)?,?\s(?:but\s)?(?:want|expected)", at_large=True),
    *_claim(
        "received actual got want", r"\b(?:received|actual|got|want)\s?[:=]\s{0,3}", r"\s*(?:\n|\Z)", at_large=True
    ),
    *_claim("got was received expected", r"[0-9],?\s(?:but\s)?(?:got|was|received|expected)\s", at_large=True),
    *_claim("want", rf"{_SUM}[0-9]+,\swant\s", certain=True),  # sum = 503, want 504
    *_claim("=", _SUM, r",\swant\s", certain=True),
)
_OF_CHECKED_VALUES = (
    *_claim(  # n must be <= 500
        "must should has needs",
        rf"(?<!code\s)(?<!status\s)\b(?:must|should|has\sto|needs\sto)\s(?:not\s)?{_COMPARED}[^\n]{{0,40}}",
        certain=True,
    ),
    *_claim(
        "maximum minimum max min limit",
        r"\b(?:max(?:imum)?|min(?:imum)?|limit)\s(?:is|was)\s[0-9]+[^\n]{0,12}\b(?:sent|got|gave|received)\s",
        certain=True,
    ),
)
_OF_PROGRAMS = (
    *_claim(  # return 500; return x > 500 ? 404 : 200
        "return",
        r"(?:^|[\n{};:)>])[ \t]*return\s(?!code|status)[(\[]?(?:[^;\n]{0,30}[?:<>=+*/-]\s)?",
        r"[)\]]?\s*(?:;|\}|\n|\Z|[?:,]\s|\#|//|\s(?:if|unless|[*/+-])\s)",
        at_large=True,
    ),
    *_claim("return", r"\breturn\s[^;\n]{0,30}[?:]\s", at_large=True),
    *_claim("=", r"[\w$]\s?=\s", r"\)?\s*(?:;|\n|\Z)", at_large=True),
    *_claim("=>", r"\)\s?=>\s?", r"\)?\s*(?:[;,]|\n|\Z)", at_large=True),
    *_claim("result results answer", r"\b(?:results?|answer)\s?(?::|=|is|was|should\sbe)\s", at_large=True),
    *_claim("get", r"\bto\sget\s", at_large=True),
    *_claim("+ -", r"(?:^|\n)\s*[-+]\s+", r"\s*(?:\n|\Z)", at_large=True),
    *_claim("throw", r"\bthrow\snew\sError\(", at_large=True),
    *_claim(  # {"error_code": 403, ...}, unless the body says the same in words
        "code",
        r"[\"'](?:error|err|result|ret|biz|sub|business|vendor|device)_?code[\"']\s?:\s?[\"']?",
        r"""(?![^\n]{0,60}(?:not[\s_]?found|forbidden|unauthori|bad[\s_]request|internal|too[\s_]many|unavailable|gateway
        |conflict|unprocess))""",
    ),
)
_OF_OTHER_STATES = (
    *_claim(  # order status 200, device state 404
        "status statuses state states",
        r"""\b(?:order|ticket|job|task|device|shipment|parcel|game|room|printer|approval|invoice|case|machine|sensor|loan|elevator
        |robot|meter|inverter|charger)s?\s(?:status|state)(?:es|s)?(?:\scodes?)?\s?[:=]?\s?(?:of\s|is\s)?""",
        certain=True,
    ),
    *_claim("code", r"\bcode\s", r"\sat\s(?:checkout|the\s(?:till|register|door|gate))\b", certain=True),
    *_claim(  # our own error code 404
        "code codes",
        r"""\b(?:our\sown|custom|internal|application|business|vendor|legacy|proprietary|exception|fault|alarm|product|promo
        |dress|colou?r|stop|door|gate|garage|lock|area|zip|postal|country|dial(?:ing)?|coupon|discount|voucher|gift|invite
        |referral|pin|trouble|blink|flash|beep|netflix|hulu|disney|spotify)\s(?:error\s|status\s)?codes?:?\s(?:is\s)?""",
    ),
)
_SETTINGS = (
    "timeout timeouts limit limits size max min pool workers threads replicas retries interval ttl memory budget quota"
)
"""What is set to another number: "timeout in gateway.yaml: 300 -> 500"."""
_OF_TRADE_AND_COUNTING = (
    *_claim(  # got 500 from my grandma
        "got gave give given lent owe owes return returned paid sent",
        r"\b(?:got|gave|give|given|lent|owes?|return(?:ed)?|paid|sent)\s(?:(?:me|us|him|her|them|you)\s)?",
        r"\s(?:(?:back\s)?(?:for|from|to)\s(?:my|his|her|our|your|the\s(?:bike|bank|landlord|shop|store|tax|insurance|vendor)|payroll)|of\sthem)\b",
    ),
    *_claim(  # took 504 ms, of which TLS was 200
        "was were is are took",
        r"\bof\s(?:which|them|those)\s(?:[\w ]{1,20}\s)?(?:was|were|is|are|took)\s",
        certain=True,
    ),
    *_claim(  # 115 connections on it, and 205 on that
        "and",
        r"\b[0-9]+\s+(?:connections|sessions|threads|users|clients|files|rows|items)\b[^.]{0,60}\band\s",
        r"\s(?:on|in|of|at)\b",
        certain=True,
    ),
    *_claim(
        _SETTINGS, rf"\b(?:{'|'.join(_SETTINGS.split())})\b[^\n]{{0,30}}[:\s]", r"\s?(?:->|→|=>)\s?[0-9]", certain=True
    ),
    *_claim(  # p95 latency of the gateway is 503
        "latency duration p",  # "p95" is two tokens
        r"\b(?:latency|duration|p9[059])\b[^\n]{0,40}\s(?:is|was|at|of|=|:)\s",
        r"(?!\s(?:error|status|resp))",
        certain=True,
    ),
    *_claim(  # expect(page.total).toBe(503)
        "expect total count length size items",
        r"\bexpect\([^\n]{0,40}\b(?:total|count|length|size|items)\w*\)[^\n]{0,20}\(",
        certain=True,
    ),
    *_claim(
        "request", r"\b(?:purchase|pull|merge|change|feature|travel|leave|support)\srequest\s(?:no\.?\s)?", certain=True
    ),
    *_claim("arguments", r"\barguments\sbut\s", certain=True),  # takes 2 arguments but 200 were given
    *_claim("handled", r"\bhandled\srequests\s[\s0-9]*", certain=True),  # nginx's own count of connections
    *_claim("request job query task call build run", r"\b\w{3,7}\s", r"\stook\b", certain=True),
)


def _by_word(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    called: dict[str, tuple[Claim, ...]] = {}
    for claim in claims:
        for word in claim.called_by:
            called[word] = (*called.get(word, ()), claim)
    return called


CALLED_BY = _by_word((*_OF_TESTS, *_OF_OTHER_STATES, *_OF_CHECKED_VALUES, *_OF_PROGRAMS, *_OF_TRADE_AND_COUNTING))
"""The claims that each word calls up."""
