"""Tables in plain text with a column of statuses: CSV, tabs, pipes (Markdown, psql), and W3C logs with "#Fields:".

Only the numbers of that column are statuses; all else in the rows is covered, so that no other number is taken for one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from teapot.mentions.logs.lines import Recognized
from teapot.mentions.roles import words

_WORD_OF_A_HEAD = re.compile("[sS]tatus|STATUS|[cC]ode|CODE|状态|狀態|响应码|回應碼")
_PARTS_OF_SUCH_WORDS = ("tatus", "TATUS", "ode", "ODE", "状态", "狀態", "响应码", "回應碼")
_FIELDS = "#Fields: "
_DELIMITERS = ("|", "\t", ",")
_FEWEST_COLUMNS, _LONGEST_NAME = 3, 32
_NAME = re.compile(r"[^\W\d]\w*(?:[ -]+\w+){0,3}(?: ?\(\w{1,8}\))?\??")
_LONGEST_HEAD, _MOST_HEADS = 240, 50
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u4e00-\u9fff]+")
_STATUSES = words("httpcode httpstatus responsecode status statuscode 状态 狀態 状态码 狀態碼 响应码 回應碼")
_WITH_STATES = words("order job task ticket")
"""What has a status of its own: "order_status"."""
_SAYERS = words("http response return")
_BESIDE_A_STATUS = words("count file hits link page path percent requests responses total url")
"""What the other column of a table of two may tell: "status_code,count"."""
_RULE = frozenset("|+-: ")
_CODE = re.compile(r"\s*(?:[<>]=?\s?)?[`\"']?([1-5][0-9]{2}|999)[`\"']?(?:\s[^0-9]{0,40})?")


class _Table(NamedTuple):
    """The delimiter of a table, the number of its columns, and the place of that of the statuses."""

    delimiter: str
    columns: int
    at: int


def recognize_tables(text: str) -> Iterator[Recognized]:
    """The rows of tables that have a column of statuses, in order and disjoint.

    After fifty lines that name a status and are no head of a table no more is looked for.
    """
    if "\n" not in text or not any(map(text.__contains__, _PARTS_OF_SUCH_WORDS)):
        return
    read_until = tried = 0
    for word in _WORD_OF_A_HEAD.finditer(text):
        if word.start() < read_until:
            continue
        tried += 1
        if tried > _MOST_HEADS:
            return
        begin = text.rfind("\n", max(0, word.start() - _LONGEST_HEAD), word.start()) + 1
        end = text.find("\n", word.end(), begin + _LONGEST_HEAD)
        if end < 0:
            continue
        read_until = end
        table = _table_below(text[begin:end])
        if table is None:
            continue
        rows = list(_rows(text, end + 1, table))
        if rows:
            read_until = rows[-1].end
        if any(row.statuses for row in rows) or _are_states(text, rows, table):
            tried = 0
            yield from rows


def _table_below(head: str) -> _Table | None:
    """How the rows below a head are cut, None if it is not the head of a table with one column of statuses."""
    if head.startswith(_FIELDS):
        names = head.removeprefix(_FIELDS).split()
        return _Table(" ", len(names), names.index("sc-status")) if "sc-status" in names else None
    for delimiter in _DELIMITERS:
        names = [name.strip(" \t\r`*\"'") for name in head.split(delimiter)]
        if len(names) < (_FEWEST_COLUMNS if _BESIDE_A_STATUS.isdisjoint(map(str.lower, names)) else 2):
            continue
        inner = names[1:-1] if delimiter == "|" and not (names[0] and names[-1]) else names
        if all(len(name) <= _LONGEST_NAME and _NAME.fullmatch(name) for name in inner):
            of_statuses = [at for at, name in enumerate(names) if _names_a_status(name)]
            return _Table(delimiter, len(names), of_statuses[0]) if len(of_statuses) == 1 else None
    return None


def _names_a_status(name: str) -> bool:
    words_of_name = {word.lower() for word in _WORD.findall(name)}
    if not _STATUSES.isdisjoint(words_of_name):
        return _WITH_STATES.isdisjoint(words_of_name) or not words_of_name.isdisjoint(("code", "http", "response"))
    return {"code"} < words_of_name and not _SAYERS.isdisjoint(words_of_name)


def _are_states(text: str, rows: list[Recognized], table: _Table) -> bool:
    """Whether the column tells states in words ("open", "closed"), so that none of the numbers is a status."""
    fields = [text[row.start : row.end].split(table.delimiter)[table.at].strip() for row in rows]
    return len(fields) > 1 and all(map(str.isalpha, fields))


def _rows(text: str, begin: int, table: _Table) -> Iterator[Recognized]:
    delimiter, columns, at = table
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        line = text[begin:end]
        fields = line.split(delimiter)
        if len(fields) == columns:
            start = begin + sum(len(field) + len(delimiter) for field in fields[:at])
            code = _CODE.fullmatch(text, start, start + len(fields[at]))
            yield Recognized(begin, end, (code.span(1),) if code else ())
        elif not _RULE.issuperset(line) and not line.startswith("#"):
            return
        begin = end + 1
