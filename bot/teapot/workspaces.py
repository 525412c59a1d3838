"""A workspace's data as a whole: forgotten on demand, and some time after the bot was removed."""

import asyncio
import time

import structlog
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from teapot.asked import Asked
from teapot.card import Button, Reply
from teapot.conversation import Channel
from teapot.press import Press, Verb
from teapot.problems import StoreError
from teapot.store import put
from teapot.tables import left, metadata, workspace_version
from teapot.team import Team

log = structlog.get_logger()
DAY_SECONDS = 86_400
KEPT_DAYS = 30
"""How long the data of a workspace is kept after it removed the bot."""

ERASE_SECONDS = 60.0


def offer(asked: Asked) -> Reply:
    """Asks whether all that is kept of this workspace is to be forgotten. Raises UsageError in a private talk."""
    asked.in_workspace()
    confirm = Button(asked.say("button-forget"), Press(Verb.FORGET, "", asked.language))
    return asked.card(asked.say("forget-title"), asked.say("forget-lead"), (), (confirm,))


async def forget(asked: Asked) -> Reply:
    """Forget all that is kept of this workspace, at once. Raises StoreError when it is not saved."""
    asked.in_workspace()
    here = (asked.channel.platform, asked.channel.workspace)
    async with asked.tallies.forgetting(*here), asked.team.changing(asked.channel, ERASE_SECONDS) as connection:
        await _erase(connection, *here)
    return asked.notice("forgotten")


async def removed(team: Team, platform: str, workspace: str, now: float) -> None:
    """Note that a workspace removed the bot, ``now`` in epoch seconds. Raises StoreError."""
    async with team.changing(Channel(platform, workspace, "")) as connection:
        await put(connection, left, {"platform": platform, "workspace": workspace, "at": now})


async def returned(team: Team, platform: str, workspace: str) -> None:
    """Note that the bot is in a workspace again, so that its data stays. Raises StoreError.

    Costs one look where it never left.
    """
    async with team.reading() as connection:
        gone = await connection.execute(
            select(left.c.at).where(left.c.platform == platform, left.c.workspace == workspace)
        )
        if gone.first() is None:
            return
    async with team.changing(Channel(platform, workspace, "")) as connection:
        here = (left.c.platform == platform, left.c.workspace == workspace)
        await connection.execute(delete(left).where(*here))


async def forget_removed(team: Team, now: float) -> int:
    """Forget the workspaces that removed the bot more than 30 days before ``now``; how many. Raises StoreError."""
    async with team.reading() as connection:
        old = await connection.execute(
            select(left.c.platform, left.c.workspace).where(left.c.at < now - KEPT_DAYS * DAY_SECONDS)
        )
        gone = old.all()
    for platform, workspace in gone:
        async with team.changing(Channel(platform, workspace, ""), ERASE_SECONDS) as connection:
            await _erase(connection, platform, workspace)
    return len(gone)


async def forget_removed_daily(team: Team) -> None:
    """Do so at the start and then every day, until cancelled."""
    while True:
        try:
            count = await forget_removed(team, time.time())
            if count:
                log.info("workspaces that removed the bot long ago are forgotten", count=count)
        except StoreError as error:
            log.warning("workspaces that removed the bot are not forgotten", reason=str(error))
        await asyncio.sleep(DAY_SECONDS)


async def _erase(connection: AsyncConnection, platform: str, workspace: str) -> None:
    """The version stays, a mere number, so that other replicas see that something changed."""
    for table in metadata.sorted_tables:
        if table is not workspace_version:
            here = (table.c.platform == platform, table.c.workspace == workspace)
            await connection.execute(delete(table).where(*here))
