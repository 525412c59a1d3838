"""Whatever a card says, Discord takes it, it pings nobody, and people read what was meant."""

import re

from hypothesis import given
from hypothesis import strategies as st

from teapot.card import Block, Button, Card, Choice, Link, Picker, Place, Reply, Section
from teapot.entries import LANGUAGES
from teapot.press import Press, Verb
from teapot_discord import render
from tests.loopback.discord_limits import message_problems
from tests.loopback.discord_world import pings

MARKS = "*_~|>#[]<"
LIVE = re.compile(r"@(everyone|here)|<(@[!&]?|#)\d+>|</[^<>:]+:\d+>|<t:-?\d+(:\w)?>|<a?:\w+:\d+>|<id:\w+>")
"""What Discord's clients draw as a mention, a command, a time or an emoji (docs: Message Formatting)."""

_TOKENS = (
    *("@everyone", "@here", "<@1>", "<@!1>", "<@&1>", "<#1>", "</http:1>", "<t:1:R>", "<:a:1>", "<a:a:1>", "<id:home>"),
    *("```", "``", "`", "\\", "**", "__", "~~", "||", "\n- ", "\n# ", "\n> ", "\n>>> ", "[a](https://b.c)", "<", "@"),
    *("503", " ", "\n", "网关", "🍵", "e\u0301"),
)
_text = st.lists(st.sampled_from(_TOKENS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=8)
hostile = _text.map("".join)
long = st.builds(lambda text, times: text * times, hostile, st.sampled_from((1, 1, 1, 20, 300)))
label = hostile.filter(lambda text: bool(text.strip()))
presses = st.builds(
    Press, st.sampled_from(Verb), st.from_regex(r"[0-9a-z.@~-]{0,40}", fullmatch=True), st.sampled_from(LANGUAGES)
)
sections = st.builds(Section, long, st.lists(long, max_size=3).map(tuple), st.booleans())
choices = st.lists(st.builds(Choice, label, long, presses), min_size=1, max_size=27).map(tuple)
links = st.builds(Link, label, st.sampled_from(("https://example.org/", "https://example.org/" + "x" * 2100)))
cards = st.builds(
    Card,
    language=st.sampled_from(LANGUAGES),
    colour=st.integers(0, 0xFFFFFF),
    title=label,
    lead=long,
    plain=long,
    body=long,
    sections=st.lists(sections, max_size=8).map(tuple),
    blocks=st.lists(st.builds(Block, long, long), max_size=3).map(tuple),
    link=st.none() | links,
    footer=long,
    buttons=st.lists(st.builds(Button, label, presses), max_size=30).map(tuple),
    picker=st.none() | st.builds(Picker, long, choices),
)


@given(cards)
def test_discord_takes_any_card(shown: Card) -> None:
    reply = Reply(shown, Place.PUBLIC)
    assert list(message_problems(render.body(reply))) == []
    assert list(message_problems(render.plain(reply))) == []


@given(cards)
def test_nothing_in_any_card_is_live(shown: Card) -> None:
    reply = Reply(shown, Place.PUBLIC)
    for body in (render.body(reply), render.plain(reply)):
        for text in render.texts(body):
            assert LIVE.search(text) is None
            assert pings({"content": text}, None, is_answer=False) == set()


@given(long)
def test_people_read_any_text_as_it_was_written(text: str) -> None:
    assert read(render.escape(text)).replace(render.BLANK, "") == text.replace(render.BLANK, "")


def read(escaped: str) -> str:
    """What a client shows of a message, code with its ticks; fails on any mark-up but code.

    After the clients' own rules: a backslash frees one sign, ticks enclose code (docs: Message Formatting).
    """
    shown: list[str] = []
    at = 0
    while at < len(escaped):
        freed = re.compile(r"\\([^0-9A-Za-z\s])").match(escaped, at)
        code = re.compile(r"(`+)(.*?[^`])\1(?!`)", re.DOTALL).match(escaped, at)
        found = freed or code
        if found is not None:
            shown.append(found[1] if found is freed else found[0])
            at = found.end()
            continue
        assert escaped[at] not in MARKS, escaped[at:]
        assert not (escaped[at] == "-" and not escaped[:at].rpartition("\n")[2].strip(" \t")), escaped[at:]
        shown.append(escaped[at])
        at += 1
    return "".join(shown)
