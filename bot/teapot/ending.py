"""The end of what is under way when the bot stops."""

import asyncio
from collections.abc import Collection
from typing import Any

import structlog

UNWIND_SECONDS = 2.0
log = structlog.get_logger()


async def end(under_way: Collection[asyncio.Task[Any]], seconds: float) -> None:
    """Let tasks finish for so many seconds, then cancel the rest and wait until they are wound up, two seconds at most.

    ``under_way`` is looked at again after the first wait, as what is under way may have begun something more; the
    caller's own task is left alone. What fails on the way out is nobody's concern any more.
    """
    waited_for = _others(under_way)
    for task in waited_for:
        task.add_done_callback(settle)
    if waited_for:
        await asyncio.wait(waited_for, timeout=seconds)
    late = _others(under_way)
    if late:
        await wind_up(late)


async def wind_up(late: Collection[asyncio.Task[Any]]) -> None:
    """Cancel tasks and wait until they have ended, two seconds at most; tells the operator when some have not.

    One that was cancelled before is only waited for: once more would break off what it does on its way out.
    """
    for task in late:
        task.add_done_callback(settle)
        if not task.cancelling():
            task.cancel()
    _, stuck = await asyncio.wait(late, timeout=UNWIND_SECONDS)
    if stuck:
        log.error("something under way did not end in time", tasks=len(stuck))


def settle(task: asyncio.Task[Any]) -> None:
    """Take note of how a task ended, so that Python does not complain that nobody did."""
    if not task.cancelled():
        task.exception()


def _others(under_way: Collection[asyncio.Task[Any]]) -> set[asyncio.Task[Any]]:
    return {task for task in under_way if task is not asyncio.current_task()}
