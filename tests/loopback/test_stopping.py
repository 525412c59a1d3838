"""A bot that stops while it answers: what is under way is wound up before anybody closes the store."""

import asyncio
import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from teapot.bot import Teapot
from teapot.card import Reply
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, Command, Origin, Person
from teapot.lookup import Index, build_index
from teapot.workspaces import Removals
from teapot_slack.boundary import Boundary
from tests.loopback.discord_platform import running
from tests.loopback.discord_scene import set_up
from tests.loopback.discord_state import Discord
from tests.loopback.slack_server import SlackServer
from tests.loopback.slack_teapot import connected, core
from tests.loopback.slack_workspace import Workspace
from tests.teams import remade

WAYS = 1_000
"""To another thread and back: longer than it takes to leave the platform."""

NOBODY = Origin(Channel("slack", "T1", "C1"), Person(""))


@dataclass(frozen=True, slots=True)
class LingeringTeapot(Teapot):
    """A core whose answers never come; cancelled, each has still something to do with the store, and then fails."""

    asked: asyncio.Event = field(default_factory=asyncio.Event)
    wound_up: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, command: Command) -> Reply:
        self.asked.set()
        try:
            await asyncio.Event().wait()
        finally:
            await self.replies.claim(command.origin.channel, "late", ("503",), self.clock())
            for _ in range(WAYS):
                await asyncio.to_thread(lambda: None)
            self.wound_up.set()
        raise AssertionError


@dataclass(frozen=True, slots=True)
class FailingTeapot(LingeringTeapot):
    """The same, which makes a mistake on the way out."""

    async def answer(self, command: Command) -> Reply:
        try:
            return await LingeringTeapot.answer(self, command)
        except asyncio.CancelledError:
            raise LookupError from None


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


@pytest.fixture(autouse=True)
def no_last_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is late is cancelled at once, and may wind up for as long as a busy machine takes."""
    monkeypatch.setattr("teapot.ending.UNWIND_SECONDS", 60.0)
    for platform in ("discord", "slack"):
        monkeypatch.setattr(f"teapot_{platform}.boundary.LAST_WORDS_SECONDS", 0.0)


async def stopped_on_discord(kind: type[LingeringTeapot], index: Index, folder: Path) -> LingeringTeapot:
    """Stop while a command is being answered."""
    async with set_up(index, folder, Discord()) as scene:
        teapot = remade(scene.teapot, kind)
        async with running(scene.discord, teapot):
            asking = asyncio.create_task(scene.people.command("http", {"query": "503"}))
            await teapot.asked.wait()
        asking.cancel()
        await asyncio.wait((asking,))
        return teapot


async def stopped_on_slack(kind: type[LingeringTeapot], _: Index, folder: Path) -> LingeringTeapot:
    """Stop while a command is being answered."""
    async with SlackServer() as server, core(folder) as made:
        teapot = remade(made, kind)
        async with connected(teapot, server):
            await Workspace(server).type_command("503", wait=False)
            await teapot.asked.wait()
        return teapot


Stop = Callable[[type[LingeringTeapot], Index, Path], Any]


@pytest.mark.parametrize("stop", [stopped_on_discord, stopped_on_slack])
async def test_a_slow_answer_is_wound_up_before_the_adapter_has_ended(stop: Stop, index: Index, tmp_path: Path) -> None:
    assert (await stop(LingeringTeapot, index, tmp_path)).wound_up.is_set()


@pytest.mark.parametrize("stop", [stopped_on_discord, stopped_on_slack])
async def test_a_mistake_on_the_way_out_is_left_to_nobody(stop: Stop, index: Index, tmp_path: Path) -> None:
    complaints: list[Any] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: complaints.append(context))
    await stop(FailingTeapot, index, tmp_path)
    gc.collect()
    await asyncio.to_thread(lambda: None)
    assert complaints == []


async def test_after_the_end_nothing_is_answered_on_slack(tmp_path: Path) -> None:
    done: list[str] = []

    async def work(what: str) -> None:
        done.append(what)

    async with core(tmp_path) as teapot:
        boundary = Boundary(teapot, Removals(teapot.team, "slack"))
        await boundary.guard(NOBODY, partial(work, "before"))
        await boundary.close()
        await boundary.guard(NOBODY, partial(work, "after"))
    assert done == ["before"]
