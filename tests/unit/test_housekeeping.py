"""What is done once a day: not before all platforms have told, to its end, and again after a database was away."""

import asyncio

from sqlalchemy import func, select
from structlog.testing import capture_logs

from teapot.housekeeping import housekeeping
from teapot.store import writing
from teapot.tables import left, metadata, report, tally
from teapot.team import Team

AN_HOUR, A_MOMENT, SOON = 3_600.0, 0.01, 20.0


async def fill(team: Team) -> None:
    """A workspace that left long ago, and of another what it counted and reported long ago."""
    old = {"platform": "slack", "workspace": "T1", "channel": "C1"}
    async with writing(team.engine) as connection:
        await connection.execute(left.insert().values(platform="slack", workspace="T2", at=0.0))
        await connection.execute(tally.insert().values(old | {"day": 1, "code": "503", "kind": "heard", "count": 1}))
        await connection.execute(report.insert().values(old | {"message": "m", "person": "p", "codes": "503", "at": 1}))


async def kept(team: Team) -> list[object]:
    async with team.reading() as connection:
        tables = (left, tally, report)
        return [(await connection.execute(select(func.count()).select_from(one))).scalar() for one in tables]


async def test_what_is_old_is_forgotten(team: Team) -> None:
    await fill(team)
    async with housekeeping(team, A_MOMENT), asyncio.timeout(SOON):
        while await kept(team) != [0, 0, 0]:
            """The work is under way."""


async def test_nothing_is_forgotten_right_at_the_start(team: Team) -> None:
    await fill(team)
    async with housekeeping(team, AN_HOUR):
        """Ends at once."""
    assert await kept(team) == [1, 1, 1]


async def test_what_cannot_be_forgotten_is_told(team: Team) -> None:
    async with writing(team.engine) as connection:
        await connection.run_sync(metadata.drop_all)
    with capture_logs() as lines:
        async with housekeeping(team, A_MOMENT), asyncio.timeout(SOON):
            while len([line for line in lines if line["event"] == "not forgotten for now"]) < 3:
                async with team.engine.connect() as connection:
                    await connection.execute(select(1))
    told = [line["what"] for line in lines if line["event"] == "not forgotten for now"]
    assert told == ["workspaces that removed the bot", "old counts", "old reports of incidents"]
