"""The bot's own connection to Discord: what it wants to hear, and its commands."""

import discord
import structlog
from discord import app_commands

from teapot.bot import Teapot
from teapot.keepers import Keepers
from teapot.workspaces import Removals
from teapot_discord import answering, endpoint, registration
from teapot_discord.boundary import Boundary
from teapot_discord.commands import commands_of
from teapot_discord.config import Shards
from teapot_discord.incoming import PLATFORM
from teapot_discord.listener import Listener
from teapot_discord.translation import Sentences

PART = "discord"
MAX_LIMIT_WAIT_SECONDS = 30.0
COMMAND_ONLY = "command-only: switch on Message Content Intent at https://discord.com/developers/applications, page Bot"
log = structlog.get_logger()


class DiscordClient(discord.AutoShardedClient):
    """Teapot as a bot of its own. It caches no messages and no members but itself.

    Without ``reads_content`` it asks for no privileged intent: commands, direct messages and mentions of it still work.
    """

    def __init__(self, teapot: Teapot, shards: Shards | None, *, reads_content: bool) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True, message_content=reads_content),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=MAX_LIMIT_WAIT_SECONDS,
        )
        if shards is not None:
            self.shard_ids, self.shard_count = list(shards.ids), shards.count
        self.teapot = teapot
        self.detail = "" if reads_content else COMMAND_ONLY
        self.boundary = Boundary(teapot)
        self.keepers = Keepers(teapot.automatic)
        removals = Removals(teapot.team, PLATFORM)
        self.listener = Listener(self.boundary, self.keepers, removals, is_addressed=True)
        self.connected: set[int] = set()
        self.tree = app_commands.CommandTree(self)
        self.tree.error(self.on_unknown_command)

    async def setup_hook(self) -> None:
        """After the login: find the gateway and make the commands known."""
        await endpoint.find_gateway(self)
        await self.tree.set_translator(Sentences(self.teapot.catalogue))
        for command in commands_of(self.boundary):
            self.tree.add_command(command)
        await registration.register(self.tree)

    async def close(self) -> None:
        """Finish what is being answered, then take leave."""
        await self.keepers.close()
        await self.boundary.close()
        await super().close()

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote."""
        await self.listener.on_message(message, self.user)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Somebody changed a message, or Discord did."""
        await self.listener.on_edit(payload, self.user)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """A message is no more."""
        channel = self.get_partial_messageable(payload.channel_id, guild_id=payload.guild_id)
        await self.listener.on_deletion(channel, payload.guild_id, (payload.message_id,))

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Many messages at once are no more."""
        channel = self.get_partial_messageable(payload.channel_id, guild_id=payload.guild_id)
        await self.listener.on_deletion(channel, payload.guild_id, payload.message_ids)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Somebody pressed a button; commands go through the tree."""
        await self.listener.on_interaction(interaction)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """A server removed the bot."""
        await self.listener.on_guild_remove(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """A server invited the bot."""
        await self.listener.on_guild_join(guild)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server is there, as it is at every start."""
        await self.listener.on_guilds((guild,))

    async def on_ready(self) -> None:
        """All servers are known."""
        await self.listener.on_guilds(self.guilds)
        self.listener.resume(self)

    async def on_unknown_command(self, interaction: discord.Interaction, _: app_commands.AppCommandError) -> None:
        """A command that Discord still offers and this version no longer has."""
        log.warning("a command came that is not known here", interaction=interaction.id)
        await self.boundary.guard(
            lambda: answering.answer(interaction, self.teapot.failure(interaction.locale.value)),
            interaction=interaction.id,
        )

    async def on_shard_connect(self, shard_id: int) -> None:
        """A session began."""
        self.connected.add(shard_id)
        self._report()

    async def on_shard_resumed(self, shard_id: int) -> None:
        """A session goes on."""
        self.connected.add(shard_id)
        self._report()

    async def on_shard_disconnect(self, shard_id: int) -> None:
        """The line is lost; discord.py takes it up again."""
        self.connected.discard(shard_id)
        self._report()

    def _report(self) -> None:
        wanted = len(self.shard_ids or range(self.shard_count or 1))
        here = len(self.connected)
        waiting = f"{here} of {wanted} shards connected"
        self.teapot.health.report(PART, ready=here == wanted, detail=self.detail if here == wanted else waiting)
