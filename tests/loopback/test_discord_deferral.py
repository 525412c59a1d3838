"""An answer that takes its time is not lost, and read by nobody it is not meant for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from teapot.bot import Teapot
from teapot.card import Reply
from teapot.catalogue import Catalogue
from teapot.conversation import Command, Origin
from teapot.lookup import Index, build_index
from teapot.press import Press
from teapot.store import writing
from tests.loopback.discord_platform import running
from tests.loopback.discord_rest import DEFERRED, DEFERRED_UPDATE
from tests.loopback.discord_scene import Scene, playing, set_up
from tests.loopback.discord_state import Discord, Interaction
from tests.loopback.discord_world import EPHEMERAL, MANAGE_GUILD, Payload
from tests.teams import remade


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


@dataclass(frozen=True, slots=True)
class SlowTeapot(Teapot):
    """A core whose database takes its time from when it is told to, until it is let go."""

    slow: asyncio.Event = field(default_factory=asyncio.Event)
    go: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, command: Command) -> Reply:
        if self.slow.is_set():
            await self.go.wait()
        if "mistake" in command.query:
            raise LookupError
        return await Teapot.answer(self, command)

    async def press(self, press: Press, origin: Origin, *, on_private_card: bool) -> Reply:
        if self.slow.is_set():
            await self.go.wait()
        return await Teapot.press(self, press, origin, on_private_card=on_private_card)


@asynccontextmanager
async def slowly(index: Index, folder: Path) -> AsyncIterator[tuple[Scene, SlowTeapot]]:
    async with set_up(index, folder, Discord()) as scene:
        teapot = remade(scene.teapot, SlowTeapot)
        async with running(scene.discord, teapot):
            yield scene, teapot


async def asked(scene: Scene, teapot: SlowTeapot, query: str, **options: object) -> tuple[Interaction, bool]:
    """Ask, wait for the sign that the answer comes, and for the answer; whether the sign was for the asker alone."""
    teapot.slow.set()
    asking = asyncio.create_task(scene.people.command("http", {"query": query, **options}))
    await scene.discord.until(lambda: any(one.kind == DEFERRED for one in scene.discord.interactions.values()))
    (interaction,) = (one for one in scene.discord.interactions.values() if one.kind == DEFERRED)
    was_private = bool(scene.discord.messages[str(interaction.message)]["flags"] & EPHEMERAL)
    teapot.go.set()
    await asking
    return interaction, was_private


def shown(scene: Scene, interaction: Interaction) -> Payload:
    return scene.discord.messages[str(interaction.message)]


async def test_a_public_answer_comes_publicly(index: Index, tmp_path: Path) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        interaction, was_private = await asked(scene, teapot, "503")
        message = shown(scene, interaction)
        assert (was_private, message["flags"], message["embeds"][0]["title"]) == (False, 0, "503 Service Unavailable")


@pytest.mark.parametrize(
    ("query", "options"),
    [("503", {"private": True}), ("503 private", {}), ("help", {}), ("pizza quattro stagioni", {}), ("settings", {})],
)
async def test_a_private_answer_comes_privately(
    index: Index, tmp_path: Path, query: str, options: dict[str, object]
) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        interaction, was_private = await asked(scene, teapot, query, **options)
        assert (was_private, shown(scene, interaction)["flags"]) == (True, EPHEMERAL)
        assert shown(scene, interaction)["embeds"]


async def test_a_setting_that_is_remembered_decides(index: Index, tmp_path: Path) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        await scene.people.command(
            "http-settings change", {"setting": "commands", "value": "private"}, permissions=MANAGE_GUILD
        )
        await scene.platform.command("502")
        _, was_private = await asked(scene, teapot, "503")
        assert was_private


async def test_what_turns_out_to_be_private_is_shown_to_nobody_else(index: Index, tmp_path: Path) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        interaction, was_private = await asked(scene, teapot, "stats")
        await scene.discord.until(lambda: str(interaction.message) not in scene.discord.messages)
        (told,) = interaction.further
        assert not was_private
        assert scene.discord.messages[told]["flags"] == EPHEMERAL
        assert "Nothing counted" in scene.discord.messages[told]["embeds"][0]["title"]


async def test_a_mistake_of_ours_is_told_in_place_of_the_sign(index: Index, tmp_path: Path) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        interaction, _ = await asked(scene, teapot, "mistake", private=True)
        assert "Something broke" in shown(scene, interaction)["embeds"][0]["title"]


async def test_a_press_on_a_private_card_changes_that_card(index: Index, tmp_path: Path) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        card = await scene.platform.command("504", private=True)
        teapot.slow.set()
        pressed = await scene.people.press(card.handle, "Constants")
        assert pressed.kind == DEFERRED_UPDATE
        teapot.go.set()
        await scene.discord.until(lambda: "GATEWAY_TIMEOUT" in str(scene.discord.messages[card.handle]["embeds"]))


async def test_a_press_on_a_public_card_is_answered_to_the_presser(index: Index, tmp_path: Path) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        card = await scene.platform.command("504")
        teapot.slow.set()
        pressing = asyncio.create_task(scene.people.press(card.handle, "Constants"))
        await scene.discord.until(lambda: any(one.kind == DEFERRED for one in scene.discord.interactions.values()))
        teapot.go.set()
        assert shown(scene, await pressing)["flags"] == EPHEMERAL


async def test_a_shared_card_comes_publicly(index: Index, tmp_path: Path) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        card = await scene.platform.command("504", private=True)
        teapot.slow.set()
        pressing = asyncio.create_task(scene.people.press(card.handle, "Share to channel"))
        await scene.discord.until(lambda: any(one.kind == DEFERRED for one in scene.discord.interactions.values()))
        teapot.go.set()
        assert shown(scene, await pressing)["flags"] == 0


async def test_a_sign_that_was_lost_on_the_way_is_given_again(index: Index, tmp_path: Path) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        scene.discord.fail("/callback", "lose")
        interaction, _ = await asked(scene, teapot, "503")
        assert shown(scene, interaction)["embeds"][0]["title"] == "503 Service Unavailable"


async def test_an_answer_comes_though_nobody_heard_that_its_sign_was_taken(index: Index, tmp_path: Path) -> None:
    async with slowly(index, tmp_path) as (scene, teapot):
        scene.discord.fail("/callback", "late")
        interaction, _ = await asked(scene, teapot, "503")
        assert shown(scene, interaction)["embeds"][0]["title"] == "503 Service Unavailable"


async def test_statistics_are_told_while_somebody_else_writes(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.platform.command("503")
        async with writing(scene.teapot.team.engine):
            message = shown(scene, await scene.people.command("http-stats"))
        assert (message["flags"], len(message["attachments"])) == (0, 1)
