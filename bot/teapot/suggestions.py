"""What to offer while somebody types."""

from collections.abc import Iterator
from dataclasses import dataclass

from teapot.catalogue import Catalogue, owners_of
from teapot.cleaning import clean
from teapot.entries import Language
from teapot.findings import Verdict
from teapot.folding import words
from teapot.index import Index
from teapot.numbered import found_by_number
from teapot.numerals import read_numbers
from teapot.ranking import beginning_with, rank
from teapot.terms import Field

MAX_LABEL = 75
"""Code points of a label: what a Slack option may have (``text``); a Discord choice may have 100."""

NEAR = 40.0
"""The score from which an entry is offered."""
MAX_NAMES = 1_000
"""Terms that are looked through for names that begin with what was typed."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of an autocomplete list: what to show, at most MAX_LABEL code points, and the query it stands for."""

    label: str
    query: str


def suggest(index: Index, text: str, language: Language, most: int) -> tuple[Suggestion, ...]:
    """What to offer while somebody types, from the first character; at most ``most`` lines, each label different."""
    found: dict[str, Suggestion] = {}
    for query in _queries(index, text):
        label = _label(index.catalogue, query, language)
        found.setdefault(label, Suggestion(label, query))
        if len(found) == most:
            break
    return tuple(found.values())


def _queries(index: Index, text: str) -> Iterator[str]:
    """The queries to offer, the likeliest first; some more than once."""
    catalogue = index.catalogue
    typed = clean(text).lower()
    if not typed:
        yield from _commonest(catalogue)
        return
    numbers = read_numbers(catalogue, typed)
    findings = found_by_number(catalogue, typed, numbers)
    if findings is not None and findings.verdict is Verdict.VERSUS:
        yield " ".join(hit.key for hit in findings.hits)
    if findings is not None and findings.verdict is not Verdict.UNREGISTERED:
        yield from (hit.key for hit in findings.hits)
    yield from _numbers_beginning(catalogue, typed)
    folded = words(clean(text), index.han)
    once: set[str] = set()
    for key in (*_names_beginning(index, " ".join(folded)), *_near(index, folded)):
        number = key.partition("@")[0]
        if number not in once:
            yield key
        once.add(number)


def _commonest(catalogue: Catalogue) -> list[str]:
    return sorted(catalogue.codes, key=lambda code: (-catalogue.codes[code].common, code))


def _near(index: Index, folded: list[str]) -> Iterator[str]:
    return (hit.key for hit in rank(index, folded) if hit.score >= NEAR)


def _names_beginning(index: Index, typed: str) -> list[str]:
    """The entries that have a name beginning with folded text, common ones first."""
    texts = beginning_with(index.texts, typed, MAX_NAMES) if typed else ()
    terms = (term for text in texts for term in index.exact[text] if index.term_fields[term] is Field.NAME)
    entries = [index.entries[index.term_entries[term]] for term in terms]
    return [entry.key for entry in sorted(entries, key=lambda entry: (-entry.common, entry.key))]


def _numbers_beginning(catalogue: Catalogue, typed: str) -> Iterator[str]:
    """Classes, codes, a code's further readings and sub-statuses whose key begins with what was typed."""
    if not typed[0].isdigit():
        return
    yield from (key for key in catalogue.classes if key.startswith(typed))
    yield from (code for code in _commonest(catalogue) if code.startswith(typed))
    entry = catalogue.codes.get(typed.partition(".")[0])
    if entry is not None:
        yield from (f"{entry.code}@{owner}" for owner in owners_of(entry)[1:])
        yield from (sub.code for sub in entry.substatuses if sub.code.startswith(typed))


def _label(catalogue: Catalogue, query: str, language: Language) -> str:
    if " " in query:
        return _shortened(" / ".join(catalogue.title(key) for key in query.split()))
    code, _, owner = query.partition("@")
    if code in catalogue.substatuses:
        return _shortened(catalogue.title(code))
    if owner:
        phrase, bracket, vendor = catalogue.title(query).rpartition(" (")
        return _shortened(phrase, MAX_LABEL - len(bracket + vendor)) + bracket + vendor
    if language == "en":
        return _shortened(catalogue.title(code))
    named = catalogue.classes[code] if code in catalogue.classes else catalogue.codes[code].readings[0]
    return _shortened(f"{catalogue.title(code)} · {named.name.said_in(language)}")


def _shortened(label: str, most: int = MAX_LABEL) -> str:
    return label if len(label) <= most else f"{label[: most - 1].rstrip()}…"
