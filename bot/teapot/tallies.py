"""How often each code was asked for and heard: counted in memory at once, added to the database every few seconds.

What is counted is a code, a day, a channel and a kind; who wrote and what they wrote is not.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from teapot.conversation import Channel, IncomingMessage
from teapot.decision import MAX_AGE_SECONDS, Facts
from teapot.lru import Lru
from teapot.presence import answering
from teapot.problems import StoreError
from teapot.store import insertion, writing
from teapot.tables import tally

ASKED, HEARD = "asked", "heard"
DAY_SECONDS = 86_400
WRITE_EVERY_SECONDS = 5.0
LAST_WRITE_SECONDS = 5.0
MAX_COUNTS = 10_000
"""Different counts that wait for the database; further ones are dropped while it is away."""

MAX_MESSAGES = 20_000
CANNOT_SAVE = "the counts could not be saved"
log = structlog.get_logger()

Key = tuple[str, str, str, int, str, str]
"""Platform, workspace, channel, day, code and kind."""


@dataclass(slots=True)
class Tallies:
    """What was counted and is not yet in the database; ``clock`` gives epoch seconds. Made by ``open_tallies``.

    ``drawing`` is held while a picture of the counts is drawn, one after the other.
    """

    engine: AsyncEngine
    clock: Callable[[], float] = time.time
    drawing: asyncio.Lock = field(default_factory=asyncio.Lock)
    _counts: dict[Key, int] = field(default_factory=dict)
    _seen: Lru[tuple[Channel, str], None] = field(default_factory=lambda: Lru(MAX_MESSAGES))
    _counted: asyncio.Event = field(default_factory=asyncio.Event)
    _writing: asyncio.Lock = field(default_factory=asyncio.Lock)
    _is_dropping: bool = False

    def ask(self, channel: Channel, codes: Iterable[str]) -> None:
        """Count that somebody asked for entries, by their keys."""
        self._count(channel, codes, ASKED)

    def hear(self, message: IncomingMessage, codes: Iterable[str], facts: Facts) -> None:
        """Count the codes that a message names, each once a message, however often it comes.

        Not those of bots that are not allowed, of people who opted out, and of messages that come too late.
        """
        channel = message.origin.channel
        is_foreign = (facts.author_is_bot and not facts.bot_allowed) or facts.opted_out
        key = (channel, message.id)
        if is_foreign or facts.seen_before or facts.now - facts.sent_at > MAX_AGE_SECONDS or key in self._seen:
            return
        self._seen.put(key, None)
        self._count(channel, dict.fromkeys(codes), HEARD)

    async def write(self) -> None:
        """Add what was counted to the database; all of it stays counted here when that fails. Raises StoreError."""
        async with self._writing:
            counts, self._counts = self._counts, {}
            self._counted.clear()
            try:
                if counts:
                    async with answering(self.engine, CANNOT_SAVE), writing(self.engine) as connection:
                        await _add(connection, counts)
            except BaseException:
                self._take_back(counts)
                raise
            if self._is_dropping:
                log.info("counts are kept again")
            self._is_dropping = False

    @asynccontextmanager
    async def unwritten(self, channel: Channel) -> AsyncIterator[Sequence[tuple[int, str, str, int]]]:
        """Day, code, kind and count of what is counted in a channel and not yet in the database.

        Nothing is added to the database meanwhile, so that together with what is read there it is the whole.
        """
        async with self._writing:
            here = (channel.platform, channel.workspace, channel.id)
            yield [(*key[3:], count) for key, count in self._counts.items() if key[:3] == here]

    @asynccontextmanager
    async def forgetting(self, platform: str, workspace: str) -> AsyncIterator[None]:
        """Hold while a workspace is erased from the database: what is counted of it here goes too, if that succeeds."""
        async with self._writing:
            yield
            kept = {key: count for key, count in self._counts.items() if key[:2] != (platform, workspace)}
            self._counts = kept

    async def write_regularly(self) -> None:
        """Write every few seconds while there is something to write, until cancelled."""
        while True:
            await self._counted.wait()
            await asyncio.sleep(WRITE_EVERY_SECONDS)
            try:
                await self.write()
            except StoreError as error:
                log.debug("counts are not written; trying again", reason=str(error))

    def _count(self, channel: Channel, codes: Iterable[str], kind: str) -> None:
        day = int(self.clock() // DAY_SECONDS)
        for code in codes:
            self._add((channel.platform, channel.workspace, channel.id, day, code, kind), 1)

    def _take_back(self, counts: Mapping[Key, int]) -> None:
        for key, count in counts.items():
            self._add(key, count)

    def _add(self, key: Key, count: int) -> None:
        if key in self._counts or len(self._counts) < MAX_COUNTS:
            self._counts[key] = self._counts.get(key, 0) + count
            self._counted.set()
            return
        if not self._is_dropping:
            log.error("counts are dropped: no more fit in memory until the database takes them", kept=MAX_COUNTS)
        self._is_dropping = True


@asynccontextmanager
async def open_tallies(engine: AsyncEngine, clock: Callable[[], float] = time.time) -> AsyncIterator[Tallies]:
    """Write regularly while it is open, and at the end what is not yet written, within five seconds.

    ``clock`` gives epoch seconds.
    """
    tallies = Tallies(engine, clock)
    task = asyncio.create_task(tallies.write_regularly())
    try:
        yield tallies
    finally:
        try:
            await asyncio.wait_for(tallies.write(), LAST_WRITE_SECONDS)
        except (StoreError, TimeoutError):
            log.error("some counts were not written before the end")
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _add(connection: AsyncConnection, counts: Mapping[Key, int]) -> None:
    """In one order everywhere, so that replicas that add to the same counts wait for each other, never in a ring."""
    names = [column.name for column in tally.primary_key]
    made = insertion(connection, tally)
    added = made.on_conflict_do_update(index_elements=names, set_={"count": tally.c.count + made.excluded["count"]})
    rows = [dict(zip(names, key, strict=True)) | {"count": count} for key, count in sorted(counts.items())]
    await connection.execute(added, rows)
