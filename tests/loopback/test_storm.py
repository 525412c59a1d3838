"""Five hundred messages with statuses within a minute in one channel: quiet within the budget, and then as before."""

import time
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from teapot.automatic import WHOLE_CHANNEL
from teapot.bot import Teapot
from teapot.catalogue import Catalogue
from teapot.conversation import Channel
from teapot.lookup import Index, build_index
from tests.loopback.discord_platform import running
from tests.loopback.discord_scene import set_up
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import CHANNEL, GUILD
from tests.loopback.slack_payloads import CHANNEL as SLACK_CHANNEL
from tests.loopback.slack_payloads import TEAM
from tests.loopback.slack_server import SlackServer
from tests.loopback.slack_teapot import connected, core
from tests.loopback.slack_workspace import Workspace

MESSAGES, BUDGET, MINUTE = 500, 6, 61.0
HERE = Channel("discord", GUILD, CHANNEL)


@dataclass(slots=True)
class Clock:
    """The time of this machine and so many seconds more."""

    ahead: float = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


def text(number: int) -> str:
    """Codes that differ, so that the budget and not the cooldown has to hold."""
    return f"the api says HTTP {510 + number % 80}"


async def all_heard(teapot: Teapot, channel: Channel) -> None:
    """Wait until every message that came before is decided: turns are given in the order in which they were asked for.

    Else the clock would jump while some wait, and they would be too old instead of over the budget.
    """
    async with teapot.automatic.turn(channel, WHOLE_CHANNEL):
        """Mine."""


async def test_a_storm_on_discord(index: Index, tmp_path: Path) -> None:
    discord, clock = Discord(), Clock()
    async with set_up(index, tmp_path, discord) as scene:
        teapot = replace(scene.teapot, clock=clock)
        async with running(discord, teapot):
            for number in range(MESSAGES):
                await scene.people.say(text(number))
            assert await scene.people.command("http", {"query": "503"})
            await all_heard(teapot, HERE)
            await scene.platform.replies(BUDGET)
            clock.ahead = MINUTE
            after = await scene.people.say("and now HTTP 502", age_seconds=-MINUTE)
            shown = await scene.platform.replies(BUDGET + 1)
            assert [reply.answers for reply in shown].index(after) == BUDGET
            async with teapot.automatic.turn(HERE, after):
                """It is dealt with to the end."""
            assert not teapot.replies._turns


async def test_a_storm_on_slack(tmp_path: Path) -> None:
    clock = Clock()
    async with SlackServer() as server, core(tmp_path) as made:
        teapot = replace(made, clock=clock)
        async with connected(teapot, server):
            people = Workspace(server)
            for number in range(MESSAGES):
                await people.say(text(number))
            here = Channel("slack", TEAM, SLACK_CHANNEL)
            await all_heard(teapot, here)
            assert len(await people.posted(BUDGET)) == BUDGET
            clock.ahead = MINUTE
            after = await people.say("and now HTTP 502", age_seconds=-MINUTE)
            posts = await people.posted(BUDGET + 1)
            assert posts[-1].thread == after
            async with teapot.automatic.turn(here, after):
                """It is dealt with to the end."""
            assert not teapot.replies._turns
        assert (server.state.refused, server.state.timeouts, server.state.faults) == ([], [], [])
