"""Everything that can be typed: each entry's terms cut into tokens, and the terms in which each token occurs.

Tokens are English words ("gateway") and pairs of neighbouring Han characters ("网关"; one that stands alone is itself).
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from teapot.catalogue import Catalogue
from teapot.constants import bare_name
from teapot.folding import FIRST_HAN, Han, is_han, lines_of_words, load_han, pairs, stem, words
from teapot.garbage import without_collecting
from teapot.pinyin import Sounds, gather_sounds
from teapot.synonyms import Synonyms, load_synonyms
from teapot.terms import UNNAMED_VENDORS, Field, Indexed, entries_of
from teapot.weights import Weights, load_common_words


@dataclass(frozen=True, slots=True, repr=False)
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
    terms = list(_cut(entries, han))
    postings: dict[str, list[int]] = defaultdict(list)
    exact: dict[str, list[int]] = defaultdict(list)
    for number, (text, _, _, _, tokens) in enumerate(terms):
        for token in tokens if text else dict.fromkeys(tokens):
            postings[token].append(number)
        if text:
            exact[text].append(number)
    term_entries = [entry for _, entry, _, _, _ in terms]
    rarity = _rarity(postings, term_entries, len(entries))
    stems: dict[str, list[str]] = defaultdict(list)
    for token in postings:
        if not is_han(token):
            stems[stem(token)].append(token)
    rarity_of = rarity.__getitem__
    return Index(
        catalogue=catalogue,
        han=han,
        synonyms=load_synonyms(han),
        sounds=gather_sounds(postings, exact, (text for text, _, field, _, _ in terms if field is Field.NAME), han),
        weights=Weights(load_common_words(han), rarity, math.log(1 + len(entries))),
        entries=entries,
        aliases=tuple(_aliases(catalogue, han)),
        term_texts=[text for text, _, _, _, _ in terms],
        term_entries=term_entries,
        term_fields=[field for _, _, field, _, _ in terms],
        term_weights=[weight for _, _, _, weight, _ in terms],
        term_sizes=[sum(map(rarity_of, tokens)) for _, _, _, _, tokens in terms],
        postings=dict(postings),
        exact=dict(exact),
        texts=tuple(sorted(exact)),
        constants=_constants(terms),
        vocabulary=tuple(sorted(word for alike in stems.values() for word in alike)),
        stems=dict(stems),
    )


_CutTerm = tuple[str, int, Field, float, Sequence[str]]
"""A term's folded text, entry, field, weight and tokens."""


def _cut(entries: Sequence[Indexed], han: Han) -> Iterator[_CutTerm]:
    """Every entry's terms, each text once, a constant also where it is the name."""
    texts = list(dict.fromkeys([text for entry in entries for _, _, text in entry.terms]))
    folded = lines_of_words((text.replace("\n", " ") for text in texts), han)
    cut = {text: (" ".join(found), _tokens(found)) for text, found in zip(texts, folded, strict=True)}
    for number, entry in enumerate(entries):
        seen: set[str] = set()
        for field, weight, text in entry.terms:
            term, tokens = cut[text]
            if not term or (term in seen and field is not Field.CONSTANT):
                continue
            seen.add(term)
            if field is Field.TEXT:
                yield "", number, field, weight, tokens
            else:
                yield term, number, field, weight, () if field is Field.QUALIFIED else tokens


def _tokens(folded: Iterable[str]) -> list[str]:
    tokens: list[str] = []
    for word in folded:
        if word < FIRST_HAN:
            tokens.append(word)
        else:
            tokens += pairs(word)
    return tokens


def _rarity(postings: Mapping[str, Sequence[int]], term_entries: Sequence[int], entries: int) -> dict[str, float]:
    """The inverse document frequency of each token over the entries."""
    entry_of = term_entries.__getitem__
    holders = {token: len(set(map(entry_of, terms))) for token, terms in postings.items()}
    rarities = {many: math.log(1 + entries / many) for many in set(holders.values())}
    return {token: rarities[many] for token, many in holders.items()}


def _constants(terms: Iterable[_CutTerm]) -> dict[str, list[int]]:
    named: dict[str, list[int]] = defaultdict(list)
    for number, (text, _, field, _, _) in enumerate(terms):
        if field is Field.QUALIFIED:
            named[bare_name(text.split(" "))].append(number)
    return dict(named)


def _aliases(catalogue: Catalogue, han: Han) -> Iterator[tuple[str, str]]:
    for vendor, known in catalogue.vendors.items():
        if vendor not in UNNAMED_VENDORS:
            for alias in dict.fromkeys((known.name, *known.aliases)):
                yield " ".join(words(alias, han)), vendor
