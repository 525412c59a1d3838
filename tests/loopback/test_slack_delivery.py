"""When a post is tried again, and when it is not."""

import socket
from contextlib import suppress
from types import SimpleNamespace

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient
from structlog.testing import capture_logs

from teapot.card import Card, Place, Reply
from teapot.conversation import Channel, Origin, Person
from teapot_slack import delivery, outcomes

ORIGIN = Origin(Channel("slack", "T1", "C1"), Person("U1"))
REPLY = Reply(Card(language="en", colour=0, title="503", lead="busy", plain="503: busy"), Place.PUBLIC)


class Slack:
    """One address that counts what it is asked, and answers with the numbers it is given, then with 200."""

    def __init__(self, *answers: tuple[int, dict[str, str]]) -> None:
        self.asked = 0
        self._answers = list(answers)
        self._app = web.Application()
        self._app.add_routes([web.post("/{any:.*}", self._answer)])
        self._runner = web.AppRunner(self._app, access_log=None)
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}/"

    async def listen(self) -> None:
        await self._runner.setup()
        await web.SockSite(self._runner, self._socket).start()

    async def close(self) -> None:
        await self._runner.cleanup()
        self._socket.close()

    async def _answer(self, _: web.Request) -> web.Response:
        self.asked += 1
        number, headers = self._answers.pop(0) if self._answers else (200, {})
        return web.json_response({"ok": number == 200}, status=number, headers=headers)


async def deliver(slack: Slack, session: aiohttp.ClientSession, *, by_url: bool) -> None:
    client = AsyncWebClient(token="xoxb-1", base_url=slack.url, session=session)
    if by_url:
        await delivery.answer(client, ORIGIN, f"{slack.url}actions/1", None, REPLY)
    else:
        await delivery.post(client, ORIGIN, "1.1", REPLY)


@pytest.mark.parametrize("by_url", [True, False])
async def test_a_connection_that_could_not_be_opened_is_tried_again(by_url: bool) -> None:
    slack = Slack()
    trace = aiohttp.TraceConfig()

    async def failed(*_: object) -> None:
        with suppress(OSError):
            await slack.listen()

    trace.on_request_exception.append(failed)
    try:
        async with aiohttp.ClientSession(trace_configs=[trace]) as session:
            await deliver(slack, session, by_url=by_url)
    finally:
        await slack.close()
    assert slack.asked == 1


@pytest.mark.parametrize("by_url", [True, False])
@pytest.mark.parametrize(
    ("number", "headers", "asked"),
    [
        (429, {"Retry-After": "0"}, 2),
        (429, {"Retry-After": "3600"}, 1),
        (504, {}, 1),
        (400, {}, 1),
        (404, {}, 1),
    ],
)
async def test_it_is_tried_again_only_when_slack_did_not_take_it_and_soon(
    number: int, headers: dict[str, str], asked: int, by_url: bool
) -> None:
    slack = Slack((number, headers))
    await slack.listen()
    try:
        async with aiohttp.ClientSession() as session:
            with capture_logs() as logs:
                await deliver(slack, session, by_url=by_url)
    finally:
        await slack.close()
    assert (slack.asked, len(logs)) == (asked, 2 - asked)


async def test_it_gives_up_after_three_tries() -> None:
    slack = Slack(*[(429, {"Retry-After": "0"})] * 9)
    await slack.listen()
    try:
        async with aiohttp.ClientSession() as session:
            await deliver(slack, session, by_url=True)
    finally:
        await slack.close()
    assert slack.asked == outcomes.MAX_TRIES


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place.PUBLIC, {"response_type": "in_channel", "replace_original": False}),
        (Place.PRIVATE, {"response_type": "ephemeral", "replace_original": False}),
        (Place.REPLACE, {"response_type": "ephemeral", "replace_original": True}),
        (Place.DELETE, {"delete_original": True}),
    ],
)
def test_each_place_has_slacks_words(place: Place, said: dict[str, object]) -> None:
    assert delivery.placed(place) == said


@pytest.mark.parametrize(
    ("data", "word"),
    [({"ok": False, "error": "is_archived"}, "is_archived"), (b"gzip", "LookupError"), (None, "LookupError")],
)
def test_a_problem_is_slacks_word_or_the_errors_kind(data: object, word: str) -> None:
    error = LookupError("what somebody wrote")
    error.response = SimpleNamespace(data=data)  # type: ignore[attr-defined]
    assert outcomes.problem_of(error) == word
