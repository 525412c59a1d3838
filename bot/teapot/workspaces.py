"""A workspace's data as a whole: forgotten on demand, and some time after the bot was removed."""

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

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
LOOK_EVERY_SECONDS = 3_600.0
"""How long it is believed which workspaces removed the bot."""

TRY_AGAIN_SECONDS = 10.0
"""After a database that was away was asked for them in vain."""

SETTLED_SECONDS = 3_600.0
"""What a workspace still sends for so long after a removal proves no return: Slack repeats itself for an hour."""


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


@dataclass(slots=True)
class Removals:
    """The workspaces of one platform that removed the bot, remembered: to see one of the others costs nothing.

    Nothing here raises for the database; what could not be done is logged. ``clock`` gives epoch seconds.
    """

    team: Team
    platform: str
    clock: Callable[[], float] = time.time
    _marked: dict[str, float] = field(default_factory=dict)
    _looked_at: float = -LOOK_EVERY_SECONDS
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def note(self, workspace: str) -> None:
        """A workspace removed the bot just now."""
        now = self.clock()
        try:
            await removed(self.team, self.platform, workspace, now)
        except StoreError as error:
            log.error("a removal was not noted", platform=self.platform, workspace=workspace, reason=str(error))
        else:
            self._marked[workspace] = now

    async def joined(self, workspace: str) -> None:
        """A workspace took the bot in just now."""
        await self._unmark(workspace)

    async def present(self, workspaces: Iterable[str]) -> None:
        """The bot is in these workspaces, though it may not have heard of its return."""
        await self._look()
        for workspace in workspaces:
            if workspace in self._marked:
                await self._unmark(workspace)

    async def heard_from(self, workspace: str) -> None:
        """Something came from a workspace, so the bot is there again, unless it removed it only lately."""
        await self._look()
        if self.clock() - self._marked.get(workspace, self.clock()) > SETTLED_SECONDS:
            await self._unmark(workspace)

    async def _look(self) -> None:
        if time.monotonic() - self._looked_at < LOOK_EVERY_SECONDS:
            return
        async with self._turn:
            if time.monotonic() - self._looked_at < LOOK_EVERY_SECONDS:
                return
            try:
                async with self.team.reading() as connection:
                    rows = await connection.execute(
                        select(left.c.workspace, left.c.at).where(left.c.platform == self.platform)
                    )
                    self._marked = {row.workspace: row.at for row in rows}
            except StoreError as error:
                log.error("it is not known who removed the bot", platform=self.platform, reason=str(error))
                self._looked_at = time.monotonic() - LOOK_EVERY_SECONDS + TRY_AGAIN_SECONDS
            else:
                self._looked_at = time.monotonic()

    async def _unmark(self, workspace: str) -> None:
        try:
            await returned(self.team, self.platform, workspace)
        except StoreError as error:
            log.error("a return was not noted", platform=self.platform, workspace=workspace, reason=str(error))
        else:
            self._marked.pop(workspace, None)


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


async def _erase(connection: AsyncConnection, platform: str, workspace: str) -> None:
    """The version stays, a mere number, so that other replicas see that something changed."""
    for table in metadata.sorted_tables:
        if table is not workspace_version:
            here = (table.c.platform == platform, table.c.workspace == workspace)
            await connection.execute(delete(table).where(*here))
