"""What is done once a day: at the start, to its end, and without falling over a database that is away."""

from sqlalchemy import func, select
from structlog.testing import capture_logs

from teapot.housekeeping import housekeeping
from teapot.store import writing
from teapot.tables import left, metadata, tally
from teapot.team import Team


async def test_what_is_old_is_forgotten_at_the_start(team: Team) -> None:
    old = {"platform": "slack", "workspace": "T1"}
    async with writing(team.engine) as connection:
        await connection.execute(left.insert().values(old | {"workspace": "T2", "at": 0.0}))
        counted = {"channel": "C1", "day": 1, "code": "503", "kind": "heard", "count": 1}
        await connection.execute(tally.insert().values(old | counted))
    async with housekeeping(team):
        """Ends only when what it began is done."""
    async with team.reading() as connection:
        kept = [(await connection.execute(select(func.count()).select_from(one))).scalar() for one in (left, tally)]
    assert kept == [0, 0]


async def test_what_cannot_be_forgotten_is_told_and_tried_another_day(team: Team) -> None:
    async with writing(team.engine) as connection:
        await connection.run_sync(metadata.drop_all)
    with capture_logs() as lines:
        async with housekeeping(team):
            """Nothing is raised."""
    assert [line["what"] for line in lines if line["event"] == "not forgotten for now"] == [
        "workspaces that removed the bot",
        "old counts",
    ]
