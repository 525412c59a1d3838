"""Posting to Slack, once. What may be tried again and what may not is decided here and nowhere else.

Slack has no key that makes a second post harmless: a post is repeated only when Slack said that it did not take it, or
when no connection came about. A connection that broke afterwards, and 504, leave it open whether people see the card.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import msgspec
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from teapot.card import Place, Reply
from teapot.conversation import Origin
from teapot_slack import render

MAX_TRIES = 3
MAX_PAUSE_SECONDS = 60.0
PAUSE_SECONDS = 0.5
PATIENCE_SECONDS = 30
NOT_TAKEN = frozenset({500, 502, 503})
REMOVED = "message_not_found"
TOO_MUCH = frozenset({"msg_blocks_too_long", "msg_too_long", "invalid_blocks", "invalid_blocks_format"})
TOO_MUCH |= {"invalid_attachments", "too_many_attachments"}
REMEDIES = {
    "not_in_channel": "invite the app into the channel",
    "channel_not_found": "invite the app into the channel",
    "is_archived": "the channel is archived",
    "missing_scope": "install the app again with the scopes of its manifest",
    "restricted_action": "an admin restricts who may post there",
}
log = structlog.get_logger()

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a post. ``problem`` is Slack's word for it, empty when people see the card.

    ``pause_seconds`` is how long to wait before it may be tried again, None when it may not.
    """

    problem: str = ""
    pause_seconds: float | None = None


async def post(client: AsyncWebClient, origin: Origin, thread: str | None, reply: Reply) -> str | None:
    """Write a reply into the channel, into the thread below ``thread`` if given; a private one for the person alone.

    Gives the time stamp of our message where all see it, None where it was not posted or Slack did not say.
    """
    place: dict[str, Any] = {"channel": origin.channel.id, **({"thread_ts": thread} if thread else {})}
    posted: list[str] = []

    async def send(body: Body) -> Outcome:
        try:
            if reply.place is Place.PRIVATE:
                await client.chat_postEphemeral(user=origin.person.id, **place, **body)
            else:
                posted.append(str((await client.chat_postMessage(**place, **body))["ts"]))
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            return _outcome_of(error)
        return Outcome()

    client.retry_handlers = []  # its own would post again after a connection that broke
    await _deliver(send, reply, origin)
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

    _note(await _try(send, {}), origin)


async def _settle(call: Awaitable[object]) -> Outcome:
    """What became of a call that may be repeated; that somebody removed our message is no problem."""
    try:
        await call
    except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
        outcome = _outcome_of(error)
        return Outcome() if outcome.problem == REMOVED else outcome
    return Outcome()


async def answer(client: AsyncWebClient, origin: Origin, url: str, thread: str | None, reply: Reply) -> None:
    """Answer a command, a press or a shortcut by its ``response_url`` (5 posts within 30 minutes)."""
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
            return _outcome_of(error)
        if told.status_code == 200:
            return Outcome()
        return Outcome(_word_in(told.body) or str(told.status_code), _pause(told.status_code, told.headers))

    await _deliver(send, reply, origin)


def placed(place: Place) -> dict[str, Any]:
    """Where an answer by ``response_url`` goes, in Slack's words (docs: Handling user interaction)."""
    if place is Place.DELETE:
        return {"delete_original": True}
    audience = "in_channel" if place is Place.PUBLIC else "ephemeral"
    return {"response_type": audience, "replace_original": place is Place.REPLACE}


def problem_of(error: Exception) -> str:
    """Slack's word for what went wrong, else the error's kind; never a text that somebody wrote."""
    data = getattr(getattr(error, "response", None), "data", None)
    word = data.get("error") if isinstance(data, dict) else None
    return str(word) if word else type(error).__name__


def _word_in(text: str) -> str:
    """The error's name in what a ``response_url`` gives back: JSON, the bare name, or a page that names none."""
    try:
        told = msgspec.json.decode(text)
    except msgspec.DecodeError:
        told = {"error": text.strip()}
    word = told.get("error") if isinstance(told, dict) else None
    return word if isinstance(word, str) and word.isidentifier() and len(word) <= 100 else ""


def _outcome_of(error: Exception) -> Outcome:
    if isinstance(error, aiohttp.ClientConnectorError):
        return Outcome(problem_of(error), PAUSE_SECONDS)
    told = getattr(error, "response", None)
    number = getattr(told, "status_code", 0)
    return Outcome(problem_of(error), _pause(number, getattr(told, "headers", {})))


def _pause(number: int, headers: Mapping[str, str]) -> float | None:
    if number in NOT_TAKEN:
        return PAUSE_SECONDS
    if number != 429:
        return None
    named = headers.get("Retry-After", "")
    wait = float(named) if named.isdecimal() else PAUSE_SECONDS
    return wait if wait <= MAX_PAUSE_SECONDS else None


async def _deliver(send: Callable[[Body], Awaitable[Outcome]], reply: Reply, origin: Origin) -> None:
    outcome = await _try(send, render.body(reply))
    if outcome.problem in TOO_MUCH:
        log.warning("Slack refuses a card's blocks; sent as text", problem=outcome.problem, channel=origin.channel.id)
        outcome = await _try(send, render.plain(reply))
    _note(outcome, origin)


def _note(outcome: Outcome, origin: Origin) -> None:
    if outcome.problem:
        log.warning(
            "an answer was not posted",
            problem=outcome.problem,
            remedy=REMEDIES.get(outcome.problem, ""),
            workspace=origin.channel.workspace,
            channel=origin.channel.id,
        )


async def _try(send: Callable[[Body], Awaitable[Outcome]], body: Body) -> Outcome:
    outcome = await send(body)
    for _ in range(MAX_TRIES - 1):
        if outcome.pause_seconds is None:
            break
        await asyncio.sleep(outcome.pause_seconds)
        outcome = await send(body)
    return outcome
