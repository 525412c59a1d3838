"""Chinese: what is told around a number that makes it a code of somebody's own, or the number of a thing."""

import re

from teapot.mentions.meanings import SAID_OF_STATUSES
from teapot.mentions.roles import words

NOT_OF_HTTP = re.compile(
    r"[跟和與与](?:[跳轉转]{2}|重定向|重新[導导]向|[轉转]址)[^，。\n]{0,2}[没沒毫][^，。\n]{0,5}[关關]"
    r"|(?:[别別]|不要)[当當](?:成(?! ?[0-9])|重定向|[跳轉转]{2})|是[业業][务務][码碼]"
    r"|(?:code|[码碼]) ?[0-9]{3}[^。\n]{0,16}不是(?:HTTP|http)? ?[状狀][态態][码碼](?=[，。！\s]|\Z)"
    r"|(?:code|[码碼]) ?[0-9]{3}[^。\n]{0,16}是我[们們]?(?:[业業][务務]|[内內]部)自己(?:的|定的)(?=[，。\s]|\Z)"
    r"|[没沒](?:走|[过過])[网網][络絡路]|[请請]求(?:都|压根|根本)[没沒](?:[发發送](?!到)|出去)"
)
"""What tells for certain, near a number, that it is not one of HTTP."""

_MEANING = r"(?P<meaning>[^\n，。；,;]{1,12})"
MEANT = re.compile(rf"[，,]? ?(?:就?是)?(?:表示|代表|的?意思是|指的?是){_MEANING}")
"""What a number is said to stand for."""

DEFINED = re.compile(rf"{MEANT.pattern}| ?是{_MEANING.replace('meaning', 'being')}")
"""What it stands for, or is, where it is called a code."""

LISTED = re.compile(rf" ?是{_MEANING}[、，；;] ?[1-9][0-9]{{2}} ?是(?P<next>[^\n，。；、;]{{1,12}})")
"""Two numbers in a row that are told to be something."""

MEANINGS_OF_HTTP = re.compile(rf"[A-Za-z]|[什啥哪]|不是|{SAID_OF_STATUSES}")
"""Words of which what a status means holds one."""

OF_A_BODY = re.compile(
    "(?:[Bb]ody|JSON|json|[返响響回][回应應][体體]|[报報]文) ?[里裡中]?面?的? ?"
    "(?:err|error|ret|biz)?_?code ?[是为為=:：]? ?\\Z"
)
ITS_TEXT = re.compile('[，,] ?(?:文案|msg|message|提示) ?[是为為：:]? ?[“"「]?(?P<meaning>[^”"」，。\n]{1,12})')
"""A code in a body, and the text beside it: "返回体里 code 500，文案是“券已领完”"."""

AMONG_SMALL_ONES = re.compile(r"(?<![0-9.])[1-9][0-9]? ?(?P<is>表示|代表)[^\n。]{1,40}\Z")
"""A small number that is told to stand for something: "3 表示异常，202 表示抖动"."""

OWN_SPACE = re.compile(
    r"""
    [它他]家的意思|自[家己][协協][议議]|自己的定[义義]|[他她它][们們]?(?:自己)?的?代?[码碼]表|[查对對]照?(?:错误码|錯誤碼)?表[是说說]
  | [他她它][们們]家?的?手[册冊][里裡上]?(?:[写寫])?(?:的?是|[说說])(?!返回|回)
  | 自己[编編定]的(?![ ]?(?:[A-Za-z]|[网網]|接口|[页頁])) | [码碼]段 | [码碼][按分]段
  | 查手[册冊]|手[册冊][上里裡]?[是说說写寫]|[说說]明[书書][上里裡]?[说說写寫]
  | [他她它][们們]?(?:自[訂订]|那[边邊]的)的?(?![ ]?[0-9]|.{0,4}(?:[页頁网網站]|接口|API|api|服[务務]))
  | (?:自[己家]|人家|[他她它][们們]?家?)(?:自己)?[那这這]?一?(?:套|(?:自己)?的)
    (?:[错錯][误誤]|[状狀][态態]|返回|[业業][务務])?[码碼]
  | (?:文[档件]|[sS][dD][kK]|固件|[韌韧][体體]|[协協][议議]|平台)[里裡][面头頭]?自[定訂][义義]?的
  | [约約]定(?:的|了|好)?[ ]?code | 枚[举舉](?:定[义義]|在)|[跨号號]段|[内內]部[约約]定
  | [错錯][误誤]字典|字典[表里裡]|[对對]照表
  | (?<![0-9])0[ ]?(?:是|表示|代表|[=：:])?[ ]?成功[，,、；]
  | 自[定订訂][义義]?[^，。\n]{0,8}[协協][议議] | [消訊]息[号號]
  | [码碼][ ]?0[ ]?(?:是|表示|代表|[=:：为為])?[ ]?成功
  | [0-9][ ]?在?(?:我[们們]|咱[们們]?)(?:[这這那]|自[家己]|系[统統])[里裡边邊]?(?:是|表示|代表)
  | (?:不是|非|无关|無關)[ ]?(?:HTTP|http)(?![sS])|[跟和與与][ ]?(?:HTTP|http)[ ]?[没沒無无半]|[别別不]拿[ ]?HTTP
    """,
    re.VERBOSE,
)
"""What tells, near a number, that it is one of somebody's own list."""

A_PAGE = re.compile(" ?[页頁](?!面)")
PRINTED = tuple(
    words(
        "PPT ppt 书签在 文件有 文档有 文檔有 手册有 手冊有 书有 書有",
        "PDF pdf 爬了 爬到 抓了 翻了 看了 打印了 印了 文档 文檔 文件 指南 手册 手冊 教程 课本 課本 报告 報告 书 書",
        "章 》",
    )
)
"""What has pages of its own: "接口文档 404 页"."""

OF_BUSINESS = re.compile(
    r"[`'\"」』]?[ ]?(?:(?:就?是|表示|代表|的?意思是|[=：:])[ ]?[已待未]?|[已待未])"
    r"(?:[发發][货貨]|出[货貨]|退[货貨]|收[货貨]|[签簽]收|缺[纸紙]|卡[纸紙]|[结結]案|[入出][库庫]|派送|配送|[揽攬]收|配[货貨]|退款|取消|[确確][认認]|候[补補])"
    r"(?!接口|服[务務]|[页頁])"
    r"|[ ]?(?:(?<!40[29])(?<!40[29] )已(?:支付|付款)|空[号號]|[关關][机機](?![房柜])|停[机機])"
    r"|[`'\"」』]?[ ]?(?:就?是|表示|代表|的?意思是)[^\n，。]{0,3}"
    r"(?:[优優]惠券|[库庫]存(?:不足|不[够夠])|[积積]分不|[红紅]包|售罄|[实實]名|打烊|[没沒][货貨领領]|充[电電]|急停|待料)"
)
"""What a state of business means: "状态码 503 表示已发货"."""
CALLED_A_CODE = re.compile(
    "(?<![A-Za-z])(?:code|CODE|errcode|errCode|retcode) ?[=是为為:：]? ?\\Z"
    "|(?:返回|回[传傳]|[应應]答|[错錯][误誤]?)(?:代?[码碼])(?:代[码碼])? ?[=是为為:：]? ?\\Z"
)
MEANS_BUSINESS = re.compile(
    r"[，,：: （(]{1,2}(?:[说說]是?|提示|msg)?[：: ]?[^，。\n]{0,3}"
    r"(?:[余餘][额額]不|[库庫]存不|缺[货貨纸紙粉墨]|卡[纸紙]|[积積]分不|[点點][数數]不|[优優]惠券|[红紅]包|售罄|手[机機][号號]"
    r"|[验驗][证證][码碼]|短信|[简簡][讯訊]|卡[号號]|身[份分][证證]|[银銀]行卡|商[户戶][号號]|[实實]名|[已未][绑綁]定|已[领領]|重[复複][领領下])"
)
"""A code in a body or of a vendor, and what of business it means: "返回码 503，余额不足"."""
SAID_BY_A_BUSINESS = re.compile(
    "(?:百度(?:地[图圖]|定位)|高德|有道|提[现現]|扣款|充值|[线線]路|外呼|[银銀](?:行|[联聯])|核心|[柜櫃][台臺]|代付|代扣|[医醫健社]保|海[关關]|[税稅](?:局|[务務]局?)|影院"
    "|(?<![A-Za-z])(?:GDS|OCR|MES|WMS|wms|OMS|CRM|HIS|ERP|LIS)(?![A-Za-z])|[报報][单單]|券商|人[脸臉]|[读讀]卡"
    "|(?:短信|[简簡][讯訊])(?:通道)?|[状狀][态態][报報]告)"
    "(?:[侧側]|那[边邊])? ?[就会會又老都]?"
    "(?:返回|回[传傳复覆]?|[报報给給])了? ?\\Z"
)
OF_ITS_TRADE = re.compile(
    r"[，,：: （(]{1,2}[^\n，。；,;]{0,4}?"
    r"(?:票[^\n，。]{0,2}作[废廢]|[断斷][缴繳](?![记記])|照片太|[货貨]架|[余餘][额額]不|[配额額][额額度]超|[证證]件[过過]期|卡[号號][不错錯]"
    r"|[户戶]名不|[库庫]存不|[并並][发發][满滿])(?![^\n，。]{0,4}接口)"
)
"""Who answers with codes of a business, and what is told of one: "税局返回 502，票已作废"."""
MODE_OF_A_FILE = re.compile(
    "(?:文件|目[录錄]|[档檔]案|密[钥鑰]|[脚腳]本|[资資]料[夹夾])的?[权權]限(?:是|[设設改给給][成为為]?)? ?\\Z"
)
MODES = frozenset(("400", "440", "444", "500", "544", "550", "555"))
"""What the mode of a file is told by: "密钥权限 400"."""
OF_A_STATE = re.compile(r"[ ]?的(?:[订訂][单單]|任[务務]|工[单單]|案件|[设設][备備]|包裹|[单單]子|[审審]批|流程)")
"""What is in a state: "状态 404 的订单"; what answered 404 may be called so too."""

_KINDS = (
    "(?:[工行列座床桌班批期栋棟排学學考分][号號]|[进進线線]程[号號]|[页頁][码碼]|分享[码碼]|[^\\W\\d_错錯误誤态態信逗引句冒符括]{1,4}[号號]|[毫微]?秒|ms"
    "|字[节節]|[KMG]B|耗[时時]|延[迟遲]|[库庫]存|金[额額]|[价價]格|[总總条條行页頁字人次个個][数數]|下[单單]量|[长長宽寬高]度|大小|偏移"
    "|像素|分[数數机機]|楼[层層]|房[间間]|[会會][议議]室|教室|[实實][验驗]楼|[胶膠]水|快[递遞]|公交|[编編門门][号號牌]"
    "|商品 ?[iI][dD]"
    "|自增 ?[iI][dD]|端口"
    "|批次|序列[号號]|型[号號]|[阅閱][读讀]量|播放量|[访訪][问問]量|[销銷]量|IP ?尾[数數]|[筛篩][选選][条條]件)"
)
"""Kinds of numbers, and things that have them."""
_TOLD_SO = "(?=[）)，。、,；！!\\s]|\\Z|不是|而不|[别別吧啊哦呀])"
OTHER_NUMBERS = re.compile(
    r"[`'\"」』]? ?(?:其[实實]|就|[说說]的)?只?[是指]的?"
    r"(?!(?:(?!不是)[^\n，。]){0,16}"
    r"(?:不[对對]|[错錯]|超[过過]|的[锅鍋]|上[线線]|[没沒配改挂掛]|[导導]致|引起|造成|空|[占佔缺]|限制|重[复複]|[冲衝]突))"
    r"(?:[^\n，。]{0,12}(?:(?<![参參函次少多])[数數](?=[，。、,\s]|\Z)|[代型房门門编編埠][号號牌]"
    r"|部[门門]|端口|\b[iI][dD]\b|[編编单單尾][号號]"
    r"|每(?:分[钟鐘]|秒|天|小[时時])"
    r"|[实實][习習]生|同事|同[学學]|[队隊]友|室友|[网網群]友|[学學][长長姐弟妹]|老[师師板闆]|司[机機]|女生|男生)"
    rf"|[^\n，。]{{0,6}}{_KINDS}{_TOLD_SO})"
    rf"|[，,] ?(?:[那都]|其[实實]|[我他她][说說])?是[^\n，。0-9]{{0,4}}{_KINDS}{_TOLD_SO}"
    rf"|[^\n。]{{0,24}}[，,] ?(?:[单單]位(?:是|[：:])?|都是) ?{_KINDS}{_TOLD_SO}"
    r"| ?等[^，。\n]{0,12}(?:端口|埠)"
    r"| ?的(?:票|房卡|阿姨"
    r"|[车車](?=[，。了])|offer|[电電][脑腦]|座位|包裹"
    r"|路由器|空[调調]|[门門][锁鎖]|[钥鑰]匙|房[东東客]|住[户戶]|客人|室友|打印[机機])"
)
"""What calls the number before it that of something else: "403 是部門代號"."""

TALLIED = re.compile("(?:成功|正常|通[过過]|在[线線]|合格|已[^\\W\\d_]{1,3})[：:]? ?\\Z")
_NOT_YET = "[未待](?![登授找])[^\\W\\d_]{1,3}"
THE_REST = re.compile(
    rf"(?<!20[0-9])[，, ]{{0,2}}(?:[异異]常|失[败敗]|[离離][线線]|不合格|跳[过過]|{_NOT_YET})[：:]? ?[0-9]"
)
"""What is tallied, with the first number between: "正常 404 异常 3"."""
SO_MANY_DONE = re.compile(
    rf"已[^\W\d_]{{1,3}}[：:]? ?(?!20[0-9][，,、 ])[0-9]{{1,6}}[，,、 ]{{1,2}}{_NOT_YET}[：:]? ?\Z"
)
"""What was done of them, and what was not: "已处理 404，未处理 502"."""
OF_A_MACHINE = re.compile("[仪儀炉爐泵阀閥锅鍋秤柜櫃] ?\\Z")
SOME_ERRORS, AND_WARNINGS = re.compile("[0-9] ?[个個条條]?[错錯][误誤][，,、]\\Z"), re.compile(" ?警告")
"""What a compiler counts, with the number between: "0 错误，404 警告"."""
RAISES_AN_ALARM = re.compile(" ?(?:[报報]警|故障)")
"""A machine that raises an alarm, with its number between: "血球仪 404 报警"."""
OF_A_DEVICE = re.compile(
    "(?:(?<![台臺部新旧舊度])[机機]器|(?<!提交)(?<!下单)(?<!下單)(?<!支付)事[务務]"
    "|(?<![A-Z][ ])[机機](?:房|柜|櫃)|(?:[测測][试試]|[样樣])[机機]"
    "|[设設][备備]|基站|[网網]元|[终終]端|主[机機]|位[机機]|交[换換][机機]|AP|[电電水]表|探[头頭]) ?\\Z"
)
TAKES_A_COURSE, OF_A_COURSE = (
    re.compile("(?:\\A|[，。\\s我他她你])[报報]了[个個]? ?\\Z"),
    re.compile(" ?的(?:[课課]|班|[团團])(?=[，。\\s]|\\Z)"),
)
"""A course that somebody takes, with its price between: "报了 429 的课"."""
GOES_BACK, IS_BACK = (
    re.compile("(?:\\A|[，。！\\s])[我你他她](?:先|得|要|[马馬]上)回 ?\\Z"),
    re.compile(" ?了(?![吗嗎])"),
)
"""Who goes back to a room, with its number between: "我得回 502 了"."""
GOES_DOWN = re.compile(
    " ?(?:[又都也]|已[经經]?|突然)?"
    "(?:[挂掛]|[断斷][开開线線电電]|掉[线線]|[离離][线線]|失[联聯]|[坏壞]了|宕|死[机機]|下[线線]|[没沒][电電])"
)
"""A device and what befalls it, with its number between them: "基站 404 断开"."""

OWN_LIST = re.compile(
    r"""
    自己[编編]的|(?<![止范範被防])(?:枚举|列舉)(?![值不])|enum\s(?:class\s)?[A-Z]|[是为為属屬][于於]?(?:自定义|自訂)?[业業][务務][码碼]|自己[定订訂][义義]?的(?!.{0,4}[页頁])
  | (?:自[己家行]|厂商|廠商)(?:[里裡的]|[协協][议議])*(?:[状狀][态態]|[错錯][误誤]|[编編])?[码碼号號]
    """,
    re.VERBOSE,
)
"""What tells the same where nothing speaks of HTTP."""

HTTP = re.compile("HTTP|[Hh]ttp")
OF_HTTP = re.compile(r"(?:HTTP|http|[状狀][态態][码碼])[^，。]{0,8}\Z")
"""What calls a number a status all the same."""
