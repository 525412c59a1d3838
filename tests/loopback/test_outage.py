"""A real PostgreSQL that is stopped and started again under a running Teapot."""

import asyncio
import json
from pathlib import Path

from teapot.automatic import WHOLE_CHANNEL
from teapot.conversation import Channel
from tests.loopback.discord_platform import DiscordPlatform
from tests.loopback.discord_server import discord_server
from tests.loopback.discord_state import Discord
from tests.loopback.slack_payloads import CHANNEL, OWNER, TEAM
from tests.loopback.slack_teapot import until_database, workspace
from tests.loopback.slack_workspace import text_of, title_of
from tests.loopback.teapot_process import running
from tests.outages import Line, Postgres

NOTE = {"code": "503", "text": "call Ann"}
STORM = 300


async def test_a_postgresql_that_is_stopped_and_started_under_a_running_teapot(
    own_postgres: Postgres, tmp_path: Path
) -> None:
    discord = Discord()
    url = own_postgres.make("teapot")
    async with discord_server(discord), running(discord, tmp_path, url) as teapot:
        people, platform = teapot.people, DiscordPlatform(teapot.people)
        assert "is kept" in await teapot.said("http-note set", NOTE)
        told = await people.say("HTTP 502")
        await platform.replies(1)
        await people.edit(told, "HTTP 501")
        await platform.until_shown("501")

        await own_postgres.stop()
        assert "It was not saved" in await teapot.said("http-note set", {"code": "504", "text": "call Bo"})
        assert "notes are missing" in await teapot.said("http", {"query": "503"})
        assert await teapot.until_told(is_well=False) == 200
        await people.say("HTTP 503 hush")
        await teapot.logged("kept quiet")
        for number in range(STORM):
            await people.say(f"HTTP {510 + number % 80} hush")
        assert "503 Service Unavailable" in await teapot.said("http", {"query": "503"})
        assert len(await platform.replies(1)) == 1

        busy, began = teapot.busy_seconds(), asyncio.get_running_loop().time()
        await own_postgres.start()
        assert await teapot.until_told(is_well=True) == 200
        assert teapot.busy_seconds() - busy < max(1.0, asyncio.get_running_loop().time() - began) / 2

        assert "call Ann" in await teapot.said("http", {"query": "503"})
        assert "call Bo" not in await teapot.said("http", {"query": "504"})
        await people.say("HTTP 504")
        assert "504" in (await platform.replies(2))[-1].title
        assert "is kept" in await teapot.said("http-note set", {"code": "504", "text": "call Bo"})
        lines = [line for line in teapot.log if line["level"] != "info"]
    assert [line["event"] for line in lines if "kept quiet" not in str(line["event"])] == [
        "the database is in trouble",
        "the database is well again",
    ]
    assert len(lines) <= 15
    assert "hush" not in json.dumps(teapot.log)


async def test_a_database_that_stalls_under_slack(line: Line, tmp_path: Path) -> None:
    async with workspace(tmp_path, url=line.url) as (people, teapot):
        people.server.state.owners.add(OWNER)
        await people.command("note set 503 call Ann", user=OWNER)
        line.hold()
        told = await people.command("503")
        assert "notes are missing" in text_of(told.answers[0].body)
        await until_database(teapot, is_well=False)
        told = await people.command("note set 503 call Bo", user=OWNER)
        assert "It was not saved" in text_of(told.answers[0].body)
        await people.say("HTTP 502")
        async with teapot.automatic.turn(Channel("slack", TEAM, CHANNEL), WHOLE_CHANNEL):
            """The first one may wait a little for the database; then nobody does."""
        for number in range(20):
            await people.say(f"HTTP {510 + number}")
        await people.posted(0)
        line.release()
        await until_database(teapot, is_well=True)
        told = await people.command("503 private")
        assert "call Ann" in text_of(told.answers[0].body)
        await people.say("HTTP 504")
        (post,) = await people.posted(1)
        assert title_of(post.body) == "504 Gateway Timeout"
