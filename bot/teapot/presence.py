"""Whether the database is there. All use of it is bounded in time; trouble is told once and looked into until it ends.

Known to be away it is not waited for. That is found out by a trial of its own and not by whoever had to wait, so that
one slow answer silences nobody else.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum

import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from teapot.health import Health
from teapot.problems import StoreError

PART = "database"
PATIENCE_SECONDS = 4.0
"""How long a message that nobody asked us about waits for the database."""

HURRY_SECONDS = 1.5
"""How long somebody who asked does: Discord takes no answer after three seconds, the way there and back included."""

SLOW_SECONDS = 1.0
"""After this it is looked into whether the database is there at all."""

LOOK_EVERY_SECONDS = 1.0
OPTION = "teapot_presence"
"""The engine's execution option that holds what is known of its database."""

log = structlog.get_logger()


class Trouble(StrEnum):
    """What is wrong, as an operator reads it."""

    AWAY = "does not answer: commands go without notes, automatic replies keep quiet"
    NOT_WRITABLE = "cannot be written: changes are refused, automatic replies keep quiet"


@dataclass(slots=True)
class Presence:
    """What is known of one database. ``is_away`` holds while it cannot be read."""

    health: Health = field(default_factory=Health)
    _trouble: Trouble | None = None
    _since: float = 0.0
    _readable: asyncio.Event = field(default_factory=asyncio.Event)
    _looking: asyncio.Task[None] | None = None
    _closed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_away(self) -> bool:
        """Whether there is no use in asking."""
        return self._trouble is Trouble.AWAY

    def suspect(self, engine: AsyncEngine, reason: str = "") -> None:
        """Look into it, unless that is being done. ``reason`` is the kind of an error, empty for mere slowness."""
        if not self._closed.is_set() and (self._looking is None or self._looking.done()):
            self._since = time.monotonic()
            self._looking = asyncio.get_running_loop().create_task(self._look(engine, reason))

    async def wait(self, seconds: float) -> None:
        """Wait while it is away, until it was so for that long: an outage of a moment silences nobody.

        Raises TimeoutError, once the outage has lasted longer at once.
        """
        async with asyncio.timeout(self._since + seconds - time.monotonic()):
            await self._readable.wait()

    async def close(self) -> None:
        """Look no further. A look under way ends first, as a cancelled one may leave its connection open."""
        self._closed.set()
        if self._looking is not None:
            await self._looking

    async def _look(self, engine: AsyncEngine, reason: str) -> None:
        trouble = await _try(engine)
        if trouble is None and reason:
            log.warning("the database did not do what was asked of it", reason=reason)
        while trouble is not None and not self._closed.is_set():
            self._note(trouble, reason)
            await self._pause()
            trouble = await _try(engine)
        if trouble is None:
            self._note(None, "")
            await self._pause()

    async def _pause(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_EVERY_SECONDS):
                await self._closed.wait()

    def _note(self, trouble: Trouble | None, reason: str) -> None:
        if trouble is self._trouble:
            return
        if trouble is None:
            log.warning("the database is well again", after_seconds=round(time.monotonic() - self._since))
        else:
            log.error("the database is in trouble", problem=str(trouble), reason=reason or "slow")
        self._trouble = trouble
        if self.is_away:
            self._readable.clear()
        else:
            self._readable.set()
        self.health.tell(PART, is_well=trouble is None, detail=f"the database {trouble}" if trouble else "")


def presence_of(engine: AsyncEngine) -> Presence:
    """What is known of an engine's database."""
    known = engine.get_execution_options()[OPTION]
    assert isinstance(known, Presence)
    return known


def error_name(error: BaseException) -> str:
    """What kind of error it is, in the driver's own word where there is one."""
    own = getattr(error, "orig", None) or error
    cause = own.__cause__
    return type(cause if cause is not None and type(cause).__module__.startswith("asyncpg") else own).__name__


@asynccontextmanager
async def answering(engine: AsyncEngine, failure: str, seconds: float = PATIENCE_SECONDS) -> AsyncIterator[None]:
    """Within which the database is asked for something.

    Raises StoreError saying ``failure`` when it cannot do it, and with PostgreSQL when it takes longer than
    ``seconds``: a file is waited for by threads, which cannot be called back. While the database is away it raises at
    once, or when it has been away for ``seconds``.
    """
    presence = presence_of(engine)
    if presence.is_away:
        try:
            await presence.wait(seconds)
        except TimeoutError as error:
            raise StoreError(failure) from error
    slow = asyncio.get_running_loop().call_later(SLOW_SECONDS, presence.suspect, engine)
    try:
        async with asyncio.timeout(None if engine.dialect.name == "sqlite" else seconds):
            yield
    except (SQLAlchemyError, OSError) as error:
        presence.suspect(engine, error_name(error))
        raise StoreError(failure) from error
    finally:
        slow.cancel()


async def _try(engine: AsyncEngine) -> Trouble | None:
    """Read something, then go as far as writing goes without leaving anything.

    Whatever a driver raises, it is trouble: who is taken to be away must be tried again, or they stay away for good.
    """
    is_file = engine.dialect.name == "sqlite"
    trouble = Trouble.AWAY
    try:
        async with asyncio.timeout(None if is_file else HURRY_SECONDS), engine.connect() as connection:
            await connection.execute(text("SELECT version_num FROM alembic_version"))
            await connection.rollback()
            trouble = Trouble.NOT_WRITABLE
            if is_file:
                await connection.execution_options(teapot_immediate=True)
                await connection.execute(text("CREATE TABLE teapot_trial (x INTEGER)"))
                await connection.execute(text("DROP TABLE teapot_trial"))
                await connection.commit()
            elif (await connection.execute(text("SHOW transaction_read_only"))).scalar() == "on":
                return trouble
            else:
                await connection.execute(text("SELECT txid_current()"))
    except Exception as error:
        log.debug("a trial of the database failed", reason=error_name(error))
        return trouble
    return None
