"""Numbers told in one breath with the one before them, whose nature they share: counts, parts of a count, ids."""

import re
from collections.abc import Sequence

from teapot.mentions.candidates import Run
from teapot.mentions.counted import (
    LED_ON,
    follows_an_amount,
    goes_on,
    is_at_an_end,
    is_counted_with_another,
    is_meant_by,
)
from teapot.mentions.numbers import FAMILIAR, prior
from teapot.mentions.roles import VETO
from teapot.mentions.shapes_behind import tells_its_count
from teapot.mentions.votes import CLAIMED, Verdict

_EARSHOT, _OUTRIGHT, _CLOSE, _LONGEST_OUTCOME = 100, 13, 5, 10
_NEXT_WORD = re.compile(r" ?(?:[是=空:：]|表示|代表|for\b|is\b|means\b|was\b)")
_COUNTED_TOO = re.compile(
    r" (?:[a-z]{3,}ing|open|done|left|closed|against|in (?:draft|review|stock|transit|progress)"
    r"|from cache|(?:everywhere )?else)\b"
)
"""How a count goes on: "503 tickets open, 412 waiting"."""
_CLAUSE = re.compile(r"[^\n。.;；,，、]{2,24}(?:[,，、;；]|\n) ?(?:and )?")
_NEXT_CLAUSE = re.compile(rf"{_CLAUSE.pattern}(?:ours (?:is|was) |[^\W\d_]{{1,3}} )?")
_TALLY = re.compile(
    r" ?[^\W\d_]{1,8}[，,、；;] ?[^\W\d_]{0,4}(?:只|才|[仅僅]|[实實][际際])[^\W\d_]{0,4}[到了有] ?|"
    r" ?[^\W\d_]{1,8}[，,、；;] ?(?:其中|一共|[总總]共)?"
    r"(?:[过過掛挂]了?|失[败敗]|成功|通[过過]|跳[过過]|命中|[还還]?剩下?|完成|超[时時]|[误誤漏][报報]"
    r"|(?:已[经經])?[花用耗][掉了]|[去除扣减減][掉去了][^\W\d_]{0,3}的?)了? ?"
    r"|[^\n,;0-9]{0,20}[,;] (?:and )?(?:passed|failed|skipped|missed|left|ok|errors?)[: ]{1,2}"
)
"""What lies between a count and a part of it: "404 个用例，失败 502"."""
_AND_OF = re.compile(r" [a-z]+ (?:[a-z]+ )?(?P<of>from|in|on|for|at) [^,.;\n]{1,24}?,? (?:and )?")
"""What lies between two counts of one kind: "403 rows from the API and 404 from the warehouse"."""
_A_UNIT, _OF_THE_OTHER = re.compile(r" (?:km|mi|miles|ms|MB|GB|KB|kg|px)\b"), re.compile(r" (?:in|on|at|from|for) ")
_AND_SECONDS = re.compile(r"s (?:on|in|for|at) [^,.;\n]{1,24}? (?:and|versus|vs\.?|against) (?:[a-z]+ )?")
_ALONE = re.compile(r" (?:ms|s|seconds|MB|GB|kB)\b[^\n.;0-9]{0,24}, (?:the |our )?[a-z]+ (?:alone|only|itself) ")
"""What lies between a measured value and a part of it: "takes 503 ms, the db alone 410"."""
_PRICED = re.compile(r" (?:bucks|dollars|euros?|quid|pounds|USD|EUR|GBP|[€£]),? (?:and )?(?:[A-Z]?[a-z]+ ?){1,3}")
"""What lies between a price and the next one: "RDS 502 bucks, CloudFront 403"."""
_THINGS = " (?:rows|items|records|results|lines|entries|users|files|documents|products|orders|frames|pages)"
_COMPARED = re.compile(
    r"(?![^\n.;]{0,60}\b(?:API|api|server|gateway|nginx|backend|endpoint)\b)"
    rf"(?:(?:{_THINGS})?[^\n.;0-9]{{0,40}}?\b(?:(?:only|just|still) )?(?:says|shows|reports|counts) "
    rf"|(?:{_THINGS})?[^\n.;0-9]{{0,40}}? (?:failed|died|stopped) on "
    rf"|{_THINGS}[^\n.;0-9]{{1,32}} (?:returned|returns|found) )"
)
_HELD = re.compile(rf"(?:{_THINGS})?[^\n.;0-9]{{0,40}}? (?:only )?(?:has|have|had|lists|holds|contains) ")
"""What leads from a count to one that should be the same: "the sheet has 500 rows and the page shows 499"."""
_USED_TO_BE = re.compile(r" ?[A-Za-z]{1,12},? (?:but )?(?:it |that )?used to be ")
_REACHED = re.compile(
    r"[^\n.;]{2,40}?\b(?:we|they|you|I|it|he|she|ours)(?:'re|'ve| (?:are|have|has|had|is|was))"
    r"(?: got| at| about| around| already)* "
)
"""What leads from what is allowed to what there is: "caps at 500 urls, and we have 522"."""
_CORRECTED = re.compile(
    r"(?:,? (?:but|and|not|where|when|I|think|say|maybe|it|that|should|must|be|returns?|gives?|is|was|got|expected"
    r"|instead|of)\b){1,5}+ "
    r"|[，,；;] ?[^\W\d_]{0,4}(?:[期预預][望期]|[应應][该該]?[是为為]|[实實][际際]|本[该該应應]是)"
    r"[是为為得到返回]{0,2} ?"
)
"""What lies between a wrong number and the right one: "the loop returns 404, should be 403"."""
_ALL_OF_THEM = re.compile(
    r"(?:全[是都]|都是|直接|一直|[报報]|返回) ?\Z|\b(?:all|came back) \Z|% \Z|[0-9] ?[个個次條条筆笔] ?\Z"
)
"""What leads to what became of an amount: "sent 200 requests, all 200"."""
_SHOULD_HAVE_BEEN = re.compile(r"[^\n.;0-9]{0,32} (?:and|but) (?:should have been|should be|was meant to be) ")
"""What lies between an amount and the one that it should have been."""
_DENIED = re.compile(r"(?: [a-z]{1,12})?,? (?:not|rather than) ")
"""What lies between a measured number and one that it is not: "500 kg, not 503"."""
_RENAMED = re.compile(
    r" ?[了又]?(?:[掉跌落滑降升漲涨冲衝爬跳加减減增缩縮提调調]|[扩擴]容)[到至]了? ?"
    r"|[^\n。；0-9]{0,4}[，,] ?[^\W\d_]{0,3}[天年月周次]才 ?"
    r"| ?(?:元|[块塊刀克斤]|美[元金]|[^\W\d_]{0,2}[币幣])[^\n。；0-9]{0,4}[，,] ?"
    r"(?:[今昨前明后後][天早晚年]|上[周月个個]|[这這本]周|[现現]在|以前|之前|去年)[就才都又要只已经經到涨漲降跌]{0,3} ?"
    r"|[^\n。；]{0,8}[，,、；;] ?[^\W\d_]{0,4}(?:[写寫填打看记記输輸改换換变變印][成为為]|[改换換搬挪][到至])了? ?"
)
"""What lies between a number and the one that it becomes: "郵遞區號 404，上次寫成 403"."""
_ALSO = re.compile(
    r"(?![^\n]{0,12}(?:[返回]|打[开開]|[访訪][问問]|[点點][进進开開]|响应|響應|接口|[网網页頁站]|[状狀][态態]))"
    r"[^\n。0-9]{1,12}也是 ?"
)
"""What lies between an amount and the same one of another: "本月缴 504，公司也是 504"."""
_SO_IS = re.compile(
    r"[，,、] ?(?![^\n]{0,8}(?:[返回]|[拿收报報]|提示|响应|響應|接口|[网網页頁站]|[状狀][态態]))[^\W\d_]{1,8} ?是 ?"
)
_IS_TOO = re.compile(r"[^\n。0-9]{1,16}[，,] ?")
"""What lies between two numbers of a kind: "pid 是 504，master 是 499", "user_id=500 那条是测试数据，422 也是"."""


def tell_pairs(text: str, runs: Sequence[Run], verdicts: Sequence[Verdict]) -> list[bool]:
    """Of each run whether it is told like one right before it that is no status."""
    paired: list[bool] = []
    for at in range(len(runs)):
        if tells_its_count(text, runs[at][-1].end):
            paired.append(False)
            continue
        of_others = at > 0 and (paired[-1] or verdicts[at - 1].points <= VETO)
        is_paired = of_others and _is_paired(text, runs[at - 1 : at + 1], verdicts[at - 1 : at + 1])
        is_counted = follows_an_amount(text, runs[at]) or is_counted_with_another(text, runs[at])
        paired.append(is_paired or is_counted or _is_counted_before(text, runs, verdicts, at))
    return paired


def _is_counted_before(text: str, runs: Sequence[Run], verdicts: Sequence[Verdict], at: int) -> bool:
    """Whether a round number was an amount shortly before: "caps at 200 rows, and you get 200"."""
    code, start = runs[at][0].code, runs[at][0].start
    if (
        (not code.endswith("00") and prior(code) >= FAMILIAR)
        or verdicts[at].points >= _OUTRIGHT
        or _ALL_OF_THEM.search(text, max(0, start - _LONGEST_OUTCOME), start)
    ):
        return False
    return any(
        run[0].code == code
        and verdict.points <= VETO
        and start - run[0].start < _EARSHOT
        and "\n" not in text[run[0].start : start]
        for run, verdict in zip(runs[max(0, at - 2) : at], verdicts[max(0, at - 2) : at], strict=True)
    )


def _is_paired(text: str, runs: Sequence[Run], verdicts: Sequence[Verdict]) -> bool:
    """Whether the second number is told like the first: "请求数 404，失败 503", "401 = oil, 404 = water"."""
    (former, run), (former_verdict, verdict) = runs, verdicts
    end, start = former[-1].end, run[0].start
    if not verdict.by_a_cue and LED_ON.fullmatch(text, end, start):
        return True
    if former_verdict.points <= VETO and goes_on(text, former, run):
        return True
    if former_verdict is CLAIMED and _CORRECTED.fullmatch(text, end, start):
        return True
    if former_verdict.points <= VETO and _SHOULD_HAVE_BEEN.fullmatch(text, end, start):
        return True
    if former_verdict.points <= VETO and _DENIED.fullmatch(text, end, start):
        return True
    if former_verdict.points <= VETO and _continues(text, former, run):
        return True
    if _CLAUSE.fullmatch(text, end, start) is None:
        return False
    if former_verdict.points <= VETO and former[-1].code[-1] == run[0].code[-1] == "x":  # 1xx 段是五金，4xx 是包材
        return True
    next_word = _NEXT_WORD.match(text, end)
    return former_verdict is CLAIMED or (next_word is not None and text.startswith(next_word[0], run[-1].end))


def _continues(text: str, former: Run, run: Run) -> bool:
    """Whether a number goes on where a count or an id left off: a part of it, the next one, what it became."""
    end, start = former[-1].end, run[0].start
    is_tallied = _TALLY.fullmatch(text, end, start) is not None and not is_meant_by(text[end:start], run[0].code)
    if is_tallied or _RENAMED.fullmatch(text, end, start):
        return True
    if former[-1].ending == run[-1].ending == "s" and _AND_SECONDS.fullmatch(text, end, start):
        return True
    is_the_same = former[-1].code == run[0].code and _ALSO.fullmatch(text, end, start) is not None
    is_so_too = _SO_IS.fullmatch(text, end, start) is not None and text.endswith(("是 ", "是"), 0, former[0].start)
    is_too = (
        text.startswith((" 也是", "也是", " 才是", "才是"), run[-1].end)
        and _IS_TOO.fullmatch(text, end, start) is not None
    )
    if is_the_same or is_so_too or is_too:
        return True
    of_both = _AND_OF.fullmatch(text, end, start)
    is_a_unit = _A_UNIT.match(text, end) is not None and _OF_THE_OTHER.match(text, run[-1].end) is not None
    if of_both is not None and (is_a_unit or text.startswith(f" {of_both['of']} ", run[-1].end)):
        return True
    leading_on = [_ALONE, _USED_TO_BE]
    if _is_close(former, run):
        leading_on.append(_COMPARED)
    if is_at_an_end(text, run):
        leading_on += [_HELD, _PRICED, _REACHED]
    if any(of.fullmatch(text, end, start) for of in leading_on):
        return True
    if _is_next(former, run) and _NEXT_CLAUSE.fullmatch(text, end, start):  # build 404 failed, 405 is green
        return True
    return _COUNTED_TOO.match(text, run[-1].end) is not None and _CLAUSE.fullmatch(text, end, start) is not None


def _is_close(former: Run, run: Run) -> bool:
    left, right = former[-1].code, run[0].code
    return left.isdecimal() and right.isdecimal() and 0 < abs(int(right) - int(left)) <= _CLOSE


def _is_next(former: Run, run: Run) -> bool:
    left, right = former[-1].code, run[0].code
    return left.isdecimal() and right.isdecimal() and int(right) - int(left) == 1
