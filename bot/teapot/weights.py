"""How much a piece of text says: a rare word much, a common one little."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from teapot.folding import Han, is_han, pairs
from teapot.pinyin import blur

COMMON_SHARE = 0.25
"""What a common word counts against another one that is as rare in the catalogue."""
MAX_COMMON_HAN = 10
"""Characters of the longest Han word that is looked for among the common ones."""
MAX_QUANTITY = 4
"""Characters of the longest quantity, as in "20 seconds" or "12kb"; a longer one is a number of another kind."""
SUBJECT_HAN = (2, 3)
"""Characters of the Han words that belong to the subject."""


class Topic(Enum):
    """What a query is about, as far as its words tell: HTTP, the net at large, another trade; or they do not tell."""

    HTTP = auto()
    NET = auto()
    ELSEWHERE = auto()
    UNTOLD = auto()


@dataclass(frozen=True, slots=True)
class CommonWords:
    """Words that say little in a query: folded English ones, and Simplified Chinese ones of MAX_COMMON_HAN at most.

    ``beginnings`` are the characters that those begin with, ``spoken`` the longer ones as blurred syllables parted by
    spaces. By words of either language a query shows what it is about:
    ``subject`` are those of HTTP alone, ``neighbours`` those that HTTP shares with the rest of the net, ``elsewhere``
    those of other trades whose words sound like ours.
    """

    english: frozenset[str]
    chinese: frozenset[str]
    beginnings: frozenset[str]
    spoken: frozenset[str]
    subject: frozenset[str]
    neighbours: frozenset[str]
    elsewhere: frozenset[str]

    def topic(self, folded: Iterable[str]) -> Topic:
        """What folded words are about, by the most telling one among them."""
        said = {piece for word in folded for piece in _pieces(word)}
        if not said.isdisjoint(self.subject):
            return Topic.HTTP
        if not said.isdisjoint(self.neighbours):
            return Topic.NET
        return Topic.UNTOLD if said.isdisjoint(self.elsewhere) else Topic.ELSEWHERE

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

    def in_syllables(self, syllables: Sequence[str]) -> list[bool]:
        """Which syllables of pinyin belong to common words, the longest such word first."""
        blurred = [blur(syllable) for syllable in syllables]
        common = [False] * len(blurred)
        at = 0
        while at < len(blurred):
            sizes = range(min(MAX_COMMON_HAN, len(blurred) - at), 1, -1)
            size = next((size for size in sizes if " ".join(blurred[at : at + size]) in self.spoken), 0)
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


def load_common_words(han: Han, root: Traversable | None = None) -> CommonWords:
    """Read ``common_words.json``: for each kind lines of words parted by spaces. ``han`` tells how they sound."""
    folder = root if root is not None else files("teapot_data")
    lines = msgspec.json.decode((folder / "common_words.json").read_bytes(), type=dict[str, list[str]])
    of_kind = {kind: frozenset(" ".join(rows).split()) for kind, rows in lines.items()}
    chinese = of_kind["chinese"]
    return CommonWords(
        of_kind["english"],
        chinese,
        frozenset(word[0] for word in chinese),
        frozenset(" ".join(blur(han.readings[one][0]) for one in word) for word in chinese if len(word) > 1),
        of_kind["subject"],
        of_kind["neighbours"],
        of_kind["elsewhere"],
    )


def _pieces(word: str) -> Iterator[str]:
    """An English word as it is, a Han run as the words of SUBJECT_HAN characters that may be in it."""
    if not is_han(word):
        yield word
        return
    for size in SUBJECT_HAN:
        for at in range(len(word) - size + 1):
            yield word[at : at + size]
