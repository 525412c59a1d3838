"""One spelling for what means the same: width, case, script, accents, joined words. And the words in it.

Folded text holds words of ``a-z0-9`` and runs of Han characters in Simplified script, parted by single spaces.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import add

import msgspec

_JOINED = re.compile(
    "(?=[A-Z])(?:(?<=[A-Za-z][a-z])|(?=[A-Z][a-z])(?:(?<=[0-9])|(?<=[a-z][A-Z])|(?<=[A-Z][A-Z])(?=[A-Z][a-z][a-z])))"
)
_APOSTROPHE = re.compile("(?<=[a-zA-Z])['\u2019`](?=[a-zA-Z])")
_WORD = re.compile("[a-z0-9]+|[\u4e00-\u9fff]+")
_STAR = re.compile(r"(?<=[ :=])\*(?=[/\s]|$)", re.MULTILINE)
FIRST_HAN = "\u4e00"
_SIZE = re.compile("(?<=[0-9])(?=[kmg]b(?![a-z]))", re.IGNORECASE)
_HAN = re.compile("[\u4e00-\u9fff\U00020000-\U0003ffff]+")
_MARK = re.compile("[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Han:
    """What is known of Han characters: Traditional to Simplified, and the toneless syllables of a Simplified one."""

    simplified: Mapping[int, int]
    readings: Mapping[str, tuple[str, ...]]
    syllables: frozenset[str]


def load_han(root: Traversable | None = None) -> Han:
    """Read ``han.json``; about three milliseconds. The syllables are spelled with u where pinyin has ü."""
    folder = root if root is not None else files("teapot_data")
    table = msgspec.json.decode((folder / "han.json").read_bytes())
    readings: dict[str, tuple[str, ...]] = {}
    for syllable, characters in table["syllables"].items():
        for character in characters:
            readings[character] = (*readings.get(character, ()), syllable.replace("v", "u"))
    syllables = frozenset(syllable for found in readings.values() for syllable in found)
    return Han(str.maketrans(table["traditional"], table["simplified"]), readings, syllables)


def words(text: str, han: Han) -> list[str]:
    """The folded words and Han runs of cleaned text, in order; a size ("20MB") is parted from its unit."""
    return lines_of_words((_SIZE.sub(" ", text.replace("\n", " ")),), han)[0]


def lines_of_words(texts: Iterable[str], han: Han) -> list[list[str]]:
    """The folded words of each of many one-line texts. All are folded in one piece, which is many times as fast."""
    text = "\n".join(texts)
    if not text.isascii():
        text = _MARK.sub("", unicodedata.normalize("NFKD", text))
        text = _HAN.sub(lambda run: run[0].translate(han.simplified), text)
    text = _JOINED.sub(" ", _STAR.sub("star", _APOSTROPHE.sub("", text))).lower()
    return [_WORD.findall(line) for line in text.split("\n")]


def is_han(word: str) -> bool:
    """Whether a folded word is a run of Han characters."""
    return word >= FIRST_HAN


def pairs(run: str) -> list[str]:
    """The neighbouring characters of a Han run, two by two; a lone character is itself."""
    return list(map(add, run, run[1:])) or [run]


def stem(word: str) -> str:
    """The word without the endings that English puts on for number and tense; short words stay as they are."""
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith("ing"):
        return _undoubled(word[:-3])
    if len(word) > 4 and word.endswith("ed"):
        return _undoubled(word[:-2])
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1].removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def _undoubled(base: str) -> str:
    doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz"
    return (base[:-1] if doubled else base).removesuffix("e")
