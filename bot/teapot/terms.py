"""What of each entry can be found by words: its terms, each with the field it stands in and that field's weight."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from teapot.catalogue import Catalogue, owners_of
from teapot.entries import LANGUAGES, ClassEntry, Constants, Language, Reading, Search, SubstatusEntry


class Field(StrEnum):
    """Where in an entry a term stands. A qualified constant, as a program writes it, matches only as a whole."""

    NAME = "name"
    FORMER = "former name"
    QUALIFIED = "qualified constant"
    CONSTANT = "constant"
    SEARCH = "search word"
    HEADER = "header"
    DOCUMENT = "document"
    VENDOR = "vendor"
    TEXT = "text"


FIELD_WEIGHTS: Mapping[Field, float] = {
    Field.NAME: 1.0,
    Field.QUALIFIED: 1.0,
    Field.CONSTANT: 0.97,
    Field.FORMER: 0.97,
    Field.SEARCH: 0.94,
    Field.HEADER: 0.94,
    Field.DOCUMENT: 0.9,
    Field.VENDOR: 0.7,
    Field.TEXT: 0.6,
}
"""How much a match in a field says about the entry, against one in its name."""

HEADER_WEIGHTS = {"must": 0.9, "should": 0.87, "may": 0.85}
"""How much a header says about an entry, by how strongly the document asks for it; 1 when it is a search word too."""

RUNNING_TEXT: Sequence[Language] = ("en", "zh-Hans")
"""The languages whose running text is indexed: Traditional characters fold to much the same as Simplified ones."""

IIS = "iis"
UNNAMED_VENDORS = frozenset({"browser", "proxies"})
"""Owners that are a kind of software: their names are ordinary words and single nobody out."""


class Term(NamedTuple):
    """A piece of text to be found: its field and its weight (0 to 1)."""

    field: Field
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry as the index sees it: key, how common (0 to 3), the vendor whose it is, and its terms."""

    key: str
    common: int
    vendor: str | None
    terms: Sequence[Term]


def entries_of(catalogue: Catalogue) -> Iterator[Indexed]:
    """Every reading ("503", "499@esri"), sub-status and class. A number's first reading has the bare number as key."""
    owners = {
        vendor: tuple(_term(Field.VENDOR, alias) for alias in dict.fromkeys((known.name, *known.aliases)))
        for vendor, known in catalogue.vendors.items()
    }
    for code, entry in catalogue.codes.items():
        for owner, reading in zip(owners_of(entry), entry.readings, strict=True):
            key = f"{code}@{owner}" if owner else code
            aliases = owners.get(reading.vendor or "", ())
            yield Indexed(key, entry.common, reading.vendor, (*_reading_terms(reading), *aliases))
        for sub in entry.substatuses:
            yield Indexed(sub.code, 0, IIS, (*_substatus_terms(sub), *owners.get(IIS, ())))
    for key, family in catalogue.classes.items():
        yield Indexed(key, 2, None, tuple(_class_terms(family)))


def _term(field: Field, text: str, share: float = 1.0) -> Term:
    return Term(field, FIELD_WEIGHTS[field] * share, text)


def _reading_terms(reading: Reading) -> Iterator[Term]:
    yield _term(Field.NAME, reading.phrase)
    for language in LANGUAGES:
        yield _term(Field.NAME, reading.name.said_in(language))
    for former in reading.former_names:
        yield _term(Field.FORMER, former.name)
    for constant in _constants(reading.constants):
        yield _term(Field.QUALIFIED, constant)
        if len(words := re.findall("[A-Z]?[a-z]+|[A-Z]+", re.split(r"[.:]+", constant)[-1])) > 1:
            yield _term(Field.CONSTANT, " ".join(words))
    yield from _search_terms(reading.search)
    characteristic = {*reading.search.en, *reading.search.zh_hans, *reading.search.zh_hant}
    for header in reading.headers:
        share = 1.0 if header.name in characteristic else HEADER_WEIGHTS[header.level]
        for text in (header.name, f"{header.name} header"):
            yield _term(Field.HEADER, text, share)
    for document in reading.documents:
        yield _term(Field.DOCUMENT, document.title)
    told = (reading.gist, *reading.when, *([reading.client] if reading.client is not None else []))
    yield _term(Field.TEXT, " ".join([text.said_in(language) for text in told for language in RUNNING_TEXT]))


def _constants(constants: Constants) -> Iterator[str]:
    for name in constants.__struct_fields__:
        if name != "also" and (constant := getattr(constants, name)):
            yield constant
    yield from constants.also


def _search_terms(search: Search) -> list[Term]:
    weight = FIELD_WEIGHTS[Field.SEARCH]
    return [Term(Field.SEARCH, weight, word) for word in (*search.en, *search.zh_hans, *search.zh_hant)]


def _substatus_terms(sub: SubstatusEntry) -> Iterator[Term]:
    yield _term(Field.NAME, sub.phrase)
    yield from _search_terms(sub.search)


def _class_terms(family: ClassEntry) -> Iterator[Term]:
    yield _term(Field.NAME, family.phrase)
    for language in LANGUAGES:
        yield _term(Field.NAME, family.name.said_in(language))
    yield from _search_terms(family.search)
