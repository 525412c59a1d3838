"""A mapping that forgets what was used longest ago."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Lru(Generic[Key, Value]):
    """Holds at most ``most`` entries, and of what ``weigh`` measures at most ``heaviest`` besides the newest entry.

    ``group`` tells which entries are forgotten together; that takes time for these only, however many there are.
    """

    __slots__ = ("_entries", "_group", "_groups", "_weigh", "_weight", "heaviest", "most")

    def __init__(
        self,
        most: int,
        *,
        group: Callable[[Key], Hashable] | None = None,
        weigh: Callable[[Value], int] = lambda _: 0,
        heaviest: int = 0,
    ) -> None:
        self.most, self.heaviest = most, heaviest
        self._entries: OrderedDict[Key, Value] = OrderedDict()
        self._group, self._groups = group, dict[Hashable, dict[Key, None]]()
        self._weigh, self._weight = weigh, 0

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: Key) -> bool:
        return key in self._entries

    def get(self, key: Key) -> Value | None:
        """The entry, which then counts as just used; None when there is none."""
        if key not in self._entries:
            return None
        self._entries.move_to_end(key)
        return self._entries[key]

    def put(self, key: Key, value: Value) -> None:
        """Keep an entry, and forget those used longest ago when there are too many."""
        self.forget(key)
        self._entries[key] = value
        self._weight += self._weigh(value)
        if self._group is not None:
            self._groups.setdefault(self._group(key), {})[key] = None
        while len(self._entries) > self.most or (self._weight > self.heaviest and len(self._entries) > 1):
            self.forget(next(iter(self._entries)))

    def forget(self, key: Key) -> None:
        """Forget one entry, if there is one."""
        if key not in self._entries:
            return
        self._weight -= self._weigh(self._entries.pop(key))
        if self._group is not None:
            group = self._group(key)
            del self._groups[group][key]
            if not self._groups[group]:
                del self._groups[group]

    def forget_group(self, group: Hashable) -> None:
        """Forget all entries of a group."""
        for key in tuple(self._groups.get(group, ())):
            self.forget(key)

    def drop(self, chosen: Callable[[Key], bool]) -> None:
        """Forget the entries whose key is chosen; looks at every one."""
        for key in [key for key in self._entries if chosen(key)]:
            self.forget(key)
