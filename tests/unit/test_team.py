"""Reading the team's knowledge: what is remembered, for how long, and what another replica changed."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from teapot import team as module
from teapot.asked import Asked
from teapot.catalogue import Catalogue
from teapot.conversation import Channel
from teapot.knowledge import PersonWish
from teapot.lru import Lru
from teapot.problems import StoreError
from teapot.team import Team
from tests.teams import ELSEWHERE, HERE, TALK, THERE, asked_by, count_statements, open_team, typed


@pytest.fixture
async def replica(database_url: str) -> AsyncIterator[Team]:
    """Another process on the same database, whose first look at it is already made."""
    async with open_team(database_url) as other:
        await other.view(HERE)
        await other.wish(HERE, "ann")
        yield other


async def test_what_was_read_is_not_asked_for_again(team: Team) -> None:
    await team.view(HERE)
    seen = count_statements(team.engine)
    await team.view(HERE)
    assert seen == []


async def test_a_persons_wish_is_not_asked_for_again(team: Team) -> None:
    await team.wish(HERE, "ann")
    seen = count_statements(team.engine)
    await team.wish(HERE, "ann")
    assert seen == []


async def test_a_second_channel_shares_what_its_workspace_said(team: Team) -> None:
    await team.view(HERE)
    seen = count_statements(team.engine)
    await team.view(THERE)
    assert sum("SELECT" in one for one in seen) == 3


async def test_our_own_change_is_seen_at_once(asked: Asked) -> None:
    await asked.view()
    await typed(asked, "note set 503 call Ann")
    assert (await asked.view()).notes().keys() == {"503"}


async def test_a_change_by_another_replica_is_seen_when_the_memory_is_old(
    asked: Asked, replica: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    await typed(asked, "note set 503 call Ann")
    assert module.FRESH_SECONDS < 5
    monkeypatch.setattr(module, "FRESH_SECONDS", 0.0)
    assert (await replica.view(HERE)).notes().keys() == {"503"}


async def test_until_then_the_memory_is_believed(asked: Asked, replica: Team) -> None:
    await typed(asked, "note set 503 call Ann")
    seen = count_statements(replica.engine)
    assert (await replica.view(HERE)).notes() == {}
    assert seen == []


async def test_another_workspaces_change_leaves_the_memory_alone(
    asked: Asked, replica: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    await typed(asked, "note set 503 call Ann", channel=ELSEWHERE)
    monkeypatch.setattr(module, "FRESH_SECONDS", 0.0)
    seen = count_statements(replica.engine)
    await replica.view(HERE)
    assert len([one for one in seen if "SELECT" in one]) == 1


async def test_a_wish_made_elsewhere_is_seen_when_the_memory_is_old(
    asked: Asked, replica: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    await typed(asked, "me quiet on")
    monkeypatch.setattr(module, "FRESH_SECONDS", 0.0)
    assert await replica.wish(HERE, "boss") == PersonWish(quiet=True)


async def test_every_change_raises_the_version_by_one(asked: Asked) -> None:
    for _ in range(3):
        await typed(asked, "me quiet on")
    async with asked.team.reading() as connection:
        rows = await connection.execute(text("SELECT workspace, version FROM workspace_version"))
        assert rows.all() == [("T1", 3)]


async def test_a_change_that_fails_leaves_nothing_half_saved(asked: Asked) -> None:
    async with asked.team.engine.begin() as connection:
        await connection.execute(text("DROP TABLE setting_change"))
    shown = await typed(asked, "settings auto-reply off")
    assert shown.title == "It was not saved"
    assert (await asked.view()).setting("auto-reply").value == "5xx"


async def test_a_database_that_was_taken_away_and_given_back(asked: Asked) -> None:
    async with asked.team.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE note RENAME TO away"))
    with pytest.raises(StoreError):
        await asked.view()
    assert (await typed(asked, "note list")).title == "The database does not answer"
    assert (await typed(asked, "note set 503 call Ann")).title == "It was not saved"
    async with asked.team.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE away RENAME TO note"))
    assert "kept" in (await typed(asked, "note set 503 call Ann")).title


async def test_without_the_database_the_file_and_the_defaults_hold(asked: Asked) -> None:
    view = asked.team.view_without_store(HERE)
    assert (view.setting("auto-reply").value, view.notes()) == ("5xx", {})


async def test_private_talks_do_not_share_a_workspace(asked: Asked) -> None:
    await typed(asked, "note set 503 mine", channel=TALK)
    assert (await asked.team.view(TALK)).notes().keys() == {"503"}
    assert (await asked.team.view(Channel("discord", "", "D2"))).notes() == {}


async def test_the_memory_is_bounded(team: Team) -> None:
    team._layers.most = team._wishes.most = 5
    for number in range(20):
        await team.view(Channel("slack", "T1", f"C{number}"))
        await team.wish(HERE, f"person {number}")
    assert (len(team._layers), len(team._wishes)) == (5, 5)


def test_the_bounds_are_as_stated() -> None:
    assert (module.MAX_CHANNELS, module.MAX_PEOPLE) == (10_000, 20_000)


def test_what_was_used_longest_ago_is_forgotten() -> None:
    memory: Lru[str, int] = Lru(2)
    memory.put("a", 1)
    memory.put("b", 2)
    memory.get("a")
    memory.put("c", 3)
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == (1, None, 3)


def test_too_heavy_a_memory_forgets_what_was_used_longest_ago() -> None:
    memory: Lru[str, str] = Lru(100, weigh=len, heaviest=10)
    for key in "abc":
        memory.put(key, "xxxx")
    memory.put("b", "x")
    assert (memory.get("a"), memory.get("b"), memory.get("c")) == (None, "x", "xxxx")


def test_one_entry_that_is_too_heavy_is_kept_alone() -> None:
    memory: Lru[str, str] = Lru(100, weigh=len, heaviest=10)
    memory.put("a", "x")
    memory.put("b", "x" * 50)
    assert (len(memory), memory.get("b")) == (1, "x" * 50)


def test_a_group_is_forgotten_and_the_others_stay() -> None:
    memory: Lru[str, int] = Lru(100, group=lambda key: key[0])
    for number, key in enumerate(("a1", "a2", "b1")):
        memory.put(key, number)
    memory.forget_group("a")
    memory.forget_group("c")
    assert (len(memory), memory.get("b1")) == (1, 2)


def test_an_entry_that_was_forgotten_leaves_no_group_behind() -> None:
    memory: Lru[str, int] = Lru(2, group=lambda key: key[0])
    for number in range(1_000):
        memory.put(f"{chr(97 + number % 26)}{number}", number)
    assert sum(map(len, memory._groups.values())) == len(memory) == 2


async def test_long_notes_leave_less_room_in_the_memory(asked: Asked) -> None:
    asked.team._layers.heaviest = 1_500
    for channel in (HERE, ELSEWHERE):
        await typed(asked, f"note set 503 {'x' * 1_000}", channel=channel)
    seen = count_statements(asked.team.engine)
    await asked.team.view(ELSEWHERE)
    assert seen == []
    await asked.team.view(HERE)
    assert seen != []


async def test_two_changes_at_once_are_both_kept(asked: Asked, database_url: str, known: Catalogue) -> None:
    async with open_team(database_url) as other:
        there = asked_by(other, known)
        await asyncio.gather(*(typed(asked, f"note set 50{n} here") for n in range(4)), typed(there, "note set 511 x"))
    async with open_team(database_url) as fresh:
        assert (await fresh.view(HERE)).notes().keys() == {"500", "501", "502", "503", "511"}
