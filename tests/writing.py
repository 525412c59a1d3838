"""The rules of writing that a machine can judge: characters, words, punctuation and marks, language by language.

Every judge takes a text and gives one line for each thing that is wrong with it. What stands in backticks is code: it
is judged for its script and its marks alone.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import opencc  # type: ignore[import-untyped]

from teapot.entries import LANGUAGES, Language
from tests.texts import ROOT

Chinese = Literal["zh-Hans", "zh-Hant"]

OTHER_SCRIPT = {"zh-Hans": ("t2s", "traditional"), "zh-Hant": ("s2t", "simplified")}
OTHER_WORDS = {"zh-Hans": "TWPhrasesRev.txt", "zh-Hant": "TWPhrases.txt"}
PAIRS: Mapping[Language, tuple[tuple[str, str], ...]] = {
    "en": (("(", ")"), ("[", "]")),
    "zh-Hans": (("(", ")"), ("（", "）"), ("《", "》"), ("“", "”"), ("‘", "’")),
    "zh-Hant": (("(", ")"), ("（", "）"), ("《", "》"), ("「", "」"), ("『", "』")),
}
WRONG_MARKS = {
    "en": "“”‘’「」『』（），。；：！？—–…",
    "zh-Hans": "\"'「」『』—–",
    "zh-Hant": "\"'“”‘’—–",
}

_HAN = r"[\u3400-\u9fff]"
_FULL = "，。；：！？、（）《》「」『』“”‘’"
_CODE = re.compile(r"`[^`]*`")
_PUNCTUATION = {
    "half-width punctuation beside Han": rf"{_HAN}[,;:!?()\[\]]|[,;:!?()\[\]]{_HAN}|{_HAN}\.(?!\w)",
    "half-width punctuation in a Chinese sentence": r"[\w)`][,;!?](?!\d)|(?<!:):(?![:\d/])",
    "no space between Han and Latin, digits or code": rf"{_HAN}[A-Za-z0-9`$%@#&+=]|[A-Za-z0-9`$%@#&+=]{_HAN}",
    "a space beside full-width punctuation": rf"[ \t][{_FULL}]|[{_FULL}][ \t]",
    "full-width letters or digits": r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]",
    "three dots for an ellipsis": r"\.\.\.",
    "a word or mark twice": rf"(?:(的|在|和|与|與|把|被|会|會|是|请|請|[{_FULL}])\1)",
    "two spaces": r"  ",
}
_ENGLISH = {
    "a space before punctuation": r"\w [,;:!?]",
    "no space after punctuation": r"[A-Za-z)`],[A-Za-z`]",
    "a word twice": r"\b([A-Za-z]+) \1\b",
    "two spaces": r"  ",
}


class Term(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"zh_hans": "zh-Hans", "zh_hant": "zh-Hant"}
):
    """One term of the glossary and its right wordings.

    ``never`` stands in no text, ``not_for_this`` in none whose English says the term. A wording inside one of
    ``unless`` is another word and no breach.
    """

    term: str
    en: tuple[str, ...]
    zh_hans: tuple[str, ...]
    zh_hant: tuple[str, ...]
    never: Mapping[Language, tuple[str, ...]] = {}
    not_for_this: Mapping[Language, tuple[str, ...]] = {}
    unless: Mapping[Language, tuple[str, ...]] = {}
    note: str = ""


class Freed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What OpenCC takes for the other script's and is right all the same, and why; alone, or only inside ``inside``."""

    language: Chinese
    wording: str
    reason: str
    inside: tuple[str, ...] = ()


@cache
def glossary() -> tuple[Term, ...]:
    """The terms of ``data/glossary.json``."""
    return msgspec.json.decode((ROOT / "data" / "glossary.json").read_bytes(), type=tuple[Term, ...])


@cache
def freed() -> tuple[Freed, ...]:
    """The exceptions of ``data/exceptions.json``."""
    return msgspec.json.decode((ROOT / "data" / "exceptions.json").read_bytes(), type=tuple[Freed, ...])


def characters(text: str, language: Chinese) -> Iterator[str]:
    """Characters of the other script, with OpenCC as judge."""
    conversion, script = OTHER_SCRIPT[language]
    rest, right_anywhere = _freed_from(text, language)
    for character in dict.fromkeys(rest):
        right = _converted(conversion, character)
        if right != character and character not in right_anywhere:
            yield f"{character} is {script}: {right}"


def words(text: str, language: Chinese) -> Iterator[str]:
    """Words of the other Chinese, as a converter leaves them, with OpenCC's phrase table as judge."""
    rest, right_anywhere = _freed_from(_CODE.sub("`", text), language)
    others = _other_words(language)
    if _any_of(tuple(others)).search(rest):
        yield from (f"{w} is not {language}: {others[w]}" for w in others if w in rest and w not in right_anywhere)


def breaches(said: Mapping[Language, str], language: Chinese) -> Iterator[str]:
    """What the glossary forbids, in a text given in all three languages."""
    english, text = (_CODE.sub("`", said[one]) for one in ("en", language))
    for term in glossary() if _any_of(_forbidden(language)).search(text) else ():
        rest = text
        for other in term.unless.get(language, ()):
            rest = rest.replace(other, "`")
        forbidden = term.never.get(language, ())
        if term.not_for_this.get(language) and _says(term.en).search(english):
            forbidden += term.not_for_this[language]
        right = " or ".join(term.zh_hans if language == "zh-Hans" else term.zh_hant)
        yield from (f"{wording} for {term.term}: {right}" for wording in forbidden if wording in rest)


def punctuation(text: str, language: Language) -> Iterator[str]:
    """Punctuation and spaces that the language does not have."""
    spoken = _CODE.sub("`x`", text)
    for problem, pattern in (_ENGLISH if language == "en" else _PUNCTUATION).items():
        found = re.search(pattern, spoken)
        if found:
            yield f"{problem}: {spoken[max(0, found.start() - 6) : found.end() + 6]}"


def marks(text: str, language: Language) -> Iterator[str]:
    """Brackets, quotes and backticks that do not come in pairs or belong to another language."""
    if text.count("`") % 2:
        yield "a backtick without its pair"
    spoken = _CODE.sub("", text)
    wrong = WRONG_MARKS[language]
    if language != "en":
        spoken = re.sub(r"(?<=[A-Za-z])'(?=[a-z])", "", spoken)
    yield from (f"{mark} is not a mark of {language}" for mark in dict.fromkeys(spoken) if mark in wrong)
    for opening, closing in PAIRS[language]:
        depth = 0
        for character in spoken:
            depth += (character == opening) - (character == closing)
            if depth < 0:
                break
        if depth:
            yield f"{opening}{closing} do not come in pairs"
    if spoken.count('"') % 2:
        yield "a quotation mark without its pair"
    if re.search(r"\*\*|__|^#|\[[^\]]*\]\(", spoken):
        yield "mark-up other than backticks"


def search_words(said: Mapping[Language, tuple[str, ...]]) -> Iterator[str]:
    """Search lists with words in one language and none in another."""
    if any(said.values()):
        yield from (f"{language} has no search words" for language in LANGUAGES if not said[language])


@cache
def _converter(conversion: str) -> opencc.OpenCC:
    return opencc.OpenCC(conversion)


@cache
def _converted(conversion: str, character: str) -> str:
    return str(_converter(conversion).convert(character))


@cache
def _other_words(language: Chinese) -> Mapping[str, str]:
    table = files("opencc").joinpath("dictionary", OTHER_WORDS[language]).read_text(encoding="utf-8")
    pairs = [line.split("\t") for line in table.splitlines() if line]
    if language == "zh-Hans":
        pairs = [[_converter("t2s").convert(side) for side in pair] for pair in pairs]
    return {word: right for word, right in pairs if word not in right.split()}


@cache
def _forbidden(language: Language) -> tuple[str, ...]:
    lists = (by.get(language, ()) for term in glossary() for by in (term.never, term.not_for_this))
    return tuple(wording for wordings in lists for wording in wordings)


@cache
def _any_of(wordings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, wordings)))


@cache
def _says(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})(?:e?s|e?d|ing)?\b", re.IGNORECASE)


def _freed_from(text: str, language: Chinese) -> tuple[str, frozenset[str]]:
    """The text without the phrases that free what is inside them, and the wordings that are right anywhere."""
    inside, anywhere = _freed(language)
    for phrase in inside:
        text = text.replace(phrase, "`")
    return text, anywhere


@cache
def _freed(language: Chinese) -> tuple[tuple[str, ...], frozenset[str]]:
    own = [one for one in freed() if one.language == language]
    return tuple(p for one in own for p in one.inside), frozenset(one.wording for one in own if not one.inside)
