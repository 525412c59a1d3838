"""Tables in plain text with a column of statuses: CSV, tabs, pipes (Markdown, psql), and W3C logs with "#Fields:".

Only the numbers of that column are statuses; all else in the rows is covered, so that no other number is taken for one.
"""

import re
from collections.abc import Iterator

from teapot.mentions.log_lines import Recognized
from teapot.mentions.roles import words

_HEAD = re.compile(r"^(?:#Fields: [^\n]*+|(?:[^0-9\n]++[0-9]{1,2}+){0,4}+[^0-9\n]*+)$", re.MULTILINE)
_FIELDS = "#Fields: "
_DELIMITERS = ("|", "\t", ",")
_FEWEST_COLUMNS, _LONGEST_NAME = 3, 32
_NAME = re.compile(r"[^\W\d]\w*(?:[ -]+\w+){0,3}")
_LONGEST_HEAD = 240
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u4e00-\u9fff]+")
_STATUSES = words("httpcode httpstatus responsecode status statuscode 状态 狀態 状态码 狀態碼 响应码 回應碼")
_SAYERS = words("http response return")
_STATUS_NAMED = re.compile("|".join(("code", *sorted(_STATUSES))), re.IGNORECASE)
_RULE = frozenset("|+-: ")
_CODE = re.compile(r"\s*[`\"']?([1-5][0-9]{2}|999)[`\"']?\s*")


def recognize_tables(text: str) -> Iterator[Recognized]:
    """The rows of tables that have a column of statuses, in order and disjoint."""
    if "\n" not in text:
        return
    read_until = 0
    for head in _HEAD.finditer(text):
        if head.start() < read_until:
            continue
        table = _columns(head[0]) if len(head[0]) <= _LONGEST_HEAD else None
        if table is None:
            continue
        for row in _rows(text, head.end() + 1, *table):
            read_until = row.end
            yield row


def _columns(head: str) -> tuple[str, int, int] | None:
    """How a table is cut: its delimiter, the number of its columns, and the place of that of the statuses."""
    if _STATUS_NAMED.search(head) is None:
        return None
    if head.startswith(_FIELDS):
        names = head.removeprefix(_FIELDS).split()
        return (" ", len(names), names.index("sc-status")) if "sc-status" in names else None
    for delimiter in _DELIMITERS:
        names = [name.strip(" \t\r`*\"'") for name in head.split(delimiter)]
        if len(names) < _FEWEST_COLUMNS:
            continue
        inner = names[1:-1] if delimiter == "|" and not (names[0] and names[-1]) else names
        if all(len(name) <= _LONGEST_NAME and _NAME.fullmatch(name) for name in inner):
            of_statuses = [at for at, name in enumerate(names) if _names_a_status(name)]
            return (delimiter, len(names), of_statuses[0]) if len(of_statuses) == 1 else None
    return None


def _names_a_status(name: str) -> bool:
    words_of_name = {word.lower() for word in _WORD.findall(name)}
    return not _STATUSES.isdisjoint(words_of_name) or (
        {"code"} < words_of_name and not _SAYERS.isdisjoint(words_of_name)
    )


def _rows(text: str, begin: int, delimiter: str, columns: int, at: int) -> Iterator[Recognized]:
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
