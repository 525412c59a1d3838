"""What an operator lives through: starting, refusals, outages, broken connections, late acknowledgements."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

import aiohttp
import pytest
from aiohttp import web
from structlog.testing import capture_logs

from teapot.conversation import Channel, Command, Origin, Person
from teapot.problems import ConfigError
from teapot_slack import adapter
from teapot_slack.page import EventsPage
from tests.loopback.slack_payloads import ANN, CHANNEL, TEAM
from tests.loopback.slack_server import SlackServer
from tests.loopback.slack_state import Fault
from tests.loopback.slack_teapot import Mode, configured, connected, core, environment, until_ready, workspace
from tests.loopback.slack_workspace import Workspace, text_of, title_of

NOT_TAKEN = (Fault.UNAVAILABLE, Fault.LIMITED)


@pytest.fixture
async def people(tmp_path: Path) -> AsyncIterator[Workspace]:
    async with workspace(tmp_path) as (found, _):
        yield found


@pytest.mark.parametrize("mode", ["sockets", "http"])
async def test_it_is_ready_when_it_can_hear_and_not_any_more_when_it_stopped(tmp_path: Path, mode: Mode) -> None:
    async with SlackServer() as server, core(tmp_path) as teapot:
        async with connected(teapot, server, mode):
            assert teapot.health.ready()
        assert not teapot.health.ready()


@pytest.mark.parametrize(("name", "value"), [("SLACK_BOT_TOKEN", "xoxb-wrong"), ("SLACK_APP_TOKEN", "xapp-wrong")])
async def test_a_wrong_token_ends_the_process_with_its_remedy(tmp_path: Path, name: str, value: str) -> None:
    async with SlackServer() as server, core(tmp_path) as teapot:
        config = configured({**environment(server, "sockets"), name: value})
        with pytest.raises(ConfigError, match=f"{name}: Slack refuses it") as caught:
            await adapter.run(teapot, config)
        assert value not in str(caught.value)


async def test_slack_away_at_the_start_is_waited_for(tmp_path: Path) -> None:
    async with SlackServer() as server, core(tmp_path) as teapot:
        server.state.errors["auth.test"] = "internal_error"
        task = asyncio.create_task(adapter.run(teapot, configured(environment(server, "sockets"))))
        await server.state.until(lambda: server.state.calls["auth.test"], "the first try")
        del server.state.errors["auth.test"]
        await until_ready(teapot, task)
        task.cancel()
        await asyncio.wait((task,))


async def test_both_secrets_mean_both_ways(tmp_path: Path) -> None:
    async with SlackServer() as server, core(tmp_path) as teapot:
        env = {**environment(server, "sockets"), **environment(server, "http")}
        assert len(adapter.routes(teapot, configured(env))) == 1


async def test_socket_mode_opens_no_page(tmp_path: Path) -> None:
    async with SlackServer() as server, core(tmp_path) as teapot:
        assert adapter.routes(teapot, configured(environment(server, "sockets"))) == []


async def test_the_preview_is_what_would_be_sent(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, teapot):
        sent = (await people.command("503")).answers[0].body
        origin = Origin(Channel("slack", TEAM, CHANNEL), Person(ANN))
        assert adapter.preview(await teapot.answer(Command(origin, "503"))).items() <= sent.items()


@pytest.mark.parametrize(("secret", "age_seconds"), [("another secret", 0.0), (None, 400.0), (None, -400.0)])
async def test_what_slack_did_not_sign_just_now_is_turned_away(
    tmp_path: Path, secret: str | None, age_seconds: float
) -> None:
    async with workspace(tmp_path, "http") as (people, _):
        how = {"secret": secret} if secret else {}
        told = await people.deliver_signed("HTTP 503", age_seconds=age_seconds, **how)
        assert told.number == 401
        await people.say("HTTP 504")
        await people.posted(1)


@pytest.mark.parametrize(
    ("headers", "body", "number"),
    [
        ({}, "{}", 401),
        ({"X-Slack-Request-Timestamp": "soon"}, "{}", 401),
        ({"Content-Type": "application/json"}, "{", 400),
        ({"Content-Type": "application/json"}, "[1]", 400),
        ({"Content-Type": "application/json; charset=klingon"}, "{}", 400),
        ({"Content-Type": "application/x-www-form-urlencoded"}, "payload=%7B", 400),
    ],
)
async def test_strangers_are_turned_away_without_a_traceback(
    tmp_path: Path, headers: Mapping[str, str], body: str, number: int
) -> None:
    async with workspace(tmp_path, "http") as (people, _), aiohttp.ClientSession() as session:
        with capture_logs() as logs:
            async with session.post(people.server.events_url, data=body, headers=headers) as told:
                assert told.status == number
        assert logs == []


async def test_the_page_asks_slack_to_come_back_while_teapot_is_not_connected() -> None:
    with pytest.raises(web.HTTPServiceUnavailable):
        await EventsPage().serve(cast(web.Request, None))


@pytest.mark.parametrize("fault", NOT_TAKEN)
async def test_a_reply_that_slack_did_not_take_is_sent_again(people: Workspace, fault: Fault) -> None:
    people.server.state.faults_to_come.append(fault)
    await people.say("HTTP 503")
    await people.posted(1)


@pytest.mark.parametrize("fault", NOT_TAKEN)
async def test_an_answer_that_slack_did_not_take_is_sent_again(people: Workspace, fault: Fault) -> None:
    people.server.state.faults_to_come.append(fault)
    hook = await people.command("503")
    assert len(hook.answers) == 1


async def test_a_reply_is_not_sent_again_after_the_connection_broke(people: Workspace) -> None:
    people.server.state.faults_to_come.append(Fault.BROKEN_AFTER)
    await people.say("HTTP 503")
    await people.say("HTTP 504")
    titles = [title_of(post.body) for post in await people.posted(2)]
    assert sorted(titles) == ["503 Service Unavailable", "504 Gateway Timeout"]


async def test_an_answer_is_not_sent_again_after_the_connection_broke(people: Workspace) -> None:
    people.server.state.faults_to_come.append(Fault.BROKEN_AFTER)
    hook = await people.command("503")
    await people.command("504")
    assert len(hook.answers) == 1


async def test_a_connection_that_breaks_unanswered_costs_one_reply_and_one_line(people: Workspace) -> None:
    state = people.server.state
    state.faults_to_come.append(Fault.BROKEN_BEFORE)
    with capture_logs() as logs:
        await people.say("HTTP 503")
        await state.until(lambda: not state.faults_to_come, "the broken connection")
        await people.say("HTTP 504")
        (post,) = await people.posted(1)
    assert title_of(post.body) == "504 Gateway Timeout"
    assert [line["event"] for line in logs] == ["an answer was not posted"]


async def test_refused_blocks_are_said_in_plain_text(people: Workspace) -> None:
    people.server.state.faults_to_come.append(Fault.BLOCKS_REFUSED)
    await people.say("HTTP 503")
    (post,) = await people.posted(1)
    assert "503 Service Unavailable" in text_of(post.body)
    assert "blocks" not in post.body


async def test_refused_blocks_of_an_answer_are_said_in_plain_text(people: Workspace) -> None:
    people.server.state.faults_to_come.append(Fault.BLOCKS_REFUSED)
    hook = await people.command("503")
    await people.server.state.until(lambda: hook.answers, "the text")
    assert "503 Service Unavailable" in text_of(hook.answers[0].body)


@pytest.mark.parametrize("problem", ["not_in_channel", "channel_not_found", "is_archived", "missing_scope"])
async def test_a_closed_channel_costs_one_line_with_ids_and_no_text(people: Workspace, problem: str) -> None:
    people.server.state.closed_channels[CHANNEL] = problem
    with capture_logs() as logs:
        await people.say("HTTP 503 at hush.example.com")
        await people.server.state.until(lambda: people.server.state.refused, "the refusal")
        await people.command("help")
    (line,) = logs
    assert (line["problem"], line["channel"]) == (problem, CHANNEL)
    assert "hush" not in json.dumps(logs)
    assert people.server.state.refused == [problem]


@pytest.mark.parametrize(("name", "problem"), [("url_posts", "used_url"), ("url_seconds", "expired_url")])
async def test_a_spent_response_url_costs_one_line(people: Workspace, name: str, problem: str) -> None:
    setattr(people.server.state, name, 0)
    with capture_logs() as logs:
        hook = await people.command("503")
        await people.say("HTTP 504")
        await people.server.state.until(lambda: people.server.state.posts, "the reply")
    assert hook.problems == [problem]
    assert [line["problem"] for line in logs] == [problem]


async def test_a_bug_is_told_privately_and_logged_without_the_text(tmp_path: Path) -> None:
    async with SlackServer() as server, core(tmp_path) as teapot:
        broken = replace(teapot, catalogue=replace(teapot.catalogue, codes={}))
        async with connected(broken, server):
            with capture_logs() as logs:
                hook = await Workspace(server).command("418")
    (line,) = (one for one in logs if one["log_level"] == "error")
    assert (hook.answers[0].reader, line["channel"]) == (ANN, CHANNEL)
    assert (line["error"], "listeners.py" in line["trace"]) == ("KeyError", True)
