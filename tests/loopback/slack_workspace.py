"""What people do in a Slack workspace: write, type the command, press, use the shortcut, and read what comes of it."""

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.loopback import slack_payloads
from tests.loopback.slack_limits import check_offer
from tests.loopback.slack_payloads import ANN, BOT_ID, BOT_USER, CHANNEL, TEAM, escape, event_callback
from tests.loopback.slack_server import SIGNING_SECRET, Delivered, SlackServer
from tests.loopback.slack_state import Hook, Json, Post


@dataclass(slots=True)
class Workspace:
    """People's side of a server. ``events`` are the messages so far, to be delivered again."""

    server: SlackServer
    events: dict[str, list[Json]] = field(default_factory=dict)

    async def say(
        self, text: str, *, user: str = ANN, channel: str = CHANNEL, age_seconds: float = 0.0, **more: object
    ) -> str:
        """Type a message; ``more`` are further keys of the event. Gives its time stamp."""
        return await self.send(escape(text), user=user, channel=channel, age_seconds=age_seconds, **more)

    async def send(
        self, wire: str, *, user: str = ANN, channel: str = CHANNEL, age_seconds: float = 0.0, **more: object
    ) -> str:
        """A message as Slack writes it, with its entities; one that names the bot comes as ``app_mention`` too."""
        ts = self.server.state.stamp(age_seconds)
        event = slack_payloads.message(wire, ts, user=user, channel=channel, **more)
        events = [event]
        if f"<@{BOT_USER}>" in wire and event["channel_type"] != "im":
            events.append(slack_payloads.app_mention(event))
        self.events[ts] = [event_callback(one, f"Ev{uuid.uuid4().hex}") for one in events]
        for callback in self.events[ts]:
            await self.server.deliver("events_api", callback)
        return ts

    async def edit(self, ts: str, text: str) -> None:
        """Change a message, as its author."""
        before = self.events[ts][0]["event"]
        await self.change(ts, {**before, "text": escape(text), "edited": {"user": before["user"], "ts": before["ts"]}})

    async def change(self, ts: str, after: Json) -> None:
        """Tell that a message is now another, for whatever reason."""
        before = self.events[ts][0]["event"]
        event = slack_payloads.message_changed(before, after, self.server.state.stamp())
        self.events[ts] = [event_callback(after, f"Ev{uuid.uuid4().hex}")]
        await self.server.deliver("events_api", event_callback(event, f"Ev{uuid.uuid4().hex}"))

    async def delete(self, ts: str) -> None:
        """Take a message back; where somebody answered below it, Slack puts a tombstone in its place."""
        before = self.events[ts][0]["event"]
        if any(post.thread == ts for post in self.in_channels()):
            tombstone = {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "hidden": True, "ts": ts}
            text = "This message was deleted."
            await self.change(ts, {**tombstone, "text": text, "thread_ts": ts, "event_ts": before["event_ts"]})
            return
        event = slack_payloads.message_deleted(before, self.server.state.stamp())
        await self.server.deliver("events_api", event_callback(event, f"Ev{uuid.uuid4().hex}"))

    async def redeliver(self, ts: str, number: int = 1) -> None:
        """Deliver a message again, as Slack does when it heard no acknowledgement."""
        for callback in self.events[ts]:
            await self.server.deliver("events_api", callback, retry=(number, "http_timeout"))

    async def say_as_bot(self, shown: Json) -> str:
        """A message of the app's own account, made to name a status whatever it shows."""
        keys = {key: value for key, value in shown.items() if key in {"blocks", "attachments"}}
        text = f"HTTP 503 HTTP 502 {shown.get('text', '')}"
        return await self.send(text, user=BOT_USER, bot_id=BOT_ID, app_id=slack_payloads.APP, **keys)

    async def command(self, text: str, *, user: str = ANN, channel: str = CHANNEL, wait: bool = True) -> Hook:
        """Type ``/http`` with a text, and wait until something came of it."""
        return await self.type_command(escape(text), user=user, channel=channel, wait=wait)

    async def type_command(self, wire: str, *, user: str = ANN, channel: str = CHANNEL, wait: bool = True) -> Hook:
        """The command with a text as Slack writes it, with its entities."""
        hook = self.server.state.open_hook(self.server.url, channel, user)
        form = slack_payloads.slash_command(wire, hook.url, user=user, channel=channel)
        await self.server.deliver("slash_commands", form)
        return await self._settled(hook) if wait else hook

    async def press(self, post: Post, label: str, *, user: str = ANN, wait: bool = True) -> Hook:
        """Press a button, or pick an option, by what it says."""
        return await self._act(post, _action(post.body, label), user=user, wait=wait)

    async def type_into(self, post: Post, typed: str, *, user: str = ANN) -> list[Mapping[str, Any]]:
        """Type into a card's field: the options that Slack would offer."""
        payload = slack_payloads.block_suggestion(_field(post.body), typed, _container(post), user=user)
        return check_offer((await self.server.deliver("interactive", payload)).payload)

    async def pick(self, post: Post, option: Mapping[str, Any], *, user: str = ANN) -> Hook:
        """Pick one of the options that a card's field offered."""
        field = _field(post.body)
        action = {"type": field["type"], "action_id": field["action_id"], "block_id": "b1", "action_ts": "1.2"}
        return await self._act(post, {**action, "selected_option": option}, user=user)

    async def _act(self, post: Post, action: Json, *, user: str, wait: bool = True) -> Hook:
        hook = self.server.state.open_hook(self.server.url, post.channel, user, post)
        shown: Json = {"type": "message", "user": BOT_USER, "bot_id": BOT_ID, "ts": post.ts, "team": TEAM, **post.body}
        if post.thread is not None:
            shown["thread_ts"] = post.thread
        payload = slack_payloads.block_actions(
            action, _container(post), hook.url, user=user, shown=None if post.reader else shown
        )
        await self.server.deliver("interactive", payload)
        return await self._settled(hook) if wait else hook

    async def explain(
        self, shown: Json, *, user: str = ANN, channel: str = CHANNEL, callback_id: str = "teapot_explain"
    ) -> Hook:
        """Use a message shortcut, "Explain HTTP codes" if no other is named."""
        hook = self.server.state.open_hook(self.server.url, channel, user)
        shown = {"type": "message", "user": ANN, "ts": self.server.state.stamp(), **shown}
        payload = slack_payloads.message_action(shown, hook.url, user=user, channel=channel, callback_id=callback_id)
        await self.server.deliver("interactive", payload)
        return await self._settled(hook)

    async def posted(self, count: int) -> list[Post]:
        """All messages that were posted into channels, once there are that many; fails on more.

        A command that is answered in between gives a further one the time to show itself.
        """
        await self.server.state.until(
            lambda: len(self.in_channels()) >= count if count else not self.in_channels(), f"{count} messages"
        )
        await self.command("help", user="U0BYSTANDER")
        found = self.in_channels()
        assert len(found) == count, [text_of(post.body) for post in found]
        return found

    async def deliver_signed(self, text: str, *, secret: str = SIGNING_SECRET, age_seconds: float = 0.0) -> Delivered:
        """A message, signed with a secret at a time."""
        event = slack_payloads.message(escape(text), self.server.state.stamp())
        callback = event_callback(event, f"Ev{uuid.uuid4().hex}")
        return await self.server.deliver("events_api", callback, secret=secret, age_seconds=age_seconds)

    def in_channels(self) -> list[Post]:
        """All messages in channels that stand."""
        return [post for post in self.server.state.posts if not post.by_url and not post.is_deleted]

    async def _settled(self, hook: Hook) -> Hook:
        def is_settled() -> bool:
            return bool(hook.answers or hook.problems or (hook.pressed and hook.pressed.is_deleted))

        await self.server.state.until(is_settled, "an answer by response_url")
        return hook


def text_of(body: Json) -> str:
    """All that people read in a message, mark-up taken away; ``text`` only where there are no blocks."""
    return "\n".join(_read(one["text"]) for one in _texts(body)) or _read(str(body.get("text") or ""))


def title_of(body: Json) -> str:
    """Its first line."""
    return text_of(body).partition("\n")[0]


def buttons_of(body: Json) -> tuple[str, ...]:
    """What its buttons say, in order."""
    return tuple(element["text"]["text"] for element in _elements(body) if element["type"] == "button")


def _field(body: Json) -> Json:
    """A card's field to type into."""
    return next(element for element in _elements(body) if element["type"] == "external_select")


def _container(post: Post) -> Json:
    where: Json = {"message_ts": post.ts, "channel_id": post.channel, "is_ephemeral": post.reader is not None}
    if post.thread is not None:
        where["thread_ts"] = post.thread
    return {"type": "message_attachment", "attachment_id": 1, "is_app_unfurl": False, **where}


def _action(body: Json, label: str) -> Json:
    for element in _elements(body):
        shown = {"type": element["type"], "action_id": element["action_id"], "block_id": "b1", "action_ts": "1.2"}
        if element["type"] == "button" and element["text"]["text"] == label:
            return {**shown, "text": element["text"], "value": element["value"]}
        for option in element.get("options", []):
            if option["text"]["text"] == label:
                return {**shown, "selected_option": option}
    raise AssertionError(f"there is no {label!r} among {buttons_of(body)}")


def _elements(body: Json) -> Iterator[Json]:
    for block in _blocks(body):
        if block["type"] == "actions":
            yield from block["elements"]


def _blocks(body: Json) -> list[Json]:
    below = [block for attachment in body.get("attachments") or [] for block in attachment.get("blocks") or []]
    return [*(body.get("blocks") or []), *below]


def _texts(body: Json) -> Iterator[Mapping[str, Any]]:
    for block in _blocks(body):
        if block["type"] == "section":
            yield block["text"]
        elif block["type"] == "context":
            yield from block["elements"]


def _read(mrkdwn: str) -> str:
    linked = re.sub(r"<[^<>|]*\|([^<>]*)>", r"\1", mrkdwn).replace("\u2060", "")
    linked = re.sub(r"<(https://[^<>|\s]+)>", r"\1", linked)
    bare = re.sub(r"(?<!\w)[*_~](\S.*?\S|\S)[*_~](?!\w)", r"\1", linked)
    return bare.replace("`", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
