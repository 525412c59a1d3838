"""A workspace's data as a whole."""

from sqlalchemy import func, select

from teapot.asked import Asked
from teapot.press import Press, Verb
from teapot.tables import metadata, workspace_version
from teapot.verbs import ForgetWorkspace, of_press
from teapot.workspaces import KEPT_DAYS, forget_removed, removed, returned
from tests.teams import ANN, ELSEWHERE, NOW, TALK, typed

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
