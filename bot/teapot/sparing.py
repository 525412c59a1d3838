"""A log that stays readable in a storm: what is said again and again is counted, and not said."""

import time
from collections import OrderedDict
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

import structlog

MOST = 10
"""How often the same is said within a minute."""

WINDOW_SECONDS = 60.0
MAX_EVENTS = 1_000


@dataclass(slots=True)
class _Said:
    """Since when (by the monotonic clock) something was said how often, and how often it was not."""

    since: float
    times: int = 0
    left_out: int = 0


@dataclass(slots=True)
class Sparing:
    """A processor for structlog. The first line after a silence tells in ``left_out`` how many are missing."""

    clock: Callable[[], float] = time.monotonic
    _events: OrderedDict[str, _Said] = field(default_factory=OrderedDict)

    def __call__(self, _logger: object, _name: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        """The line as it is; raises DropEvent for one too many."""
        event, now = str(line.get("event")), self.clock()
        said = self._events.setdefault(event, _Said(now))
        self._events.move_to_end(event)
        if len(self._events) > MAX_EVENTS:
            self._events.popitem(last=False)
        if now - said.since >= WINDOW_SECONDS:
            said.since, said.times = now, 0
        said.times += 1
        if said.times > MOST:
            said.left_out += 1
            raise structlog.DropEvent
        if said.left_out:
            line["left_out"] = said.left_out
            said.left_out = 0
        return line
