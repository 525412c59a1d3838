"""Replies that follow their messages: edited with them, gone with them."""

from dataclasses import dataclass, field

from slack_sdk.web.async_client import AsyncWebClient

from teapot.bot import Teapot
from teapot.card import Reply
from teapot.conversation import Channel, Origin, Person
from teapot.decision import Reason
from teapot.drawings import Drawings
from teapot.following import Follow
from teapot.keepers import CarryOut, Keepers
from teapot_slack import delivery, render
from teapot_slack.boundary import Boundary
from teapot_slack.wire import Heard


@dataclass(frozen=True, slots=True)
class Follower:
    """Posts the automatic replies, and does what an edit or a deletion asks for."""

    teapot: Teapot
    boundary: Boundary
    keepers: Keepers
    drawings: Drawings[render.Drawn] = field(default_factory=lambda: Drawings(render.draw))

    async def hear(self, heard: Heard, client: AsyncWebClient) -> Reply | None:
        """The automatic reply to a message, and from then on the upkeep of the incident that it belongs to."""
        decision, reply = await self.teapot.automatic.hear(heard.message, heard.named)
        if decision.reason is Reason.PULSE_RUNNING:
            channel = heard.message.origin.channel
            self.keepers.keep(channel, self._keeping(channel, client))
        return reply

    def resume(self, client: AsyncWebClient) -> None:
        """Take up the incidents again that were under way when the bot went down."""
        self.keepers.resume("slack", lambda channel: self._keeping(channel, client))

    def _keeping(self, channel: Channel, client: AsyncWebClient) -> CarryOut:
        origin = Origin(channel, Person(""))

        async def carry_out(follow: Follow) -> None:
            async def work() -> None:
                if follow.reply is None:
                    await delivery.remove(client, origin, follow.handle)
                else:
                    await delivery.edit(client, origin, follow.handle, follow.reply)

            await self.boundary.guard(origin, work)

        return carry_out

    async def post(self, heard: Heard, client: AsyncWebClient, reply: Reply) -> None:
        """Post an automatic reply and tell the core where it stands."""
        origin, thread = heard.message.origin, heard.thread_for(reply)
        handle = await delivery.post(client, origin, thread, reply, self.drawings)
        await self._carry_out(heard, client, await self.teapot.automatic.posted(heard.message, reply, handle))

    async def on_edit(self, changed: Heard, client: AsyncWebClient) -> None:
        """Let our reply follow; messages that address the bot were answered as commands and are left alone."""
        message = changed.message
        if changed.query is not None:
            return

        async def work() -> None:
            await self._carry_out(changed, client, await self.teapot.automatic.edited(message))

        async with self.teapot.automatic.turn(message.origin.channel, message.id):
            await self.boundary.guard(message.origin, work)

    async def on_deletion(self, channel: Channel, message: str, client: AsyncWebClient) -> None:
        """Let our reply go with its message."""
        origin = Origin(channel, Person(""))

        async def work() -> None:
            follow = await self.teapot.automatic.deleted(channel, message)
            if follow is not None:
                await delivery.remove(client, origin, follow.handle)

        async with self.teapot.automatic.turn(channel, message):
            await self.boundary.guard(origin, work)

    async def _carry_out(self, heard: Heard, client: AsyncWebClient, follow: Follow | None) -> None:
        if follow is None:
            return
        origin = heard.message.origin
        if follow.reply is None:
            await delivery.remove(client, origin, follow.handle)
        elif follow.handle:
            await delivery.edit(client, origin, follow.handle, follow.reply)
        else:
            await self.post(heard, client, follow.reply)
