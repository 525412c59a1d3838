"""A loopback Discord, the people on it, and Teapot with the real catalogue and a real store in a file."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from teapot.bot import Teapot
from teapot.lookup import Index
from tests.loopback.discord_people import People
from tests.loopback.discord_platform import DiscordPlatform, ToldHealth, running
from tests.loopback.discord_server import discord_server
from tests.loopback.discord_state import Discord
from tests.teams import open_teapot


@dataclass(frozen=True, slots=True)
class Scene:
    """All that a test needs; ``health`` is the one that ``teapot`` reports to."""

    discord: Discord
    people: People
    platform: DiscordPlatform
    teapot: Teapot
    health: ToldHealth


@asynccontextmanager
async def set_up(index: Index, folder: Path, discord: Discord, url: str | None = None) -> AsyncIterator[Scene]:
    """Everything but the running bot: a Teapot that answers 5xx with the default cooldown.

    Its database is a file in the folder if no other is named.
    """
    health = ToldHealth(discord=discord)
    async with (
        discord_server(discord),
        open_teapot(url or f"sqlite:///{folder / 'teapot.sqlite3'}", index, health=health) as teapot,
    ):
        people = People(discord)
        yield Scene(discord, people, DiscordPlatform(people), teapot, health)
        assert discord.notified == set()


@asynccontextmanager
async def playing(index: Index, folder: Path, discord: Discord, url: str | None = None) -> AsyncIterator[Scene]:
    """The same, and the bot runs. Whatever happens, nobody may have been pinged."""
    async with set_up(index, folder, discord, url) as scene, running(discord, scene.teapot):
        yield scene
