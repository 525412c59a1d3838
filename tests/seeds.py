"""Runs of words that a text shares with other documents: twelve English words, or twenty Han characters."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import opencc  # type: ignore[import-untyped]

ENGLISH_WORDS = 12
HAN_CHARACTERS = 20


def shared_runs(text: str, documents: Sequence[str]) -> Iterator[str]:
    """The runs that stand in one of the documents too; punctuation, case and the Chinese script do not matter."""
    words, han = _words(text), _han(text)
    english, chinese = _runs(tuple(documents))
    for at in range(len(words) - ENGLISH_WORDS + 1):
        if (run := " ".join(words[at : at + ENGLISH_WORDS])) in english:
            yield run
    for at in range(len(han) - HAN_CHARACTERS + 1):
        if (run := han[at : at + HAN_CHARACTERS]) in chinese:
            yield run


@cache
def _runs(documents: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    english: set[str] = set()
    chinese: set[str] = set()
    for document in documents:
        words, han = _words(document), _han(document)
        english.update(" ".join(words[at : at + ENGLISH_WORDS]) for at in range(len(words)))
        chinese.update(han[at : at + HAN_CHARACTERS] for at in range(len(han) - HAN_CHARACTERS + 1))
    return frozenset(english), frozenset(chinese)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


def _han(text: str) -> str:
    return "".join(map(_simplified, re.findall(r"[\u3400-\u9fff]", text)))


@cache
def _simplified(character: str) -> str:
    return str(_to_simplified().convert(character))


@cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
