"""The messages that were answered latest, as many as memory holds."""

import math
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from teapot.following import State

Key = tuple[str, ...]
"""Platform, workspace, channel and message."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An answered message: when, the codes that were told, how its reply stands, and whether it asked for one.

    ``at`` is in epoch seconds.
    """

    at: float
    codes: tuple[str, ...]
    state: State
    is_asked: bool = False


@dataclass(slots=True)
class Remembered:
    """At most ``most`` messages over all channels; of those answered until ``forgotten_at`` some may be missing."""

    most: int
    forgotten_at: float = -math.inf
    _taken: OrderedDict[Key, Taken] = field(default_factory=OrderedDict)
    _by_channel: dict[Key, dict[Key, Taken]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._taken)

    def __contains__(self, key: Key) -> bool:
        return key in self._taken

    def get(self, key: Key) -> Taken | None:
        """What is known of a message; None for one that was not answered, or is forgotten."""
        return self._taken.get(key)

    def put(self, key: Key, taken: Taken) -> None:
        """Keep what is known of a message, and forget the one that came first when there are too many."""
        self._taken[key] = taken
        self._by_channel.setdefault(key[:-1], {})[key] = taken
        while len(self._taken) > self.most:
            oldest = next(iter(self._taken))
            self.forgotten_at = max(self.forgotten_at, self._taken[oldest].at)
            self.forget(oldest)

    def forget(self, key: Key) -> None:
        """Remember nothing of a message any more."""
        if self._taken.pop(key, None) is None:
            return
        in_channel = self._by_channel[key[:-1]]
        del in_channel[key]
        if not in_channel:
            del self._by_channel[key[:-1]]

    def since(self, channel: Key, at: float) -> Iterator[Taken]:
        """What was answered in a channel after a time, the latest first; takes time for these only."""
        for taken in reversed(self._by_channel.get(channel, {}).values()):
            if taken.at <= at:
                return
            yield taken
