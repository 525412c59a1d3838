"""What a platform is told about Teapot once, before it runs: Slack's app manifest and Discord's invite links.

Sources: Slack's manifest schema 2.0.0 (docs.slack.dev, "App manifest reference") and Discord's OAuth2 page
(docs.discord.com, "Bot users" and "Permissions").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import msgspec

from teapot.problems import ConfigError

EVENTS_PATH = "/slack/events"
MAX_SLACK_COMMAND = 31
MAX_URL = 2000
EXPLAIN = "Explain HTTP codes"
EXPLAIN_ID = "teapot_explain"
WHY = "Why did Teapot reply?"
"""Shorter than on Discord: Slack takes 24 characters."""

WHY_ID = "teapot_why"

SLACK_SCOPES = (
    "app_mentions:read",
    "channels:history",
    "chat:write",
    "commands",
    "files:write",
    "groups:history",
    "im:history",
    "mpim:history",
    "users:read",
)
SLACK_EVENTS = (
    "app_mention", "app_uninstalled", "message.channels", "message.groups", "message.im", "message.mpim",
    "tokens_revoked",
)  # fmt: skip

DISCORD_PERMISSIONS: Mapping[str, int] = {
    "View Channels": 1 << 10,
    "Send Messages": 1 << 11,
    "Embed Links": 1 << 14,
    "Attach Files": 1 << 15,
    "Read Message History": 1 << 16,
    "Send Messages in Threads": 1 << 38,
}
AUTHORIZE = "https://discord.com/oauth2/authorize"


@dataclass(frozen=True, slots=True)
class Invitation:
    """Two links for a browser: ``server`` adds the bot to a Discord server, ``user`` to one person's account."""

    server: str
    user: str
    permissions: int


def slack_manifest(command: str, url: str | None = None) -> Mapping[str, object]:
    """The app manifest: for Socket Mode, or for HTTP mode when ``url`` says where Slack reaches this bot.

    ``command`` comes without its slash and is at most 31 characters long. ``url`` is an https address without a query,
    at most 2000 characters long. Raises ConfigError for anything else.
    """
    if len(command) > MAX_SLACK_COMMAND:
        raise ConfigError(
            (f"TEAPOT_COMMAND: Slack takes at most {MAX_SLACK_COMMAND} characters; choose a shorter one",)
        )
    target = None if url is None else _events_url(url)
    reached = {} if target is None else {"url": target}
    asked = {} if target is None else {"request_url": target}
    offered = {} if target is None else {"message_menu_options_url": target}
    return {
        "display_information": {
            "name": "Teapot",
            "description": "Explains HTTP status codes, on request and where one is pasted.",
            "background_color": "#3b2f2a",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": False,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Teapot", "always_online": True},
            "shortcuts": [
                {
                    "name": EXPLAIN,
                    "type": "message",
                    "callback_id": EXPLAIN_ID,
                    "description": "Tells you what the status codes in this message mean",
                },
                {
                    "name": WHY,
                    "type": "message",
                    "callback_id": WHY_ID,
                    "description": "Tells you alone what kept Teapot quiet, or what made it reply",
                },
            ],
            "slash_commands": [
                {
                    "command": f"/{command}",
                    **reached,
                    "description": "Explain an HTTP status code",
                    "usage_hint": "503, 5xx, bad gateway, 网关超时",
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": list(SLACK_SCOPES)}},
        "settings": {
            "event_subscriptions": {**asked, "bot_events": list(SLACK_EVENTS)},
            "interactivity": {"is_enabled": True, **asked, **offered},
            "org_deploy_enabled": False,
            "socket_mode_enabled": target is None,
            "token_rotation_enabled": False,
        },
    }


def discord_invitation(client_id: str) -> Invitation:
    """The links for an application, with the least permissions. Raises ConfigError unless its id is 17 to 20 digits."""
    if not (client_id.isascii() and client_id.isdigit() and 17 <= len(client_id) <= 20):
        raise ConfigError(
            ("--client-id: expected 17 to 20 digits, the Application ID on the page General Information",),
        )
    permissions = sum(DISCORD_PERMISSIONS.values())
    server = {
        "client_id": client_id,
        "integration_type": 0,
        "permissions": permissions,
        "scope": "bot applications.commands",
    }
    user = {"client_id": client_id, "integration_type": 1, "scope": "applications.commands"}
    return Invitation(f"{AUTHORIZE}?{urlencode(server)}", f"{AUTHORIZE}?{urlencode(user)}", permissions)


def slack_document(command: str, url: str | None = None, *, indent: int = 2) -> str:
    """The app manifest as JSON, on one line with ``indent`` 0. Raises ConfigError as ``slack_manifest`` does."""
    document = msgspec.json.encode(slack_manifest(command, url))
    return (msgspec.json.format(document, indent=indent) if indent else document).decode()


def discord_document(invitation: Invitation) -> str:
    """The links as one JSON document, with the permissions by name."""
    return msgspec.json.encode({**msgspec.to_builtins(invitation), "asks_for": list(DISCORD_PERMISSIONS)}).decode()


def discord_lines(invitation: Invitation) -> tuple[str, ...]:
    """The links for people: what each does, and what it asks for."""
    return (
        "Into a server, by someone who may manage it: everybody there has the commands, and the bot answers messages",
        "in the channels that it can see. It asks for these permissions and no others:",
        f"{', '.join(DISCORD_PERMISSIONS)}.",
        "",
        f"  {invitation.server}",
        "",
        "Into one person's account, by anyone: that person has the commands and the message action everywhere, in",
        "servers without the bot and in direct messages too. Nothing is answered unasked, no permission is needed.",
        "",
        f"  {invitation.user}",
    )


def _events_url(url: str) -> str:
    if len(url) > MAX_URL or not _is_public_address(url):
        raise ConfigError(("--url: expected the bot's public address, as https://bot.example",))
    return url.rstrip("/").removesuffix(EVENTS_PATH) + EVENTS_PATH


def _is_public_address(url: str) -> bool:
    try:
        address = urlsplit(url)
        port = address.port
    except ValueError:
        return False
    is_plain = url.isascii() and url.isprintable() and not set(url) & set(' ?#@\\"<>')
    return is_plain and address.scheme == "https" and bool(address.hostname) and port != 0
