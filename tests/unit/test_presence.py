"""A database that stalls or cannot be reached: how long anybody waits for it, and what is told."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import AsyncAdaptedQueuePool, inspect, text
from structlog.testing import capture_logs

from teapot.catalogue import Catalogue
from teapot.conversation import Channel
from teapot.decision import Reason
from teapot.health import Health
from teapot.presence import HURRY_SECONDS, LOOK_EVERY_SECONDS, PART, PATIENCE_SECONDS, Trouble, presence_of
from teapot.problems import StoreError
from teapot.store import open_store
from teapot.tables import metadata
from tests.outages import Line, Postgres
from tests.scenes import WAIT_SECONDS, Open
from tests.teams import HERE, THERE, asked_by, count_statements, typed

INTERACTION_SECONDS, AWAY_SECONDS = 3.0, 5.0


async def seconds_of(work: Awaitable[object]) -> float:
    began = time.monotonic()
    await work
    return time.monotonic() - began


async def test_a_command_is_answered_in_time_when_the_database_stalls(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    line.hold()
    began = time.monotonic()
    assert "notes are missing" in await scene.said("503")
    assert time.monotonic() - began < INTERACTION_SECONDS


async def test_a_change_is_refused_in_time_when_the_database_stalls(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    await scene.said("settings")
    line.hold()
    began = time.monotonic()
    assert "It was not saved" in await scene.said("settings auto-reply off")
    assert time.monotonic() - began < INTERACTION_SECONDS


async def test_a_stall_is_told_within_five_seconds(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    line.hold()
    asked = asyncio.create_task(scene.heard("HTTP 503", "m1"))
    assert await seconds_of(scene.health.until(is_well=False)) < AWAY_SECONDS
    assert str(Trouble.AWAY) in str(scene.health.parts()[PART]["detail"])
    assert await asked is Reason.DATABASE_AWAY


async def test_a_server_that_takes_calls_and_never_answers_is_away_within_five_seconds(line: Line) -> None:
    line.hold()
    began = time.monotonic()
    with pytest.raises(StoreError, match="does not answer"):
        async with open_store(line.url):
            pass
    assert time.monotonic() - began < AWAY_SECONDS


async def test_known_to_be_away_it_is_not_waited_for(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    line.hold()
    await scene.heard("HTTP 503", "m1")
    began = time.monotonic()
    for number in range(200):
        assert await scene.heard("HTTP 503", f"later {number}") is Reason.DATABASE_AWAY
    assert time.monotonic() - began < PATIENCE_SECONDS


async def test_a_stall_does_not_hold_the_loop(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    loop, gaps, last = asyncio.get_running_loop(), [0.0], [time.monotonic()]

    def beat() -> None:
        now = time.monotonic()
        gaps[0], last[0] = max(gaps[0], now - last[0]), now
        loop.call_later(0.01, beat)

    line.hold()
    beat()
    await asyncio.gather(scene.heard("HTTP 503", "m1"), scene.said("503"))
    assert gaps[0] < HURRY_SECONDS


async def test_after_a_stall_all_is_as_before(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    await scene.said("note set 503 call Ann")
    line.hold()
    await scene.heard("HTTP 503", "m1")
    line.release()
    await scene.health.until(is_well=True)
    assert "call Ann" in await scene.said("503")
    assert await scene.heard("HTTP 503", "m2") is Reason.MENTIONED


async def test_a_pause_that_is_long_enough_to_be_told_silences_nobody(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    line.hold()
    first = asyncio.create_task(scene.heard("HTTP 503", "m1"))
    await scene.health.until(is_well=False)
    second = asyncio.create_task(scene.heard("HTTP 503", "m2", "C2"))
    line.release()
    assert [await first, await second] == [Reason.MENTIONED] * 2


async def test_what_stalls_one_channel_leaves_the_others_alone(opened: Open, new_postgres: Callable[[], str]) -> None:
    scene = await opened(new_postgres())
    await scene.heard("HTTP 503", "m1")
    engine = scene.teapot.team.engine
    async with engine.begin() as other:
        await other.execute(text("SELECT * FROM reply FOR UPDATE"))
        stuck = asyncio.create_task(scene.teapot.automatic.deleted(HERE, "m1"))
        assert await scene.heard("HTTP 504", "m2", "C2") is Reason.MENTIONED
        assert await stuck is None
        assert await scene.heard("HTTP 502", "m3", "C2") is Reason.MENTIONED
    assert not presence_of(engine).is_away


async def test_at_whatever_moment_the_server_goes_nobody_meets_anything_but_a_store_error(
    opened: Open, own_postgres: Postgres, known: Catalogue
) -> None:
    scene = await opened(own_postgres.make("teapot"))
    asked, other, stop = asked_by(scene.teapot.team, known), list[Exception](), asyncio.Event()

    async def hammer(number: int) -> None:
        """One after the other, always at something."""
        at = 0
        while not stop.is_set():
            at += 1
            here = Channel("slack", f"T{number}", f"C{at}")
            for work in (
                typed(asked, f"note set 503 {at}", channel=here),
                scene.teapot.team.view(here),
                scene.teapot.replies.claim(here, "m", ("503",), time.time(), ("503",)),
                scene.teapot.automatic.deleted(here, "m"),
            ):
                try:
                    await work
                except StoreError:
                    await asyncio.to_thread(lambda: None)
                except Exception as error:
                    other.append(error)

    hammering = [asyncio.create_task(hammer(number)) for number in range(12)]
    for _ in range(2):
        await own_postgres.stop()
        await scene.health.until(is_well=False)
        await own_postgres.start()
        await scene.health.until(is_well=True)
    stop.set()
    await asyncio.gather(*hammering)
    assert other == []


async def test_a_message_that_could_not_be_taken_can_be_taken_later(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    line.hold()
    with pytest.raises(StoreError):
        await scene.teapot.replies.claim(HERE, "m1", ("503",), time.time())
    line.release()
    await scene.health.until(is_well=True)
    assert not scene.teapot.replies.seen(HERE, "m1")
    assert await scene.teapot.replies.claim(HERE, "m1", ("503",), time.time())


async def test_no_connection_is_lost_to_a_stall(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    line.hold()
    await asyncio.gather(*(scene.heard("HTTP 503", f"m{n}") for n in range(30)), scene.said("503"))
    line.release()
    await scene.health.until(is_well=True)
    await presence_of(scene.teapot.team.engine).close()
    await asyncio.gather(*(scene.said("settings") for _ in range(30)))
    await scene.teapot.tallies.write()
    pool = scene.teapot.team.engine.pool
    assert isinstance(pool, AsyncAdaptedQueuePool)
    assert (pool.checkedout(), pool.checkedin() > 0) == (0, True)


async def test_closing_does_not_wait_for_a_server_that_is_gone(line: Line) -> None:
    async with open_store(line.url) as engine:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
        line.hold()
        began = time.monotonic()
    assert time.monotonic() - began < AWAY_SECONDS


async def test_a_stall_is_logged_once_when_it_comes_and_once_when_it_goes(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    with capture_logs() as logs:
        line.hold()
        for number in range(50):
            await scene.said(f"note set 503 number {number}")
        line.release()
        await scene.health.until(is_well=True)
    events = [one["event"] for one in logs if one["log_level"] != "debug"]
    assert events == ["the database is in trouble", "the database is well again"]


async def test_being_asked_often_while_away_makes_no_more_calls(opened: Open, line: Line) -> None:
    scene = await opened(line.url)
    line.hold()
    await scene.heard("HTTP 503", "m1")
    before, began = line.taken, time.monotonic()
    for number in range(300):
        await scene.heard("HTTP 503", f"later {number}")
    assert line.taken - before <= 2 + (time.monotonic() - began) / LOOK_EVERY_SECONDS


async def test_a_server_that_refuses_us_is_told_by_its_own_word(new_postgres: Callable[[], str]) -> None:
    with pytest.raises(StoreError, match="InvalidCatalogNameError"):
        async with open_store(new_postgres().replace("/teapot_", "/nowhere_")):
            pass


async def test_looking_into_it_leaves_nothing_behind(opened: Open, database_url: str) -> None:
    scene = await opened(database_url)
    engine = scene.teapot.team.engine
    presence_of(engine).suspect(engine, "Test")
    seen = count_statements(engine)
    await scene.said("settings")
    async with asyncio.timeout(WAIT_SECONDS):
        while not any("trial" in one or "txid" in one for one in seen):
            await scene.teapot.team.view(THERE)
            await asyncio.to_thread(lambda: None)
    async with engine.connect() as connection:
        tables = await connection.run_sync(lambda sync: set(inspect(sync).get_table_names()))
    assert tables == {str(table.name) for table in metadata.sorted_tables} | {"alembic_version"}


async def test_what_is_not_vital_does_not_make_it_unready() -> None:
    health = Health()
    health.tell(PART, is_well=False, detail="away")
    assert not health.ready()
    health.report("discord", ready=True)
    assert health.ready()
    assert health.parts()[PART] == {"ready": False, "detail": "away"}


async def test_a_setting_kept_before_the_outage_holds_after_it(opened: Open, line: Line, known: Catalogue) -> None:
    scene = await opened(line.url)
    asked = asked_by(scene.teapot.team, known)
    await typed(asked, "settings auto-reply errors")
    line.hold()
    await typed(asked, "settings auto-reply off")
    line.release()
    await scene.health.until(is_well=True)
    assert (await scene.teapot.team.view(HERE)).setting("auto-reply").value == "errors"
