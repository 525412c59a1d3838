"""How long counts and reports are kept."""

from dataclasses import replace

from sqlalchemy import insert, select

from teapot.asked import Asked
from teapot.conversation import Channel
from teapot.knowledge import Layer
from teapot.pulses import Pulses
from teapot.retention import forget_old_counts, forget_old_reports
from teapot.tables import report, tally
from teapot.tallies import DAY_SECONDS
from teapot.team import Team
from tests.teams import ELSEWHERE, HERE, NOW, TALK, typed

TODAY = int(NOW // DAY_SECONDS)


async def keep(team: Team, *ages: int, channel: Channel = HERE) -> None:
    """Counts of so many days ago."""
    row = {"platform": channel.platform, "workspace": channel.workspace, "channel": channel.id, "code": "503"}
    async with team.engine.begin() as connection:
        rows = [{**row, "day": TODAY - age, "kind": "heard", "count": 1} for age in ages]
        await connection.execute(insert(tally), rows)


async def ages(team: Team, channel: Channel = HERE) -> list[int]:
    async with team.engine.connect() as connection:
        here = (tally.c.platform == channel.platform, tally.c.workspace == channel.workspace)
        return sorted(TODAY - day for (day,) in await connection.execute(select(tally.c.day).where(*here)))


async def test_counts_are_kept_for_ninety_days(asked: Asked) -> None:
    await keep(asked.team, 0, 89, 90, 400)
    assert await forget_old_counts(asked.team, NOW) == 2
    assert await ages(asked.team) == [0, 89]


async def test_a_workspace_keeps_its_counts_as_long_as_it_chose(asked: Asked) -> None:
    await typed(asked, "settings retention 10")
    for channel in (HERE, ELSEWHERE):
        await keep(asked.team, 5, 50, 100, channel=channel)
    await forget_old_counts(asked.team, NOW)
    assert (await ages(asked.team), await ages(asked.team, ELSEWHERE)) == ([5], [5, 50])


async def test_a_workspace_can_keep_them_longer(asked: Asked) -> None:
    await typed(asked, "settings retention 365")
    await keep(asked.team, 100, 364, 365)
    await forget_old_counts(asked.team, NOW)
    assert await ages(asked.team) == [100, 364]


async def test_the_operators_file_says_how_long_where_nobody_chose(asked: Asked) -> None:
    asked.team.overlay.layer = replace(Layer(), settings={"retention": "7"})
    await keep(asked.team, 6, 7, channel=TALK)
    await forget_old_counts(asked.team, NOW)
    assert await ages(asked.team, TALK) == [6]


async def test_what_people_reported_is_kept_for_a_day(asked: Asked) -> None:
    pulses = Pulses(asked.team.engine)
    for at, name in ((NOW - DAY_SECONDS - 1, "old"), (NOW - DAY_SECONDS, "new")):
        await pulses.reported(Channel("slack", "T1", name), name, "ann", ("503",), "en", at)
    await forget_old_reports(asked.team, NOW)
    async with asked.team.engine.connect() as connection:
        assert (await connection.execute(select(report.c.message))).scalars().all() == ["new"]
