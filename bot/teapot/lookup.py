"""From what somebody typed to the entries that fit, best first.

Keys are those of ``press``: "503", "5xx", "404.13", "499@esri". Numbers decide first (``numbered``); else the words are
ranked (``ranking``), and one rule tells what the ranking means:

- NOTHING when the best score is under what the query's topic asks (ENOUGH), and under more when it says little (BRIEF);
- CLEAR when no other entry scores as much as that, or the best leads by MARGIN;
- SEVERAL otherwise.
"""

import re
from collections.abc import Iterator, Sequence

from teapot.cleaning import clean
from teapot.constants import names_in
from teapot.findings import ANSWERED, Findings, Hit, Verdict
from teapot.folding import is_han, words
from teapot.index import Index, build_index
from teapot.numbered import clear, found_by_number, versus
from teapot.numerals import Numbers, nearest_numbers, read_numbers, vendor_named
from teapot.ranking import is_header, rank
from teapot.suggestions import Suggestion, suggest
from teapot.terms import Field
from teapot.weights import Topic

__all__ = [
    "ANSWERED",
    "Findings",
    "Hit",
    "Index",
    "Suggestion",
    "Verdict",
    "build_index",
    "look_up",
    "suggest",
]

ENOUGH = {Topic.HTTP: 24.0, Topic.NET: 42.0, Topic.UNTOLD: 48.0, Topic.ELSEWHERE: 66.0}
"""The score (0 to 100) from which an entry answers, by what the query is about; below it, it is only near.

Who speaks of HTTP means one of our entries, however strangely it is put; who speaks of something else has to name it.
"""
BRIEF = 4.0
"""Points asked besides for each word that a query has less than TOLD: who says little has to name the thing.

None when it says a name, or is one English word, which may be typed only in part.
"""
TOLD = 5
"""Words of a query that says enough, two Han characters counting as one."""
GOOD = 48.0
"""The score from which words beside a code or a class speak for an entry."""
MARGIN = 8.0
"""The lead in points by which the best entry is the answer and not one of several."""
NAMED = 97.0
"""The score from which a side of a comparison names its entry in full."""
MAX_HITS = 8
MAX_NAME_WORDS = 5
"""Words of the longest name that is looked for among others."""
_WORD = re.compile("[a-z][a-z0-9]|[一-鿿]")
_COMPARISON = re.compile(r"\s+(?:vs\.?|versus|or|compared\s+(?:to|with))\s+|\s*(?:还是|還是|对比|對比)\s*")
_PAIR = re.compile(r"\s+and\s+|\s*(?:和|与|與|跟)\s*")
_ABOUT_CODES = re.compile(
    r"\b(?:which|what|response|return|error)\s+codes?\b"
    r"|\bwhat\s+(?:(?:do|does|should|must|can)(?:\s+\w+){1,3}|to)\s+(?:return|answer|reply|respond|send)\b"
)
_HEADER = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+|(?<![A-Za-z-])[A-Z][A-Za-z]+(?![A-Za-z-])")
_COMPARING = re.compile(
    r"(?:what(?:'s| is) )?(?:the )?differences? between\b"
    "|的?(?:有什么|有什麼)?(?:区别|區別|差别|差別|差异|差異|不同)(?:是什么|是什麼)?"
)


def look_up(index: Index, query: str) -> Findings:
    """The entries that fit a query of any length and script. Never raises."""
    text = clean(query)
    lower = text.lower()
    numbers = read_numbers(index.catalogue, lower)
    found = found_by_number(index.catalogue, lower, numbers)
    if found is not None:
        return found
    if numbers.keys:
        return _told_apart(index, numbers.keys, numbers.rest)
    if not _WORD.search(lower):
        return Findings(Verdict.NOTHING, tuple(_near(index, numbers))[:MAX_HITS])
    compared = _compared(index, lower)
    if compared is not None:
        return compared
    folded = words(text, index.han)
    headers = tuple(_headers_in(index, text))
    constants = (" ".join(words(name, index.han)) for name in names_in(text))
    hits = rank(index, folded, MAX_HITS, constants, headers)
    is_asked = bool(headers) or _ABOUT_CODES.search(lower) is not None
    enough = ENOUGH[Topic.HTTP] if is_asked else _enough(index, folded)
    good = [hit for hit in hits if hit.score >= enough]
    if not good:
        return Findings(Verdict.NOTHING, (*_near(index, numbers), *hits)[:MAX_HITS])
    alone = len(good) == 1 or good[0].score - good[1].score >= MARGIN
    return Findings(Verdict.CLEAR if alone else Verdict.SEVERAL, tuple(good))


def _enough(index: Index, folded: Sequence[str]) -> float:
    """The score that answers folded words; a name of several words, one of them of the net, makes them HTTP's."""
    common = index.weights.common
    topic = common.topic(folded)
    names = _names_said(index, folded)
    if topic is Topic.HTTP or any(common.topic(name) is not Topic.UNTOLD for name in names):
        return ENOUGH[Topic.HTTP]
    if names or (len(folded) == 1 and not is_han(folded[0])):
        return ENOUGH[topic]
    said = sum(len(word) / 2 if is_han(word) else 1.0 for word in folded)
    return ENOUGH[topic] + BRIEF * max(TOLD - said, 0.0)


def _names_said(index: Index, folded: Sequence[str]) -> list[Sequence[str]]:
    """The names of several words that stand word for word among others."""
    rows = (
        folded[first : first + size] for size in range(2, MAX_NAME_WORDS + 1) for first in range(len(folded) - size + 1)
    )
    names = {Field.NAME, Field.FORMER}
    return [row for row in rows if any(index.term_fields[term] in names for term in index.exact.get(" ".join(row), ()))]


def _headers_in(index: Index, text: str) -> Iterator[str]:
    """The folded names of headers in a text: those with a hyphen, and capitalised ones that begin no sentence."""
    for found in _HEADER.finditer(text):
        name = found[0].lower().replace("-", " ")
        if ("-" in found[0] or found.start()) and is_header(index, name):
            yield name


def _near(index: Index, numbers: Numbers) -> Iterator[Hit]:
    for number in numbers.unknown:
        for code in nearest_numbers(index.catalogue, number):
            yield Hit(code, 0.0, number)


def _compared(index: Index, text: str) -> Findings | None:
    """Two entries that are named in full with a word of comparison between them, as "unauthorized vs forbidden"."""
    asked, differing = _COMPARING.subn(" ", text)
    sides = _COMPARISON.split(asked)
    if len(sides) == 1 and differing:
        sides = _PAIR.split(asked)
    if len(sides) != 2:
        return None
    named = tuple(hit.key for side in sides for hit in rank(index, words(side, index.han), 1) if hit.score >= NAMED)
    return versus(named) if len(set(named)) == 2 and all(key in index.catalogue for key in named) else None


def _told_apart(index: Index, keys: tuple[str, ...], rest: str) -> Findings:
    """One code with several readings, two codes, or one of a class: the other words tell which is meant."""
    ranked = rank(index, words(rest, index.han))
    if len(keys) == 1 and keys[0] in index.catalogue.classes:
        return _within(index, keys[0], rest, ranked)
    if len(keys) == 2:
        better = next((hit.key for hit in ranked if hit.key in keys), "")
        return versus(keys, better)
    best = next((hit for hit in ranked if hit.key.partition("@")[0] == keys[0] and hit.score >= GOOD), None)
    return Findings(Verdict.CLEAR, (best,)) if best is not None else clear(keys[0])


def _within(index: Index, key: str, rest: str, ranked: tuple[Hit, ...]) -> Findings:
    """A class, behind those of its codes that the other words speak for unless they say no more than the class."""
    good = tuple(hit for hit in ranked if hit.score >= GOOD and hit.key[0] == key[0])
    says_more = vendor_named(index.catalogue, rest) is None and all(hit.key != key for hit in good)
    codes = tuple(hit for hit in good if hit.key in index.catalogue.codes) if says_more else ()
    return Findings(Verdict.SEVERAL, (*codes, *clear(key).hits)[:MAX_HITS]) if codes else clear(key)
