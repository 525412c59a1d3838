"""Numbers that sound like a status and are somebody else's: of a program, a test, a check of a value, a trade.

"The script returned 500" is built like "the API returned 500"; who speaks makes the difference. Claims are held only
against numbers that would be heard otherwise, and never against one with its reason phrase behind it.
"""

import re

from teapot.mentions import topics
from teapot.mentions.at_large import Message
from teapot.mentions.candidates import Run
from teapot.mentions.chinese import outsiders as outsiders_chinese
from teapot.mentions.others.bodies import is_of_a_body
from teapot.mentions.others.claim import Claim
from teapot.mentions.others.claims import CALLED_BY
from teapot.mentions.roles import words
from teapot.mentions.tokens import METHODS

_REACH, _REACH_BEHIND, _TOKENS, _REACH_OF_HTTP, _REACH_OF_A_SUM = 72, 48, 16, 16, 48
_OWN_LIST = re.compile(
    r"\b(?:their|its|our|his|her|\w+'s)\sown\s(?:\w+\s)?(?:catalog(?:ue)?|codes|(?:error|status|return)\scode|lists?|tables?|enum|numbering|space)\b"
    r"|\b(?:not|is\sno|isn't|aren't)\s(?:an?\s|the\s)?HTTP\s(?:status|code)(?:es|s)?\b(?!\s[0-9])|\bnothing\sto\sdo\swith\sHTTP\b"
    r"|\b(?:terminal|vendor|carrier|bank|device|printer|manufacturer)'s\s(?:list|table|codes?)\b"
    r"|\b(?:in|on|from)\stheir\s(?:code\s)?(?:list|table|chart)\b"
    r"|,\s(?:the\s)?(?:manual|handbook)\ssays\b(?!\sto\b)",
    re.IGNORECASE,
)
_OF_A_SUM = re.compile(
    r"差一?[分元塊块毛]|差的? ?[0-9]{2,}(?![0-9]| ?(?:字[节節]|位元組|[KMG]?B\b|m?s\b|毫?秒))|含[税稅]|嫌[贵貴]"
    r"|[报報][价價](?!接口|[页頁系服]|[Aa][Pp])|差[价價]|到[账帳]|[参參]考值"
    r"|比[去前]年便宜"
    r"|[还還][价價]|[报報] ?[0-9]{2,4}[，,] ?我[还還] ?[0-9]|[优優]惠[后後] ?[0-9]"
    r"|[账帳][单單][：:][^，。\n]{1,8}[0-9]+[，,][^，。\n调調面站]{0,6}[0-9]"
    r"|[师師]傅要 ?[0-9]|便宜 ?[0-9]{3}"
    r"|[卖賣] ?[0-9]+[，,] ?[^\W\d_]{1,4}那[个個] ?[0-9]"
    r"|(?:[0-9] ?|[刚剛])成交(?=[，。！\s]|$)|退了? ?[0-9]{3} ?[块塊元]"
    r"|批[发發][价價]|[谈談]到 ?[0-9]+(?=[，。块元]|$)|不能再低|只肯"
    r"|店[里裡] ?[0-9]|[网網]上 ?[0-9]{3}(?![0-9])|降[点點]吧|月底才退|比估的"
    r"|运费|運費|盘点|盤點|(?:库存|庫存|价格|價格|总[数数价價])(?:是|的是)|实物|實物|[杀殺砍]到 ?[0-9]+(?![0-9KMG])"
    r"|\b(?:tax(?:ed)?\b(?![/_-]|\s(?:api|service|site|portal|office))|payouts?(?!\s(?:api|webhook|service|endpoint|page|job))|billed|after\sfees|bucks|is\sfees|(?:plus|incl|including|excl|without|before)\sVAT|charged\sme(?=\s[$€£0-9])|whole\squote|in\s(?:euros|dollars|pounds)(?=:)|in\stips|(?:too\smuch|(?:asks|wants|paid)\s[0-9]{3})\sfor\sthe\s(?:logo|ride)|at\sauction|sold\smy"
    r"|up\sfrom\s[0-9]|in\sstock|price\sand)\b",
    re.IGNORECASE,
)
"""What tells that the numbers of a message are sums of money or goods, which two parties tell apart."""
_REACH_OF_A_SERVER = 28
_SAYS_A_SERVER = re.compile(
    r"(?:保存|[储儲]存|提交|刷新)[^，。\n0-9]{0,6}[就会會][^，。\n0-9]{0,3}\Z"
    r"|(?:\b(?:page|webhook|callback|endpoint|gateway)\b|接口|[网網][关關站]|[页頁]面)"
    r"(?:(?!price)[^，。,.;\n0-9价價钱錢写寫标標改]){0,16}\Z"
)
"""What tells all the same that a number is the answer of a page or an endpoint."""
_RETURNED = re.compile(r"\b(?:return(?:s|ed)?|gives?|gave|throws?|threw)\s(?:an?\s)?\Z")
_ISSUE, _IS_ITS_TURN = (
    re.compile("#([0-9]+)"),
    re.compile(r"\s(?:first|next|later|too|needs|can\swait|is\s(?:mine|next|done|ready|blocked))\b"),
)
_OF_HTTP = re.compile(r"\bHTTP\b[^,.;\n]{0,8}\Z", re.IGNORECASE)

_PROGRAMS = words(
    "adc dac binary calculation callback command commands compiler counter cron cronjob driver executable fork",
    "formula func function functions interpreter ioctl job loop macro malloc method methods model poll printf",
    "procedure process program programs queries query recv script scripts sensor sprintf sqrt strlen subroutine sum",
    "survey syscall waitpid",
)
_NAMES_OF_A_STATUS = words("status statuscode")
_THROWN = words("error exception")
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


def is_claimed(message: Message, run: Run, tokens: list[str], near: frozenset[str], *, in_topic: bool) -> bool:
    """Whether something other than HTTP claims a number.

    ``tokens`` are those before it, ``near`` the words around it, ``in_topic`` tells that its line is about the web.
    """
    if _is_of_an_own_list(message.text, run) or is_of_a_body(message.text, run) or _is_an_issue(message.text, run):
        return True
    if _NAMES_OF_A_STATUS.isdisjoint(tokens[-4:]) and _is_of_a_sum(message.text, run):
        return True
    if not in_topic and _is_a_code_of_something_named(tokens):
        return True
    if not in_topic and _says_a_program(tokens) and not _is_meant(message, run):
        return True
    if not in_topic and not near.isdisjoint(topics.OWN_ERRORS) and _is_called_an_error(tokens):
        return True
    for word in CALLED_BY.keys() & tokens[-_TOKENS:]:
        if any(_holds(claim, message, run, near, in_topic=in_topic) for claim in CALLED_BY[word]):
            return True
    return not message.text.isascii() and outsiders_chinese.is_claimed(
        message, run[0].start, run[-1].end, in_topic=in_topic
    )


def _is_meant(message: Message, run: Run) -> bool:
    """Whether the message is about the web, or tells what the number means: "the function returns 401, key expired"."""
    start, end = run[0].start, run[-1].end
    return message.is_about_the_web(start, end) or message.tells_the_meaning(run[0].code, start, end)


def _is_of_a_sum(text: str, run: Run) -> bool:
    """Whether money or goods are added up around a number that nobody calls one of HTTP."""
    if run[-1].ending or run[0].code[-1] == "x":
        return False
    start, end = run[0].start, run[-1].end
    around = text[max(0, start - _REACH_OF_A_SUM) : end + _REACH_OF_A_SUM]
    before = max(0, start - _REACH_OF_A_SERVER), start
    if "HTTP" in around or "API" in around or _SAYS_A_SERVER.search(text, *before) or _RETURNED.search(text, *before):
        return False
    return _OF_A_SUM.search(around) is not None


def _is_of_an_own_list(text: str, run: Run) -> bool:
    """Whether somebody says near a number that its codes are their own, and nobody calls it one of HTTP."""
    start = run[0].start
    space = text[max(0, start - _REACH) : run[-1].end + _REACH]
    if not any(sign in space for sign in (" own ", "HTTP", "manual", "handbook", "'s ", " their ")):
        return False
    return _OWN_LIST.search(space) is not None and not _OF_HTTP.search(text, max(0, start - _REACH_OF_HTTP), start)


def _is_an_issue(text: str, run: Run) -> bool:
    """Whether a clause begins with the number of an issue just named: "skim #404 and #422, 422 first"."""
    start = run[0].start
    if not text.endswith((", ", ". ", "\n"), 0, start) or _IS_ITS_TURN.match(text, run[-1].end) is None:
        return False
    return run[0].code in _ISSUE.findall(text, max(0, start - _REACH), start)


def _holds(claim: Claim, message: Message, run: Run, near: frozenset[str], *, in_topic: bool) -> bool:
    if claim.at_large and not near.isdisjoint(METHODS):
        return False
    if in_topic and not claim.certain and not claim.at_large:
        return False
    text, start, end = message.text, run[0].start, run[0].end
    if claim.behind is not None and claim.behind.match(text, end, end + _REACH_BEHIND) is None:
        return False
    if claim.before.search(text, max(0, start - _REACH), start) is None:
        return False
    return not claim.at_large or not (
        message.is_of_the_web_for_sure(start, end) or message.tells_the_meaning(run[0].code, start, end)
    )


def _says_a_program(tokens: list[str]) -> bool:
    """Whether a program or a call gives the number back: "the script returned 500", "fib(13) returned 233"."""
    at = _before_the_last_verb(tokens, _GIVE_BACK)
    if at >= 0 and tokens[at] == ")":  # but "NotFoundException() gives 404"
        return "(" in tokens[:at] and _THROWN.isdisjoint(tokens[max(0, at - 3) : at])
    return at >= 0 and tokens[at] in _PROGRAMS


def _is_called_an_error(tokens: list[str]) -> bool:
    """Whether a number is called an error or its code: "error 404", "error code: 404", "err 404"."""
    at = len(tokens) - 1 - (tokens[-1:] == [":"])
    return at >= 0 and tokens[at - (tokens[at] == "code" and at > 0)] in ("err", "error", "errors")


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
    return name[0].isalnum() and name.isascii() and name not in _NOT_NAMED and name not in topics.PRODUCTS


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
