"""A workspace's data as a whole."""

import asyncio

import pytest
from sqlalchemy import func, select, text
from structlog.testing import capture_logs

from teapot.asked import Asked
from teapot.press import Press, Verb
from teapot.tables import left, metadata, workspace_version
from teapot.verbs import ForgetWorkspace, of_press
from teapot.workspaces import KEPT_DAYS, SETTLED_SECONDS, Removals, forget_removed, removed, returned
from tests.teams import ANN, ELSEWHERE, NOW, TALK, count_statements, typed

DAY = 86_400


async def fill(asked: Asked) -> None:
    for words in (
        "settings auto-reply off",
        "note set 503 call Ann",
        "note define 599 Mine: x",
        "mute 502",
        "me quiet on",
    ):
        await typed(asked, words)


async def rows(asked: Asked, workspace: str = "T1") -> int:
    async with asked.team.reading() as connection:
        counts = [
            (
                await connection.execute(select(func.count()).select_from(table).where(table.c.workspace == workspace))
            ).scalar_one()
            for table in metadata.sorted_tables
            if table is not workspace_version
        ]
    return sum(counts)


async def test_forgetting_asks_first(asked: Asked) -> None:
    await fill(asked)
    shown = await typed(asked, "settings forget")
    assert of_press(shown.buttons[0].press) == ForgetWorkspace(confirmed=True)
    assert await rows(asked) == 6


async def test_forgetting_leaves_nothing_of_the_workspace(asked: Asked) -> None:
    await fill(asked)
    assert (await typed(asked, "settings forget confirm")).title == "All is forgotten"
    assert await rows(asked) == 0
    assert (await asked.view()).setting("auto-reply").value == "5xx"


async def test_other_workspaces_keep_theirs(asked: Asked) -> None:
    await typed(asked, "note set 503 theirs", channel=ELSEWHERE)
    await typed(asked, "settings forget confirm")
    assert await rows(asked, "T2") == 1


async def test_who_may_not_manage_forgets_nothing(asked: Asked) -> None:
    await fill(asked)
    await typed(asked, "settings forget confirm", person=ANN)
    assert await rows(asked) == 6


async def test_a_private_talk_forgets_nothing(asked: Asked) -> None:
    await typed(asked, "note set 503 mine", channel=TALK)
    await typed(asked, "settings forget confirm", channel=TALK)
    assert await rows(asked, "") == 1


async def test_the_button_confirms() -> None:
    assert of_press(Press(Verb.FORGET, "", "en")) == ForgetWorkspace(confirmed=True)


async def test_a_workspace_that_removed_the_bot_is_forgotten_after_the_stated_time(asked: Asked) -> None:
    await fill(asked)
    await removed(asked.team, "slack", "T1", NOW)
    assert await forget_removed(asked.team, NOW + KEPT_DAYS * DAY - 1) == 0
    assert await rows(asked) == 7
    assert await forget_removed(asked.team, NOW + KEPT_DAYS * DAY + 1) == 1
    assert await rows(asked) == 0


async def test_a_workspace_that_took_the_bot_back_keeps_its_data(asked: Asked) -> None:
    await fill(asked)
    await removed(asked.team, "slack", "T1", NOW)
    await returned(asked.team, "slack", "T1")
    assert await forget_removed(asked.team, NOW + 10 * KEPT_DAYS * DAY) == 0
    assert await rows(asked) == 6


async def marked(asked: Asked) -> set[str]:
    async with asked.team.reading() as connection:
        return set((await connection.execute(select(left.c.workspace))).scalars())


async def test_workspaces_that_are_there_are_unmarked_and_the_others_stay(asked: Asked) -> None:
    for workspace in ("T1", "T2", "T3"):
        await removed(asked.team, "slack", workspace, NOW)
    await Removals(asked.team, "slack").present(["T1", "T3", "T4"])
    assert await marked(asked) == {"T2"}


async def test_another_platforms_workspace_of_that_name_stays_marked(asked: Asked) -> None:
    await removed(asked.team, "discord", "T1", NOW)
    await Removals(asked.team, "slack").present(["T1"])
    assert await marked(asked) == {"T1"}


async def test_a_thousand_workspaces_cost_one_look(asked: Asked) -> None:
    removals, seen = Removals(asked.team, "slack"), count_statements(asked.team.engine)
    for number in range(1_000):
        await removals.present([f"T{number}"])
    assert len([one for one in seen if "left_workspace" in one]) == 1


async def test_many_at_once_wait_for_the_one_look(asked: Asked) -> None:
    await removed(asked.team, "slack", "T7", NOW)
    removals, seen = Removals(asked.team, "slack"), count_statements(asked.team.engine)
    await asyncio.gather(*(removals.present([f"T{number}"]) for number in range(20)))
    assert len([one for one in seen if one.startswith("SELECT left_workspace.workspace")]) == 1
    assert await marked(asked) == set()


async def test_to_hear_from_a_workspace_that_stayed_costs_nothing(asked: Asked) -> None:
    removals = Removals(asked.team, "slack")
    await removals.heard_from("T1")
    seen = count_statements(asked.team.engine)
    await removals.heard_from("T1")
    await removals.heard_from("")
    assert seen == []


async def test_a_workspace_that_left_long_ago_and_is_heard_from_is_back(asked: Asked) -> None:
    await removed(asked.team, "slack", "T1", NOW)
    await Removals(asked.team, "slack", lambda: NOW + SETTLED_SECONDS + 1).heard_from("T1")
    assert await marked(asked) == set()


async def test_what_a_workspace_still_sends_after_it_left_is_no_return(asked: Asked) -> None:
    removals = Removals(asked.team, "slack", lambda: NOW)
    await removals.note("T1")
    await removals.heard_from("T1")
    assert await marked(asked) == {"T1"}


async def test_a_workspace_that_joins_again_at_once_is_back(asked: Asked) -> None:
    removals = Removals(asked.team, "slack", lambda: NOW)
    await removals.note("T1")
    await removals.joined("T1")
    assert await marked(asked) == set()


async def test_a_database_that_is_away_stops_no_coming_and_going(asked: Asked) -> None:
    removals = Removals(asked.team, "slack", lambda: NOW)
    async with asked.team.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE left_workspace RENAME TO away"))
    with capture_logs() as logs:
        await removals.note("T1")
        await removals.joined("T1")
        await removals.present(["T1"])
        for _ in range(100):
            await removals.heard_from("T1")
    assert [one["event"] for one in logs if one["log_level"] == "error"] == [
        "a removal was not noted",
        "a return was not noted",
        "it is not known who removed the bot",
    ]


async def test_who_removed_the_bot_is_asked_again_after_a_while(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teapot.workspaces.TRY_AGAIN_SECONDS", 0.0)
    removals = Removals(asked.team, "slack", lambda: NOW)
    async with asked.team.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE left_workspace RENAME TO away"))
    await removals.present(["T1"])
    async with asked.team.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE away RENAME TO left_workspace"))
    await removed(asked.team, "slack", "T1", NOW)
    await removals.present(["T1"])
    assert await marked(asked) == set()
