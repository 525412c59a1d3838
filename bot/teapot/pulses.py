"""The incident pulse: when several people report 5xx at once, one message tells it all and is kept up to date.

What people report is remembered only where a channel wants the pulse; it is forgotten with the incident, or daily when
a day old.
"""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from teapot.conversation import Channel
from teapot.entries import Language
from teapot.language import parse
from teapot.lru import Lru
from teapot.presence import answering
from teapot.reply_rows import packed
from teapot.store import insertion, is_shared, take_turn, writing
from teapot.tables import pulse, report

MAX_REMEMBERED = 5_000
"""Messages of which this process remembers that they were counted."""

MAX_LATE_SECONDS = 60.0
"""How long the first message of an incident may be on its way, and the last edit after its end."""


@dataclass(frozen=True, slots=True)
class PulseRules:
    """An incident begins when so many people report within so many seconds, and ends after so many quiet ones.

    ``refresh_seconds`` lie between two looks at whether its message is up to date.
    """

    people: int = 3
    window_seconds: float = 300.0
    quiet_seconds: float = 300.0
    refresh_seconds: float = 5.0


@dataclass(frozen=True, slots=True)
class Incident:
    """What was reported so far: how many messages name each code, how many people wrote them, from when to when.

    Times are epoch seconds.
    """

    counts: Mapping[str, int]
    people: int
    first_at: float
    last_at: float

    def mark(self) -> str:
        """What tells this state from others, 64 characters."""
        state = (sorted(self.counts.items()), self.people, self.first_at, self.last_at)
        return sha256(repr(state).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Look:
    """An incident as it stands: its message's ``handle``, and whether that message shows an older state.

    ``incident`` is None when every report was taken back.
    """

    handle: str
    language: Language | None
    incident: Incident | None
    is_news: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class Pulses:
    """Incidents in the database, the same for all replicas. Every method raises StoreError when that is away."""

    engine: AsyncEngine
    rules: PulseRules = PulseRules()
    _counted: Lru[tuple[Channel, str], None] = field(default_factory=lambda: Lru(MAX_REMEMBERED))

    async def is_under_way(self, channel: Channel, now: float) -> bool:
        """Whether an incident is being told in a channel; ``now`` in epoch seconds."""
        async with self._reading() as connection:
            return await self._is_current(connection, channel, now)

    async def reported(
        self, channel: Channel, message: str, person: str, codes: tuple[str, ...], language: Language, now: float
    ) -> Incident | None:
        """Count a message that names 5xx codes, once; gives the incident that begins with it, None when none does.

        Whoever is given one posts its message, in ``language``, and says where with ``posted``.
        """
        self._counted.put((channel, message), None)
        async with self._writing() as connection:
            await _take_turn(connection, channel)
            is_under_way = await self._is_current(connection, channel, now)
            if not is_under_way:
                await connection.execute(delete(pulse).where(_in(pulse, channel)))
                too_old = and_(_in(report, channel), report.c.at <= now - self.rules.window_seconds)
                await connection.execute(delete(report).where(too_old))
            row = {**_place(channel), "message": message, "person": person, "codes": _joined(codes), "at": now}
            made = insertion(connection, report).values(row)
            await connection.execute(
                made.on_conflict_do_update(index_elements=list(report.primary_key), set_={"codes": made.excluded.codes})
            )
            incident = None if is_under_way else await _incident(connection, channel)
            if incident is None or incident.people < self.rules.people:
                return None
            begun = {"started_at": now, "language": language, "handle": "", "shown": incident.mark()}
            made = insertion(connection, pulse).values({**_place(channel), **begun})
            done = await connection.execute(made.on_conflict_do_nothing())
            return incident if done.rowcount else None

    def may_count(self, channel: Channel, message: str) -> bool:
        """Whether a message may be counted: by this process, or by another replica."""
        return is_shared(self.engine) or (channel, message) in self._counted

    async def corrected(self, channel: Channel, message: str, codes: tuple[str, ...]) -> None:
        """Count what an edited message names now; none for one that is gone."""
        this = and_(_in(report, channel), report.c.message == message)
        changed = update(report).where(this).values(codes=_joined(codes)) if codes else delete(report).where(this)
        async with self._writing() as connection:
            await connection.execute(changed)

    async def posted(self, channel: Channel, handle: str | None) -> None:
        """Note where an incident's message stands; None when it could not be posted: then there is no incident."""
        here = _in(pulse, channel)
        async with self._writing() as connection:
            await connection.execute(
                update(pulse).where(here).values(handle=handle) if handle else delete(pulse).where(here)
            )

    async def look(self, channel: Channel, now: float, *, is_wanted: bool) -> Look | None:
        """How an incident stands, None when there is none; ``is_wanted`` tells whether the channel still wants it told.

        Of several replicas that look, news is told to one.
        """
        async with self._writing() as connection:
            row = await _row(connection, channel)
            if row is None or (not row.handle and now - row.started_at > MAX_LATE_SECONDS):
                return None
            incident = await _incident(connection, channel)
            is_over = incident is None or not is_wanted or now - incident.last_at >= self.rules.quiet_seconds
            mark = incident.mark() if incident is not None else ""
            changed = update(pulse).where(_in(pulse, channel), pulse.c.shown == row.shown, pulse.c.shown != mark)
            is_news = bool(row.handle) and bool((await connection.execute(changed.values(shown=mark))).rowcount)
            return Look(row.handle, parse(row.language), incident, is_news, is_over and bool(row.handle))

    async def ended(self, channel: Channel, incident: Incident | None) -> bool:
        """Forget an incident that was told to be over, with its reports; the next one begins anew.

        False, with nothing forgotten, when it is not as it was told: somebody reported it again meanwhile.
        """
        async with self._writing() as connection:
            await _take_turn(connection, channel)
            if await _incident(connection, channel) != incident:
                return False
            for table in (pulse, report):
                await connection.execute(delete(table).where(_in(table, channel)))
            return True

    async def under_way(self, platform: str) -> tuple[Channel, ...]:
        """The channels of a platform whose incident's message somebody has to keep up to date."""
        async with self._reading() as connection:
            rows = await connection.execute(
                select(pulse.c.workspace, pulse.c.channel).where(pulse.c.platform == platform)
            )
            return tuple(Channel(platform, row.workspace, row.channel) for row in rows)

    async def _is_current(self, connection: AsyncConnection, channel: Channel, now: float) -> bool:
        """Whether there is an incident that somebody keeps: not one whose message never came, nor one long over."""
        row = await _row(connection, channel)
        if row is None:
            return False
        last = select(func.max(report.c.at)).where(_in(report, channel))
        last_at = (await connection.execute(last)).scalar() or row.started_at
        since, lasts = (last_at, self.rules.quiet_seconds) if row.handle else (row.started_at, 0.0)
        return bool(now - since <= lasts + MAX_LATE_SECONDS)

    @asynccontextmanager
    async def _reading(self) -> AsyncIterator[AsyncConnection]:
        async with answering(self.engine, "the incidents cannot be read"), self.engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncConnection]:
        async with answering(self.engine, "the incidents cannot be kept"), writing(self.engine) as connection:
            yield connection


async def _take_turn(connection: AsyncConnection, channel: Channel) -> None:
    await take_turn(connection, f"pulse {channel.platform} {channel.workspace} {channel.id}")


def _joined(codes: tuple[str, ...]) -> str:
    return " ".join(packed(codes))


async def _row(connection: AsyncConnection, channel: Channel) -> Row[Any] | None:
    return (await connection.execute(select(pulse).where(_in(pulse, channel)))).one_or_none()


async def _incident(connection: AsyncConnection, channel: Channel) -> Incident | None:
    here = _in(report, channel)
    whole = select(func.count(report.c.person.distinct()), func.min(report.c.at), func.max(report.c.at)).where(here)
    people, first_at, last_at = (await connection.execute(whole)).one()
    if not people:
        return None
    counts: Counter[str] = Counter()
    alike = select(report.c.codes, func.count()).where(here).group_by(report.c.codes)
    for codes, many in await connection.execute(alike):
        for code in codes.split():
            counts[code] += many
    return Incident(dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))), people, first_at, last_at)


def _place(channel: Channel) -> dict[str, object]:
    return {"platform": channel.platform, "workspace": channel.workspace, "channel": channel.id}


def _in(table: Table, channel: Channel) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in _place(channel).items()))
