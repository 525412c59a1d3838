"""Chinese: who says a number that sounds like a status and is somebody else's."""

import re

from teapot.mentions.roles import words

_REACH, _LONGEST_LAST_WORD = 40, 3
_LAST_WORD = re.compile("[回传傳返给給出印到吐报報抛拋示跳现現错錯误誤码碼了的个個:：\"'] ?\\Z|e \\Z")

_BACK = "(?:返回|回傳|回传|返|回|给|給|输出|輸出|打印|印出|得到|吐)"
_SAID = "(?:返回|回傳|回传|报|報|抛|拋|提示|显示|顯示|弹出|彈出|跳出|跳|给出|給出|出现|出現|报错|報錯)?"
_PROGRAM = re.compile(
    "(?:脚本|腳本|函数|函數|函式|方法|程序|程式|进程|行程|子程序|副程式|存储过程|預存程序|命令|指令|查询|查詢|公式|宏|"
    f"[传傳]感器|感測器|仪器|儀器|设备|設備|线程|執行緒)[会會都就总總]?{_BACK}[了的个個]? ?\\Z"
)
"""What returns numbers without speaking HTTP: "脚本返回 500"."""

_VENDORS = (
    "支付[宝寶]|微信(?:支付)?|[银銀]联|[银銀]聯|百度地[图圖]|高德(?:地[图圖])?|[腾騰][讯訊]地[图圖]|[钉釘][钉釘]|企业微信|企業微信|飞书|飛書|"
    "[顺順][丰豐]|短信平台|簡訊平台|綠界|藍新|街口|悠遊付"
)
_VENDOR = re.compile(
    f"(?:{_VENDORS})(?:那[边邊]|平台|[侧側]|[总總]是|一直|[会會]|又)?{_SAID}了?"
    "(?: ?(?:infocode|errcode|error_code|code)|的?[错錯][误誤](?:[码碼]|代[码碼])|返回[码碼]|回傳碼|代[码碼]|"
    r" ?\{\s?[\"'](?:status|code|errcode|ret)[\"']\s?:\s?[\"']?) ?\Z"
)
"""Services whose bodies carry codes of their own: "支付宝返回错误码 404"; what their gateway answers is HTTP."""

_ERROR_CODE = re.compile(
    f"(?<![A-Za-z0-9])(?P<who>[A-Za-z][A-Za-z0-9]+) ?{_SAID}了? ?[错錯][误誤](?:代[码碼]|[码碼])[是为為：:]? ?\\Z"
)
_NO_NAMES = words("api http https url web app nginx cdn waf lb slb elb cloudflare chrome")


def is_claimed(text: str, start: int) -> bool:
    """Whether the words that lead up to a number say that it is a program's or a service's own."""
    if not _LAST_WORD.search(text, max(0, start - _LONGEST_LAST_WORD), start):
        return False
    begin = max(0, start - _REACH)
    if _PROGRAM.search(text, begin, start) or _VENDOR.search(text, begin, start):
        return True
    return _has_a_strange_sayer(text, begin, start)


def _has_a_strange_sayer(text: str, begin: int, start: int) -> bool:
    """Whether a name that is none of the web's stands before "错误码": "MongoDB 错误码 500"."""
    said = _ERROR_CODE.search(text, begin, start)
    return said is not None and said["who"].lower() not in _NO_NAMES
