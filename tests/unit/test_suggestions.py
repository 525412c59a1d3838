"""What is offered while somebody types."""

import pytest

from teapot.entries import LANGUAGES, Language
from teapot.index import Index
from teapot.lookup import Verdict, look_up, suggest
from teapot.suggestions import MAX_LABEL

TYPED = (
    "", " ", "5", "50", "503", "404.", "404.1", "499", "0", "1", "7", "n", "no", "not", "not mo", "w", "rate li",
    "cf 52", "iis", "502 vs 50", "502 504", "网", "网关", "請", "請求", "權限", "wang", "wangguan cha", "retry-",
    "x", "😀", "\ud800", "e" * 4_000,
)  # fmt: skip
DISCORD, SLACK = 25, 100
"""Lines that a Discord autocomplete and a Slack external select may have."""


def queries(index: Index, typed: str, most: int = DISCORD, language: Language = "en") -> list[str]:
    return [suggestion.query for suggestion in suggest(index, typed, language, most)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("most", [1, DISCORD, SLACK])
@pytest.mark.parametrize("typed", TYPED)
def test_labels_are_different_short_and_not_too_many(index: Index, typed: str, most: int, language: Language) -> None:
    labels = [suggestion.label for suggestion in suggest(index, typed, language, most)]
    assert len(labels) == len(set(labels)) <= most
    assert all(0 < len(label) <= MAX_LABEL for label in labels)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", TYPED)
def test_every_suggestion_leads_to_what_it_shows(index: Index, typed: str, language: Language) -> None:
    for suggestion in suggest(index, typed, language, SLACK):
        findings = look_up(index, suggestion.query)
        assert findings.verdict in {Verdict.CLEAR, Verdict.VERSUS}
        assert suggestion.label.startswith(findings.hits[0].key.partition("@")[0])


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("5", "5xx"), ("50", "500"), ("503", "503"), ("404.1", "404.1"), ("502 504", "502 504"),
        ("502 vs 504", "502 504"), ("not mod", "304"), ("gone", "410"), ("im a", "418"), ("bad g", "502"),
        ("retry-af", "429"), ("网关超", "504"), ("請求過", "429"), ("wangguan ch", "504"),
        ("nginx 499", "499@nginx"), ("teapto", "418"),
    ],
)  # fmt: skip
def test_the_likeliest_comes_first(index: Index, typed: str, first: str) -> None:
    assert queries(index, typed)[0] == first


def test_nothing_typed_offers_the_common_codes(index: Index) -> None:
    offered = queries(index, "", 13)
    assert {"200", "404", "500", "503"} <= set(offered)
    assert offered == sorted(offered)


def test_a_code_with_several_readings_offers_each(index: Index) -> None:
    assert {"499", "499@esri", "499@caddy"} <= set(queries(index, "499"))


def test_a_code_with_substatuses_offers_them_after_itself(index: Index) -> None:
    offered = queries(index, "403", SLACK)
    assert offered[0] == "403"
    assert "403.14" in offered


def test_what_is_typed_on_narrows_what_is_offered(index: Index) -> None:
    narrower = queries(index, "404.1", SLACK)
    assert narrower
    assert all(query.startswith(("404.1", "404")) for query in narrower[:3])
    assert set(narrower[:3]) <= set(queries(index, "404", SLACK))


@pytest.mark.parametrize(("language", "name"), [("zh-Hans", "网关错误"), ("zh-Hant", "閘道錯誤")])
def test_labels_are_in_the_persons_language_the_code_first(index: Index, language: Language, name: str) -> None:
    label = suggest(index, "502", language, 1)[0].label
    assert label.startswith("502 Bad Gateway")
    assert name in label


def test_a_vendors_reading_names_the_vendor(index: Index) -> None:
    labels = {suggestion.query: suggestion.label for suggestion in suggest(index, "499", "en", DISCORD)}
    assert labels["499@esri"] == "499 Token Required (Esri ArcGIS)"


@pytest.mark.parametrize("typed", ["😀", "qqqqqqq", "八戒", "+49 30 1234567"])
def test_what_resembles_nothing_offers_nothing(index: Index, typed: str) -> None:
    assert queries(index, typed) == []
