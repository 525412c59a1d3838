"""Why a message was answered or not, as it is told to whoever asks."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from teapot.bot import Teapot
from teapot.card import Place
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, IncomingMessage, Origin, Person
from teapot.decision import Facts, Reason, Rules
from teapot.entries import LANGUAGES
from teapot.hearing import Heard
from teapot.knowledge import ChannelView, Layer
from teapot.lookup import Index
from teapot.mentions import find_mentions
from teapot.why import why_card
from tests.teams import open_teapot

CHANNEL = Channel("slack", "T1", "C1")
ANN, BOT = Origin(CHANNEL, Person("ann", locale="en-US")), Origin(CHANNEL, Person("ci", is_bot=True))


@pytest.fixture
async def teapot(index: Index, tmp_path: Path) -> AsyncIterator[Teapot]:
    async with open_teapot(f"sqlite:///{tmp_path / 'teapot.sqlite3'}", index) as opened:
        yield opened


def message(text: str, *, origin: Origin = ANN, age: float = 0.0) -> IncomingMessage:
    return IncomingMessage(origin, "m1", text, time.time() - age)


async def lines(teapot: Teapot, asked: IncomingMessage) -> tuple[str, ...]:
    reply = await teapot.why(asked, ANN)
    assert reply.place is Place.PRIVATE
    assert reply.card is not None
    return reply.card.sections[0].lines


@pytest.mark.parametrize(
    ("asked", "closed"),
    [
        (message("lunch?"), [Reason.NOTHING_MENTIONED]),
        (message("HTTP 503"), []),
        (message("HTTP 404"), [Reason.CLASS_NOT_ANSWERED]),
        (message("HTTP 503", origin=BOT), [Reason.AUTHOR_IS_BOT]),
        (message("HTTP 404", origin=BOT), [Reason.AUTHOR_IS_BOT, Reason.CLASS_NOT_ANSWERED]),
        (message("HTTP 503", age=3600), []),
    ],
)
async def test_each_closed_gate_is_told(teapot: Teapot, asked: IncomingMessage, closed: list[Reason]) -> None:
    values = {"codes": "", "setting": "5xx", "minutes": "10", "budget": "6"}
    expected = {f"✗ {teapot.catalogue.say(f'why-{reason}-closed', 'en', **values)}" for reason in closed}
    assert {line for line in await lines(teapot, asked) if line.startswith("✗")} == expected


async def test_the_first_closed_gate_is_the_answer(teapot: Teapot) -> None:
    reply = await teapot.why(message("HTTP 404", origin=BOT), ANN)
    assert reply.card is not None
    assert reply.card.lead == "I do not answer bots here."


async def test_how_late_an_old_message_arrived_is_not_claimed(teapot: Teapot) -> None:
    (unknown,) = [line for line in await lines(teapot, message("HTTP 503", age=3600)) if line.startswith("?")]
    assert "cannot tell" in unknown


async def test_an_answered_message_is_told_to_be_taken(teapot: Teapot) -> None:
    await teapot.automatic.hear(message("HTTP 503"))
    reply = await teapot.why(message("HTTP 503"), ANN)
    assert reply.card is not None
    assert reply.card.lead == "I took this message to answer it."


async def test_asking_takes_no_message(teapot: Teapot) -> None:
    await teapot.why(message("HTTP 503"), ANN)
    decision, _ = await teapot.automatic.hear(message("HTTP 503"))
    assert decision.reason is Reason.MENTIONED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_its_words(known: Catalogue, language: str) -> None:
    spoken = next(one for one in LANGUAGES if one == language)
    for reason in Reason:
        if reason not in {Reason.DATABASE_AWAY, Reason.TOO_OLD}:
            assert known.say(f"why-{reason}", spoken)


OPEN = Facts(author_is_bot=False, sent_at=1e9, now=1e9, seen_before=False, answered_at={}, replies_last_minute=0)
VIEW = ChannelView(CHANNEL, Layer(), Layer(), Layer(), {})


@pytest.mark.parametrize(
    ("rules", "facts", "closed"),
    [
        (Rules(auto_reply="off"), OPEN, {Reason.AUTO_REPLY_OFF, Reason.CLASS_NOT_ANSWERED}),
        (Rules(auto_reply="errors"), OPEN, set()),
        (Rules(), replace(OPEN, author_is_bot=True), {Reason.AUTHOR_IS_BOT}),
        (Rules(), replace(OPEN, author_is_bot=True, bot_allowed=True), set()),
        (Rules(), replace(OPEN, channel_muted=True), {Reason.CHANNEL_MUTED}),
        (Rules(), replace(OPEN, opted_out=True), {Reason.OPTED_OUT}),
        (Rules(), replace(OPEN, muted=frozenset({"502"})), set()),
        (Rules(), replace(OPEN, muted=frozenset({"502", "504"})), {Reason.CODE_MUTED}),
        (Rules(), replace(OPEN, seen_before=True), {Reason.ALREADY_ANSWERED}),
        (Rules(), replace(OPEN, pulse_running=True), {Reason.PULSE_RUNNING}),
        (Rules(), replace(OPEN, answered_at={"502": 1e9}), set()),
        (Rules(), replace(OPEN, answered_at={"502": 1e9, "504": 1e9}), {Reason.ANSWERED_RECENTLY}),
        (Rules(), replace(OPEN, answered_at={"502": 1e9 - 600, "504": 1e9 - 600}), set()),
        (Rules(), replace(OPEN, replies_last_minute=6), {Reason.OVER_BUDGET}),
        (Rules(replies_per_minute=0), replace(OPEN, replies_last_minute=6), set()),
        (
            Rules(),
            replace(OPEN, channel_muted=True, opted_out=True, replies_last_minute=9),
            {Reason.CHANNEL_MUTED, Reason.OPTED_OUT, Reason.OVER_BUDGET},
        ),
    ],
)
def test_every_gate_has_its_verdict(known: Catalogue, rules: Rules, facts: Facts, closed: set[Reason]) -> None:
    text = "HTTP 502 and HTTP 504"
    heard = Heard(message(text), text, find_mentions(text), VIEW, rules, facts)
    values = {
        "codes": "502, 504",
        "setting": rules.auto_reply,
        "minutes": "10",
        "budget": str(rules.replies_per_minute),
    }
    told = why_card(known, heard, "en").sections[0].lines
    gates = [reason for reason in Reason if reason not in {Reason.DATABASE_AWAY, Reason.MENTIONED}]
    assert told == tuple(
        f"✗ {known.say(f'why-{gate}-closed', 'en', **values)}"
        if gate in closed
        else f"✓ {known.say(f'why-{gate}-passed', 'en', **values)}"
        for gate in gates
    )


async def test_it_says_so_when_the_database_is_away(teapot: Teapot) -> None:
    async with teapot.team.engine.begin() as connection:
        await connection.execute(sql("DROP TABLE setting"))
    reply = await teapot.why(message("HTTP 503"), ANN)
    assert reply.place is Place.PRIVATE
    assert reply.card is not None
    assert reply.card.title == teapot.catalogue.say("why-away-title", "en")
