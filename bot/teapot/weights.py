"""How much a piece of text says: a rare word much, a common one little."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from teapot.folding import is_han, pairs

COMMON_SHARE = 0.25
"""What a common word counts against another one that is as rare in the catalogue."""
MAX_COMMON_HAN = 10
"""Characters of the longest Han word that is looked for among the common ones."""
MAX_QUANTITY = 4
"""Characters of the longest quantity, as in "20 seconds" or "12kb"; a longer one is a number of another kind."""
SUBJECT_HAN = (2, 3)
"""Characters of the Han words that belong to the subject."""


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Words that say little in a query: folded English ones, and Simplified Chinese ones of MAX_COMMON_HAN at most.

    ``beginnings`` are the characters that those begin with; ``subject`` are words of either language by which a query
    shows that it is about HTTP.
    """

    english: frozenset[str]
    chinese: frozenset[str]
    beginnings: frozenset[str]
    subject: frozenset[str]

    def speak_of_http(self, folded: Iterable[str]) -> bool:
        """Whether folded words have one among them that belongs to the subject."""
        return any(
            any(word[at : at + size] in self.subject for size in SUBJECT_HAN for at in range(len(word)))
            if is_han(word)
            else word in self.subject
            for word in folded
        )

    def in_run(self, run: str) -> list[bool]:
        """Which characters of a Han run belong to common words, the longest such word first."""
        common = [False] * len(run)
        at = 0
        while at < len(run):
            sizes = range(min(MAX_COMMON_HAN, len(run) - at), 0, -1) if run[at] in self.beginnings else ()
            size = next((size for size in sizes if run[at : at + size] in self.chinese), 0)
            common[at : at + size] = [True] * size
            at += max(size, 1)
        return common


@dataclass(frozen=True, slots=True)
class Weights:
    """Each token's ``rarity`` (inverse document frequency over the entries), and ``unknown``, that of any other."""

    common: CommonWords
    rarity: Mapping[str, float]
    unknown: float

    def of_word(self, word: str, spelled: str = "") -> float:
        """How much an English word says; ``spelled`` is how it should have been written, where that is known.

        A quantity that no entry names says little.
        """
        known = self.rarity.get(word) or self.rarity.get(spelled)
        if known is None:
            return self.unknown * (COMMON_SHARE if word[0].isdigit() and len(word) <= MAX_QUANTITY else 1.0)
        return known * COMMON_SHARE if word in self.common.english else known

    def of_run(self, run: str) -> Iterator[float]:
        """How much each character of a Han run says: half the rarity of the rarer pair it belongs to."""
        common = self.common.in_run(run)
        around = [self.rarity.get(pair, 0.0) for pair in pairs(run)]
        for at in range(len(run)):
            rarity = max(around[max(at - 1, 0) : at + 1]) or self.unknown
            yield rarity / 2 * (COMMON_SHARE if common[at] else 1.0)


def load_common_words(root: Traversable | None = None) -> CommonWords:
    """Read ``common_words.json``: for each language lines of words parted by spaces."""
    folder = root if root is not None else files("teapot_data")
    lines = msgspec.json.decode((folder / "common_words.json").read_bytes())
    english, chinese, subject = (frozenset(" ".join(lines[key]).split()) for key in ("english", "chinese", "subject"))
    return CommonWords(english, chinese, frozenset(word[0] for word in chinese), subject)
