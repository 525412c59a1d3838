"""From what was found to the card that says it."""

from dataclasses import replace

from teapot import notices
from teapot.card import Card
from teapot.cards import card
from teapot.catalogue import Catalogue
from teapot.entries import Language
from teapot.findings import Findings, Verdict
from teapot.picking import picker


def found_card(catalogue: Catalogue, findings: Findings, language: Language) -> tuple[Card, str | None]:
    """The card for findings, and the key it is about; no key when nothing in the catalogue answers the query."""
    keys = [hit.key for hit in findings.hits]
    if findings.verdict is Verdict.NOTHING:
        return notices.nothing_found(catalogue, keys, language), None
    if findings.verdict is Verdict.UNREGISTERED:
        return notices.unregistered(catalogue, keys[0], language), None
    if findings.verdict is Verdict.BEGINNING:
        return notices.beginning_with(catalogue, findings.term, keys, language), None
    if findings.verdict is Verdict.VERSUS:
        key = "~".join(keys[:2])
        return card(catalogue, key, language), key
    shown = card(catalogue, keys[0], language)
    if findings.verdict is Verdict.SEVERAL:
        shown = replace(shown, picker=picker(catalogue, keys[1:], language, "did-you-mean"))
    return shown, keys[0]
