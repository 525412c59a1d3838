"""What the environment says about Discord."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Annotated

from msgspec import Meta, Struct

from teapot.config import Secret, read
from teapot.problems import ConfigError

MAX_SHARDS = 65_536
MAX_COMMAND = 32 - len("-settings")
"""Characters of the command's name: Discord takes 32, and other commands are named after it."""


class Shards:
    """The shards that this process serves: ``ids``, out of ``count`` in all.

    Written "0-3/16" for the first four of sixteen, or "2/4" for the third of four. Raises ValueError for anything else.
    """

    __slots__ = ("count", "ids")

    def __init__(self, text: str) -> None:
        served, _, count = text.partition("/")
        first, _, last = served.partition("-")
        self.count = _whole(count)
        self.ids = tuple(range(_whole(first), _whole(last or first) + 1))
        if not self.ids or self.ids[-1] >= self.count or self.count > MAX_SHARDS:
            raise ValueError(text)


class DiscordConfig(Struct, frozen=True, rename="upper"):
    """The adapter's variables; ``teapot_discord_shards`` is None when Discord is to say how many there are."""

    discord_token: Secret
    discord_api_url: Annotated[str, Meta(pattern=r"^https?://[^\s?#]+$")] = "https://discord.com/api/v10"
    teapot_discord_shards: Shards | None = None


REMEDIES = {
    "DISCORD_TOKEN": "the bot's token, from https://discord.com/developers/applications, page Bot, Reset Token",
    "DISCORD_API_URL": "a REST base with its version, as https://discord.com/api/v10",
    "TEAPOT_DISCORD_SHARDS": "first-last/count, as 0-3/16, or one/count, as 2/4",
}


def read_config(env: Mapping[str, str]) -> DiscordConfig | None:
    """The configuration; None when no variable of Discord's is set. Raises ConfigError with all problems."""
    if not any(name in env for name in REMEDIES):
        return None
    config = read(DiscordConfig, env, REMEDIES)
    if len(env.get("TEAPOT_COMMAND", "")) > MAX_COMMAND:
        raise ConfigError(
            (f"TEAPOT_COMMAND: too long for Discord; expected at most {MAX_COMMAND} characters, as http",)
        )
    if find_spec("discord") is None:
        raise ConfigError(("DISCORD_TOKEN: is set, but discord.py is missing; install teapot-bot[discord]",))
    return config


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 6):
        raise ValueError(text)
    return int(text)
