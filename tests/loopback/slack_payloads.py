"""What Slack sends, with the keys that its own documents and SDKs show."""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

TEAM, APP, BOT_USER, BOT_ID = "T0TEAM", "A0TEAPOT", "U0TEAPOT", "B0TEAPOT"
CHANNEL, DIRECT = "C0GENERAL", "D0DIRECT"
ANN, STRANGER, OWNER, OTHER_BOT = "U0ANN", "U0STRANGER", "U0OWNER", "B0OTHER"

Json = dict[str, Any]


def escape(typed: str) -> str:
    """What becomes of a text that a person types (docs: Escaping text)."""
    return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def event_callback(event: Json, event_id: str) -> Json:
    """An Events API delivery."""
    authorization = {"enterprise_id": None, "team_id": TEAM, "user_id": BOT_USER, "is_bot": True}
    return {
        "token": "obsolete",
        "team_id": TEAM,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(float(event["event_ts"])),
        "authorizations": [{**authorization, "is_enterprise_install": False}],
        "is_ext_shared_channel": False,
    }


def message(text: str, ts: str, /, *, user: str = ANN, channel: str = CHANNEL, **more: object) -> Json:
    """A ``message`` event; ``more`` are its other keys, as ``thread_ts``, ``subtype`` or ``bot_id``."""
    kind = "im" if channel.startswith("D") else "channel"
    base = {"type": "message", "user": user, "text": text, "ts": ts, "team": TEAM, "channel": channel}
    return {**base, "event_ts": ts, "channel_type": kind, **more}


def message_changed(before: Json, after: Json, at: str) -> Json:
    """The event that a message is now another (docs: message_changed)."""
    hidden = ("channel", "channel_type", "event_ts")
    inner, previous = ({key: part for key, part in one.items() if key not in hidden} for one in (after, before))
    event = {"type": "message", "subtype": "message_changed", "hidden": True, "ts": at, "event_ts": at}
    place = {"channel": before["channel"], "channel_type": before["channel_type"]}
    return {**event, **place, "message": inner, "previous_message": previous}


def message_deleted(before: Json, at: str) -> Json:
    """The event that a message is no more (docs: message_deleted)."""
    previous = {key: part for key, part in before.items() if key not in ("channel", "channel_type", "event_ts")}
    event = {"type": "message", "subtype": "message_deleted", "hidden": True, "ts": at, "event_ts": at}
    place = {"channel": before["channel"], "channel_type": before["channel_type"]}
    return {**event, **place, "deleted_ts": before["ts"], "previous_message": previous}


def app_mention(of: Mapping[str, Any]) -> Json:
    """The ``app_mention`` event that comes beside a ``message`` event."""
    event = {key: value for key, value in of.items() if key != "channel_type"}
    return {**event, "type": "app_mention"}


def slash_command(text: str, response_url: str, *, user: str, channel: str) -> Json:
    """A slash command's form."""
    return {
        "token": "obsolete",
        "team_id": TEAM,
        "team_domain": "loopback",
        "channel_id": channel,
        "channel_name": "general",
        "user_id": user,
        "user_name": user.lower(),
        "command": "/http",
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": "1.2.trigger",
    }


def block_actions(action: Json, container: Json, response_url: str, *, user: str, shown: Json | None) -> Json:
    """A press; ``shown`` is the message, which Slack leaves out where only the presser sees it."""
    payload: Json = {
        "type": "block_actions",
        "user": {"id": user, "username": user.lower(), "name": user.lower(), "team_id": TEAM},
        "api_app_id": APP,
        "token": "obsolete",
        "container": container,
        "trigger_id": "1.2.trigger",
        "team": {"id": TEAM, "domain": "loopback"},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": container["channel_id"], "name": "general"},
        "state": {"values": {}},
        "response_url": response_url,
        "actions": [action],
    }
    return payload if shown is None else {**payload, "message": shown}


def block_suggestion(element: Json, typed: str, container: Json, *, user: str) -> Json:
    """Something typed into a select whose options the app gives."""
    return {
        "type": "block_suggestion",
        "user": {"id": user, "username": user.lower(), "name": user.lower(), "team_id": TEAM},
        "container": container,
        "api_app_id": APP,
        "token": "obsolete",
        "action_id": element["action_id"],
        "block_id": "b1",
        "value": typed,
        "team": {"id": TEAM, "domain": "loopback"},
        "enterprise": None,
        "is_enterprise_install": False,
        "channel": {"id": container["channel_id"], "name": "general"},
    }


def message_action(shown: Json, response_url: str, *, user: str, channel: str, callback_id: str) -> Json:
    """A message shortcut."""
    return {
        "type": "message_action",
        "token": "obsolete",
        "action_ts": "1700000000.000001",
        "team": {"id": TEAM, "domain": "loopback"},
        "user": {"id": user, "username": user.lower(), "team_id": TEAM, "name": user.lower()},
        "channel": {"id": channel, "name": "general"},
        "is_enterprise_install": False,
        "enterprise": None,
        "callback_id": callback_id,
        "trigger_id": "1.2.trigger",
        "response_url": response_url,
        "message_ts": shown["ts"],
        "message": shown,
    }


def signature(secret: str, timestamp: int, body: str) -> str:
    """``X-Slack-Signature`` (docs: Verifying requests from Slack)."""
    return "v0=" + hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()
