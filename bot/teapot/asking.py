"""What the command line says about the findings: a card, a JSON document, a table of candidates, or many lines."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from teapot import jsonl
from teapot.answers import found_card
from teapot.card import Card
from teapot.catalogue import Catalogue
from teapot.entries import LANGUAGES, Language
from teapot.findings import ANSWERED, Findings, Hit, Verdict


class Query(msgspec.Struct):
    """A line of ``lookup --jsonl``; further fields are ignored."""

    id: str | int
    query: str


def is_answered(findings: Findings) -> bool:
    """Whether the findings answer the query."""
    return findings.verdict in ANSWERED


def answer(catalogue: Catalogue, findings: Findings, language: Language) -> Card:
    """The card for the findings."""
    return found_card(catalogue, findings, language)[0]


def document(catalogue: Catalogue, query: str, findings: Findings) -> str:
    """The findings as one JSON document: verdict, hits, and each entry's title and gist in all languages."""
    hits = [_told(catalogue, hit) for hit in findings.hits]
    found = {"query": query, "verdict": findings.verdict, "hits": hits}
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode()


def candidates(catalogue: Catalogue, findings: Findings) -> Iterator[str]:
    """How the answer came about: the verdict, then each candidate with its score, its field and term that matched."""
    yield f"verdict: {findings.verdict}"
    for hit in findings.hits:
        title = catalogue.title(hit.key) if _is_known(catalogue, hit) else hit.key
        yield f"{hit.score:6.1f}  {title}  <- {hit.field}: {hit.term}"


def hits_lines(find: Callable[[str], Findings], lines: Iterable[bytes], problems: list[str]) -> Iterator[str]:
    """Answer ``{"id", "query"}`` lines with ``{"id", "hits"}`` lines, best hit first, vendors left out.

    A line that is not of that form is told in ``problems``, and the others are answered all the same.
    """
    for asked in jsonl.read(lines, Query, '{"id": …, "query": …}', problems):
        yield msgspec.json.encode({"id": asked.id, "hits": _best_first(find(asked.query))}).decode()


def _best_first(findings: Findings) -> list[str]:
    if not is_answered(findings):
        return []
    hits = findings.hits
    if findings.verdict is Verdict.VERSUS:
        hits = tuple(sorted(hits, key=lambda hit: -hit.score))
    return list(dict.fromkeys(hit.key.partition("@")[0] for hit in hits))


def _told(catalogue: Catalogue, hit: Hit) -> dict[str, object]:
    told: dict[str, object] = {"key": hit.key, "score": round(hit.score, 1), "field": hit.field, "term": hit.term}
    if _is_known(catalogue, hit):
        gist = {language: catalogue.gist(hit.key, language) for language in LANGUAGES}
        told |= {"title": catalogue.title(hit.key), "gist": gist}
    return told


def _is_known(catalogue: Catalogue, hit: Hit) -> bool:
    return hit.key.partition("@")[0] in catalogue
