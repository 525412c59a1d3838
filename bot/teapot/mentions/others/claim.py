"""What a claim on a number is that sounds like a status."""

import re
from typing import NamedTuple

from teapot.mentions.roles import words


class Claim(NamedTuple):
    """A claim on a number, and what refutes it: a topic of the web in its line, or a sign of the web at large.

    A claim that is ``certain`` nothing refutes.
    """

    called_by: frozenset[str]
    before: re.Pattern[str]
    behind: re.Pattern[str] | None = None
    at_large: bool = False
    certain: bool = False


def claim(
    called_by: str, before: str, behind: str = "", *, at_large: bool = False, certain: bool = False
) -> tuple[Claim, ...]:
    """A claim called by words, with the pattern that leads up to its number, and that of what follows it."""
    flags = re.VERBOSE | re.IGNORECASE
    pattern_behind = re.compile(behind, flags) if behind else None
    return (Claim(words(called_by), re.compile(rf"(?:{before})\Z", flags), pattern_behind, at_large, certain),)
