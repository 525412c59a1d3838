"""Somebody asks for something of the team's own: who, where, in which language, and what answers it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from teapot.card import NEUTRAL, Button, Card, Place, Reply, Section
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, Origin
from teapot.entries import Language
from teapot.knowledge import ChannelView
from teapot.presence import HURRY_SECONDS
from teapot.problems import StoreError, UsageError
from teapot.tallies import Tallies
from teapot.team import Team

Where = Literal["channel", "workspace"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What every verb is given. ``command`` is the slash command's name, ``now`` is in epoch seconds."""

    catalogue: Catalogue
    team: Team
    tallies: Tallies
    origin: Origin
    language: Language
    command: str
    now: float

    @property
    def channel(self) -> Channel:
        """Where it was asked."""
        return self.origin.channel

    async def view(self) -> ChannelView:
        """What holds in the channel. Raises StoreError when the database is away."""
        return await self.team.view(self.channel, HURRY_SECONDS)

    async def view_after_change(self) -> ChannelView:
        """What holds once a change is saved, even when the database went away right after it."""
        try:
            return await self.view()
        except StoreError:
            return self.team.view_without_store(self.channel)

    def say(self, name: str, /, **values: object) -> str:
        """One of the bot's sentences in the asker's language."""
        return self.catalogue.say(name, self.language, command=self.command, **values)

    def level(self, where: Where) -> str:
        """The channel that a change is kept under, "" for the workspace; a private talk has none but itself."""
        return "" if where == "workspace" and self.channel.workspace else self.channel.id

    def in_workspace(self) -> None:
        """Raises UsageError in a private talk, which belongs to no workspace."""
        if not self.channel.workspace:
            raise UsageError("only-in-workspace")

    def card(
        self, title: str, lead: str, sections: tuple[Section, ...] = (), buttons: tuple[Button, ...] = ()
    ) -> Reply:
        """A private card for the asker."""
        shown = Card(
            language=self.language,
            colour=NEUTRAL,
            title=title,
            lead=lead,
            plain=f"{title}. {lead}" if lead else title,
            sections=sections,
            buttons=buttons,
        )
        return Reply(shown, Place.PRIVATE)

    def notice(self, name: str, /, **values: object) -> Reply:
        """A private card from the sentences ``<name>-title`` and ``<name>-lead``."""
        return self.card(self.say(f"{name}-title", **values), self.say(f"{name}-lead", **values))


def day_of(at: float) -> str:
    """The day in UTC, as 2026-01-31."""
    return moment(at)[:10]


def moment(at: float) -> str:
    """Epoch seconds as 2026-01-31 09:30 UTC."""
    return f"{datetime.fromtimestamp(at, UTC):%Y-%m-%d %H:%M} UTC"
