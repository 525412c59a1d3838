"""What happens in a channel, handed to the core and its reply handed back: messages and presses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import discord

from teapot import press
from teapot.automatic import AutomaticReplies
from teapot.card import Place, Reply
from teapot.conversation import Channel, Command, IncomingMessage
from teapot.decision import Reason
from teapot.drawings import Drawings
from teapot.following import Follow
from teapot.keepers import CarryOut, Keepers
from teapot.mentions import Mention, find_mentions
from teapot.press import Verb
from teapot.workspaces import Removals
from teapot_discord import delivery, render
from teapot_discord.boundary import Boundary
from teapot_discord.incoming import PLATFORM, message_of, origin_of, query_to


@dataclass(frozen=True, slots=True)
class Listener:
    """The ears. ``is_addressed`` tells whether to speak to this bot is to speak to Teapot, as in a bot of its own."""

    boundary: Boundary
    keepers: Keepers
    removals: Removals
    is_addressed: bool
    embeds: Drawings[dict[str, Any]] = field(default_factory=lambda: Drawings(render.embed))

    @property
    def automatic(self) -> AutomaticReplies:
        """What speaks up by itself."""
        return self.boundary.teapot.automatic

    async def on_message(self, message: discord.Message, me: discord.ClientUser | None) -> None:
        """Answer a message that addresses the bot, or that names a status and may be answered."""
        if me is not None and message.author.id == me.id:
            return
        named = find_mentions(message.content)
        if not named and not _may_ask(message):
            return

        async def work() -> None:
            heard = message_of(message)
            async with self.automatic.turn(heard.origin.channel, heard.id):
                is_whole = heard.text == message.content and ">" not in heard.text
                reply = await self._reply_to(message, heard, me, named if is_whole else None)
                if reply is not None:
                    await self._post(message, heard, reply)

        await self.boundary.guard(work, channel=message.channel.id, message=message.id)

    async def on_edit(self, edit: discord.RawMessageUpdateEvent, me: discord.ClientUser | None) -> None:
        """Let our reply follow what a person made of a message; Discord's own additions, as link previews, are none.

        A message that was made to address the bot is left alone: what is asked is asked anew.
        """
        message, is_own = edit.message, me is not None and edit.message.author.id == me.id
        if is_own or not edit.data.get("edited_timestamp") or "content" not in edit.data:
            return

        async def work() -> None:
            heard = message_of(message)
            if self._query_in(message, heard, me) is not None:
                return
            async with self.automatic.turn(heard.origin.channel, heard.id):
                await self._carry_out(await self.automatic.edited(heard), message.channel, (message, heard))

        await self.boundary.guard(work, channel=message.channel.id, message=message.id)

    async def on_deletion(
        self, channel: discord.PartialMessageable, guild: int | None, messages: Iterable[int]
    ) -> None:
        """Let our replies go with their messages."""
        where = Channel(PLATFORM, str(guild or ""), str(channel.id))

        async def work() -> None:
            for message in messages:
                async with self.automatic.turn(where, str(message)):
                    await self._carry_out(await self.automatic.deleted(where, str(message)), channel)

        await self.boundary.guard(work, channel=channel.id)

    async def _post(self, message: discord.Message, heard: IncomingMessage, reply: Reply) -> None:
        handle = await delivery.post(message, reply, self.embeds)
        follow = await self.automatic.posted(heard, reply, handle)
        await self._carry_out(follow, message.channel, (message, heard))

    async def _carry_out(
        self,
        follow: Follow | None,
        channel: delivery.Writable,
        of: tuple[discord.Message, IncomingMessage] | None = None,
    ) -> None:
        if follow is None:
            return
        if follow.reply is None:
            await delivery.remove(channel, follow.handle)
        elif of is not None and follow.handle:
            await delivery.edit(channel, follow.handle, follow.reply)
        elif of is not None:
            await self._post(*of, follow.reply)

    def resume(self, client: discord.Client) -> None:
        """Take up the incidents again that were under way when the bot went down."""

        def keeping(channel: Channel) -> CarryOut:
            known = client.get_channel(int(channel.id))
            if isinstance(known, discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread):
                return self._keeping(known)
            guild = int(channel.workspace) if channel.workspace else None
            return self._keeping(client.get_partial_messageable(int(channel.id), guild_id=guild))

        self.keepers.resume(PLATFORM, keeping)

    def _keeping(self, channel: delivery.Writable) -> CarryOut:
        async def carry_out(follow: Follow) -> None:
            async def work() -> None:
                if follow.reply is None:
                    await delivery.remove(channel, follow.handle)
                else:
                    await delivery.edit(channel, follow.handle, follow.reply)

            await self.boundary.guard(work, channel=channel.id)

        return carry_out

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Do what a button or a picker of ours says; leave everybody else's alone."""
        if interaction.type is not discord.InteractionType.component:
            return
        pressed = press.parse(_token(interaction))
        if pressed is None:
            return
        is_private = interaction.message is not None and interaction.message.flags.ephemeral
        origin = origin_of(interaction)
        teapot = self.boundary.teapot
        beside = Place.REPLACE if is_private else Place.PRIVATE
        place = Place.PUBLIC if pressed.verb in (Verb.SHARE, Verb.STATS) else beside
        await self.boundary.respond(
            interaction, lambda: teapot.press(pressed, origin, on_private_card=is_private), lambda: place
        )

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that a server removed the bot, so that its data goes after the stated time."""
        await self.boundary.guard(lambda: self.removals.note(str(guild.id)), guild=guild.id)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Note that a server has the bot again."""
        await self.boundary.guard(lambda: self.removals.joined(str(guild.id)), guild=guild.id)

    async def on_guilds(self, guilds: Iterable[discord.Guild]) -> None:
        """Note which servers have the bot: one may have taken it back while it was down."""
        present = [str(guild.id) for guild in guilds]
        await self.boundary.guard(lambda: self.removals.present(present))

    async def _reply_to(
        self,
        message: discord.Message,
        heard: IncomingMessage,
        me: discord.ClientUser | None,
        named: tuple[Mention, ...] | None,
    ) -> Reply | None:
        query = self._query_in(message, heard, me)
        if query is not None:
            is_first = await self.automatic.take_asked(heard)
            return await self.boundary.teapot.answer(Command(heard.origin, query)) if is_first else None
        decision, reply = await self.automatic.hear(heard, named)
        if decision.reason is Reason.PULSE_RUNNING:
            self.keepers.keep(heard.origin.channel, self._keeping(message.channel))
        return reply

    def _query_in(self, message: discord.Message, heard: IncomingMessage, me: discord.ClientUser | None) -> str | None:
        """What a person asks the bot whose mention a message begins with, or whom they talk to directly."""
        if not self.is_addressed or me is None or heard.origin.person.is_bot:
            return None
        query = query_to(me, message)
        is_direct = isinstance(message.channel, discord.DMChannel)
        return (heard.text.strip() or None) if query is None and is_direct else query


def _may_ask(message: discord.Message) -> bool:
    """Whether a message may address the bot. Most do not, and end before anything is made of them."""
    return message.guild is None or message.content.lstrip().startswith("<@")


def _token(interaction: discord.Interaction) -> str:
    """What was pressed: the picked value of a list, or the button."""
    data: Mapping[str, object] = interaction.data or {}
    values = data.get("values")
    return str(values[0]) if isinstance(values, list) and values else interaction.custom_id or ""
