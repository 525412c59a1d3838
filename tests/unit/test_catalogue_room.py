"""Every card of every entry, in every language and view, fits both platforms whole."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

import teapot_discord.render
import teapot_slack.render
from teapot import catalogue
from teapot.card import Card, Place, Reply, Section
from teapot.cards import card, private
from teapot.catalogue import owners_of
from teapot.entries import LANGUAGES, Language
from teapot.press import VIEWS, Verb
from teapot.small import small_card
from tests.texts import all_texts

KNOWN = catalogue.load()
Render = Callable[[Reply], Mapping[str, Any]]
PLATFORMS: dict[str, Render] = {"Discord": teapot_discord.render.body, "Slack": teapot_slack.render.body}
READ = {"text", "title", "description", "name", "value", "label", "placeholder"}
"""The keys under which both platforms keep what people read."""

_UNREAD = re.compile(r"[\W_]+")


@cache
def every_card(language: Language) -> tuple[tuple[str, Card], ...]:
    """All cards there are, each with a name to find it by."""
    return tuple(_every_card(language))


def _every_card(language: Language) -> Iterator[tuple[str, Card]]:
    for code, entry in KNOWN.codes.items():
        others = [f"{code}@{owner}" for owner in owners_of(entry)[1:]]
        for key in (code, *others, *(sub.code for sub in entry.substatuses)):
            for view in VIEWS if key not in KNOWN.substatuses else (Verb.SUMMARY, Verb.DETAILS):
                yield f"{key} {view}", private(card(KNOWN, key, language, view), KNOWN, key)
        yield f"{code} small", small_card(KNOWN, [code], language, "U0123456789")
    for key in KNOWN.classes:
        yield key, private(card(KNOWN, key, language), KNOWN, key)
    for first, second in KNOWN.versus:
        key = f"{first}~{second}"
        yield key, private(card(KNOWN, key, language), KNOWN, key)


def cut_texts(shown: Card, render: Render) -> list[str]:
    """What the card says and the platform does not show whole, with its label."""
    drawn = _bare("".join(_read(render(Reply(shown, Place.PUBLIC)))))
    return [f"{label}: {text}" for label, text in _said(shown) if _bare(text) not in drawn]


def place(shown: str, language: Language) -> str:
    """File and field of the longest text that is told there."""
    told = [text for text in all_texts() if text.said[language] in shown]
    longest = max(told, key=lambda text: len(text.said[language]), default=None)
    return f"{longest.file}: {longest.field}" if longest else "no text of ours"


def _said(shown: Card) -> Iterator[tuple[str, str]]:
    yield from (("title", shown.title), ("lead", shown.lead), ("body", shown.body), ("footer", shown.footer))
    for section in shown.sections:
        yield from ((section.label, text) for text in (section.label, *section.lines))
    for block in shown.blocks:
        yield from ((block.label, text) for text in (block.label, block.text))
    yield from (("button", button.label) for button in shown.buttons)
    if shown.picker is not None:
        yield "picker", shown.picker.placeholder
        yield from (("choice", choice.label) for choice in shown.picker.choices)


def _read(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and key in READ:
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _read(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _read(inner, key)


@cache
def _bare(text: str) -> str:
    """Letters, digits and Han alone: what is left when a platform's marks and escapes are taken off."""
    return _UNREAD.sub("", html.unescape(text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_text_is_longer_than_its_place(platform: str, language: Language) -> None:
    found = [
        f"{place(text, language)}: {language}: card {name!r} on {platform}: {text}"
        for name, shown in every_card(language)
        for text in cut_texts(shown, PLATFORMS[platform])
    ]
    assert not found, "\n".join(found)


def test_a_cut_text_is_told_with_file_and_field() -> None:
    meaning = KNOWN.codes["503"].readings[0].meaning.zh_hant
    assert place(f"body: {meaning}", "zh-Hant") == "codes/503.json: readings[0].meaning"


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_line_that_is_too_long_is_found(platform: str) -> None:
    shown = card(KNOWN, "503", "en")
    long = replace(shown, sections=(*shown.sections, Section("Too long", ("word " * 1500,))))
    assert [text.partition(":")[0] for text in cut_texts(long, PLATFORMS[platform])] == ["Too long"]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_section_that_is_left_out_is_found(platform: str) -> None:
    shown = card(KNOWN, "503", "zh-Hant")
    many = replace(shown, sections=tuple(Section(f"第 {at} 段", (f"{at} " + "字" * 600,)) for at in range(40)))
    assert any(text.startswith("第 39 段") for text in cut_texts(many, PLATFORMS[platform]))


@pytest.mark.parametrize("platform", PLATFORMS)
def test_marks_and_escapes_are_no_cut(platform: str) -> None:
    shown = card(KNOWN, "503", "en")
    marked = replace(shown, body="a_b*c & <d> `e>f` @everyone #1 http://g.example")
    assert cut_texts(marked, PLATFORMS[platform]) == []


def test_there_is_a_card_for_every_view() -> None:
    names = {name for name, _ in every_card("en")}
    assert {f"503 {view}" for view in VIEWS} <= names
