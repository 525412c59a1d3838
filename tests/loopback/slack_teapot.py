"""Teapot itself, with its real Slack adapter connected to the server on loopback."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from aiohttp import web

from teapot import catalogue
from teapot.bot import Teapot
from teapot.health import Health
from teapot.lookup import Index, build_index
from teapot.presence import PART
from teapot_slack import adapter
from teapot_slack.config import SlackConfig
from tests.loopback.slack_server import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SlackServer
from tests.loopback.slack_workspace import Workspace
from tests.teams import open_teapot

Mode = Literal["sockets", "http"]
WAIT_SECONDS = 30.0


def environment(server: SlackServer, mode: Mode) -> Mapping[str, str]:
    """What an operator would set."""
    secret = {"SLACK_APP_TOKEN": APP_TOKEN} if mode == "sockets" else {"SLACK_SIGNING_SECRET": SIGNING_SECRET}
    return {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_API_URL": server.api_url, **secret}


def configured(env: Mapping[str, str]) -> SlackConfig:
    """The configuration that an environment gives."""
    config = adapter.read_config(env)
    assert config is not None
    return config


@dataclass(slots=True)
class ToldHealth(Health):
    """Health whose news can be waited for."""

    told: asyncio.Event = field(default_factory=asyncio.Event)

    def report(self, part: str, *, ready: bool, detail: str = "") -> None:
        Health.report(self, part, ready=ready, detail=detail)
        self.told.set()

    def tell(self, aid: str, *, is_well: bool, detail: str = "") -> None:
        Health.tell(self, aid, is_well=is_well, detail=detail)
        self.told.set()


@cache
def index() -> Index:
    """The catalogue and its index, made once for all tests."""
    return build_index(catalogue.load())


@asynccontextmanager
async def core(folder: Path, url: str | None = None) -> AsyncIterator[Teapot]:
    """Teapot without a platform, its database a file in the folder if no other is named."""
    address = url or f"sqlite:///{folder / 'teapot.sqlite3'}"
    async with open_teapot(address, index(), health=ToldHealth()) as opened:
        yield opened


@asynccontextmanager
async def connected(teapot: Teapot, server: SlackServer, mode: Mode = "sockets") -> AsyncIterator[asyncio.Task[None]]:
    """The adapter, running and ready; gives its task."""
    config = configured(environment(server, mode))
    app = web.Application()
    app.add_routes(adapter.routes(teapot, config))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    task = asyncio.create_task(adapter.run(teapot, config))
    try:
        if mode == "http":
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            server.events_url = f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events"
        await until_ready(teapot, task)
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await runner.cleanup()


@asynccontextmanager
async def workspace(
    folder: Path, mode: Mode = "sockets", url: str | None = None
) -> AsyncIterator[tuple[Workspace, Teapot]]:
    """People and Teapot together; afterwards nothing was late, unreadable or pinging."""
    async with SlackServer() as server, core(folder, url) as teapot, connected(teapot, server, mode):
        yield Workspace(server), teapot
        state = server.state
        assert (state.faults, state.timeouts, state.pings) == ([], [], [])


async def until_database(teapot: Teapot, *, is_well: bool) -> None:
    """Wait until health says that the database is well, or that it is not."""
    health = teapot.health
    assert isinstance(health, ToldHealth)
    async with asyncio.timeout(WAIT_SECONDS):
        while health.parts()[PART]["ready"] is not is_well:
            health.told.clear()
            await health.told.wait()


async def until_ready(teapot: Teapot, task: asyncio.Task[None], *, ready: bool = True) -> None:
    """Wait until health says so; raises what the adapter ends with before."""
    health = teapot.health
    assert isinstance(health, ToldHealth)
    async with asyncio.timeout(WAIT_SECONDS):
        while health.ready() is not ready:
            health.told.clear()
            news = asyncio.create_task(health.told.wait())
            await asyncio.wait((news, task), return_when=asyncio.FIRST_COMPLETED)
            news.cancel()
            if task.done():
                await task
