"""What grows with what: the reads of a decision, memory, changes and counts, on a file and on PostgreSQL."""

import asyncio
import os
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import psutil
from sqlalchemy import Table, delete, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from teapot import catalogue
from teapot.automatic import AutomaticReplies
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, IncomingMessage, Origin, Person
from teapot.decision import Rules
from teapot.pulses import Pulses
from teapot.replies import Replies, open_replies
from teapot.settings import defaults_of
from teapot.store import is_shared, open_store, writing
from teapot.tables import note, reply, setting, tally
from teapot.tallies import open_tallies
from teapot.team import Team
from tests.bench.figures import Curve, percentile
from tests.outages import Postgres
from tests.teams import count_statements

CHANNELS = (1_000, 10_000, 100_000)
COUNTS = (10_000, 100_000, 1_000_000)
ANSWERED = (100, 1_000, 8_000)
"""Replies in one channel within a day; at six a minute there can be 8,640."""

CHANNELS_A_WORKSPACE = 20
VISITS, FEW_VISITS, ROUNDS, DAYS, CODES = 11_000, 1_000, 100, 365, ("502", "503")
"""More channels are visited than are remembered; over PostgreSQL few, as the memory is the same there."""

NOTE = "Runbook: https://wiki.example.org/http/503, then ask in #edge. " * 4

Row = tuple[object, ...]
Engine = tuple[str, str]
"""What it is called, and an address."""


@dataclass(frozen=True, slots=True)
class Bot:
    """What speaks up by itself, over one database."""

    automatic: AutomaticReplies
    team: Team
    replies: Replies

    async def hear(self, channel: Channel, name: str) -> None:
        """Decide about one message and claim it."""
        message = IncomingMessage(Origin(channel, Person("ann")), name, "the api says HTTP 502", time.time())
        decision, _ = await self.automatic.hear(message)
        assert decision.codes == ("502",), decision


def measure() -> Iterator[tuple[str, list[Curve]]]:
    """First on a file, then on PostgreSQL."""
    known = catalogue.load()
    for name, new in _engines():
        yield f"Growth on {name}: channels with a setting and a note each", asyncio.run(_channels(known, new()))
        yield f"Growth on {name}: counts", asyncio.run(_counts(new()))
        yield f"Growth on {name}: replies of one day in one channel", asyncio.run(_answered(known, new()))


def _engines() -> Iterator[tuple[str, Callable[[], str]]]:
    with tempfile.TemporaryDirectory() as folder:
        names = (f"sqlite:///{folder}/{number}.sqlite3" for number in range(10))
        yield "SQLite", lambda: next(names)
    with tempfile.TemporaryDirectory() as folder, _postgres(folder) as server:
        numbers = iter(range(10))
        yield "PostgreSQL", lambda: server.make(f"growth_{next(numbers)}")


@contextmanager
def _postgres(folder: str) -> Iterator[Postgres]:
    os.environ.setdefault("XDG_RUNTIME_DIR", folder)
    server = Postgres()
    try:
        yield server
    finally:
        server.close()


@asynccontextmanager
async def _bot(known: Catalogue, engine: AsyncEngine) -> AsyncIterator[Bot]:
    """With nothing remembered yet, and neither cooldown nor budget."""
    rules = Rules(cooldown_seconds=0, replies_per_minute=0)
    async with open_replies(engine) as replies, open_tallies(engine) as tallies:
        team = Team(engine, defaults_of(rules))
        automatic = AutomaticReplies(known, replies, team, tallies, Pulses(engine), rules, None, time.time)
        yield Bot(automatic, team, replies)


async def _channels(known: Catalogue, url: str) -> list[Curve]:
    first: list[tuple[int, float]] = []
    again, statements, memory, change, visiting = ([*first] for _ in range(5))
    async with open_store(url) as engine:
        filled = 0
        for size in CHANNELS:
            channels = [_channel(number) for number in range(filled, size)]
            await _fill(engine, setting, [(*_key(one), "auto-reply", "all") for one in channels])
            await _fill(engine, note, [(*_key(one), "502", NOTE, "ann", "Ann", 0.0) for one in channels])
            filled = size
            async with _bot(known, engine) as bot:
                stride = max(1, size // ROUNDS)
                chosen = [_channel(number) for number in range(0, size, stride)][:ROUNDS]
                first.append((size, await _median([bot.hear(one, f"{size} new") for one in chosen])))
                seen = count_statements(engine)
                again.append((size, await _median([bot.hear(one, f"{size} again") for one in chosen])))
                statements.append((size, sum(one.startswith("SELECT") for one in seen) / ROUNDS))
                began = time.perf_counter()
                visits = min(size, FEW_VISITS if is_shared(engine) else VISITS)
                for number in range(visits):
                    await bot.team.view(_channel(number))
                visiting.append((size, (time.perf_counter() - began) * 1_000 / visits))
                memory.append((size, psutil.Process().memory_info().rss / 2**20))
                change.append((size, _forgetting(bot.team, visits)))
        is_file = not is_shared(engine)
    held = [
        Curve("resident memory after that", "MiB", tuple(memory), 2),
        Curve("forget a workspace after a change, median", "us", tuple(change), 2),
    ]
    return [
        Curve("decide and claim in a channel not seen before, median", "ms", tuple(first), 2),
        Curve("decide and claim in a channel just seen, median", "ms", tuple(again), 2),
        Curve("queries of a decision in a channel just seen", "", tuple(statements), 1),
        Curve(f"read a channel, mean of up to {VISITS if is_file else FEW_VISITS:,}", "ms", tuple(visiting), 2),
        *(held if is_file else ()),
    ]


def _forgetting(team: Team, visits: int) -> float:
    """Microseconds of the event loop that a change takes, in the workspaces that were visited last."""
    spent = []
    for number in range(visits - 1, visits - FEW_VISITS, -CHANNELS_A_WORKSPACE):
        channel = _channel(number)
        began = time.perf_counter()
        team._forget((channel.platform, channel.workspace))
        spent.append((time.perf_counter() - began) * 1e6)
    return percentile(spent, 0.5)


async def _counts(url: str) -> list[Curve]:
    week: list[tuple[int, float]] = []
    year, all_of_them, removal = ([*week] for _ in range(3))
    async with open_store(url) as engine:
        filled, oldest = 0, 20_000
        for size in COUNTS:
            per_channel = DAYS * len(CODES)
            rows = [
                (*_key(_channel(number // per_channel)), oldest + number % DAYS, CODES[number % len(CODES)], "heard", 3)
                for number in range(filled, size)
            ]
            await _fill(engine, tally, list(dict.fromkeys(rows)))
            filled = size
            for days, curve in ((7, week), (365, year)):
                curve.append((size, await _median([_stats(engine, oldest + DAYS - days) for _ in range(15)])))
            day = oldest + len(removal)
            began = time.perf_counter()
            async with writing(engine) as connection:
                gone = (await connection.execute(delete(tally).where(tally.c.day <= day))).rowcount
            took = (time.perf_counter() - began) * 1_000
            all_of_them.append((size, took))
            removal.append((size, took * 1_000 / max(1, gone)))
    return [
        Curve("one channel's counts of 7 days, median", "ms", tuple(week), 2),
        Curve("one channel's counts of 365 days, median", "ms", tuple(year), 2),
        Curve("let the oldest day go", "ms", tuple(all_of_them)),
        Curve("let the oldest day go, per row", "us", tuple(removal), 2),
    ]


async def _stats(engine: AsyncEngine, since: int) -> None:
    columns = (tally.c.day, tally.c.code, tally.c.kind)
    here = _channel(0)
    query = select(*columns, func.sum(tally.c.count)).where(
        tally.c.platform == here.platform,
        tally.c.workspace == here.workspace,
        tally.c.channel == here.id,
        tally.c.day >= since,
    )
    async with engine.connect() as connection:
        assert (await connection.execute(query.group_by(*columns))).all()


async def _answered(known: Catalogue, url: str) -> list[Curve]:
    reading: list[tuple[int, float]] = []
    claiming: list[tuple[int, float]] = []
    here = _channel(0)
    async with open_store(url) as engine:
        filled, now = 0, time.time()
        for size in ANSWERED:
            rows = [(*_key(here), f"m{n}", "503", now - n, "503", f"h{n}", False) for n in range(filled, size)]
            await _fill(engine, reply, rows)
            filled = size
            async with _bot(known, engine) as bot:
                reading.append((size, await _median([bot.replies.recent(here, "", now, 0.0) for _ in range(50)])))
                claiming.append((size, await _median([bot.hear(here, f"{size} new {n}") for n in range(50)])))
    return [
        Curve("recall the replies of a minute, median", "ms", tuple(reading), 2 if is_shared(engine) else None),
        Curve("decide and claim there, median", "ms", tuple(claiming), 2),
    ]


async def _median(works: Sequence[Awaitable[object]]) -> float:
    """Milliseconds of one after the other."""
    spent = []
    for work in works:
        began = time.perf_counter()
        await work
        spent.append((time.perf_counter() - began) * 1_000)
    return percentile(spent, 0.5)


def _channel(number: int) -> Channel:
    return Channel("slack", f"T{number // CHANNELS_A_WORKSPACE}", f"C{number}")


def _key(channel: Channel) -> tuple[str, str, str]:
    return channel.platform, channel.workspace, channel.id


async def _fill(engine: AsyncEngine, table: Table, rows: Sequence[Row]) -> None:
    """Put rows in by the driver's own way for many; a row has a value for every column."""
    names = [column.name for column in table.columns]
    async with engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver is not None
        if is_shared(engine):
            await driver.copy_records_to_table(table.name, records=rows, columns=names)
            await driver.execute(f"ANALYZE {table.name}")
        else:
            places = ", ".join("?" * len(names))
            await driver.execute("BEGIN")
            await driver.executemany(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})", rows)
            await driver.execute("COMMIT")
