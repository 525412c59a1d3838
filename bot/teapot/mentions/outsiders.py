"""Numbers that sound like a status and are somebody else's: of a program, a test, a check of a value, a trade.

"The script returned 500" is built like "the API returned 500"; who speaks makes the difference. Each claim names the
words that call it up, a pattern of what leads up to the number, and for some one of what follows. Claims are held only
against numbers that would be heard otherwise, and never against one with its reason phrase behind it.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from teapot.mentions import outsiders_chinese, topics
from teapot.mentions.candidates import Run
from teapot.mentions.roles import words

_REACH, _REACH_BEHIND, _AT_LARGE, _TOKENS = 72, 48, 300, 16

_SIGNS_OF_THE_WEB = (
    *("http", "status", "response", "request", "url", "api", "endpoint", "webhook", "nginx", "gateway", "proxy"),
    *(
        "crawl",
        "upstream",
        "curl",
        "backend",
        "browser",
        "redirect",
        "location ",
        "server {",
        "error_page",
        "route",
        "www-auth",
    ),
    *("($", ".code", "→ /", "-> /", "=> /", "get /", "post /", "put /", "delete /", "patch /", "head /"),
    *(
        "状态码",
        "狀態碼",
        "接口",
        "网关",
        "網關",
        "网站",
        "網站",
        "页面",
        "頁面",
        "请求",
        "請求",
        "响应",
        "回應",
        "响應",
    ),
)
"""What tells, anywhere near, that what is tested or programmed there speaks HTTP."""


class _Claim(NamedTuple):
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
) -> tuple[_Claim, ...]:
    flags = re.VERBOSE | re.IGNORECASE
    pattern_behind = re.compile(behind, flags) if behind else None
    return (_Claim(words(called_by), re.compile(rf"(?:{before})\Z", flags), pattern_behind, at_large, certain),)


_SUCCESS_AND_FAILURE = re.compile(
    r"\b(?:expected|wanted|want|should\sbe)\W{1,3}(?:an?\s)?(?:20[0146]|30[123478])\b[^0-9\n]{1,24}(?:4[0-3][0-9]|50[0-4])\b"
    r"|\b(?:got|received|actual|saw)\W{1,3}(?:an?\s)?(?:4[0-3][0-9]|50[0-4])\b[^0-9\n]{1,24}(?:20[0146]|30[123478])\b",
    re.IGNORECASE,
)
"""A success that was expected and a failure that came: hardly anything but HTTP numbers its outcomes so."""

_COMPARED = r"""(?:is|be|have)\s(?:[<>]=?|at\s(?:most|least)|between|in\srange
    |(?:less|fewer|greater|more|larger|smaller|lower|higher)\s(?:than|or))"""
_SUM = r"\b(?!\w*(?:status|code|resp))[a-z]\w*(?:\([^()\n]{0,30}\))?\s=\s"

_OF_TESTS = (
    *_claim(
        "assert asserts asserting assertion expect", r"\b(?:xct)?(?:assert|expect)[^\n]{0,50}", at_large=True
    ),  # AssertionError: 404 != 500
    *_claim(
        "expected actual received want wanted",
        r"(?<!\bI\s)(?<!\bwe\s)\b(?:expected|actual|received|wanted|want)\s?[:=]?\s{0,9}[<(\[`'\"]{0,2}",
        r"[^\n]{0,3}(?:[^\n]{0,12}\n\s*)?[^\n]{0,12}?\b(?:but|to|got|received|actual|was|found|instead)\b",
        at_large=True,
    ),
    *_claim(
        "expected actual want wanted got",
        r"\b(?:expected|actual|want(?:ed)?|got)\b[^\n]{0,12}[0-9][^\n]{0,9}[\n,;]?\s*[a-z]{0,8}\s?[:=]?\s{0,3}",
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
        r"(?:^|[\n{};:)>])[ \t]*return\s[(\[]?(?:[^;\n]{0,30}[?:<>=+*/-]\s)?",
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
        r"\s(?:(?:back\s)?(?:for|from|to)\s(?:my|his|her|our|your|the\s(?:bike|bank|landlord|shop)|payroll)|of\sthem)\b",
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
    *_claim("handled", r"\bhandled\srequests\s[\s0-9]*", certain=True),  # nginx's own count of connections
    *_claim("request job query task call build run", r"\b\w{3,7}\s", r"\stook\b", certain=True),
)


def _by_word(claims: Iterable[_Claim]) -> dict[str, tuple[_Claim, ...]]:
    called: dict[str, tuple[_Claim, ...]] = {}
    for claim in claims:
        for word in claim.called_by:
            called[word] = (*called.get(word, ()), claim)
    return called


_CALLED_BY = _by_word((*_OF_TESTS, *_OF_OTHER_STATES, *_OF_CHECKED_VALUES, *_OF_PROGRAMS, *_OF_TRADE_AND_COUNTING))

_PROGRAMS = words(
    "binary calculation callback command commands compiler counter cron cronjob driver executable fork formula func",
    "function functions interpreter ioctl job loop macro malloc method methods model poll printf procedure process",
    "program programs queries query recv script scripts sensor sprintf sqrt strlen subroutine sum survey syscall",
    "waitpid",
)
_GIVE_BACK = words(
    "answered gave give gives print printed prints return returned returns yield yielded yields",
)
_SAY = words(
    "displayed displays gave gives report reported reports return returned returns show showed shows threw throws",
)
_BETWEEN = words("a always an code error now just must should the will with would")
_NOT_NAMED = words(
    "a an and app backend by cloudflare for from frontend get gets getting got http https in it its nginx of on or",
    "page request response same server service site that the this web website with",
)


def is_claimed(text: str, run: Run, tokens: list[str], *, in_topic: bool) -> bool:
    """Whether something other than HTTP claims a number.

    ``tokens`` are those before it, ``in_topic`` tells that its line is about the web.
    """
    if not in_topic and (_says_a_program(tokens) or _is_a_code_of_something_named(tokens)):
        return True
    near = tokens[-_TOKENS:]
    for word in _CALLED_BY.keys() & near:
        if any(_holds(claim, text, run, in_topic=in_topic) for claim in _CALLED_BY[word]):
            return True
    return not text.isascii() and outsiders_chinese.is_claimed(text, run[0].start, run[-1].end, in_topic=in_topic)


def _holds(claim: _Claim, text: str, run: Run, *, in_topic: bool) -> bool:
    if in_topic and not claim.certain and not claim.at_large:
        return False
    start, end = run[0].start, run[0].end
    if claim.before.search(text, max(0, start - _REACH), start) is None:
        return False
    if claim.behind is not None and claim.behind.match(text, end, end + _REACH_BEHIND) is None:
        return False
    return not (claim.at_large and _is_about_the_web(text, start, end))


def _is_about_the_web(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - _AT_LARGE) : end + _AT_LARGE].lower()
    return any(map(around.__contains__, _SIGNS_OF_THE_WEB)) or _SUCCESS_AND_FAILURE.search(around) is not None


def _says_a_program(tokens: list[str]) -> bool:
    """Whether a program or a call gives the number back: "the script returned 500", "fib(13) returned 233"."""
    at = _before_the_last_verb(tokens, _GIVE_BACK)
    return at >= 0 and (tokens[at] in _PROGRAMS or (tokens[at] == ")" and "(" in tokens[:at]))


def _is_a_code_of_something_named(tokens: list[str]) -> bool:
    """Whether a name claims an error code: "Alipay returned error code 404", "PS5 error code 503"."""
    at = len(tokens) - 1 - (tokens[-1:] == [":"])
    if at > 0 and tokens[at] in ("error", "errors") and tokens[at - 1] in topics.DAMPERS:
        return True
    if at < 2 or tokens[at] != "code" or tokens[at - 1] != "error":
        return False
    sayer = _before_the_last_verb(tokens[: at - 1], _SAY)
    if sayer < 0:
        sayer = at - 2
    name = tokens[sayer]
    return name[0].isalnum() and name.isascii() and name not in _NOT_NAMED


def _before_the_last_verb(tokens: list[str], verbs: frozenset[str]) -> int:
    """The place of the word before a verb that ends the tokens but for small words, -1 if none does."""
    at = len(tokens) - 1
    while at > 0 and (tokens[at] in _BETWEEN or tokens[at].endswith("ly")):
        at -= 1
    if at < 1 or tokens[at] not in verbs:
        return -1
    at -= 1
    while at > 0 and (tokens[at] in _BETWEEN or tokens[at] == "," or tokens[at].endswith("ly")):
        at -= 1
    return at
