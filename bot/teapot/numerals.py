"""The codes, classes and sub-statuses that a query says in numbers, and the words beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from teapot.catalogue import Catalogue

# The patterns are compiled by ``re`` when they are first needed, and kept there: a bare code needs none of them.
_PROTOCOL = r"\bhttps?\s*/\s*\d(?:\.\d)?\b"
_PHONE = r"\+\d"
_SPAN = r"(?<!\d)([1-5])00\s*(?:-|–|~|to|到|至|through)\s*\1(?:99|xx)(?!\d)"
_UNIT = (
    r"-[a-z]|\s*(?:%|秒|分钟|分鐘|毫秒|次|个|個|人|兆|(?:seconds?|secs?|minutes?|hours?|days?|bytes?|times"
    r"|ms|px|[kmgt]b?|kg|km|rp[ms]|qps|hz|usd|eur|th|st|nd|rd)\b)"
)
_NUMBER = (
    r"(?P<before>[a-z]*)(?<![\d.])"
    r"(?:(?P<sub>[1-9]\d\d\.\d{1,3})|(?P<code>[1-9]\d\d|[0-9ol]{3})|(?P<class>[1-9](?:xxx?|\*\*|\?\?|__)))"
    rf"(?!\d|[.:]\d|{_UNIT})(?P<after>[a-z]*)"
)
_VALUE = r"(?:[a-z]-[a-z]+|range|port|age|line|size|length|id|timeout|ttl)\s*[:=][^a-z]*(?:bytes[^a-z]*)?$"
_LABEL_BEFORE = "(?:.*(?:https?|status|code|error|err)|e|sc|iis|h|)"
_SPELLED = "[零〇○一二三四五六七八九]{3}|[一二三四五]百(?:零?[一二三四五六七八九])?"
_DIGITS = dict(zip("零〇○一二三四五六七八九", "000123456789", strict=True))
_SPOKEN_DIGITS = dict(
    zip(
        ("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        "00123456789",
        strict=True,
    )
)
_SPOKEN = r"\b(one|two|three|four|five)[\s-]+({0})[\s-]+({0})\b".format("|".join(_SPOKEN_DIGITS))
_LABEL = (
    "https?|status(?:es|code)?|codes?|errors?|err|rest|api|response|reply|result|message|number|page|iis|sc|httpstatus(?:code)?|h"
    "|what|whats|is|the|a|an|of|mean|means|meaning|do|does|did|i|get|got|getting|explain|tell|me|about|show|why|how|to|fix"
    "|help|please|when|use|should|which|returns?|returned|list|all"
    "|and|or|vs|versus|between|difference|differ|compared?|with"
)
_HAN_LABEL = (
    "状态码|狀態碼|状态代码|狀態代碼|错误码|錯誤碼|错误代码|錯誤代碼|返回码|返回|响应码|回應碼|回傳|响应|回應|代码|代碼|状态|狀態|错误|錯誤|"
    "报错|報錯|报|報|出现|出現|是什么意思|是什麼意思|什么意思|什麼意思|意思|是什么|是什麼|什么|什麼|啥|怎么办|怎麼辦|怎么解决|怎麼解決|"
    "怎么回事|怎麼回事|为什么|為什麼|怎么|怎麼|如何|解决|解決|接口|页面|頁面|网站|網站|出错|出錯|"
    "还是|還是|或者|或|和|与|與|跟|之间|之間|区别|區別|差別|差别|差异|差異|差在哪|对比|對比|比较|比較|不同|"
    "何时|何時|该|該|要|应该|應該|用|哪个|哪個|哪里|哪裡|的|了|呢|吗|嗎|码|碼|是|有"
)
_WORD = r"[^\s\"'()\[\]{},;:!?。，、；：！？「」“”《》/|&_=<>#-]+"


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a query says in numbers: keys that the catalogue has, three-digit numbers that it has not, other words."""

    keys: tuple[str, ...]
    unknown: tuple[str, ...]
    rest: str


def read_numbers(catalogue: Catalogue, text: str) -> Numbers:
    """Split cleaned, lower-case text into the codes it names and the words that say more than "status code"."""
    text = re.sub(_PROTOCOL, " ", _written_out(text))
    if re.match(_PHONE, text):
        return Numbers((), (), text)
    keys: dict[str, None] = {}
    unknown: dict[str, None] = {}
    left: list[str] = []
    at = 0
    for found in re.finditer(_NUMBER, text):
        key = None if re.search(_VALUE, text[at : found.start()]) else _key(catalogue, found)
        if key is None:
            continue
        if key in catalogue:
            keys[key] = None
        elif key.isdigit():
            unknown[key] = None
        else:
            continue
        left += [text[at : found.start()], found["before"], " ", found["after"]]
        at = found.end("after")
    left.append(text[at:])
    return Numbers(tuple(keys), tuple(unknown), " ".join(_without_labels("".join(left))))


def vendor_named(catalogue: Catalogue, text: str) -> str | None:
    """The vendor whose name or alias a lower-case text holds; the longest alias wins."""
    spaced = f" {text} "
    found = [
        (len(alias), vendor)
        for vendor, known in catalogue.vendors.items()
        for alias in (known.name.lower(), *known.aliases)
        if (f" {alias} " in spaced if alias.isascii() else alias in text)
    ]
    return max(found)[1] if found else None


def nearest_numbers(catalogue: Catalogue, digits: str) -> list[str]:
    """The codes that share a digit's place with three digits, the most alike first, then common ones."""
    apart = {
        code: sum(one != other for one, other in zip(code, digits, strict=True))
        for code in catalogue.codes
        if len(code) == len(digits)
    }
    near = (code for code, places in apart.items() if places < len(digits))
    return sorted(near, key=lambda code: (apart[code], -catalogue.codes[code].common, code))


def _key(catalogue: Catalogue, found: re.Match[str]) -> str | None:
    """The key a number stands for; None when what is written before it says that it is no status code."""
    if not re.fullmatch(_LABEL_BEFORE, found["before"]):
        return None
    if found["class"]:
        return re.sub(r"\W|_", "x", found["class"])
    if found["sub"]:
        parent = catalogue.codes.get(found["sub"].partition(".")[0])
        known = found["sub"] in catalogue.substatuses or parent is None or not parent.substatuses
        return found["sub"] if known or parent is None else parent.code
    number = found["code"].replace("o", "0").replace("l", "1")
    return number if number[0] != "0" and any(map(str.isdigit, found["code"])) else None


def _written_out(text: str) -> str:
    """Numbers in words ("four oh four", 四零四, 五百) and spans ("400-499") written as "404", "500" and "4xx"."""
    text = re.sub(_SPAN, lambda span: f"{span[1]}xx", text)
    text = re.sub(_SPOKEN, lambda said: "".join(_SPOKEN_DIGITS[digit] for digit in said.groups()), text)
    return re.sub(_SPELLED, lambda said: _digits(said[0]), text)


def _digits(said: str) -> str:
    digits = "".join(_DIGITS.get(character, "") for character in said)
    if "百" not in said:
        return digits
    return f"{digits[0]}0{digits[-1] if len(digits) > 1 else '0'}"


def _without_labels(text: str) -> Iterator[str]:
    for word in re.findall(_WORD, text):
        stripped = (word if word.isascii() else re.sub(_HAN_LABEL, "", word)).strip(".")
        if stripped and not re.fullmatch(_LABEL, stripped):
            yield stripped
