"""Socket Mode's connections: replaced, broken, and told to health."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from teapot.bot import Teapot
from tests.loopback.slack_server import SlackServer
from tests.loopback.slack_teapot import connected, core, until_ready
from tests.loopback.slack_workspace import Workspace

Running = tuple[SlackServer, Teapot, asyncio.Task[None]]


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Running]:
    async with SlackServer() as server, core(tmp_path) as teapot, connected(teapot, server) as task:
        yield server, teapot, task


async def test_a_connection_that_slack_wants_replaced_has_its_successor_before_it_ends(running: Running) -> None:
    server, teapot, _ = running
    await server.refresh()
    await server.state.until(lambda: len(server.links) == 2, "the successor beside it")
    assert teapot.health.ready()


async def test_what_comes_over_the_old_connection_is_still_answered(running: Running) -> None:
    server, _, _ = running
    await server.refresh()
    await server.state.until(lambda: len(server.links) == 2, "the successor beside it")
    server.links.reverse()
    await Workspace(server).command("503")
    assert server.state.timeouts == []


async def test_a_broken_connection_is_made_again_and_health_tells_both(running: Running) -> None:
    server, teapot, task = running
    server.cut_links()
    await until_ready(teapot, task, ready=False)
    await until_ready(teapot, task)
    await Workspace(server).command("503")
    assert server.links_so_far == 2


async def test_an_outage_of_the_web_api_is_outlasted(running: Running) -> None:
    server, teapot, task = running
    server.state.errors["apps.connections.open"] = "internal_error"
    server.cut_links()
    await server.state.until(lambda: server.state.calls["apps.connections.open"] == 2, "the first try")
    del server.state.errors["apps.connections.open"]
    await until_ready(teapot, task)


async def test_a_refusal_in_the_middle_is_outlasted_too(running: Running) -> None:
    server, teapot, task = running
    server.state.errors["apps.connections.open"] = "invalid_auth"
    server.cut_links()
    await server.state.until(lambda: server.state.calls["apps.connections.open"] == 2, "the first try")
    del server.state.errors["apps.connections.open"]
    await until_ready(teapot, task)


async def test_a_spent_ticket_is_replaced(running: Running) -> None:
    server, teapot, task = running
    server.spoilt_tickets = True
    server.cut_links()
    await server.state.until(lambda: not server.spoilt_tickets, "a refused connection")
    await until_ready(teapot, task)


async def test_frames_that_are_no_envelopes_do_no_harm(running: Running) -> None:
    server, _, _ = running
    for frame in ("pong", "{}", '{"type": "hello"}', '{"envelope_id": "1", "type": "news", "payload": {}}'):
        await server.links[-1].send_str(frame)
    await Workspace(server).command("503")
    assert server.links_so_far == 1


async def test_many_envelopes_at_once_are_all_acknowledged(running: Running) -> None:
    server, _, _ = running
    people = Workspace(server)
    await asyncio.gather(*(people.command(str(500 + number % 9)) for number in range(150)))
    assert (server.state.timeouts, len(server.state.posts)) == ([], 150)
