"""``/http stats`` on Slack: a picture for a channel, the table for one person, and what is left when Slack refuses."""

from pathlib import Path

import pytest
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from structlog.testing import capture_logs

from teapot.card import Card, Picture, Place, Reply
from teapot.conversation import Channel, Origin, Person
from teapot_slack import delivery
from tests.loopback.slack_payloads import BOT_USER, CHANNEL, DIRECT
from tests.loopback.slack_server import BOT_TOKEN, SlackServer
from tests.loopback.slack_state import Fault, Post, Upload
from tests.loopback.slack_teapot import workspace
from tests.loopback.slack_workspace import Workspace, buttons_of, text_of

PNG = b"\x89PNG\r\n\x1a\n"


async def posted(people: Workspace, query: str = "stats") -> Post:
    """The message that a command makes in the channel, whichever way it comes there."""
    before = len(people.server.state.posts)
    await people.command(query, wait=False)
    await people.server.state.until(lambda: len(people.server.state.posts) > before, "the counts")
    return people.server.state.posts[-1]


def upload_of(people: Workspace) -> Upload:
    (upload,) = people.server.state.uploads.values()
    return upload


async def test_the_channel_sees_card_and_picture_as_one_message(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, _):
        await people.command("503")
        post = await posted(people)
        upload = upload_of(people)
        assert (post.channel, post.reader, len(post.body["files"])) == (CHANNEL, None, 1)
        assert "Codes in this channel, last 7 days" in text_of(post.body)
        assert (upload.is_shared, (upload.content or b"").startswith(PNG)) == (True, True)
        assert "503: 1" in upload.alt


async def test_its_title_says_it_where_no_picture_is_seen(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, _):
        await people.command("503")
        (file,) = (await posted(people)).body["files"]
        assert "asked for 1" in file["title"]


async def test_one_person_gets_the_table_and_is_told_that_sharing_shows_more(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, _):
        await people.command("503")
        (shown,) = (await people.command("stats private")).answers
        assert shown.reader is not None
        assert "Shared to the channel, it has a picture too." in text_of(shown.body)
        assert (buttons_of(shown.body), people.server.state.uploads) == (("Share to channel",), {})


async def test_sharing_posts_card_and_picture(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, _):
        await people.command("503")
        (shown,) = (await people.command("stats 30 private")).answers
        await people.press(shown, "Share to channel", wait=False)
        (post,) = await people.posted(1)
        assert "last 30 days" in text_of(post.body)
        assert "has a picture too" not in text_of(post.body)
        assert upload_of(people).is_shared


async def test_in_a_thread_it_stays_there(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, _):
        await people.command("503")
        above = people.server.state.stamp()
        await people.send(f"<@{BOT_USER}> stats", thread_ts=above)
        (post,) = await people.posted(1)
        assert (post.thread, len(post.body["files"])) == (above, 1)


async def test_in_a_direct_talk_it_shows_the_talks_own(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, _):
        await people.say("503", channel=DIRECT)
        await people.posted(1)
        await people.say("stats", channel=DIRECT)
        post = (await people.posted(2))[-1]
        assert (post.channel, len(post.body["files"])) == (DIRECT, 1)
        assert "asked for 1" in text_of(post.body)


@pytest.mark.parametrize(
    ("problem", "remedy"),
    [
        ("missing_scope", "install the app again with the scopes of its manifest"),
        ("not_in_channel", "invite the app into the channel"),
        ("invalid_arguments", ""),
    ],
)
async def test_a_refused_picture_leaves_the_table_and_one_line_in_the_log(
    tmp_path: Path, problem: str, remedy: str
) -> None:
    async with workspace(tmp_path) as (people, _):
        state = people.server.state
        await people.command("503")
        if problem == "missing_scope":
            state.scopes.clear()
        elif problem == "not_in_channel":
            state.closed_channels[CHANNEL] = problem
        else:
            state.errors["files.getUploadURLExternal"] = problem
        with capture_logs() as lines:
            post = await posted(people)
        assert (post.by_url, post.reader, "files" in post.body) == (True, None, False)
        assert "503" in text_of(post.body)
        assert [(line["problem"], line["remedy"]) for line in lines] == [(problem, remedy)]


async def test_a_picture_that_slack_did_not_take_is_posted_again(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, _):
        await people.command("503")
        people.server.state.faults_to_come.append(Fault.UNAVAILABLE)
        assert len((await posted(people)).body["files"]) == 1
        assert people.server.state.calls["files.completeUploadExternal"] == 2


async def test_a_card_that_may_have_been_seen_is_not_posted_again(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, _):
        await people.command("503")
        people.server.state.faults_to_come.append(Fault.BROKEN_AFTER)
        with capture_logs() as lines:
            await people.command("stats", wait=False)
            await people.posted(1)
        assert people.server.state.calls["files.completeUploadExternal"] == 1
        assert ["not known" in line["event"] for line in lines] == [True]


async def test_nothing_counted_is_for_the_asker_alone(tmp_path: Path) -> None:
    async with workspace(tmp_path) as (people, _):
        (shown,) = (await people.command("stats")).answers
        assert shown.reader is not None
        assert "Nothing counted here" in text_of(shown.body)


async def test_an_app_that_keeps_no_connections_posts_a_picture_too() -> None:
    card = Card(language="en", colour=0, title="Codes", lead="l", plain="Codes: l")
    reply = Reply(card, Place.PUBLIC, picture=Picture("stats.png", PNG, "bars"))
    async with SlackServer() as server:
        client = AsyncWebClient(token=BOT_TOKEN, base_url=server.api_url)
        origin = Origin(Channel("slack", "T1", CHANNEL), Person("U1"))
        assert await delivery.post(client, origin, None, reply) is None
        (upload,) = server.state.uploads.values()
        assert (upload.content, upload.alt, upload.is_shared) == (PNG, "bars", True)


async def test_a_file_of_another_length_than_was_said_is_refused() -> None:
    async with SlackServer() as server, ClientSession() as session:
        client = AsyncWebClient(token=BOT_TOKEN, base_url=server.api_url)
        told = await client.files_getUploadURLExternal(filename="stats.png", length=3)
        async with session.post(str(told["upload_url"]), data=PNG) as answer:
            assert answer.status == 400
        with pytest.raises(SlackApiError, match="file_not_found"):
            await client.files_completeUploadExternal(files=[{"id": told["file_id"]}], channel_id=CHANNEL)
