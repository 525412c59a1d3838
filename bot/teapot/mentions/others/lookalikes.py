"""Numbers that look like a status and are a price, a course, the size of an answer."""

import re

from teapot.mentions import topics
from teapot.mentions.at_large import Message
from teapot.mentions.candidates import Candidate, Run
from teapot.mentions.chinese import topics as topics_chinese
from teapot.mentions.english import words as english
from teapot.mentions.numbers import FAMILIAR, is_whole_class, prior
from teapot.mentions.reading import Before
from teapot.mentions.roles import words

_FIRST_COURSE = "101"
_ARROWS, _LONGEST_ARROW = ("->", "=>", "→"), 3
_AN_EXCEPTION = re.compile(r"[a-z](?:Exception|Error)\b")
_QUOTES = "\"“'`"
_HEADING = re.compile(r"(?:\A|\n)[ ]{0,8}(?:[a-z][\w-]{1,12}\s){0,2}[a-z][\w-]{1,20}:\s\Z", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    "(?:(?<![返来來被傳传])回|回到|[找看收拿抽选選订訂写寫碰搬]到|(?<!跳)[转轉]到|[背读讀抄跑做][了到]|[写寫]了"
    "|(?<![又还還都就老总總全一直始])(?:[挂掛按]|只吐)"
    "|(?:能|可|给|給|再|客[户戶]|平台|商家)返|打[开開]|[显顯]示|[停卡]在)[了个個]? ?\\Z"
)
_OF_A_SERVER = re.compile(
    "(?:[秒钟鐘时時][之以]?[内內]|超[过過]了?就|一律|[统統]一|故意|固定|[应應][该該]|[开開]始|/[a-z/_-]{2,20} ?"
    "|[0-9]{3} ?不|[我你他咱][们們]?是)回 ?\\Z"
    "|(?:[A-Za-z]{2,}|它|[测測试試调調]|服[務务]器?|系[統统]|接口|[後后前]端|[網网][關关站頁页]|伺服器|程式"
    "|上游|代理|源站) ?"
    "(?:[就都会會又卻却也只]|[现現]在|一直|老是|直接){0,2}回 ?\\Z"
)
_AN_ATTEMPT = re.compile(
    r"\b(?:retry|retries|attempts?|try|tries|step|epoch|iter(?:ation)?|batch|progress|done|finished|completed)\s?[:=#]?\s?\Z"
    r"|\b(?:grade|score|marks|points|exam|quiz)\b[^\n]{0,14}\Z"
    "|(?:名[额額]|人[数數]|已[选選报報约約满滿抢搶]|剩[余餘]|容量|[选選][课課]|[进進]度)[^，。\\n]{0,8}\\Z"
    "|(?:第|[重尝嘗][试試]|[进進]度|完成|[轮輪]次)[：: ]?\\Z",
    re.IGNORECASE,
)
_END_OF_ALL_NUMBERS = "999"
_HOW_MANY, _REACH_OF_HOW_MANY = re.compile(r"(?:\b(?:no|any|zero|more|fewer|some)|[0-9]%)\s\Z", re.IGNORECASE), 7
_REACH, _LONGEST_HEADING = 16, 32
_AROUND = 40
_IN_RANGES = words(
    "boards aisle aisles apartment apartments bus buses cards center centers centre centres chipset chipsets course",
    "courses desk desks driver drivers extension extensions flight flights floor floors gpu gpus hull laptop laptops",
    "ledger locker lockers major majors model models paint phones ral room rooms shelf shelves sku skus train trains",
)
"""Things whose numbers are told in hundreds."""
_PEOPLE = words("customers employees people users vus visitors")
_HARDLY_A_LIMIT = 4
_NO_LIMIT = ("整个", "整個", "失败", "失敗", "的", "都", "才", "就", "会", "會", "又", "还", "還")
_WITH_SUBSTATUS = words("400 401 403 404 405 406 412 413 500 501 502 503")
_CALLED_A_STATUS, _A_VERB, _A_HINT = 6, 5, 4
_COUNTING_UP = re.compile("(?:[已都][经經]?|[都就]?快要?|才|[攒攢存满滿]了?|到|[今去]年) ?\\Z")
_SO_MANY_TIMES = re.compile("[0-9] ?[多几幾]?次 ?\\Z")
_OF_SOMEBODY = re.compile(
    "(?:老[师師板闆]|[师師]傅|[医醫]生|先生|女士|同[学學事]|房[东東]|[邻鄰]居|客人|朋友|[搬走跑]去|前面) ?\\Z"
)
"""Of whom "404 了" tells a room, a number, or a joke."""
_AS_SOON_AS = re.compile("一[^，。\n]{1,6}就 ?\\Z")


def numbers_a_thing(text: str, run: Run, before: Before, near: frozenset[str], tokens: list[str]) -> bool:
    """Whether a number without a cue is that of a course, or a class that of rooms, models and the like."""
    if before.by_a_cue:
        return False
    return _is_a_course(text, run, near) or _is_a_range_of_things(run, near, tokens)


def _is_a_course(text: str, run: Run, near: frozenset[str]) -> bool:
    """Tell "APIs 101", which is for beginners, from the 101 of a connection that is upgraded."""
    if run[0].code != _FIRST_COURSE or len(run) > 1 or not near.isdisjoint(topics.UPGRADES | topics.PROTOCOL):
        return False
    start = run[0].start
    around = text[max(0, start - 4 * _REACH) : start + _REACH]
    return "1xx" not in around and "握手" not in around


def _is_a_range_of_things(run: Run, near: frozenset[str], tokens: list[str]) -> bool:
    """Tell "4xx courses" and "rooms 3xx are upstairs" from classes of statuses."""
    are_of_a_class = run[-1].code[-1] == "x" or is_whole_class(run)
    return are_of_a_class and near.isdisjoint(topics.TOPIC) and not _IN_RANGES.isdisjoint(tokens)


def is_no_code(text: str, run: Run, near: frozenset[str], before: int) -> bool:
    """Whether a run is a ratio, a range or a decimal."""
    return (before < _CALLED_A_STATUS and is_a_ratio_or_a_range(text, run)) or is_a_decimal(text, run, near, before)


def is_a_decimal(text: str, run: Run, near: frozenset[str], before: int) -> bool:
    """Tell "404.5" from the sub-status 404.5, which IIS alone writes."""
    code, _, fraction = run[-1].code.partition(".")
    if not fraction:
        return False
    is_round = fraction == "0" and ("iis" in near or text.endswith(" Error ", 0, run[0].start))  # HTTP Error 404.0
    is_possible = code in _WITH_SUBSTATUS and (is_round or not fraction.startswith("0"))
    if not is_possible:
        return True
    is_in_context = topics_chinese.TOPIC.search(text, max(0, run[0].start - _AROUND), run[-1].end + _AROUND)
    return near.isdisjoint(topics.SUBSTATUS_CONTEXT) and before <= _A_VERB and is_in_context is None


def is_a_ratio_or_a_range(text: str, run: Run) -> bool:
    """Tell "200/200 in use", "(101/404): a.rpm" and "from 100 to 999" from a list of statuses."""
    if len(run) == 1:
        return False
    former, last = run[-2], run[-1]
    between = text[former.end : last.start]
    if between.strip() == "/" and _AN_ATTEMPT.search(text, max(0, former.start - 2 * _REACH), former.start):
        return True
    if between == "/" and text.startswith("):", last.end) and text.endswith(("\n(", "\r("), 0, former.start):
        return True
    if former.code == last.code:
        return between.strip() == "/" or between == ","  # resize(500,500)
    return last.code == _END_OF_ALL_NUMBERS and "," not in between and "、" not in between


def is_a_limit(text: str, run: Run, number: int) -> bool:
    """Tell "最多返回 500" from "返回 500"."""
    start = run[0].start
    if text.isascii() or number >= _HARDLY_A_LIMIT or not run[0].code.endswith("00"):
        return False
    lead = re.split("[，\n]", text[max(0, start - _REACH) : start])[-1]
    limit = topics_chinese.LIMIT.search(lead)
    return limit is not None and not any(word in lead[limit.end() :] for word in _NO_LIMIT)


def tells_how_far(before: list[str], behind: list[str]) -> bool:
    """Whether a "status" is a state of affairs, as in "status: 200 units left"."""
    if not _PEOPLE.isdisjoint(behind[:3]):  # over http: 200 virtual users
        return True
    is_bare = topics.TOPIC.isdisjoint(before) and "code" not in before
    return is_bare and english.COUNTABLE.isdisjoint(behind[:1])


def is_headed(text: str, start: int) -> bool:
    """Whether a name and a colon, or a quote, stand before a number where a program speaks: 'apt: 404', 'rows "404'."""
    return text[start - 1] in _QUOTES or _HEADING.search(text, max(0, start - _LONGEST_HEADING), start) is not None


def may_be_of_people(message: Message, number: Candidate, before: Before) -> bool:
    """Whether a verb that people need as much as servers is all that speaks for a number: "the scale says 404"."""
    start, end = number.start, number.end
    if _is_done_by_people(message.text, start):
        return not message.hints_at_software(start, end) and not message.tells_the_meaning(number.code, start, end)
    if _AN_EXCEPTION.search(message.text, max(0, start - 2 * _REACH), start):  # EntityNotFoundException maps to 404
        return False
    is_led_to = message.text[max(0, start - _LONGEST_ARROW) : start].rstrip().endswith(_ARROWS)  # post again -> 503
    is_of_a_verb = 0 < before.vote <= _A_VERB and number.code[-1] != "x" and not number.ending and not is_led_to
    if not is_of_a_verb or not message.text.isascii() or message.tells_the_meaning(number.code, start, end):
        return False
    return not message.is_of_engineers(start, end)


def _is_done_by_people(text: str, start: int) -> bool:
    """Whether the verb before a number is one of people as much as of servers: one goes back (回) to 404 too."""
    if text[start - 1] not in " 回到开開示在了个個返挂掛按吐":
        return False
    begin = max(0, start - _REACH)
    return _OF_PEOPLE.search(text, begin, start) is not None and _OF_A_SERVER.search(text, begin, start) is None


def is_bare(message: Message, number: Candidate, before: Before, behind: int) -> bool:
    """Whether small words are all that speaks for a Chinese number: "还是 503", "已经 503 了", not "一开卖就 503"."""
    text, start = message.text, number.start
    if text.isascii() or before.by_a_cue or before.vote >= _A_HINT or behind >= _A_HINT or number.code[-1] == "x":
        return False
    begin = max(0, start - _REACH)
    if (
        _AS_SOON_AS.search(text, begin, start)
        or _SO_MANY_TIMES.search(text, begin, start)
        or (behind and not any(of.search(text, begin, start) for of in (_COUNTING_UP, _OF_SOMEBODY)))
    ):
        return False
    return not message.hints_at_software(start, number.end) and not message.tells_the_meaning(
        number.code, start, number.end
    )


def says_how_many(text: str, run: Run) -> bool:
    """Whether the word before a class counts statuses: "no 4xx at all"; none of a familiar error is one as well."""
    start = run[0].start
    if text.endswith((" no ", "No "), 0, start) and run[0].code[0] in "45" and prior(run[0].code) >= FAMILIAR:
        return True
    return run[0].code[-1] == "x" and _HOW_MANY.search(text, max(0, start - _REACH_OF_HOW_MANY), start) is not None
