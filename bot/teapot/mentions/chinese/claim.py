"""What a claim on a number is in Chinese."""

import re
from typing import NamedTuple


class Claim(NamedTuple):
    """A pattern of what leads up to a number; a look at the last character, one of ``ends``, spares most the rest."""

    ends: frozenset[str]
    before: re.Pattern[str]


def claim(ends: str, before: str) -> Claim:
    """A claim from the characters that it may end with and its pattern in verbose form."""
    return Claim(frozenset(ends), re.compile(rf"(?:{before})\Z", re.VERBOSE))
