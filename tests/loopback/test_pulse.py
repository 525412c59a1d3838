"""An incident in a channel: one message that is kept up to date in place, and single replies that pause."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from teapot.bot import Teapot
from teapot.catalogue import Catalogue
from teapot.lookup import Index, build_index
from teapot.pulses import PulseRules, Pulses
from tests.loopback.discord_platform import running
from tests.loopback.discord_scene import Scene, set_up
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import EMBED, EVERYTHING_NEEDED, GUEST, OTHER_BOT, PERSON, STRANGER
from tests.loopback.slack_payloads import ANN, OWNER
from tests.loopback.slack_payloads import OTHER_BOT as SLACK_BOT
from tests.loopback.slack_payloads import STRANGER as SLACK_STRANGER
from tests.loopback.slack_server import SlackServer
from tests.loopback.slack_teapot import connected, core
from tests.loopback.slack_workspace import Workspace, buttons_of, text_of, title_of

AN_HOUR = 3600.0
SOON, NEVER = PulseRules(quiet_seconds=1.0, refresh_seconds=0.05), PulseRules(refresh_seconds=0.05)


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


@pytest.fixture
async def scene(index: Index, tmp_path: Path) -> AsyncIterator[Scene]:
    async with set_up(index, tmp_path, Discord()) as made:
        yield made


def with_rules(teapot: Teapot, rules: PulseRules) -> Teapot:
    return replace(teapot, pulses=Pulses(teapot.team.engine, rules))


async def on_discord(scene: Scene, *, codes: tuple[str, str, str] = ("503", "502", "502")) -> None:
    """The channel wants incidents told in one message, and three people report one."""
    await scene.platform.tell("settings pulse on")
    for person, code in zip((PERSON, STRANGER, GUEST), codes, strict=True):
        await scene.people.say(f"HTTP {code} at checkout", by=person)


async def test_three_people_on_discord_get_one_message(scene: Scene) -> None:
    async with running(scene.discord, with_rules(scene.teapot, NEVER)):
        await on_discord(scene)
        (shown,) = [one for one in await scene.platform.until_shown("Incident") if "Incident" in one.title]
        assert shown.title == "Incident under way: 502 ×2 · 503 ×1"
        assert (shown.answers, shown.is_private) == (None, False)
        assert "3 people" in shown.text


async def test_single_replies_pause_on_discord_and_the_message_is_kept_up_to_date(scene: Scene) -> None:
    async with running(scene.discord, with_rules(scene.teapot, NEVER)):
        await on_discord(scene)
        await scene.platform.until_shown("Incident")
        before = len(scene.discord.posted)
        await scene.people.say("HTTP 504 now", by=STRANGER)
        await scene.platform.until_shown("502 ×2 · 503 ×1 · 504 ×1")
        assert len(scene.discord.posted) == before


async def test_it_ends_by_itself_on_discord(scene: Scene) -> None:
    async with running(scene.discord, with_rules(scene.teapot, SOON)):
        await on_discord(scene)
        await scene.platform.until_shown("Incident over: 502 ×2 · 503 ×1")
    later = replace(scene.teapot, clock=lambda: time.time() + AN_HOUR)
    async with running(scene.discord, with_rules(later, NEVER)):
        await scene.people.say("and HTTP 500", by=GUEST, age_seconds=-AN_HOUR)
        await scene.platform.until_shown("500 Internal")


async def test_a_restart_on_discord_goes_on_with_the_message(scene: Scene) -> None:
    async with running(scene.discord, with_rules(scene.teapot, NEVER)):
        await on_discord(scene)
        await scene.platform.until_shown("Incident under way")
    async with running(scene.discord, with_rules(scene.teapot, SOON)):
        await scene.platform.until_shown("Incident over: 502 ×2 · 503 ×1")


async def test_where_it_may_not_embed_the_message_is_kept_up_to_date_as_text(index: Index, tmp_path: Path) -> None:
    async with set_up(index, tmp_path, Discord(permissions=EVERYTHING_NEEDED & ~EMBED)) as scene:
        async with running(scene.discord, with_rules(scene.teapot, NEVER)):
            await on_discord(scene)
            await scene.discord.until(lambda: _says(scene, "Incident under way: 502 ×2 · 503 ×1"))
            await scene.people.say("HTTP 504 now", by=STRANGER)
            await scene.discord.until(lambda: _says(scene, "502 ×2 · 503 ×1 · 504 ×1"))
        async with running(scene.discord, with_rules(scene.teapot, SOON)):
            await scene.discord.until(lambda: _says(scene, "Incident over"))


async def test_the_teams_note_is_on_the_message(scene: Scene) -> None:
    async with running(scene.discord, with_rules(scene.teapot, NEVER)):
        await scene.platform.tell("note set 502 page the edge crew")
        await on_discord(scene)
        shown = await scene.platform.until_shown("Incident")
        assert any("page the edge crew" in one.text for one in shown if "Incident" in one.title)


async def test_without_the_setting_everybody_is_answered(scene: Scene) -> None:
    async with running(scene.discord, with_rules(scene.teapot, NEVER)):
        for person, code in ((PERSON, "503"), (STRANGER, "502"), (GUEST, "504")):
            await scene.people.say(f"HTTP {code}", by=person)
        assert [one.title[:3] for one in await scene.platform.replies(3)] == ["503", "502", "504"]


@pytest.mark.parametrize(
    ("author", "text"),
    [(OTHER_BOT, "HTTP 503"), (PERSON, "HTTP 503 again"), (GUEST, "HTTP 404"), (GUEST, "503 users")],
)
async def test_what_is_no_third_report_begins_nothing(scene: Scene, author: str, text: str) -> None:
    async with running(scene.discord, with_rules(scene.teapot, NEVER)):
        await scene.platform.tell("settings pulse on")
        await scene.people.say("HTTP 503", by=PERSON)
        await scene.people.say("HTTP 502", by=STRANGER)
        await scene.people.say(text, by=author)
        await scene.people.say("HTTP 504", by=STRANGER)
        assert [one.title[:3] for one in await scene.platform.replies(3)] == ["503", "502", "504"]


async def test_muting_the_channel_ends_it(scene: Scene) -> None:
    async with running(scene.discord, with_rules(scene.teapot, NEVER)):
        await on_discord(scene)
        await scene.platform.until_shown("Incident under way")
        await scene.platform.tell("mute 1h")
        await scene.platform.until_shown("Incident over")


async def test_an_incident_on_slack_from_its_first_to_its_last_word(tmp_path: Path) -> None:
    later = [0.0]
    async with SlackServer() as server, core(tmp_path) as made:
        teapot = replace(with_rules(made, NEVER), clock=lambda: time.time() + later[0])
        async with connected(teapot, server):
            people = Workspace(server)
            server.state.owners.add(OWNER)
            await people.command("settings pulse on", user=OWNER)
            for person, code in ((ANN, "503"), (OWNER, "503"), (SLACK_STRANGER, "500")):
                await people.say(f"HTTP {code}", user=person, thread_ts="1700000000.000100")
            await server.state.until(lambda: _titled(people, "Incident under way: 503 ×2 · 500 ×1"), "an incident")
            (post,) = [one for one in people.in_channels() if "Incident" in title_of(one.body)]
            assert post.thread is None
            assert buttons_of(post.body) == ("503 details", "500 details", "Mute", "Remove")
            await people.say("HTTP 503", user=SLACK_BOT, bot_id=SLACK_BOT)
            await people.say("HTTP 504", user=ANN)
            await server.state.until(lambda: _titled(people, "503 ×2 · 500 ×1 · 504 ×1"), "the last report")
            later[0] = AN_HOUR
            await server.state.until(lambda: _titled(people, "Incident over: 503 ×2 · 500 ×1 · 504 ×1"), "the end")
            assert "3 people" in text_of(post.body)
            assert (server.state.refused, server.state.faults, server.state.pings) == ([], [], [])


async def test_a_restart_on_slack_goes_on_with_the_message(tmp_path: Path) -> None:
    async with SlackServer() as server, core(tmp_path) as made:
        people = Workspace(server)
        server.state.owners.add(OWNER)
        async with connected(with_rules(made, NEVER), server):
            await people.command("settings pulse on", user=OWNER)
            for person in (ANN, OWNER, SLACK_STRANGER):
                await people.say("HTTP 503", user=person)
            await server.state.until(lambda: _titled(people, "Incident under way"), "an incident")
        async with connected(with_rules(made, SOON), server):
            await server.state.until(lambda: _titled(people, "Incident over: 503 ×3"), "the end")


def _says(scene: Scene, words: str) -> bool:
    return any(words in scene.discord.messages[posted]["content"] for posted in scene.discord.posted)


def _titled(people: Workspace, words: str) -> bool:
    return any(words in title_of(post.body) for post in people.in_channels())
