"""What becomes of a call to Slack, and whether it may be made again. Decided here and nowhere else.

Slack has no key that makes a second post harmless: a post is repeated only when Slack said that it did not take it, or
when no connection came about. A connection that broke afterwards, and 504, leave it open whether people see the card.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import aiohttp
import structlog

from teapot.conversation import Origin

MAX_TRIES = 3
MAX_PAUSE_SECONDS = 60.0
PAUSE_SECONDS = 0.5
NOT_TAKEN = frozenset({500, 502, 503})
REMEDIES = {
    "not_in_channel": "invite the app into the channel",
    "channel_not_found": "invite the app into the channel",
    "is_archived": "the channel is archived",
    "missing_scope": "install the app again with the scopes of its manifest",
    "restricted_action": "an admin restricts who may post there",
}
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a post. ``problem`` is Slack's word for it, empty when people see the card.

    ``pause_seconds`` is how long to wait before it may be tried again, None when it may not.
    """

    problem: str = ""
    pause_seconds: float | None = None


def problem_of(error: Exception) -> str:
    """Slack's word for what went wrong, else the error's kind; never a text that somebody wrote."""
    data = getattr(getattr(error, "response", None), "data", None)
    word = data.get("error") if isinstance(data, dict) else None
    return str(word) if word else type(error).__name__


def outcome_of(error: Exception) -> Outcome:
    """What an error of a call says about it."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return Outcome(problem_of(error), PAUSE_SECONDS)
    told = getattr(error, "response", None)
    number = getattr(told, "status_code", 0)
    return Outcome(problem_of(error), pause_for(number, getattr(told, "headers", {})))


def pause_for(number: int, headers: Mapping[str, str]) -> float | None:
    """How long to wait, in seconds, after an HTTP status that says that it was not taken; None after any other."""
    if number in NOT_TAKEN:
        return PAUSE_SECONDS
    if number != 429:
        return None
    named = headers.get("Retry-After", "")
    wait = float(named) if named.isdecimal() else PAUSE_SECONDS
    return wait if wait <= MAX_PAUSE_SECONDS else None


def note(outcome: Outcome, origin: Origin, event: str = "an answer was not posted") -> None:
    """One line in the log, with the remedy where one is known, if the call did not go through."""
    if outcome.problem:
        log.warning(
            event,
            problem=outcome.problem,
            remedy=REMEDIES.get(outcome.problem, ""),
            workspace=origin.channel.workspace,
            channel=origin.channel.id,
        )


async def attempt(send: Callable[[], Awaitable[Outcome]]) -> Outcome:
    """Make a call, and again while it may be and did not go through, three times at most."""
    outcome = await send()
    for _ in range(MAX_TRIES - 1):
        if outcome.pause_seconds is None:
            break
        await asyncio.sleep(outcome.pause_seconds)
        outcome = await send()
    return outcome
