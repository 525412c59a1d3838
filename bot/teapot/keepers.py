"""Whoever posted an incident's message keeps it up to date, from one look to the next, until the incident is over."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field

from teapot.automatic import AutomaticReplies
from teapot.conversation import Channel
from teapot.ending import end
from teapot.following import Follow
from teapot.problems import StoreError

CarryOut = Callable[[Follow], Awaitable[None]]
LAST_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Keepers:
    """One task for each incident that this process knows of. While the database is away, all wait and look again."""

    automatic: AutomaticReplies
    _tasks: dict[Channel | str, asyncio.Task[None]] = field(default_factory=dict)
    _closing: asyncio.Event = field(default_factory=asyncio.Event)

    def keep(self, channel: Channel, carry_out: CarryOut) -> None:
        """Keep the message of a channel's incident, unless that is done already.

        ``carry_out`` edits or removes our message; it must not raise.
        """
        self._start(channel, lambda: self._keep(channel, carry_out))

    def resume(self, platform: str, carry_out_in: Callable[[Channel], CarryOut]) -> None:
        """Keep what was under way on a platform when the bot went down."""
        self._start(platform, lambda: self._resume(platform, carry_out_in))

    async def close(self) -> None:
        """Leave all messages as they are, within five seconds."""
        self._closing.set()
        await end(self._tasks.values(), LAST_SECONDS)

    def _start(self, key: Channel | str, work: Callable[[], Coroutine[None, None, None]]) -> None:
        if key not in self._tasks and not self._closing.is_set():
            task = self._tasks[key] = asyncio.create_task(work())
            task.add_done_callback(lambda _: self._tasks.pop(key, None))

    async def _resume(self, platform: str, carry_out_in: Callable[[Channel], CarryOut]) -> None:
        while not self._closing.is_set():
            try:
                channels = await self.automatic.pulses.under_way(platform)
            except StoreError:
                await self._pause()
            else:
                for channel in channels:
                    self.keep(channel, carry_out_in(channel))
                return

    async def _keep(self, channel: Channel, carry_out: CarryOut) -> None:
        while not self._closing.is_set():
            try:
                look = await self.automatic.pulse(channel)
                if look is None:
                    return
                if look.follow is not None:
                    await carry_out(look.follow)
                if look.is_over and await self.automatic.pulses.ended(channel, look.incident):
                    return
            except StoreError:
                pass  # the store tells the operator
            await self._pause()

    async def _pause(self) -> None:
        """Not cancelled at the end: a connection to the database that is being made would stay open."""
        try:
            await asyncio.wait_for(self._closing.wait(), self.automatic.pulses.rules.refresh_seconds)
        except TimeoutError:
            return
