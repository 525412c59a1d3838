"""The real adapter, slack-bolt and slack-sdk against Slack on loopback, as people see it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.loopback.slack_payloads import ANN, BOT_USER, OTHER_BOT, OWNER, STRANGER
from tests.loopback.slack_server import SlackServer
from tests.loopback.slack_teapot import connected, core, workspace
from tests.loopback.slack_workspace import Workspace, buttons_of, text_of, title_of

NAMED = f"<@{BOT_USER}>"


@pytest.fixture
async def people(tmp_path: Path) -> AsyncIterator[Workspace]:
    async with workspace(tmp_path) as (found, _):
        yield found
        assert found.server.state.refused == []


async def test_what_slack_escaped_in_a_command_is_read_as_it_was_typed(people: Workspace) -> None:
    hook = await people.command("<503> & co")
    assert title_of(hook.answers[0].body) == "503 Service Unavailable"


async def test_an_answer_says_code_name_and_gist_where_blocks_cannot_be_shown(people: Workspace) -> None:
    hook = await people.command("503")
    assert hook.answers[0].body["text"].startswith("503 Service Unavailable: ")


async def test_an_owner_of_the_workspace_may_remove_anybodys_reply(people: Workspace) -> None:
    people.server.state.owners.add(OWNER)
    await people.say("HTTP 503")
    (post,) = await people.posted(1)
    await people.press(post, "Remove", user=OWNER)
    assert post.is_deleted


async def test_a_channel_may_have_its_replies_beside_the_messages(people: Workspace) -> None:
    people.server.state.owners.add(OWNER)
    await people.command("settings place channel", user=OWNER)
    await people.say("HTTP 503")
    first = await people.say("a thread")
    await people.say("HTTP 504", thread_ts=first)
    assert {post.thread for post in await people.posted(2)} == {None, first}


async def test_who_runs_the_workspace_changes_its_settings_and_nobody_else(people: Workspace) -> None:
    people.server.state.owners.add(OWNER)
    refused = (await people.command("mute 503")).answers[0]
    done = (await people.command("mute 503", user=OWNER)).answers[0]
    await people.say("HTTP 503")
    await people.say("HTTP 504")
    (post,) = await people.posted(1)
    assert title_of(post.body) == "504 Gateway Timeout"
    assert title_of(refused.body) != title_of(done.body)


async def test_a_button_that_changes_something_asks_for_the_right_too(people: Workspace) -> None:
    people.server.state.owners.add(OWNER)
    await people.say("HTTP 503")
    (post,) = await people.posted(1)
    refused = (await people.press(post, "Mute", user=ANN)).answers[0]
    offered = (await people.press(post, "Mute", user=OWNER)).answers[0]
    assert (buttons_of(refused.body), bool(buttons_of(offered.body))) == ((), True)


async def test_naming_the_bot_changes_settings_as_the_command_does(people: Workspace) -> None:
    people.server.state.owners.add(OWNER)
    await people.send(f"{NAMED} mute 503", user=OWNER)
    await people.posted(1)
    await people.say("HTTP 503")
    await people.say("HTTP 504")
    assert title_of((await people.posted(2))[1].body) == "504 Gateway Timeout"


@pytest.mark.parametrize(
    ("named", "more"),
    [
        (OTHER_BOT, {"user": "", "subtype": "bot_message", "bot_id": OTHER_BOT, "text": "HTTP 503"}),
        ("<@U0OTHER>", {"user": "U0OTHER", "bot_id": OTHER_BOT, "text": "HTTP 503"}),
        (OTHER_BOT, {"user": "", "subtype": "bot_message", "bot_id": OTHER_BOT, "attachments": [{"text": "HTTP 503"}]}),
    ],
)
async def test_a_bot_that_the_team_named_is_answered(people: Workspace, named: str, more: Mapping[str, Any]) -> None:
    people.server.state.owners.add(OWNER)
    await people.type_command(f"settings bots {named}", user=OWNER)
    await people.send("", **more)
    (post,) = await people.posted(1)
    assert title_of(post.body) == "503 Service Unavailable"


async def test_who_wrote_something_down_is_named(people: Workspace) -> None:
    people.server.state.owners.add(OWNER)
    await people.command("settings place channel", user=OWNER)
    history = (await people.command("settings history")).answers[0]
    assert f"{OWNER} shown" in text_of(history.body)


async def test_what_opens_in_a_thread_stays_in_it(people: Workspace) -> None:
    ts = await people.say("HTTP 503")
    (post,) = await people.posted(1)
    hook = await people.press(post, "Details")
    assert (hook.answers[0].reader, hook.answers[0].thread) == (ANN, ts)


async def test_a_private_card_changes_in_place(people: Workspace) -> None:
    shown = (await people.command("503 private")).answers[0]
    hook = await people.press(shown, "Details")
    assert hook.answers == [shown]
    assert "Details" not in buttons_of(shown.body)


async def test_a_private_card_can_be_shared(people: Workspace) -> None:
    shown = (await people.command("503 private")).answers[0]
    hook = await people.press(shown, "Share to channel")
    assert (hook.answers[0].reader, title_of(hook.answers[0].body)) == (None, "503 Service Unavailable")


async def test_a_picked_entry_opens_its_card(people: Workspace) -> None:
    shown = (await people.command("503 vs pizza")).answers[0]
    hook = await people.press(shown, "502 Bad Gateway")
    assert title_of(hook.answers[0].body) == "502 Bad Gateway"


async def test_the_shortcut_explains_a_message_privately(people: Workspace) -> None:
    hook = await people.explain({"text": "we get HTTP 404 and HTTP 410", "thread_ts": "1700000000.000100"})
    (post,) = hook.answers
    assert (post.reader, post.thread) == (ANN, "1700000000.000100")
    assert "404 Not Found" in text_of(post.body)


async def test_the_shortcut_reads_what_an_alert_says_in_its_attachments(people: Workspace) -> None:
    section = {"type": "section", "fields": [{"type": "mrkdwn", "text": "status code: 502"}]}
    hook = await people.explain({"text": "", "bot_id": OTHER_BOT, "attachments": [{"blocks": [section]}]})
    assert "502 Bad Gateway" in text_of(hook.answers[0].body)


async def test_the_shortcut_says_when_there_is_nothing_to_explain(people: Workspace) -> None:
    hook = await people.explain({"text": "lunch?"})
    assert hook.answers[0].reader == ANN


async def test_nobody_waits_for_a_locale(people: Workspace) -> None:
    people.server.state.held["users.info"] = asyncio.Event()
    hook = await people.command("502 private")
    assert title_of(hook.answers[0].body) == "502 Bad Gateway"
    people.server.state.held["users.info"].set()


async def test_a_person_is_asked_about_once(people: Workspace) -> None:
    for _ in range(3):
        await people.command("help")
        await people.server.state.until(lambda: people.server.state.calls["users.info"], "a question")
    assert people.server.state.calls["users.info"] == 1


async def ask_about(people: Workspace, user: str, questions: int) -> None:
    """Let somebody type commands until Slack was asked about people that often in all."""
    for _ in range(20):
        if people.server.state.calls["users.info"] >= questions:
            break
        await people.command("help", user=user)
    assert people.server.state.calls["users.info"] == questions


async def test_only_so_many_people_are_remembered(people: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teapot_slack.people.MAX_PEOPLE", 1)
    for questions, user in enumerate((ANN, STRANGER, ANN), 1):
        await ask_about(people, user, questions)


async def test_a_locale_is_asked_for_again_after_a_while(people: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("teapot_slack.people.KEPT_SECONDS", 0.0)
    await ask_about(people, ANN, 1)
    for _ in range(20):
        await people.command("help", user=ANN)
        if people.server.state.calls["users.info"] > 1:
            return
    raise AssertionError("asked once only")


async def test_all_calls_share_one_http_session(people: Workspace) -> None:
    for number in range(500, 508):
        await people.say(f"HTTP {number}" if number < 506 else "nothing")
        await people.command(str(number))
    assert len(people.server.state.callers) <= 4


async def test_a_restart_forgets_no_answer_and_no_button(tmp_path: Path) -> None:
    async with SlackServer() as server:
        people = Workspace(server)
        async with core(tmp_path) as teapot, connected(teapot, server):
            ts = await people.say("HTTP 503")
            (post,) = await people.posted(1)
        async with core(tmp_path) as teapot, connected(teapot, server):
            await people.redeliver(ts)
            opened = await people.press(post, "Details")
            await people.posted(1)
        assert title_of(opened.answers[0].body) == "503 Service Unavailable"


async def test_a_link_preview_changes_nothing(people: Workspace) -> None:
    ts = await people.say("HTTP 502 at the edge")
    (before,) = await people.posted(1)
    event = people.events[ts][0]["event"]
    await people.change(ts, {**event, "attachments": [{"from_url": "https://example.org", "text": "HTTP 504"}]})
    await people.say("HTTP 503")
    assert before in await people.posted(2)


async def test_an_edit_of_its_own_message_gets_no_reply(people: Workspace) -> None:
    ts = await people.say("hello", user=BOT_USER)
    await people.change(ts, {**people.events[ts][0]["event"], "text": "HTTP 502"})
    await people.say("HTTP 503")
    (post,) = await people.posted(1)
    assert title_of(post.body) == "503 Service Unavailable"


async def test_a_reply_that_is_no_more_is_not_brought_back_by_an_edit(people: Workspace) -> None:
    ts = await people.say("HTTP 502")
    (post,) = await people.posted(1)
    post.is_deleted = True
    await people.edit(ts, "HTTP 504")
    await people.server.state.until(lambda: people.server.state.refused, "the refusal")
    assert people.server.state.refused == ["message_not_found"]
    people.server.state.refused.clear()
    await people.posted(0)


async def test_why_tells_the_asker_alone(people: Workspace) -> None:
    hook = await people.explain({"text": "HTTP 404"}, callback_id="teapot_why")
    assert hook.answers[0].reader == ANN
    assert "None of its codes is of a class that is answered" in text_of(hook.answers[0].body)
