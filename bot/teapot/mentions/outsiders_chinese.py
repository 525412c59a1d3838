"""Chinese: who says a number that sounds like a status and is somebody else's."""

import re

from teapot.mentions import chinese, chinese_behind, topics
from teapot.mentions.at_large import Message
from teapot.mentions.roles import words

_REACH, _REACH_BEHIND = 30, 12
_ENDS_OF_VERBS, _ENDS_OF_CODES, _END_OF_A_RESULT = (
    "回传傳返给給出印到吐了的个個",
    "码碼误誤态態值是为為:：=\"'es",
    "到际際是为為了返回传傳",
)
"""The last characters of each kind of claim; a look at them spares most numbers the rest."""

_BACK = "(?:返回|回傳|回传|返|回|给|給|输出|輸出|打印|印出|得到|吐)"
_SAID = "(?:返回|回傳|回传|报|報|抛|拋|提示|显示|顯示|弹出|彈出|跳出|跳|给出|給出|出现|出現|报错|報錯)?"
_CODE = "(?:[错錯][误誤](?:码|碼|代码|代碼)|返回码|返回碼|回傳碼|返回代码|回傳代碼)"
_CALL = r"[A-Za-z_][\w.]{0,20}(?:\([^()\n]{0,20}\))?"
_PROGRAM = re.compile(
    "(?:(?:脚本|腳本|函数|函數|函式|方法|程序|程式|进程|行程|子程序|副程式|存储过程|預存程序|命令|指令|查询|查詢|公式|宏|"
    "[传傳]感器|感測器|仪器|儀器|设备|設備|线程|執行緒|银行|銀行|厂商|廠商|厂家|廠家)"
    rf"(?: ?{_CALL} ?)?|[A-Za-z_]\w*\([^()\n]{{0,20}}\) ?)[会會都就总總]?{_BACK}[了的个個]? ?\Z"
)
"""What returns numbers without speaking HTTP: "脚本返回 500", "add(200, 204) 返回 404"."""

_EXPECTED = re.compile(r"(?:期望|期待|预期|預期)[^\n。；]{0,16}(?:得到|实际|實際|返回了?|回傳了?)[是为為]? ?\Z")

_SUCCESS_BEFORE = re.compile(r"\b(?:20[0146]|30[123478])\b[^0-9\n]{1,16}\Z", re.ASCII)
"""The success that was expected, right before the failure that came."""

_VENDORS = (
    "支付[宝寶]|微信(?:支付)?|[银銀]联|[银銀]聯|百度地[图圖]|高德(?:地[图圖])?|[腾騰][讯訊]地[图圖]|[钉釘][钉釘]|企业微信|企業微信|"
    "飞书|飛書|[顺順][丰豐]|短信平台|簡訊平台|綠界|藍新|街口|悠遊付"
)
_VENDOR = re.compile(
    f"(?:{_VENDORS})(?:那[边邊]|平台|[侧側]|[总總]是|一直|[会會]|又)?{_SAID}了?"
    f"(?: ?(?:infocode|errcode|error_code|code)|的?{_CODE}|代[码碼]|"
    r" ?\{\s?[\"'](?:status|code|errcode|ret)[\"']\s?:\s?[\"']?) ?\Z"
)
"""Services whose bodies carry codes of their own: "支付宝返回错误码 404"; what their gateway answers is HTTP."""

_NAME_AND_CODE = re.compile(
    f"(?<![A-Za-z0-9])(?P<who>[A-Za-z][A-Za-z0-9]+) ?{_SAID}了? ?(?:{_CODE}|[错錯][误誤])[是为為：:]? ?\\Z"
    f"|(?P<han>[\u4e00-\u9fff]{{1,8}}?){_SAID}了?的? ?{_CODE}[是为為：:]? ?\\Z"
)
_BARE_CODE = re.compile(rf"(?:{_CODE}|[状狀][态態])[：:]? ?\Z")
_STATE = re.compile(
    "(?:订单|訂單|审批|審批|审核|審核|任务|任務|房间|房間|设备|設備|物流|游戏|遊戲|工单|工單|流程|电梯|電梯|退款|案件|包裹)的?"
    "[状狀][态態](?:码|碼|值)?[是为為：:]? ?\\Z"
    "|(?:自己定|自家|自定义|自訂|自定義|业务|業務|内部|內部)的? ?"
    "(?:code|[错錯][误誤]?[码碼]|[状狀][态態][码碼]) ?[是为為：:]? ?\\Z"
    "|(?:百度|高德|[腾騰][讯訊])地[图圖][^，。\\n]{0,16}status ?[=:]? ?\\Z"
    "|(?:订单|訂單|工单|工單|任务|任務|审批|審批)[表单單]?[里裡中的]? ?status ?[=:：]? ?\\Z"
)
"""The states of other things: "订单状态 200"."""
_PRICE = re.compile(
    "(?:[一二两兩三四五六七八九十每][盒瓶杯斤箱袋双雙](?:要|卖|賣|是|才)?"
    "|(?:医保|醫保|健保|保险|保險)[^\\n]{0,4}[报報给給付][销銷]?了?) ?\\Z"
)
"""What something costs or an insurance pays: "一盒 429", "医保报 200"."""
_PRICES = frozenset("盒瓶杯斤箱袋双雙要卖賣是才报報给給付销銷了")
_WEB_NAMES = (
    topics.TOPIC
    | topics.PRODUCTS
    | words(
        "api app cdn chrome client cloudflare edge elb firefox http https js lb nginx opera php safari server slb url",
        "waf web",
    )
)
_A_STRANGE_NAME = 2
_DEFINED = re.compile(
    rf" ?(?:是|表示|代表|指的?是|意思)(?!.{{0,6}}(?:{'|'.join(chinese_behind.PHRASES)}|[网網][关關]|HTTP|什|啥|不是))"
)


def is_claimed(message: Message, start: int, end: int, *, in_topic: bool) -> bool:
    """Whether the words that lead up to a number say that it is a program's or a service's own."""
    text = message.text
    begin = max(0, start - _REACH)
    lead = text[begin:start].rstrip(" ")
    last = lead[-1:]
    if not last:
        return False
    if (last in _ENDS_OF_CODES and _STATE.search(lead)) or (last in _PRICES and _PRICE.search(lead)):
        return True
    if in_topic:
        return False
    if (
        last in _END_OF_A_RESULT
        and not _is_of_the_web(message, start, end)
        and ("期" in lead or "预" in lead)
        and _EXPECTED.search(lead)
    ):
        return True
    if last in _ENDS_OF_VERBS and _PROGRAM.search(lead):
        return True
    if last not in _ENDS_OF_CODES:
        return False
    return _VENDOR.search(lead) is not None or _has_a_strange_sayer(text, begin, start, end)


def _is_of_the_web(message: Message, start: int, end: int) -> bool:
    text = message.text
    return message.is_about_the_web(start, end) or (
        text[start] in "45" and _SUCCESS_BEFORE.search(text, max(0, start - _REACH), start) is not None
    )


def _has_a_strange_sayer(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a name that is none of the web's claims a code: "MongoDB 错误码 500", "厂商错误码 404 是缺纸"."""
    if _BARE_CODE.search(text, begin, start) and _DEFINED.match(text, end, end + _REACH_BEHIND):
        return True
    said = _NAME_AND_CODE.search(text, begin, start)
    if said is None:
        return False
    if said["who"]:
        return said["who"].lower() not in _WEB_NAMES
    return _strange_characters(said["han"]) >= _A_STRANGE_NAME


def _strange_characters(han: str) -> int:
    """How many characters of a stretch belong to no known word."""
    strange = 0
    at = len(han)
    while at:
        size = next(
            (size for size in range(min(chinese.LONGEST, at), 0, -1) if han[at - size : at] in chinese.PARTS), 0
        )
        strange += not size
        at -= size or 1
    return strange
