"""What is counted, what is not, and how it gets into the database."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import select
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from teapot.bot import Teapot
from teapot.conversation import Command, IncomingMessage, Origin, Person
from teapot.decision import Facts, Rules
from teapot.lookup import Index
from teapot.problems import StoreError
from teapot.replies import open_replies
from teapot.tables import tally
from teapot.tallies import DAY_SECONDS, MAX_COUNTS, Tallies, open_tallies
from teapot.team import Team
from tests.teams import ANN, BOSS, ELSEWHERE, HERE, NOW, TALK, THERE, count_statements, teapot_of

ANN_HERE, BOSS_HERE, ROBOT_HERE = (Origin(HERE, person) for person in (ANN, BOSS, Person("B1", is_bot=True)))
FACTS = Facts(author_is_bot=False, sent_at=NOW, now=NOW, seen_before=False, answered_at={}, replies_last_minute=0)
Counted = dict[tuple[str, str], int]
"""How often, by kind and code."""


@pytest.fixture
async def tallies(team: Team) -> AsyncIterator[Tallies]:
    async with open_tallies(team.engine, lambda: NOW) as opened:
        yield opened


@pytest.fixture
async def teapot(index: Index, team: Team, tallies: Tallies) -> AsyncIterator[Teapot]:
    async with open_replies(team.engine) as replies:
        yield teapot_of(index, team, replies, tallies)


def message(text: str, name: str = "m1", origin: Origin = ANN_HERE, age_seconds: float = 0.0) -> IncomingMessage:
    return IncomingMessage(origin, name, text, time.time() - age_seconds)


async def kept(engine: AsyncEngine) -> Counted:
    """What the database holds of all channels and days together."""
    found: Counted = {}
    async with engine.connect() as connection:
        for kind, code, count in await connection.execute(select(tally.c.kind, tally.c.code, tally.c["count"])):
            found[kind, code] = found.get((kind, code), 0) + count
    return found


async def counted(teapot: Teapot) -> Counted:
    await teapot.tallies.write()
    return await kept(teapot.team.engine)


@asynccontextmanager
async def without_table(engine: AsyncEngine) -> AsyncIterator[None]:
    """The database takes no counts meanwhile."""
    async with engine.begin() as connection:
        await connection.execute(sql("ALTER TABLE tally RENAME TO away"))
    yield
    async with engine.begin() as connection:
        await connection.execute(sql("ALTER TABLE away RENAME TO tally"))


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("503", {"503"}),
        ("5xx", {"5xx"}),
        ("502 vs 504", {"502", "504"}),
        ("iis 404.13", {"404.13"}),
        ("bad gateway", {"502"}),
        ("503 private", {"503"}),
    ],
)
async def test_an_entry_that_is_asked_for_is_counted(teapot: Teapot, query: str, keys: set[str]) -> None:
    await teapot.answer(Command(ANN_HERE, query))
    assert await counted(teapot) == {("asked", key): 1 for key in keys}


@pytest.mark.parametrize("query", ["pizza quattro stagioni", "297", "", "help", "note list", "settings", "50"])
async def test_what_finds_no_entry_is_not_counted(teapot: Teapot, query: str) -> None:
    await teapot.answer(Command(ANN_HERE, query))
    assert await counted(teapot) == {}


async def test_a_code_that_is_heard_is_counted_once_a_message(teapot: Teapot) -> None:
    await teapot.automatic.hear(message("HTTP 503, HTTP 503 and HTTP 404"))
    assert await counted(teapot) == {("heard", "503"): 1, ("heard", "404"): 1}


@pytest.mark.parametrize(
    "change",
    ["settings auto-reply off", "mute 503", "mute", "settings cooldown 24h", "settings commands private"],
)
async def test_what_is_not_answered_is_counted_all_the_same(teapot: Teapot, change: str) -> None:
    await teapot.answer(Command(BOSS_HERE, change))
    await teapot.automatic.hear(message("HTTP 503"))
    await teapot.automatic.hear(message("HTTP 503", "m2"))
    assert await counted(teapot) == {("heard", "503"): 2}


async def test_what_is_past_the_budget_is_counted(teapot: Teapot) -> None:
    await teapot.answer(Command(BOSS_HERE, "settings cooldown 0"))
    for number in range(Rules().replies_per_minute + 2):
        await teapot.automatic.hear(message("HTTP 503", str(number)))
    assert await counted(teapot) == {("heard", "503"): Rules().replies_per_minute + 2}


@pytest.mark.parametrize(
    "heard",
    [
        message("HTTP 503", origin=ROBOT_HERE),
        message("HTTP 503", age_seconds=3600),
        message("listening on port 503"),
        message("> HTTP 503"),
    ],
)
async def test_strange_bots_old_messages_and_other_numbers_are_not_counted(
    teapot: Teapot, heard: IncomingMessage
) -> None:
    await teapot.automatic.hear(heard)
    assert await counted(teapot) == {}


async def test_an_allowed_bot_is_counted(teapot: Teapot) -> None:
    await teapot.answer(Command(BOSS_HERE, "settings bots B1"))
    await teapot.automatic.hear(message("HTTP 503", origin=ROBOT_HERE))
    assert await counted(teapot) == {("heard", "503"): 1}


@pytest.mark.parametrize("change", ["settings auto-reply 5xx", "settings auto-reply off"])
async def test_who_opted_out_is_not_counted(teapot: Teapot, change: str) -> None:
    await teapot.answer(Command(BOSS_HERE, change))
    await teapot.answer(Command(ANN_HERE, "me quiet on"))
    await teapot.automatic.hear(message("HTTP 503"))
    assert await counted(teapot) == {}


@pytest.mark.parametrize("change", ["settings auto-reply 5xx", "settings auto-reply off"])
async def test_a_redelivered_message_is_counted_once(teapot: Teapot, change: str) -> None:
    await teapot.answer(Command(BOSS_HERE, change))
    for _ in range(3):
        await teapot.automatic.hear(message("HTTP 503"))
    assert await counted(teapot) == {("heard", "503"): 1}


async def test_a_message_that_is_edited_is_counted_once(teapot: Teapot) -> None:
    await teapot.automatic.hear(message("HTTP 503"))
    await teapot.automatic.edited(message("HTTP 502"))
    assert await counted(teapot) == {("heard", "503"): 1}


async def test_counting_asks_the_database_nothing(tallies: Tallies) -> None:
    seen = count_statements(tallies.engine)
    tallies.ask(HERE, ("503",))
    tallies.hear(message("HTTP 503"), ("503",), FACTS)
    assert seen == []


async def test_counts_are_added_to_those_that_are_there(tallies: Tallies) -> None:
    for _ in range(3):
        tallies.ask(HERE, ("503",))
        await tallies.write()
    assert await kept(tallies.engine) == {("asked", "503"): 3}


async def test_replicas_add_up(team: Team) -> None:
    async with open_tallies(team.engine) as first, open_tallies(team.engine) as second:
        for tallies in (first, second, first):
            tallies.ask(HERE, ("503", "502"))
    assert await kept(team.engine) == {("asked", "503"): 3, ("asked", "502"): 3}


async def test_channels_and_days_are_counted_apart(team: Team) -> None:
    at = NOW
    async with open_tallies(team.engine, lambda: at) as tallies:
        tallies.ask(HERE, ("503",))
        tallies.ask(THERE, ("503",))
        at += DAY_SECONDS
        tallies.ask(HERE, ("503",))
    async with team.engine.connect() as connection:
        rows = await connection.execute(select(tally.c.channel, tally.c.day, tally.c["count"]))
        today = int(NOW // DAY_SECONDS)
        assert sorted(map(tuple, rows)) == [("C1", today, 1), ("C1", today + 1, 1), ("C2", today, 1)]


async def test_the_rest_is_written_at_the_end(team: Team) -> None:
    async with open_tallies(team.engine) as tallies:
        tallies.ask(TALK, ("503",))
    assert await kept(team.engine) == {("asked", "503"): 1}


async def test_what_could_not_be_written_is_written_later(tallies: Tallies) -> None:
    tallies.ask(HERE, ("503",))
    async with without_table(tallies.engine):
        with pytest.raises(StoreError):
            await tallies.write()
        tallies.ask(HERE, ("503",))
    await tallies.write()
    assert await kept(tallies.engine) == {("asked", "503"): 2}


async def test_too_many_counts_are_dropped_with_one_line_in_the_log(team: Team) -> None:
    tallies = Tallies(team.engine, lambda: NOW)
    with capture_logs() as lines:
        tallies.ask(HERE, map(str, range(MAX_COUNTS + 5)))
        tallies.ask(HERE, ("0",))
    assert [line["kept"] for line in lines] == [MAX_COUNTS]
    await tallies.write()
    found = await kept(team.engine)
    assert (len(found), found["asked", "0"]) == (MAX_COUNTS, 2)


async def test_forgetting_a_workspace_forgets_what_is_not_written_yet(teapot: Teapot) -> None:
    for channel in (HERE, THERE, ELSEWHERE):
        await teapot.answer(Command(Origin(channel, BOSS), "503"))
    await teapot.answer(Command(BOSS_HERE, "settings forget confirm"))
    assert await counted(teapot) == {("asked", "503"): 1}


async def test_what_is_not_forgotten_in_the_database_stays_counted(teapot: Teapot) -> None:
    await teapot.answer(Command(BOSS_HERE, "503"))
    async with without_table(teapot.team.engine):
        await teapot.answer(Command(BOSS_HERE, "settings forget confirm"))
    assert await counted(teapot) == {("asked", "503"): 1}


async def test_no_word_of_a_message_is_kept(teapot: Teapot) -> None:
    with capture_logs() as lines:
        await teapot.automatic.hear(message("canaryone got HTTP 503"))
        await teapot.answer(Command(ANN_HERE, "canarytwo 502"))
        await teapot.answer(Command(ANN_HERE, "stats canarythree"))
        await teapot.tallies.write()
    async with teapot.team.engine.connect() as connection:
        rows = [tuple(row) for row in await connection.execute(select(tally))]
    assert len(rows) > 0
    assert "canary" not in repr((rows, lines))
