"""How what is under way ends."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest
from structlog.testing import capture_logs

from teapot.ending import end

Work = Callable[[], Awaitable[object]]


async def a_moment() -> None:
    await asyncio.to_thread(lambda: None)


async def for_ever() -> None:
    await asyncio.Event().wait()


async def fail() -> None:
    raise LookupError


async def stay(wind_up: Work) -> None:
    """Go on until cancelled, and then do something yet."""
    try:
        await for_ever()
    finally:
        await wind_up()


async def begun(work: Coroutine[Any, Any, object]) -> asyncio.Task[Any]:
    task = asyncio.create_task(work)
    await asyncio.wait((task, asyncio.create_task(a_moment())), return_when=asyncio.FIRST_COMPLETED)
    return task


async def test_nothing_under_way_ends_at_once() -> None:
    await end(set(), 60.0)


async def test_what_finishes_in_time_is_not_cancelled() -> None:
    task = asyncio.create_task(a_moment())
    await end({task}, 60.0)
    assert not task.cancelled()


async def test_what_is_late_is_cancelled_and_wound_up() -> None:
    task = await begun(stay(a_moment))
    await end({task}, 0.0)
    assert task.cancelled()


async def test_what_is_being_wound_up_is_not_broken_off() -> None:
    hold, wound_up = asyncio.Event(), asyncio.Event()

    async def note() -> None:
        await hold.wait()
        wound_up.set()

    task = await begun(stay(note))
    task.cancel()
    await a_moment()
    ending = await begun(end({task}, 0.0))
    hold.set()
    await ending
    assert wound_up.is_set()


async def test_what_does_not_wind_up_is_waited_for_in_bounds_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teapot.ending.UNWIND_SECONDS", 0.01)
    task = await begun(stay(for_ever))
    with capture_logs() as logs:
        await end({task}, 0.0)
    assert [line["event"] for line in logs] == ["something under way did not end in time"]
    task.cancel()


async def test_what_began_meanwhile_ends_too() -> None:
    under_way: set[asyncio.Task[Any]] = set()

    async def begin() -> None:
        await a_moment()
        under_way.add(asyncio.create_task(for_ever()))

    first = asyncio.create_task(begin())
    under_way.add(first)
    await end(under_way, 60.0)
    assert [task.cancelled() for task in under_way if task is not first] == [True]


async def test_whoever_ends_all_may_be_one_of_them() -> None:
    under_way: set[asyncio.Task[Any]] = set()
    task = asyncio.create_task(end(under_way, 0.0))
    under_way.add(task)
    await task
    assert not task.cancelled()


@pytest.mark.parametrize("work", [fail, lambda: stay(fail)])
async def test_nobody_is_told_of_what_fails_on_the_way_out(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    told: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
    await end({await begun(work())}, 0.0)
    gc.collect()
    await a_moment()
    assert told == []
