"""Cutting a query into units: English words, and Han characters seen with their neighbours.

Each unit can match a token of the index as it is, by its ending, by a synonym, by a typing error, by sound, or as a
beginning; each kind of match has its worth.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from teapot.folding import is_han, pairs, stem
from teapot.index import Index
from teapot.pinyin import blur, sounds_of, syllables_of
from teapot.weights import COMMON_SHARE

EXACT, STEM, JOINED, SYNONYM, HOMOPHONE, BEGINNING, BLURRED, LONE = 1.0, 0.95, 0.95, 0.85, 0.75, 0.8, 0.6, 0.4
"""What each kind of match is worth against the token itself."""
TYPO_STEP = 1.4
"""What the share of wrong letters, times this, takes from a typing error's worth."""
MIN_TYPO = 4
"""Letters of the shortest word in which typing errors are looked for; a shorter one may be anything."""
BEGUN_STEP = 0.5
"""What the share of a word that is not typed yet, times this, takes from a beginning's worth."""
MIN_SPOKEN_TYPO = 5
"""Letters of the shortest pinyin in which they are."""
BEGUN_WORD = 0.4
"""What a longer word is worth when what was typed is a known word too."""
MIN_PART, MAX_PART = 3, 20
"""Letters of the words that an unknown one may be made of."""
MIN_JOINED_TYPO = 7
"""Letters of the shortest word that two words may be with a typing error."""
MAX_UNITS = 48
MAX_UNKNOWN = 8
MAX_BEGINNINGS = 60


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of the query: how much it says, and the tokens it may stand for with the worth of each match."""

    weight: float
    tokens: Mapping[str, float]


def plain_units(index: Index, folded: Sequence[str]) -> list[Unit]:
    """The words as they are typed; the last English one may be only begun."""
    english = [word for word in folded if not is_han(word)]
    beside = _beside(index, english)
    heard = _heard(index, english)
    units: list[Unit] = []
    unknown = place = 0
    for word in folded:
        if is_han(word):
            units += _run_units(index, word)
            continue
        known = index.knows(word)
        unknown += not known
        tokens = dict(_spellings(index, word, most_typos=0 if known or unknown > MAX_UNKNOWN else 3))
        parts = () if known or tokens else _parts(index, word)
        spoken = () if known or tokens or parts else heard.get(word, ())
        if place == len(english) - 1:
            _add(tokens, _begun(index, word, BEGUN_WORD if known else BEGINNING))
        _add(tokens, beside[place].items())
        if spoken:
            units += spoken
        elif parts:
            units += [Unit(index.weights.rarity[part], dict(_spellings(index, part, most_typos=0))) for part in parts]
        else:
            units.append(
                Unit(index.weights.of_word(word, max(tokens, key=lambda token: tokens[token], default="")), tokens)
            )
        place += 1
    return units[:MAX_UNITS]


def sound_units(index: Index, folded: Sequence[str]) -> list[Unit]:
    """The words read as pinyin, one unit for each syllable; none when they cannot be or are all English."""
    if any(map(is_han, folded)) or all(map(index.knows, folded)):
        return []
    return _syllable_units(index, syllables_of(folded, index.han))


def _syllable_units(index: Index, syllables: Sequence[str]) -> list[Unit]:
    """A unit for each syllable, heard with its neighbours; worth less, the more of them make no known word."""
    around = [f"{one} {other}" for one, other in pairwise(syllables)] or list(syllables)
    units: list[Unit] = []
    common = index.weights.common.in_syllables(syllables)
    for at in range(len(syllables)):
        tokens: dict[str, float] = {}
        for sound in around[max(at - 1, 0) : at + 1]:
            _add(tokens, _sounding(index, sound, EXACT))
        rarity = min((index.weights.rarity[token] for token in tokens), default=index.weights.unknown)
        units.append(Unit(rarity / 2 * (COMMON_SHARE if common[at] else 1.0), tokens))
    heard = sum(bool(unit.tokens) for unit in units) / max(len(units), 1)
    return [Unit(unit.weight, {token: worth * heard for token, worth in unit.tokens.items()}) for unit in units]


def _heard(index: Index, english: Sequence[str]) -> dict[str, Sequence[Unit]]:
    """The unknown words that are pinyin; beside such a one also those that are pinyin with a typing error."""
    unknown = [word for word in dict.fromkeys(english) if not index.knows(word)]
    spoken = {word: _spoken(index, word) for word in unknown[:MAX_UNKNOWN]}
    if any(spoken.values()):
        spoken |= {word: _misspoken(index, word) for word, units in spoken.items() if not units}
    return spoken


def _spoken(index: Index, word: str) -> Sequence[Unit]:
    units = _syllable_units(index, syllables_of((word,), index.han))
    return units if len(units) > 1 and any(unit.tokens for unit in units) else ()


def _misspoken(index: Index, word: str) -> Sequence[Unit]:
    """A word that is one typing error away from the pinyin of two characters."""
    if len(word) < MIN_SPOKEN_TYPO or not word.isalpha():
        return ()
    near = process.extract(blur(word), index.sounds.spelled, scorer=OSA.distance, score_cutoff=1, limit=4)
    tokens = {token: HOMOPHONE for spelled, _, _ in near for token in index.sounds.alike[index.sounds.pairs[spelled]]}
    rarity = min((index.weights.rarity[token] for token in tokens), default=0.0)
    return [Unit(rarity, tokens)] if tokens else ()


def term_units(index: Index, text: str) -> Iterator[tuple[float, set[str]]]:
    """The units of a term's folded text: how much each says and the tokens that stand for it."""
    folded = text.split(" ")
    english = [word for word in folded if not is_han(word)]
    meanings: list[set[str]] = [set() for _ in english]
    for first, last, meaning in index.synonyms.of_words([stem(word) for word in english]):
        for at in range(first, last):
            meanings[at].add(meaning)
    place = 0
    for word in folded:
        if not is_han(word):
            yield index.weights.of_word(word), {word, *meanings[place]}
            place += 1
            continue
        around = pairs(word)
        marks = [set(around[max(at - 1, 0) : at + 1]) for at in range(len(word))]
        for first, last, meaning in index.synonyms.of_run(word):
            for at in range(first, last):
                marks[at].add(meaning)
        yield from zip(index.weights.of_run(word), marks, strict=True)


def _add(tokens: dict[str, float], more: Iterable[tuple[str, float]]) -> None:
    for token, worth in more:
        if tokens.get(token, 0.0) < worth:
            tokens[token] = worth


def _beside(index: Index, english: Sequence[str]) -> list[dict[str, float]]:
    """What each English word may stand for together with its neighbours: synonyms, and words that were parted."""
    found: list[dict[str, float]] = [{} for _ in english]
    for first, last, meaning in index.synonyms.of_words([stem(word) for word in english]):
        for at in range(first, last):
            found[at][meaning] = SYNONYM
    for at, (one, other) in enumerate(pairwise(english)):
        most_typos = 1 if len(one + other) >= MIN_JOINED_TYPO and not index.knows(other) else 0
        for token, worth in _spellings(index, one + other, most_typos=most_typos):
            for side in (at, at + 1):
                _add(found[side], [(token, worth * JOINED)])
    return found


def _spellings(index: Index, word: str, *, most_typos: int) -> Iterator[tuple[str, float]]:
    if word in index.postings:
        yield word, EXACT
    for other in index.stems.get(stem(word), ()):
        if other != word:
            yield other, STEM
    if not most_typos or len(word) < MIN_TYPO or not word.isalpha():
        return
    allowed = min(most_typos, 1 + (len(word) > 7) + (len(word) > 11))
    for other, wrong, _ in process.extract(word, index.vocabulary, scorer=OSA.distance, score_cutoff=allowed, limit=6):
        if other != word:
            yield other, 1 - TYPO_STEP * wrong / len(word)


def _begun(index: Index, word: str, worth: float) -> Iterator[tuple[str, float]]:
    at = bisect_left(index.vocabulary, word)
    for other in index.vocabulary[at : at + MAX_BEGINNINGS]:
        if not other.startswith(word):
            return
        if other != word:
            yield other, worth * (1 - BEGUN_STEP * (1 - len(word) / len(other)))


def _parts(index: Index, word: str) -> tuple[str, ...]:
    """The fewest known words that an unknown one is made of, as "badgateway" is; none when it is not."""
    ways: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(MIN_PART, len(word) + 1):
        for start in range(max(end - MAX_PART, 0), end - MIN_PART + 1):
            way, best, part = ways[start], ways[end], word[start:end]
            if way is not None and part in index.postings and (best is None or len(way) + 1 < len(best)):
                ways[end] = (*way, part)
    return ways[-1] or ()


def _run_units(index: Index, run: str) -> Iterator[Unit]:
    found: list[dict[str, float]] = [{} for _ in run]
    around = pairs(run)
    known = [pair in index.postings for pair in around]
    said = [any(known[max(at - 1, 0) : at + 1]) for at in range(len(run))]
    for place, pair in enumerate(around):
        alike = [(pair, EXACT)] if known[place] else []
        if not known[place] and not all(said[place : place + 2]):
            alike = list(_alike(index, pair))
        for at in range(place, min(place + 2, len(run))):
            _add(found[at], alike)
    for at, character in enumerate(run):
        if not said[at]:
            _add(found[at], ((token, LONE) for token in index.sounds.holding.get(character, ())))
    for first, last, meaning in index.synonyms.of_run(run):
        for at in range(first, last):
            found[at][meaning] = SYNONYM
    for weight, tokens in zip(index.weights.of_run(run), found, strict=True):
        yield Unit(weight, tokens)


def _alike(index: Index, pair: str) -> Iterator[tuple[str, float]]:
    """The pairs that sound like one that is not known."""
    for sound in sounds_of(pair, index.han):
        yield from _sounding(index, sound, HOMOPHONE)


def _sounding(index: Index, sound: str, worth: float) -> Iterator[tuple[str, float]]:
    for token in index.sounds.alike.get(blur(sound), ()):
        yield token, worth if sound in sounds_of(token, index.han) else BLURRED
