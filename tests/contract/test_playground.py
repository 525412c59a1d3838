"""The playground keeps the contract, driven through the messages that its page sends."""

import uuid
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from yarl import URL

from teapot.catalogue import Catalogue
from teapot.testing import AdapterContract, Shown
from tests.loopback.playground_server import core, post, served

pytestmark = pytest.mark.asyncio(loop_scope="module")
Drawn = Mapping[str, Any]


@dataclass(slots=True)
class PlaygroundPlatform:
    """One page: its channel, what was written, and what is shown under it, read from the body drawn as Discord's."""

    session: ClientSession
    url: URL
    channel: str = field(default_factory=lambda: uuid.uuid4().hex)
    _said: dict[str, Mapping[str, object]] = field(default_factory=dict)
    _drawn: dict[str, Drawn] = field(default_factory=dict)
    _replies: list[Shown] = field(default_factory=list)

    async def command(self, query: str, *, locale: str = "en-US", private: bool = False) -> Shown:
        asked = await self._post("ask", query=query, locale=locale, private=True if private else None)
        return self._show(asked["reply"], None)

    async def tell(self, words: str, *, as_stranger: bool = False) -> Shown:
        person = "colleague" if as_stranger else "you"
        asked = await self._post("ask", query=words, person=person)
        return self._show(asked["reply"], None)

    async def ask(self, query: str) -> Shown:
        return await self.command(query)

    async def say(self, text: str, *, by_bot: bool = False, age_seconds: float = 0.0) -> str:
        message = f"message{len(self._said):04}"
        person = "bot" if by_bot else "you"
        self._said[message] = {"id": message, "text": text, "person": person, "age_seconds": age_seconds}
        await self.redeliver(message)
        return message

    async def redeliver(self, message: str) -> None:
        heard = await self._post("say", **self._said[message])
        if heard["reply"] is not None:
            self._replies.append(self._show(heard["reply"], message))

    async def edit(self, message: str, text: str) -> None:
        self._said[message] = {**self._said[message], "text": text}
        self._follow(message, await self._post("edit", **self._said[message]))

    async def delete(self, message: str) -> None:
        said = self._said[message]
        self._follow(message, await self._post("delete", id=message, person=said["person"]))

    async def replies(self, count: int) -> list[Shown]:
        assert len(self._replies) == count
        return list(self._replies)

    async def until_shown(self, text: str) -> list[Shown]:
        assert any(text in shown.text for shown in self._replies)
        return list(self._replies)

    async def press(self, shown: Shown, label: str, *, as_stranger: bool = False) -> Shown | None:
        (token,) = (token for text, token in _buttons(self._drawn[shown.handle]) if text == label)
        person = "colleague" if as_stranger else "you"
        pressed = await self._post("press", token=token, on_private_card=shown.is_private, person=person)
        return None if pressed["reply"]["place"] == "delete" else self._show(pressed["reply"], shown.answers)

    async def posted_by_bot(self, shown: Shown) -> str:
        return await self.say(f"{shown.title}\n{shown.text}", by_bot=True)

    def _follow(self, message: str, followed: Mapping[str, Any]) -> None:
        if followed["action"] == "post":
            self._replies.append(self._show(followed["reply"], message))
        elif followed["action"] == "remove":
            self._replies = [shown for shown in self._replies if shown.answers != message]
        elif followed["action"] == "edit":
            at = next(at for at, shown in enumerate(self._replies) if shown.answers == message)
            edited = self._show(followed["reply"], message)
            self._replies[at] = replace(edited, handle=self._replies[at].handle)
            self._drawn[self._replies[at].handle] = followed["reply"]

    async def _post(self, name: str, **message: object) -> Mapping[str, Any]:
        return await post(self.session, self.url, name, channel=self.channel, **message)

    def _show(self, drawn: Drawn, answers: str | None) -> Shown:
        handle = f"card{len(self._drawn)}"
        self._drawn[handle] = drawn
        embed = drawn["bodies"]["discord"]["embeds"][0]
        return Shown(
            handle=handle,
            title=embed["title"],
            text="\n".join(_texts(embed)),
            is_private=drawn["place"] in {"private", "replace"},
            answers=answers,
            buttons=tuple(label for label, _ in _buttons(drawn)),
        )


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(known: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[URL]:
    async with core(known, tmp_path_factory.mktemp("playground")) as teapot, served(teapot) as url:
        yield url


class TestPlayground(AdapterContract):
    """The scenes, each on a page of its own, through the real HTTP port."""

    @pytest_asyncio.fixture(loop_scope="module")
    async def platform(self, address: URL) -> AsyncIterator[PlaygroundPlatform]:
        async with ClientSession() as session:
            yield PlaygroundPlatform(session, address)


def _buttons(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """Label and token of each button of the body."""
    for row in drawn["bodies"]["discord"]["components"]:
        for component in row["components"]:
            if "custom_id" in component and "label" in component:
                yield component["label"], component["custom_id"]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
