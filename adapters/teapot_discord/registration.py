"""Telling Discord our commands, and only when it does not know them: 200 creations a day are allowed."""

from collections.abc import Iterable, Mapping
from typing import Any

import discord
import structlog
from discord.app_commands import CommandTree
from discord.http import Route

KEYS = (
    "type",
    "name",
    "name_localizations",
    "description",
    "description_localizations",
    "options",
    "required",
    "choices",
    "value",
    "autocomplete",
    "min_length",
    "max_length",
    "min_value",
    "max_value",
    "channel_types",
    "contexts",
    "integration_types",
    "default_member_permissions",
    "nsfw",
)
"""What a command's author sets (docs: Application Command Structure); the rest is Discord's own."""

log = structlog.get_logger()


async def register(tree: CommandTree[Any]) -> None:
    """Send the global commands if they differ from what the server has.

    A refusal is logged, for the commands of yesterday still work. Raises discord.DiscordServerError,
    aiohttp.ClientError and OSError when the server is not there.
    """
    try:
        if _set(await _ours(tree)) != _set(await _theirs(tree.client)):
            await tree.sync()
            log.info("commands registered", platform="discord")
    except discord.DiscordServerError:
        raise
    except discord.HTTPException as refused:
        log.error("Discord refused the commands", http=refused.status, error=refused.code)


async def _ours(tree: CommandTree[Any]) -> list[dict[str, Any]]:
    commands, translator = tree.get_commands(), tree.translator
    if translator is None:
        return [command.to_dict(tree) for command in commands]
    return [await command.get_translated_payload(tree, translator) for command in commands]


async def _theirs(client: discord.Client) -> list[dict[str, Any]]:
    route = Route("GET", "/applications/{application_id}/commands", application_id=client.application_id)
    found: list[dict[str, Any]] = await client.http.request(route, params={"with_localizations": "true"})
    return found


def _set(commands: Iterable[Mapping[str, Any]]) -> list[Any]:
    return sorted((_chosen(command) for command in commands), key=lambda one: (one["type"], one["name"]))


def _chosen(command: Mapping[str, Any]) -> dict[str, Any]:
    """What its author set, in one form: the server leaves out, or gives as null, what we send as empty."""
    chosen: dict[str, Any] = {"type": command.get("type", 1)}
    for key in KEYS:
        value = command.get(key)
        if key in ("options", "choices"):
            value = [_chosen(one) for one in value or ()]
        elif key in ("contexts", "integration_types"):
            value = sorted(value or ())
        if value not in (None, False, "", [], {}):
            chosen[key] = value
    return chosen
