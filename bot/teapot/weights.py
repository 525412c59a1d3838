"""How much a piece of text says: a rare word much, a common one little."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from teapot.folding import pairs

COMMON_SHARE = 0.2
"""What a common word counts against another one that is as rare in the catalogue."""
MAX_COMMON_HAN = 10
"""Characters of the longest Han word that is looked for among the common ones."""


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Words that say little in a query: folded English ones, and Simplified Chinese ones of MAX_COMMON_HAN at most."""

    english: frozenset[str]
    chinese: frozenset[str]

    def in_run(self, run: str) -> list[bool]:
        """Which characters of a Han run belong to common words, the longest such word first."""
        common = [False] * len(run)
        at = 0
        while at < len(run):
            sizes = range(min(MAX_COMMON_HAN, len(run) - at), 0, -1)
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
        """How much an English word says; ``spelled`` is how it should have been written, where that is known."""
        rarity = self.rarity.get(word) or self.rarity.get(spelled, self.unknown)
        return rarity * COMMON_SHARE if word in self.common.english else rarity

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
    return CommonWords(frozenset(" ".join(lines["english"]).split()), frozenset(" ".join(lines["chinese"]).split()))
