"""The times that logs write at the beginning of their lines, given back as they are written."""

import re
from collections.abc import Sequence

from teapot.mentions import Mention

MAX_LINE = 1_000
"""Code points of a line in which its time is looked for."""

_TIME = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?"
    r"|\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d(?: [+-]\d{4})?"
    r"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d"
)


def time_at(text: str, at: int) -> str | None:
    """The time on the line that holds the code point ``at``; None when it has none."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    found = _TIME.search(text, start, min(end if end >= 0 else len(text), start + MAX_LINE))
    return found[0] if found else None


def span(text: str, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """The times on the first and on the last line that name a status; None for anything but a log of several lines."""
    if len(mentions) < 2:
        return None
    first, last = time_at(text, mentions[0].start), time_at(text, mentions[-1].start)
    return (first, last) if first and last and first != last else None
