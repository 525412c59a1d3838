"""Numbers that are a name or a motto, phrase and all: of a song, a band, a bar, a person online, on a shirt."""

import re

from teapot.mentions.candidates import Run

_REACH, _REACH_BEHIND = 40, 40
_THINGS = (
    "乐队|樂團|乐团|咖啡[店馆館厅廳]?|酒吧|餐厅|餐廳|[战戰]?[队隊]伍?|小[组組]|[猫貓狗]|[宠寵]物|[歌曲书書群店]|电影|電影|小说|小說|播客"
    "|服务器|伺服器|机器|機器|主机|主機|分支|[项項]目|專案|[会會][议議]室|专辑|專輯|展[览覽]?|网友|網友|[Ww]i-?[Ff]i|热点|熱點"
)
_NAMES = (
    "[昵暱][称稱]|[网網]名|[外绰綽花][号號]|[群队隊店歌书書片]名|(?:微信|QQ|抖音)[号號]"
    "|(?:[群組组队隊]|[Ww]i-?[Ff]i|[热熱][点點])[ ]?的?名[字称稱]|SSID"
)
_SHIRTS = (
    "[Tt]-?恤|T-?[Ss]hirt|衣服|[卫衛]衣|帽[子踢]|贴纸|貼紙|[马馬]克杯|徽章|蛋糕|春[联聯]|招牌|海[报報]|[纹紋]身|刺青|手机壳"
    "|手機殼"
)
_BEFORE = re.compile(
    rf"""(?:
    《(?![^》\n]{{0,12}}(?:HTTP|http|[状狀][态態]|[网網][关關]))[^》\n]{{0,12}}
  | (?:{_THINGS})[^，。\n]{{0,4}}?(?:叫做?|名叫|取名|命名[为為])[ ]?[「『《“"']?
  | (?:{_NAMES})(?:[改就]?[叫是取为為成:：]|改[为為成叫]|[叫取]了)?[ ]?[「『《“"']?
  | (?:{_SHIRTS})[^，。\n]{{0,4}}(?:[印写寫绣繡刻贴貼][了着著的有]*)[ ]?[「『“"']?
  | (?<!error[ ])(?<!page[ ])(?<!status[ ])\b(?:called|named|nicknamed|titled|dubbed)\s["'“‘]?
  | \b(?:user|player|member|nick)\s(?:[Ee]rror|ERR|HTTP|[Hh]ttp)
  | \b(?:nickname|username|handle|gamertag)\sis\s["'“‘]?
  | \b(?:t-?shirt|shirt|hoodie|sticker|mug|poster|tattoo|cake|banner)s?\s(?:\w+\s){{0,3}}
        (?:says?|said|reads?)\s["'“‘]?
  | \b(?:t-?shirt|shirt|hoodie|sticker|mug|poster|tattoo|cake|banner)s?\swith\s["'“‘]?
    )(?:[A-Z][A-Za-z]+[ ]){{0,3}}\Z""",
    re.VERBOSE,
)
_SIGN_BEFORE = re.compile(
    "[叫名命称稱号號印写寫绣繡刻贴貼《]|SSID|called|named|titled|dubbed|(?:name|handle|tag) is|says? |said |reads? "
    "|(?:user|player|member|nick) (?:[Ee]rr|ERR|[Hh]ttp|HTTP)"
    "|(?:irt|die|ker|ug|ter|too|ake|ner)s? with "
)
_SIGN_BEHIND = re.compile(
    "[队隊组組团團吧馆館店厅廳室恤衣帽纸紙杯章糕联聯牌报報身青壳殼]|hirt|oodie|ticker|mug|oster|attoo"
)
"""Of each a name holds one; a look for them spares most numbers the patterns."""
_OF_A_TITLE = ("404 Media", "500 Miles")
_BEHIND = re.compile(
    rf"[ ]?[A-Za-z' ]{{0,28}}[」』”\"']?[ ]?的?(?:{_SHIRTS})"
    r"|[ ]?(?:小[队隊组組]|[战戰][队隊]|[乐樂][队隊团團]|酒吧|咖啡[馆館店厅廳]|[实實][验驗]室|工作室)"
    r"(?!的?(?:接口|[页頁]面))"
    r"|(?: [A-Z][A-Za-z']+){1,3} (?:t-?shirt|shirt|hoodie|sticker|mug|poster|tattoo)s?\b"
)


def is_a_name(text: str, run: Run) -> bool:
    """Whether a number is what something is called, or what is printed on it: "the band is called 404 Not Found"."""
    start, end = run[0].start, run[-1].end
    if text.startswith(_OF_A_TITLE, start):
        return True
    lead, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH_BEHIND]
    if _SIGN_BEFORE.search(lead) and _BEFORE.search(lead):
        return True
    return _SIGN_BEHIND.search(behind) is not None and _BEHIND.match(behind) is not None
