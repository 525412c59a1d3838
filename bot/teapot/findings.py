"""What a lookup gives back."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How the hits are to be taken."""

    CLEAR = "clear"
    SEVERAL = "several"
    BEGINNING = "beginning"
    VERSUS = "versus"
    UNREGISTERED = "unregistered"
    NOTHING = "nothing"


ANSWERED = frozenset({Verdict.CLEAR, Verdict.SEVERAL, Verdict.BEGINNING, Verdict.VERSUS})
"""The verdicts whose hits answer the query; with the others they are only the nearest thing to offer."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that fits: its key, how well (0 to 100), which of its terms matched, and what kind of term that is."""

    key: str
    score: float
    term: str
    field: str = "code"


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to a query, hits best first.

    With NOTHING the hits are only the nearest entries; with UNREGISTERED there is one, whose key the catalogue does not
    have; with BEGINNING the ``term`` is the digits they begin with; with VERSUS there are two, the lower first, and the
    higher score is on the one that the query's other words speak for.
    """

    verdict: Verdict
    hits: tuple[Hit, ...]
    term: str = ""
