"""The straight line from a command, a message or a press to a reply."""

import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from teapot.bot import Teapot
from teapot.card import Card, Place, Reply
from teapot.conversation import Channel, Command, IncomingMessage, Origin, Person
from teapot.decision import Reason
from teapot.lookup import Index
from teapot.press import Press, Verb
from tests.teams import count_statements, open_teapot

CHANNEL = Channel("slack", "T1", "C1")
ANN = Origin(CHANNEL, Person("ann", locale="en-US"))
YAWEN = Origin(CHANNEL, Person("yawen", locale="zh-TW"))
BOSS = Origin(CHANNEL, Person("boss", manages=True))


@pytest.fixture
async def teapot(index: Index, tmp_path: Path) -> AsyncIterator[Teapot]:
    async with open_teapot(f"sqlite:///{tmp_path / 'teapot.sqlite3'}", index) as opened:
        yield opened


def shown(reply: Reply | None) -> Card:
    assert reply is not None
    assert reply.card is not None
    return reply.card


def message(text: str, *, name: str = "m1", origin: Origin = ANN, age: float = 0) -> IncomingMessage:
    return IncomingMessage(origin, name, text, time.time() - age)


async def test_a_code_is_answered_for_all(teapot: Teapot) -> None:
    reply = await teapot.answer(Command(ANN, "503"))
    assert (reply.place, shown(reply).title) == (Place.PUBLIC, "503 Service Unavailable")


@pytest.mark.parametrize("query", ["792", "pizza", "🍕", "x" * 4000, "\u202e503\x00", "\ud800"])
async def test_nonsense_is_answered_privately(teapot: Teapot, query: str) -> None:
    assert (await teapot.answer(Command(ANN, query))).place is Place.PRIVATE or "503" in query


@pytest.mark.parametrize("query", ["", "  ", "help", "?", "帮助", "說明"])
async def test_no_query_gets_help(teapot: Teapot, query: str) -> None:
    reply = await teapot.answer(Command(ANN, query))
    assert reply.place is Place.PRIVATE
    assert "`/http 503`" in shown(reply).sections[0].lines[0]


async def test_an_unregistered_code_says_what_a_client_makes_of_it(teapot: Teapot) -> None:
    assert "400 Bad Request" in shown(await teapot.answer(Command(ANN, "488"))).lead


@pytest.mark.parametrize("query", ["503 private", "503 --private"])
async def test_privacy_can_be_typed(teapot: Teapot, query: str) -> None:
    reply = await teapot.answer(Command(ANN, query))
    assert reply.place is Place.PRIVATE
    assert shown(reply).buttons[-1].press == Press(Verb.SHARE, "503", "en")


@pytest.mark.parametrize(
    ("command", "language"),
    [
        (Command(ANN, "503"), "en"),
        (Command(YAWEN, "503"), "zh-Hant"),
        (Command(ANN, "503", language="zh-Hans"), "zh-Hans"),
        (Command(ANN, "503 zh-TW"), "zh-Hant"),
        (Command(ANN, "网关超时"), "zh-Hans"),
        (Command(YAWEN, "503", private=True), "zh-Hant"),
        (Command(ANN, "网关超时", private=True), "en"),
        (Command(Origin(CHANNEL, Person("x")), "503"), "en"),
    ],
)
async def test_the_language_of_an_answer(teapot: Teapot, command: Command, language: str) -> None:
    assert shown(await teapot.answer(command)).language == language


async def test_the_operators_language_holds_where_nobody_wished_another(teapot: Teapot) -> None:
    ours = replace(teapot, language="zh-Hans")
    assert shown(await ours.answer(Command(ANN, "503"))).language == "zh-Hans"
    assert shown(await ours.answer(Command(ANN, "503", private=True))).language == "en"


async def test_a_mention_is_answered_in_its_own_script(teapot: Teapot) -> None:
    decision, reply = await teapot.automatic.hear(message("接口报 502 了"))
    assert decision.reason is Reason.MENTIONED
    assert shown(reply).language == "zh-Hans"


async def test_a_message_is_answered_once(teapot: Teapot) -> None:
    _, first = await teapot.automatic.hear(message("HTTP 502"))
    decision, second = await teapot.automatic.hear(message("HTTP 502"))
    assert (first is not None, second, decision.reason) == (True, None, Reason.ALREADY_ANSWERED)


async def test_a_code_answered_lately_stays_quiet(teapot: Teapot) -> None:
    await teapot.automatic.hear(message("HTTP 502", name="m1"))
    decision, _ = await teapot.automatic.hear(message("HTTP 502", name="m2"))
    assert decision.reason is Reason.ANSWERED_RECENTLY


async def test_the_channels_budget_holds(teapot: Teapot) -> None:
    codes = ("500", "501", "502", "503", "504", "505", "506")
    reasons = [(await teapot.automatic.hear(message(f"HTTP {code}", name=code)))[0].reason for code in codes]
    assert reasons == [Reason.MENTIONED] * 6 + [Reason.OVER_BUDGET]


async def test_who_asks_in_a_message_is_answered_while_the_database_is_away(teapot: Teapot) -> None:
    teapot.replies._failing = True
    assert await teapot.automatic.take_asked(message("503"))


async def test_what_was_asked_in_a_message_leaves_the_budget_and_the_cooldown_alone(teapot: Teapot) -> None:
    for number in range(10):
        assert await teapot.automatic.take_asked(message("HTTP 502", name=str(number)))
    assert (await teapot.automatic.hear(message("HTTP 502", name="m1")))[0].reason is Reason.MENTIONED


@pytest.mark.parametrize(
    ("heard", "reason"),
    [
        (message("good morning"), Reason.NOTHING_MENTIONED),
        (message("HTTP 404"), Reason.CLASS_NOT_ANSWERED),
        (message("HTTP 502", age=3600), Reason.TOO_OLD),
        (message("HTTP 502", origin=Origin(CHANNEL, Person("ci", is_bot=True))), Reason.AUTHOR_IS_BOT),
        (message("> HTTP 502"), Reason.NOTHING_MENTIONED),
    ],
)
async def test_silence_has_its_reason(teapot: Teapot, heard: IncomingMessage, reason: Reason) -> None:
    decision, reply = await teapot.automatic.hear(heard)
    assert (decision.reason, reply) == (reason, None)


async def test_a_database_that_is_away_keeps_it_quiet_but_not_dumb(teapot: Teapot) -> None:
    teapot.replies._failing = True
    decision, reply = await teapot.automatic.hear(message("HTTP 502"))
    assert (decision.reason, reply) == (Reason.DATABASE_AWAY, None)
    assert shown(await teapot.answer(Command(ANN, "502"))).title == "502 Bad Gateway"


async def test_explaining_tells_every_class(teapot: Teapot) -> None:
    reply = await teapot.explain("got a 404 and then HTTP 503", ANN)
    assert reply.place is Place.PRIVATE
    assert shown(reply).title == "404 · 503"


async def test_explaining_nothing_says_so(teapot: Teapot) -> None:
    assert "No HTTP status" in shown(await teapot.explain("see you at 5", ANN)).title


@pytest.mark.parametrize(
    ("press", "on_private_card", "place"),
    [
        (Press(Verb.DETAILS, "503", "en"), False, Place.PRIVATE),
        (Press(Verb.DETAILS, "503", "en"), True, Place.REPLACE),
        (Press(Verb.SUMMARY, "503", "zh-Hans"), True, Place.REPLACE),
        (Press(Verb.SHARE, "503", "en"), True, Place.PUBLIC),
        (Press(Verb.SUMMARY, "299", "en"), True, Place.PRIVATE),
    ],
)
async def test_where_a_press_is_answered(teapot: Teapot, press: Press, on_private_card: bool, place: Place) -> None:
    assert (await teapot.press(press, ANN, on_private_card=on_private_card)).place is place


@pytest.mark.parametrize(("origin", "place"), [(ANN, Place.DELETE), (BOSS, Place.DELETE), (YAWEN, Place.PRIVATE)])
async def test_who_may_remove_a_reply(teapot: Teapot, origin: Origin, place: Place) -> None:
    assert (await teapot.press(Press(Verb.REMOVE, "", "en", "ann"), origin, on_private_card=False)).place is place


async def test_nobody_owns_a_reply_without_an_owner(teapot: Teapot) -> None:
    press = Press(Verb.REMOVE, "", "en", "")
    assert (await teapot.press(press, Origin(CHANNEL, Person("")), on_private_card=False)).place is Place.PRIVATE


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (Command(ANN, "503"), Place.PUBLIC),
        (Command(ANN, "stats 30"), Place.PUBLIC),
        (Command(ANN, "503", private=True), Place.PRIVATE),
        (Command(ANN, "stats --private"), Place.PRIVATE),
        (Command(ANN, "stats 9999"), Place.PRIVATE),
        (Command(ANN, "pizza quattro stagioni"), Place.PRIVATE),
        (Command(ANN, "note list"), Place.PRIVATE),
        (Command(ANN, "help"), Place.PRIVATE),
        (Command(ANN, ""), Place.PRIVATE),
    ],
)
async def test_where_an_answer_goes_is_known_without_the_database(
    teapot: Teapot, command: Command, place: Place
) -> None:
    seen = count_statements(teapot.team.engine)
    assert (teapot.place_of(command), seen) == (place, [])
