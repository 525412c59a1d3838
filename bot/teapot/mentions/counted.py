"""Numbers that go on from an amount in the clause before: the next count, a part of the first, one of its kind."""

import re

from teapot.mentions.candidates import Run
from teapot.mentions.chinese.reading import is_spoken_for
from teapot.mentions.meanings import OWN_MEASURES

_REACH_OF_AN_AMOUNT, _REACH_OF_A_KIND = 16, 48
LED_ON = re.compile(
    r"[，,、] ?(?![^ ，]*(?:一直|直接|一律|[统統]一|全[部是]|[开開]始|[变變]成|[现現]在|突然|偶[尔爾]|[还還]是"
    r"|[又都就也还還全会會老]))[^\W\d_]{1,6} ?"
)
"""What leads on from a number to the next one, if it is no word of what servers do: "请求数 404，失败 503"."""
_COUNTED, _AND_THEN = re.compile(r" ?[^\W\d_]{1,4}(?=[，,、；])"), re.compile(r"\s*(?:了|[.,;!?)\n，。；！？]|\Z)")
"""How a count is told, and what ends the next one: "接口 500 个，已上线 404"."""
_AN_AMOUNT = re.compile(
    r"[0-9] ?[百千万萬]? ?"
    r"(?:[个個台臺块塊元条條件人位张張本份套只隻斤箱盒瓶单單家间間辆輛部兆双雙棵頁页]|公斤|[KMGT]B?)"
    rf"{LED_ON.pattern}\Z"
)
"""A small or large amount whose clause the next number goes on from: "服务器 2 台，带宽 503"."""
_OF_ITS_KIND = re.compile(
    r"[0-9] [A-Za-z]+(?: [a-z]+)?, (?:and |but |the )?"
    r"(?:worst|peak|average|avg|mean|median|total|mobile|desktop|free|paid|new|old|open|closed|merged|offline|idle|backup"
    r"|target|goal|budget|unread|rest|other(?: one)?)(?: was| is| at| had| has)? \Z"
)
"""What leads from an amount to one of its kind: "the site had 500 visitors, mobile 404"."""
_REST_OF_THEM = re.compile(r" ?[^\W\d_]{1,4}[，,、；] ?(?:其中|[里裡][面头頭]?|有|[还還]有)? ?")
_OF_THE_REST = re.compile(r" ?(?:[还還][没沒]|[没沒未待已][^了]|是(?:重[复複]|旧|舊|新|空|[坏壞]|假)的)")
"""How a part of it is told: "订单 500 单，404 还没处理"."""
_END = re.compile(r"\s*(?:[.,;!?)\n]|\Z)")


def follows_an_amount(text: str, run: Run) -> bool:
    """Whether the clause before is one on an amount, and no cue and no word of the web leads to the number."""
    start = run[0].start
    if is_at_an_end(text, run) and _OF_ITS_KIND.search(text, max(0, start - _REACH_OF_A_KIND), start):
        return True
    if text.isascii() or _AND_THEN.match(text, run[-1].end) is None or is_spoken_for(text, start):
        return False
    return _AN_AMOUNT.search(text, max(0, start - _REACH_OF_AN_AMOUNT), start) is not None


def goes_on(text: str, former: Run, run: Run) -> bool:
    """Whether a Chinese count goes on in the next clause, where no cue and no word of the web leads to a number."""
    end, start = former[-1].end, run[0].start
    if text.isascii() or is_spoken_for(text, start) or is_meant_by(text[end:start], run[0].code):
        return False
    counted = _COUNTED.match(text, end, start)
    if counted is None:
        return False
    if _AND_THEN.match(text, run[-1].end) and LED_ON.fullmatch(text, counted.end(), start):
        return True
    return _REST_OF_THEM.fullmatch(text, end, start) is not None and _OF_THE_REST.match(text, run[-1].end) is not None


def is_meant_by(between: str, code: str) -> bool:
    """Whether the word before a number means that status: "超时 504"."""
    return any(code in codes and between.rstrip().endswith(word) for word, codes in OWN_MEASURES.items())


def is_at_an_end(text: str, run: Run) -> bool:
    """Whether a clause ends behind a run."""
    return _END.match(text, run[-1].end) is not None
