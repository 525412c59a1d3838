"""Where a mistake of ours ends: the operator finds its trace in the log, who asked a card that says so."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from teapot.bot import Teapot
from teapot.card import Reply
from teapot.conversation import Origin
from teapot.ending import end
from teapot.workspaces import Removals

LAST_WORDS_SECONDS = 5.0
log = structlog.get_logger()

Find = Callable[[], Awaitable[Reply | None]]
Tell = Callable[[Reply], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Boundary:
    """All answering goes through here, so that it can also be waited for at the end; after that none is taken."""

    teapot: Teapot
    removals: Removals
    _answering: set[asyncio.Task[object]] = field(default_factory=set)
    _closed: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, origin: Origin, find: Find, tell: Tell, *, is_asked: bool = True) -> None:
        """Find the reply and send it. A mistake is told to whoever asked, and to nobody who did not."""

        async def work() -> None:
            try:
                reply = await find()
            except Exception as error:
                _report(error, origin)
                reply = self.teapot.failure(origin.person.locale) if is_asked else None
            if reply is not None:
                await tell(reply)
            await self.removals.heard_from(origin.channel.workspace)

        await self.guard(origin, work)

    async def guard(self, origin: Origin, work: Callable[[], Awaitable[None]]) -> None:
        """Do something that nobody waits for; a mistake ends here."""
        if self._closed.is_set():
            return
        task = asyncio.current_task()
        assert task is not None
        self._answering.add(task)
        try:
            await work()
        except Exception as error:
            _report(error, origin)
        finally:
            self._answering.discard(task)

    async def close(self) -> None:
        """Let what is being answered finish, at most for five seconds, and end the rest."""
        self._closed.set()
        await end(self._answering, LAST_WORDS_SECONDS)


def _report(error: Exception, origin: Origin) -> None:
    """The error's own text may quote what somebody wrote and stays out."""
    log.error(
        "this is a mistake in Teapot",
        error=type(error).__name__,
        trace="".join(traceback.format_tb(error.__traceback__)),
        workspace=origin.channel.workspace,
        channel=origin.channel.id,
    )
