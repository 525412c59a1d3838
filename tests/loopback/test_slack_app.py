"""Teapot's listeners in an app that a team already runs, with that app's own listeners and Slack's own client."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncSay

from teapot_slack import register
from tests.loopback.slack_payloads import BOT_USER
from tests.loopback.slack_server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.loopback.slack_state import Fault
from tests.loopback.slack_teapot import core
from tests.loopback.slack_workspace import Workspace, title_of


@asynccontextmanager
async def connected(app: AsyncApp) -> AsyncIterator[None]:
    handler = AsyncSocketModeHandler(app, APP_TOKEN)
    try:
        await handler.connect_async()  # type: ignore[no-untyped-call]
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@pytest.fixture
async def people(tmp_path: Path) -> AsyncIterator[Workspace]:
    """An app whose own listeners answer every message and mention that Teapot leaves to them."""
    async with SlackServer() as server, core(tmp_path) as teapot:
        app = AsyncApp(token=BOT_TOKEN, name="theirs")
        app.client.base_url = server.api_url
        listeners = register(app, teapot)

        async def theirs(event: dict[str, Any], say: AsyncSay) -> None:
            await say(f"theirs: {event['type']}")

        app.event("message")(theirs)
        app.event("app_mention")(theirs)
        try:
            async with connected(app):
                yield Workspace(server)
        finally:
            await listeners.close()


async def test_the_command_is_answered(people: Workspace) -> None:
    hook = await people.command("503")
    assert title_of(hook.answers[0].body) == "503 Service Unavailable"


@pytest.mark.parametrize(
    ("wire", "answers"),
    [
        ("HTTP 503", {"503 Service Unavailable"}),
        ("good morning", {"theirs: message"}),
        ("pizza quattro stagioni", {"theirs: message"}),
        (f"<@{BOT_USER}> 503", {"theirs: message", "503 Service Unavailable"}),
        (f"<@{BOT_USER}> pizza quattro stagioni", {"theirs: message", "theirs: app_mention"}),
    ],
)
async def test_teapot_takes_what_names_a_status_and_leaves_the_rest_to_the_apps_own_listeners(
    people: Workspace, wire: str, answers: set[str]
) -> None:
    await people.send(wire)
    posts = await people.posted(len(answers))
    assert {title_of(post.body) for post in posts} == answers


async def test_its_retries_on_broken_connections_post_nothing_twice(people: Workspace) -> None:
    people.server.state.faults_to_come.append(Fault.BROKEN_AFTER)
    await people.send("HTTP 503")
    await people.send("HTTP 504")
    assert len(await people.posted(2)) == 2
