"""Everything that can be typed: each entry's terms cut into tokens, and the terms in which each token occurs.

Tokens are English words ("gateway") and pairs of neighbouring Han characters ("网关"; one that stands alone is itself).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from teapot.catalogue import Catalogue
from teapot.constants import bare_name
from teapot.folding import Han, is_han, lines_of_words, load_han, pairs, stem, words
from teapot.garbage import without_collecting
from teapot.pinyin import Sounds, gather_sounds
from teapot.synonyms import Synonyms, load_synonyms
from teapot.terms import UNNAMED_VENDORS, Field, Indexed, entries_of
from teapot.weights import Weights, load_common_words


@dataclass(frozen=True, slots=True)
class Index:
    """The entries by number, and the terms by number: the folded text of each, its entry, field, weight and size.

    A term's size is about how much it says in all; the text of running text is left empty. ``postings`` are the terms
    in which a token occurs, ``exact`` the terms of a folded text, ``texts`` all such texts in order, ``constants`` the
    terms of a constant's bare name. ``vocabulary`` are
    the English words in order, ``stems`` those of one stem; ``aliases`` the vendors' folded names with their vendors.
    """

    catalogue: Catalogue
    han: Han
    synonyms: Synonyms
    sounds: Sounds
    weights: Weights
    entries: Sequence[Indexed]
    aliases: Sequence[tuple[str, str]]
    term_texts: Sequence[str]
    term_entries: Sequence[int]
    term_fields: Sequence[Field]
    term_weights: Sequence[float]
    term_sizes: Sequence[float]
    postings: Mapping[str, Sequence[int]]
    exact: Mapping[str, Sequence[int]]
    texts: Sequence[str]
    constants: Mapping[str, Sequence[int]]
    vocabulary: Sequence[str]
    stems: Mapping[str, Sequence[str]]

    def terms_of(self, token: str) -> Collection[int]:
        """The terms in which a token occurs, or one of the synonyms of a meaning."""
        if token[0] != "=":
            return self.postings.get(token, ())
        return set().union(*(self._terms_with(row) for row in self.synonyms.members[token]))

    def _terms_with(self, row: Sequence[str]) -> set[int]:
        """The terms in which all of a row of stems, or of Han pairs, occur."""
        spelled = (self.stems.get(part, (part,)) for part in row)
        return set.intersection(
            *({term for word in alike for term in self.postings.get(word, ())} for alike in spelled)
        )

    def knows(self, word: str) -> bool:
        """Whether an English word, or one of the same stem, occurs in a term."""
        return word in self.postings or stem(word) in self.stems


@without_collecting()
def build_index(catalogue: Catalogue) -> Index:
    """Cut every entry into terms and tokens; under 150 milliseconds for the whole catalogue."""
    han = load_han()
    entries = tuple(entries_of(catalogue))
    terms = tuple(_cut(entries, han))
    postings: dict[str, list[int]] = defaultdict(list)
    exact: dict[str, list[int]] = defaultdict(list)
    for number, (text, _, _, _, tokens) in enumerate(terms):
        for token in dict.fromkeys(tokens):
            postings[token].append(number)
        if text:
            exact[text].append(number)
    rarity = _rarity(terms, len(entries))
    stems: dict[str, list[str]] = defaultdict(list)
    for token in postings:
        if not is_han(token):
            stems[stem(token)].append(token)
    return Index(
        catalogue=catalogue,
        han=han,
        synonyms=load_synonyms(han),
        sounds=gather_sounds(postings, exact, han),
        weights=Weights(load_common_words(), rarity, math.log(1 + len(entries))),
        entries=entries,
        aliases=tuple(_aliases(catalogue, han)),
        term_texts=[term.text for term in terms],
        term_entries=[term.entry for term in terms],
        term_fields=[term.field for term in terms],
        term_weights=[term.weight for term in terms],
        term_sizes=[sum(map(rarity.__getitem__, term.tokens)) for term in terms],
        postings=dict(postings),
        exact=dict(exact),
        texts=tuple(sorted(exact)),
        constants=_constants(terms),
        vocabulary=tuple(sorted(word for alike in stems.values() for word in alike)),
        stems=dict(stems),
    )


class _CutTerm(NamedTuple):
    text: str
    entry: int
    field: Field
    weight: float
    tokens: Sequence[str]


def _cut(entries: Sequence[Indexed], han: Han) -> Iterator[_CutTerm]:
    """Every entry's terms, each text once, a constant also where it is the name."""
    texts = list(dict.fromkeys([term.text for entry in entries for term in entry.terms]))
    folded = lines_of_words((text.replace("\n", " ") for text in texts), han)
    cut = {text: (" ".join(found), tuple(_tokens(found))) for text, found in zip(texts, folded, strict=True)}
    for number, entry in enumerate(entries):
        seen: set[str] = set()
        for field, weight, text in entry.terms:
            term, tokens = cut[text]
            if not term or (term in seen and field is not Field.CONSTANT):
                continue
            seen.add(term)
            if field is Field.QUALIFIED:
                tokens = ()
            yield _CutTerm("" if field is Field.TEXT else term, number, field, weight, tokens)


def _tokens(folded: Iterable[str]) -> list[str]:
    tokens: list[str] = []
    for word in folded:
        if is_han(word):
            tokens += pairs(word)
        else:
            tokens.append(word)
    return tokens


def _rarity(terms: Sequence[_CutTerm], entries: int) -> dict[str, float]:
    """The inverse document frequency of each token over the entries."""
    held: list[list[str]] = [[] for _ in range(entries)]
    for term in terms:
        held[term.entry] += term.tokens
    holders = Counter(chain.from_iterable(map(dict.fromkeys, held)))
    return {token: math.log(1 + entries / many) for token, many in holders.items()}


def _constants(terms: Sequence[_CutTerm]) -> dict[str, list[int]]:
    named: dict[str, list[int]] = defaultdict(list)
    for number, term in enumerate(terms):
        if term.field is Field.QUALIFIED:
            named[bare_name(term.text.split(" "))].append(number)
    return dict(named)


def _aliases(catalogue: Catalogue, han: Han) -> Iterator[tuple[str, str]]:
    for vendor, known in catalogue.vendors.items():
        if vendor not in UNNAMED_VENDORS:
            for alias in dict.fromkeys((known.name, *known.aliases)):
                yield " ".join(words(alias, han)), vendor
