"""Discord's side of the one door in ``teapot.adapters``."""

from collections.abc import Mapping, Sequence
from typing import Any

from teapot.bot import Teapot
from teapot.card import Reply
from teapot_discord import render
from teapot_discord.config import DiscordConfig, read_config

__all__ = ["only_when_alone", "preview", "read_config", "routes", "run"]

only_when_alone = False


async def run(teapot: Teapot, config: DiscordConfig) -> None:
    """Serve Discord until cancelled. Raises ConfigError when Discord refuses the token or the shards."""
    from teapot_discord.connection import stay_connected  # noqa: PLC0415  previews need no discord.py

    await stay_connected(teapot, config)


def routes(_teapot: Teapot, _config: DiscordConfig) -> Sequence[Any]:
    """No pages: everything comes through the gateway."""
    return ()


def preview(reply: Reply) -> Mapping[str, Any]:
    """The message body for a reply, as sent to Discord."""
    return render.body(reply)
