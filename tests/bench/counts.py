"""Counts: what one costs as it is made, and how writing, reading and forgetting grow with what is kept."""

import asyncio
import tempfile
import time
import tracemalloc
from collections.abc import Awaitable, Iterator
from itertools import count, islice
from pathlib import Path

from sqlalchemy import insert

from teapot import catalogue, chart, stats
from teapot.asked import Asked
from teapot.conversation import Channel, IncomingMessage, Origin, Person
from teapot.decision import Facts, Rules
from teapot.period import Tallied, period_of
from teapot.retention import forget_old_counts
from teapot.settings import defaults_of
from teapot.store import open_store, writing
from teapot.tables import tally
from teapot.tallies import DAY_SECONDS, MAX_COUNTS, Tallies
from teapot.team import Team
from tests.bench.figures import Figure, percentile

SIZES = (10_000, 100_000, 1_000_000)
ROWS_PER_CHANNEL, PORTION, ROUNDS, AT_ONCE = 10, 10_000, 20, 100
KEPT_DAYS = 90
NOW = 1_900_000_000.0
TODAY = int(NOW // DAY_SECONDS)
FACTS = Facts(author_is_bot=False, sent_at=NOW, now=NOW, seen_before=False, answered_at={}, replies_last_minute=0)
CODES = ("503", "502", "504", "500", "404")
Row = dict[str, object]


def measure() -> Iterator[tuple[str, list[Figure]]]:
    """Title and figures of each measurement."""
    yield "Counting in memory", counting()
    yield "The picture, in a thread of its own", picture()
    yield from asyncio.run(growth())


def counting() -> list[Figure]:
    """A message is counted without waiting for anything."""

    async def run() -> list[Figure]:
        async with open_store("sqlite://") as engine:
            began = time.perf_counter()
            _count(Tallies(engine, lambda: NOW))
            each = (time.perf_counter() - began) / MAX_COUNTS
            tracemalloc.start()
            tallies = Tallies(engine, lambda: NOW)
            _count(tallies)
            size = tracemalloc.get_traced_memory()[0]
            tracemalloc.stop()
            return [
                Figure("one message", each * 1e6, "us"),
                Figure(f"{MAX_COUNTS:,} messages of as many channels, not written yet", size / 1e6, "MB"),
            ]

    return asyncio.run(run())


def _count(tallies: Tallies) -> None:
    for number in range(MAX_COUNTS):
        where = Channel("slack", "T1", f"C{number}")
        tallies.hear(IncomingMessage(Origin(where, Person("ann")), "1.1", "", NOW), ("503",), FACTS)


def picture() -> list[Figure]:
    """The first one loads the library."""
    figures: list[Figure] = []
    for days in (7, 7, 30, 365):
        counts = [Tallied(TODAY - ago, code, "heard", 1 + ago % 7) for ago in range(days) for code in CODES]
        began = time.perf_counter()
        size = len(chart.draw(period_of(counts, days, TODAY)))
        name = f"{days} days{'' if figures else ', the first of the process'} ({size / 1000:.0f} kB)"
        figures.append(Figure(name, (time.perf_counter() - began) * 1000, "ms"))
    return figures


async def growth() -> list[tuple[str, list[Figure]]]:
    """One SQLite file that fills up."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "teapot"
        async with open_store(f"sqlite:///{file}") as engine:
            team = Team(engine, defaults_of(Rules()))
            rows, kept = _rows(), 0
            for size in SIZES:
                while kept < size:
                    await _keep(team, list(islice(rows, PORTION)))
                    kept += PORTION
                title = f"{size:,} counts in {size // ROWS_PER_CHANNEL:,} channels, SQLite"
                megabytes = sum(part.stat().st_size for part in file.parent.iterdir()) / 1e6
                found.append((title, [*await _work(team, size), Figure("on disk, log included", megabytes, "MB")]))
    return found


async def _work(team: Team, size: int) -> list[Figure]:
    """Channels spread over the whole table, so that no page of it is at hand already."""
    tallies, known = Tallies(team.engine, lambda: NOW), catalogue.load()
    step = size // ROWS_PER_CHANNEL // ROUNDS
    reads, writes = [], []
    for at in range(ROUNDS):
        asked = Asked(known, team, tallies, Origin(_channel(at * step), Person("ann")), "en", "http", NOW)
        reads.append(await _milliseconds(stats._read(asked, 7, TODAY)))
        for number in range(AT_ONCE):
            tallies.ask(_channel(at + number * step * ROUNDS // AT_ONCE), ("418",))
        writes.append(await _milliseconds(tallies.write()))
    busy = Channel("slack", "busy", f"C{size}")
    codes, days = range(400, 450), range(2 * stats.MAX_DAYS)
    await _keep(team, [_row(busy, ago, str(code)) for code in codes for ago in days])
    asked = Asked(known, team, tallies, Origin(busy, Person("ann")), "en", "http", NOW)
    year = await _milliseconds(stats._read(asked, stats.MAX_DAYS, TODAY))
    forgetting = await _milliseconds(forget_old_counts(team, NOW))
    return [
        Figure("read a channel's last 7 days and the 7 before, median", percentile(reads, 0.5), "ms"),
        Figure("the same of 50 codes every day for two years", year, "ms"),
        Figure(f"write {AT_ONCE} counts of as many channels, median", percentile(writes, 0.5), "ms"),
        Figure(f"write {AT_ONCE} counts, worst", max(writes), "ms"),
        Figure(f"forget {len(codes) * (len(days) - KEPT_DAYS):,} old ones", forgetting, "ms"),
    ]


async def _milliseconds(work: Awaitable[object]) -> float:
    began = time.perf_counter()
    await work
    return (time.perf_counter() - began) * 1000


async def _keep(team: Team, rows: list[Row]) -> None:
    async with writing(team.engine) as connection:
        await connection.execute(insert(tally), rows)


def _channel(number: int) -> Channel:
    return Channel("slack", f"T{number}", f"C{number}")


def _row(channel: Channel, ago: int, code: str) -> Row:
    here = {"platform": channel.platform, "workspace": channel.workspace, "channel": channel.id}
    return {**here, "day": TODAY - ago, "code": code, "kind": "heard", "count": 3}


def _rows() -> Iterator[Row]:
    """Ten counts in every channel, two days of five codes."""
    for number in count():
        yield from (_row(_channel(number), ago, code) for ago in (0, 8) for code in CODES)
