"""The page reads both platforms' mark-up as they show it, and shows foreign text as it is."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.async_api import Page

from teapot import adapters
from teapot.card import NEUTRAL, Card, Place, Reply
from tests.browser.conftest import Visits

pytestmark = pytest.mark.asyncio(loop_scope="module")

READ = "async ([name, text]) => (await import(`/playground/markup-${name}.js`)).read(text)"
DRAW = """
async ([name, bodies]) => {
  const { drawBody } = await import(`/playground/draw-${name}.js`);
  const titles = { discord: ".discord-title", slack: ".slack-text strong" };
  return bodies.map((body) => drawBody(body, () => {}).querySelector(titles[name])?.textContent ?? "");
}
"""
UNSEEN = re.compile("[\u200b\u2060]")
MARKS = st.text(st.sampled_from("*_~|>#-[]()<>&;@!:\\/.1 ab中文h"), min_size=1, max_size=60)
Desktop = tuple[Visits, Page]


def marked(kind: str, *pieces: object) -> dict[str, Any]:
    return {"kind": kind, "pieces": list(pieces)}


def code(text: str) -> dict[str, Any]:
    return {"kind": "code", "text": text}


def link(address: str, *pieces: object) -> dict[str, Any]:
    return {"kind": "link", "address": address, "pieces": list(pieces)}


DISCORD: list[tuple[str, list[object]]] = [
    ("plain", ["plain"]),
    ("**bold** text", [marked("bold", "bold"), " text"]),
    ("**bold with `code`**", [marked("bold", "bold with ", code("code"))]),
    ("*slanted*", [marked("italic", "slanted")]),
    ("_slanted_", [marked("italic", "slanted")]),
    ("***both***", [marked("bold", marked("italic", "both"))]),
    ("__under__", [marked("underline", "under")]),
    ("~~gone~~", [marked("strike", "gone")]),
    ("`a ** b`", [code("a ** b")]),
    ("``a`b``", [code("a`b")]),
    (r"`C:\*`", [code(r"C:\*")]),
    ("[RFC](https://a.example/x)", [link("https://a.example/x", "RFC")]),
    ("see https://a.example/x.", ["see ", link("https://a.example/x", "https://a.example/x"), "."]),
    ("<https://a.example>", [link("https://a.example", "https://a.example")]),
    ("```http\nGET /\n\nX: *\n```", [{"kind": "block", "text": "GET /\n\nX: *"}]),
    ("```plain```", [{"kind": "block", "text": "plain"}]),
    ("a\n```\nb\n```\nc", ["a", {"kind": "block", "text": "b"}, "c"]),
    ("1. a\n2. b", [{"kind": "list", "ordered": True, "start": 1, "items": [["a"], ["b"]]}]),
    ("- a\n- b", [{"kind": "list", "ordered": False, "start": 1, "items": [["a"], ["b"]]}]),
    ("> said", [marked("quote", "said")]),
    ("-# small", [marked("subtext", "small")]),
    ("# Big", [{"kind": "heading", "level": 1, "pieces": ["Big"]}]),
    ("<@123>", [{"kind": "mention", "text": "<@123>"}]),
]
DISCORD_PLAIN = [
    ("a * b * c", "a * b * c"),
    ("snake_case_name", "snake_case_name"),
    (r"\*\*not bold\*\*", "**not bold**"),
    (r"\[x\](https:)", "[x](https:)"),
    (r"C:\\dir", "C:\\dir"),
    (r"\# 1", "# 1"),
    (r"\- 1", "- 1"),
    ("1.5 s", "1.5 s"),
    ("#1", "#1"),
    ("[x](javascript:alert)", "[x](javascript:alert)"),
    ("&lt;", "&lt;"),
]
SLACK: list[tuple[str, list[object]]] = [
    ("plain", ["plain"]),
    ("*bold* text", [marked("bold", "bold"), " text"]),
    ("(*bold*)", ["(", marked("bold", "bold"), ")"]),
    ("_slanted_", [marked("italic", "slanted")]),
    ("~gone~", [marked("strike", "gone")]),
    ("`a *b*`", [code("a *b*")]),
    ("`a &lt; b`", [code("a < b")]),
    (
        "*<https://a.example/?a=1&amp;b=2|RFC &amp; more>*",
        [marked("bold", link("https://a.example/?a=1&b=2", "RFC ", "&", " more"))],
    ),
    ("<https://a.example>", [link("https://a.example", "https://a.example")]),
    ("<@U1>, <#C1|general>", [{"kind": "mention", "text": "@U1"}, ", ", {"kind": "mention", "text": "general"}]),
    ("<!here>", [{"kind": "mention", "text": "@here"}]),
    ("```GET /\nX: &lt;*a*&gt;```", [{"kind": "block", "text": "GET /\nX: <*a*>"}]),
    ("&gt; said\nmore", [marked("quote", "said"), "more"]),
]
SLACK_PLAIN = [
    ("a * b * c", "a * b * c"),
    ("snake_case_name", "snake_case_name"),
    ("2*3*4", "2*3*4"),
    ("中*文*字", "中*文*字"),
    ("*two\nlines*", "*two\nlines*"),
    ("\u2060*\u2060bold\u2060*\u2060", "*bold*"),
    ("&amp;lt;", "&lt;"),
    ("1. a", "1. a"),
    ("a &lt;b&gt;", "a <b>"),
    ("**bold**", "**bold**"),
    (r"\*", r"\*"),
]


async def read(desktop: Desktop, name: str, text: str) -> list[object]:
    pieces: list[object] = await desktop[1].evaluate(READ, [name, text])
    return pieces


def flat(pieces: list[object]) -> str:
    texts = [piece for piece in pieces if isinstance(piece, str)]
    assert texts == pieces
    return UNSEEN.sub("", "".join(texts))


@pytest.mark.parametrize(("text", "pieces"), DISCORD)
async def test_discords_markup_is_read(desktop: Desktop, text: str, pieces: list[object]) -> None:
    assert await read(desktop, "discord", text) == pieces


@pytest.mark.parametrize(("text", "shown"), DISCORD_PLAIN)
async def test_what_is_no_markup_on_discord_is_text(desktop: Desktop, text: str, shown: str) -> None:
    assert flat(await read(desktop, "discord", text)) == shown


@pytest.mark.parametrize(("text", "pieces"), SLACK)
async def test_slacks_markup_is_read(desktop: Desktop, text: str, pieces: list[object]) -> None:
    assert await read(desktop, "slack", text) == pieces


@pytest.mark.parametrize(("text", "shown"), SLACK_PLAIN)
async def test_what_is_no_markup_on_slack_is_text(desktop: Desktop, text: str, shown: str) -> None:
    assert flat(await read(desktop, "slack", text)) == shown


@settings(max_examples=12)
@given(texts=st.lists(MARKS, min_size=10, max_size=20))
@pytest.mark.parametrize("name", ["discord", "slack"])
async def test_any_title_of_a_card_is_shown_as_it_is(desktop: Desktop, name: str, texts: list[str]) -> None:
    cards = [Card(language="en", colour=NEUTRAL, title=f"x{text}x", lead="", plain="") for text in texts]
    bodies = [dict(adapters.load(name).preview(Reply(card, Place.PUBLIC))) for card in cards]
    shown = await desktop[1].evaluate(DRAW, [name, bodies])
    assert [UNSEEN.sub("", title).split() for title in shown] == [card.title.split() for card in cards]
