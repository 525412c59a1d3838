"""The loopback Discord's REST side: who may do what, what is refused, and what comes of the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.loopback.discord_limits import choice_problems, command_problems, message_problems, upload_problems
from tests.loopback.discord_state import Discord, Interaction
from tests.loopback.discord_world import (
    APPLICATION,
    ATTACH,
    BOT,
    DIRECT,
    EMBED,
    EPHEMERAL,
    LOADING,
    SEND,
    Payload,
    in_guild,
    message,
    moment,
    pings,
    user,
)

ANSWER_WITHIN_SECONDS, TOKEN_SECONDS = 3.0, 15 * 60.0
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, AUTOCOMPLETED = 4, 5, 6, 7, 8
CALLBACKS = {2: (MESSAGE, DEFERRED), 3: (MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE), 4: (AUTOCOMPLETED,)}
"""Which answers may be given to a command, a component and an autocompletion (docs: Interaction Callback Type)."""


class ProblemError(Exception):
    """A refusal: Discord's own error number and the HTTP status it comes with."""

    def __init__(self, error: int, http: int, text: str) -> None:
        super().__init__(text)
        self.body = {"code": error, "message": text}
        self.http = http


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call brings: the named parts of its path, its query, its body, files by number as name and content."""

    parts: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    uploads: Mapping[int, tuple[str, bytes]] = field(default_factory=dict)


def refuse_if(problems: list[str]) -> None:
    """Refuse a body for what is wrong with it."""
    if problems:
        raise ProblemError(50035, 400, "; ".join(problems))


async def me(_discord: Discord, _asked: Asked) -> object:
    """GET /users/@me."""
    return user(BOT)


async def application(_discord: Discord, _asked: Asked) -> object:
    """GET /oauth2/applications/@me."""
    about = {"id": APPLICATION, "name": "Teapot", "icon": None, "description": "", "flags": 0, "owner": user(BOT)}
    return {**about, "bot_public": True, "bot_require_code_grant": False, "verify_key": "", "team": None}


async def gateway(discord: Discord, _asked: Asked) -> object:
    """GET /gateway/bot."""
    limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
    return {"url": discord.gateway.resume_url, "shards": 1, "session_start_limit": limit}


async def commands(discord: Discord, asked: Asked) -> object:
    """GET the global commands, their translations only on demand."""
    if asked.query.get("with_localizations") == "true":
        return discord.commands
    return [
        {key: value for key, value in command.items() if not key.endswith("_localizations")}
        for command in discord.commands
    ]


async def set_commands(discord: Discord, asked: Asked) -> object:
    """PUT all global commands."""
    refuse_if(list(command_problems(asked.body)))
    discord.commands = [
        {
            **{key: value for key, value in command.items() if value not in (False, [], {})},
            "description": command.get("description", ""),
            "name_localizations": command.get("name_localizations") or None,
            "id": discord.new_id(),
            "application_id": APPLICATION,
            "version": discord.new_id(),
        }
        for command in asked.body
    ]
    return discord.commands


async def post(discord: Discord, asked: Asked) -> object:
    """POST a message; the same nonce gives the same message."""
    place = asked.parts["channel"]
    if place != DIRECT and not discord.permissions & SEND:
        raise ProblemError(50013, 403, "Missing Permissions")
    if place != DIRECT and asked.body.get("embeds") and not discord.permissions & EMBED:
        raise ProblemError(50013, 403, "Missing Permissions")
    body = _checked(discord, asked, asked.body)
    nonce = (place, str(body.get("nonce")))
    if body.get("enforce_nonce") and nonce in discord.nonces:
        return discord.messages[discord.nonces[nonce]]
    reference = body.get("message_reference") or {}
    original = discord.messages.get(str(reference.get("message_id")))
    if reference and original is None and reference.get("fail_if_not_exists", True):
        raise ProblemError(50035, 400, "message_reference: unknown message")
    reply_to = original["author"]["id"] if original is not None else None
    discord.notified |= pings(body, reply_to, is_answer=False)
    made = await discord.keep(BOT, body, place)
    discord.nonces[nonce] = made["id"]
    discord.posted.append(made["id"])
    return made


async def edit(discord: Discord, asked: Asked) -> object:
    """PATCH a message of one's own: the parts that the body has."""
    target = _own(discord, asked)
    if asked.parts["channel"] != DIRECT and asked.body.get("embeds") and not discord.permissions & EMBED:
        raise ProblemError(50013, 403, "Missing Permissions")
    discord.edit(target, _checked(discord, asked, asked.body, is_edit=True))
    discord.notified |= pings(asked.body, None, is_answer=True)
    made = discord.messages[target]
    made["edited_timestamp"] = moment(discord.new_id())
    await discord.gateway.dispatch_message("MESSAGE_UPDATE", in_guild(made))
    return made


async def delete(discord: Discord, asked: Asked) -> object:
    """DELETE a message of one's own."""
    target = _own(discord, asked)
    del discord.messages[target]
    await discord.gateway.dispatch_deletion(asked.parts["channel"], (target,))
    return None


def _own(discord: Discord, asked: Asked) -> str:
    """The message's id, if it is there and the bot's own."""
    made = discord.messages.get(asked.parts["message"])
    if made is None or made["channel_id"] != asked.parts["channel"]:
        raise ProblemError(10008, 404, "Unknown Message")
    if made["author"]["id"] != BOT:
        raise ProblemError(50005, 403, "Cannot edit a message authored by another user")
    return str(made["id"])


async def callback(discord: Discord, asked: Asked) -> object:
    """POST the first answer to an interaction."""
    interaction = discord.interactions.get(asked.parts["interaction"])
    if interaction is None or interaction.token != asked.parts["token"]:
        raise ProblemError(10062, 404, "Unknown interaction")
    if discord.now() - interaction.born > ANSWER_WITHIN_SECONDS:
        raise ProblemError(10062, 404, "Unknown interaction")
    if interaction.kind is not None:
        raise ProblemError(40060, 400, "Interaction has already been acknowledged.")
    kind, data = asked.body["type"], asked.body.get("data") or {}
    if kind not in CALLBACKS[interaction.type]:
        raise ProblemError(50035, 400, f"type: {kind} is no answer to {interaction.type}")
    if kind == AUTOCOMPLETED:
        refuse_if(list(choice_problems(data["choices"])))
    elif kind in (MESSAGE, UPDATE):
        data = _checked(discord, asked, data, is_edit=kind == UPDATE)
        discord.notified |= pings(data, None, is_answer=True)
    interaction.data = data
    if kind == MESSAGE:
        interaction.message = (await discord.keep(BOT, data, interaction.place))["id"]
    elif kind == DEFERRED:
        flags = LOADING | (int(data.get("flags") or 0) & EPHEMERAL)
        made = message(discord.new_id(), BOT, {"flags": flags}, interaction.place)
        discord.messages[made["id"]], interaction.message = made, made["id"]
    elif kind == UPDATE:
        discord.edit(str(interaction.message), data)
    interaction.kind = kind
    return _called_back(discord, interaction)


async def delete_original(discord: Discord, asked: Asked) -> object:
    """DELETE the message that an interaction made, or whose button it was."""
    interaction = _answered(discord, asked)
    if interaction.message not in discord.messages:
        raise ProblemError(10008, 404, "Unknown Message")
    interaction.is_cut_off = discord.is_loading(interaction)
    del discord.messages[interaction.message]
    return None


async def edit_original(discord: Discord, asked: Asked) -> object:
    """PATCH the message that an interaction made, or whose button it was; who reads it stays as it was."""
    interaction = _answered(discord, asked)
    if interaction.message not in discord.messages:
        raise ProblemError(10008, 404, "Unknown Message")
    return _fill(discord, str(interaction.message), _checked(discord, asked, asked.body, is_edit=True))


async def follow_up(discord: Discord, asked: Asked) -> object:
    """POST a further message; while the first is still to come it becomes that one, whoever was to read this one."""
    interaction = _answered(discord, asked)
    body = _checked(discord, asked, asked.body)
    if interaction.is_cut_off:
        raise ProblemError(10008, 404, "Unknown Message")
    if discord.is_loading(interaction):
        return _fill(discord, str(interaction.message), body)
    discord.notified |= pings(body, None, is_answer=True)
    made = await discord.keep(BOT, body, interaction.place)
    interaction.further.append(made["id"])
    return made


def _answered(discord: Discord, asked: Asked) -> Interaction:
    interaction = next((one for one in discord.interactions.values() if one.token == asked.parts["token"]), None)
    if interaction is None or interaction.kind is None:
        raise ProblemError(10015, 404, "Unknown Webhook")
    if discord.now() - interaction.born > TOKEN_SECONDS:
        raise ProblemError(50027, 401, "Invalid Webhook Token")
    return interaction


def _fill(discord: Discord, target: str, body: Payload) -> Payload:
    discord.notified |= pings(body, None, is_answer=True)
    discord.edit(target, body)
    discord.messages[target]["flags"] &= ~LOADING
    return discord.messages[target]


def _checked(discord: Discord, asked: Asked, body: Payload, *, is_edit: bool = False) -> Payload:
    """The body with what was uploaded beside it, if nothing is wrong with them."""
    refuse_if([*message_problems(body), *upload_problems(body, asked.uploads)])
    if asked.uploads and not discord.permissions & ATTACH:
        raise ProblemError(50013, 403, "Missing Permissions")
    if not is_edit and not (body.get("content") or "").strip() and not body.get("embeds"):
        raise ProblemError(50006, 400, "Cannot send an empty message")
    told = {one["id"]: one for one in body.get("attachments") or []}
    uploaded = [
        {
            "id": discord.new_id(),
            "filename": name,
            "size": len(content),
            "content_type": "image/png",
            "description": told.get(number, {}).get("description"),
            "content": content.hex(),
            **dict.fromkeys(("url", "proxy_url"), f"https://cdn.invalid/{name}"),
        }
        for number, (name, content) in asked.uploads.items()
    ]
    return {**body, "uploaded": uploaded} if uploaded else body


def _called_back(discord: Discord, interaction: Interaction) -> Payload:
    about: Payload = {"id": interaction.id, "type": interaction.type}
    if interaction.kind not in (MESSAGE, UPDATE):
        return {"interaction": about}
    shown = discord.messages[str(interaction.message)]
    about |= {"response_message_id": shown["id"], "response_message_ephemeral": bool(shown["flags"] & EPHEMERAL)}
    return {"interaction": about, "resource": {"type": interaction.kind, "message": shown}}


ROUTES = (
    ("GET", "/users/@me", me),
    ("GET", "/oauth2/applications/@me", application),
    ("GET", "/gateway/bot", gateway),
    ("GET", f"/applications/{APPLICATION}/commands", commands),
    ("PUT", f"/applications/{APPLICATION}/commands", set_commands),
    ("POST", "/channels/{channel}/messages", post),
    ("PATCH", "/channels/{channel}/messages/{message}", edit),
    ("DELETE", "/channels/{channel}/messages/{message}", delete),
    ("POST", "/interactions/{interaction}/{token}/callback", callback),
    ("DELETE", f"/webhooks/{APPLICATION}/{{token}}/messages/@original", delete_original),
    ("PATCH", f"/webhooks/{APPLICATION}/{{token}}/messages/@original", edit_original),
    ("POST", f"/webhooks/{APPLICATION}/{{token}}", follow_up),
)
