"""The memory of answered messages, on SQLite and on PostgreSQL."""

import asyncio
import time
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy.ext.asyncio import AsyncEngine

from teapot.conversation import Channel
from teapot.following import Action, Deleted, NotPosted, Outcome, Posted
from teapot.problems import ConfigError, StoreError
from teapot.replies import KEPT_SECONDS, MAX_UNWRITTEN, Replies, open_replies
from teapot.store import is_shared, open_store
from teapot.tables import reply
from tests.teams import count_statements

HERE = Channel("slack", "T1", "C1")
THERE = Channel("slack", "T1", "C2")
NOW = time.time()


async def test_a_message_can_be_taken_once(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert await replies.claim(HERE, "m1", ("503",), NOW)
        assert not await replies.claim(HERE, "m1", ("503",), NOW)


async def test_the_same_id_in_another_channel_is_another_message(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert await replies.claim(HERE, "m1", ("503",), NOW)
        assert await replies.claim(THERE, "m1", ("503",), NOW)


async def test_a_restart_forgets_nothing(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        await replies.claim(HERE, "m1", ("503", "502"), NOW)
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert not await replies.claim(HERE, "m1", ("503",), NOW)
        assert (await replies.recent(HERE, "", NOW, 600.0)).answered_at == {"503": NOW, "502": NOW}


async def test_a_restart_recalls_the_latest_of_too_many(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        for number in range(6):
            await replies.claim(HERE, f"m{number}", ("503",), NOW - 100 + number)
    monkeypatch.setattr("teapot.replies.MAX_MESSAGES", 3)
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert [replies.seen(HERE, f"m{number}") for number in range(6)] == [False] * 3 + [True] * 3


async def test_many_takers_at_once_make_one_answer(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        taken = await asyncio.gather(*(replies.claim(HERE, "m1", ("503",), NOW) for _ in range(20)))
        assert sum(taken) == 1


async def test_what_was_answered_lately_is_known_by_channel(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        await replies.claim(HERE, "m1", ("503",), NOW - 120)
        await replies.claim(HERE, "m2", ("503", "502"), NOW - 30)
        await replies.claim(THERE, "m3", ("504",), NOW)
        recent = await replies.recent(HERE, "", NOW, 600.0)
        assert recent.answered_at == {"503": NOW - 30, "502": NOW - 30}
        assert recent.replies_last_minute == 1


@pytest.mark.parametrize(("age", "counted"), [(59.0, 1), (60.0, 0)])
async def test_the_budget_is_that_of_the_last_minute(database_url: str, age: float, counted: int) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        await replies.claim(HERE, "m1", ("503",), NOW - age)
        assert (await replies.recent(HERE, "", NOW, 600.0)).replies_last_minute == counted


async def test_what_was_asked_counts_against_no_budget_and_is_answered_once(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert await replies.claim(HERE, "m1", (), NOW, is_asked=True)
        assert not await replies.claim(HERE, "m1", (), NOW, is_asked=True)
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert (await replies.recent(HERE, "", NOW, 600.0)).replies_last_minute == 0
        assert not await replies.claim(HERE, "m1", (), NOW, is_asked=True)


async def test_what_is_older_than_a_day_is_forgotten(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teapot.replies.FORGET_EVERY_SECONDS", 0.01)
    async with open_store(database_url) as engine, open_replies(engine, lambda: NOW) as replies:
        await replies.claim(HERE, "old", ("503",), NOW - KEPT_SECONDS - 1)
        await replies.claim(HERE, "young", ("503",), NOW - KEPT_SECONDS + 1)
        await replies._unwritten.join()
        async with asyncio.timeout(20):
            while await _kept(engine) != ["young"]:
                """Once more."""


async def _kept(engine: AsyncEngine) -> list[str]:
    async with engine.connect() as connection:
        return list((await connection.execute(sqlalchemy.select(reply.c.message))).scalars())


async def test_a_second_replica_cannot_take_a_message_again(database_url: str) -> None:
    async with open_store(database_url) as engine, open_store(database_url) as other:
        if not is_shared(engine):
            return
        async with open_replies(engine) as here, open_replies(other) as there:
            assert await here.claim(HERE, "m1", ("503",), NOW)
            assert not await there.claim(HERE, "m1", ("503",), NOW)
            assert (await there.recent(HERE, "", NOW, 600.0)).answered_at == {"503": NOW}
            assert (await there.recent(HERE, "m1", NOW, 600.0)).is_taken


async def test_two_replicas_can_start_together(database_url: str) -> None:
    async def start() -> None:
        async with open_store(database_url):
            pass

    await asyncio.gather(start(), start())


async def test_no_text_is_kept(database_url: str) -> None:
    async with open_store(database_url) as engine, engine.connect() as connection:
        columns = await connection.run_sync(lambda sync: sqlalchemy.inspect(sync).get_columns("reply"))
        assert {column["name"] for column in columns} == {
            "platform",
            "workspace",
            "channel",
            "message",
            "codes",
            "answered_at",
            "named",
            "handle",
            "asked",
        }


async def test_a_database_that_went_away_keeps_us_quiet(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teapot.replies.RETRY_SECONDS", 0.05)
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        async with engine.begin() as connection:
            await connection.execute(sqlalchemy.text("DROP TABLE reply"))
        with pytest.raises(StoreError):
            await _claim_until_refused(replies)


async def _claim_until_refused(replies: Replies) -> None:
    """SQLite is written behind our back: the failure shows at the latest when no more can be written, nor wait."""
    for number in range(2 * MAX_UNWRITTEN + 2):
        await replies.claim(HERE, f"m{number}", ("503",), NOW)
        await asyncio.to_thread(lambda: None)


async def test_a_database_that_came_back_is_written_to_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teapot.replies.RETRY_SECONDS", 0.05)
    url = f"sqlite:///{tmp_path / 'teapot.sqlite3'}"
    async with open_store(url) as engine, open_replies(engine) as replies:
        async with engine.begin() as connection:
            await connection.execute(sqlalchemy.text("ALTER TABLE reply RENAME TO away"))
        with pytest.raises(StoreError):
            await _claim_until_refused(replies)
        async with engine.begin() as connection:
            await connection.execute(sqlalchemy.text("ALTER TABLE away RENAME TO reply"))
        await asyncio.wait_for(replies._unwritten.join(), 10)
        assert await replies.claim(HERE, "later", ("503",), NOW)
    async with open_store(url) as engine, open_replies(engine) as replies:
        assert replies.seen(HERE, "m0")
        assert replies.seen(HERE, "later")


async def test_the_memory_of_messages_is_bounded(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teapot.replies.MAX_MESSAGES", 100)
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        for number in range(110):
            channel = Channel("slack", "T1", str(number % 55))
            assert await replies.claim(channel, f"m{number}", ("503",), NOW)
            await replies.follow(channel, f"m{number}", NotPosted())
        assert (len(replies._remembered), len(replies._remembered._by_channel)) == (100, 55)


async def answer_often(replies: Replies, channel: Channel, number: int, ago: float) -> None:
    """That many automatic replies, all of the same moment, each with a code of its own."""
    for at in range(number):
        assert await replies.claim(channel, f"{ago}-{at}", (str(1_000 + at),), NOW - ago)
    await replies._unwritten.join()


@pytest.mark.parametrize("memory", [20_000, 50])
@pytest.mark.parametrize("cooldown", [600.0, 86_400.0])
async def test_no_number_of_replies_ends_a_cooldown_early(
    database_url: str, monkeypatch: pytest.MonkeyPatch, memory: int, cooldown: float
) -> None:
    monkeypatch.setattr("teapot.replies.MAX_MESSAGES", memory)
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert await replies.claim(HERE, "before", ("504",), NOW - cooldown - 1)
        assert await replies.claim(HERE, "first", ("503",), NOW - cooldown + 1)
        await answer_often(replies, HERE, 100, cooldown / 2)
        recent = await replies.recent(HERE, "m", NOW, cooldown)
        assert recent.answered_at["503"] == NOW - cooldown + 1
        assert NOW - recent.answered_at.get("504", -cooldown) >= cooldown
        assert not recent.is_taken


@pytest.mark.parametrize("memory", [20_000, 50])
async def test_replies_in_other_channels_end_no_cooldown_early(
    database_url: str, monkeypatch: pytest.MonkeyPatch, memory: int
) -> None:
    monkeypatch.setattr("teapot.replies.MAX_MESSAGES", memory)
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert await replies.claim(HERE, "first", ("503",), NOW - 300)
        for number in range(100):
            assert await replies.claim(Channel("slack", "T1", f"C{number + 2}"), "m", ("502",), NOW - 200)
        await replies._unwritten.join()
        assert (await replies.recent(HERE, "m", NOW, 600.0)).answered_at == {"503": NOW - 300}


@pytest.mark.parametrize("memory", [20_000, 50])
async def test_the_largest_budget_is_counted_to_its_end(
    database_url: str, monkeypatch: pytest.MonkeyPatch, memory: int
) -> None:
    monkeypatch.setattr("teapot.replies.MAX_MESSAGES", memory)
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        await answer_often(replies, HERE, 10, 61.0)
        await answer_often(replies, HERE, 600, 30.0)
        assert await replies.claim(HERE, "asked", (), NOW - 1, is_asked=True)
        assert (await replies.recent(HERE, "m", NOW, 0.0)).replies_last_minute == 600


@pytest.mark.parametrize("memory", [20_000, 50])
async def test_a_restart_keeps_a_cooldown_that_many_replies_follow(
    database_url: str, monkeypatch: pytest.MonkeyPatch, memory: int
) -> None:
    monkeypatch.setattr("teapot.replies.MAX_MESSAGES", memory)
    async with open_store(database_url) as engine, open_replies(engine, lambda: NOW) as replies:
        assert await replies.claim(HERE, "first", ("503",), NOW - 86_000)
        await answer_often(replies, HERE, 100, 40.0)
    async with open_store(database_url) as engine, open_replies(engine, lambda: NOW) as replies:
        recent = await replies.recent(HERE, "m", NOW, 86_400.0)
        assert (recent.answered_at["503"], recent.replies_last_minute) == (NOW - 86_000, 100)


async def test_a_reply_that_went_frees_its_codes_where_memory_has_forgotten_others(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("teapot.replies.MAX_MESSAGES", 50)
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        await answer_often(replies, HERE, 100, 40.0)
        assert await replies.claim(HERE, "m1", ("503",), NOW - 10, ("503",))
        await replies.follow(HERE, "m1", Deleted())
        recent = await replies.recent(HERE, "m", NOW, 600.0)
        assert ("503" in recent.answered_at, recent.replies_last_minute) == (False, 101)


async def test_memory_that_holds_all_asks_no_file(tmp_path: Path) -> None:
    async with open_store(f"sqlite:///{tmp_path / 'teapot.sqlite3'}") as engine, open_replies(engine) as replies:
        await answer_often(replies, HERE, 100, 30.0)
        statements = count_statements(engine)
        await replies.recent(HERE, "m", NOW, 86_400.0)
        assert statements == []


async def test_what_comes_together_is_written_together(tmp_path: Path) -> None:
    async with open_store(f"sqlite:///{tmp_path / 'teapot.sqlite3'}") as engine, open_replies(engine) as replies:
        statements = count_statements(engine)
        await answer_often(replies, HERE, 100, 30.0)
        assert len([one for one in statements if one.startswith("INSERT")]) == 1


async def test_of_what_happened_to_a_message_at_once_the_last_is_written(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'teapot.sqlite3'}"
    async with open_store(url) as engine, open_replies(engine) as replies:
        await replies.claim(HERE, "m1", ("503",), NOW, ("503",))
        await replies.follow(HERE, "m1", Posted(("503",), "ours"))
    async with open_store(url) as engine, open_replies(engine) as replies:
        assert await replies.follow(HERE, "m1", Deleted()) == Outcome(Action.REMOVE, "ours")


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://host/db", "oracle://x", "postgresql://u:p@h:x/d"])
async def test_an_address_that_cannot_be_used_is_told_with_its_remedy(url: str) -> None:
    with pytest.raises(ConfigError, match="TEAPOT_DATABASE_URL"):
        async with open_store(url):
            pass


async def test_a_database_that_does_not_answer_is_told() -> None:
    with pytest.raises(StoreError, match="does not answer"):
        async with open_store("postgresql://nobody@127.0.0.1:1/none"):
            pass
