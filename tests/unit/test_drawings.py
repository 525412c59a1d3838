"""Cards that are drawn once, on both platforms."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from teapot.card import Card, Place, Reply
from teapot.catalogue import Catalogue
from teapot.conversation import Channel
from teapot.drawings import MAX_DRAWINGS, Drawings
from teapot.entries import LANGUAGES
from teapot.knowledge import ChannelView, Layer, Note
from teapot.small import small_card, small_card_in
from teapot_discord import render as discord
from teapot_slack import render as slack

Body = Callable[[Card], dict[str, Any]]
HERE = Channel("discord", "1", "2")


def bodies() -> tuple[tuple[Body, Body], ...]:
    """For each platform a body that is drawn anew, and one that may have been drawn before."""
    embeds, drawings = Drawings(discord.embed), Drawings(slack.draw)
    return (
        (lambda card: discord.body(of(card)), lambda card: discord.body(of(card), embeds)),
        (lambda card: slack.body(of(card)), lambda card: slack.body(of(card), drawings)),
    )


def of(card: Card) -> Reply:
    return Reply(card, Place.PUBLIC)


def noted(known: Catalogue, text: str) -> Card:
    """The small card of a channel with that note."""
    note = Layer(notes={"502": Note("502", text, "ann", 0.0, "channel")})
    return small_card_in(ChannelView(HERE, note, Layer(), Layer(), {}), known, ("502",), "en", "U1")


def cards(known: Catalogue) -> list[Card]:
    told = [small_card(known, keys, language, "U1") for keys in (("502",), ("502", "504")) for language in LANGUAGES]
    return [*told, small_card(known, ("502",), "en", "U2"), noted(known, "ask ann"), noted(known, "ask bob")]


@pytest.mark.parametrize(("drawn_anew", "drawn_before"), bodies())
def test_what_was_drawn_before_is_what_is_drawn_anew(known: Catalogue, drawn_anew: Body, drawn_before: Body) -> None:
    for card in cards(known) * 2:
        assert drawn_before(card) == drawn_anew(card)


def test_a_card_is_drawn_once_under_whoevers_message(known: Catalogue) -> None:
    drawings = Drawings(discord.embed)
    first, second = (drawings.of(small_card(known, ("502",), "en", owner)) for owner in ("U1", "U2"))
    assert first is second


def test_a_note_that_changed_is_drawn_anew(known: Catalogue) -> None:
    drawings = Drawings(discord.embed)
    assert drawings.of(noted(known, "ask ann")) != drawings.of(noted(known, "ask bob"))


def test_no_more_drawings_are_kept_than_there_is_room_for(known: Catalogue) -> None:
    drawings, card = Drawings(discord.embed), small_card(known, ("502",), "en", "U1")
    for number in range(MAX_DRAWINGS + 1):
        drawings.of(replace(card, title=str(number)))
    assert len(drawings._drawn) == MAX_DRAWINGS
