"""The people, places and payloads of the loopback Discord, in the shapes that the gateway delivers."""

import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

Payload = dict[str, Any]

EPOCH_MILLISECONDS = 1_420_070_400_000
TOKEN = "loopback.discord.token"
APPLICATION, GUILD, CHANNEL, DIRECT = (str(10**18 + number) for number in range(1, 5))
BOT, PERSON, STRANGER, OTHER_BOT, GUEST = APPLICATION, *(str(10**18 + number) for number in range(11, 15))
NAMES = {BOT: "Teapot", PERSON: "Ada", STRANGER: "Bob", OTHER_BOT: "Robot", GUEST: "Eve"}

VIEW, SEND, EMBED, ATTACH, HISTORY = 1 << 10, 1 << 11, 1 << 14, 1 << 15, 1 << 16
MANAGE_CHANNELS, MANAGE_GUILD = 1 << 4, 1 << 5
EVERYTHING_NEEDED = VIEW | SEND | EMBED | ATTACH | HISTORY
EPHEMERAL, LOADING = 1 << 6, 1 << 7


def snowflake(number: int, age_seconds: float = 0.0) -> str:
    """The id of the so-manieth thing made, its time that many seconds ago."""
    milliseconds = int((time.time() - age_seconds) * 1000) - EPOCH_MILLISECONDS
    return str(milliseconds << 22 | number % (1 << 22))


def moment(of: str) -> str:
    """The time in a snowflake, as the payloads write it."""
    seconds = ((int(of) >> 22) + EPOCH_MILLISECONDS) / 1000
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def user(person: str) -> Payload:
    """A person or a bot."""
    return {
        "id": person,
        "username": NAMES[person],
        "discriminator": "0",
        "global_name": NAMES[person],
        "avatar": None,
        "bot": person in (BOT, OTHER_BOT),
    }


def member(permissions: int | None = None) -> Payload:
    """Somebody as part of the guild, without the user inside; ``permissions`` only in interactions."""
    known = {"roles": [], "joined_at": moment(GUILD), "deaf": False, "mute": False, "flags": 0, "nick": None}
    return known if permissions is None else {**known, "permissions": str(permissions)}


def guild(permissions: int) -> Payload:
    """The guild as GUILD_CREATE tells it, where everyone may do so much."""
    everyone = {"id": GUILD, "name": "@everyone", "permissions": str(permissions), "position": 0, "colors": {}}
    return {
        "id": GUILD,
        "name": "Loopback",
        "owner_id": STRANGER,
        "roles": [everyone],
        "channels": [channel(CHANNEL)],
        "members": [{**member(), "user": user(BOT)}],
        "member_count": 4,
        "emojis": [],
        "stickers": [],
        "threads": [],
        "unavailable": False,
    }


def channel(place: str) -> Payload:
    """The guild's text channel or the direct messages with Ada."""
    if place == DIRECT:
        return {"id": DIRECT, "type": 1, "recipients": [user(PERSON)], "last_message_id": None}
    return {"id": place, "type": 0, "name": "general", "position": 0, "guild_id": GUILD, "permission_overwrites": []}


def message(made: str, author: str, body: Mapping[str, Any], place: str = CHANNEL) -> Payload:
    """A message with that id, as MESSAGE_CREATE tells it."""
    content = body.get("content") or ""
    known: Payload = {
        "id": made,
        "type": 19 if body.get("message_reference") else 0,
        "channel_id": place,
        "author": user(author),
        "content": content,
        "timestamp": moment(made),
        "edited_timestamp": None,
        "tts": False,
        "pinned": False,
        "mention_everyone": False,
        "mentions": [user(person) for person in NAMES if re.search(f"<@!?{person}>", content)],
        "mention_roles": [],
        "attachments": body.get("uploaded") or [],
        "embeds": body.get("embeds") or [],
        "components": body.get("components") or [],
        "flags": body.get("flags") or 0,
    }
    if body.get("message_reference"):
        known["message_reference"] = body["message_reference"]
    return known


def in_guild(payload: Mapping[str, Any]) -> Payload:
    """The message as the gateway delivers it: with the guild and the author's membership where it has them."""
    if payload["channel_id"] == DIRECT:
        return dict(payload)
    delivered = {**payload, "guild_id": GUILD}
    return delivered if "webhook_id" in payload else {**delivered, "member": member()}


def pings(body: Mapping[str, Any], reply_to: str | None, *, is_answer: bool) -> set[str]:
    """Whom a message would notify: ids of users and roles, and "everyone" (docs: Allowed Mentions Object).

    ``reply_to`` is the author of the message it replies to; ``is_answer`` holds for answers to interactions.
    """
    allowed = body.get("allowed_mentions")
    by_default = ["users"] if is_answer else ["users", "roles", "everyone"]
    kinds = by_default if allowed is None else allowed.get("parse") or []
    listed = allowed or {}
    content = body.get("content") or ""
    users, roles = set(re.findall(r"<@!?(\d+)>", content)), set(re.findall(r"<@&(\d+)>", content))
    notified = users if "users" in kinds else users & set(listed.get("users") or [])
    notified |= roles if "roles" in kinds else roles & set(listed.get("roles") or [])
    if "everyone" in kinds and re.search(r"@(everyone|here)", content):
        notified.add("everyone")
    if reply_to is not None and (allowed is None or listed.get("replied_user")):
        notified.add(reply_to)
    return notified
