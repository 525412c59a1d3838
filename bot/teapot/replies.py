"""Which messages were answered, when, and with which codes: the memory behind "once" and "not again so soon".

With SQLite this process is the only writer, so memory decides at once and the disk follows a moment later. With
PostgreSQL other replicas answer too, so the database decides.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import structlog
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from teapot.conversation import Channel
from teapot.following import Answered, Deleted, Event, Gone, Outcome, Unanswered, follow
from teapot.lru import Lru
from teapot.presence import answering
from teapot.problems import StoreError
from teapot.remembered import Key, Remembered, Taken
from teapot.reply_rows import (
    MINUTE_SECONDS,
    Recent,
    Row,
    changed,
    is_row_of,
    joined,
    key_of,
    packed,
    recent_in,
    row_of,
    taken_of,
)
from teapot.store import insertion, is_shared, put, take_turn, writing
from teapot.tables import reply

KEPT_SECONDS = 86_400.0
"""As long as the longest cooldown that can be chosen."""

MAX_MESSAGES = 20_000
MAX_UNWRITTEN = 1_000
MAX_DELETED = 2_000
GATHER_SECONDS = 0.05
"""How long a note waits for others before all are written together: so long a reply has the processor for itself."""

RETRY_SECONDS = 5.0
FORGET_EVERY_SECONDS = 3_600.0
LOAD_SECONDS = 60.0
CANNOT_WRITE = "cannot write the replies"


log = structlog.get_logger()


class OvertakenError(Exception):
    """Another replica answered in the channel since what was decided on was read."""


@dataclass(slots=True)
class _Turn:
    """Who deals with a message, and how many want to."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


@dataclass(slots=True)
class Replies:
    """Bounded memory of answered messages; made by ``open_replies``."""

    engine: AsyncEngine
    clock: Callable[[], float] = time.time
    _remembered: Remembered = field(default_factory=lambda: Remembered(MAX_MESSAGES))
    _deleted: Lru[Key, None] = field(default_factory=lambda: Lru(MAX_DELETED))
    _turns: dict[Key, _Turn] = field(default_factory=dict)
    _unwritten: asyncio.Queue[Row] = field(default_factory=lambda: asyncio.Queue(MAX_UNWRITTEN))
    _closing: asyncio.Event = field(default_factory=asyncio.Event)
    _failing: bool = False
    _lost: bool = False

    async def recent(self, channel: Channel, message: str, now: float, cooldown_seconds: float) -> Recent:
        """What bears upon a message: the codes told in its channel within the cooldown, the replies of the last minute.

        However many there were: where memory has forgotten some, the database is asked for those. ``now`` in epoch
        seconds. Raises StoreError when the database is away.
        """
        since = now - max(cooldown_seconds, MINUTE_SECONDS)
        if is_shared(self.engine):
            return await self._read(channel, message, now, since)
        key, forgotten_at = key_of(channel, message), self._remembered.forgotten_at
        known_since = max(since, forgotten_at)
        here = Recent(
            answered_at=self._remembered.told_since(key[:-1], known_since),
            replies_last_minute=self._remembered.replies_since(key[:-1], max(known_since, now - MINUTE_SECONDS)),
            is_taken=key in self._remembered,
            since=since,
        )
        if forgotten_at <= since:
            return here
        return joined(here, await self._read(channel, message, now, since, until=forgotten_at))

    async def _read(
        self, channel: Channel, message: str, now: float, since: float, until: float | None = None
    ) -> Recent:
        """The same from the database, of what was answered after one time and until another."""
        async with answering(self.engine, "cannot read the replies"), self.engine.connect() as connection:
            return await recent_in(connection, channel, message, now, since, until)

    def seen(self, channel: Channel, message: str) -> bool:
        """Whether this process knows the message to be answered."""
        return key_of(channel, message) in self._remembered

    @asynccontextmanager
    async def turn(self, channel: Channel, message: str) -> AsyncIterator[None]:
        """Hold while something is done about a message, so that this process does one thing after the other."""
        key = key_of(channel, message)
        turn = self._turns.setdefault(key, _Turn())
        turn.waiting += 1
        try:
            async with turn.lock:
                yield
        finally:
            turn.waiting -= 1
            if not turn.waiting:
                del self._turns[key]

    async def claim(
        self,
        channel: Channel,
        message: str,
        codes: tuple[str, ...],
        now: float,
        named: tuple[str, ...] = (),
        *,
        is_asked: bool = False,
        decided_on: Recent | None = None,
    ) -> bool:
        """Take a message to be answered with ``codes``. True for the first taker only, over all replicas and restarts.

        ``named`` is what its reply stands for; a reply without any does not follow its message. ``is_asked`` says that
        the answer is no automatic reply and counts for nothing. False for a message that was deleted. Raises
        StoreError when the database is away: then nobody should answer by themselves; and OvertakenError when what the
        decision was based on is no longer so.
        """
        key = key_of(channel, message)
        if key in self._remembered or key in self._deleted:
            return False
        codes, named = packed(codes), packed(named)
        taken = Taken(now, codes, Answered(named) if named else Gone(), is_asked)
        if is_shared(self.engine):
            self._remembered.put(key, taken)
            try:
                return await self._insert(channel, message, taken, decided_on)
            except (StoreError, OvertakenError):
                self._remembered.forget(key)
                raise
        if self._failing or self._unwritten.full():
            raise StoreError(CANNOT_WRITE)
        self._remembered.put(key, taken)
        self._unwritten.put_nowait(row_of(key, taken))
        return True

    async def follow(self, channel: Channel, message: str, event: Event) -> Outcome:
        """Take in what happened to a message or to its reply; gives what is to be done about the reply.

        Raises StoreError when the database is away.
        """
        key = key_of(channel, message)
        if isinstance(event, Deleted):
            self._deleted.put(key, None)
        if is_shared(self.engine):
            return await self._follow_there(key, event)
        taken = self._remembered.get(key)
        after, outcome = follow(taken.state if taken is not None else Unanswered(), event)
        if taken is not None and after != taken.state:
            now_taken = changed(taken, after, outcome)
            self._remembered.put(key, now_taken)
            if not self._unwritten.full():
                self._unwritten.put_nowait(row_of(key, now_taken))
            elif not self._lost:
                log.error("changes of replies are not written: the database is away too long")
                self._lost = True
        return outcome

    async def _follow_there(self, key: Key, event: Event) -> Outcome:
        """The same where the database decides: one replica after the other."""
        async with answering(self.engine, "cannot follow a message"), self.engine.begin() as connection:
            row = (await connection.execute(select(reply).where(is_row_of(key)).with_for_update())).one_or_none()
            if row is None:
                return follow(Unanswered(), event)[1]
            taken = taken_of(row)
            after, outcome = follow(taken.state, event)
            if after != taken.state:
                await connection.execute(
                    update(reply).where(is_row_of(key)).values(row_of(key, changed(taken, after, outcome)))
                )
            return outcome

    async def _insert(self, channel: Channel, message: str, taken: Taken, decided_on: Recent | None) -> bool:
        """One replica after the other in a channel, where a decision is to hold until it is noted."""
        async with answering(self.engine, CANNOT_WRITE), self.engine.begin() as connection:
            if decided_on is not None:
                await take_turn(connection, f"reply {channel.platform} {channel.workspace} {channel.id}")
                if await recent_in(connection, channel, message, taken.at, decided_on.since) != decided_on:
                    raise OvertakenError
            row = row_of(key_of(channel, message), taken)
            done = await connection.execute(insertion(connection, reply).values(row).on_conflict_do_nothing())
            return done.rowcount == 1

    async def _load(self) -> None:
        """The latest, oldest first, and one more than is remembered: then it is known since when it is all."""
        query = select(reply).where(reply.c.answered_at > self.clock() - KEPT_SECONDS)
        async with answering(self.engine, "cannot read the replies", LOAD_SECONDS), self.engine.connect() as connection:
            rows = await connection.execute(query.order_by(reply.c.answered_at.desc()).limit(MAX_MESSAGES + 1))
            for row in reversed(rows.all()):
                self._remembered.put((row.platform, row.workspace, row.channel, row.message), taken_of(row))

    async def _write(self) -> None:
        while True:
            rows = [await self._unwritten.get()]
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), GATHER_SECONDS)
            rows += [self._unwritten.get_nowait() for _ in range(self._unwritten.qsize())]
            while not await self._written(rows):  # noqa: ASYNC110  a database that comes back tells nobody
                await asyncio.sleep(RETRY_SECONDS)
            for _ in rows:
                self._unwritten.task_done()

    async def _written(self, rows: Sequence[Row]) -> bool:
        """Write them in one transaction, of several of one message only the last."""
        latest = {tuple(row[column.name] for column in reply.primary_key): row for row in rows}
        try:
            async with answering(self.engine, CANNOT_WRITE), writing(self.engine) as connection:
                await put(connection, reply, *latest.values())
        except StoreError:
            self._failing = True
            return False
        self._failing = self._lost = False
        return True

    async def _forget(self) -> None:
        while True:
            await asyncio.sleep(FORGET_EVERY_SECONDS)
            old = delete(reply).where(reply.c.answered_at < self.clock() - KEPT_SECONDS)
            try:
                async with answering(self.engine, CANNOT_WRITE, LOAD_SECONDS), writing(self.engine) as connection:
                    await connection.execute(old)
            except StoreError as error:
                log.warning("old replies are not forgotten", reason=str(error))


@asynccontextmanager
async def open_replies(engine: AsyncEngine, clock: Callable[[], float] = time.time) -> AsyncIterator[Replies]:
    """Recall the last day from the database; at the end write what is not yet written, within five seconds.

    ``clock`` gives epoch seconds. Raises StoreError when the database is away at the start.
    """
    replies = Replies(engine, clock)
    await replies._load()  # noqa: SLF001  the one who makes it
    tasks = [asyncio.create_task(replies._write()), asyncio.create_task(replies._forget())]  # noqa: SLF001
    try:
        yield replies
    finally:
        replies._closing.set()  # noqa: SLF001
        try:
            await asyncio.wait_for(replies._unwritten.join(), RETRY_SECONDS)  # noqa: SLF001
        except TimeoutError:
            log.error("some replies were not written before the end")
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
