"""Counts are kept for as long as each workspace chose, and reports of incidents for a day; not longer."""

from sqlalchemy import and_, delete, exists, select

from teapot.presence import answering
from teapot.store import writing
from teapot.tables import report, setting, tally
from teapot.tallies import DAY_SECONDS
from teapot.team import Team

RETENTION = "retention"
DELETE_SECONDS = 60.0
KEPT_SECONDS = 86_400.0
"""How long a report is kept."""

CANNOT_DELETE = "old counts and reports could not be deleted"


async def forget_old_counts(team: Team, now: float) -> int:
    """Delete the counts that are older than their workspace's retention; how many. Raises StoreError.

    ``now`` is in epoch seconds. With a retention of 90 days today and the 89 days before stay.
    """
    today = int(now // DAY_SECONDS)
    usual = team.overlay.layer.settings.get(RETENTION, team.defaults[RETENTION])
    async with team.reading(DELETE_SECONDS) as connection:
        chosen = await connection.execute(
            select(setting.c.value).where(setting.c.name == RETENTION, setting.c.channel == "").distinct()
        )
        values = [str(value) for (value,) in chosen]
    has_chosen = and_(
        setting.c.platform == tally.c.platform,
        setting.c.workspace == tally.c.workspace,
        setting.c.channel == "",
        setting.c.name == RETENTION,
    )
    gone = 0
    for value, whose in (
        *((value, exists().where(has_chosen, setting.c.value == value)) for value in values),
        (usual, ~exists().where(has_chosen)),
    ):
        async with answering(team.engine, CANNOT_DELETE, DELETE_SECONDS), writing(team.engine) as connection:
            done = await connection.execute(delete(tally).where(tally.c.day <= today - int(value), whose))
            gone += done.rowcount
    return gone


async def forget_old_reports(team: Team, now: float) -> int:
    """Delete what people reported more than a day before ``now``, in epoch seconds; how many. Raises StoreError."""
    async with answering(team.engine, CANNOT_DELETE, DELETE_SECONDS), writing(team.engine) as connection:
        done = await connection.execute(delete(report).where(report.c.at < now - KEPT_SECONDS))
        return done.rowcount
