"""What becomes of a reply when its message changes: the state machine as a table."""

import time

import pytest

from teapot.conversation import Channel
from teapot.following import (
    NOTHING,
    Action,
    Answered,
    Deleted,
    EditedTo,
    Event,
    Gone,
    NotPosted,
    Outcome,
    Posted,
    State,
    Unanswered,
    follow,
)
from teapot.replies import open_replies
from teapot.reply_rows import MAX_CODES_LENGTH, packed
from teapot.store import open_store

HERE = Channel("slack", "T1", "C1")
NOW = time.time()
STANDING, SENDING = Answered(("502",), "h"), Answered(("502",))


@pytest.mark.parametrize(
    ("state", "event", "after", "outcome"),
    [
        (Unanswered(), EditedTo(()), Unanswered(), NOTHING),
        (Unanswered(), EditedTo(("503",)), Unanswered(), Outcome(Action.POST, codes=("503",))),
        (Unanswered(), Deleted(), Gone(), NOTHING),
        (Unanswered(), Posted(("503",), "h"), Unanswered(), NOTHING),
        (Unanswered(), NotPosted(), Unanswered(), NOTHING),
        (STANDING, EditedTo(("502",)), STANDING, NOTHING),
        (Answered(("502", "504"), "h"), EditedTo(("504", "502")), Answered(("502", "504"), "h"), NOTHING),
        (STANDING, EditedTo(("503",)), Answered(("503",), "h"), Outcome(Action.EDIT, "h", ("503",))),
        (STANDING, EditedTo(()), Gone(), Outcome(Action.REMOVE, "h")),
        (STANDING, Deleted(), Gone(), Outcome(Action.REMOVE, "h")),
        (SENDING, EditedTo(("503",)), Answered(("503",)), NOTHING),
        (SENDING, EditedTo(()), Gone(), NOTHING),
        (SENDING, Deleted(), Gone(), NOTHING),
        (SENDING, Posted(("502",), "h"), STANDING, NOTHING),
        (SENDING, NotPosted(), Gone(), NOTHING),
        (Answered(("503",)), Posted(("502",), "h"), Answered(("503",), "h"), Outcome(Action.EDIT, "h", ("503",))),
        (Gone(), Posted(("502",), "h"), Gone(), Outcome(Action.REMOVE, "h")),
        (Gone(), EditedTo(("503",)), Gone(), NOTHING),
        (Gone(), Deleted(), Gone(), NOTHING),
        (Gone(), NotPosted(), Gone(), NOTHING),
    ],
)
def test_each_event_has_its_outcome(state: State, event: Event, after: State, outcome: Outcome) -> None:
    assert follow(state, event) == (after, outcome)


async def test_a_restart_forgets_no_handle(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        await replies.claim(HERE, "m1", ("502",), NOW, ("502",))
        await replies.follow(HERE, "m1", Posted(("502",), "h1"))
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert await replies.follow(HERE, "m1", Deleted()) == Outcome(Action.REMOVE, "h1")
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        assert await replies.follow(HERE, "m1", Deleted()) == NOTHING


async def test_what_was_edited_away_may_be_answered_elsewhere(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        await replies.claim(HERE, "m1", ("502",), NOW, ("502",))
        await replies.follow(HERE, "m1", Posted(("502",), "h1"))
        await replies.follow(HERE, "m1", EditedTo(("504",)))
        recent = await replies.recent(HERE, "", NOW, 600.0)
        assert (recent.answered_at, recent.replies_last_minute) == ({"504": NOW}, 1)


async def test_a_reply_that_went_still_counts_against_the_budget(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        await replies.claim(HERE, "m1", ("502",), NOW, ("502",))
        await replies.follow(HERE, "m1", Deleted())
        recent = await replies.recent(HERE, "", NOW, 600.0)
        assert (recent.answered_at, recent.replies_last_minute) == ({}, 1)


async def test_a_deleted_message_is_not_taken(database_url: str) -> None:
    async with open_store(database_url) as engine, open_replies(engine) as replies:
        await replies.follow(HERE, "m1", Deleted())
        assert not await replies.claim(HERE, "m1", ("502",), NOW, ("502",))


async def test_another_replica_sees_what_is_on_its_way(database_url: str) -> None:
    """One sends, the other hears that the message is no more: on PostgreSQL by the database, on SQLite there is one."""
    async with (
        open_store(database_url) as engine,
        open_store(database_url) as second,
        open_replies(engine) as here,
        open_replies(second) as there,
    ):
        other = there if engine.dialect.name == "postgresql" else here
        await here.claim(HERE, "m1", ("502",), NOW, ("502",))
        assert await other.follow(HERE, "m1", Deleted()) == NOTHING
        assert await here.follow(HERE, "m1", Posted(("502",), "h1")) == Outcome(Action.REMOVE, "h1")


def test_only_whole_codes_are_kept() -> None:
    codes = tuple(f"404.{number}" for number in range(60))
    kept = packed(codes)
    assert kept == codes[: len(kept)]
    assert MAX_CODES_LENGTH - 7 < len(" ".join(kept)) <= MAX_CODES_LENGTH


@pytest.mark.parametrize("codes", [(), ("503",), ("503", "404.13")])
def test_few_codes_are_all_kept(codes: tuple[str, ...]) -> None:
    assert packed(codes) == codes
