"""``teapot run`` as a process of its own: what an operator starts and a service manager stops."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.loopback.discord_people import People
from tests.loopback.discord_server import discord_server
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import TOKEN

RUN = "import sys; from teapot.cli import main; sys.exit(main(['run']))"


@asynccontextmanager
async def started(discord: Discord, folder: Path, token: str) -> AsyncIterator[asyncio.subprocess.Process]:
    settings = {"DISCORD_TOKEN": token, "DISCORD_API_URL": discord.url, "TEAPOT_PORT": "0"}
    environ = {**os.environ, **settings, "XDG_STATE_HOME": str(folder)}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", RUN), env=environ, cwd=folder, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_the_process_answers_and_leaves_cleanly_on_sigterm(tmp_path: Path) -> None:
    discord = Discord()
    async with discord_server(discord), started(discord, tmp_path, TOKEN) as process:
        await discord.until(lambda: bool(discord.gateway.sessions))
        await People(discord).say("HTTP 502")
        await discord.until(lambda: bool(discord.posted))
        process.send_signal(signal.SIGTERM)
        _, said = await process.communicate()
        assert process.returncode == 0
        assert discord.gateway.closed == ["session-1"]
        assert b"Traceback" not in said


async def test_a_wrong_token_ends_the_process_with_the_remedy(tmp_path: Path) -> None:
    discord = Discord()
    async with discord_server(discord), started(discord, tmp_path, "hunter2") as process:
        _, said = await process.communicate()
        assert process.returncode == 2
        assert b"DISCORD_TOKEN: refused by Discord" in said
        assert b"hunter2" not in said
        assert b"Traceback" not in said
