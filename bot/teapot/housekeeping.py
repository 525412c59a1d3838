"""What is done once a day while the bot runs: forgetting what was to be kept for a time only."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog

from teapot import retention, workspaces
from teapot.problems import StoreError
from teapot.team import Team

DAY_SECONDS = 86_400.0
START_SECONDS = 600.0
"""How long after a start it may take until all platforms have told who took the bot back meanwhile."""

LAST_SECONDS = 5.0
log = structlog.get_logger()

Forget = Callable[[Team, float], Awaitable[int]]
WORK: tuple[tuple[str, Forget], ...] = (
    ("workspaces that removed the bot", workspaces.forget_removed),
    ("old counts", retention.forget_old_counts),
    ("old reports of incidents", retention.forget_old_reports),
)


@asynccontextmanager
async def housekeeping(team: Team, start_seconds: float = START_SECONDS) -> AsyncIterator[None]:
    """Do all of it so long after the start and then every day; at the end what is being done may take five seconds."""
    closing = asyncio.Event()
    task = asyncio.create_task(_every_day(team, closing, start_seconds))
    try:
        yield
    finally:
        closing.set()
        await asyncio.wait((task,), timeout=LAST_SECONDS)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _every_day(team: Team, closing: asyncio.Event, start_seconds: float) -> None:
    """Not cancelled in the middle: a connection to the database that is being made would stay open."""
    pause = start_seconds
    while not await _is_set_within(closing, pause):
        pause = DAY_SECONDS
        for what, forget in WORK:
            try:
                count = await forget(team, time.time())
            except StoreError as error:
                log.warning("not forgotten for now", what=what, reason=str(error))
            else:
                if count:
                    log.info("forgotten", what=what, count=count)


async def _is_set_within(event: asyncio.Event, seconds: float) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True
