"""Which server discord.py talks to: Discord, or another one that speaks its language.

discord.py keeps both addresses in its classes, so they hold for the process; this module alone sets them.
"""

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route


def use(api_url: str) -> None:
    """Send everything over HTTP to this base, as ``https://discord.com/api/v10``."""
    Route.BASE = api_url.rstrip("/")


async def find_gateway(client: discord.AutoShardedClient) -> None:
    """Ask the server for its gateway, and for the number of shards where the operator named none.

    Raises discord.GatewayNotFound when it does not tell.
    """
    shard_count, url, _ = await client.http.get_bot_gateway()
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url)
    client.shard_count = client.shard_count or shard_count
