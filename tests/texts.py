"""Every text that people read, with the place where it stands: the catalogue's files and the adapters' own words."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from teapot.entries import LANGUAGES, Language

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "data" / "teapot_data"
ADAPTERS = ROOT / "adapters"


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the three languages. ``file`` is its path from the folder, ``field`` as "readings[0].gist"."""

    file: str
    field: str
    said: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Words:
    """One search list in the three languages; a list that is left out counts as empty."""

    file: str
    field: str
    said: Mapping[Language, tuple[str, ...]]


def texts_in(folder: Path) -> tuple[Text, ...]:
    """Every text told in three languages in the JSON files below a folder, in the order of paths and of fields."""
    return tuple(text for name, content in _files(folder) for text in _texts(content, name, ""))


def words_in(folder: Path) -> tuple[Words, ...]:
    """Every search list in the JSON files below a folder."""
    return tuple(words for name, content in _files(folder) for words in _words(content, name, ""))


def all_texts() -> tuple[Text, ...]:
    """The catalogue's texts and the adapters', without the messages that a playground offers to type."""
    return tuple(text for text in (*texts_in(CATALOGUE), *texts_in(ADAPTERS)) if not text.field.startswith("example-"))


def _files(folder: Path) -> Iterator[tuple[str, object]]:
    for path in sorted(folder.rglob("*.json")):
        yield path.relative_to(folder).as_posix(), json.loads(path.read_text(encoding="utf-8"))


def _texts(value: object, file: str, field: str) -> Iterator[Text]:
    if isinstance(value, dict) and set(value) == set(LANGUAGES) and all(isinstance(v, str) for v in value.values()):
        yield Text(file, field, value)
    else:
        for inner, where in _inside(value, field):
            yield from _texts(inner, file, where)


def _words(value: object, file: str, field: str) -> Iterator[Words]:
    if isinstance(value, dict) and field.endswith("search"):
        yield Words(file, field, {language: tuple(value.get(language, ())) for language in LANGUAGES})
    else:
        for inner, where in _inside(value, field):
            yield from _words(inner, file, where)


def _inside(value: object, field: str) -> Iterator[tuple[object, str]]:
    if isinstance(value, dict):
        yield from ((inner, f"{field}.{name}" if field else name) for name, inner in value.items())
    elif isinstance(value, list):
        yield from ((inner, f"{field}[{at}]") for at, inner in enumerate(value))
