"""What the shape of a number and of what follows it says: its plural, quotes, when it happens, how often."""

import re

from teapot.mentions.candidates import Candidate, Run
from teapot.mentions.english import phrases
from teapot.mentions.roles import VETO, words

_A_VERB, _GLUED, _A_SEARCH, _AN_AMOUNT = 3, 6, 8, 4
_A_PLURAL, _A_QUOTED_LINE, _HAPPENING, _DOING = 3, 2, 3, 2
POINTING = ("the ", "that ", "this ", "The ", "That ", "This ")
_HAPPENS = re.compile(
    r" (?:(?:only|always|still|also|just|never|now) )?(?:com(?:es|ing) from|came from|(?:dis)?appear(?:s|ed)"
    r"|happen(?:s|ed)|hits|occurs|persists"
    r"|vanish(?:es|ed)|(?:goes|went) away|is gone"
    r"|is back(?! (?:at|in|on) the (?:desk|dealer|depot|garage|shop|road|market|shelf|route|line)\b)"
    r"|(?:shows|showed|pops|popped) up"
    r"|(?:I|we|you|they|users|everyone)(?: (?:all|always|both|have|just|keep|kept|never|now|still))?"
    r" (?!(?:agreed|ate|bought|booked|rented|stayed|paid|drove|drive|owned|own|ordered|took|take|ride|rode|live|lived"
    r"|sold|sell)\b)[A-Za-z]+)\b"
)
_HAPPENS_THERE = re.compile(r" (?:only |always )?happens (?:in|on|when|if|after|at|for|only)\b")
_WHILE_DOING = re.compile(
    r" (?:(?:when|while|after|on|if) [a-z]{3,12}ing|for (?:me|us|all|everybody|everyone|many|some)(?! (?:of|the|my)))\b"
)
_MOVES = re.compile(
    r" (?:is |are |was |were )?"
    r"(?:back (?:to|at|down)|up|down|at [0-9.]+ ?%|gone|zero|normal|flat|quiet|clean|recovered|steady)\b"
    r"| ?[又都也才]?(?:[涨漲升降掉跌飙飆冲衝占佔][到至了] ?[0-9]|[归歸清]零)(?! ?[0-9.,]+ ?[块塊元多])"
)
"""What a class of statuses does: "5xx back to normal", "5xx 涨到 3%"."""
_OF_THINGS = ("sizes ", "seats ", "rooms ", "floor ")
_HOW_LONG = re.compile(
    " ?了?(?:[约約]|大概|差不多|快)? ?"
    "(?:半(?:[个個])?(?:小时|小時|[钟鐘][头頭])"
    "|[一二两兩三四五六七八九十几幾][多来來]?(?:[个個])?(?:小时|小時|分[钟鐘])"
    "|[0-9]+ ?(?:秒|分[钟鐘]|小时|小時))(?!一[班趟]|[还還]?[没沒][来來]|[才就][来來到])"
)
"""For how long there was a status: "都 502 半小时了"."""
_BUT = re.compile(
    " ?(?:但是?|可是|不[過过]|却|卻)(?![0-9])"
    "(?=[^，。\n]{0,8}(?:[Bb]ody|response|HTML|html|[Jj]son|JSON|[数數][据據]|[页頁]|[内內]容|[空没沒]|白))"
)
"""What a success is told with: "200 但是 body 是空的"."""
_ON_A_LIST = re.compile(
    r" (?:to|from|in|on) (?:the |our |its )?(?:list|set|array) of (?:retryable )?(?:status(?:es)?|status codes)\b"
)
_OF_A_CACHE = re.compile(r" \((?:from )?(?:(?:disk|memory|prefetch) cache|service ?worker)\)")
_SENT_IN, _SENT = re.compile(r" in [0-9.]+ ?(?:ms|µs|s)\b"), ("] Sent ", "\nSent ")
_REQUESTED, _OPENED = re.compile(r"\] (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (?:https?://|/)"), "["
"""What a browser, Phoenix and the Stripe CLI tell of a status."""
_WITH_A_BODY = re.compile(
    r",? (?:with|but|and) (?:an? |the |its |no )?(?:[a-z]+ ){0,3}?"
    r"(?:\{[\"']\w{1,20}[\"']:[^\n}]{1,40}\}"
    r"|(?:json|html|xml|login page|error page|(?:response|request|error) (?:body|payload)"
    r"|empty (?:body|response|payload)"
    r"|(?:body|response|payload) (?:is|was) (?:empty|null|html|json|missing|blank))\b)",
    re.IGNORECASE,
)
"""What a status came with: "200 with an html login page"."""
_JUDGED = re.compile(
    r" (?:now |also |still )?(?:be|is|was|seems|would be|counts? as) (?:the |an? )?(?:[a-z]+ ){0,2}"
    r"(?:status|response|code|answer|\"?(?:up|down|healthy))\b"
    r"| (?:is|isn't|are|aren't|be) (?:not )?(?:count|treat|consider)ed (?:as )?an? (?:failure|success|error|outage)\b"
)
_JUDGING = words("also are aren be count counts isn is now seems still was would")
_OF_A_LOG = re.compile(r" ?[\"'] +[\w/.-]{0,40}?access[\w-]{0,16}\.log")
"""A search in an access log: "grep ' 502 ' access.log"."""
_DIGITS = frozenset("(0123456789")
_TIMED = re.compile(r"[ \t]{1,4}\(?[0-9]+(?:\.[0-9]+)? ?(?:ms|µs|毫秒)\b")
_HAS_AN_AMOUNT = re.compile(
    r" ?(?:(?:只|[仅僅]|才)?有|[只才]|[一总總]?共|[佔占]了?|出[现現]了?) ?"
    r"(?:[0-9]+ ?[筆笔次條条行%](?![狗鱼魚裤褲路船腿])|[一二三四五六七八九]成)"
    r"| ?(?:只|[仅僅]|才)?有?(?:[一二两兩三四五六七八九几幾][百千][多来來]?|几十|幾十|上[百千])[次笔筆]"
    r"| ?[从從] ?[0-9.]+ ?[%％][^，。\n]{0,2}[掉降升涨漲跌][到至]"
    r"|(?<=x) ?[为為是] ?[0零]"
)
_SENT_ON = re.compile(" ?(?:[过過]去|跳[转轉过過]|到 ?(?:/|新(?:[页頁网網域地站链鏈版])|www|http))")
_BY, _REFUSED = ("被 ", "被"), re.compile(" ?(?:拒|[挡擋]回|[弹彈]回)")
"""What a redirect does, and what an error does to somebody: "会 301 过去", "老被 429 拒"."""
_LASTS, _LONGEST_LEAD = re.compile(r"(?:\bfor: ?|[=] ?|持[续續]=? ?)\Z"), 6
_QUOTED_PLURALS = ("`s ", "`s,", "`s.", "`s)", '"s ')
_GLUED_NOUNS = words("error errors response responses status code")
_OF_ONE = {"too many": "429", "i m": "418"}
"""Beginnings of phrases that say much beside other numbers: "the limit is 500, I'm told"."""
_QUOTED_LINE = re.compile(r"[\"'“「`][0-9]{3} [A-Z][a-z]")


def vote_of_the_shape(text: str, run: Run, end: int, following: str) -> int:
    """What is glued on behind, what encloses the number, and when it happens: "404s", "`404`s", '"404 Not Found"'."""
    start, is_of_an_error = run[0].start, run[-1].code[0] in "45"
    return (
        vote_of_the_ending(run[-1])
        + _AN_AMOUNT * (_HAS_AN_AMOUNT.match(text, end) is not None)
        + _HAPPENING * (is_of_an_error and _HAPPENS.match(text, end) is not None and text.endswith(POINTING, 0, start))
        + _DOING * (is_of_an_error and _HAPPENS_THERE.match(text, end) is not None)
        + _A_VERB * (following[:1] in _DIGITS and _TIMED.match(text, end) is not None)
        + _A_VERB * (following in _JUDGING and _JUDGED.match(text, end) is not None)
        + _A_VERB * (run[-1].code[-1] == "x" and _moves(text, start, end))
        + _A_VERB * (is_of_an_error and _HOW_LONG.match(text, end) is not None)
        + _DOING * (run[-1].code[0] == "2" and _BUT.match(text, end) is not None)
        + _A_SEARCH * (following in ("to", "from", "in", "on") and _ON_A_LIST.match(text, end) is not None)
        + _A_SEARCH * _is_told_by_a_program(text, start, end)
        + _GLUED * (_WITH_A_BODY.match(text, end) is not None)
        + _DOING * (is_of_an_error and _WHILE_DOING.match(text, end) is not None)
        + _A_VERB * (run[-1].code[:2] == "30" and _SENT_ON.match(text, end) is not None)
        + _A_SEARCH * (is_of_an_error and _REFUSED.match(text, end) is not None and text.endswith(_BY, 0, start))
        + _A_SEARCH * (_OF_A_LOG.match(text, end) is not None)
        + _A_PLURAL * text.startswith(_QUOTED_PLURALS, end)
        + _A_QUOTED_LINE * (_QUOTED_LINE.match(text, start - 1) is not None)
    )


def tells_its_count(text: str, end: int) -> bool:
    """Whether it is told of a status how many there were: "404 有 3021 条"."""
    return _HAS_AN_AMOUNT.match(text, end) is not None


def _moves(text: str, start: int, end: int) -> bool:
    return _MOVES.match(text, end) is not None and not text.endswith(_OF_THINGS, 0, start)


def _is_told_by_a_program(text: str, start: int, end: int) -> bool:
    """Whether it stands as a program prints it: "200 (from disk cache)", "Sent 404 in 3ms", "[400] POST /webhook"."""
    if _OF_A_CACHE.match(text, end):
        return True
    if text.endswith(_SENT, 0, start) and _SENT_IN.match(text, end):
        return True
    return text.endswith(_OPENED, 0, start) and _REQUESTED.match(text, end) is not None


def lasts(text: str, last: Candidate) -> bool:
    """Whether it is so many seconds that something lasts: "for: 200s", "持續=300s"."""
    if last.ending != "s" or last.code[0] not in "123" or last.code[-1] != "0":
        return False
    return _LASTS.search(text, max(0, last.start - _LONGEST_LEAD), last.start) is not None


def vote_of_the_ending(last: Candidate) -> int:
    """What "404s", "403ed" or "404'd" is worth."""
    if not last.ending:
        return 0
    if last.ending.startswith("_"):  # HTTP_404_NOT_FOUND
        ending = last.ending[1:].lower().split("_")
        return _GLUED if ending[0] in _GLUED_NOUNS or is_a_phrase(ending, last.code) else VETO
    if last.ending == "d":  # as in "got 404d", and in hexadecimal numbers
        return 1
    if last.ending.strip("'’") != "s" or last.code[0] in "45":
        return _GLUED
    return 3 if last.code.endswith("0") else 5  # the 200s may be years


def is_a_phrase(tokens: list[str], code: str) -> bool:
    """Whether a reason phrase begins here. One of a single word counts beside its own number only."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else ""
    if second in ("-", "_", "’", "'", "\n") and len(tokens) > 2:
        second = tokens[2]
    if f"{first} {second}" in _OF_ONE:
        return code == _OF_ONE[f"{first} {second}"]
    return f"{first} {second}" in phrases.PHRASES or first in phrases.SINGLE_PHRASES.get(code, ())
