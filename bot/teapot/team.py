"""The team's own knowledge, read through a bounded memory that other replicas' changes reach within five seconds."""

import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Row, Table, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from teapot.conversation import Channel
from teapot.knowledge import ChannelView, Layer, Note, Overlay, OwnCode, PersonWish
from teapot.language import parse
from teapot.lru import Lru
from teapot.presence import HURRY_SECONDS, PATIENCE_SECONDS, answering, presence_of
from teapot.store import insertion, writing
from teapot.tables import mute, note, own_code, person, setting, workspace_version

MAX_CHANNELS = 10_000
MAX_PEOPLE = 20_000
MAX_CHARACTERS = 20_000_000
"""Of notes and own codes that are remembered; a workspace may keep 1,500,000."""

FRESH_SECONDS = 4.0
"""How long a workspace's knowledge is believed without asking the database whether it changed."""

CANNOT_READ, CANNOT_SAVE = "the team's knowledge cannot be read", "the change could not be saved"

Workspace = tuple[str, str]
_Key = tuple[str, str, str]
"""Platform, workspace, and a channel or a person in it."""


@dataclass(frozen=True, slots=True)
class _Versions:
    """The last seen version of a workspace and of what holds anywhere; ``read_at`` by the monotonic clock."""

    here: int
    anywhere: int
    read_at: float


@dataclass(slots=True)
class Team:
    """What the teams of all workspaces know. ``defaults`` holds a value for every setting."""

    engine: AsyncEngine
    defaults: Mapping[str, str]
    overlay: Overlay = field(default_factory=Overlay)
    _layers: Lru[_Key, Layer] = field(
        default_factory=lambda: Lru(MAX_CHANNELS, group=_workspace_of, weigh=_characters, heaviest=MAX_CHARACTERS)
    )
    _wishes: Lru[_Key, PersonWish] = field(default_factory=lambda: Lru(MAX_PEOPLE, group=_workspace_of))
    _versions: Lru[Workspace, "_Versions"] = field(default_factory=lambda: Lru(MAX_CHANNELS))
    _changes: int = 0

    async def view(self, channel: Channel, seconds: float = PATIENCE_SECONDS) -> ChannelView:
        """What holds in a channel. Raises StoreError when the database is away or takes longer."""
        if self._is_fresh(channel):
            here, workspace = self._remembered(channel, channel.id), self._remembered(channel, "")
            if here is not None and workspace is not None:
                return ChannelView(channel, here, workspace, self.overlay.layer, self.defaults)
        async with self._reading(channel, seconds) as connection:
            here = await self._layer(connection, channel, channel.id)
            workspace = await self._layer(connection, channel, "") if channel.workspace else Layer()
        return ChannelView(channel, here, workspace, self.overlay.layer, self.defaults)

    def view_as_remembered(self, channel: Channel) -> ChannelView:
        """What held in a channel when it was last read, for when there is no time to ask the database."""
        here, workspace = self._remembered(channel, channel.id), self._remembered(channel, "")
        return ChannelView(channel, here or Layer(), workspace or Layer(), self.overlay.layer, self.defaults)

    def view_without_store(self, channel: Channel) -> ChannelView:
        """What holds in a channel as far as the file and the defaults tell, for when the database is away."""
        return ChannelView(channel, Layer(), Layer(), self.overlay.layer, self.defaults)

    async def wish(self, channel: Channel, who: str, seconds: float = PATIENCE_SECONDS) -> PersonWish:
        """What a person wants, in every channel of the workspace. Raises StoreError as ``view`` does.

        What they said in a private talk without a workspace holds where they said nothing else.
        """
        key = (channel.platform, channel.workspace, who)
        known = self._wishes.get(key)
        if known is not None and self._is_fresh(channel):
            return known
        async with self._reading(channel, seconds) as connection:
            known = self._wishes.get(key)
            if known is not None:
                return known
            changes = self._changes
            rows = await (await connection.get()).execute(
                select(person)
                .where(
                    person.c.platform == channel.platform,
                    person.c.workspace.in_({channel.workspace, ""}),
                    person.c.person == who,
                )
                .order_by(person.c.workspace.desc())
            )
            row = rows.first()
            found = PersonWish() if row is None else PersonWish(row.quiet, parse(row.language))
            if changes == self._changes:
                self._wishes.put(key, found)
            return found

    @asynccontextmanager
    async def reading(self, seconds: float = HURRY_SECONDS) -> AsyncIterator[AsyncConnection]:
        """A connection to read what is not remembered. Raises StoreError when the database is away or takes longer."""
        async with answering(self.engine, CANNOT_READ, seconds), self.engine.connect() as connection:
            yield connection

    @asynccontextmanager
    async def changing(self, channel: Channel, seconds: float = HURRY_SECONDS) -> AsyncIterator[AsyncConnection]:
        """One transaction that changes something in the channel's workspace: all of it is saved, or nothing.

        Raises StoreError when it could not be saved, or not in that time.
        """
        try:
            async with answering(self.engine, CANNOT_SAVE, seconds), writing(self.engine) as connection:
                yield connection
                await raise_version(connection, channel.platform, channel.workspace)
        finally:
            self._forget((channel.platform, channel.workspace))

    def _forget(self, workspace: Workspace) -> None:
        """A wish in a private talk, which has no workspace, holds everywhere on the platform."""
        self._changes += 1
        self._layers.forget_group(workspace)
        self._versions.forget(workspace)
        if workspace[1]:
            self._wishes.forget_group(workspace)
        else:
            self._wishes.drop(lambda key: key[0] == workspace[0])

    def _is_fresh(self, channel: Channel) -> bool:
        """Whether what is remembered of a workspace is believed without asking: never while the database is away."""
        versions = self._versions.get((channel.platform, channel.workspace))
        is_young = versions is not None and time.monotonic() - versions.read_at < FRESH_SECONDS
        return is_young and not presence_of(self.engine).is_away

    def _remembered(self, channel: Channel, level: str) -> Layer | None:
        return self._layers.get((channel.platform, channel.workspace, level))

    @asynccontextmanager
    async def _reading(self, channel: Channel, seconds: float) -> AsyncIterator["_Connection"]:
        connection = _Connection(self.engine)
        async with answering(self.engine, CANNOT_READ, seconds):
            try:
                await self._check(connection, (channel.platform, channel.workspace))
                yield connection
            finally:
                await connection.close()

    async def _check(self, connection: "_Connection", workspace: Workspace) -> None:
        """Forget what another replica changed since the last look."""
        remembered, now = self._versions.get(workspace), time.monotonic()
        if remembered is not None and now - remembered.read_at < FRESH_SECONDS:
            return
        changes = self._changes
        rows = await (await connection.get()).execute(
            select(workspace_version.c.workspace, workspace_version.c.version).where(
                workspace_version.c.platform == workspace[0],
                workspace_version.c.workspace.in_({workspace[1], ""}),
            )
        )
        found = {row.workspace: row.version for row in rows}
        versions = _Versions(found.get(workspace[1], 0), found.get("", 0), now)
        if remembered is None or remembered.here != versions.here:
            self._layers.forget_group(workspace)
        if remembered is None or (remembered.here, remembered.anywhere) != (versions.here, versions.anywhere):
            self._wishes.forget_group(workspace)
        if changes == self._changes:
            self._versions.put(workspace, versions)

    async def _layer(self, connection: "_Connection", channel: Channel, level: str) -> Layer:
        key = (channel.platform, channel.workspace, level)
        known = self._layers.get(key)
        if known is not None:
            return known
        changes, opened = self._changes, await connection.get()
        found = await _load(opened, channel, level)
        if changes == self._changes:
            self._layers.put(key, found)
        return found


def _workspace_of(key: _Key) -> Workspace:
    return key[:2]


def _characters(layer: Layer) -> int:
    notes, codes = layer.notes.values(), layer.codes.values()
    return sum(len(note.text) for note in notes) + sum(len(code.text) for code in codes)


async def raise_version(connection: AsyncConnection, platform: str, workspace: str) -> None:
    """Tell the other replicas that what they remember of a workspace is old."""
    await connection.execute(
        insertion(connection, workspace_version)
        .values(platform=platform, workspace=workspace, version=1)
        .on_conflict_do_update(
            index_elements=["platform", "workspace"], set_={"version": workspace_version.c.version + 1}
        )
    )


class _Connection:
    """Taken from the pool only when something has to be asked."""

    __slots__ = ("_engine", "_opened")

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._opened: AsyncConnection | None = None

    async def get(self) -> AsyncConnection:
        if self._opened is None:
            self._opened = await self._engine.connect()
        return self._opened

    async def close(self) -> None:
        if self._opened is not None:
            await self._opened.close()


async def _load(connection: AsyncConnection, channel: Channel, level: str) -> Layer:
    async def rows(table: Table) -> Sequence[Row[Any]]:
        here = [table.c.platform == channel.platform, table.c.workspace == channel.workspace]
        if "channel" in table.c:
            here.append(table.c.channel == level)
        return (await connection.execute(select(table).where(*here))).all()

    source: Literal["channel", "workspace"] = "channel" if level else "workspace"
    return Layer(
        settings={row.name: row.value for row in await rows(setting)},
        notes={row.key: Note(row.key, row.text, row.author_name, row.at, source) for row in await rows(note)},
        codes={} if level else {row.code: _own_code(row) for row in await rows(own_code)},
        mutes={row.code: row.until for row in await rows(mute)},
    )


def _own_code(row: Row[Any]) -> OwnCode:
    return OwnCode(row.code, row.phrase, row.text, row.author_name, row.at, "workspace")
