"""The parts that words play for the number beside them, and how a table of them is made."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")


class Role(Enum):
    """What a word does for the number behind it."""

    CUE = auto()  # decides
    HINT = auto()  # adds its vote; the words before it are heard too
    MEASURE = auto()  # decides against, if it stands tight before the number
    TIGHT_LINK = auto()  # "port is 503" is as tight as "port 503"
    LINK = auto()  # looked through, but a measure before it is no measure of the number
    STRANGER = auto()  # weakens what stands before it


class Part(NamedTuple):
    """A word's role, and its vote if the role has one."""

    role: Role
    vote: int = 0


STRANGER = Part(Role.STRANGER)

VETO = -20
"""A vote of this or less makes a number no status, whatever speaks for it."""


def words(*lines: str) -> frozenset[str]:
    """The words of a few lines of text."""
    return frozenset(word for line in lines for word in line.split())


def signs(*lines: str) -> tuple[str, ...]:
    """The strings of a few lines that are cut at bars; blanks belong to them."""
    return tuple(sign for line in lines for sign in line.split("|"))


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text that is cut at commas, whatever its line ends."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


def by_word(table: Mapping[int, Iterable[str]]) -> dict[str, int]:
    """The vote of each word of a table that is sorted by votes. Raises ValueError if a word has two."""
    return merged(*(dict.fromkeys(of_that_vote, vote) for vote, of_that_vote in table.items()))


def parts(role: Role, table: Mapping[int, Iterable[str]]) -> dict[str, Part]:
    """The part of each word of a table that is sorted by votes. Raises ValueError if a word has two."""
    return {word: Part(role, vote) for word, vote in by_word(table).items()}


def merged(*tables: Mapping[str, _T]) -> dict[str, _T]:
    """One table of several. Raises ValueError if a word stands in two of them, where one would never count."""
    times = Counter(word for table in tables for word in table)
    if twice := sorted(word for word, number in times.items() if number > 1):
        raise ValueError("in two tables: " + " ".join(twice))
    return {word: of_word for table in tables for word, of_word in table.items()}
