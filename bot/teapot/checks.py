"""What the doctor looks at, each part by itself: the catalogue, the database, the port."""

import asyncio
import errno
import os
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from teapot import catalogue, chart, overlay
from teapot.config import Config
from teapot.entries import LANGUAGES
from teapot.problems import ConfigError
from teapot.store import DRIVERS

DATABASE_SECONDS = 5.0
ANSWER_SECONDS = 2.0
DATABASE = "TEAPOT_DATABASE_URL"


@dataclass(frozen=True, slots=True)
class Check:
    """One part that was looked at: what was found, and a line for each problem with its remedy."""

    part: str
    detail: str = ""
    problems: tuple[str, ...] = ()


def check_catalogue() -> Check:
    """Whether every file of it can be used."""
    try:
        known = catalogue.load()
    except ConfigError as error:
        return Check("catalogue", problems=error.problems)
    return Check("catalogue", f"{len(known.codes)} codes in {len(LANGUAGES)} languages")


def check_picture() -> Check:
    """Whether statistics come with a picture; without one they are a table, and nothing is wrong."""
    if chart.is_available():
        return Check("picture", "statistics come with a picture")
    return Check("picture", "statistics come without a picture; for one, install teapot-bot[stats]")


async def check_database(url: str) -> Check:
    """Whether what lies at a ``sqlite:`` or ``postgresql:`` address can be written; five seconds at most each."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        return Check("database", problems=(f"{DATABASE}: not a database address; write sqlite:///file",))
    name = address.drivername.partition("+")[0]
    if name not in DRIVERS:
        return Check("database", problems=(f"{DATABASE}: {name!r} is not supported; write sqlite:///file",))
    if name != "sqlite":
        return await _postgresql(address.set(drivername=DRIVERS[name]))
    if address.database in {None, "", ":memory:"}:
        return Check("database", "in memory: forgotten when the process ends")
    return _sqlite(Path(str(address.database)))


def _sqlite(file: Path) -> Check:
    folder = next((parent for parent in file.absolute().parents if parent.exists()), Path.cwd())
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
        if not file.exists():
            return Check("database", f"{file} (not there yet; it will be made)")
        target = f"file:{quote(str(file.absolute()))}?mode=rw"
        with closing(sqlite3.connect(target, uri=True, timeout=DATABASE_SECONDS, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except OSError as error:
        remedy = "choose another place or let this user write there"
        return Check("database", problems=(f"{DATABASE}: cannot write in {folder} ({error.strerror}); {remedy}",))
    except sqlite3.Error as error:
        remedy = "restore it from a backup, or let this user write to it"
        return Check("database", problems=(f"{DATABASE}: {file} cannot be used ({error}); {remedy}",))
    return Check("database", f"{file} can be written")


async def _postgresql(address: URL) -> Check:
    try:
        engine = create_async_engine(address, hide_parameters=True)
    except ModuleNotFoundError as error:
        return Check("database", problems=(f"{DATABASE}: {error.name} is missing; install teapot-bot[postgres]",))
    try:
        async with asyncio.timeout(DATABASE_SECONDS), engine.connect() as connection:
            allowed = await connection.scalar(text("SELECT has_schema_privilege(current_schema(), 'CREATE')"))
    except TimeoutError:
        return _unusable(f"no answer in {DATABASE_SECONDS:g} s")
    except OSError as error:
        return _unusable(type(error).__name__)
    except SQLAlchemyError as error:
        driver_error = error.orig if isinstance(error, DBAPIError) else None
        return _unusable(type(driver_error.__cause__ if driver_error else error).__name__)
    finally:
        await engine.dispose()
    if not allowed:
        remedy = "GRANT CREATE on the schema to this user"
        return Check("database", problems=(f"{DATABASE}: this user may not create tables; {remedy}",))
    return Check("database", "PostgreSQL answers, and tables can be made")


def _unusable(reason: str) -> Check:
    remedy = "check address, user, password and that the server runs"
    return Check("database", problems=(f"{DATABASE}: PostgreSQL cannot be used ({reason}); {remedy}",))


async def check_port(config: Config) -> Check:
    """Whether the HTTP port is free, or served by a Teapot that runs already."""
    where = f"{config.host}:{config.port}"
    try:
        server = await asyncio.start_server(lambda _reader, _writer: None, config.host, config.port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE and await _is_teapot(config):
            return Check("port", f"{where} is served by a Teapot that runs already")
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        remedy = "choose another, or end what uses it"
        return Check("port", problems=(f"TEAPOT_HOST, TEAPOT_PORT: cannot listen on {where} ({reason}); {remedy}",))
    server.close()
    await server.wait_closed()
    return Check("port", f"{where} is free")


async def _is_teapot(config: Config) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(config.host, config.host)  # noqa: S104  compared, not bound
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            reader, writer = await asyncio.open_connection(host, config.port)
            with closing(writer):
                writer.write(b"GET /healthz HTTP/1.0\r\n\r\n")
                await reader.readuntil(b'"alive": true')
    except (OSError, EOFError, asyncio.LimitOverrunError):
        return False
    return True


def check_overlay(file: str) -> Check:
    """Whether the operator's file of notes, own codes and defaults has no mistake."""
    try:
        layer = overlay.read(Path(file), catalogue.load())
    except ConfigError as error:
        return Check("overlay", problems=error.problems)
    return Check("overlay", f"{len(layer.notes)} notes, {len(layer.codes)} own codes")
