"""The database: one SQLite file, or one PostgreSQL for several replicas. Opened once, closed at the end."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from sqlite3 import OperationalError, connect
from typing import TYPE_CHECKING, Any

import structlog
from sqlalchemy import Connection, Table, event, func, insert, inspect, make_url, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from teapot.health import Health
from teapot.presence import HURRY_SECONDS, OPTION, PART, Presence, error_name
from teapot.problems import ConfigError, StoreError
from teapot.tables import NEWEST, metadata, revision

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
log = structlog.get_logger()
START_SECONDS = 60.0
"""How long a start or a restore waits for another that writes to an SQLite file."""

BUSY_SECONDS = 1.5
_BE_BUSY = f"PRAGMA busy_timeout={BUSY_SECONDS * 1_000:.0f}"
CONNECT_SECONDS, COMMAND_SECONDS = 4.0, 300.0
LEAVE_SECONDS = 0.25
"""How long PostgreSQL is given to take our leave; a line that is dead or stalled is cut then."""

_LOCK = 7_418_418
"""The PostgreSQL advisory lock under which migrations run, so that replicas starting together take turns."""


@asynccontextmanager
async def open_store(
    url: str, *, known: Path | None = None, health: Health | None = None
) -> AsyncIterator[AsyncEngine]:
    """Connect to a ``sqlite:`` or ``postgresql:`` address, bring its tables up to date, and close it at the end.

    An SQLite file that needs new tables is copied first, to ``<file>.<old revision>.bak``. ``known`` is a file outside
    the database that remembers which addresses held data, so that an empty database at one of them is warned of.
    ``health`` is told how the database is.

    Raises ConfigError for an address that cannot be used or a database of a newer Teapot, and StoreError when the
    database does not answer.
    """
    presence = Presence(health or Health())
    engine = _engine(url, presence)
    try:
        try:
            async with writing(engine) as connection:
                before = await connection.run_sync(_migrate)
        except (SQLAlchemyError, OSError) as error:
            raise StoreError(f"the database does not answer: {error_name(error)}") from error
        presence.health.tell(PART, is_well=True)
        if known is not None:
            _compare(known, engine, was_empty=before is None)
        yield engine
    finally:
        await presence.close()
        await asyncio.shield(engine.dispose())


@asynccontextmanager
async def writing(engine: AsyncEngine, *, busy_seconds: float | None = None) -> AsyncIterator[AsyncConnection]:
    """A transaction that will write: on SQLite it takes the write lock at once, so it never fails half-way for it.

    ``busy_seconds`` is how long it waits for another who has that lock, None for the usual time.
    Raises SQLAlchemyError and OSError as they come.
    """
    async with engine.connect() as connection:
        await connection.execution_options(teapot_immediate=True, teapot_busy_seconds=busy_seconds)
        async with connection.begin():
            yield connection


async def take_turn(connection: AsyncConnection, what: str) -> None:
    """Wait for every other transaction that does the same ``what``; SQLite lets only one write as it is."""
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(what, _LOCK))))


def insertion(connection: AsyncConnection, table: Table) -> "postgresql.Insert | sqlite.Insert":
    """An insert that can say what becomes of a row that is there already."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415  a file needs none of it

        return postgresql.insert(table)
    return sqlite.insert(table)


async def put(connection: AsyncConnection, table: Table, *rows: Mapping[str, object]) -> None:
    """Insert rows with the same columns, or replace those with the same keys."""
    keys = [column.name for column in table.primary_key]
    made = insertion(connection, table)
    changed = {name: made.excluded[name] for name in rows[0] if name not in keys}
    await connection.execute(made.on_conflict_do_update(index_elements=keys, set_=changed), rows)


def is_shared(engine: AsyncEngine) -> bool:
    """Whether other replicas may use the same database."""
    return engine.dialect.name == "postgresql"


def _engine(url: str, presence: Presence) -> AsyncEngine:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise ConfigError(
            ("TEAPOT_DATABASE_URL: not a database address; write sqlite:///file or postgresql://…",)
        ) from error
    name = address.drivername.partition("+")[0]
    if name not in DRIVERS:
        raise ConfigError((f"TEAPOT_DATABASE_URL: {name!r} is not supported; write sqlite:///file or postgresql://…",))
    if name == "sqlite" and address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    try:
        engine = create_async_engine(
            address.set(drivername=DRIVERS[name]),
            pool_pre_ping=name != "sqlite",
            hide_parameters=True,
            connect_args={} if name == "sqlite" else _impatience(),
            execution_options={OPTION: presence},
            **({"pool_timeout": HURRY_SECONDS} if name != "sqlite" or _is_file(address.database) else {}),
        )
    except ModuleNotFoundError as error:
        raise ConfigError((f"TEAPOT_DATABASE_URL: {error.name} is missing; install teapot-bot[postgres]",)) from error
    if name == "sqlite":
        event.listen(engine.sync_engine, "connect", _tune_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _is_file(database: str | None) -> bool:
    return bool(database) and database != ":memory:"


def _impatience() -> dict[str, Any]:
    """What asyncpg is told so that it never waits without end, not even to say goodbye to a server that is gone."""
    from asyncpg import Connection as PostgresConnection  # type: ignore[import-untyped]  # noqa: PLC0415  an extra

    class Impatient(PostgresConnection):  # type: ignore[misc]
        async def close(self, *, timeout: float | None = None) -> None:  # noqa: ARG002, ASYNC109  asyncpg's own word
            try:
                async with asyncio.timeout(LEAVE_SECONDS):
                    await super().close()
            except TimeoutError:
                self.terminate()

    return {"timeout": CONNECT_SECONDS, "command_timeout": COMMAND_SECONDS, "connection_class": Impatient}


def _tune_sqlite(connection: AsyncAdapt_aiosqlite_connection, _record: object) -> None:
    """Write-ahead log: a crash loses no confirmed write, and readers do not wait for writers.

    Whoever opens a new file turns the log on for all; SQLite lets nobody wait for that, so of two who open it at the
    same moment the second leaves it to the first. The driver's own transactions are off: it would not begin one before
    a change of tables.
    """
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (_BE_BUSY, "PRAGMA synchronous=NORMAL", "PRAGMA foreign_keys=ON"):
        cursor.execute(pragma)
    with suppress(OperationalError):
        cursor.execute("PRAGMA journal_mode=WAL")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """Who will write takes the write lock at once, so that two processes starting together take turns."""
    options = connection.get_execution_options()
    begin = "BEGIN IMMEDIATE" if options.get("teapot_immediate") else "BEGIN"
    busy_seconds = options.get("teapot_busy_seconds")
    if busy_seconds is None:
        connection.exec_driver_sql(begin)
        return
    for statement in (f"PRAGMA busy_timeout={busy_seconds * 1_000:.0f}", begin, _BE_BUSY):
        connection.exec_driver_sql(statement)


def _migrate(connection: Connection) -> str | None:
    """Bring the tables up to date; gives the revision they had, None for an empty database."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    is_empty = not inspect(connection).has_table(revision.name)
    before = None if is_empty else connection.execute(select(revision.c.version_num)).scalar()
    if before is None:
        metadata.create_all(connection, checkfirst=False)
        revision.create(connection, checkfirst=True)
        connection.execute(insert(revision).values(version_num=NEWEST))
    elif before != NEWEST:
        _take_steps(connection, before)
    return before


def _take_steps(connection: Connection, before: str) -> None:
    from teapot import upgrading  # noqa: PLC0415  hardly any start has steps to take

    if before not in upgrading.revisions():
        raise ConfigError(
            (f"TEAPOT_DATABASE_URL: the database is of a newer Teapot (tables at {before}); run that version",)
        )
    _copy_file(connection, before)
    upgrading.upgrade(connection)


def _copy_file(connection: Connection, before: str) -> None:
    """Copy an SQLite file beside itself, as it was before this transaction."""
    database = connection.engine.url.database
    if connection.dialect.name != "sqlite" or not database or database == ":memory:":
        return
    copied, part = Path(f"{database}.{before}.bak"), Path(f"{database}.{before}.part")
    with closing(connect(database)) as source, closing(connect(part)) as target:
        source.backup(target)
    part.replace(copied)
    log.info("the database was copied before its tables change", copy=copied.name)


def _compare(known: Path, engine: AsyncEngine, *, was_empty: bool) -> None:
    """Warn of an empty database where there was a full one, and remember this one."""
    address = engine.url.set(password=None, query={}).render_as_string()
    fingerprint = hashlib.sha256(address.encode()).hexdigest()
    try:
        remembered = known.read_text(encoding="ascii").split() if known.exists() else []
        if was_empty and fingerprint in remembered:
            log.warning(
                "THE DATABASE IS EMPTY, though it held data before: settings and notes are gone. "
                "Check TEAPOT_DATABASE_URL and that its disk is mounted; teapot restore brings a backup back",
                database=engine.url.database,
            )
        if fingerprint not in remembered:
            known.parent.mkdir(parents=True, exist_ok=True)
            known.write_text("\n".join((*remembered, fingerprint, "")), encoding="ascii")
    except (OSError, UnicodeDecodeError) as error:
        log.info("cannot remember that this database is in use", reason=type(error).__name__)
