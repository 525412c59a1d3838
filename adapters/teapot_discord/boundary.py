"""Where a mistake of ours ends: the operator finds its trace in the log, the user a card that says so."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import discord
import structlog

from teapot.bot import Teapot
from teapot.card import Place, Reply
from teapot.ending import end, settle, wind_up
from teapot_discord import answering

LAST_WORDS_SECONDS = 3.0
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Boundary:
    """All work for Discord goes through here, so that it can be waited for at the end; after that none is taken."""

    teapot: Teapot
    _working: set[asyncio.Task[Any]] = field(default_factory=set)
    _closed: asyncio.Event = field(default_factory=asyncio.Event)

    async def respond(
        self,
        interaction: discord.Interaction,
        make: Callable[[], Awaitable[Reply]],
        expected: Callable[[], Place] = lambda: Place.PRIVATE,
    ) -> None:
        """Answer a command or a press with what ``make`` gives, or with the failure card.

        ``expected`` is asked where the answer will go when it takes so long that Discord must be told before.
        """
        deferred: Place | None = None

        async def work() -> None:
            nonlocal deferred
            making = self._begin(make)
            try:
                await asyncio.wait((making,), timeout=answering.PATIENCE_SECONDS)
                if not making.done():
                    deferred = expected()
                    await answering.defer(interaction, deferred)
                reply = await making
            finally:
                if not making.done():
                    await wind_up((making,))
            await answering.answer(interaction, reply, deferred)

        async def apologise() -> None:
            await answering.answer(interaction, self.teapot.failure(interaction.locale.value), deferred)

        if await self.guard(work, interaction=interaction.id):
            return
        if deferred is not None or not interaction.response.is_done():
            await self.guard(apologise, interaction=interaction.id)

    async def guard(self, work: Callable[[], Awaitable[None]], **ids: int) -> bool:
        """Do the work; False when it failed, with the trace in the log but no text: the error's own may quote one."""
        if self._closed.is_set():
            return False
        task = asyncio.current_task()
        if task is not None:
            self._working.add(task)
        try:
            await work()
        except Exception as error:
            log.error(
                "this is a mistake in Teapot",
                error=type(error).__name__,
                trace="".join(traceback.format_tb(error.__traceback__)),
                **ids,
            )
            return False
        finally:
            self._working.discard(task)
        return True

    async def close(self) -> None:
        """Let what is being answered finish, at most for three seconds, and end the rest."""
        self._closed.set()
        await end(self._working, LAST_WORDS_SECONDS)

    def _begin(self, make: Callable[[], Awaitable[Reply]]) -> asyncio.Task[Reply]:
        """Make a reply in a task of its own, which is waited for at the end like all others."""

        async def making() -> Reply:
            return await make()

        task = asyncio.create_task(making())
        self._working.add(task)
        task.add_done_callback(self._working.discard)
        task.add_done_callback(settle)
        return task
