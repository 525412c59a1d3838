"""The smallest discord.py bot that answers a mention with one constant embed: what Teapot is measured against."""

import os
import re

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

MENTION = re.compile(r"HTTP 5\d\d")


class Bare(discord.Client):
    """Hears and answers."""

    async def on_message(self, message: discord.Message) -> None:
        """Reply once to a text that looks like a server error."""
        if not message.author.bot and MENTION.search(message.content):
            await message.reply(embed=discord.Embed(title="502 Bad Gateway", description="The upstream failed."))


Route.BASE = os.environ["DISCORD_API_URL"]
DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["BENCH_GATEWAY_URL"])
intents = discord.Intents.none()
intents.guilds = intents.guild_messages = intents.message_content = True
Bare(intents=intents, allowed_mentions=discord.AllowedMentions.none()).run(
    os.environ["DISCORD_TOKEN"], log_handler=None
)
