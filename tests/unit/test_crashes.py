"""A process that is killed while it writes, or whose files may not grow: what was confirmed is there afterwards."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from teapot.store import open_store
from teapot.tables import reply, setting, setting_change

ROOT = Path(__file__).parents[2]
ENOUGH = 60
WAIT_SECONDS = 30.0


@asynccontextmanager
async def writer(*words: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.crashing", *words),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def confirmed(process: asyncio.subprocess.Process, until: str = "", most: int = ENOUGH) -> dict[str, int]:
    """The last confirmed number of each kind, once so many lines came, or the one that is waited for."""
    assert process.stdout is not None
    last: dict[str, int] = {}
    async with asyncio.timeout(WAIT_SECONDS):
        for _ in range(most):
            kind, _, number = (await process.stdout.readline()).decode().strip().partition(" ")
            if kind == until:
                break
            last[kind] = int(number)
    return last


@dataclass(frozen=True, slots=True)
class Kept:
    """The cooldown, the last one in the history and how many are in it, and the messages that were claimed."""

    value: int
    newest: int
    changes: int
    claimed: set[str]


async def kept(url: str) -> Kept:
    async with open_store(url) as engine, engine.connect() as connection:
        value = (await connection.execute(select(setting.c.value))).scalar_one()
        changes = (await connection.execute(select(setting_change.c.new).order_by(setting_change.c.id))).scalars().all()
        claimed = (await connection.execute(select(reply.c.message))).scalars().all()
    return Kept(int(value), int(changes[-1]), len(changes), set(claimed))


async def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_confirmed(database_url: str) -> None:
    async with writer(database_url) as process:
        last = await confirmed(process)
        process.kill()
        await process.wait()
    found = await kept(database_url)
    assert found.value >= last["setting"] > 1
    assert found.claimed >= {f"m{number}" for number in range(1, last["claim"] + 1)}


async def test_a_kill_leaves_no_change_half_saved(database_url: str) -> None:
    async with writer(database_url) as process:
        await confirmed(process)
        process.kill()
        await process.wait()
    found = await kept(database_url)
    assert found.value == found.newest == found.changes


async def test_a_file_that_may_not_grow_keeps_what_was_confirmed_and_grows_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'teapot.sqlite3'}"
    async with open_store(url):
        pass
    async with writer(url, "600000") as process:
        assert process.stdin is not None
        before = await confirmed(process, "refused", most=100_000)
        process.stdin.write(b"\n")
        after = await confirmed(process)
        process.kill()
        await process.wait()
    found = await kept(url)
    assert found.value == found.newest >= after["setting"] > before["setting"] > 1
    assert found.changes == found.value - 1
