"""The messages that were answered latest, as many as memory holds."""

import math
from collections import OrderedDict
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
class _InChannel:
    """The answered messages of a channel, the first one first, and when each code was last told there."""

    taken: dict[Key, Taken] = field(default_factory=dict)
    told_at: dict[str, float] = field(default_factory=dict)

    def count_again(self) -> None:
        """After a message told other codes than before."""
        self.told_at.clear()
        for taken in self.taken.values():
            self.note(taken)

    def note(self, taken: Taken) -> None:
        """Its codes were told then, if not later as well."""
        for code in taken.codes:
            self.told_at[code] = max(taken.at, self.told_at.get(code, taken.at))


@dataclass(slots=True)
class Remembered:
    """At most ``most`` messages over all channels; of those answered until ``forgotten_at`` some may be missing."""

    most: int
    forgotten_at: float = -math.inf
    _taken: OrderedDict[Key, Taken] = field(default_factory=OrderedDict)
    _by_channel: dict[Key, _InChannel] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._taken)

    def __contains__(self, key: Key) -> bool:
        return key in self._taken

    def get(self, key: Key) -> Taken | None:
        """What is known of a message; None for one that was not answered, or is forgotten."""
        return self._taken.get(key)

    def put(self, key: Key, taken: Taken) -> None:
        """Keep what is known of a message, and forget the one that came first when there are too many."""
        here, before = self._by_channel.setdefault(key[:-1], _InChannel()), self._taken.get(key)
        self._taken[key] = here.taken[key] = taken
        if before is None:
            here.note(taken)
        elif before.codes != taken.codes:
            here.count_again()
        while len(self._taken) > self.most:
            oldest = next(iter(self._taken))
            self.forgotten_at = max(self.forgotten_at, self._taken[oldest].at)
            self._drop(oldest)

    def forget(self, key: Key) -> None:
        """Remember nothing of a message any more."""
        if key in self._taken:
            self._drop(key)
            if key[:-1] in self._by_channel:
                self._by_channel[key[:-1]].count_again()

    def told_since(self, channel: Key, at: float) -> dict[str, float]:
        """When each code was last told in a channel, of those told after a time that is not before ``forgotten_at``."""
        here = self._by_channel.get(channel)
        return {} if here is None else {code: told for code, told in here.told_at.items() if told > at}

    def replies_since(self, channel: Key, at: float) -> int:
        """How many automatic replies a channel had after a time; takes time for these only."""
        here, count = self._by_channel.get(channel), 0
        for taken in reversed(here.taken.values()) if here is not None else ():
            if taken.at <= at:
                break
            count += not taken.is_asked
        return count

    def _drop(self, key: Key) -> None:
        del self._taken[key]
        in_channel = self._by_channel[key[:-1]].taken
        del in_channel[key]
        if not in_channel:
            del self._by_channel[key[:-1]]
