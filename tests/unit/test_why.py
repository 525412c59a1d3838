"""Why a message was answered or not, as it is told to whoever asks."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from teapot.bot import Teapot
from teapot.card import Place
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, IncomingMessage, Origin, Person
from teapot.decision import Reason, Rules
from teapot.entries import LANGUAGES
from teapot.health import Health
from teapot.lookup import Index
from teapot.pulses import Pulses
from teapot.replies import open_replies
from teapot.settings import defaults_of
from teapot.store import open_store
from teapot.tallies import open_tallies
from teapot.team import Team

CHANNEL = Channel("slack", "T1", "C1")
ANN, BOT = Origin(CHANNEL, Person("ann", locale="en-US")), Origin(CHANNEL, Person("ci", is_bot=True))


@pytest.fixture
async def teapot(known: Catalogue, index: Index, tmp_path: Path) -> AsyncIterator[Teapot]:
    address = f"sqlite:///{tmp_path / 'teapot.sqlite3'}"
    async with open_store(address) as engine, open_replies(engine) as replies, open_tallies(engine) as tallies:
        yield Teapot(
            known, index, replies, Health(), Rules(), Team(engine, defaults_of(Rules())), tallies, Pulses(engine)
        )


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
