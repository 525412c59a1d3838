"""Words that mean the same in our field, across the three languages: the index's "see also"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain

import msgspec

from teapot.folding import Han, is_han, lines_of_words, pairs, stem

MAX_WORDS = 4


@dataclass(frozen=True, slots=True)
class Synonyms:
    """The meaning (a token such as "=timeout") of words and phrases, and those of each meaning.

    ``members`` are rows of stems or of Han pairs. English phrases are found by their stems (``starts`` are the first
    ones), Han words by their first two characters; one of a single character is found only where it stands alone.
    """

    members: Mapping[str, Sequence[Sequence[str]]]
    english: Mapping[str, str]
    starts: frozenset[str]
    han: Mapping[str, Sequence[tuple[str, str]]]

    def of_words(self, stems: Sequence[str]) -> list[tuple[int, int, str]]:
        """Where a word or phrase with a meaning stands in a row of stems: first, after last, meaning."""
        found = []
        for first, joined in enumerate(stems):
            if joined in self.starts:
                for last in range(first + 1, min(first + MAX_WORDS, len(stems)) + 1):
                    phrase = " ".join(stems[first:last])
                    if phrase in self.english:
                        found.append((first, last, self.english[phrase]))
        return found

    def of_run(self, run: str) -> list[tuple[int, int, str]]:
        """Where a Han word with a meaning stands in a run: first character, after last, meaning."""
        found = []
        for first in range(max(len(run) - 1, 1)):
            start = run[first : first + 2]
            if start in self.han:
                found += [
                    (first, first + len(word), meant) for word, meant in self.han[start] if run.startswith(word, first)
                ]
        return found


def load_synonyms(han: Han, root: Traversable | None = None) -> Synonyms:
    """Read ``synonyms.json``: lines of words and phrases, any language, parted by " | ", each in one line only."""
    folder = root if root is not None else files("teapot_data")
    groups = [
        line.split(" | ") for line in msgspec.json.decode((folder / "synonyms.json").read_bytes(), type=list[str])
    ]
    members: dict[str, list[list[str]]] = {f"={group[0]}": [] for group in groups}
    meanings = [f"={group[0]}" for group in groups for _ in group]
    english: dict[str, str] = {}
    chinese: dict[str, list[tuple[str, str]]] = {}
    for meaning, folded in zip(meanings, lines_of_words(chain.from_iterable(groups), han), strict=True):
        if len(folded) == 1 and is_han(folded[0]):
            chinese.setdefault(folded[0][:2], []).append((folded[0], meaning))
            members[meaning].append(pairs(folded[0]))
        else:
            stems = [stem(word) for word in folded]
            english.setdefault(" ".join(stems), meaning)
            members[meaning].append(stems)
    return Synonyms(members, english, frozenset(phrase.partition(" ")[0] for phrase in english), chinese)
