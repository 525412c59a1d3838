"""Tables in plain text, whose heads say what the numbers below count."""

import re

from teapot.mentions.roles import words

_REACH, _LONGEST_HEAD = 400, 120
_IN_A_COLUMN = ("\t", "  ", "| ", "|", ",")
_WORD = re.compile(r"p[0-9]{2}|[^\W\d_]+")
_COUNTS = words(
    "bytes calls clicks count counts cpu duration errors hits latency mem memory ms orders p50 p90 p95 p99 price qps",
    "qty quantity requests rps size time times total uptime users views visits 人数 人數 价格 價格 大小 延迟 延遲",
    "数量 數量 次数 次數 耗时 耗時 銷量 销量 訪問量 請求數 访问量 请求数",
)
_STATUSES = words("code codes http response responses result status statuses 状态 狀態 状态码 狀態碼 错误码 錯誤碼")


def count_things(text: str, start: int) -> bool:
    """Whether a number stands in a column below a head that names counts and no statuses ("path  hits")."""
    if not text.endswith(_IN_A_COLUMN, max(0, start - 2), start):
        return False
    block = text[max(0, start - _REACH) : start].rpartition("\n\n")[2]
    head, line_break, _ = block.lstrip("\n").partition("\n")
    if not line_break or len(head) > _LONGEST_HEAD:
        return False
    names = set(map(str.lower, _WORD.findall(head)))
    return not names.isdisjoint(_COUNTS) and names.isdisjoint(_STATUSES)
