"""Staying connected to Discord until cancelled, and knowing which troubles pass and which are the operator's."""

import asyncio

import aiohttp
import discord
import structlog

from teapot.bot import Teapot
from teapot.problems import ConfigError
from teapot_discord import endpoint
from teapot_discord.client import COMMAND_ONLY, PART, DiscordClient
from teapot_discord.config import REMEDIES, DiscordConfig

FIRST_PAUSE_SECONDS, MAX_PAUSE_SECONDS = 1.0, 60.0
TOKEN_REFUSED, SHARD_REFUSED, TOO_FEW_SHARDS = 4004, 4010, 4011
"""Close codes of the gateway (docs: Gateway Close Event Codes)."""

log = structlog.get_logger()


async def stay_connected(teapot: Teapot, config: DiscordConfig) -> None:
    """Serve Discord until cancelled, then close the session. Raises ConfigError when Discord refuses the operator."""
    endpoint.use(config.discord_api_url)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    teapot.health.report(PART, ready=False, detail="connecting")
    try:
        await _serve(teapot, config)
    finally:
        teapot.health.report(PART, ready=False, detail="stopped")


async def _serve(teapot: Teapot, config: DiscordConfig) -> None:
    """One client after the other: without the content intent after that was refused, later after Discord was away."""
    reads_content, pause = True, FIRST_PAUSE_SECONDS
    while True:
        client = DiscordClient(teapot, config.teapot_discord_shards, reads_content=reads_content)
        try:
            async with client:
                await client.start(config.discord_token)
            return
        except discord.PrivilegedIntentsRequired:
            if not reads_content:
                raise
            log.error("Discord refused the message-content intent", now=COMMAND_ONLY)
            reads_content = False
        except discord.LoginFailure as error:
            raise _refused("DISCORD_TOKEN") from error
        except discord.ConnectionClosed as error:
            if error.code == TOKEN_REFUSED:
                raise _refused("DISCORD_TOKEN") from error
            if error.code in (SHARD_REFUSED, TOO_FEW_SHARDS):
                raise _refused("TEAPOT_DISCORD_SHARDS") from error
            raise
        except (discord.HTTPException, discord.GatewayNotFound, aiohttp.ClientError, OSError) as error:
            teapot.health.report(PART, ready=False, detail=f"Discord is away: {type(error).__name__}")
            log.warning("Discord is away", reason=type(error).__name__, retry_in_seconds=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, MAX_PAUSE_SECONDS)


def _refused(name: str) -> ConfigError:
    return ConfigError((f"{name}: refused by Discord; expected {REMEDIES[name]}",))
