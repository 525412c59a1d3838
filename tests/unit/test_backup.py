"""Everything in one file, and back, from either engine to either."""

import asyncio
import gzip
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from teapot import team as team_module
from teapot.asked import Asked
from teapot.backup import back_up, restore
from teapot.catalogue import Catalogue
from teapot.problems import ConfigError, StoreError
from teapot.tables import metadata, workspace_version
from tests.teams import HERE, asked_by, open_team, typed

FILLING = (
    "settings auto-reply errors",
    "settings auto-reply off workspace",
    "note set 503 call Ann\nor Bo 好",
    "note define 599 Mine: x",
    "mute 502",
    "me language zh-TW",
    "me quiet on",
)


async def fill(asked: Asked) -> None:
    for words in FILLING:
        await typed(asked, words)
    asked.tallies.ask(HERE, ("503", "5xx"))
    await asked.tallies.write()


async def content(engine: AsyncEngine) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the versions, without the ids that the database gives."""
    async with engine.connect() as connection:
        return {
            table.name: sorted(
                map(tuple, await connection.execute(select(*(c for c in table.c if c.name != "id")))), key=repr
            )
            for table in metadata.sorted_tables
            if table is not workspace_version
        }


@pytest.fixture(params=["sqlite", "postgresql"])
def other_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'other.sqlite3'}"
    make: Callable[[], str] = request.getfixturevalue("new_postgres")
    return make()


async def test_a_backup_is_restored_from_either_engine_to_either(asked: Asked, other_url: str, tmp_path: Path) -> None:
    await fill(asked)
    written = await back_up(asked.team.engine, tmp_path / "backup")
    async with open_team(other_url) as other:
        assert await restore(other.engine, tmp_path / "backup") == written
        assert await content(other.engine) == await content(asked.team.engine)


async def test_after_a_restore_changes_go_on(asked: Asked, known: Catalogue, other_url: str, tmp_path: Path) -> None:
    await fill(asked)
    await back_up(asked.team.engine, tmp_path / "backup")
    async with open_team(other_url) as other:
        await restore(other.engine, tmp_path / "backup")
        await typed(asked_by(other, known), "settings auto-reply all")
        assert (await other.view(HERE)).setting("auto-reply").value == "all"


async def test_a_restore_replaces_what_was_there(asked: Asked, tmp_path: Path) -> None:
    await back_up(asked.team.engine, tmp_path / "backup")
    await fill(asked)
    await restore(asked.team.engine, tmp_path / "backup")
    assert set(map(len, (await content(asked.team.engine)).values())) == {0}


async def test_a_bot_that_runs_sees_what_was_restored(
    asked: Asked, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await typed(asked, "note set 503 as it was")
    async with open_team(database_url) as command:
        await back_up(command.engine, tmp_path / "backup")
        await typed(asked, "note set 503 as it is")
        await restore(command.engine, tmp_path / "backup")
    monkeypatch.setattr(team_module, "FRESH_SECONDS", 0.0)
    assert (await asked.view()).notes()["503"].text == "as it was"


async def test_a_backup_while_others_write_is_of_one_moment(asked: Asked, other_url: str, tmp_path: Path) -> None:
    async def write() -> None:
        for number in range(40):
            await typed(asked, f"settings cooldown {number}")

    writing = asyncio.create_task(write())
    for number in range(5):
        await back_up(asked.team.engine, tmp_path / f"backup{number}")
    await writing
    async with open_team(other_url) as other:
        for number in range(5):
            await restore(other.engine, tmp_path / f"backup{number}")
            tables = await content(other.engine)
            changes = [row[-1] for row in tables["setting_change"]]
            values = [row[-1] for row in tables["setting"]]
            assert values == ([str(max(map(int, map(str, changes))))] if changes else [])


async def test_only_its_owner_can_read_a_backup(asked: Asked, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    await back_up(asked.team.engine, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_backup_that_cannot_be_written_leaves_nothing(asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written"):
        await back_up(asked.team.engine, tmp_path / "none" / "backup")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: lines[:-1],
        lambda lines: lines[:-2],
        lambda lines: [*lines[:1], *lines[2:]],
        lambda lines: [*lines, lines[1]],
        lambda _: [],
        lambda _: [b"hello\n"],
        lambda lines: [lines[0].replace(b"a6", b"z9"), *lines[1:]],
        lambda lines: [lines[0], lines[1].replace(b'"table":"', b'"table":"x'), *lines[2:]],
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_spoilt_file_changes_nothing(
    asked: Asked, tmp_path: Path, spoil: Callable[[list[bytes]], list[bytes]]
) -> None:
    await fill(asked)
    before, file = await content(asked.team.engine), tmp_path / "backup"
    await back_up(asked.team.engine, file)
    file.write_bytes(gzip.compress(b"".join(spoil(gzip.decompress(file.read_bytes()).splitlines(keepends=True)))))
    with pytest.raises(ConfigError, match="restore:"):
        await restore(asked.team.engine, file)
    assert await content(asked.team.engine) == before


@pytest.mark.parametrize("cut", [0, 5, 40, -1])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_file_cut_short_changes_nothing(asked: Asked, tmp_path: Path, cut: int) -> None:
    await fill(asked)
    before, file = await content(asked.team.engine), tmp_path / "backup"
    await back_up(asked.team.engine, file)
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(ConfigError, match="restore:"):
        await restore(asked.team.engine, file)
    assert await content(asked.team.engine) == before


async def test_a_missing_file_is_told(asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        await restore(asked.team.engine, tmp_path / "none")


async def test_a_database_without_its_tables_is_told(asked: Asked, tmp_path: Path) -> None:
    async with asked.team.engine.begin() as connection:
        await connection.run_sync(metadata.tables["note"].drop)
    with pytest.raises(StoreError):
        await back_up(asked.team.engine, tmp_path / "backup")
    assert not (tmp_path / "backup").exists()
