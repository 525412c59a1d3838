"""Sending, once and in bounded time, whatever Discord or the network does in between.

discord.py repeats 500, 502 and 504 by itself, but not 503 or a dropped connection, and waits for a 429 without end
(http.py, webhook/async_.py of 2.7). Repeating is safe: the nonce makes a second post the first one, and a second first
answer to an interaction is refused (docs: Create Message, enforce_nonce; Interactions, error 40060).
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import aiohttp
import discord
import structlog

from teapot.card import Reply
from teapot.drawings import Drawings
from teapot_discord import render

POST_SECONDS = 60.0
FIRST_PAUSE_SECONDS, MAX_PAUSE_SECONDS = 0.25, 8.0
UNKNOWN_MESSAGE, ALREADY_ANSWERED = 10008, 40060
SESSION_CLOSED = "Session is closed"
"""What aiohttp says when the bot is stopping."""

Writable = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.Thread
    | discord.DMChannel
    | discord.GroupChannel
    | discord.PartialMessageable
)
NOBODY = discord.AllowedMentions.none()
log = structlog.get_logger()


class Rows(discord.ui.View):
    """Components as they were drawn. Stopped, so that discord.py stores none: a press carries all it needs."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        super().__init__(timeout=None)
        self.drawn = rows
        self.stop()

    def to_components(self) -> list[dict[str, Any]]:
        """The rows in Discord's own form."""
        return self.drawn


async def post(message: discord.Message, reply: Reply, embeds: Drawings[dict[str, Any]]) -> str | None:
    """Answer a message under it or beside it, pinging nobody; as plain text where the bot may not embed.

    Gives the id of our message, None when it could not be posted.
    """
    allowed = _permissions(message.channel)
    is_thread = isinstance(message.channel, discord.Thread)
    if not (allowed.send_messages_in_threads if is_thread else allowed.send_messages):
        log.warning("may not write in this channel", channel=message.channel.id)
        return None
    reply = showable(reply, allowed, channel=message.channel.id)
    drawn = arguments(render.body(reply, embeds) if allowed.embed_links else render.plain(reply))
    if reply.threaded:
        drawn["reference"] = message.to_reference(fail_if_not_exists=False)

    posted: list[int] = []

    async def send() -> None:
        given = {**drawn, "files": files(reply)}
        posted.append((await message.channel.send(**given, mention_author=False, nonce=str(message.id))).id)

    await deliver(send, POST_SECONDS, channel=message.channel.id, message=message.id)
    return str(posted[0]) if posted else None


async def edit(channel: Writable, handle: str, reply: Reply) -> None:
    """Make our message with that id say something else, as plain text where the bot may not embed.

    Nothing happens when somebody removed it.
    """
    drawn = arguments(render.body(reply) if _permissions(channel).embed_links else render.plain(reply))
    ours = _ours(channel, handle)

    async def send() -> None:
        await ours.edit(**{"content": None, "embeds": [], **drawn})

    await deliver(send, POST_SECONDS, channel=channel.id, message=int(handle))


async def remove(channel: Writable, handle: str) -> None:
    """Delete our message with that id; nothing happens when somebody removed it."""
    await deliver(_ours(channel, handle).delete, POST_SECONDS, message=int(handle))


async def deliver(send: Callable[[], Awaitable[object]], seconds: float, **ids: int) -> bool:
    """Send until it went through, at most for so many seconds; False, with one line in the log, when it did not."""
    pause = FIRST_PAUSE_SECONDS
    try:
        async with asyncio.timeout(seconds):
            while True:
                try:
                    await send()
                except discord.RateLimited as limited:
                    await asyncio.sleep(limited.retry_after)
                except (discord.DiscordServerError, aiohttp.ClientError, OSError):
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, MAX_PAUSE_SECONDS)
                except discord.HTTPException as refused:
                    if refused.code in (ALREADY_ANSWERED, UNKNOWN_MESSAGE):
                        return True
                    log.warning("Discord refused it", http=refused.status, error=refused.code, **ids)
                    return False
                except RuntimeError as error:
                    if str(error) != SESSION_CLOSED:
                        raise
                    return False
                else:
                    return True
    except TimeoutError:
        log.warning("Discord did not take it in time", seconds=seconds, **ids)
        return False


def files(reply: Reply) -> list[discord.File]:
    """The reply's picture to be uploaded, good for one call."""
    picture = reply.picture
    if picture is None:
        return []
    return [discord.File(BytesIO(picture.png), picture.name, description=render.description(picture))]


def showable(reply: Reply, allowed: discord.Permissions, **ids: int | None) -> Reply:
    """The reply without its picture where the bot may not attach files."""
    if reply.picture is None or allowed.attach_files:
        return reply
    log.warning("may not attach a picture in this channel", remedy="allow Teapot to attach files there", **ids)
    return replace(reply, picture=None)


def _ours(channel: Writable, handle: str) -> discord.PartialMessage:
    """A message of ours by its id; a bot is in no group talk."""
    assert not isinstance(channel, discord.GroupChannel)
    return channel.get_partial_message(int(handle))


def arguments(body: Mapping[str, Any]) -> dict[str, Any]:
    """A message body as discord.py takes it; the files apart, see ``files``."""
    drawn: dict[str, Any] = {"view": Rows(body["components"]), "allowed_mentions": NOBODY}
    if "embeds" in body:
        drawn["embeds"] = [discord.Embed.from_dict(embed) for embed in body["embeds"]]
    if "content" in body:
        drawn["content"] = body["content"]
    return drawn


def _permissions(channel: Writable) -> discord.Permissions:
    """What the bot may do there; everything where the library cannot tell, for then Discord will."""
    if isinstance(channel, discord.DMChannel | discord.GroupChannel | discord.PartialMessageable):
        return discord.Permissions.all()
    try:
        return channel.permissions_for(channel.guild.me)
    except discord.ClientException:
        return discord.Permissions.all()
