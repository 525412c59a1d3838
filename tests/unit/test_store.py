"""The database: its tables, its migrations, and what it says when something is wrong with it."""

import asyncio
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from structlog.testing import capture_logs

from teapot import upgrading
from teapot.problems import ConfigError
from teapot.store import open_store, writing
from teapot.tables import metadata, revision

OPEN = """
import asyncio, sys
from teapot.store import open_store

async def run():
    async with open_store(sys.argv[1]):
        print("alembic" in sys.modules)

asyncio.run(run())
"""


def old_file(file: Path) -> str:
    """An SQLite file as the first Teapot left it, with one reply in it."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.executescript(
            """
            CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY);
            INSERT INTO alembic_version VALUES ('a1');
            CREATE TABLE reply (
                platform VARCHAR(32) NOT NULL, workspace VARCHAR(64) NOT NULL, channel VARCHAR(64) NOT NULL,
                message VARCHAR(64) NOT NULL, codes VARCHAR(200) NOT NULL, answered_at DOUBLE NOT NULL,
                PRIMARY KEY (platform, workspace, channel, message));
            CREATE INDEX reply_answered_at ON reply (answered_at);
            INSERT INTO reply VALUES ('slack', 'T1', 'C1', 'm1', '503', 1.0);
            """
        )
    return f"sqlite:///{file}"


def listed(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_the_steps_make_exactly_the_tables_that_the_code_uses(database_url: str) -> None:
    async with open_store(database_url) as engine, writing(engine) as connection:
        for change in (metadata.drop_all, revision.drop, upgrading.upgrade):
            await connection.run_sync(change)
        differences = await connection.run_sync(
            lambda sync: compare_metadata(MigrationContext.configure(sync), metadata)
        )
        assert differences == []


async def test_an_empty_database_gets_the_tables_of_the_last_step(database_url: str) -> None:
    async with open_store(database_url) as engine, engine.connect() as connection:
        standing = await connection.run_sync(lambda sync: MigrationContext.configure(sync).get_current_revision())
        assert standing == upgrading.revisions()[0]


async def test_only_an_older_database_needs_the_library_of_the_steps(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'teapot.sqlite3'}"
    for _ in range(2):
        assert await loaded_by_opening(url) == "False"
    assert await loaded_by_opening(old_file(tmp_path / "old.sqlite3")) == "True"


async def loaded_by_opening(url: str) -> str:
    """Whether a process that opens a store loads Alembic."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", OPEN, url, stdout=asyncio.subprocess.PIPE)
    said, _ = await process.communicate()
    return said.decode().split()[-1]


async def test_a_file_is_copied_before_its_tables_change(tmp_path: Path) -> None:
    file = tmp_path / "teapot.sqlite3"
    async with open_store(old_file(file)):
        pass
    with closing(sqlite3.connect(tmp_path / "teapot.sqlite3.a1.bak")) as copied:
        assert copied.execute("SELECT version_num FROM alembic_version").fetchone() == ("a1",)
        assert copied.execute("SELECT message FROM reply").fetchone() == ("m1",)
        assert copied.execute("SELECT name FROM sqlite_master WHERE name = 'note'").fetchone() is None


async def test_an_old_file_keeps_what_it_held(tmp_path: Path) -> None:
    async with open_store(old_file(tmp_path / "teapot.sqlite3")) as engine, engine.connect() as connection:
        assert (await connection.execute(text("SELECT message FROM reply"))).scalar() == "m1"


async def test_a_file_that_is_up_to_date_is_not_copied(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'teapot.sqlite3'}"
    for _ in range(2):
        async with open_store(url):
            pass
    assert [one.name for one in listed(tmp_path) if one.suffix == ".bak"] == []


async def test_a_newer_database_is_refused_and_left_alone(database_url: str) -> None:
    async with open_store(database_url) as engine, engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'z9'"))
    with pytest.raises(ConfigError, match="newer Teapot"):
        async with open_store(database_url):
            pass


async def test_an_empty_database_where_there_was_a_full_one_is_warned_of(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    url, known = f"sqlite:///{folder / 'teapot.sqlite3'}", tmp_path / "known"
    async with open_store(url, known=known):
        pass
    shutil.rmtree(folder)
    with capture_logs() as logs:
        async with open_store(url, known=known):
            pass
    assert ["EMPTY" in one["event"] for one in logs if one["log_level"] == "warning"] == [True]


async def test_a_first_start_and_a_second_one_are_not_warned_of(database_url: str, tmp_path: Path) -> None:
    with capture_logs() as logs:
        for _ in range(2):
            async with open_store(database_url, known=tmp_path / "known"):
                pass
    assert [one for one in logs if one["log_level"] == "warning"] == []


async def test_what_is_remembered_of_an_address_holds_no_secret(tmp_path: Path) -> None:
    known = tmp_path / "state" / "known"
    async with open_store(f"sqlite:///{tmp_path / 'canary.sqlite3'}", known=known):
        pass
    assert "canary" not in known.read_text()


async def test_a_state_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    async with open_store(f"sqlite:///{tmp_path / 'teapot.sqlite3'}", known=tmp_path / "file" / "known") as engine:
        assert engine.dialect.name == "sqlite"


def test_the_newest_revision_is_told_first() -> None:
    assert upgrading.revisions()[-1] == "a1"
    assert len(upgrading.revisions()) == len(set(upgrading.revisions())) >= 2
