"""From what somebody typed to the entries that fit, best first.

Keys are those of ``press``: "503", "5xx", "404.13", "499@esri". Numbers decide first (``numbered``); else the words are
ranked (``ranking``), and one rule tells what the ranking means:

- NOTHING when the best score is under GOOD (under GOOD_ON_SUBJECT when the query says that it is about a status);
- CLEAR when no other entry scores as much as that, or the best leads by MARGIN;
- SEVERAL otherwise.
"""

import re
from collections.abc import Iterator

from teapot.cleaning import clean
from teapot.findings import ANSWERED, Findings, Hit, Verdict
from teapot.folding import words
from teapot.index import Index, build_index
from teapot.numbered import clear, found_by_number, versus
from teapot.numerals import Numbers, nearest_numbers, read_numbers
from teapot.ranking import rank
from teapot.suggestions import Suggestion, suggest

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

GOOD = 46.0
"""The score (0 to 100) from which an entry answers the query; below it, it is only near."""
GOOD_ON_SUBJECT = 30.0
"""The same for a query that speaks of HTTP or of a status code: it is no chatter, however strangely it is put."""
MARGIN = 8.0
"""The lead in points by which the best entry is the answer and not one of several."""
NAMED = 97.0
"""The score from which a side of a comparison names its entry in full."""
MAX_HITS = 8
_WORD = re.compile("[a-z][a-z0-9]|[一-鿿]")
_CONSTANT = re.compile(r":?[A-Za-z]+(?:(?:_|\.|::)[A-Za-z]+|(?<=[a-z])[A-Z][A-Za-z]*)+")
_COMPARISON = re.compile(r"\s+(?:vs\.?|versus|or|compared\s+(?:to|with))\s+|\s*(?:还是|還是|对比|對比)\s*")
_PAIR = re.compile(r"\s+and\s+|\s*(?:和|与|與|跟)\s*")
_SUBJECT = re.compile(
    r"\bhttps?\b|\bstatus(?:es)?\b|\b(?:which|what|response|return|error)\s+codes?\b"
    "|状态码|狀態碼|错误码|錯誤碼|返回码|响应码"
)
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
    hits = rank(index, words(text, index.han), MAX_HITS, constant=_CONSTANT.fullmatch(text) is not None)
    enough = GOOD_ON_SUBJECT if _SUBJECT.search(lower) else GOOD
    good = [hit for hit in hits if hit.score >= enough]
    if not good:
        return Findings(Verdict.NOTHING, (*_near(index, numbers), *hits)[:MAX_HITS])
    alone = len(good) == 1 or good[0].score - good[1].score >= MARGIN
    return Findings(Verdict.CLEAR if alone else Verdict.SEVERAL, tuple(good))


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
    """One code with several readings, or two codes: the other words tell which is meant."""
    ranked = rank(index, words(rest, index.han))
    if len(keys) == 2:
        better = next((hit.key for hit in ranked if hit.key in keys), "")
        return versus(keys, better)
    best = next((hit for hit in ranked if hit.key.partition("@")[0] == keys[0] and hit.score >= GOOD), None)
    return Findings(Verdict.CLEAR, (best,)) if best is not None else clear(keys[0])
