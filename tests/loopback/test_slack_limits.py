"""The server on loopback refuses what Slack refuses; else no test against it would mean anything."""

import asyncio
from collections.abc import Mapping
from typing import Any

import aiohttp
import pytest

from tests.loopback.slack_limits import LimitError, check_offer, faults, live_mentions, refusal
from tests.loopback.slack_payloads import CHANNEL
from tests.loopback.slack_server import BOT_TOKEN, SlackServer
from tests.loopback.slack_workspace import Workspace

Json = dict[str, Any]


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def section(text: str = "x", **more: object) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def button(name: str = "a", label: str = "x", **more: object) -> Json:
    return {"type": "button", "action_id": name, "text": plain(label), **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def select(*options: Json, placeholder: str = "x") -> Json:
    return {"type": "static_select", "action_id": "s", "placeholder": plain(placeholder), "options": list(options)}


def field(**more: object) -> Json:
    return {"type": "external_select", "action_id": "f", "placeholder": plain("x"), **more}


def option(label: str = "x", value: str = "v", **more: object) -> Json:
    return {"text": plain(label), "value": value, **more}


@pytest.mark.parametrize(
    "blocks",
    [
        [section("x" * 3000)],
        [section(fields=[mrkdwn("x" * 2000), *[mrkdwn("x")] * 9])],
        [{"type": "header", "text": plain("x" * 150)}],
        [{"type": "context", "elements": [mrkdwn("x")] * 10}],
        [actions(*(button(str(at)) for at in range(25)))],
        [actions(button("a" * 255, "x" * 75, value="v" * 2000))],
        [actions(select(*(option(value=str(at)) for at in range(100)), placeholder="x" * 150))],
        [actions(select(option("x" * 75, "v" * 150, description=plain("x" * 75))))],
        [actions(field())],
        [actions(field(min_query_length=0))],
        [actions(button("a")), actions(button("a"))],
        [{"type": "divider"}] * 50,
    ],
)
def test_what_is_within_the_limits_is_taken(blocks: list[Json]) -> None:
    assert refusal({"text": "x", "blocks": blocks}) is None


@pytest.mark.parametrize(
    "blocks",
    [
        [section("x" * 3001)],
        [section("")],
        [section(" \n")],
        [{"type": "section"}],
        [section(fields=[mrkdwn("x")] * 11)],
        [section(fields=[mrkdwn("x" * 2001)])],
        [section(fields=[mrkdwn("")])],
        [{"type": "header", "text": plain("x" * 151)}],
        [{"type": "header", "text": mrkdwn("x")}],
        [{"type": "context", "elements": []}],
        [{"type": "context", "elements": [mrkdwn("x")] * 11}],
        [actions()],
        [actions(*(button(str(at)) for at in range(26)))],
        [actions(button("a"), button("a"))],
        [actions(button("a" * 256))],
        [actions(button(label="x" * 76))],
        [actions(button(label=""))],
        [actions(button(value="v" * 2001))],
        [actions({**button(), "text": mrkdwn("x")})],
        [actions({**button(), "type": "bell"})],
        [actions(select())],
        [actions(select(*(option(value=str(at)) for at in range(101))))],
        [actions(select(option("x" * 76)))],
        [actions(select(option(value="v" * 151)))],
        [actions(select(option(description=plain("x" * 76))))],
        [actions(select(option(), placeholder="x" * 151))],
        [actions(field(placeholder=plain("x" * 151)))],
        [actions(field(placeholder=mrkdwn("x")))],
        [actions(field(action_id="a" * 256))],
        [actions(field(min_query_length=-1))],
        [actions(field(options=[option()]))],
        [{"type": "section", "text": {"type": "markdown", "text": "x"}}],
        [{"type": "section", "text": {**mrkdwn("x"), "emoji": True}}],
        [section(block_id="b"), section(block_id="b")],
        [{"type": "hologram"}],
        [{"type": "divider"}] * 51,
    ],
)
def test_what_breaks_a_limit_is_refused(blocks: list[Json]) -> None:
    assert refusal({"text": "x", "blocks": blocks}) == "invalid_blocks"


@pytest.mark.parametrize("options", [[], [option("x" * 75, "v" * 150)] * 100])
def test_an_offer_within_the_limits_is_taken(options: list[Json]) -> None:
    assert check_offer({"options": options}) == options


@pytest.mark.parametrize(
    "payload",
    [
        None,
        {},
        {"options": [option()] * 101},
        {"options": [option("x" * 76)]},
        {"options": [option("")]},
        {"options": [option(value="v" * 151)]},
        {"options": [option(value="")]},
        {"options": [{**option(), "text": mrkdwn("x")}]},
        {"options": [option(label="x", note="y")]},
    ],
)
def test_an_offer_that_breaks_a_limit_is_refused(payload: Json | None) -> None:
    with pytest.raises(LimitError):
        check_offer(payload)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({}, "no_text"),
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": [section("x" * 2500)] * 5}, "msg_blocks_too_long"),
        ({"text": "x", "attachments": [{"blocks": [section("x" * 2500)] * 5}]}, "msg_blocks_too_long"),
        ({"text": "x", "attachments": [{"blocks": [section("")]}]}, "invalid_attachments"),
        ({"text": "x", "attachments": [{"color": "reddish", "blocks": [section()]}]}, "invalid_attachments"),
        ({"text": "x", "attachments": [{"color": "#DC2626", "blocks": [section()]}]}, None),
    ],
)
def test_the_whole_message_has_limits_of_its_own(body: Json, problem: str | None) -> None:
    assert refusal(body) == problem


@pytest.mark.parametrize(
    ("body", "is_good"), [({"text": "x", "blocks": [1]}, True), ({"blocks": [1]}, False), ({"text": "x" * 4001}, False)]
)
def test_what_people_suffer_from_is_noted(body: Json, is_good: bool) -> None:
    assert (list(faults(body)) == []) is is_good


@pytest.mark.parametrize(
    ("text", "pings"),
    [
        ("<!channel> <!here|here> <@U1> <!subteam^S1|@all>", 4),
        ("&lt;!channel&gt; @here U1 <https://example.com|x> <#C1|general>", 0),
    ],
)
def test_live_mentions_are_found(text: str, pings: int) -> None:
    assert len(live_mentions({"text": "x", "attachments": [{"blocks": [section(text)]}]})) == pings


@pytest.mark.parametrize(
    ("method", "token", "problem"),
    [
        ("auth.test", "xoxb-wrong", "invalid_auth"),
        ("apps.connections.open", BOT_TOKEN, "not_allowed_token_type"),
        ("chat.sing", BOT_TOKEN, "unknown_method"),
        ("auth.test", BOT_TOKEN, None),
    ],
)
async def test_the_web_api_looks_at_the_token(method: str, token: str, problem: str | None) -> None:
    async with SlackServer() as server, aiohttp.ClientSession() as session:
        head: Mapping[str, str] = {"Authorization": f"Bearer {token}"}
        async with session.post(f"{server.api_url}{method}", headers=head) as told:
            assert (await told.json()).get("error") == problem


async def test_a_ticket_is_good_for_nobody_else() -> None:
    async with SlackServer() as server, aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(f"{server.url}/link/?ticket=guessed")


async def test_a_command_that_nobody_acknowledges_is_a_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.loopback.slack_server.ACK_SECONDS", 0.05)
    async with SlackServer() as server, aiohttp.ClientSession() as session:
        head = {"Authorization": "Bearer xapp-loopback"}
        async with session.post(f"{server.api_url}apps.connections.open", headers=head) as told:
            address = (await told.json())["url"]
        async with session.ws_connect(address) as link:
            await link.receive_json()
            asking = asyncio.create_task(Workspace(server).command("503", channel=CHANNEL, wait=False))
            assert (await link.receive_json())["type"] == "slash_commands"
            await asking
        assert server.state.timeouts == ["slash_commands"]
