"""The real adapter on the loopback Discord, as the contract's scenes see it."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from teapot import typed_verbs, verbs
from teapot.bot import Teapot
from teapot.config import Secret
from teapot.health import Health
from teapot.testing import Shown
from teapot_discord import adapter
from teapot_discord.config import DiscordConfig, Shards
from teapot_discord.render import texts
from tests.loopback.discord_people import People
from tests.loopback.discord_rest import DEFERRED_UPDATE
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import (
    BOT,
    EPHEMERAL,
    MANAGE_CHANNELS,
    MANAGE_GUILD,
    OTHER_BOT,
    PERSON,
    STRANGER,
    TOKEN,
)


@dataclass(slots=True)
class ToldHealth(Health):
    """Health that wakes those who wait on the server, as a probe would ask it."""

    discord: Discord | None = None
    told: list[tuple[bool, str]] = field(default_factory=list)

    def report(self, part: str, *, ready: bool, detail: str = "") -> None:
        self.told.append((ready, detail))
        Health.report(self, part, ready=ready, detail=detail)
        self._wake()

    def tell(self, aid: str, *, is_well: bool, detail: str = "") -> None:
        Health.tell(self, aid, is_well=is_well, detail=detail)
        self._wake()

    def _wake(self) -> None:
        if self.discord is not None:
            asyncio.get_running_loop().call_soon(asyncio.ensure_future, self.discord.note())


@asynccontextmanager
async def running(
    discord: Discord, teapot: Teapot, token: str = TOKEN, shards: Shards | None = None
) -> AsyncIterator[asyncio.Task[None]]:
    """The adapter once it can hear, stopped at the end as the runner stops it. Raises what it ends with before."""
    config = DiscordConfig(Secret(token), discord.url, shards)
    task = asyncio.create_task(adapter.run(teapot, config))
    task.add_done_callback(lambda _: asyncio.ensure_future(discord.note()))
    try:
        await discord.until(lambda: task.done() or teapot.health.ready())
        if task.done():
            await task
        yield task
    finally:
        task.cancel()
        await asyncio.wait((task,))


@dataclass(frozen=True, slots=True)
class DiscordPlatform:
    """``teapot.testing.Platform`` for Discord."""

    people: People

    async def command(self, query: str, *, locale: str = "en-US", private: bool = False) -> Shown:
        """Type the slash command and read its answer."""
        values = {"query": query, **({"private": True} if private else {})}
        answered = await self.people.command("http", values, locale=locale)
        return self.shown(str(answered.message))

    async def tell(self, words: str, *, as_stranger: bool = False) -> Shown:
        """Fill in the form that Discord shows for it."""
        name, values = form_of(words)
        by, permissions = (STRANGER, 0) if as_stranger else (PERSON, MANAGE_CHANNELS | MANAGE_GUILD)
        answered = await self.people.command(name, values, by=by, permissions=permissions)
        return self.shown(str(answered.message))

    async def ask(self, query: str) -> Shown:
        """Write a message that begins with the bot's name."""
        question = await self.people.say(f"<@{BOT}> {query}")
        await self.people.discord.until(lambda: bool(self._answers_to(question)))
        return self._answers_to(question)[0]

    async def say(self, text: str, *, by_bot: bool = False, age_seconds: float = 0.0) -> str:
        """Write a message into the channel; gives its id."""
        return await self.people.say(text, by=OTHER_BOT if by_bot else PERSON, age_seconds=age_seconds)

    async def redeliver(self, message: str) -> None:
        """Deliver a message again."""
        await self.people.redeliver(message)

    async def edit(self, message: str, text: str) -> None:
        """Change a message."""
        await self.people.edit(message, text)

    async def delete(self, message: str) -> None:
        """Take a message back."""
        await self.people.delete(message)

    async def replies(self, count: int) -> list[Shown]:
        """All automatic replies that stand, once there are that many."""
        await self.people.discord.until(lambda: len(self._standing()) >= count if count else not self._standing())
        assert len(self._standing()) == count
        return [self.shown(posted) for posted in self._standing()]

    async def until_shown(self, text: str) -> list[Shown]:
        """All automatic replies that stand, once one of them has the text in it."""
        await self.people.discord.until(lambda: any(text in self.shown(one).text for one in self._standing()))
        return [self.shown(posted) for posted in self._standing()]

    def _answers_to(self, message: str) -> list[Shown]:
        return [one for one in map(self.shown, self._standing()) if one.answers == message]

    def _standing(self) -> list[str]:
        discord = self.people.discord
        return [posted for posted in discord.posted if posted in discord.messages]

    async def press(self, shown: Shown, label: str, *, as_stranger: bool = False) -> Shown | None:
        """Press a button: what comes of it, or None when the message went away."""
        discord = self.people.discord
        pressed = await self.people.press(shown.handle, label, by=STRANGER if as_stranger else PERSON)
        if pressed.kind == DEFERRED_UPDATE:
            await discord.until(lambda: shown.handle not in discord.messages)
            return None
        return self.shown(str(pressed.message))

    async def posted_by_bot(self, shown: Shown) -> str:
        """Feed an answer back as a message of the bot's own account; gives its id."""
        return await self.people.say(f"{shown.title} HTTP 503 {shown.text}"[:2000], by=BOT)

    def shown(self, message: str) -> Shown:
        """A message of the bot's as people see it."""
        known = self.people.discord.messages[message]
        embeds = known["embeds"]
        components = [one for row in known["components"] for one in row["components"]]
        return Shown(
            handle=message,
            title=read(embeds[0]["title"]) if embeds else "",
            text=read("\n".join([known["content"], *(text for embed in embeds for text in texts(embed))])),
            is_private=bool(known["flags"] & EPHEMERAL),
            answers=str(known["message_reference"]["message_id"]) if "message_reference" in known else None,
            buttons=tuple(one["label"] for one in components if "label" in one),
        )


def read(text: str) -> str:
    """Text without the signs that only the client reads."""
    return re.sub(r"\\([^\w\s])", r"\1", text).replace("\u200b", "")


def form_of(words: str) -> tuple[str, dict[str, object]]:
    """The command and its options that say the same as words do."""
    match typed_verbs.parse(words):
        case verbs.SetNote(key, text, where):
            return "http-note set", {"code": key, "text": text, "scope": where}
        case verbs.ChangeSetting(name, value, where):
            return "http-settings change", {"setting": name, "value": value, "scope": where}
        case verbs.SetQuiet(quiet):
            return "http-me quiet", {"switch": "on" if quiet else "off"}
        case verbs.Mute(code, length, where):
            return "http-settings mute", {"code": code, "time": f"{length}s", "scope": where}
        case verbs.ShowStats(days):
            return "http-stats", {"days": days}
        case other:
            raise AssertionError(other)
