"""The claims that tests, programs, trades and other codes lay on numbers that sound like a status.

Each names the words that call it up, a pattern of what leads up to the number, and for some one of what follows.
"""

from collections.abc import Iterable

from teapot.mentions.others.claim import Claim
from teapot.mentions.others.claims_of_counting import OF_COUNTING
from teapot.mentions.others.claims_of_limits import OF_LIMITS
from teapot.mentions.others.claims_of_people import OF_PEOPLE
from teapot.mentions.others.claims_of_programs import OF_PROGRAMS


def _by_word(claims: Iterable[Claim]) -> dict[str, tuple[Claim, ...]]:
    called: dict[str, tuple[Claim, ...]] = {}
    for claim in claims:
        for word in claim.called_by:
            called[word] = (*called.get(word, ()), claim)
    return called


CALLED_BY = _by_word((*OF_PROGRAMS, *OF_COUNTING, *OF_LIMITS, *OF_PEOPLE))
"""The claims that each word calls up."""
