"""Chinese: what leads up to a number that sounds like a status and is somebody else's."""

import re
from typing import NamedTuple

from teapot.mentions.meanings import SAID_OF_STATUSES
from teapot.mentions.roles import words


class Claim(NamedTuple):
    """A pattern of what leads up to a number; a look at the last character, one of ``ends``, spares most the rest."""

    ends: frozenset[str]
    before: re.Pattern[str]


def _claim(ends: str, before: str) -> Claim:
    return Claim(frozenset(ends), re.compile(rf"(?:{before})\Z", re.VERBOSE))


_SAID = "(?:返回|回傳|回传|报|報|抛|拋|提示|显示|顯示|弹出|彈出|跳出|跳|给出|給出|出现|出現|报错|報錯)?"
_CODE = "(?:[错錯][误誤](?:码|碼|代码|代碼)|返回码|返回碼|回傳碼|[回响響][应應][码碼]|返回代码|回傳代碼)"
_ENDS_OF_CODES, _ENDS_OF_VERBS = "码碼误誤态態值是为為回传傳:：=\"'es", "回传傳返给給出印到吐了的个個误誤:"

CERTAIN = (
    _claim(  # 订单状态 200
        _ENDS_OF_CODES,
        """
        (?:订单|訂單|审批|審批|审核|審核|任务|任務|房间|房間|设备|設備|物流|游戏|遊戲|工单|工單|流程|电梯|電梯|退款|案件|包裹|快[递遞]|业务|業務|[订訂]位|[预預][订訂]|行程|[车車][辆輛]|支付|付款|[发發]票|合同|合約|[会會][员員]|[课課]程
            |考勤|[请請]假|[报報][销銷]|派送|配送|[货貨]物|座位|保[单單]|[贷貸]款|[还還]款)的?
            [状狀][态態](?:码|碼|值)?[是为為：:]?
      | (?:自己定|自家|自定义|自訂|自定義|业务|業務|内部|內部)的?[ ]?(?:code|[错錯][误誤]?[码碼]|[状狀][态態][码碼])
            [ ]?[是为為：:]?
      | (?:百度|高德|[腾騰][讯訊])地[图圖][^。\\n]{0,24}status[ ]?(?:[=:是]|返回|回[传傳]|[码碼])?
      | (?:订单|訂單|工单|工單|任务|任務|审批|審批)[表单單]?[里裡中的]?[ ]?status[ ]?[=:：]?
        """,
    ),
    _claim(  # 一盒 429, 医保报 200
        "盒瓶杯斤箱袋双雙要卖賣是才报报給给付销銷了",
        """
        [一二两兩三四五六七八九十每][盒瓶杯斤箱袋双雙](?:要|卖|賣|是|才)?
      | (?:医保|醫保|健保|保险|保險)[^\\n]{0,4}[报報给給付][销銷]?了?
        """,
    ),
    _claim(  # 权限改成 500
        "改设設调調成为為到大小",
        """
        (?:[权權]限|字[重号號]|行高|[宽寬高]度|[边邊][距框]|[间間][距隔]|大小|上限|[阈閾]值|超[时時]|逾[时時]|[数數]量|[个個][数數]|[并並][发發]
          |[线線]程[数數]|[连連][接线線][数數]|次[数數]|端口|[频頻]率|音量|亮度)
        [^，。\\n]{0,4}[改设設调調加减減][成为為到大小]?
        """,
    ),
    _claim(  # 宽 520，高给 404; 国家代码填 404
        "宽寬高长長厚深给給设設调調写寫要留填选選输輸入码碼号號",
        r"[宽寬高长長厚深][给給设設调調写寫要留]|(?:代[码碼]|[编編][码碼号號])[要得]?[填写寫选選输輸]入?",
    ),
    _claim(  # 记录数不对：期望 500
        "望期：: 是为為",
        r"(?:[条條筆笔行总總个個录錄][数數]|[长長]度|[数數]量)[^。0-9]{0,8}(?:期望|[预預]期)[是为為：:]{0,2}",
    ),
    _claim(  # 300ms 太短，改成 500
        "到成为為",
        r"[0-9][ ]?(?:ms|毫秒|s|秒|分[钟鐘]|px|[KMG]B?|[条條个個次])[^。\\n]{0,16}[改换換调調加减減设設][成到为為]",
    ),
    _claim(  # 最慢那次是 503
        "支隻只家久长長慢快短远遠近重轻輕贵貴的那这這一次个個条條笔筆回台臺趟是有才到要也",
        "最(?!近[ 0-9])[久长長慢快短远遠近重轻輕贵貴][的那这這一]{0,3}[次个個条條笔筆回台臺趟支隻只家]?"
        "(?:是|只有|才|到|要|也){0,2}",
    ),
)
"""What nothing refutes."""

OF_PEOPLE = _claim(
    "回复覆应應说說报報了个個",
    """
    (?:供[应應]商|客服|客[户戶](?!端|那)|老[板闆师師婆公]|同[事学學]|房[东東]|[卖賣]家|店[家员員]|商家|[厂廠]家|[医醫]生|[会會][计計]|司[机機]
      |邻居|鄰居|[师師]傅|中介|仲介|房仲|代[购購]|[摊攤][主贩販]|工[头頭]|爸|妈|媽|哥|姐|弟|妹)
    [^，。\\n]{0,3}(?:(?<!返)回[复覆应應]?|[说說]|[报報])了?[个個]?
    """,
)
"""Who says a number without being a server: "供应商回复 304". A sign of software refutes it."""

EXPECTED = _claim(
    "到际際是为為了返回传傳",
    "(?:期望|期待|预期|預期)[^\\n。；]{0,16}(?:得到|实际|實際|返回了?|回傳了?)[是为為]?",
)
"""What a test expects."""

OF_SDKS = _claim(  # 声网 join 返回 101
    _ENDS_OF_VERBS + "的",
    "(?:声网|聲網|云信|雲信|环信|環信|融云|融雲|极光|極光|个推|個推|友盟)[^，。\n]{0,8}(?:返回|回|[报報])[了的]?",
)
"""Kits with numbers of their own for what failed."""

OF_PROGRAMS = _claim(  # 脚本返回 500, add(200, 204) 返回 404
    _ENDS_OF_VERBS,
    r"""
    (?:(?:脚本|腳本|(?<![云雲])函[数數]|函式|方法|(?<!小)程序|程式|进程|行程|子程序|副程式|存储过程|預存程序|命令|指令|查询|查詢|公式|宏
        |[传傳]感器|感測器|仪器|儀器|设备|設備|线程|執行緒|银行|銀行|[银銀][联聯]|厂商|廠商|厂家|廠家|物流|快[递遞]|[运運][营營]商|基站|[读讀]卡[机機器]|柜[员員][机機])
        (?:[ ]?[A-Za-z_][\w.]{0,20}(?:\([^()\n]{0,20}\))?[ ]?)?
      |[A-Za-z_]\w*\([^()\n]{0,20}\)[ ]?
      |(?<![A-Za-z])(?:index[oO]f|parse[A-Z]\w{1,8}|get(?:Count|Total|Length|Size)|COUNTIF|VLOOKUP|SUMIF|LLEN|llen|[zsh]card
        |dbsize|p?ttl|strlen|sizeof|recv|ioctl|poll|wc(?:[ ]-l)?|grep(?:[ ]-c)?|jq)[ ]?)
    [会會都就总總]?(?:返回|回傳|回传|返|回|给|給|输出|輸出|打印|印出|得到|吐)[了的个個]?(?:[错錯][误誤]:?)?
    """,
)
"""What returns numbers without speaking HTTP."""

OF_VENDORS = _claim(
    _ENDS_OF_CODES,
    rf"""
    (?:支付[宝寶]|微信(?:支付)?|[银銀]联|[银銀]聯|百度地[图圖]|高德(?:地[图圖])?|[腾騰][讯訊]地[图圖]|[钉釘][钉釘]|企业微信|企業微信
      |飞书|飛書|[顺順][丰豐]|綠界|藍新|街口|悠遊付)
    (?:那[边邊]|平台|[侧側]|[总總]是|一直|[会會]|又)?{_SAID}了?
    (?:[ ]?(?:infocode|errcode|error_code|code)|的?{_CODE}|代[码碼]
      |[ ]?\{{\s?["'](?:status|code|errcode|ret)["']\s?:\s?["']?)
  | (?:[数數资資][据料][库庫]|SQL|Oracle)[^。\n]{{0,20}}{_CODE}[是为為：:]?
    """,
)
"""Services and databases with codes of their own: "支付宝返回错误码 404"; what a service's gateway answers is HTTP."""

NAME_AND_CODE = re.compile(
    rf"(?<![A-Za-z0-9])(?P<who>[A-Za-z][A-Za-z0-9]+) ?{_SAID}了?(?:的|那[个個]|那[边邊]的)? ?"
    rf"(?:{_CODE}|[错錯][误誤]|(?<![A-Za-z] )code)[是为為：:]? ?\Z"
    rf"|(?P<han>[\u4e00-\u9fff]{{1,8}}?){_SAID}了?的? ?{_CODE}[是为為：:]? ?\Z"
)
"""A name and the code that it claims."""

_MEANING = r"(?P<meaning>[^\n，。；,;]{1,12})"
MEANT = re.compile(rf"[，,]? ?(?:就?是)?(?:表示|代表|的?意思是|指的?是){_MEANING}")
"""What a number is said to stand for."""

DEFINED = re.compile(rf"{MEANT.pattern}| ?是{_MEANING.replace('meaning', 'being')}")
"""What it stands for, or is, where it is called a code."""

LISTED = re.compile(rf" ?是{_MEANING}[、，；;] ?[1-9][0-9]{{2}} ?是(?P<next>[^\n，。；、;]{{1,12}})")
"""Two numbers in a row that are told to be something."""

MEANINGS_OF_HTTP = re.compile(rf"[A-Za-z]|[什啥哪]|不是|{SAID_OF_STATUSES}")
"""Words of which what a status means holds one."""

AMONG_SMALL_ONES = re.compile(r"(?<![0-9.])[1-9][0-9]? ?(?P<is>表示|代表)[^\n。]{1,40}\Z")
"""A small number that is told to stand for something: "3 表示异常，202 表示抖动"."""

BARE_CODE = re.compile(rf"(?:{_CODE}|[状狀][态態])[：:]? ?\Z")
"""A code of nobody in particular, which may be defined behind the number."""

OWN_SPACE = re.compile(
    r"""
    [它他]家的意思|自[家己][协協][议議]|自己的定[义義]|[他她它][们們]?(?:自己)?的?代?[码碼]表|[查对對]照?(?:错误码|錯誤碼)?表[是说說]
  | [他她它][们們]家?的?(?:文[档件]|手[册冊])[里裡上]?(?:[写寫])?(?:的?是|[说說])(?!返回|回)
  | 自己[编編]的 | [码碼]段 | [码碼]按段 | 查手[册冊]|手[册冊][上里裡]?[是说說写寫]|[说說]明[书書][上里裡]?[说說写寫]
  | [他她它][们們]?(?:自[訂订]|那[边邊]的)的?(?!.{0,4}[页頁])
  | [码碼][ ]?0[ ]?(?:是|表示|代表|[=:：为為])?[ ]?成功 | 在?我[们們](?:[这這那]|自[家己])[里裡边邊]?(?:是|表示|代表)
  | (?:不是|非|无关|無關)[ ]?(?:HTTP|http)|[跟和與与][ ]?(?:HTTP|http)[ ]?[没沒無无半]|[别別不]拿[ ]?HTTP
    """,
    re.VERBOSE,
)
"""What tells, near a number, that it is one of somebody's own list."""

PRINTED = tuple(
    words("爬了 爬到 抓了 翻了 看了 打印了 印了 文档 文檔 文件 指南 手册 手冊 教程 课本 課本 报告 報告 书 書 章 》")
)
"""What has pages of its own: "接口文档 404 页"."""

OF_BUSINESS = re.compile(
    r"[`'\"」』]?[ ]?(?:(?:就?是|表示|代表|的?意思是|[=：:])[ ]?[已待未]?|[已待未])"
    r"(?:[发發][货貨]|出[货貨]|退[货貨]|收[货貨]|[签簽]收|缺[纸紙]|卡[纸紙]|[结結]案|[入出][库庫]|派送|配送|[揽攬]收|配[货貨]|退款|取消|[确確][认認]|候[补補])"
    r"(?!接口|服[务務]|[页頁])"
    r"|[ ]?已(?:支付|付款)"
    r"|[`'\"」』]?[ ]?(?:就?是|表示|代表|的?意思是)[^\n，。]{0,3}"
    r"(?:[优優]惠券|[库庫]存(?:不足|不[够夠])|[积積]分不|[红紅]包|售罄|[实實]名)"
)
"""What a state of business means: "状态码 503 表示已发货"."""
OF_A_STATE = re.compile(r"[ ]?的(?:[订訂][单單]|任[务務]|工[单單]|案件|[设設][备備]|包裹|[单單]子|[审審]批|流程)")
"""What is in a state: "状态 404 的订单"; what answered 404 may be called so too."""

OTHER_NUMBERS = re.compile(
    r"[`'\"」』]? ?只?是"
    r"(?![^\n，。]{0,16}(?:不[对對]|[错錯]|超[过過]|的[锅鍋]|上[线線]|[没沒配改挂掛]|[导導]致|引起|造成))"
    r"[^\n，。]{0,12}(?:[代型房门門编編埠][号號牌]|部[门門]|端口|\b[iI][dD]\b|[編编单單尾][号號]"
    r"|每(?:分[钟鐘]|秒|天|小[时時])"
    r"|[实實][习習]生|同事|同[学學]|[队隊]友|室友|[网網群]友|[学學][长長姐弟妹]|老[师師板闆]|司[机機]|女生|男生)"
    r"| ?的(?:路由器|空[调調]|[门門][锁鎖]|[钥鑰]匙|房[东東客]|住[户戶]|客人|室友)"
)
"""What calls the number before it that of something else: "403 是部門代號"."""

OWN_LIST = re.compile(
    r"""
    自己[编編]的|(?<![止范範被])(?:枚举|列舉)(?![值不])|enum\s(?:class\s)?[A-Z]|[是为為属屬][于於]?(?:自定义|自訂)?[业業][务務][码碼]|自己[定订訂][义義]?的(?!.{0,4}[页頁])
  | (?:自[己家行]|厂商|廠商)(?:[里裡的]|[协協][议議])*(?:[状狀][态態]|[错錯][误誤]|[编編])?[码碼号號]
    """,
    re.VERBOSE,
)
"""What tells the same where nothing speaks of HTTP."""

HTTP = re.compile("HTTP|[Hh]ttp")
OF_HTTP = re.compile(r"(?:HTTP|http|[状狀][态態][码碼])[^，。]{0,8}\Z")
"""What calls a number a status all the same."""
