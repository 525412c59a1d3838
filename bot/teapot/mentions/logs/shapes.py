"""What a shape of log lines is made of."""

import re
from typing import NamedTuple

STATUS = r"([1-5][0-9]{2}|999)"
"""The group of a status in the pattern of a shape."""


class LineShape(NamedTuple):
    """A kind of log line: strings of which it holds one, and its pattern, whose groups are the statuses."""

    needles: tuple[str, ...]
    pattern: re.Pattern[str]
    from_line_start: bool = True


def shape(needles: tuple[str, ...], pattern: str, *, from_line_start: bool = True) -> LineShape:
    """A shape from its needles and the text of its pattern, in verbose form."""
    return LineShape(needles, re.compile(pattern, re.VERBOSE), from_line_start)
