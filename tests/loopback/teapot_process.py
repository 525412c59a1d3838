"""``teapot run`` as a process of its own on the loopback platforms: what it logs, and what its port tells."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from aiohttp import ClientSession

from teapot.presence import PART
from tests.loopback.discord_people import EMPTY, People
from tests.loopback.discord_platform import DiscordPlatform
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import MANAGE_CHANNELS, MANAGE_GUILD, TOKEN

RUN = "import sys; from teapot.cli import main; sys.exit(main(['run']))"
WAIT_SECONDS = 30.0
NOTHING: Mapping[str, str] = {}


@dataclass(slots=True)
class Process:
    """``teapot run`` for Discord: what it logs, and what its port tells."""

    people: People
    process: psutil.Process
    log: list[dict[str, object]] = field(default_factory=list)
    stderr: list[bytes] = field(default_factory=list)
    heard: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def said(self, name: str, values: Mapping[str, object] = EMPTY) -> str:
        answered = await self.people.command(name, values, permissions=MANAGE_CHANNELS | MANAGE_GUILD)
        shown = DiscordPlatform(self.people).shown(str(answered.message))
        return f"{shown.title}\n{shown.text}"

    async def read(self, stream: asyncio.StreamReader) -> None:
        async for line in stream:
            async with self.heard:
                self.stderr.append(line)
                self.log.append(json.loads(line) if line.startswith(b"{") else {"event": line.decode()})
                self.heard.notify_all()

    async def logged(self, event: str) -> dict[str, object]:
        """The first line of the log that begins so, once there is one."""

        def found() -> list[dict[str, object]]:
            return [line for line in self.log if str(line["event"]).startswith(event)]

        async with asyncio.timeout(WAIT_SECONDS), self.heard:
            await self.heard.wait_for(found)
        return found()[0]

    async def until_told(self, *, is_well: bool) -> int:
        """Ask for readiness until it says so; gives the HTTP status that it then has."""
        async with asyncio.timeout(WAIT_SECONDS):
            while True:
                number, told = await self.page("readyz")
                if json.loads(told)["parts"][PART]["ready"] is is_well:
                    return number

    async def page(self, path: str) -> tuple[int, bytes]:
        """The HTTP status and the body of one of its pages."""
        url = f"{(await self.logged('listening'))['address']}{path}"
        async with ClientSession() as session, session.get(url) as answer:
            return answer.status, await answer.read()

    def busy_seconds(self) -> float:
        times = self.process.cpu_times()
        return float(times.user + times.system)


@asynccontextmanager
async def running(
    discord: Discord, folder: Path, url: str, more: Mapping[str, str] = NOTHING
) -> AsyncIterator[Process]:
    """The process once Discord hears of it, with ``more`` in its environment; stopped at the end unless it is gone."""
    settings = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": discord.url, "TEAPOT_PORT": "0", "TEAPOT_LOG_FORMAT": "json"}
    environ = {**os.environ, **settings, "TEAPOT_DATABASE_URL": url, "XDG_STATE_HOME": str(folder), **more}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", RUN), env=environ, cwd=folder, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    made = Process(People(discord), psutil.Process(process.pid))
    reading = asyncio.create_task(made.read(process.stderr))
    try:
        await discord.until(lambda: bool(discord.gateway.sessions))
        yield made
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
        await reading
