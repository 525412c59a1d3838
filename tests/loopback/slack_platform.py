"""The contract's scenes on Slack: the real adapter and slack-bolt against the server on loopback."""

from dataclasses import dataclass

from teapot.testing import Shown
from tests.loopback.slack_payloads import ANN, BOT_USER, OTHER_BOT, STRANGER
from tests.loopback.slack_state import Post
from tests.loopback.slack_workspace import Workspace, buttons_of, text_of, title_of


@dataclass(slots=True)
class SlackPlatform:
    """A workspace as the contract drives it."""

    people: Workspace

    async def command(self, query: str, *, locale: str = "en-US", private: bool = False) -> Shown:
        """Type ``/http``. Teapot learns a person's locale at their first command, in its own time."""
        state = self.people.server.state
        if locale != "en-US":
            state.locales[ANN] = locale
            await self.people.command("help")
            await state.until(lambda: state.calls["users.info"], "a question about the person")
            await self.people.command("help")
        hook = await self.people.command(f"{query} private" if private else query)
        return self._shown(hook.answers[0])

    async def tell(self, words: str, *, as_stranger: bool = False) -> Shown:
        """Type it behind ``/http``, as one who owns the workspace."""
        if not as_stranger:
            self.people.server.state.owners.add(ANN)
        hook = await self.people.command(words, user=STRANGER if as_stranger else ANN)
        return self._shown(hook.answers[0])

    async def ask(self, query: str) -> Shown:
        """Name the app in a message."""
        ts, state = await self.people.send(f"<@{BOT_USER}> {query}"), self.people.server.state
        await state.until(lambda: any(post.thread == ts for post in state.posts), "an answer")
        return self._shown(next(post for post in state.posts if post.thread == ts))

    async def say(self, text: str, *, by_bot: bool = False, age_seconds: float = 0.0) -> str:
        """Write into the channel."""
        if by_bot:
            return await self.people.say(text, age_seconds=age_seconds, bot_id=OTHER_BOT)
        return await self.people.say(text, age_seconds=age_seconds)

    async def edit(self, message: str, text: str) -> None:
        """Change a message."""
        await self.people.edit(message, text)

    async def delete(self, message: str) -> None:
        """Take a message back."""
        await self.people.delete(message)

    async def redeliver(self, message: str) -> None:
        """Deliver a message a second time, with Slack's retry fields."""
        await self.people.redeliver(message)

    async def replies(self, count: int) -> list[Shown]:
        """All posts into channels, in the order of their messages."""
        posts = await self.people.posted(count)
        return [self._shown(post) for post in sorted(posts, key=lambda post: post.thread or post.ts)]

    async def until_shown(self, text: str) -> list[Shown]:
        """All posts into channels that stand, once one of them has the text in it."""
        state = self.people.server.state
        await state.until(lambda: any(text in text_of(post.body) for post in self.people.in_channels()), text)
        return [self._shown(post) for post in self.people.in_channels()]

    async def press(self, shown: Shown, label: str, *, as_stranger: bool = False) -> Shown | None:
        """Press a button, or pick an option."""
        hook = await self.people.press(self._post(shown), label, user=STRANGER if as_stranger else ANN)
        return self._shown(hook.answers[0]) if hook.answers else None

    async def posted_by_bot(self, shown: Shown) -> str:
        """The card comes back as an event."""
        return await self.people.say_as_bot(self._post(shown).body)

    def _post(self, shown: Shown) -> Post:
        return next(post for post in self.people.server.state.posts if post.ts == shown.handle)

    def _shown(self, post: Post) -> Shown:
        return Shown(
            handle=post.ts,
            title=title_of(post.body),
            text=text_of(post.body),
            is_private=post.reader is not None,
            answers=None if post.by_url else post.thread,
            buttons=buttons_of(post.body),
        )
