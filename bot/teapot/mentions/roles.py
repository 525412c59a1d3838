"""The parts that words play for the number beside them, and how a table of them is made."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple


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


def parts(role: Role, table: Mapping[int, Iterable[str]]) -> dict[str, Part]:
    """The part of each word of a table that is sorted by votes."""
    return {word: Part(role, vote) for vote, of_that_vote in table.items() for word in of_that_vote}
