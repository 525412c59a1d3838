"""Which messages on Slack get an answer, and where it stands."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from teapot_slack.wire import SLACKBOT
from tests.loopback.slack_payloads import ANN, BOT_USER, DIRECT, OTHER_BOT
from tests.loopback.slack_teapot import workspace
from tests.loopback.slack_workspace import Workspace, buttons_of, title_of

NAMED = f"<@{BOT_USER}>"


@pytest.fixture
async def people(tmp_path: Path) -> AsyncIterator[Workspace]:
    async with workspace(tmp_path) as (found, _):
        yield found
        assert found.server.state.refused == []


async def test_a_message_in_a_thread_is_answered_in_that_thread(people: Workspace) -> None:
    first = await people.say("how is the deployment going?")
    await people.say("HTTP 503", thread_ts=first)
    (post,) = await people.posted(1)
    assert post.thread == first


@pytest.mark.parametrize("subtype", ["me_message", "thread_broadcast", "file_share"])
async def test_speech_of_other_kinds_is_answered(people: Workspace, subtype: str) -> None:
    await people.say("HTTP 503", subtype=subtype)
    await people.posted(1)


@pytest.mark.parametrize(
    "more",
    [
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"subtype": "bot_message", "bot_id": OTHER_BOT},
        {"subtype": "channel_topic"},
        {"subtype": "channel_join"},
        {"bot_id": OTHER_BOT},
        {"user": SLACKBOT},
        {"user": ""},
        {"user": BOT_USER},
        {"text": None},
        {"ts": ""},
    ],
)
async def test_notes_and_bots_get_no_reply(people: Workspace, more: Mapping[str, Any]) -> None:
    await people.send("HTTP 503", **{"user": ANN, **more})
    await people.say("HTTP 504")
    (post,) = await people.posted(1)
    assert title_of(post.body) == "504 Gateway Timeout"


@pytest.mark.parametrize(
    "wire",
    [
        "see <https://example.com/HTTP/503|the page>",
        "<https://example.com/|HTTP 503>",
        "<#C0503|http-503>",
        "<!subteam^S503|@http 503>",
        "&gt; HTTP 503",
        "&gt;&gt;&gt; a long quote\nHTTP 503",
        "<!date^1392734382^HTTP 503|HTTP 503>",
    ],
)
async def test_quotes_and_entities_get_no_reply(people: Workspace, wire: str) -> None:
    await people.send(wire)
    await people.say("HTTP 504")
    (post,) = await people.posted(1)
    assert title_of(post.body) == "504 Gateway Timeout"


@pytest.mark.parametrize(
    "wire", ["curl says &lt; HTTP/1.1 503", "<https://example.com> gives HTTP 503", "&gt; hm\nHTTP 503"]
)
async def test_what_stands_beside_quotes_and_entities_is_answered(people: Workspace, wire: str) -> None:
    await people.send(wire)
    await people.posted(1)


async def test_a_message_that_also_names_the_bot_is_answered_once(people: Workspace) -> None:
    ts = await people.send(f"{NAMED} HTTP 503")
    await people.redeliver(ts)
    (post,) = await people.posted(1)
    assert (title_of(post.body), post.thread) == ("503 Service Unavailable", ts)


async def test_what_names_the_bot_is_answered_in_full(people: Workspace) -> None:
    await people.send(f"{NAMED} HTTP 503")
    (post,) = await people.posted(1)
    assert "Constants" in buttons_of(post.body)


async def test_naming_the_bot_is_as_good_as_a_command(people: Workspace) -> None:
    ts = await people.send(f"{NAMED} 404")
    await people.redeliver(ts)
    (post,) = await people.posted(1)
    assert (title_of(post.body), post.thread, post.reader) == ("404 Not Found", ts, None)


async def test_naming_the_bot_with_nothing_to_find_is_answered_privately_in_the_thread(people: Workspace) -> None:
    ts = await people.send(f"{NAMED} pizza quattro stagioni")
    (post,) = await people.posted(1)
    assert (post.reader, post.thread) == (ANN, ts)


async def test_a_bot_that_names_the_bot_gets_no_answer(people: Workspace) -> None:
    await people.send(f"{NAMED} 503", bot_id=OTHER_BOT)
    await people.say("HTTP 504")
    await people.posted(1)


async def test_a_direct_message_is_as_good_as_a_command(people: Workspace) -> None:
    ts = await people.say("503", channel=DIRECT)
    await people.redeliver(ts)
    (post,) = await people.posted(1)
    assert (title_of(post.body), post.channel, post.reader) == ("503 Service Unavailable", DIRECT, None)


async def test_direct_messages_are_answered_whatever_was_told_there_before(people: Workspace) -> None:
    for _ in range(8):
        await people.say("HTTP 503", channel=DIRECT)
    assert {title_of(post.body) for post in await people.posted(8)} == {"503 Service Unavailable"}


async def test_direct_nonsense_is_answered_too(people: Workspace) -> None:
    await people.say("pizza quattro stagioni", channel=DIRECT)
    (post,) = await people.posted(1)
    assert ("Nothing found" in title_of(post.body), post.reader) == (True, None)


async def test_hostile_text_pings_nobody(people: Workspace) -> None:
    await people.send(f"HTTP 503 <!channel> <@{ANN}> &lt;!here&gt; <!subteam^S1|@all>")
    await people.posted(1)
    await people.command(f"<!channel> <@{ANN}> pizza")
    assert people.server.state.pings == []


async def test_a_link_preview_makes_no_silent_message_heard_anew(people: Workspace) -> None:
    answered = await people.say("HTTP 503")
    await people.posted(1)
    silent = await people.say("HTTP 503 at https://example.org too")
    await people.say("HTTP 504")
    await people.posted(2)
    await people.delete(answered)
    await people.posted(1)
    await people.change(silent, {**people.events[silent][0]["event"], "attachments": [{"title": "A page"}]})
    await people.say("HTTP 501")
    shown = await people.posted(2)
    assert [title_of(post.body)[:3] for post in shown] == ["504", "501"]
