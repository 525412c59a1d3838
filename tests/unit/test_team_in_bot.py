"""What the team's own knowledge changes in the bot's answers and in its silence."""

import time
from dataclasses import replace

import pytest
from sqlalchemy import text as sql
from structlog.testing import capture_logs

from teapot.bot import Teapot
from teapot.card import Place, Reply
from teapot.conversation import Channel, Command, IncomingMessage, Origin, Person
from teapot.decision import Reason, Rules
from teapot.press import Press, Verb
from teapot.replies import open_replies
from teapot.store import is_shared
from teapot.tables import metadata
from teapot.verbs import SetQuiet
from tests.teams import (
    ANN,
    ANN_HERE,
    BOSS_HERE,
    HERE,
    THERE,
    card_of,
    count_statements,
    message,
    said,
    words_of,
)


async def heard(teapot: Teapot, of: IncomingMessage) -> tuple[IncomingMessage, Reply]:
    _, reply = await teapot.automatic.hear(of)
    assert reply is not None
    return of, reply


async def test_a_message_without_a_status_asks_the_database_nothing(teapot: Teapot) -> None:
    seen = count_statements(teapot.team.engine)
    for text in ("good morning", "listening on port 5032", "> HTTP 503", ""):
        decision, _ = await teapot.automatic.hear(message(text))
        assert decision.reason is Reason.NOTHING_MENTIONED
    assert seen == []


async def test_edits_and_deletions_ask_for_no_incident_where_none_is_wanted(teapot: Teapot) -> None:
    await teapot.automatic.hear(message("HTTP 503"))
    seen = count_statements(teapot.team.engine)
    await teapot.automatic.edited(message("HTTP 502"))
    await teapot.automatic.deleted(HERE, "m1")
    assert [statement for statement in seen if "report" in statement or "pulse" in statement] == []


async def test_a_note_stands_on_the_full_card(teapot: Teapot) -> None:
    await said(teapot, "note set 503 call Ann")
    assert "Your team on 503\ncall Ann\nBo" in await said(teapot, "503", origin=ANN_HERE)


async def test_a_note_stands_on_the_small_card(teapot: Teapot) -> None:
    await said(teapot, "note set 5xx see the dashboard")
    _, reply = await teapot.automatic.hear(message("HTTP 503"))
    assert reply is not None
    assert "see the dashboard" in words_of(card_of(reply))


async def test_a_note_stands_on_explained_and_opened_cards(teapot: Teapot) -> None:
    await said(teapot, "note set 503 call Ann")
    explained = await teapot.explain("HTTP 503", ANN_HERE)
    opened = await teapot.press(Press(Verb.DETAILS, "503", "en"), ANN_HERE, on_private_card=False)
    assert ["call Ann" in words_of(card_of(reply)) for reply in (explained, opened)] == [True, True]


async def test_notes_stand_on_both_sides_of_a_comparison(teapot: Teapot) -> None:
    await said(teapot, "note set 504 call Bo")
    assert "call Bo" in await said(teapot, "502 vs 504")


async def test_an_own_code_wins_over_the_catalogue(teapot: Teapot) -> None:
    await said(teapot, "note define 503 Gone fishing: back at noon")
    assert "503 Gone fishing" in await said(teapot, "503")
    _, reply = await teapot.automatic.hear(message("HTTP 503"))
    assert reply is not None
    assert card_of(reply).title == "503 Gone fishing"


async def test_an_own_code_can_be_shared(teapot: Teapot) -> None:
    await said(teapot, "note define 799 Billing closed: ask finance")
    reply = await teapot.press(Press(Verb.SHARE, "799", "en"), ANN_HERE, on_private_card=True)
    assert (reply.place, card_of(reply).title) == (Place.PUBLIC, "799 Billing closed")


async def test_another_workspace_has_the_catalogues_meaning(teapot: Teapot) -> None:
    await said(teapot, "note define 503 Gone fishing: back at noon")
    other = Origin(Channel("slack", "T2", "C9"), ANN)
    assert "503 Service Unavailable" in await said(teapot, "503", origin=other)


@pytest.mark.parametrize(
    ("change", "text", "reason"),
    [
        ("settings auto-reply off", "HTTP 503", Reason.AUTO_REPLY_OFF),
        ("settings auto-reply off workspace", "HTTP 503", Reason.AUTO_REPLY_OFF),
        ("settings auto-reply errors", "HTTP 404", Reason.MENTIONED),
        ("settings auto-reply all", "HTTP/1.1 200 OK", Reason.MENTIONED),
        ("settings code-blocks off", "look:\n```\nHTTP/1.1 503 Service Unavailable\n```", Reason.NOTHING_MENTIONED),
        ("settings code-blocks off", "HTTP 503 in plain words", Reason.MENTIONED),
        ("settings code-blocks on", "look:\n```\nHTTP/1.1 503 Service Unavailable\n```", Reason.MENTIONED),
        ("mute", "HTTP 503", Reason.CHANNEL_MUTED),
        ("mute 503 1h", "HTTP 503", Reason.CODE_MUTED),
        ("mute 5xx", "HTTP 503", Reason.CODE_MUTED),
        ("mute 502", "HTTP 503", Reason.MENTIONED),
        ("settings bots B1", "HTTP 503", Reason.MENTIONED),
    ],
)
async def test_a_channels_choices_decide(teapot: Teapot, change: str, text: str, reason: Reason) -> None:
    await said(teapot, change)
    decision, _ = await teapot.automatic.hear(message(text))
    assert decision.reason is reason


async def test_a_muted_code_leaves_the_others_answered(teapot: Teapot) -> None:
    await said(teapot, "mute 503")
    decision, _ = await teapot.automatic.hear(message("first HTTP 503, then HTTP 502"))
    assert decision.codes == ("502",)


LOG = "\n".join(f"2026-11-28T10:0{at}:00Z edge HTTP 502" for at in range(4))


@pytest.mark.parametrize(("text", "told"), [(LOG, True), ("\n".join(LOG.split("\n")[:2]), False), ("HTTP 502", False)])
async def test_the_reply_to_a_pasted_log_tells_its_first_and_last_time(teapot: Teapot, text: str, told: bool) -> None:
    _, reply = await teapot.automatic.hear(message(text))
    assert reply is not None
    times = "First 2026-11-28T10:00:00Z, last 2026-11-28T10:03:00Z"
    assert card_of(reply).footer == (times if told else "")
    assert card_of(await teapot.explain(text, ANN_HERE)).footer == (times if told else "")


async def test_why_knows_what_another_replica_answered(teapot: Teapot) -> None:
    """On PostgreSQL any replica may be asked; on SQLite there is but one."""
    async with open_replies(teapot.team.engine) as there:
        await teapot.automatic.hear(message("HTTP 503"))
        other = replace(teapot, replies=there) if is_shared(teapot.team.engine) else teapot
        told = card_of(await other.why(message("HTTP 503"), ANN_HERE))
        assert told.lead == teapot.catalogue.say("why-already-answered", "en")


async def test_what_is_quoted_is_not_told_where_code_is_not_read(teapot: Teapot) -> None:
    await said(teapot, "settings code-blocks off")
    decision, _ = await teapot.automatic.hear(message("> HTTP 502\nno, `HTTP 503`, I get HTTP 504"))
    assert decision.codes == ("504",)


@pytest.mark.parametrize("seconds", [2, 120, 7200])
async def test_a_reply_follows_an_edit_whenever_it_comes_and_whatever_was_answered_meanwhile(
    teapot: Teapot, seconds: int
) -> None:
    teapot = replace(teapot, rules=Rules(replies_per_minute=2))
    await teapot.automatic.posted(*await heard(teapot, message("HTTP 502")), "h1")
    await teapot.automatic.posted(*await heard(teapot, message("HTTP 504 elsewhere", name="m2")), "h2")
    later = replace(teapot, clock=lambda: time.time() + seconds)
    follow = await later.automatic.edited(message("HTTP 504, sorry"))
    assert follow is not None
    assert follow.reply is not None
    assert (follow.handle, follow.reply.codes) == ("h1", ("504",))


async def test_a_reply_stays_when_its_message_is_edited_hours_later_and_keeps_its_code(teapot: Teapot) -> None:
    await teapot.automatic.posted(*await heard(teapot, message("HTTP 502")), "h1")
    later = replace(teapot, clock=lambda: time.time() + 7200)
    assert await later.automatic.edited(message("I get HTTP 502")) is None


async def test_a_reply_that_could_not_be_posted_leaves_its_code_to_the_next(teapot: Teapot) -> None:
    await teapot.automatic.posted(*await heard(teapot, message("HTTP 502")), None)
    decision, _ = await teapot.automatic.hear(message("HTTP 502", name="m2"))
    assert decision.reason is Reason.MENTIONED
    assert await teapot.automatic.edited(message("HTTP 504")) is None


async def test_the_notes_on_all_codes_that_are_told_stand_on_the_small_card(teapot: Teapot) -> None:
    for code in ("502", "503", "504"):
        await said(teapot, f"note set {code} ask crew {code}")
    _, reply = await heard(teapot, message("HTTP 502, HTTP 503 and HTTP 504"))
    words = words_of(card_of(reply))
    assert [f"ask crew {code}" in words for code in ("502", "503", "504")] == [True] * 3


async def test_the_cooldown_is_the_channels(teapot: Teapot) -> None:
    await said(teapot, "settings cooldown 0")
    for name in ("m1", "m2"):
        decision, _ = await teapot.automatic.hear(message("HTTP 503", name=name))
        assert decision.reason is Reason.MENTIONED


async def test_who_opted_out_is_not_answered_but_others_are(teapot: Teapot) -> None:
    await teapot.do(SetQuiet(quiet=True), Origin(THERE, ANN))
    decision, _ = await teapot.automatic.hear(message("HTTP 503"))
    assert decision.reason is Reason.OPTED_OUT
    decision, _ = await teapot.automatic.hear(message("HTTP 503", name="m2", origin=BOSS_HERE))
    assert decision.reason is Reason.MENTIONED
    assert "503 Service Unavailable" in await said(teapot, "503", origin=ANN_HERE)


@pytest.mark.parametrize(("bot", "reason"), [("B1", Reason.MENTIONED), ("B2", Reason.AUTHOR_IS_BOT)])
async def test_only_a_named_bot_is_answered(teapot: Teapot, bot: str, reason: Reason) -> None:
    await said(teapot, "settings bots B1")
    decision, _ = await teapot.automatic.hear(message("HTTP 503", origin=Origin(HERE, Person(bot, is_bot=True))))
    assert decision.reason is reason


async def test_a_named_bot_is_named_for_its_channel_only(teapot: Teapot) -> None:
    await said(teapot, "settings bots B1")
    decision, _ = await teapot.automatic.hear(message("HTTP 503", origin=Origin(THERE, Person("B1", is_bot=True))))
    assert decision.reason is Reason.AUTHOR_IS_BOT


@pytest.mark.parametrize(("choice", "threaded"), [("thread", True), ("channel", False)])
async def test_the_place_of_the_reply_is_the_channels(teapot: Teapot, choice: str, threaded: bool) -> None:
    await said(teapot, f"settings place {choice}")
    _, reply = await teapot.automatic.hear(message("HTTP 503"))
    assert reply is not None
    assert reply.threaded is threaded


async def test_commands_can_be_private_in_a_channel(teapot: Teapot) -> None:
    await said(teapot, "settings commands private")
    places = [(await teapot.answer(Command(ANN_HERE, words))).place for words in ("503", "503 public")]
    assert places == [Place.PRIVATE, Place.PUBLIC]


@pytest.mark.parametrize("words", ["settings", "note list", "me", "mute 503", "note set 299 x", "settings volume 11"])
async def test_a_verb_is_answered_privately(teapot: Teapot, words: str) -> None:
    assert (await teapot.answer(Command(BOSS_HERE, words))).place is Place.PRIVATE


@pytest.mark.parametrize(
    ("words", "understood"), [("503", True), ("mute 503", True), ("note fly", True), ("pizza", False)]
)
async def test_whether_a_query_is_for_us_changes_nothing(teapot: Teapot, words: str, understood: bool) -> None:
    seen = count_statements(teapot.team.engine)
    assert teapot.understands(words) is understood
    assert seen == []


async def test_muting_from_the_card_is_for_those_who_manage(teapot: Teapot) -> None:
    pressed = Press(Verb.MUTE, "503~3600", "en")
    refused = await teapot.press(pressed, ANN_HERE, on_private_card=False)
    done = await teapot.press(pressed, BOSS_HERE, on_private_card=True)
    assert "Only those" in card_of(refused).title
    assert ("is muted until" in card_of(done).title, done.place) == (True, Place.REPLACE)


async def test_a_database_that_is_away_leaves_the_catalogue_and_says_so(teapot: Teapot) -> None:
    async with teapot.team.engine.begin() as connection:
        await connection.execute(sql("ALTER TABLE note RENAME TO away"))
    assert "503 Service Unavailable" in await said(teapot, "503")
    assert "notes are missing" in await said(teapot, "503")
    decision, reply = await teapot.automatic.hear(message("HTTP 503"))
    assert (decision.reason, reply) == (Reason.DATABASE_AWAY, None)


async def test_no_text_of_anybody_is_kept_or_logged(teapot: Teapot) -> None:
    with capture_logs() as logs:
        for name, text in enumerate(("HTTP 503 canaryone", "canarytwo got a 502", "canarythree")):
            await teapot.automatic.hear(message(text, name=str(name)))
            await teapot.explain(text, ANN_HERE)
        await said(teapot, "canaryfour pizza")
        await said(teapot, "note fly canaryfive")
        await said(teapot, "settings auto-reply canarysix")
        await said(teapot, "me canaryseven")
    async with teapot.team.engine.connect() as connection:
        rows = [list(await connection.execute(table.select())) for table in metadata.sorted_tables]
    assert "canary" not in repr(rows)
    assert "canary" not in repr(logs)
