"""Tables in plain text, whose heads say what the numbers below count, or that show no sign of HTTP."""

import re
from collections.abc import Sequence

from teapot.mentions.roles import words

_REACH, _LONGEST_HEAD, _MOST_HEADS = 400, 120, 2
_IN_A_COLUMN = ("\t", "  ", "| ", "|", ",")
_WORD = re.compile(r"p[0-9]{2}|[^\W\d_]+")
_COUNTS = words(
    "bytes calls clicks consumers messages stmts count counts cpu duration errors hits latency mem memory ms orders",
    "pid p50 p90 p95 p99 price qps qty quantity requests rps size time times total uptime users views visits",
)
_HAN_COUNTS = words(
    "人数 人數 次数 次數 耗时 耗時 延迟 延遲 请求数 請求數 访问量 訪問量 销量 銷量 并发 並發 数量 數量 价格 價格 大小",
)
"""Parts of a name, as Chinese has no spaces: "平均耗时"."""
_STATUSES = words("code codes http response responses result status statuses 状态 狀態 状态码 狀態碼 错误码 錯誤碼")
_CUT = re.compile(r"\t| {2,}|\||,")
_GAP, _FEWEST_GAPS, _FEWEST_BEHIND = re.compile(r"\S(?:\t| {2,})\s*(?=\S)"), 3, 2
_MAY_TELL_STATUSES = re.compile(
    r"\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ERROR|WARN|WARNING|INFO|FATAL|DEBUG)\b|[hH][tT][tT][pP]|(?<!\S)/[a-z]"
    r"|[sS]tatus|STATUS|[cC]ode|CODE|状态|狀態|码|碼"
)
_OF_PODS = "READY"


def count_things(text: str, start: int) -> bool:
    """Whether a number stands in a column below a head that names counts and no statuses ("path  hits").

    So it does in a line of at least four columns where neither line nor head shows a sign of HTTP.
    """
    if not text.endswith(_IN_A_COLUMN, max(0, start - 2), start):
        return False
    block = text[max(0, start - _REACH) : start].rpartition("\n\n")[2]
    *lines, begun = block.lstrip("\n").split("\n")
    heads = [line for line in lines[:_MOST_HEADS] if _CUT.search(line.strip())]
    rest = _rest_of_the_line(text, start)
    if not begun.strip() and len(_GAP.findall(rest)) < _FEWEST_BEHIND:  # code that begins with its number
        return False
    return any(map(_names_counts, heads)) or _is_of_a_grid(heads, begun + rest)


def _rest_of_the_line(text: str, start: int) -> str:
    return text[start : start + _LONGEST_HEAD].partition("\n")[0]


def _is_of_a_grid(heads: Sequence[str], line: str) -> bool:
    if len(_GAP.findall(line)) < _FEWEST_GAPS:
        return False
    is_of_pods = any(_OF_PODS in head for head in heads)
    return is_of_pods or not any(map(_MAY_TELL_STATUSES.search, (*heads, line)))


def _names_counts(head: str) -> bool:
    if len(head) > _LONGEST_HEAD:
        return False
    names = set(map(str.lower, _WORD.findall(head)))
    are_counted = not names.isdisjoint(_COUNTS) or any(count in name for name in names for count in _HAN_COUNTS)
    return are_counted and names.isdisjoint(_STATUSES)
