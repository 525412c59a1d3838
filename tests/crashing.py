"""A process that writes settings and claims as fast as it can and says what was confirmed: it is killed, or held short.

``python -m tests.crashing URL [BYTES]``; with BYTES no file may grow beyond that until it says "refused" and is told to
go on.
"""

import asyncio
import resource
import sys
import time

import structlog

from teapot import catalogue
from teapot.asked import Asked
from teapot.problems import StoreError
from teapot.replies import Replies, open_replies
from teapot.verbs import ChangeSetting, carry_out
from tests.teams import HERE, asked_by, open_team

NO_LIMIT = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201  another process reads it


async def settings(asked: Asked) -> None:
    """Every change of the cooldown, once it is confirmed."""
    number = 0
    while True:
        number += 1
        told = await carry_out(ChangeSetting("cooldown", str(number), "channel"), asked)
        assert told.card is not None
        if "not saved" in told.card.title:
            await refused()
        else:
            say("setting", number)


async def claims(replies: Replies) -> None:
    """Every claim, once it is written."""
    number = 0
    while True:
        number += 1
        try:
            if await replies.claim(HERE, f"m{number}", ("503",), time.time()):
                await replies._unwritten.join()
                say("claim", number)
        except StoreError:
            await refused()


async def refused() -> None:
    """Wait until there is room again."""
    if resource.getrlimit(resource.RLIMIT_FSIZE) != NO_LIMIT:
        say("refused")
        await asyncio.to_thread(sys.stdin.readline)
        resource.setrlimit(resource.RLIMIT_FSIZE, NO_LIMIT)


async def write(url: str, most_bytes: int) -> None:
    known = catalogue.load()
    async with open_team(url) as team, open_replies(team.engine) as replies:
        if most_bytes:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
            await settings(asked_by(team, known))
        await asyncio.gather(settings(asked_by(team, known)), claims(replies))


structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
asyncio.run(write(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0))
