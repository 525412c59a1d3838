"""The real discord.py comes up against the loopback Discord, stays, and leaves as it should."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from teapot.catalogue import Catalogue
from teapot.lookup import Index, build_index
from teapot.problems import ConfigError
from teapot_discord.config import Shards
from tests.loopback.discord_gateway import MESSAGE_CONTENT
from tests.loopback.discord_platform import running
from tests.loopback.discord_scene import playing, set_up
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import BOT, GUILD

OPTIONS = ("name_localizations", "description_localizations")


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


async def test_it_is_ready_when_it_can_hear(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        assert scene.health.told == [(False, "connecting"), (True, "")]


async def test_its_commands_are_registered(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        found = {(command["type"], command["name"]) for command in scene.discord.commands}
        slash = {"http", "http-help", "http-note", "http-settings", "http-me", "http-stats"}
        assert found == {*((1, name) for name in slash), (3, "Explain HTTP codes"), (3, "Why did Teapot (not) reply?")}


async def test_every_command_works_everywhere_for_servers_and_for_people(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        assert all(command["contexts"] == [0, 1, 2] for command in scene.discord.commands)
        assert all(command["integration_types"] == [0, 1] for command in scene.discord.commands)


async def test_names_and_descriptions_are_told_in_both_chinese_scripts(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        ask, explain, why = (
            next(command for command in scene.discord.commands if command["name"] == name)
            for name in ("http", "Explain HTTP codes", "Why did Teapot (not) reply?")
        )
        assert why["name_localizations"] == {"zh-CN": "Teapot 为什么（没）回复？", "zh-TW": "Teapot 為什麼（沒）回覆？"}
        assert ask["description_localizations"] == {"zh-CN": "查询 HTTP 状态码", "zh-TW": "查詢 HTTP 狀態碼"}
        assert explain["name_localizations"] == {"zh-CN": "解释 HTTP 状态码", "zh-TW": "解說 HTTP 狀態碼"}
        assert [option["name"] for option in ask["options"]] == ["query", "language", "private"]
        assert all(set(option[kind]) == {"zh-CN", "zh-TW"} for option in ask["options"] for kind in OPTIONS)


async def test_commands_that_discord_has_are_not_sent_again(index: Index, tmp_path: Path) -> None:
    async with set_up(index, tmp_path, Discord()) as scene:
        for _ in range(3):
            async with running(scene.discord, scene.teapot):
                pass
        assert [call.method for call in scene.discord.called("/commands")] == ["GET", "PUT", "GET", "GET"]


@pytest.mark.parametrize("key", ["description", "name_localizations", "contexts", "options"])
async def test_commands_that_differ_are_sent_again(index: Index, tmp_path: Path, key: str) -> None:
    async with set_up(index, tmp_path, Discord()) as scene:
        async with running(scene.discord, scene.teapot):
            expected = {command["name"]: command.get(key) for command in scene.discord.commands}
        for command in scene.discord.commands:
            command[key] = None
        async with running(scene.discord, scene.teapot):
            assert {command["name"]: command.get(key) for command in scene.discord.commands} == expected


async def test_commands_that_are_refused_do_not_keep_it_from_hearing(index: Index, tmp_path: Path) -> None:
    discord = Discord()
    discord.fail("/commands", 403)
    with capture_logs() as lines:
        async with playing(index, tmp_path, discord) as scene:
            await scene.people.say("HTTP 502")
            await scene.platform.replies(1)
    assert [line["http"] for line in lines if line["log_level"] == "error"] == [403]


async def test_a_wrong_token_ends_it_with_the_remedy(index: Index, tmp_path: Path) -> None:
    async with set_up(index, tmp_path, Discord()) as scene:
        with pytest.raises(ConfigError, match="DISCORD_TOKEN: refused by Discord; expected the bot's token") as raised:
            async with running(scene.discord, scene.teapot, token="hunter2"):
                pass
        assert "hunter2" not in "".join(raised.value.problems)


@pytest.mark.parametrize(
    ("number", "name"), [(4004, "DISCORD_TOKEN"), (4010, "TEAPOT_DISCORD_SHARDS"), (4011, "TEAPOT_DISCORD_SHARDS")]
)
async def test_what_the_gateway_refuses_for_good_ends_it_with_the_remedy(
    index: Index, tmp_path: Path, number: int, name: str
) -> None:
    discord = Discord()
    discord.gateway.refuses_with = number
    async with set_up(index, tmp_path, discord) as scene:
        with pytest.raises(ConfigError, match=f"{name}: refused by Discord"):
            async with running(discord, scene.teapot):
                await discord.until(lambda: False)


@pytest.mark.parametrize("fault", [503, "drop", "ban"])
async def test_a_discord_that_is_away_at_the_start_is_waited_for(
    index: Index, tmp_path: Path, fault: str | int
) -> None:
    discord = Discord()
    discord.fail("/gateway/bot", fault)
    async with playing(index, tmp_path, discord) as scene:
        assert scene.health.ready()
        assert [call.got for call in discord.called("/gateway/bot")][-1] == 200


async def test_without_the_content_intent_it_starts_command_only_and_says_how_to_mend_it(
    index: Index, tmp_path: Path
) -> None:
    async with playing(index, tmp_path, Discord(may_read_content=False)) as scene:
        asked = [bool(one["intents"] & MESSAGE_CONTENT) for one in scene.discord.gateway.identified]
        assert asked == [True, False]
        ready, detail = scene.health.told[-1]
        assert ready
        assert "Message Content Intent" in detail


async def test_command_only_still_answers_commands_and_those_who_address_it(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord(may_read_content=False)) as scene:
        shown = await scene.platform.command("503")
        assert "503" in shown.title
        await scene.people.say("HTTP 502 that nobody may read")
        await scene.people.say(f"<@{BOT}> 504")
        (reply,) = await scene.platform.replies(1)
        assert "504" in reply.title


async def test_it_serves_the_shards_it_is_told(index: Index, tmp_path: Path) -> None:
    ours = (int(GUILD) >> 22) % 2
    async with (
        set_up(index, tmp_path, Discord()) as scene,
        running(scene.discord, scene.teapot, shards=Shards(f"{ours}/2")),
    ):
        assert [one["shard"] for one in scene.discord.gateway.identified] == [[ours, 2]]
        await scene.people.say("HTTP 502")
        await scene.platform.replies(1)


async def test_a_cut_line_is_taken_up_again_and_what_was_missed_is_answered_once(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        (session,) = scene.discord.gateway.sessions.values()
        scene.discord.gateway.cut()
        await scene.discord.until(lambda: not session.is_open)
        await scene.people.say("HTTP 502 while nobody listens")
        (reply,) = await scene.platform.replies(1)
        assert "502" in reply.title
        assert session.resumed == 1
        await scene.discord.until(scene.health.ready)
        assert [ready for ready, _ in scene.health.told] == [False, True, False, True]


async def test_when_it_is_stopped_it_takes_its_leave(index: Index, tmp_path: Path) -> None:
    async with set_up(index, tmp_path, Discord()) as scene:
        async with running(scene.discord, scene.teapot) as task:
            (session,) = scene.discord.gateway.sessions.values()
        assert task.cancelled()
        await scene.discord.until(lambda: bool(scene.discord.gateway.closed))
        assert scene.discord.gateway.closed == [session.id]
