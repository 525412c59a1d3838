"""From Slack's payloads to the words of the conversation. What is missing in a payload counts as empty."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.internals import extract_enterprise_id, extract_team_id

from teapot import press
from teapot.card import Reply
from teapot.conversation import Channel, IncomingMessage, Origin, Person, without_quotes
from teapot.entries import LANGUAGES, Language
from teapot.language import parse
from teapot.mentions import Mention, find_mentions
from teapot.press import Press
from teapot_slack.mrkdwn import read, read_query, unquoted

SPOKEN = (None, "me_message", "thread_broadcast", "file_share", "bot_message")
"""Subtypes of messages that somebody wrote just now; all others are notes about messages (docs: message event)."""

SLACKBOT = "USLACKBOT"
NAMED = "teapot_named"
"""Where a delivery's context holds what ``named_in`` gave."""

MAX_DEPTH = 8

Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Heard:
    """A message with where it stands: ``thread`` is the time stamp of the thread it is in, None in the channel.

    ``query`` is what it asks the bot that it names, or talks to directly; None when it addresses somebody else.
    ``named`` are the statuses that it names, None where nobody has looked yet.
    """

    message: IncomingMessage
    thread: str | None
    query: str | None
    is_direct: bool
    named: tuple[Mention, ...] | None = None

    def thread_for(self, reply: Reply) -> str | None:
        """The thread a reply goes into: the message's own, else one below it where that is wished.

        An incident's message stands in the channel itself.
        """
        if reply.is_incident:
            return None
        return self.thread or (self.message.id if reply.threaded else None)


def channel_of(context: AsyncBoltContext) -> Channel:
    """The channel of any payload."""
    return Channel("slack", context.team_id or context.enterprise_id or "", context.channel_id or "")


def name_of(body: Payload) -> str:
    """How Slack names who typed a command or pressed."""
    person = _part(body, "user")
    return str(body.get("user_name") or person.get("username") or person.get("name") or "")


def heard(event: Payload, context: AsyncBoltContext) -> Heard | None:
    """A ``message`` or ``app_mention`` event; None for what is not speech, is our own, or comes another way.

    A message that names the bot comes twice, and its ``app_mention`` is the one that counts; direct ones come once.
    """
    if event.get("subtype") not in SPOKEN or not event.get("ts"):
        return None
    text = str(event.get("text") or "")
    bot, is_direct = context.bot_user_id, event.get("channel_type") == "im"
    names_bot = event.get("type") == "app_mention"
    if _is_ours(event, context) or (not names_bot and not is_direct and any(f"<@{bot}{end}" in text for end in ">|")):
        return None
    message = message_of(event, context)
    is_bot = message.origin.person.is_bot
    query = read_query(unquoted(text), bot) if (names_bot or is_direct) and not is_bot else None
    thread = str(event["thread_ts"]) if event.get("thread_ts") else None
    return Heard(message, thread, query, is_direct, context.get(NAMED))


def named_in(body: Payload) -> tuple[Mention, ...] | None:
    """The statuses that a delivery names, if it is a channel's message that was just written; None for all others.

    One that names none, as one of our own, needs no answer whoever wrote it; most deliveries are such.
    """
    event = _part(body, "event")
    if event.get("type") != "message" or event.get("subtype") not in SPOKEN or event.get("channel_type") == "im":
        return None
    if event.get("user") and event.get("user") == _us(body):
        return ()
    is_bot = bool(event.get("bot_id")) or str(event.get("user") or "") in {"", SLACKBOT}
    said = whole_text(event) if is_bot else read(unquoted(str(event.get("text") or "")))
    return find_mentions(without_quotes(said))


def workspace_of(body: dict[str, Any]) -> str:
    """The workspace whose app a delivery is for."""
    return str(extract_team_id(body) or extract_enterprise_id(body) or "")


def message_of(message: Payload, context: AsyncBoltContext) -> IncomingMessage:
    """A message as the core hears it; what is not speech counts as a bot's."""
    author, ts = str(message.get("user") or ""), str(message.get("ts") or "")
    is_bot = bool(message.get("bot_id")) or author in {"", SLACKBOT, context.bot_user_id}
    is_bot = is_bot or message.get("subtype") not in SPOKEN
    person = Person(author or str(message.get("bot_id") or ""), is_bot=is_bot)
    said = whole_text(message) if is_bot else read(unquoted(str(message.get("text") or "")))
    return IncomingMessage(Origin(channel_of(context), person), ts, said, _seconds(ts))


def edited(event: Payload, context: AsyncBoltContext) -> Heard | None:
    """A ``message_changed`` event in which somebody changed their words; None where only a preview came."""
    after, before = _part(event, "message"), _part(event, "previous_message")
    if event.get("subtype") != "message_changed" or after.get("text") == before.get("text"):
        return None
    return heard({**after, "channel_type": event.get("channel_type")}, context)


def deleted(event: Payload, context: AsyncBoltContext) -> str | None:
    """The time stamp of a message that was deleted; one with answers below it leaves a tombstone behind."""
    before = _part(event, "previous_message")
    if event.get("subtype") == "message_changed" and _part(event, "message").get("subtype") == "tombstone":
        before = _part(event, "message")
    elif event.get("subtype") != "message_deleted":
        return None
    if _is_ours(_part(event, "previous_message"), context):
        return None
    return str(event.get("deleted_ts") or before.get("ts") or "") or None


def may_be_answered(event: Payload) -> bool:
    """Whether the message that an event changes or takes away named a status before."""
    return bool(find_mentions(read(unquoted(str(_part(event, "previous_message").get("text") or "")))))


def typed(body: Payload, context: AsyncBoltContext) -> str:
    """What stands behind the slash command."""
    return read_query(str(body.get("text") or ""), context.bot_user_id)


def has_bots_tokens(event: Payload) -> bool:
    """Whether a ``tokens_revoked`` event is about the bot's own token and not only about a person's."""
    tokens = event.get("tokens")
    return isinstance(tokens, Mapping) and bool(tokens.get("bot"))


def pressed(action: Payload) -> Press | None:
    """The press that a button or a picked option stands for; None for any that is not ours."""
    option = action.get("selected_option")
    value = option.get("value") if isinstance(option, Mapping) else action.get("value")
    return press.parse(value) if isinstance(value, str) else None


def finding(body: Payload) -> tuple[Language, str]:
    """The language of the card whose field somebody types into, and what stands there so far."""
    return parse(str(body.get("action_id") or "").rpartition(":")[2]) or LANGUAGES[0], str(body.get("value") or "")


def is_private(body: Payload) -> bool:
    """Whether a press came from a card that only the presser sees."""
    return bool(_part(body, "container").get("is_ephemeral"))


def thread_of(body: Payload) -> str | None:
    """The thread in which a pressed or explained message stands; None when it stands in the channel."""
    found = _part(body, "container").get("thread_ts") or _part(body, "message").get("thread_ts")
    return str(found) if found else None


def whole_text(message: Payload) -> str:
    """All that can be read in a message, attachments and blocks included, which is where alerts say it."""
    parts = (str(message.get("text") or ""), *_texts(message.get("attachments"), MAX_DEPTH))
    parts = parts if parts[0] else (*parts, *_texts(message.get("blocks"), MAX_DEPTH))
    return read("\n".join(dict.fromkeys(parts)))


def _texts(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, list | tuple) and depth:
        for one in value:
            yield from _texts(one, depth - 1)
    elif isinstance(value, Mapping) and depth:
        for name in ("pretext", "title", "text", "value", "fields", "blocks", "elements"):
            part = value.get(name)
            if isinstance(part, str):
                yield part
            else:
                yield from _texts(part, depth - 1)


def _us(body: Payload) -> object:
    """The bot's own person, for whom an event is delivered (docs: Events API, ``authorizations``)."""
    told = body.get("authorizations")
    first = told[0] if isinstance(told, list) and told else None
    return first.get("user_id") if isinstance(first, Mapping) and first.get("is_bot") else None


def _is_ours(message: Payload, context: AsyncBoltContext) -> bool:
    by_us = bool(message.get("user")) and message.get("user") == context.bot_user_id
    return by_us or (message.get("bot_id") is not None and message.get("bot_id") == context.bot_id)


def _part(body: Payload, name: str) -> Payload:
    part = body.get(name)
    return part if isinstance(part, Mapping) else {}


def _seconds(stamp: str) -> float:
    try:
        return float(stamp)
    except ValueError:
        return 0.0
