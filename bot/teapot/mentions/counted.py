"""Numbers that go on from an amount in the clause before: the next count, a part of the first, one of its kind."""

import re

from teapot.mentions.candidates import Run
from teapot.mentions.chinese.reading import is_spoken_for, role_before
from teapot.mentions.meanings import OWN_MEASURES
from teapot.mentions.numbers import prior
from teapot.mentions.roles import Role

_REACH_OF_AN_AMOUNT, _REACH_OF_A_KIND, _REACH_OF_ANOTHER, _DIGITS_OF_A_CODE = 16, 48, 24, 3
LED_ON = re.compile(
    r"[，,、] ?(?![^ ，]*(?:最[后後]|[后後][面来來]|其[余餘它他]|剩下|另外|第.|[这這那]|接[着著]|中途|再|封面"
    r"|一直|直接|一律|[统統]一|全[部是]|[开開]始|[变變]成|[现現]在|突然|偶[尔爾]|[还還]是"
    r"|[结結]果|[又都就也还還全会會]|老(?!版)))[^\W\d_]{1,6} ?"
)
"""What leads on from a number to the next one, if it is no word of what servers do: "请求数 404，失败 503"."""
_COUNTED, _AND_THEN = re.compile(r" ?[^\W\d_]{1,4}(?=[，,、；])"), re.compile(r"\s*(?:了|[.,;!?)\n，。；！？]|\Z)")
"""How a count is told, and what ends the next one: "接口 500 个，已上线 404"."""
_AN_AMOUNT = re.compile(
    r"[0-9] ?[百千万萬]? ?"
    r"(?:[个個台臺块塊元条條件人位张張本份套只隻斤箱盒瓶单單家间間辆輛部兆双雙棵頁页]|公斤|字|[KMGT]B?)"
    rf"{LED_ON.pattern}\Z"
)
"""A small or large amount whose clause the next number goes on from: "服务器 2 台，带宽 503"."""
_PRICED = re.compile(
    r"(?:\A|[，,。；\s])(?:(?![充花欠退付扣罚罰赔賠])[^\W\d_]){1,8} ?"
    r"[0-9]{1,5} ?(?:[块塊元刀]|美[元金])[钱錢]?[，,、] ?"
    r"(?:(?![又都就也还還全会會返回报報])[^\W\d_A-Za-z]){1,6}(?<![页頁网網站口])"
    r"(?<!打开|登录|登錄|登入|访问|訪問|请求|請求|调用|調用|视频|視頻|回调|回調|支付|付款|下单|下單) ?\Z"
)
"""What has a price, and leads to what has the next one: "域名 60 块，服务器 429"."""
_MEASURED = re.compile(
    r"[0-9] ?[百千万萬]? ?(?:[个個条條张張份人位家页頁行字片回本篇部件单單台臺块塊元瓦次]|毫秒|ms|大卡|公里|[KMGT]i?B?)"
    r"[^\n。；！？]{0,12}[，,；] ?[^\n，。；0-9]{0,12}?"
    r"(?:[带帶写寫收占佔]了|占到|佔到|跑到|[剔压壓]完|[正刚剛]好|[实實]收"
    r"|[饶饒]你|最[长長短快慢高低大小多少重輕轻贵貴胖瘦](?:的|那[个個]))+ ?\Z"
)
"""What leads from a measured amount to what came of it, or a part: "最多带 500 个 id，你带了 503"."""
_OF_ITS_KIND = re.compile(
    r"[0-9] (?!(?:requests?|pages?|links?|urls?|pods?|nodes?|hosts?|tests?|calls?|retries|checks?|endpoints?)\b)"
    r"[A-Za-z]+(?: [a-z]+)?, (?:and |but |the )?"
    r"(?:worst|peak|average|avg|mean|median|total|mobile|desktop|free|paid|new|old|open|closed|merged|offline|idle|backup"
    r"|target|goal|budget|unread)(?: was| is| at| had| has)? \Z"
)
"""What leads from an amount to one of its kind: "the site had 500 visitors, mobile 404"."""
_A_COUNTING_VERB = re.compile(
    "(?:访问|訪問|打[开開]|命中|[处處]理|[拦攔]截|拒[绝絕]|放行|[发發]送|下[载載]|[请請]求|推送|[测測][试試]|[报報][错錯]|告警|[异異]常|失[败敗]"
    "|[点點][击擊]|登[录錄入]|[转轉][发發]|[导導匯]出|抓到|[爬跑抓查]到"
    "|[采採][购購]|上[传傳]|[扫掃][码碼描]|入[库庫]|[触觸][发發]|[调調]用|[发發][货貨])了? ?\\Z"
)
"""What is counted by its verb: "推送 5000，打开 429"."""
_A_SHOWING_VERB = re.compile("(?:[显顯]示|[写寫標标]|[变變]成?)[了的]? ?\\Z")
"""What prices are told by, if another follows: "首页写 429，点进去 450"."""
_COUNTED_BEHIND = re.compile(r"了?[，,；] ?(?P<word>[^\W\d_]{1,6}?) ?(?P<number>[0-9]{1,6})(?=[，,。；！\n]|\Z)")
_COUNTED_BEFORE = re.compile(
    r"(?:\A|[，,。；\s])(?!(?:密[码碼]|用[户戶]|门店|門店|[订訂][单單]|商品|房[间間]|任[务務]|[设設][备備]) )"
    r"[^\W\d_]{1,8} ?(?P<number>[0-9]{1,6})[，,；] ?(?P<word>[^\W\d_]{1,6}) ?\Z"
)
"""A number behind and before that is told like the one that is asked about."""
_NO_COUNT = re.compile(
    "密[码碼]|[规規][则則]|[上下]限|[用客][户戶]|[账帳][号號户]|[订訂][单單]|商品|房[间間]|任[务務]|门店|門店|[设設][备備]|[参參][数數]|大小"
    "|端口|[内內]存|[cC][pP][uU]|[qQ][pP][sS]|[并並][发發]|[延时時][迟遲延]|[负負][载載]|[版本编編第行线線号號楼樓秒层層]\\Z|[iI][dD]|pid|code|[码碼态態]\\Z|返|回(?![源访訪收])|[改变變][成为為]|等|[过過]了|重[试試]|超[时時]|逾[时時]|花|耗[时時]"
    "|[凌早晚]|下午|[点點]\\Z|直接|一直|一律|[统統]一|全|[开開]始|突然|偶|[还還]是|[就又都]"
)
"""Words before numbers that may be told beside a status as well."""
_SHOULD_BE = re.compile(
    "[，,] ?(?:[应應][该該]有|(?:[数數][据據][库庫]|[资資]料[库庫]|名[单單]|表|[库庫]|背包)[里裡]?[是有])"
    "[^\n，。]{0,4}[0-9一二三四五六七八九十百千]{2}"
)
_CAME = re.compile("(?:返回了?|回[傳传]|[查拉]到) ?\\Z")
"""How many there should have been, behind how many came: "接口返回 404，应该有 600 条"."""
_GIVEN = re.compile("(?:只|[仅僅]|才|最多)(?:返?回|[给給]|拿到?) ?\\Z")
"""What is given of an amount: "一次最多拉 500 条，老版本只给 200"."""
_REST_OF_THEM = re.compile(r" ?[^\W\d_]{1,4}[，,、；] ?(?:其中|[里裡][面头頭]?|有|[还還]有)? ?")
_OF_THE_REST = re.compile(r" ?(?:[还還][没沒]|[没沒未待已][^了修]|是(?:重[复複]|旧|舊|新|空|[坏壞]|假)的)")
"""How a part of it is told: "订单 500 单，404 还没处理"."""
_END = re.compile(r"\s*(?:[.,;!?)\n，。；！？]|\Z)")


def follows_an_amount(text: str, run: Run) -> bool:
    """Whether the clause before is one on an amount, and no cue and no word of the web leads to the number."""
    start = run[0].start
    before = max(0, start - _REACH_OF_A_KIND), start
    if is_at_an_end(text, run) and any(of.search(text, *before) for of in (_OF_ITS_KIND, _PRICED, _MEASURED)):
        return True
    if not _follows_han(text, start) or _AND_THEN.match(text, run[-1].end) is None or is_spoken_for(text, start):
        return False
    return _AN_AMOUNT.search(text, max(0, start - _REACH_OF_AN_AMOUNT), start) is not None


def is_counted_with_another(text: str, run: Run) -> bool:
    """Whether a Chinese number is told like one beside it that is no status: "列表页 503，详情页 380"."""
    start, end = run[0].start, run[-1].end
    if not _follows_han(text, start) or len(run) > 1 or not run[0].code.isdecimal():
        return False
    begin = max(0, start - _REACH_OF_ANOTHER)
    if _SHOULD_BE.match(text, end) and _CAME.search(text, begin, start):
        return True
    role = role_before(text, start)
    is_shown = _A_SHOWING_VERB.search(text, begin, start) is not None
    if role is Role.CUE and not is_shown and _A_COUNTING_VERB.search(text, begin, start) is None:
        return False
    another = _COUNTED_BEHIND.match(text, end)
    if another is None and is_at_an_end(text, run):
        another = _COUNTED_BEFORE.search(text, begin, start)
    if another is None or _NO_COUNT.search(another["word"]):
        return False
    is_alike = len(another["number"]) == _DIGITS_OF_A_CODE
    return prior(another["number"]) <= 0 if is_alike else role is not Role.HINT and not is_shown


def goes_on(text: str, former: Run, run: Run) -> bool:
    """Whether a Chinese count goes on in the next clause, where no cue and no word of the web leads to a number."""
    end, start = former[-1].end, run[0].start
    is_given = run[0].code.endswith("00") and _GIVEN.search(text, max(0, start - _REACH_OF_AN_AMOUNT), start)
    if (
        not _follows_han(text, start)
        or (is_spoken_for(text, start) and not is_given)
        or is_meant_by(text[end:start], run[0].code)
    ):
        return False
    counted = _COUNTED.match(text, end, start)
    if counted is None:
        return False
    if _AND_THEN.match(text, run[-1].end) and LED_ON.fullmatch(text, counted.end(), start):
        return True
    return _REST_OF_THEM.fullmatch(text, end, start) is not None and _OF_THE_REST.match(text, run[-1].end) is not None


def _follows_han(text: str, start: int) -> bool:
    """Whether no word in letters stands before a number in a Chinese text, so that the part of it is known."""
    last = text[max(0, start - 2) : start].rstrip(" ")[-1:]
    return not text.isascii() and not (last.isascii() and last.isalnum())


def is_meant_by(between: str, code: str) -> bool:
    """Whether the word before a number means that status: "超时 504"."""
    return any(code in codes and between.rstrip().endswith(word) for word, codes in OWN_MEASURES.items())


def is_at_an_end(text: str, run: Run) -> bool:
    """Whether a clause ends behind a run."""
    return _END.match(text, run[-1].end) is not None
