"""A bot over a database that may fail."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from teapot.bot import Teapot
from teapot.conversation import Command, IncomingMessage, Origin
from teapot.decision import Reason
from teapot.health import Health
from teapot.presence import PART
from tests.teams import ANN, BOSS, HERE, THERE, card_of, words_of

WAIT_SECONDS = 30.0
"""How long a test waits for what must come."""


@dataclass(slots=True)
class ToldHealth(Health):
    """Health whose news of the database can be waited for."""

    news: asyncio.Event = field(default_factory=asyncio.Event)

    def tell(self, aid: str, *, is_well: bool, detail: str = "") -> None:
        Health.tell(self, aid, is_well=is_well, detail=detail)
        self.news.set()

    async def until(self, *, is_well: bool) -> None:
        async with asyncio.timeout(WAIT_SECONDS):
            while self.parts()[PART]["ready"] is not is_well:
                self.news.clear()
                await self.news.wait()


@dataclass(frozen=True, slots=True)
class Scene:
    """A bot over a database."""

    teapot: Teapot
    health: ToldHealth

    async def said(self, words: str) -> str:
        return words_of(card_of(await self.teapot.answer(Command(Origin(HERE, BOSS), words))))

    async def heard(self, text: str, name: str, channel: str = "C1") -> Reason:
        origin = Origin(THERE if channel == "C2" else HERE, ANN)
        decision, _ = await self.teapot.automatic.hear(IncomingMessage(origin, name, text, time.time()))
        return decision.reason


Open = Callable[[str], Awaitable[Scene]]
