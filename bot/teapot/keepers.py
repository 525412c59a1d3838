"""Whoever posted an incident's message keeps it up to date, from one look to the next, until the incident is over."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import structlog

from teapot.automatic import AutomaticReplies
from teapot.conversation import Channel
from teapot.following import Follow
from teapot.problems import StoreError

CarryOut = Callable[[Follow], Awaitable[None]]
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Keepers:
    """One task for each incident that this process knows of."""

    automatic: AutomaticReplies
    _tasks: dict[Channel, asyncio.Task[None]] = field(default_factory=dict)

    def keep(self, channel: Channel, carry_out: CarryOut) -> None:
        """Keep the message of a channel's incident, unless that is done already.

        ``carry_out`` edits or removes our message; it must not raise.
        """
        if channel not in self._tasks:
            task = self._tasks[channel] = asyncio.create_task(self._keep(channel, carry_out))
            task.add_done_callback(lambda _: self._tasks.pop(channel, None))

    async def resume(self, platform: str, carry_out_in: Callable[[Channel], CarryOut]) -> None:
        """Keep what was under way when the bot went down."""
        try:
            channels = await self.automatic.pulses.under_way(platform)
        except StoreError as error:
            log.warning("incidents are not taken up again", reason=str(error))
            return
        for channel in channels:
            self.keep(channel, carry_out_in(channel))

    async def close(self) -> None:
        """Leave all messages as they are."""
        tasks = tuple(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _keep(self, channel: Channel, carry_out: CarryOut) -> None:
        """A database that is away is asked again after the usual pause."""
        is_over = False
        while not is_over:
            try:
                look = await self.automatic.pulse(channel)
                if look is None:
                    return
                if look.follow is not None:
                    await carry_out(look.follow)
                if look.is_over:
                    await self.automatic.pulses.ended(channel)
                is_over = look.is_over
            except StoreError as error:
                log.warning("an incident is not kept up to date: the database is away", reason=str(error))
            await asyncio.sleep(0 if is_over else self.automatic.pulses.rules.refresh_seconds)
