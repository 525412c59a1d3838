"""Servers and workspaces that remove the bot and take it back: when their data may go, and when it stays."""

import asyncio
import time
import uuid
from pathlib import Path

import pytest
from slack_bolt.async_app import AsyncApp
from sqlalchemy import select

from teapot.catalogue import Catalogue
from teapot.conversation import Channel
from teapot.lookup import Index, build_index
from teapot.tables import left
from teapot.team import Team
from teapot.workspaces import KEPT_DAYS, forget_removed, removed
from teapot_slack import register
from tests.loopback.discord_platform import running
from tests.loopback.discord_scene import playing, set_up
from tests.loopback.discord_server import discord_server
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import CHANNEL, EVERYTHING_NEEDED, GUILD, MANAGE_GUILD, guild
from tests.loopback.slack_payloads import CHANNEL as SLACK_CHANNEL
from tests.loopback.slack_payloads import OWNER, TEAM, Json, event_callback
from tests.loopback.slack_server import BOT_TOKEN, SlackServer
from tests.loopback.slack_teapot import connected, core, workspace
from tests.loopback.slack_workspace import Workspace, text_of
from tests.loopback.test_discord_extension import team_bot
from tests.loopback.test_slack_app import connected as connected_by_slack
from tests.teams import asked_by, open_team, typed

DAY = 86_400.0
GONE = {"id": GUILD}
OUTAGE = {"id": GUILD, "unavailable": True}
BACK = {key: part for key, part in guild(EVERYTHING_NEEDED).items() if key != "unavailable"}
NOTE = {"code": "503", "text": "call Ann"}
WAIT_SECONDS = 20.0


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


async def marked(team: Team) -> set[str]:
    async with team.reading() as connection:
        return set((await connection.execute(select(left.c.workspace))).scalars())


async def until_marked(team: Team, *workspaces: str) -> None:
    """Wait until just these are marked as left."""
    async with asyncio.timeout(WAIT_SECONDS):
        while await marked(team) != set(workspaces):
            await asyncio.to_thread(lambda: None)


async def test_a_discord_server_that_removes_the_bot_is_forgotten_after_the_stated_time(
    index: Index, tmp_path: Path
) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.people.command("http-note set", NOTE, permissions=MANAGE_GUILD)
        await scene.discord.gateway.dispatch_guild("GUILD_DELETE", GONE)
        team, here = scene.teapot.team, Channel("discord", GUILD, CHANNEL)
        await until_marked(team, GUILD)
        assert (await team.view(here)).note("503") is not None
        assert await forget_removed(team, time.time() + (KEPT_DAYS + 1) * DAY) == 1
        assert (await team.view(here)).note("503") is None


async def test_an_outage_of_a_discord_server_is_no_removal(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.discord.gateway.dispatch_guild("GUILD_DELETE", OUTAGE)
        await scene.discord.gateway.dispatch_guild("GUILD_CREATE", guild(EVERYTHING_NEEDED))
        await scene.people.command("http", {"query": "503"})
        assert await marked(scene.teapot.team) == set()


async def test_a_discord_server_that_takes_the_bot_back_keeps_its_data(index: Index, tmp_path: Path) -> None:
    async with playing(index, tmp_path, Discord()) as scene:
        await scene.discord.gateway.dispatch_guild("GUILD_DELETE", GONE)
        await until_marked(scene.teapot.team, GUILD)
        await scene.discord.gateway.dispatch_guild("GUILD_CREATE", BACK)
        await until_marked(scene.teapot.team)


async def test_a_discord_server_that_took_the_bot_back_while_it_was_down_keeps_its_data(
    index: Index, tmp_path: Path
) -> None:
    async with set_up(index, tmp_path, Discord()) as scene:
        await removed(scene.teapot.team, "discord", GUILD, time.time() - DAY)
        await removed(scene.teapot.team, "discord", "42", time.time() - DAY)
        async with running(scene.discord, scene.teapot):
            await until_marked(scene.teapot.team, "42")


async def test_the_same_holds_inside_somebody_elses_bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'teapot.sqlite3'}"
    monkeypatch.setenv("TEAPOT_DATABASE_URL", url)
    async with open_team(url) as team, discord_server(Discord()) as server:
        await removed(team, "discord", GUILD, time.time() - DAY)
        async with team_bot(server) as bot:
            await until_marked(team)
            await bot.wait_until_ready()
            await server.gateway.dispatch_guild("GUILD_DELETE", GONE)
            await until_marked(team, GUILD)
            await server.gateway.dispatch_guild("GUILD_CREATE", BACK)
            await until_marked(team)


async def test_an_extension_that_is_loaded_late_looks_at_the_servers_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'teapot.sqlite3'}"
    monkeypatch.setenv("TEAPOT_DATABASE_URL", url)
    async with open_team(url) as team, discord_server(Discord()) as server, team_bot(server) as bot:
        await bot.wait_until_ready()
        await bot.unload_extension("teapot_discord")
        await removed(team, "discord", GUILD, time.time() - DAY)
        await bot.load_extension("teapot_discord")
        assert await marked(team) == set()


async def test_a_start_forgets_nobody_who_may_have_taken_the_bot_back_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: Catalogue
) -> None:
    url, here = f"sqlite:///{tmp_path / 'teapot.sqlite3'}", Channel("discord", GUILD, CHANNEL)
    monkeypatch.setenv("TEAPOT_DATABASE_URL", url)
    async with open_team(url) as team, discord_server(Discord()) as server:
        await typed(asked_by(team, known, channel=here), "note set 503 call Ann")
        await removed(team, "discord", GUILD, time.time() - (KEPT_DAYS + 1) * DAY)
        async with team_bot(server):
            await until_marked(team)
    async with open_team(url) as team:
        assert (await team.view(here)).note("503") is not None


def told(kind: str, **more: object) -> Json:
    """What Slack delivers about the app itself."""
    return event_callback({"type": kind, "event_ts": f"{time.time():.6f}", **more}, f"Ev{uuid.uuid4().hex}")


@pytest.mark.parametrize(
    "event", [told("app_uninstalled"), told("tokens_revoked", tokens={"oauth": ["U1"], "bot": ["U0TEAPOT"]})]
)
async def test_a_slack_workspace_that_removes_the_app_is_forgotten_after_the_stated_time(
    tmp_path: Path, event: Json
) -> None:
    async with workspace(tmp_path) as (people, teapot):
        people.server.state.owners.add(OWNER)
        await people.command("note set 503 call Ann", user=OWNER)
        await people.server.deliver("events_api", event)
        await until_marked(teapot.team, TEAM)
        here = Channel("slack", TEAM, SLACK_CHANNEL)
        assert (await teapot.team.view(here)).note("503") is not None
        assert await forget_removed(teapot.team, time.time() + (KEPT_DAYS + 1) * DAY) == 1
        assert (await teapot.team.view(here)).note("503") is None


async def test_a_persons_revoked_token_is_no_removal(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, teapot):
        await people.server.deliver("events_api", told("tokens_revoked", tokens={"oauth": ["U1"]}))
        await people.server.deliver("events_api", told("app_uninstalled_team"))
        await people.say("HTTP 503")
        await people.posted(1)
        assert await marked(teapot.team) == set()


async def test_late_events_of_a_slack_workspace_that_left_are_no_return(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, teapot):
        await people.server.deliver("events_api", told("app_uninstalled"))
        await until_marked(teapot.team, TEAM)
        await people.say("HTTP 503")
        await people.posted(1)
        assert await marked(teapot.team) == {TEAM}


async def test_a_slack_workspace_that_installed_the_app_again_keeps_its_data(tmp_path: Path) -> None:
    async with SlackServer() as server, core(tmp_path) as teapot:
        people = Workspace(server)
        server.state.owners.add(OWNER)
        async with connected(teapot, server):
            await people.command("note set 503 call Ann", user=OWNER)
            await server.deliver("events_api", told("app_uninstalled"))
            await until_marked(teapot.team, TEAM)
        async with connected(teapot, server):
            await until_marked(teapot.team)
            assert await forget_removed(teapot.team, time.time() + (KEPT_DAYS + 1) * DAY) == 0
            shown = await people.command("503 private")
            assert "call Ann" in text_of(shown.answers[0].body)


async def test_an_event_of_a_slack_workspace_that_left_long_ago_is_a_return(tmp_path: Path) -> None:
    async with SlackServer() as server, core(tmp_path) as teapot:
        await removed(teapot.team, "slack", TEAM, time.time() - DAY)
        app = AsyncApp(token=BOT_TOKEN, name="theirs")
        app.client.base_url = server.api_url
        listeners = register(app, teapot)
        async with connected_by_slack(app):
            await Workspace(server).say("HTTP 503")
            await until_marked(teapot.team)
        await listeners.close()
