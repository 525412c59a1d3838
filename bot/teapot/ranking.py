"""Which entries fit some words, and how well: a score from 0 to 100.

It is made of

- the entry's best term: how much of the query the term says, and how much of the term the query says;
- the entry's coverage: how much of the query is said anywhere in the entry, weaker fields counting less;
- a malus for the share of the query that no entry knows;
- a small bonus for common entries; a bonus for a vendor's when the vendor is named, else a malus.

A query that as a whole is a term, nearly one, the beginning of one or its pinyin counts by that likeness when it is
higher.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import chain

from rapidfuzz import fuzz, process

from teapot.findings import Hit
from teapot.folding import FIRST_HAN, is_han
from teapot.index import Index
from teapot.pinyin import letters_of
from teapot.terms import Field
from teapot.units import Unit, plain_units, sound_units, term_units

TERM_SHARE = 0.55
"""The best term's share of the score; the rest is the entry's coverage."""
QUERY_SHARE = 0.6
"""In a term's likeness, the share of the query's unsaid words; the rest is that of the term's."""
COMMON_BONUS = 1.0
"""Points for each step of how common an entry is (0 to 3)."""
VENDOR_MALUS = 8.0
"""Points taken from a vendor's reading or a sub-status when the query does not name the vendor."""
VENDOR_BONUS = 12.0
"""Points for a reading whose vendor the query names."""
KNEE = 16.0
"""The query's weight above which more words count half: not every word of a long story needs to be known."""
LIKE, SPOKEN_LIKE, LIKENESS_SLOPE = 80.0, 86.0, 1.7
"""Likeness (0 to 100) to a whole term, or to its pinyin, from which it counts, and what each missing point costs."""
LIKE_IN_HAN, HAN_SLOPE = 75.0, 1.2
"""The same for Han characters and a term of as many of them: three of four are much."""
LONG_IN_HAN = 4
"""Characters of the shortest Han query in which one may be another than the term's."""
ABBREVIATED = 85.0
"""Likeness of the first letters of a Chinese name's syllables."""
NAME_BEGUN, TERM_BEGUN, WHOLE = 88.0, 70.0, 95.0
"""Likeness of a query with which a name, or another term, begins; the more of it is typed, the nearer to the third."""
STRANGENESS = 20.0
"""Points that the share of a query's words which no entry knows takes from what the others give."""
CONSTANT_BONUS = 10.0
"""Points for a constant that the query names, word for word, when it is written like one."""
HEADER_BONUS = 8.0
"""Points for an entry that a header belongs to which the query names as one, times the header's weight there."""
EXACT = 105.0
"""Likeness of a query that is a term, word for word: no other order of the same words comes up to it."""
HOPELESS = 0.6
"""Share of the best term's likeness below which a term's estimate ends the search for a better one."""
MAX_ENTRIES, MIN_ENTRIES, MAX_HEARD, MAX_TERMS, MAX_LIKE, MAX_BEGUN = 25, 14, 8, 4, 12, 200

_FIGURES = re.compile(r"\d+")
Scored = tuple[int, float, int]
"""An entry, its score and the term that gave it."""


def rank(
    index: Index,
    folded: Sequence[str],
    most: int = MAX_ENTRIES,
    constants: Iterable[str] = (),
    headers: Iterable[str] = (),
) -> tuple[Hit, ...]:
    """The best entries for folded words, at most ``most``, each number once; equal ones common first, then by number.

    ``constants`` are names in the words that were written as a program writes them, ``headers`` such of headers.
    """
    if not folded:
        return ()
    best: dict[int, tuple[float, int]] = {}
    found = _all(index, folded, max(most, MIN_ENTRIES))
    found = chain(found, *(_constants(index, name) for name in constants))
    for entry, score, term in found:
        if entry not in best or best[entry][0] < score:
            best[entry] = score, term
    named = vendors_named(index, folded)
    bonus = _bonus_of_headers(index, headers)
    hits = [_hit(index, entry, score + bonus.get(entry, 0.0), term, named) for entry, (score, term) in best.items()]
    common = {entry.key: entry.common for entry in index.entries}
    hits.sort(key=lambda hit: (-hit.score, -common[hit.key], hit.key))
    once: dict[str, Hit] = {}
    for hit in hits:
        once.setdefault(hit.key.partition("@")[0], hit)
    return tuple(once.values())[:most]


def vendors_named(index: Index, folded: Sequence[str]) -> frozenset[str]:
    """The vendors whose name or alias is among the words."""
    text = " ".join(folded)
    spaced = f" {text} "
    return frozenset(
        vendor for alias, vendor in index.aliases if (f" {alias} " in spaced if alias.isascii() else alias in text)
    )


def is_header(index: Index, name: str) -> bool:
    """Whether some entry has a header of that folded name."""
    return f"{name} header" in index.exact


def _bonus_of_headers(index: Index, headers: Iterable[str]) -> dict[int, float]:
    return {
        index.term_entries[term]: HEADER_BONUS * index.term_weights[term]
        for name in headers
        for term in index.exact.get(name, ())
    }


def _hit(index: Index, entry: int, score: float, term: int, named: frozenset[str]) -> Hit:
    indexed = index.entries[entry]
    prior = COMMON_BONUS * indexed.common
    if indexed.vendor is not None:
        prior += VENDOR_BONUS if indexed.vendor in named else -VENDOR_MALUS
    return Hit(indexed.key, round(score + prior, 6), index.term_texts[term], index.term_fields[term])


def _all(index: Index, folded: Sequence[str], most: int) -> Iterator[Scored]:
    yield from _by_units(index, plain_units(index, folded), most)
    if units := sound_units(index, folded):
        yield from _by_units(index, units, MAX_HEARD)
    yield from _as_a_whole(index, " ".join(folded))
    if not all(map(index.knows, folded)) and (letters := letters_of(folded)):
        yield from _as_pinyin(index, letters)


def _by_units(index: Index, units: Sequence[Unit], most: int) -> Iterator[Scored]:
    total = sum(unit.weight for unit in units)
    known = sum(unit.weight * max(unit.tokens.values(), default=0.0) for unit in units)
    malus = STRANGENESS * (1 - known / total) if total else 0.0
    whole = min(total, KNEE) + max(total - KNEE, 0.0) / 2
    said, covered = _matches(index, units)
    worth_of: dict[str, float] = {}
    for unit in units:
        for token, worth in unit.tokens.items():
            worth_of[token] = max(worth_of.get(token, 0.0), worth)
    likely: dict[int, list[tuple[float, int]]] = {}
    for term, weight in said.items():
        bound = weight * index.term_weights[term] / (QUERY_SHARE * whole + (1 - QUERY_SHARE) * index.term_sizes[term])
        likely.setdefault(index.term_entries[term], []).append((bound, term))
    cover = {entry: min(weight / whole, 1.0) for entry, weight in covered.items()}
    promise = {entry: TERM_SHARE * max(terms)[0] + (1 - TERM_SHARE) * cover[entry] for entry, terms in likely.items()}
    for entry in nlargest(most, likely, key=promise.__getitem__):
        likeness, term = 0.0, -1
        for bound, candidate in nlargest(MAX_TERMS, likely[entry]):
            if bound < HOPELESS * likeness:
                break
            likeness, term = max(
                (likeness, term), (_likeness(index, candidate, min(said[candidate] / whole, 1.0), worth_of), candidate)
            )
        yield entry, 100 * (TERM_SHARE * likeness + (1 - TERM_SHARE) * cover[entry]) - malus, term


def _matches(index: Index, units: Sequence[Unit]) -> tuple[dict[int, float], dict[int, float]]:
    """How much of the query each term says, and each entry, weaker fields counting less."""
    said: dict[int, float] = {}
    covered: dict[int, float] = {}
    for unit in units:
        matched: dict[int, float] = {}
        for token, worth in sorted(unit.tokens.items(), key=lambda item: -item[1]):
            for term in index.terms_of(token):
                if term not in matched:
                    matched[term] = worth
        best: dict[int, float] = {}
        for term, worth in matched.items():
            said[term] = said.get(term, 0.0) + worth * unit.weight
            entry = index.term_entries[term]
            strength = worth * index.term_weights[term]
            if best.get(entry, 0.0) < strength:
                best[entry] = strength
        for entry, strength in best.items():
            covered[entry] = covered.get(entry, 0.0) + strength * unit.weight
    return said, covered


def _likeness(index: Index, term: int, query_said: float, worth_of: Mapping[str, float]) -> float:
    """How much of the query the term says, balanced with how much of the term the query says; by the term's weight."""
    if index.term_fields[term] is Field.TEXT:
        return 0.0
    whole = said = 0.0
    for weight, tokens in term_units(index, index.term_texts[term]):
        whole += weight
        said += weight * max([worth_of.get(token, 0.0) for token in tokens])
    if not said:
        return 0.0
    return index.term_weights[term] / (QUERY_SHARE / query_said + (1 - QUERY_SHARE) * whole / said)


def _as_a_whole(index: Index, text: str) -> Iterator[Scored]:
    texts = index.texts[: bisect_left(index.texts, FIRST_HAN)] if text.isascii() else index.texts
    cutoff = LIKE_IN_HAN if is_han(text) and len(text) >= LONG_IN_HAN else LIKE
    likeness = {
        term: _sloped(found, HAN_SLOPE if cutoff < LIKE and len(term) == len(text) else LIKENESS_SLOPE)
        for term, found, _ in process.extract(text, texts, scorer=fuzz.ratio, limit=MAX_LIKE, score_cutoff=cutoff)
        if found >= LIKE or len(term) == len(text)
    }
    figures = _FIGURES.findall(text)
    likeness = {term: found for term, found in likeness.items() if _FIGURES.findall(term) == figures}
    if text in index.exact:
        likeness[text] = EXACT
    yield from _of_terms(index, ((index.exact[term], found) for term, found in likeness.items()))
    if len(text) > 1 or is_han(text):
        for term_text in beginning_with(index.texts, text, MAX_BEGUN):
            for term in index.exact[term_text]:
                floor = NAME_BEGUN if index.term_fields[term] is Field.NAME else TERM_BEGUN
                yield index.term_entries[term], _begun(floor, text, term_text) * index.term_weights[term], term


def _as_pinyin(index: Index, letters: str) -> Iterator[Scored]:
    likeness = {
        text: _sloped(found)
        for text, found, _ in process.extract(
            letters, index.sounds.letters, scorer=fuzz.ratio, limit=MAX_LIKE, score_cutoff=SPOKEN_LIKE
        )
    }
    if len(letters) > 2:
        for text in beginning_with(index.sounds.letters, letters, MAX_BEGUN):
            likeness[text] = max(likeness.get(text, 0.0), _begun(TERM_BEGUN, letters, text))
    yield from _of_terms(
        index, ((index.exact[text], found) for spoken, found in likeness.items() for text in index.sounds.texts[spoken])
    )
    yield from _of_terms(index, ((index.exact[name], ABBREVIATED) for name in index.sounds.initials.get(letters, ())))


def beginning_with(texts: Sequence[str], start: str, most: int) -> Iterator[str]:
    """Those of the ordered texts that begin so, at most so many."""
    first = bisect_left(texts, start)
    for text in texts[first : first + most]:
        if not text.startswith(start):
            return
        yield text


def _begun(floor: float, typed: str, text: str) -> float:
    return floor + (WHOLE - floor) * len(typed) / len(text)


def _constants(index: Index, name: str) -> Iterator[Scored]:
    """The entries with a constant of that name, else those that have the name."""
    terms = index.constants.get(name) or [
        term for term in index.exact.get(name, ()) if index.term_fields[term] in {Field.NAME, Field.FORMER}
    ]
    for term in terms:
        yield index.term_entries[term], EXACT * index.term_weights[term] + CONSTANT_BONUS, term


def _of_terms(index: Index, found: Iterable[tuple[Sequence[int], float]]) -> Iterator[Scored]:
    for terms, likeness in found:
        for term in terms:
            yield index.term_entries[term], likeness * index.term_weights[term], term


def _sloped(likeness: float, slope: float = LIKENESS_SLOPE) -> float:
    return 100.0 - slope * (100.0 - likeness)
