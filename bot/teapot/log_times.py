"""The times that logs write on their lines, given back as they are written; seconds since 1970 as a time in UTC."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from teapot.mentions import Mention

MAX_LINE = 1_000
"""Code points of a line in which its time is looked for."""

_TIME = re.compile(
    r"\d{4}-\d\d-\d\d[T \t]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?"
    r"|\d{4}/\d\d/\d\d (?:- )?\d\d:\d\d:\d\d(?:\.\d{1,9})?"
    r"|\d\d/[A-Z][a-z]{2}/\d{4}[: ]\d\d:\d\d:\d\d(?: [+-]\d{4})?"
    r"|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d"
    r"|(?<=[IWEF])\d{4} \d\d:\d\d:\d\d\.\d{6}"
    r"|\"(?:ts|time|timestamp)\": ?(?P<epoch>\d{10})(?=[.,}]|\d{3}[,}])"
    r"|(?<![^\n])(?P<start>\d{10})(?=\.\d{3} )"
)

_ZONE = re.compile(r"(?:Z| ?[+-]\d\d:?\d\d)\Z")
_CLOCK = re.compile(r"(?<!\d)\d\d:\d\d:\d\d")


def span(text: str, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """The times on the first and on the last line that name a status and have one; None when these are the same.

    What somebody writes above or below a log has no time.
    """
    first, last = next(times_of(text, mentions), None), next(times_of(text, reversed(mentions)), None)
    return (first, last) if first and last and first != last else None


def times_of(text: str, mentions: Iterable[Mention]) -> Iterator[str]:
    """The times of the lines that hold the mentions; no line is read twice, however many it holds."""
    start = end = -1
    for mention in mentions:
        if start <= mention.start <= end:
            continue
        start, end = _line(text, mention.start)
        found = _TIME.search(text, start, min(end, start + MAX_LINE))
        if found is not None:
            yield _told(found)


def told_together(first: str, last: str) -> str:
    """Two times of one log in one text: the day and the zone that they share are told once, and equal times once."""
    if first == last:
        return first
    zone = _ZONE.search(last)
    if zone and first.endswith(zone[0]):
        first = first.removesuffix(zone[0])
    clock = _CLOCK.search(last)
    if clock and clock.start() and first.startswith(last[: clock.start()]):
        last = last[clock.start() :]
    return f"{first} to {last}"


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _told(found: re.Match[str]) -> str:
    if found.lastgroup is None:
        return found[0].replace("\t", " ")
    return f"{datetime.fromtimestamp(int(found[found.lastgroup]), UTC):%Y-%m-%dT%H:%M:%SZ}"
