"""Whatever somebody types as a note, its card pings nobody and brings no mark-up on either platform."""

import re
from collections.abc import Iterator
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from teapot import catalogue
from teapot.card import NEUTRAL, Card, Place, Reply
from teapot.conversation import Channel
from teapot.knowledge import ChannelView, Layer, Note, OwnCode
from teapot.notes import text_of, with_notes
from teapot.own_codes import own_card, phrase_of
from teapot.problems import UsageError
from teapot.typed import one_line, plain_lines
from teapot_discord import render as discord
from teapot_slack import render as slack

KNOWN = catalogue.load()
PIECES = st.sampled_from(
    ["@everyone", "@here", "<@U1>",
     "<!here>", "<!channel>", "<#C1>", "<@&7>", "[x](http://y.example)", "<http://a|b>",
     "*", "_", "~", "`", "```", "||", ">", "# ", "- ", "\n", "\u202e", "\u200b", "&lt;", "&", "|", "\\", "https://a.example/b_c"]
)  # fmt: skip
TYPED = st.one_of(st.text(max_size=1000), st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=60).map("".join))
LIVE_ON_DISCORD = re.compile(r"@(everyone|here)|<(@|#|:|a:|t:|/|id:)")
OUR_LINK = re.compile(r"<https://[A-Za-z0-9][^<>|\s\"]*>")
LIVE_ON_SLACK = re.compile(r"<|>|&(?!amp;|lt;|gt;)")
UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def with_note(text: str, author: str) -> Card:
    note = Note("503", text, author, 1_900_000_000.0, "channel")
    view = ChannelView(Channel("slack", "T1", "C1"), Layer(notes={"503": note}), Layer(), Layer(), {})
    empty = Card(language="en", colour=NEUTRAL, title="503", lead="", plain="503")
    return with_notes(KNOWN, empty, view, ["503"], small=False)


def code_card(phrase: str, text: str) -> Card:
    view = ChannelView(Channel("slack", "T1", "C1"), Layer(), Layer(), Layer(), {})
    return own_card(KNOWN, OwnCode("599", phrase, text, "Bo", 1_900_000_000.0, "workspace"), view, "en")


def texts(drawn: Any) -> Iterator[str]:  # noqa: ANN401  a JSON value
    if isinstance(drawn, dict):
        for name, value in drawn.items():
            if name not in {"type", "action_id", "value", "custom_id", "color"}:
                yield from texts(value)
    elif isinstance(drawn, list):
        for one in drawn:
            yield from texts(one)
    elif isinstance(drawn, str):
        yield drawn


@given(TYPED, st.text(max_size=200))
@example("@everyone <@1> [free](http://evil.example) ```x", "<@U1>")
def test_a_note_is_harmless_on_discord(typed: str, author: str) -> None:
    try:
        text = text_of(typed)
    except UsageError:
        return
    drawn = discord.body(Reply(with_note(text, one_line(author)), Place.PUBLIC))
    assert drawn["allowed_mentions"] == {"parse": []}
    for shown in texts(drawn["embeds"]):
        assert not LIVE_ON_DISCORD.search(shown)
        outside_code = re.sub(r"`[^`\n]+`", "", shown)
        assert not re.search(r"(?<!\\)(?:\\\\)*\[[^\]]*\]\(", outside_code)


@given(TYPED, st.text(max_size=200))
@example("<!channel> <@U1> <http://evil.example|free> &lt;!here&gt;", "<!here>")
def test_a_note_is_harmless_on_slack(typed: str, author: str) -> None:
    try:
        text = text_of(typed)
    except UsageError:
        return
    drawn = slack.body(Reply(with_note(text, one_line(author)), Place.PUBLIC))
    for shown in texts(drawn):
        assert not LIVE_ON_SLACK.search(OUR_LINK.sub("", shown))


@given(TYPED, TYPED)
def test_an_own_code_is_harmless_on_both(phrase: str, typed: str) -> None:
    try:
        shown = code_card(phrase_of(phrase), text_of(typed))
    except UsageError:
        return
    for part in texts(slack.body(Reply(shown, Place.PUBLIC))):
        assert not LIVE_ON_SLACK.search(OUR_LINK.sub("", part))
    for part in texts(discord.body(Reply(shown, Place.PUBLIC))["embeds"]):
        assert not LIVE_ON_DISCORD.search(part)


@given(TYPED)
def test_what_is_kept_shows_all_of_itself(typed: str) -> None:
    kept = plain_lines(typed)
    assert not UNSHOWN.search(kept)
    assert plain_lines(kept) == kept
    kept.encode("utf-8")


@given(st.text(max_size=300))
def test_a_name_is_one_short_line(typed: str) -> None:
    name = one_line(typed)
    assert len(name) <= 80
    assert "\n" not in name
    assert name == name.strip()
