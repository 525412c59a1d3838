"""The playground as it runs: the real HTTP port with the real adapter's pages, on a free port of this machine."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from structlog.testing import capture_logs
from yarl import URL

from teapot.adapters import load_server
from teapot.bot import Teapot
from teapot.catalogue import Catalogue
from teapot.config import Config
from teapot.decision import Rules
from teapot.lookup import build_index
from teapot_playground import adapter
from tests.teams import open_teapot

WAIT_SECONDS, LOOK_SECONDS = 30.0, 0.01


@asynccontextmanager
async def core(known: Catalogue, folder: Path, rules: Rules | None = None) -> AsyncIterator[Teapot]:
    """Teapot without a platform, its database a file in the folder."""
    async with open_teapot(f"sqlite:///{folder / 'teapot.sqlite3'}", build_index(known), rules or Rules()) as opened:
        yield opened


@asynccontextmanager
async def served(teapot: Teapot, *, port: int = 0, env: Mapping[str, str] | None = None) -> AsyncIterator[URL]:
    """The port with the playground on it; gives its address. Port 0 takes any free one."""
    config = adapter.read_config(env or {})
    serving = load_server().serve(teapot, Config(port=port), adapter.routes(teapot, config))
    tasks = [asyncio.create_task(adapter.run(teapot, config))]
    try:
        with capture_logs() as logs:
            tasks.append(asyncio.create_task(serving))
            address = await _address(tasks[-1], logs)
        yield URL(address)
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def post(session: ClientSession, url: URL, name: str, **message: object) -> Mapping[str, Any]:
    """What the page would send, and the answer to it."""
    message = {"channel": "1234abcd", "person": "you", "locale": "en-US", **message}
    headers = {"Origin": str(url.origin())}
    async with session.post(url / "playground" / name, json=message, headers=headers) as answer:
        assert answer.status == 200, await answer.text()
        said: Mapping[str, Any] = await answer.json()
        return said


async def _address(serving: asyncio.Task[None], logs: list[Any]) -> str:
    """What the port logs once it listens; raises what it ends with before."""
    async with asyncio.timeout(WAIT_SECONDS):
        while True:
            for entry in logs:
                if entry["event"] == "listening":
                    return str(entry["address"])
            if serving in (await asyncio.wait((serving,), timeout=LOOK_SECONDS))[0]:
                await serving
