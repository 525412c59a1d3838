"""Whatever Discord and the network do, people see an answer once, or one line in the log tells why not."""

import gc
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from discord import RateLimited
from discord.ui.view import ViewStore
from structlog.testing import capture_logs

from teapot.bot import Teapot
from teapot.card import Reply
from teapot.catalogue import Catalogue
from teapot.conversation import Command
from teapot.lookup import Index, build_index
from teapot_discord.delivery import deliver
from tests.loopback.discord_platform import running
from tests.loopback.discord_scene import Scene, playing, set_up
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import EMBED, EVERYTHING_NEEDED, SEND
from tests.teams import remade

MESSAGES, CALLBACK = "/messages", "/callback"


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


@pytest.fixture
async def scene(index: Index, tmp_path: Path) -> AsyncIterator[Scene]:
    async with playing(index, tmp_path, Discord()) as scene:
        yield scene


@pytest.mark.parametrize("fault", [503, "drop", "lose", "limit"])
async def test_a_reply_that_failed_is_sent_again_and_seen_once(scene: Scene, fault: str | int) -> None:
    scene.discord.fail(MESSAGES, fault)
    await scene.people.say("HTTP 502")
    await scene.discord.until(lambda: any(call.got == 200 for call in scene.discord.called(MESSAGES)))
    await scene.platform.replies(1)
    assert len(scene.discord.called(MESSAGES)) == 2


@pytest.mark.parametrize("fault", [403, "ban"])
async def test_a_refused_reply_is_not_sent_again_and_told_in_one_line(scene: Scene, fault: str | int) -> None:
    scene.discord.fail(MESSAGES, fault)
    with capture_logs() as lines:
        await scene.people.say("HTTP 502")
        await scene.discord.until(lambda: bool(scene.discord.called(MESSAGES)))
        await scene.people.say("HTTP 504")
        (reply,) = await scene.platform.replies(1)
    assert "504" in reply.title
    assert [line["event"] for line in lines] == ["Discord refused it"]


@pytest.mark.parametrize("fault", [503, "drop", "lose", "limit"])
async def test_an_answer_to_a_command_that_failed_is_sent_again_and_seen_once(scene: Scene, fault: str | int) -> None:
    scene.discord.fail(CALLBACK, fault)
    shown = await scene.platform.command("503")
    assert "503" in shown.title
    await scene.discord.until(lambda: len(scene.discord.called(CALLBACK)) == 2)
    assert len(scene.discord.messages) == 1


async def test_an_interaction_that_came_too_late_is_told_in_one_line_and_nothing_else_breaks(scene: Scene) -> None:
    with capture_logs() as lines:
        late = await scene.people.command("http", {"query": "503"}, age_seconds=4.0)
        await scene.discord.until(lambda: bool(scene.discord.called(late.token)))
        shown = await scene.platform.command("504")
    assert late.kind is None
    assert "504" in shown.title
    assert [line["error"] for line in lines] == [10062]


async def test_a_reply_outlives_the_message_it_answers(scene: Scene) -> None:
    message = await scene.people.tell("HTTP 502, deleted at once")
    (reply,) = await scene.platform.replies(1)
    assert reply.answers == message


async def test_where_it_may_not_embed_the_same_facts_come_as_text(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord(permissions=EVERYTHING_NEEDED & ~EMBED)) as scene:
        await scene.people.say("HTTP 502")
        (reply,) = await scene.platform.replies(1)
        assert reply.title == ""
        assert "502 Bad Gateway" in reply.text
        assert "Details" in reply.buttons


async def test_where_it_may_not_write_it_tries_nothing_and_logs_one_line(index: Index, tmp_path: Path) -> None:
    with capture_logs() as lines:
        async with playing(index, tmp_path, Discord(permissions=EVERYTHING_NEEDED & ~SEND)) as scene:
            await scene.people.say("HTTP 502")
            await scene.platform.command("503")
        assert scene.discord.called(MESSAGES) == []
    warnings = [line["event"] for line in lines if line["log_level"] == "warning"]
    assert warnings == ["may not write in this channel"]


async def test_what_is_being_answered_is_answered_before_it_stops(index: Index, tmp_path: Path) -> None:
    async with set_up(index, tmp_path, Discord()) as scene:
        async with running(scene.discord, scene.teapot):
            scene.discord.fail(MESSAGES, "drop")
            await scene.people.say("HTTP 502")
            await scene.discord.until(lambda: bool(scene.discord.called(MESSAGES)))
            assert scene.discord.posted == []
        assert len(scene.discord.posted) == 1


async def test_a_button_works_after_a_restart(index: Index, tmp_path: Path) -> None:
    async with set_up(index, tmp_path, Discord()) as scene:
        async with running(scene.discord, scene.teapot):
            shown = await scene.platform.command("504", private=True)
        async with running(scene.discord, scene.teapot):
            opened = await scene.platform.press(shown, "Constants")
            assert opened is not None
            assert "GATEWAY_TIMEOUT" in opened.text


@dataclass(frozen=True, slots=True)
class BrokenTeapot(Teapot):
    """A core with a mistake in it."""

    async def answer(self, command: Command) -> Reply:
        raise LookupError(command.query)


async def test_a_mistake_of_ours_shows_the_failure_card_and_logs_no_text(index: Index, tmp_path: Path) -> None:
    async with set_up(index, tmp_path, Discord()) as scene:
        broken = remade(scene.teapot, BrokenTeapot)
        with capture_logs() as lines:
            async with running(scene.discord, broken):
                shown = await scene.platform.command("a secret word")
        assert shown.is_private
        assert "Something broke" in shown.title
        (line,) = (line for line in lines if line["log_level"] == "error")
        assert line["error"] == "LookupError"
        assert "secret" not in str(line)


async def test_what_never_goes_through_is_given_up_in_time() -> None:
    async def send() -> None:
        raise ConnectionResetError

    with capture_logs() as lines:
        assert not await deliver(send, 0.01, message=1)
    assert [(line["event"], line["message"]) for line in lines] == [("Discord did not take it in time", 1)]


async def test_a_long_limit_is_waited_for() -> None:
    tries: list[int] = []

    async def send() -> None:
        tries.append(1)
        if len(tries) < 3:
            raise RateLimited(0.001)

    assert await deliver(send, 10.0)
    assert len(tries) == 3


async def test_a_mistake_while_sending_is_not_taken_for_an_outage() -> None:
    async def send() -> None:
        raise RuntimeError("something else")

    with pytest.raises(RuntimeError, match="something else"):
        await deliver(send, 10.0)


async def test_the_library_keeps_no_buttons_in_memory(scene: Scene) -> None:
    shown = await scene.platform.command("504", private=True)
    await scene.platform.press(shown, "Constants")
    await scene.people.say("HTTP 502")
    await scene.platform.replies(1)
    stores = [one for one in gc.get_objects() if isinstance(one, ViewStore)]
    assert stores
    assert not any(store._views or store._synced_message_views for store in stores)
