"""``teapot run`` on a fresh machine: no token, no file, and the playground is there."""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession

WAIT_SECONDS = 20.0


@asynccontextmanager
async def run(folder: Path, env: Mapping[str, str] | None = None) -> AsyncIterator[Process]:
    """The process, its state in the folder; ended by its own id whatever happens."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "teapot", "run"),
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "TEAPOT_PORT": "0", **(env or {})},
        stderr=PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def address(process: Process) -> str:
    """Where it says it listens."""
    assert process.stderr is not None
    async with asyncio.timeout(WAIT_SECONDS):
        async for line in process.stderr:
            found = re.search(r"http://[0-9.:]+/", line.decode())
            if found:
                return found[0]
    raise AssertionError("it ended before it listened")


async def test_without_a_token_the_page_is_served_at_the_printed_address(tmp_path: Path) -> None:
    async with run(tmp_path) as process, ClientSession() as session, session.get(await address(process)) as page:
        assert page.status == 200
        assert "Teapot playground" in await page.text()


async def test_it_is_ready_when_it_listens(tmp_path: Path) -> None:
    async with run(tmp_path) as process, ClientSession() as session:
        answer = await session.get(f"{await address(process)}readyz")
        assert (answer.status, (await answer.json())["parts"]["playground"]["ready"]) == (200, True)


async def test_it_ends_cleanly_when_it_is_told_to(tmp_path: Path) -> None:
    async with run(tmp_path) as process:
        await address(process)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(WAIT_SECONDS):
            assert await process.wait() == 0


async def test_a_wrong_port_ends_it_with_the_remedy(tmp_path: Path) -> None:
    async with run(tmp_path, {"TEAPOT_PORT": "eighty"}) as process:
        async with asyncio.timeout(WAIT_SECONDS):
            _, told = await process.communicate()
        assert process.returncode == 2
        assert "TEAPOT_PORT" in told.decode()
        assert "Traceback" not in told.decode()
