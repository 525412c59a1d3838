"""What Teapot listens to in a Slack app, its own or one that a team already runs."""

import re
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from teapot import typed_verbs, verbs
from teapot.bot import Teapot
from teapot.card import Place, Reply
from teapot.conversation import Channel, Command, Origin, Person
from teapot.keepers import Keepers
from teapot.manifest import EXPLAIN_ID, WHY_ID
from teapot.mentions import find_mentions
from teapot.press import PREFIX, Verb
from teapot.problems import UsageError
from teapot.workspaces import Removals
from teapot_slack import delivery, limits, render, wire
from teapot_slack.boundary import Boundary, Tell
from teapot_slack.following import Follower
from teapot_slack.people import People, entitled
from teapot_slack.wire import Heard, Payload


@dataclass(frozen=True, slots=True)
class Listeners:
    """The listeners of one app."""

    teapot: Teapot
    boundary: Boundary
    follower: Follower
    people: People = field(default_factory=People)

    async def on_command(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext, client: AsyncWebClient) -> None:
        """``/http <query>``."""
        await ack()
        origin = self._origin(body, context, client)

        async def find() -> Reply:
            return await self._as_command(origin, wire.typed(body, context), client)

        await self.boundary.answer(origin, find, _by_url(client, context, origin, body))

    async def on_event(self, event: Payload, context: AsyncBoltContext, client: AsyncWebClient) -> None:
        """A message, or one that names the bot. Bolt has acknowledged it already."""
        gone = wire.deleted(event, context)
        if gone is not None:
            await self.follower.on_deletion(wire.channel_of(context), gone, client)
            return
        changed = wire.edited(event, context)
        if changed is not None:
            await self.follower.on_edit(changed, client)
            return
        heard = wire.heard(event, context)
        if heard is None:
            return
        message = heard.message
        if heard.query is None:
            async with self.teapot.automatic.turn(message.origin.channel, message.id):
                hear, tell = partial(self.follower.hear, heard, client), partial(self.follower.post, heard, client)
                await self.boundary.answer(message.origin, hear, tell, is_asked=False)
            return

        async def post(reply: Reply) -> None:
            await delivery.post(client, message.origin, heard.thread_for(reply), reply)

        await self.boundary.answer(message.origin, partial(self._asked, heard, heard.query, client), post)

    async def on_idle(self, body: dict[str, Any]) -> None:
        """A message that needs no answer: all that it tells is that its workspace has the bot."""
        workspace = wire.workspace_of(body)
        nobody = Origin(Channel("slack", workspace, ""), Person(""))
        await self.boundary.guard(nobody, partial(self.boundary.removals.heard_from, workspace))

    async def on_action(
        self, ack: AsyncAck, body: Payload, action: Payload, context: AsyncBoltContext, client: AsyncWebClient
    ) -> None:
        """A button or a picked option; all state is in its token."""
        await ack()
        press = wire.pressed(action)
        if press is None:
            return
        origin = self._origin(body, context, client)

        async def find() -> Reply:
            is_for_others = press.verb is Verb.REMOVE and origin.person.id != press.owner
            needs_right = is_for_others or isinstance(verbs.of_press(press), verbs.Change)
            asked = await entitled(client, origin) if needs_right else origin
            return await self.teapot.press(press, asked, on_private_card=wire.is_private(body))

        await self.boundary.answer(origin, find, _by_url(client, context, origin, body))

    async def on_typing(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext, client: AsyncWebClient) -> None:
        """Something typed into a card's field: entries to open, in the card's language."""

        async def offer() -> None:
            language, typed = wire.finding(body)
            await ack(options=render.found(self.teapot.suggest(typed, language, limits.OPTIONS), language))

        await self.boundary.guard(self._origin(body, context, client), offer)

    async def on_shortcut(
        self, ack: AsyncAck, body: Payload, context: AsyncBoltContext, client: AsyncWebClient
    ) -> None:
        """The message shortcut "Explain HTTP codes"."""
        await ack()
        origin = self._origin(body, context, client)

        async def find() -> Reply:
            return await self.teapot.explain(wire.whole_text(body["message"]), origin)

        await self.boundary.answer(origin, find, _by_url(client, context, origin, body))

    async def on_why(self, ack: AsyncAck, body: Payload, context: AsyncBoltContext, client: AsyncWebClient) -> None:
        """The message shortcut "Why did Teapot (not) reply?"."""
        await ack()
        origin = self._origin(body, context, client)

        async def find() -> Reply:
            return await self.teapot.why(wire.message_of(body["message"], context), origin)

        await self.boundary.answer(origin, find, _by_url(client, context, origin, body))

    async def on_removal(self, event: Payload, context: AsyncBoltContext) -> None:
        """A workspace removed the app: its data goes after the stated time (docs: app_uninstalled, tokens_revoked)."""
        is_revoked = event.get("type") == "tokens_revoked"
        if is_revoked and not wire.has_bots_tokens(event):
            return
        channel = wire.channel_of(context)
        await self.boundary.guard(Origin(channel, Person("")), partial(self.boundary.removals.note, channel.workspace))

    async def on_return(self, workspace: str, client: AsyncWebClient) -> None:
        """The app is in a workspace, perhaps again: its data stays, and what was under way goes on."""
        self.follower.resume(client)
        await self.boundary.removals.present((workspace,))

    async def names_something(self, event: Payload, context: AsyncBoltContext) -> bool:
        """Whether an event is worth taking from an app's other listeners."""
        if wire.deleted(event, context) is not None:
            return wire.may_be_answered(event)
        changed = wire.edited(event, context)
        if changed is not None and changed.query is None and wire.may_be_answered(event):
            return True
        heard = changed or wire.heard(event, context)
        if heard is None:
            return False
        is_asked = heard.query is not None and self.teapot.understands(heard.query)
        return is_asked or bool(find_mentions(heard.message.text))

    async def close(self) -> None:
        """Let them finish what they are answering, at most for five seconds."""
        await self.follower.keepers.close()
        await self.boundary.close()
        await self.people.close()

    def _origin(self, body: Payload, context: AsyncBoltContext, client: AsyncWebClient) -> Origin:
        channel, person = wire.channel_of(context), context.user_id or ""
        locale = self.people.locale(client, channel.workspace, person)
        return Origin(channel, Person(person, locale=locale, name=wire.name_of(body)))

    async def _as_command(self, origin: Origin, query: str, client: AsyncWebClient) -> Reply:
        asked = await entitled(client, origin) if _changes_something(query) else origin
        return await self.teapot.answer(Command(asked, query))

    async def _asked(self, heard: Heard, query: str, client: AsyncWebClient) -> Reply | None:
        """The answer to somebody who names the bot, as to a command; in a direct talk all is private as it is."""
        if not await self.teapot.automatic.take_asked(heard.message):
            return None
        origin = heard.message.origin
        locale = self.people.locale(client, origin.channel.workspace, origin.person.id)
        asker = replace(origin, person=replace(origin.person, locale=locale))
        reply = await self._as_command(asker, query, client)
        return replace(reply, place=Place.PUBLIC) if heard.is_direct else reply


def register(app: AsyncApp, teapot: Teapot, *, alone: bool = False) -> Listeners:
    """Add Teapot's listeners to an app; Bolt gives every delivery to the first listener that takes it.

    Messages come first, being the most by far. Those that name no status are left to the app's other listeners,
    mentions of the bot that Teapot has no answer to likewise. ``alone`` takes those as well: for an app that has no
    others, as Slack counts what nobody takes.
    """
    boundary = Boundary(teapot, Removals(teapot.team, "slack"))
    listeners = Listeners(teapot, boundary, Follower(teapot, boundary, Keepers(teapot.automatic)))
    matchers = [] if alone else [listeners.names_something]
    app.event("message", matchers=matchers)(listeners.on_event)
    app.command(f"/{teapot.command}")(listeners.on_command)
    app.event("app_mention", matchers=matchers)(listeners.on_event)
    for removal in ("app_uninstalled", "tokens_revoked"):
        app.event(removal)(listeners.on_removal)
    app.action(re.compile(f"^{PREFIX}:"))(listeners.on_action)
    app.options(re.compile(f"^{render.FIND}"))(listeners.on_typing)
    app.shortcut({"type": "message_action", "callback_id": EXPLAIN_ID})(listeners.on_shortcut)
    app.shortcut({"type": "message_action", "callback_id": WHY_ID})(listeners.on_why)
    if alone:
        app.event(re.compile(""))(_take)
    return listeners


async def _take() -> None:
    """An event that means nothing to Teapot; Bolt acknowledges it before it comes here."""


def _by_url(client: AsyncWebClient, context: AsyncBoltContext, origin: Origin, body: Payload) -> Tell:
    return partial(delivery.answer, client, origin, context.response_url or "", wire.thread_of(body))


def _changes_something(query: str) -> bool:
    try:
        return isinstance(typed_verbs.parse(query), verbs.Change)
    except UsageError:
        return False
