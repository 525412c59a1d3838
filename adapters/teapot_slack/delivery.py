"""Posting to Slack, once."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

import aiohttp
import msgspec
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from teapot.card import Place, Reply
from teapot.conversation import Origin
from teapot.drawings import Drawings
from teapot_slack import render, uploading
from teapot_slack.outcomes import Outcome, attempt, note, outcome_of, pause_for

PATIENCE_SECONDS = 30
REMOVED = "message_not_found"
TOO_MUCH = frozenset({"msg_blocks_too_long", "msg_too_long", "invalid_blocks", "invalid_blocks_format"})
TOO_MUCH |= {"invalid_attachments", "too_many_attachments"}
log = structlog.get_logger()

Body = Mapping[str, Any]


async def post(
    client: AsyncWebClient,
    origin: Origin,
    thread: str | None,
    reply: Reply,
    drawings: Drawings[render.Drawn] | None = None,
) -> str | None:
    """Write a reply into the channel, into the thread below ``thread`` if given; a private one for the person alone.

    ``drawings`` are those of cards that were posted before. Gives the time stamp of our message where all see it, None
    where it was not posted or Slack did not say.
    """
    if await _is_uploaded(client, origin, thread, reply):
        return None
    place: dict[str, Any] = {"channel": origin.channel.id, **({"thread_ts": thread} if thread else {})}
    posted: list[str] = []

    async def send(body: Body) -> Outcome:
        try:
            if reply.place is Place.PRIVATE:
                await client.chat_postEphemeral(user=origin.person.id, **place, **body)
            else:
                posted.append(str((await client.chat_postMessage(**place, **body))["ts"]))
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            return outcome_of(error)
        return Outcome()

    client.retry_handlers = []  # its own would post again after a connection that broke
    await _deliver(send, reply, origin, drawings)
    return posted[0] if posted else None


async def edit(client: AsyncWebClient, origin: Origin, handle: str, reply: Reply) -> None:
    """Make our message with that time stamp say something else."""

    async def send(body: Body) -> Outcome:
        empty: Body = {"text": "", "blocks": [], "attachments": []}
        return await _settle(client.chat_update(channel=origin.channel.id, ts=handle, **{**empty, **body}))

    await _deliver(send, reply, origin)


async def remove(client: AsyncWebClient, origin: Origin, handle: str) -> None:
    """Delete our message with that time stamp."""

    async def send(_: Body) -> Outcome:
        return await _settle(client.chat_delete(channel=origin.channel.id, ts=handle))

    note(await attempt(partial(send, {})), origin)


async def _settle(call: Awaitable[object]) -> Outcome:
    """What became of a call that may be repeated; that somebody removed our message is no problem."""
    try:
        await call
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        outcome = outcome_of(error)
        return Outcome() if outcome.problem == REMOVED else outcome
    return Outcome()


async def answer(client: AsyncWebClient, origin: Origin, url: str, thread: str | None, reply: Reply) -> None:
    """Answer a command, a press or a shortcut by its ``response_url`` (5 posts within 30 minutes)."""
    if await _is_uploaded(client, origin, thread, reply):
        return
    slack = AsyncWebhookClient(
        url,
        timeout=PATIENCE_SECONDS,
        session=client.session,
        proxy=client.proxy,
        ssl=client.ssl,
        logger=client.logger,
        retry_handlers=[],
    )
    place = placed(reply.place) | ({"thread_ts": thread} if thread else {})

    async def send(body: Body) -> Outcome:
        try:
            told = await slack.send_dict({**body, **place})
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            return outcome_of(error)
        if told.status_code == 200:
            return Outcome()
        return Outcome(_word_in(told.body) or str(told.status_code), pause_for(told.status_code, told.headers))

    await _deliver(send, reply, origin)


def placed(place: Place) -> dict[str, Any]:
    """Where an answer by ``response_url`` goes, in Slack's words (docs: Handling user interaction)."""
    if place is Place.DELETE:
        return {"delete_original": True}
    audience = "in_channel" if place is Place.PUBLIC else "ephemeral"
    return {"response_type": audience, "replace_original": place is Place.REPLACE}


def _word_in(text: str) -> str:
    """The error's name in what a ``response_url`` gives back: JSON, the bare name, or a page that names none."""
    try:
        told = msgspec.json.decode(text)
    except msgspec.DecodeError:
        told = {"error": text.strip()}
    word = told.get("error") if isinstance(told, dict) else None
    return word if isinstance(word, str) and word.isidentifier() and len(word) <= 100 else ""


async def _is_uploaded(client: AsyncWebClient, origin: Origin, thread: str | None, reply: Reply) -> bool:
    """Whether a card went out with its picture, which Slack shows to a whole channel only."""
    if reply.picture is None or reply.place is not Place.PUBLIC:
        return False
    return await uploading.post(client, origin, thread, reply, reply.picture)


async def _deliver(
    send: Callable[[Body], Awaitable[Outcome]],
    reply: Reply,
    origin: Origin,
    drawings: Drawings[render.Drawn] | None = None,
) -> None:
    outcome = await attempt(partial(send, render.body(reply, drawings)))
    if outcome.problem in TOO_MUCH:
        log.warning("Slack refuses a card's blocks; sent as text", problem=outcome.problem, channel=origin.channel.id)
        outcome = await attempt(partial(send, render.plain(reply)))
    note(outcome, origin)
