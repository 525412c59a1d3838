"""``/http-stats`` on Discord: the form, the picture in the embed, and where a picture may not go."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from teapot.catalogue import Catalogue
from teapot.lookup import Index, build_index
from tests.loopback.discord_platform import read
from tests.loopback.discord_scene import Scene, playing
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import ATTACH, BOT, EPHEMERAL, EVERYTHING_NEEDED, MANAGE_GUILD, Payload

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


async def stats(scene: Scene, **values: object) -> Payload:
    """The message that answers the form."""
    answered = await scene.people.command("http-stats", values)
    return scene.discord.messages[str(answered.message)]


async def test_the_picture_is_shown_in_the_embed_with_its_words(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.platform.command("503")
        shown = await stats(scene)
        (picture,) = shown["attachments"]
        assert shown["embeds"][0]["image"]["url"] == f"attachment://{picture['filename']}"
        assert bytes.fromhex(picture["content"]).startswith(PNG)
        assert "503: 1" in picture["description"]


async def test_all_see_it_unless_told_otherwise(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.platform.command("503")
        flags = [(await stats(scene, **values))["flags"] & EPHEMERAL for values in ({}, {"private": True})]
        assert flags == [0, EPHEMERAL]


async def test_a_channel_whose_commands_are_private_has_private_ones(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.people.command(
            "http-settings change", {"setting": "commands", "value": "private"}, permissions=MANAGE_GUILD
        )
        await scene.platform.command("503")
        assert (await stats(scene))["flags"] & EPHEMERAL
        assert not (await stats(scene, private=False))["flags"] & EPHEMERAL


async def test_the_days_are_an_option(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.platform.command("503")
        assert "last 30 days" in (await stats(scene, days=30))["embeds"][0]["title"]


async def test_the_form_takes_a_year_at_most_in_three_languages(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        (form,) = (command for command in scene.discord.commands if command["name"] == "http-stats")
        days, private = form["options"]
        assert (days["name"], days["min_value"], days["max_value"], days["required"]) == ("days", 1, 365, False)
        assert days["name_localizations"] == {"zh-CN": "天数", "zh-TW": "天數"}
        assert (private["name"], set(form["description_localizations"])) == ("private", {"zh-CN", "zh-TW"})


async def test_private_ones_show_the_picture_too_and_can_be_shared(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.platform.command("503")
        shown = await stats(scene, private=True)
        pressed = await scene.people.press(shown["id"], "Share to channel")
        shared = scene.discord.messages[str(pressed.message)]
        assert [len(message["attachments"]) for message in (shown, shared)] == [1, 1]
        assert not shared["flags"] & EPHEMERAL


async def test_where_no_file_may_be_attached_the_table_comes_alone(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord(permissions=EVERYTHING_NEEDED & ~ATTACH)) as scene:
        await scene.platform.command("503")
        with capture_logs() as lines:
            shown = await stats(scene)
        assert (shown["attachments"], "image" in shown["embeds"][0]) == ([], False)
        assert "503" in shown["embeds"][0]["fields"][0]["value"]
        assert [line["remedy"] for line in lines] == ["allow Teapot to attach files there"]


async def test_addressing_the_bot_brings_them_too(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.platform.command("503")
        await scene.people.say(f"<@{BOT}> stats 30")
        (shown,) = await scene.platform.replies(1)
        assert "last 30 days" in shown.title
        assert len(scene.discord.messages[shown.handle]["attachments"]) == 1


async def test_the_table_stands_in_a_fixed_width_font_without_colours(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.platform.command("503")
        (table,) = (await stats(scene))["embeds"][0]["fields"]
        assert read(table["value"]).startswith("```\ncode")


async def test_nothing_counted_is_for_the_asker_alone(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        shown = await stats(scene)
        assert shown["flags"] & EPHEMERAL
        assert "Nothing counted" in shown["embeds"][0]["title"]
