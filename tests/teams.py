"""A team's knowledge over a real database, the bot over it, and what people type into it."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import fields, replace
from typing import TypeVar

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from teapot.asked import Asked
from teapot.bot import Teapot
from teapot.card import Card, Reply
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, Command, IncomingMessage, Origin, Person
from teapot.decision import Rules
from teapot.entries import Language
from teapot.health import Health
from teapot.lookup import Index
from teapot.problems import UsageError
from teapot.pulses import Pulses
from teapot.replies import Replies, open_replies
from teapot.settings import defaults_of
from teapot.store import open_store
from teapot.tallies import Tallies, open_tallies
from teapot.team import Team
from teapot.typed_verbs import parse
from teapot.verbs import carry_out, refusal

HERE = Channel("slack", "T1", "C1")
THERE = Channel("slack", "T1", "C2")
ELSEWHERE = Channel("slack", "T2", "C1")
TALK = Channel("discord", "", "D1")
BOSS = Person("boss", manages=True, manages_workspace=True, name="Bo")
GUIDE = Person("guide", manages=True, name="Gus")
ANN = Person("ann", name="Ann")
BOSS_HERE, ANN_HERE = Origin(HERE, BOSS), Origin(HERE, ANN)
NOW = 1_900_000_000.0
USUAL = Rules()
Kind = TypeVar("Kind", bound=Teapot)


@asynccontextmanager
async def open_team(url: str, rules: Rules = USUAL, health: Health | None = None) -> AsyncIterator[Team]:
    """A team's knowledge with the operator's defaults."""
    async with open_store(url, health=health) as engine:
        yield Team(engine, defaults_of(rules))


@asynccontextmanager
async def open_teapot(
    url: str, index: Index, rules: Rules = USUAL, health: Health | None = None
) -> AsyncIterator[Teapot]:
    """The bot without a platform, over a database of its own."""
    async with (
        open_team(url, rules, health) as team,
        open_replies(team.engine) as replies,
        open_tallies(team.engine) as tallies,
    ):
        yield teapot_of(index, team, replies, tallies, rules, health)


def teapot_of(
    index: Index,
    team: Team,
    replies: Replies,
    tallies: Tallies,
    rules: Rules = USUAL,
    health: Health | None = None,
    clock: Callable[[], float] = time.time,
) -> Teapot:
    """The bot made of parts that are open."""
    return Teapot(
        index.catalogue, index, replies, health or Health(), rules, team, tallies, Pulses(team.engine), clock=clock
    )


def remade(teapot: Teapot, kind: type[Kind]) -> Kind:
    """The same bot with what another kind of it does."""
    return kind(**{part.name: getattr(teapot, part.name) for part in fields(Teapot)})


def asked_by(
    team: Team,
    known: Catalogue,
    *,
    person: Person = BOSS,
    channel: Channel = HERE,
    language: Language = "en",
    now: float = NOW,
) -> Asked:
    return Asked(known, team, Tallies(team.engine, lambda: now), Origin(channel, person), language, "http", now)


async def typed(asked: Asked, words: str, *, channel: Channel | None = None, person: Person | None = None) -> Card:
    """The card that answers some words."""
    origin = Origin(channel or asked.channel, person or asked.origin.person)
    return card_of(await reply_to(replace(asked, origin=origin), words))


async def reply_to(asked: Asked, words: str) -> Reply:
    try:
        verb = parse(words)
    except UsageError as error:
        return refusal(error, asked)
    assert verb is not None
    return await carry_out(verb, asked)


async def said(teapot: Teapot, words: str, *, origin: Origin = BOSS_HERE) -> str:
    """What the bot answers to a command."""
    return words_of(card_of(await teapot.answer(Command(origin, words))))


def message(text: str, *, name: str = "m1", origin: Origin = ANN_HERE) -> IncomingMessage:
    """A message as it was written just now."""
    return IncomingMessage(origin, name, text, time.time())


def card_of(reply: Reply) -> Card:
    assert reply.card is not None
    return reply.card


def words_of(shown: Card) -> str:
    """Everything a card says."""
    lines = [line for section in shown.sections for line in (section.label, *section.lines)]
    return "\n".join((shown.title, shown.lead, shown.body, *lines, shown.footer))


def count_statements(engine: AsyncEngine) -> list[str]:
    """A list that grows with every statement the engine executes."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    return seen
