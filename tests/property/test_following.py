"""Whatever people do to their messages, in whatever order and over restarts, the replies that stand are right."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from teapot import catalogue
from teapot.bot import Teapot
from teapot.conversation import Channel, IncomingMessage, Origin, Person
from teapot.decision import Rules
from teapot.following import Follow
from teapot.lookup import build_index
from teapot.mentions import find_mentions
from teapot.replies import open_replies
from teapot.settings import defaults_of
from teapot.store import open_store
from teapot.tallies import Tallies
from teapot.team import Team
from tests.teams import teapot_of

KNOWN = catalogue.load()
INDEX = build_index(KNOWN)
CHANNEL = Channel("slack", "T1", "C1")
ANN = Origin(CHANNEL, Person("ann"))
NOW = 1_700_000_000.0
RULES = Rules(cooldown_seconds=0.0, replies_per_minute=0)
TEXTS = st.sampled_from(
    ["HTTP 502", "the api says HTTP 502", "HTTP 503", "HTTP 502 and HTTP 504", "HTTP 404", "lunch?"]
)
Given = TypeVar("Given")


@dataclass(slots=True)
class Window:
    """A channel as people see it: the messages, and the codes that each reply of ours tells, by handle.

    ``standing`` are the messages that shall have a reply, ``gone`` those whose reply went for good.
    """

    teapot: Teapot
    messages: dict[str, str] = field(default_factory=dict)
    standing: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    replies: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    posted: int = 0

    def message(self, name: str, text: str) -> IncomingMessage:
        return IncomingMessage(ANN, name, text, NOW)

    async def hear(self, name: str, text: str, meanwhile: Callable[[], Awaitable[None]] | None = None) -> None:
        """Deliver a message; ``meanwhile`` happens before our reply is sent, as with another replica."""
        message = self.message(name, text)
        self.expect(name, text)
        _, reply = await self.teapot.automatic.hear(message)
        if meanwhile is not None:
            await meanwhile()
        if reply is not None:
            await self.carry_out(message, Follow("", reply))

    async def edit(self, name: str, text: str) -> None:
        self.messages[name] = text
        self.expect(name, text)
        message = self.message(name, text)
        await self.carry_out(message, await self.teapot.automatic.edited(message))

    async def delete(self, name: str) -> None:
        text = self.messages.pop(name)
        self.standing.discard(name)
        await self.carry_out(self.message(name, text), await self.teapot.automatic.deleted(CHANNEL, name))

    def expect(self, name: str, text: str) -> None:
        if name in self.gone:
            return
        if text not in {"HTTP 404", "lunch?"}:
            self.standing.add(name)
        elif name in self.standing:
            self.standing.remove(name)
            self.gone.add(name)

    async def carry_out(self, message: IncomingMessage, follow: Follow | None) -> None:
        if follow is None:
            return
        if follow.reply is None:
            del self.replies[follow.handle]
        elif follow.handle:
            self.replies[follow.handle] = (message.id, follow.reply.codes)
        else:
            self.posted += 1
            handle = f"reply{self.posted}"
            self.replies[handle] = (message.id, follow.reply.codes)
            await self.carry_out(message, await self.teapot.automatic.posted(message, follow.reply, handle))


class Following(RuleBasedStateMachine):
    """People say, edit and delete; the platform delivers again; Teapot is restarted."""

    said = Bundle("said")

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        self.resources = AsyncExitStack()
        self.window = Window(self.do(self.open()))
        self.count = 0

    def do(self, work: Awaitable[Given]) -> Given:
        return self.loop.run_until_complete(asyncio.ensure_future(work, loop=self.loop))

    async def open(self) -> Teapot:
        engine = await self.resources.enter_async_context(open_store(f"sqlite:///{Path(self.folder.name) / 'teapot'}"))
        replies = await self.resources.enter_async_context(open_replies(engine, clock=lambda: NOW))
        team = Team(engine, defaults_of(RULES))
        return teapot_of(INDEX, team, replies, Tallies(engine), RULES, clock=lambda: NOW + 1)

    @rule(target=said, text=TEXTS)
    def say(self, text: str) -> str:
        name = self.new(text)
        self.do(self.window.hear(name, text))
        return name

    @rule(target=said, text=TEXTS, changed=TEXTS)
    def say_and_edit_while_the_reply_is_sent(self, text: str, changed: str) -> str:
        name = self.new(text)
        self.do(self.window.hear(name, text, lambda: self.window.edit(name, changed)))
        return name

    @rule(text=TEXTS)
    def say_and_delete_while_the_reply_is_sent(self, text: str) -> None:
        name = self.new(text)
        self.do(self.window.hear(name, text, lambda: self.window.delete(name)))

    @rule(name=said, text=TEXTS)
    def edit(self, name: str, text: str) -> None:
        if name in self.window.messages:
            self.do(self.window.edit(name, text))

    @rule(name=said)
    def delete(self, name: str) -> None:
        if name in self.window.messages:
            self.do(self.window.delete(name))

    @rule(name=said)
    def redeliver(self, name: str) -> None:
        """As the message is now: no platform keeps what it was."""
        if name in self.window.messages:
            self.do(self.window.hear(name, self.window.messages[name]))

    @rule()
    def restart(self) -> None:
        self.do(self.resources.aclose())
        self.window.teapot = self.do(self.open())

    @invariant()
    def every_reply_tells_what_its_message_names(self) -> None:
        for message, codes in self.window.replies.values():
            named = dict.fromkeys(mention.code for mention in find_mentions(self.window.messages[message]))
            assert codes == tuple(code for code in named if code[0] == "5")

    @invariant()
    def no_message_has_two_replies(self) -> None:
        answered = [message for message, _ in self.window.replies.values()]
        assert len(answered) == len(set(answered))

    @invariant()
    def a_reply_stands_under_what_named_a_status_ever_since_it_was_answered(self) -> None:
        assert {message for message, _ in self.window.replies.values()} == self.window.standing

    def new(self, text: str) -> str:
        self.count += 1
        name = f"m{self.count}"
        self.window.messages[name] = text
        return name

    def teardown(self) -> None:
        self.do(self.resources.aclose())
        self.loop.close()
        self.folder.cleanup()


TestFollowing = Following.TestCase
TestFollowing.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
