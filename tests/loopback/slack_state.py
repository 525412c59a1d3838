"""What a Slack workspace on loopback holds: messages, ``response_url``s, and what it was told to do wrong."""

import asyncio
import itertools
import time
import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from tests.loopback import slack_limits

WAIT_SECONDS = 30.0

Json = dict[str, Any]


class Fault(StrEnum):
    """What happens to a post instead of being answered."""

    UNAVAILABLE = "503 and not taken"
    LIMITED = "429 with Retry-After and not taken"
    BROKEN_BEFORE = "the connection breaks and it was not taken"
    BROKEN_AFTER = "the connection breaks and it was taken"
    BLOCKS_REFUSED = "its blocks are refused"


@dataclass(slots=True)
class Post:
    """A message of the app's. ``reader`` is the one who sees an ephemeral message, None when all do."""

    ts: str
    channel: str
    thread: str | None
    reader: str | None
    body: Json
    by_url: bool
    is_deleted: bool = False


@dataclass(slots=True)
class Hook:
    """A ``response_url``, what it was given for, and what came of it. ``problems`` are its refusals."""

    url: str
    channel: str
    user: str
    pressed: Post | None
    opened_at: float = field(default_factory=time.monotonic)
    uses: int = 0
    answers: list[Post] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Upload:
    """A file that an address was given for; ``content`` is None until it is there."""

    name: str
    length: int
    alt: str
    content: bytes | None = None
    is_shared: bool = False


@dataclass(slots=True)
class SlackState:
    """``scopes`` are what the app was installed with, as far as a method here needs one.

    ``refused``, ``faults``, ``timeouts`` and ``pings`` are what went wrong so far, in the order it did.

    ``errors`` makes methods and ``closed_channels`` channels answer with an error, ``held`` makes methods wait;
    ``faults_to_come`` are used up by the next posts. ``callers`` are the connections that calls came by.
    """

    locales: dict[str, str] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)
    errors: dict[str, str] = field(default_factory=dict)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    closed_channels: dict[str, str] = field(default_factory=dict)
    faults_to_come: list[Fault] = field(default_factory=list)
    scopes: set[str] = field(default_factory=lambda: {"files:write"})
    uploads: dict[str, Upload] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    timeouts: list[str] = field(default_factory=list)
    pings: list[str] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    callers: set[object] = field(default_factory=set)
    hooks: dict[str, Hook] = field(default_factory=dict)
    url_posts: int = 5
    url_seconds: float = 30 * 60.0
    tickets: set[str] = field(default_factory=set)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def stamp(self, age_seconds: float = 0.0) -> str:
        """A message's time stamp, never the same twice."""
        return f"{int(time.time() - age_seconds)}.{next(self._numbers):06d}"

    def open_hook(self, base: str, channel: str, user: str, pressed: Post | None = None) -> Hook:
        """A new ``response_url`` below ``base``."""
        name = uuid.uuid4().hex
        self.hooks[name] = Hook(f"{base}/actions/{name}", channel, user, pressed)
        return self.hooks[name]

    async def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait for something to become true; fails after half a minute."""
        try:
            async with asyncio.timeout(WAIT_SECONDS), self._changed:
                await self._changed.wait_for(lambda: bool(condition()))
        except TimeoutError:
            raise AssertionError(f"{what}: not within {WAIT_SECONDS} s; refused: {self.refused}") from None

    async def tell(self) -> None:
        """Wake up whoever waits for something."""
        async with self._changed:
            self._changed.notify_all()

    async def next_fault(self) -> Fault | None:
        """What is to happen to the post that just came."""
        fault = self.faults_to_come.pop(0) if self.faults_to_come else None
        await self.tell()
        return fault

    async def refuse(self, problem: str) -> None:
        """Keep in mind that a post was refused."""
        self.refused.append(problem)
        await self.tell()

    async def take(self, post: Post, *, is_new: bool = True) -> None:
        """Show a message, or show it changed."""
        self.faults += slack_limits.faults(post.body)
        self.pings += slack_limits.live_mentions(post.body)
        if is_new:
            self.posts.append(post)
        await self.tell()

    async def place(self, hook: Hook, said: Json) -> None:
        """Do what a post to a ``response_url`` asks for."""
        hook.uses += 1
        if hook.pressed is not None and said.get("delete_original"):
            hook.pressed.is_deleted = True
            await self.tell()
        elif hook.pressed is not None and said.get("replace_original"):
            hook.pressed.body = said
            hook.answers.append(hook.pressed)
            await self.take(hook.pressed, is_new=False)
        else:
            reader = None if said.get("response_type") == "in_channel" else hook.user
            hook.answers.append(Post(self.stamp(), hook.channel, said.get("thread_ts"), reader, said, by_url=True))
            await self.take(hook.answers[-1])

    def refusal(self, said: Json, fault: Fault | None) -> str | None:
        """Slack's word for what is wrong with a message; None when it is shown."""
        if fault is Fault.BLOCKS_REFUSED and (said.get("blocks") or said.get("attachments")):
            return "invalid_blocks"
        return slack_limits.refusal(said)

    def hook_refusal(self, hook: Hook, said: Json, fault: Fault | None) -> str | None:
        """Slack's word for what is wrong with a post to a ``response_url``; None when it is done."""
        if time.monotonic() - hook.opened_at > self.url_seconds:
            return "expired_url"
        if hook.uses >= self.url_posts:
            return "used_url"
        if said.get("response_type", "ephemeral") not in {"ephemeral", "in_channel"}:
            return "invalid_response_type"
        if (said.get("replace_original") or said.get("delete_original")) and hook.pressed is None:
            return "no_original"
        return None if said.get("delete_original") else self.refusal(said, fault)
