"""Teapot inside a bot that a team already runs: its commands in that bot's tree, its ears on that bot's events."""

import os
from contextlib import AsyncExitStack

import discord
from discord import AppCommandType, app_commands
from discord.ext import commands

from teapot.bot import Teapot
from teapot.config import REMEDIES, Config, gather, read
from teapot.keepers import Keepers
from teapot.runner import open_teapot
from teapot.workspaces import Removals
from teapot_discord.boundary import Boundary
from teapot_discord.commands import commands_of
from teapot_discord.incoming import PLATFORM
from teapot_discord.listener import Listener
from teapot_discord.translation import Sentences

AnyBot = commands.Bot | commands.AutoShardedBot


class TeapotCog(commands.Cog, name="Teapot"):
    """Listens; takes its commands and its store along when it is unloaded."""

    def __init__(self, bot: AnyBot, teapot: Teapot, resources: AsyncExitStack) -> None:
        self.bot = bot
        self.resources = resources
        self.boundary = Boundary(teapot)
        self.keepers = Keepers(teapot.automatic)
        removals = Removals(teapot.team, PLATFORM)
        self.ears = Listener(self.boundary, self.keepers, removals, is_addressed=False)
        self.offered = commands_of(self.boundary)
        self.sentences = Sentences(teapot.catalogue)

    async def cog_load(self) -> None:
        """Add the commands to the bot's tree, and our translator if it has none."""
        tree = self.bot.tree
        for command in self.offered:
            tree.add_command(command)
            kind = command.type if isinstance(command, app_commands.ContextMenu) else AppCommandType.chat_input
            self.resources.callback(tree.remove_command, command.name, type=kind)
        if tree.translator is None:
            await tree.set_translator(self.sentences)
        if self.bot.is_ready():
            await self.on_ready()

    async def cog_unload(self) -> None:
        """Remove all that was added and close the store."""
        if self.bot.tree.translator is self.sentences:
            await self.bot.tree.set_translator(None)
        await self.keepers.close()
        await self.boundary.close()
        await self.resources.aclose()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote."""
        await self.ears.on_message(message, self.bot.user)

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Somebody changed a message, or Discord did."""
        await self.ears.on_edit(payload, self.bot.user)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """A message is no more."""
        channel = self.bot.get_partial_messageable(payload.channel_id, guild_id=payload.guild_id)
        await self.ears.on_deletion(channel, payload.guild_id, (payload.message_id,))

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Many messages at once are no more."""
        channel = self.bot.get_partial_messageable(payload.channel_id, guild_id=payload.guild_id)
        await self.ears.on_deletion(channel, payload.guild_id, payload.message_ids)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Somebody pressed a button."""
        await self.ears.on_interaction(interaction)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """A server removed the bot."""
        await self.ears.on_guild_remove(guild)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A server invited the bot."""
        await self.ears.on_guild_join(guild)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server is there, as it is at every start."""
        await self.ears.on_guilds((guild,))

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """All servers are known."""
        await self.ears.on_guilds(self.bot.guilds)
        self.ears.resume(self.bot)


async def add_to(bot: AnyBot) -> None:
    """Open Teapot as the environment says and add it to the bot; nothing is left behind when that fails.

    Raises ConfigError and StoreError, and discord.app_commands.CommandAlreadyRegistered for a name the bot has.
    """
    async with AsyncExitStack() as resources:
        config = read(Config, gather(os.environ), REMEDIES)
        teapot = await resources.enter_async_context(open_teapot(config, os.environ))
        cog = TeapotCog(bot, teapot, resources)
        await bot.add_cog(cog)
        cog.resources = resources.pop_all()
