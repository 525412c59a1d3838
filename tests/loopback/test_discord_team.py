"""The forms for the team's own knowledge on Discord: what they offer, who may use them, what becomes of them."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from teapot.catalogue import Catalogue
from teapot.conversation import Channel
from teapot.lookup import Index, build_index
from tests.loopback.discord_people import EMPTY
from tests.loopback.discord_scene import Scene, playing
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import CHANNEL, GUILD, MANAGE_CHANNELS, MANAGE_GUILD

HERE = Channel("discord", GUILD, CHANNEL)
NOTE = {"code": "503", "text": "call Ann"}


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


@pytest.fixture
async def scene(index: Index, tmp_path: Path) -> AsyncIterator[Scene]:
    async with playing(index, tmp_path, Discord()) as made:
        yield made


async def told(scene: Scene, name: str, values: Mapping[str, object] = EMPTY, permissions: int = 0) -> str:
    """The title of the answer, which only the asker sees."""
    answered = await scene.people.command(name, values, permissions=permissions)
    shown = scene.platform.shown(str(answered.message))
    assert shown.is_private
    return shown.title


@pytest.mark.parametrize(
    ("scope", "permissions", "title"),
    [
        ("channel", MANAGE_CHANNELS, "The note on 503 is kept"),
        ("workspace", MANAGE_GUILD, "The note on 503 is kept"),
        ("workspace", MANAGE_CHANNELS, "Only those who manage the workspace may do that"),
        ("channel", 0, "Only those who manage this channel may do that"),
        ("workspace", 0, "Only those who manage this channel may do that"),
    ],
)
async def test_rights_decide_who_keeps_a_note_where(scene: Scene, scope: str, permissions: int, title: str) -> None:
    assert await told(scene, "http-note set", {**NOTE, "scope": scope}, permissions) == title


async def test_who_manages_a_channel_cannot_forget_the_server(scene: Scene) -> None:
    assert (await told(scene, "http-settings forget", permissions=MANAGE_CHANNELS)).startswith("Only those who manage")


async def test_forgetting_asks_first(scene: Scene) -> None:
    await told(scene, "http-note set", NOTE, MANAGE_GUILD)
    asked = await scene.people.command("http-settings forget", permissions=MANAGE_GUILD)
    assert (await scene.teapot.team.view(HERE)).note("503") is not None
    await scene.people.press(str(asked.message), "Forget everything", permissions=MANAGE_GUILD)
    assert (await scene.teapot.team.view(HERE)).note("503") is None


async def test_settings_and_their_values_are_offered(scene: Scene) -> None:
    names = await scene.people.complete("http-settings change", "re", option="setting", values={"value": ""})
    assert [line["value"] for line in names] == ["auto-reply", "retention"]
    chosen = {"setting": "place"}
    values = await scene.people.complete("http-settings change", "", option="value", values=chosen)
    assert [line["value"] for line in values] == ["thread", "channel", "default"]


async def test_a_time_that_is_none_is_refused(scene: Scene) -> None:
    mute = {"code": "503", "time": "soon"}
    assert await told(scene, "http-settings mute", mute, MANAGE_CHANNELS) == "That does not fit"
    assert not (await scene.teapot.team.view(HERE)).is_muted("503", 0.0)


async def test_everybody_may_speak_for_themselves(scene: Scene) -> None:
    assert await told(scene, "http-me language", {"language": "zh-Hant"}) == "As you wish"


async def test_the_forms_speak_both_chinese_scripts(scene: Scene) -> None:
    for command in scene.discord.commands:
        for sub in command.get("options", []) if command["name"].count("-") and command["type"] == 1 else []:
            assert set(sub["name_localizations"]) == set(sub["description_localizations"]) == {"zh-CN", "zh-TW"}


async def test_nobody_is_kept_from_the_forms_by_discord(scene: Scene) -> None:
    assert all(command.get("default_member_permissions") is None for command in scene.discord.commands)
