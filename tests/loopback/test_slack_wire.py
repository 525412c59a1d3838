"""What is read out of Slack's payloads, whatever is in them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt.context.async_context import AsyncBoltContext

from teapot.hearing import mentions_in
from teapot.press import Press, Verb
from teapot_slack import wire
from teapot_slack.mrkdwn import MAX_TEXT, read, read_query, unquoted
from tests.loopback.slack_payloads import (
    ANN,
    BOT_ID,
    BOT_USER,
    CHANNEL,
    DIRECT,
    TEAM,
    app_mention,
    escape,
    event_callback,
    message,
    message_changed,
    message_deleted,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
TOKEN = Press(Verb.DETAILS, "503", "en").token()


def context(**more: object) -> AsyncBoltContext:
    return AsyncBoltContext(
        {"team_id": TEAM, "channel_id": CHANNEL, "user_id": ANN, "bot_user_id": BOT_USER, "bot_id": BOT_ID, **more}
    )


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("plain", "plain"),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("&amp;lt;", "&lt;"),
        ("<@U1> 503", "503"),
        ("<@U1|ann> 503", "503"),
        ("see <#C1|general>!", "see  !"),
        ("<!here> <!subteam^S1|@x> up", "up"),
        ("<https://x.example/404|the page>", "https://x.example/404"),
        ("<https://x.example/404>", "https://x.example/404"),
        ("<mailto:a@x.example|a@x.example>", "mailto:a@x.example"),
        ("<>", ""),
        ("<unclosed", "<unclosed"),
    ],
)
def test_entities_are_read_as_people_read_them(sent: str, seen: str) -> None:
    assert read(sent) == seen


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        ("&gt; said before\nsaid now", "said now"),
        ("said now\n&gt; said before", "said now"),
        ("now\n&gt;&gt;&gt; all\nof\nthis", "now\n"),
        ("a &gt; b", "a > b"),
    ],
)
def test_quotes_are_left_out(sent: str, seen: str) -> None:
    assert read(unquoted(sent)) == seen.strip()


@pytest.mark.parametrize(
    ("sent", "seen"),
    [
        (f"<@{BOT_USER}> 503", "503"),
        (f"<@{BOT_USER}|teapot> 503", "503"),
        ("settings bots <@U1|ann> <@U2>", "settings bots <@U1> <@U2>"),
        ("<@U1", "<@U1"),
    ],
)
def test_a_query_keeps_the_people_it_names_but_the_bot(sent: str, seen: str) -> None:
    assert read_query(sent, BOT_USER) == seen


@given(st.text())
def test_what_a_person_types_is_read_back(typed: str) -> None:
    assert read(escape(typed)) == typed.strip()


@given(st.text(alphabet="<>&;|@#!gtla\n `", max_size=200))
def test_any_wire_text_is_read(sent: str) -> None:
    assert len(read(unquoted(sent))) <= len(sent)


def test_an_endless_text_is_cut_before_it_is_read() -> None:
    assert len(read("<" * 10_000_000)) == MAX_TEXT


def test_a_message_is_known_by_its_time_stamp() -> None:
    heard = wire.heard(message("HTTP 503", "1700000000.000100"), context())
    assert heard is not None
    assert (heard.message.id, heard.message.sent_at, heard.thread) == ("1700000000.000100", 1700000000.0001, None)


def test_of_the_two_events_that_name_the_bot_the_mention_counts() -> None:
    event = message(f"<@{BOT_USER}> HTTP 503", "1700000000.000100")
    assert wire.heard(event, context()) is None
    heard = wire.heard(app_mention(event), context())
    assert heard is not None
    assert heard.query == "HTTP 503"


def test_naming_somebody_with_a_longer_id_is_not_naming_the_bot() -> None:
    assert wire.heard(message(f"<@{BOT_USER}2> HTTP 503", "1700000000.000100"), context()) is not None


@pytest.mark.parametrize("more", [{"user": BOT_USER}, {"user": "", "bot_id": BOT_ID}])
def test_what_the_bot_says_itself_is_never_heard(more: dict[str, Any]) -> None:
    assert wire.heard(message("HTTP 503", "1700000000.000100", **more), context()) is None


def test_what_another_bot_says_is_heard_as_a_bots() -> None:
    heard = wire.heard(message("HTTP 503", "1700000000.000100", user="U2", bot_id="B2"), context())
    assert heard is not None
    assert (heard.message.origin.person.id, heard.message.origin.person.is_bot) == ("U2", True)


@pytest.mark.parametrize(("subtype", "is_bot"), [(None, False), ("me_message", False), ("channel_topic", True)])
def test_a_note_about_the_channel_is_nobodys_speech(subtype: str | None, is_bot: bool) -> None:
    kept = {"text": "HTTP 503", "ts": "1700000000.000100", "user": "U1", "subtype": subtype}
    assert wire.message_of(kept, context()).origin.person.is_bot is is_bot


@pytest.mark.parametrize(("found", "workspace"), [({}, TEAM), ({"team_id": None, "enterprise_id": "E1"}, "E1")])
def test_a_grids_own_channels_belong_to_the_grid(found: dict[str, object], workspace: str) -> None:
    assert wire.channel_of(context(**found)).workspace == workspace


@pytest.mark.parametrize(
    ("action", "verb"),
    [
        ({"value": TOKEN}, Verb.DETAILS),
        ({"selected_option": {"value": TOKEN}}, Verb.DETAILS),
        ({"selected_option": None, "value": TOKEN}, Verb.DETAILS),
        ({"value": "tp1:dance:503:en:"}, None),
        ({"value": "another program's"}, None),
        ({"value": None}, None),
        ({"selected_option": {}}, None),
        ({}, None),
    ],
)
def test_a_press_is_the_token_of_the_button_or_the_option(action: dict[str, Any], verb: Verb | None) -> None:
    press = wire.pressed(action)
    assert (press and press.verb) == verb


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ({"text": "HTTP 503"}, "HTTP 503"),
        ({"text": "up", "blocks": [{"text": {"text": "up again"}}]}, "up"),
        ({"text": "", "blocks": [{"text": {"type": "mrkdwn", "text": "HTTP 503"}}]}, "HTTP 503"),
        ({"attachments": [{"title": "Alert", "fields": [{"title": "status", "value": "502"}]}]}, "Alert\nstatus\n502"),
        ({"text": "a &lt; b"}, "a < b"),
        ({}, ""),
    ],
)
def test_the_whole_text_of_a_message_is_read(shown: dict[str, Any], text: str) -> None:
    assert wire.whole_text(shown) == text


@given(JSON, JSON)
def test_any_message_can_be_explained(attachments: object, blocks: object) -> None:
    assert len(wire.whole_text({"attachments": attachments, "blocks": blocks})) <= MAX_TEXT


@given(st.dictionaries(st.sampled_from(["text", "ts", "user", "subtype", "thread_ts", "bot_id"]), JSON))
def test_any_event_is_heard_or_left(more: dict[str, Any]) -> None:
    heard = wire.heard({"type": "message", **more}, context())
    assert heard is None or heard.message.id


def delivered(event: dict[str, Any]) -> dict[str, Any]:
    return event_callback(event, "Ev1")


@pytest.mark.parametrize("more", [{}, {"thread_ts": "0.9"}, {"bot_id": "B1"}, {"subtype": "me_message"}])
def test_a_message_that_names_no_status_is_idle(more: dict[str, Any]) -> None:
    assert wire.named_in(delivered(message("lunch at 12, table 503", "1.1", **more))) == ()


def test_what_the_bot_says_itself_is_idle_whatever_it_says() -> None:
    assert wire.named_in(delivered(message("HTTP 503", "1.1", user=BOT_USER, bot_id=BOT_ID))) == ()


@pytest.mark.parametrize(
    "event",
    [
        message("HTTP 503", "1.1"),
        message("", "1.1", user="", bot_id="B1", attachments=[{"text": "HTTP 503"}]),
        message("hello", "1.1", channel=DIRECT),
        app_mention(message(f"<@{BOT_USER}> hello", "1.1")),
        message_changed(message("HTTP 503", "1.1"), message("never mind", "1.1"), "1.2"),
        message_deleted(message("HTTP 503", "1.1"), "1.2"),
        {"type": "app_uninstalled", "event_ts": "1.1"},
    ],
)
def test_what_may_need_an_answer_is_not_idle(event: dict[str, Any]) -> None:
    assert wire.named_in(delivered(event)) != ()


@pytest.mark.parametrize(
    "event",
    [
        message("> HTTP 500\nHTTP 503, not &gt; 502", "1.1"),
        message("HTTP 503", "1.1", user="U0OTHER", bot_id="B0OTHER", attachments=[{"text": "HTTP 502"}]),
    ],
)
def test_what_a_delivery_names_is_what_its_message_names(event: dict[str, Any]) -> None:
    named = wire.named_in(delivered(event))
    heard = wire.heard(event, context(**{wire.NAMED: named}))
    assert heard is not None
    assert heard.named == named == mentions_in(heard.message)


def test_the_workspace_of_a_shared_channels_message_is_the_apps_own() -> None:
    body = delivered(message("hello", "1.1"))
    assert wire.workspace_of({**body, "team_id": "T0OTHER"}) == TEAM


@given(JSON)
def test_no_delivery_can_break_the_look_whether_it_is_idle(event: object) -> None:
    wire.named_in({"event": event, "authorizations": event})
    wire.named_in({"event": {"type": "message", "user": "U1"}, "authorizations": [event]})
    wire.named_in({"event": {"type": "message", "text": event, "user": event, "bot_id": event, "attachments": event}})
