"""Everything in the database as one file, and back, from either engine to either, while the bot runs.

The file is gzip of JSON lines: a head with the revision of the tables, a line for each row, and an end with their
number, so that a file cut short is known for one.
"""

import gzip
import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Row, Table, delete, insert, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from teapot import upgrading
from teapot.config import REMEDIES, Config, default_database, gather, known_databases, read
from teapot.problems import ConfigError, StoreError
from teapot.store import START_SECONDS, is_shared, open_store, writing
from teapot.tables import NEWEST, metadata, workspace_version

FORM = 1
ROWS_AT_ONCE = 500
MAX_LINE_BYTES = 100_000


class Head(msgspec.Struct, forbid_unknown_fields=True):
    """The first line."""

    teapot: int
    revision: str


class Line(msgspec.Struct, forbid_unknown_fields=True, tag="row"):
    """A row of a table."""

    table: str
    row: dict[str, str | int | float | bool]


class End(msgspec.Struct, forbid_unknown_fields=True, tag="end"):
    """The last line."""

    rows: int


async def back_up(engine: AsyncEngine, file: Path) -> int:
    """Write everything, as it is at one moment, to a file that only its owner can read; gives the number of rows.

    The file is there whole or not at all. Raises StoreError when the database does not answer and ConfigError when the
    file cannot be written.
    """
    part, rows = file.with_name(f"{file.name}.part"), 0
    encode = msgspec.json.encode
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as opened:
            with gzip.GzipFile(fileobj=opened, mode="wb", filename="", mtime=0) as packed:
                packed.write(encode(Head(FORM, NEWEST)) + b"\n")
                async with aclosing(_lines(engine)) as lines:
                    async for line in lines:
                        packed.write(encode(line) + b"\n")
                        rows += 1
                packed.write(encode(End(rows)) + b"\n")
            opened.flush()
            os.fsync(opened.fileno())
        part.replace(file)
    except SQLAlchemyError as error:
        raise StoreError(f"the database does not answer: {type(error).__name__}") from error
    except OSError as error:
        raise ConfigError((f"backup: {file} cannot be written ({error.strerror})",)) from error
    finally:
        part.unlink(missing_ok=True)
    return rows


async def restore(engine: AsyncEngine, file: Path) -> int:
    """Put back what a backup holds in place of all that is there now; gives the number of rows.

    All of it or nothing. A bot that runs sees it within five seconds. Raises ConfigError for a file that is no whole
    backup or is of a newer Teapot, and StoreError when the database does not answer.
    """
    try:
        _check(file)
        async with writing(engine, busy_seconds=START_SECONDS) as connection:
            versions = {(row.platform, row.workspace): row.version for row in await _all(connection, workspace_version)}
            for table in metadata.sorted_tables:
                await connection.execute(delete(table))
            rows = 0
            for name, batch in _batches(file):
                await connection.execute(insert(metadata.tables[name]), batch)
                rows += len(batch)
            await _raise_versions(connection, versions)
    except SQLAlchemyError as error:
        raise StoreError(f"nothing was restored: {type(error).__name__}") from error
    except (OSError, EOFError) as error:
        raise ConfigError((f"restore: {file} cannot be read ({error})",)) from error
    return rows


async def at_configured_store(
    environ: Mapping[str, str], work: Callable[[AsyncEngine, Path], Awaitable[int]], file: Path
) -> int:
    """Do the work with the database that the environment names. Raises ConfigError and StoreError."""
    config = read(Config, gather(environ), REMEDIES)
    url = config.database_url or default_database(environ)
    async with open_store(url, known=known_databases(environ)) as engine:
        return await work(engine, file)


async def _lines(engine: AsyncEngine) -> AsyncGenerator[Line, None]:
    async with engine.connect() as connection:
        if is_shared(engine):
            await connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
        for table in metadata.sorted_tables:
            async for row in await connection.stream(select(table).execution_options(yield_per=ROWS_AT_ONCE)):
                kept = {name: value for name, value in zip(row._fields, row, strict=True) if name != "id"}
                yield Line(str(table.name), kept)


async def _all(connection: AsyncConnection, table: Table) -> Sequence[Row[Any]]:
    return (await connection.execute(select(table))).all()


async def _raise_versions(connection: AsyncConnection, before: dict[tuple[str, str], int]) -> None:
    """Every workspace gets a version that it never had, so that nobody goes on with what they remember."""
    restored = {(row.platform, row.workspace): row.version for row in await _all(connection, workspace_version)}
    await connection.execute(delete(workspace_version))
    rows = [
        {"platform": key[0], "workspace": key[1], "version": max(before.get(key, 0), restored.get(key, 0)) + 1}
        for key in before.keys() | restored.keys()
    ]
    if rows:
        await connection.execute(insert(workspace_version), rows)


def _check(file: Path) -> None:
    """Raises ConfigError unless the file is a whole backup that this Teapot understands."""
    rows, end = 0, None
    for number, line in enumerate(_read(file), 1):
        try:
            if number == 1:
                _understand(file, msgspec.json.decode(line, type=Head))
                continue
            if end is not None:
                raise ConfigError((f"restore: {file}: something follows its end",))
            decoded = msgspec.json.decode(line, type=Line | End)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise ConfigError((f"restore: {file} is no backup of Teapot (line {number}: {error})",)) from error
        if isinstance(decoded, End):
            end = decoded
            continue
        if decoded.table not in metadata.tables or not decoded.row.keys() <= set(
            metadata.tables[decoded.table].c.keys()
        ):
            raise ConfigError((f"restore: {file}: line {number} is about a table that this Teapot does not have",))
        rows += 1
    if end is None or end.rows != rows:
        raise ConfigError((f"restore: {file} was cut short; take another backup",))


def _understand(file: Path, head: Head) -> None:
    if head.teapot != FORM or head.revision not in upgrading.revisions():
        raise ConfigError((f"restore: {file} is of a newer Teapot ({head.revision}); run that version",))


def _batches(file: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    batch: list[dict[str, Any]] = []
    name = ""
    for number, line in enumerate(_read(file), 1):
        decoded = None if number == 1 else msgspec.json.decode(line, type=Line | End)
        if isinstance(decoded, Line):
            if batch and (decoded.table != name or len(batch) == ROWS_AT_ONCE):
                yield name, batch
                batch = []
            name = decoded.table
            batch.append(decoded.row)
    if batch:
        yield name, batch


def _read(file: Path) -> Iterator[bytes]:
    with gzip.open(file, "rb") as opened:
        while line := opened.readline(MAX_LINE_BYTES):
            yield line
