"""A database that is locked, full or read-only: what is refused, what is kept, and what is told."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from teapot.decision import Reason
from teapot.presence import PART, Trouble, presence_of
from tests.outages import full_disk, locked
from tests.scenes import WAIT_SECONDS, Open


async def test_a_locked_file_refuses_a_change_and_half_saves_nothing(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "teapot.sqlite3"
    scene = await opened(f"sqlite:///{file}")
    await scene.said("note set 503 call Ann")
    with locked(file):
        assert "It was not saved" in await scene.said("settings auto-reply off")
        assert "It was not saved" in await scene.said("note set 502 call Bo")
        assert "call Ann" in await scene.said("503")
    assert "Nobody changed a setting yet" in await scene.said("settings history")
    assert "call Bo" not in await scene.said("502")


async def test_a_lock_is_told_and_that_it_is_over_as_well(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "teapot.sqlite3"
    scene = await opened(f"sqlite:///{file}")
    with locked(file):
        await scene.said("settings auto-reply off")
        await scene.health.until(is_well=False)
        assert str(Trouble.NOT_WRITABLE) in str(scene.health.parts()[PART]["detail"])
    await scene.health.until(is_well=True)
    assert "off" in await scene.said("settings auto-reply off")


async def test_a_locked_file_keeps_us_quiet_until_it_is_written_again(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teapot.replies.RETRY_SECONDS", 0.05)
    file = tmp_path / "teapot.sqlite3"
    scene = await opened(f"sqlite:///{file}")
    with locked(file):
        first = await scene.heard("HTTP 503", "m1")
        await scene.health.until(is_well=False)
        second = await scene.heard("HTTP 502", "m2")
    await scene.health.until(is_well=True)
    await asyncio.wait_for(scene.teapot.replies._unwritten.join(), WAIT_SECONDS)
    third = await scene.heard("HTTP 504", "m3")
    assert [first, second, third] == [Reason.MENTIONED, Reason.DATABASE_AWAY, Reason.MENTIONED]


async def test_a_full_disk_refuses_what_does_not_fit_and_keeps_the_rest(opened: Open, tmp_path: Path) -> None:
    scene = await opened(f"sqlite:///{tmp_path / 'teapot.sqlite3'}")
    engine = scene.teapot.team.engine
    kept = []
    with full_disk(engine):
        for number in range(500, 600):
            told = await scene.said(f"note define {number} Ours: {'x' * 900}")
            if "It was not saved" in told:
                break
            kept.append(str(number))
    assert 0 < len(kept) < 100
    async with engine.connect() as connection:
        codes = (await connection.execute(text("SELECT code FROM own_code ORDER BY code"))).scalars().all()
        version = (await connection.execute(text("SELECT version FROM workspace_version"))).scalar_one()
    assert (codes, version) == (kept, len(kept))


async def test_a_full_disk_is_told_and_that_there_is_room_again(opened: Open, tmp_path: Path) -> None:
    scene = await opened(f"sqlite:///{tmp_path / 'teapot.sqlite3'}")
    with full_disk(scene.teapot.team.engine):
        told = [await scene.said(f"note define {number} Ours: {'x' * 900}") for number in range(500, 540)]
        assert "It was not saved" in told[-1]
        await scene.health.until(is_well=False)
    await scene.health.until(is_well=True)
    assert "is kept" in await scene.said("note set 503 there is room")


async def test_a_postgresql_that_may_only_be_read_as_hosted_ones_with_a_full_disk(
    opened: Open, new_postgres: Callable[[], str]
) -> None:
    scene = await opened(new_postgres())
    engine = scene.teapot.team.engine
    await scene.said("note set 503 call Ann")

    async def may_be_written(switch: str) -> None:
        async with engine.connect() as connection:
            await connection.execute(text("SET TRANSACTION READ WRITE"))
            name = (await connection.execute(text("SELECT current_database()"))).scalar()
            await connection.execute(text(f"ALTER DATABASE {name} SET default_transaction_read_only = {switch}"))
            await connection.commit()
        await engine.dispose()

    await may_be_written("on")
    assert "It was not saved" in await scene.said("note set 503 call Bo")
    await scene.health.until(is_well=False)
    assert str(Trouble.NOT_WRITABLE) in str(scene.health.parts()[PART]["detail"])
    assert "call Ann" in await scene.said("503")
    assert await scene.heard("HTTP 503", "m1") is Reason.DATABASE_AWAY
    await may_be_written("off")
    await scene.health.until(is_well=True)
    assert await scene.heard("HTTP 503", "m2") is Reason.MENTIONED


async def test_one_refusal_is_no_outage(opened: Open, database_url: str) -> None:
    scene = await opened(database_url)
    engine = scene.teapot.team.engine
    async with engine.begin() as connection:
        await connection.execute(text("ALTER TABLE note RENAME TO away"))
    assert "It was not saved" in await scene.said("note set 503 call Ann")
    assert not presence_of(engine).is_away
    assert scene.health.parts()[PART]["ready"]
