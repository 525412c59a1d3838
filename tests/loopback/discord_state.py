"""What the loopback Discord knows, and waiting until it knows something."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.loopback.discord_gateway import Gateway
from tests.loopback.discord_world import (
    CHANNEL,
    EVERYTHING_NEEDED,
    LOADING,
    Payload,
    guild,
    in_guild,
    message,
    snowflake,
)

WAIT_SECONDS = 30.0


@dataclass(slots=True)
class Interaction:
    """A command, a press or an autocompletion. ``born`` is in seconds of the monotonic clock.

    ``kind`` and ``data`` are the first answer, None before it; ``message`` is what ``@original`` means. ``further`` are
    the messages that came after the first answer; none can come when it ``is_cut_off``.
    """

    id: str
    token: str
    type: int
    place: str
    born: float
    message: str | None = None
    kind: int | None = None
    data: Payload = field(default_factory=dict)
    further: list[str] = field(default_factory=list)
    is_cut_off: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the client over HTTP and the HTTP status it got; 0 when the line was cut."""

    method: str
    path: str
    got: int


@dataclass(slots=True)
class Fault:
    """Something that goes wrong with the next call whose path has ``part``.

    "drop" cuts the line before the call is worked on, "lose" after; "late" answers after the next call; "limit" is a
    429, "ban" a 429 from the proxy in front; a number is an HTTP status.
    """

    part: str
    kind: str | int


@dataclass(slots=True)
class Discord:
    """All state of one server; ``permissions`` are the bot's in the channel, ``limit`` each route's calls a second."""

    limit: int = 1000
    permissions: int = EVERYTHING_NEEDED
    may_read_content: bool = True
    gateway: Gateway = field(init=False)
    url: str = ""
    commands: list[Payload] = field(default_factory=list)
    messages: dict[str, Payload] = field(default_factory=dict)
    posted: list[str] = field(default_factory=list)
    nonces: dict[tuple[str, str], str] = field(default_factory=dict)
    interactions: dict[str, Interaction] = field(default_factory=dict)
    notified: set[str] = field(default_factory=set)
    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    made: int = 0

    def __post_init__(self) -> None:
        self.gateway = Gateway(guild(self.permissions), self.may_read_content, self.note)

    def new_id(self, age_seconds: float = 0.0) -> str:
        """An id that nothing else has."""
        self.made += 1
        return snowflake(self.made, age_seconds)

    def now(self) -> float:
        """Seconds of the monotonic clock."""
        return time.monotonic()

    async def keep(
        self, author: str, body: Mapping[str, Any], place: str = CHANNEL, age_seconds: float = 0.0
    ) -> Payload:
        """Make a message and tell everybody who listens, the bot itself included."""
        made = message(self.new_id(age_seconds), author, body, place)
        self.messages[made["id"]] = made
        await self.gateway.dispatch_message("MESSAGE_CREATE", in_guild(made))
        return made

    def edit(self, target: str, body: Mapping[str, Any]) -> None:
        """Change the parts of a message that the body has."""
        empty: Payload = {"content": "", "embeds": [], "components": []}
        self.messages[target] |= {part: body[part] or nothing for part, nothing in empty.items() if part in body}
        if "attachments" in body:
            self.messages[target]["attachments"] = body.get("uploaded") or []

    def is_loading(self, interaction: Interaction) -> bool:
        """Whether people see that its answer is still to come."""
        return bool(self.messages.get(str(interaction.message), {"flags": 0})["flags"] & LOADING)

    def fail(self, part: str, kind: str | int, times: int = 1) -> None:
        """Let the next calls whose path has that part go wrong."""
        self.faults += [Fault(part, kind)] * times

    def fault_of(self, path: str) -> str | int | None:
        """What goes wrong with this call; each fault strikes once."""
        for fault in self.faults:
            if fault.part in path:
                self.faults.remove(fault)
                return fault.kind
        return None

    def called(self, part: str) -> list[Call]:
        """The calls so far whose path has that part."""
        return [call for call in self.calls if part in call.path]

    async def note(self) -> None:
        """Wake those who wait."""
        async with self.changed:
            self.changed.notify_all()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds. Raises TimeoutError after half a minute."""
        async with asyncio.timeout(WAIT_SECONDS), self.changed:
            await self.changed.wait_for(holds)
