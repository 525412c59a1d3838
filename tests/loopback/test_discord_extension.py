"""Teapot as an extension of a bot that a team already runs, on the real discord.py."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest
from discord import app_commands
from discord.ext import commands

from teapot_discord import endpoint
from tests.loopback.discord_people import People
from tests.loopback.discord_platform import DiscordPlatform
from tests.loopback.discord_server import discord_server
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import BOT, EMBED, EVERYTHING_NEEDED, STRANGER, TOKEN

OURS = {
    "http",
    "http-help",
    "http-note",
    "http-settings",
    "http-me",
    "http-stats",
    "Explain HTTP codes",
    "Why did Teapot (not) reply?",
}


class TeamBot(commands.AutoShardedBot):
    """Somebody else's bot, with a command of its own."""

    def __init__(self, server: Discord) -> None:
        super().__init__("!", intents=discord.Intents(guilds=True, guild_messages=True, message_content=True))
        self.server = server
        self.tree.command(name="ping")(ping)

    async def setup_hook(self) -> None:
        await self.load_extension("teapot_discord")
        await self.tree.sync()

    async def on_shard_connect(self, _: int) -> None:
        await self.server.note()


async def ping(interaction: discord.Interaction) -> None:
    """Answer at once."""
    await interaction.response.send_message("pong")


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TEAPOT_DATABASE_URL", f"sqlite:///{tmp_path / 'teapot.sqlite3'}")


@asynccontextmanager
async def team_bot(server: Discord) -> AsyncIterator[TeamBot]:
    endpoint.use(server.url)
    async with TeamBot(server) as bot:
        task = asyncio.create_task(bot.start(TOKEN))
        await server.until(lambda: task.done() or (bool(server.gateway.sessions) and bot.user is not None))
        yield bot
        await bot.close()
        await task


async def test_its_commands_stand_beside_the_bots_own() -> None:
    async with discord_server(Discord()) as server, team_bot(server):
        assert {command["name"] for command in server.commands} == OURS | {"ping"}
        platform = DiscordPlatform(People(server))
        shown = await platform.command("503")
        pinged = await platform.people.command("ping")
        assert "503" in shown.title
        assert platform.shown(str(pinged.message)).text == "pong"


async def test_its_ears_and_buttons_work() -> None:
    async with discord_server(Discord()) as server, team_bot(server):
        platform = DiscordPlatform(People(server))
        await platform.say("HTTP 502")
        (reply,) = await platform.replies(1)
        opened = await platform.press(reply, "Details")
        assert opened is not None
        assert opened.is_private


async def test_a_note_in_plain_text_pings_nobody_in_a_bot_that_may_ping() -> None:
    async with discord_server(Discord(permissions=EVERYTHING_NEEDED & ~EMBED)) as server, team_bot(server):
        platform = DiscordPlatform(People(server))
        await platform.tell(f"note set 502 @everyone @here <@{STRANGER}> <@&{STRANGER}>")
        await platform.say("HTTP 502")
        (reply,) = await platform.replies(1)
        assert "everyone" in reply.text
        assert server.notified == set()


async def test_addressing_the_bot_is_left_to_the_bot() -> None:
    async with discord_server(Discord()) as server, team_bot(server):
        platform = DiscordPlatform(People(server))
        await platform.say(f"<@{BOT}> 404")
        await platform.say("HTTP 502")
        (reply,) = await platform.replies(1)
        assert "502" in reply.title


async def test_unloading_takes_all_of_it_away() -> None:
    async with discord_server(Discord()) as server, team_bot(server) as bot:
        await bot.unload_extension("teapot_discord")
        assert [command.name for command in bot.tree.get_commands()] == ["ping"]
        assert bot.tree.translator is None
        assert bot.cogs == {}
        await bot.load_extension("teapot_discord")
        assert len(bot.tree.get_commands()) == len(OURS) + 1


async def test_a_name_that_the_bot_has_already_leaves_nothing_behind() -> None:
    async with TeamBot(Discord()) as bot:
        bot.tree.command(name="http-help")(ping)
        with pytest.raises(commands.ExtensionFailed) as raised:
            await bot.load_extension("teapot_discord")
        assert isinstance(raised.value.original, app_commands.CommandAlreadyRegistered)
        assert {command.name for command in bot.tree.get_commands()} == {"ping", "http-help"}


async def test_a_wrong_setting_is_told_to_the_one_who_loads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEAPOT_LANGUAGE", "klingon")
    async with TeamBot(Discord()) as bot:
        with pytest.raises(commands.ExtensionFailed, match="TEAPOT_LANGUAGE: not understood"):
            await bot.load_extension("teapot_discord")
