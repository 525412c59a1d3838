"""What ``stats`` says, to whom, and what it says when there is nothing to say."""

import sys
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import insert
from sqlalchemy import text as sql
from structlog.testing import capture_logs

from teapot.asked import Asked
from teapot.bot import Teapot
from teapot.card import Card, Place, Reply
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, Command, Origin
from teapot.entries import LANGUAGES, Language
from teapot.lookup import Index
from teapot.press import Press, Verb, parse
from teapot.replies import open_replies
from teapot.tables import tally
from teapot.tallies import DAY_SECONDS, open_tallies
from teapot.team import Team
from teapot.verbs import ShowStats, of_press
from tests.teams import ANN, BOSS, HERE, NOW, TALK, THERE, asked_by, card_of, reply_to, teapot_of, typed, words_of

TODAY = int(NOW // DAY_SECONDS)
ANN_HERE, BOSS_HERE = Origin(HERE, ANN), Origin(HERE, BOSS)


async def keep(asked: Asked, *counts: tuple[str, str, int, int], channel: Channel = HERE) -> None:
    """Counts as code, kind, how many days ago, how often."""
    here = {"platform": channel.platform, "workspace": channel.workspace, "channel": channel.id}
    rows = [
        {**here, "code": code, "kind": kind, "day": TODAY - ago, "count": count} for code, kind, ago, count in counts
    ]
    async with asked.team.engine.begin() as connection:
        await connection.execute(insert(tally), rows)


def table_of(shown: Card) -> list[list[str]]:
    (block,) = shown.blocks
    return [line.split() for line in block.text.split("\n")]


@pytest.fixture
async def teapot(index: Index, team: Team) -> AsyncIterator[Teapot]:
    async with open_replies(team.engine) as replies, open_tallies(team.engine, lambda: NOW) as tallies:
        yield teapot_of(index, team, replies, tallies, clock=lambda: NOW)


async def test_the_card_tells_sums_and_their_trends(asked: Asked) -> None:
    await keep(asked, ("503", "heard", 0, 3), ("503", "asked", 2, 1), ("502", "heard", 8, 2))
    shown = await typed(asked, "stats")
    assert shown.title == "Codes in this channel, last 7 days"
    assert shown.lead == "Heard 3 (+50%), asked for 1 (new)"
    assert shown.plain == f"{shown.title}. {shown.lead}"


async def test_the_table_has_a_line_for_each_code(asked: Asked) -> None:
    await keep(asked, ("503", "heard", 0, 3), ("404", "asked", 0, 5), ("404", "asked", 9, 10))
    shown = await typed(asked, "stats")
    assert table_of(shown) == [
        ["code", "heard", "asked", "trend"],
        ["404", "0", "5", "-50%"],
        ["503", "3", "0", "new"],
    ]


async def test_the_columns_of_the_table_stand_under_each_other(asked: Asked) -> None:
    await keep(asked, ("503", "heard", 0, 12345), ("404.13", "asked", 0, 5))
    (block,) = (await typed(asked, "stats")).blocks
    assert len({len(line) for line in block.text.split("\n")}) == 1


async def test_a_long_table_is_cut_and_the_rest_summed(asked: Asked) -> None:
    await keep(asked, *((str(400 + code), "heard", 0, 100 - code) for code in range(20)))
    lines = table_of(await typed(asked, "stats"))
    assert len(lines) == 17
    assert lines[-1] == ["5", "more", str(sum(100 - code for code in range(15, 20))), "0", "new"]


async def test_only_this_channels_counts_are_told(asked: Asked) -> None:
    await keep(asked, ("503", "heard", 0, 3))
    await keep(asked, ("502", "heard", 0, 9), channel=THERE)
    assert [line[0] for line in table_of(await typed(asked, "stats"))] == ["code", "503"]


async def test_a_private_talk_has_its_own(asked: Asked) -> None:
    await keep(asked, ("503", "asked", 0, 3), channel=TALK)
    assert "asked for 3" in (await typed(asked, "stats", channel=TALK)).lead


async def test_what_was_counted_a_moment_ago_is_told(asked: Asked) -> None:
    asked.tallies.ask(HERE, ("503",))
    assert "asked for 1" in (await typed(asked, "stats")).lead


async def test_nothing_counted_is_told_privately_with_what_is_counted(asked: Asked) -> None:
    reply = await reply_to(asked, "stats")
    assert (reply.place, reply.picture) == (Place.PRIVATE, None)
    assert card_of(reply).title == "Nothing counted here in the last 7 days"
    assert "`/http`" in card_of(reply).lead


async def test_a_quiet_week_after_a_loud_one_is_told(asked: Asked) -> None:
    await keep(asked, ("503", "heard", 9, 4))
    reply = await reply_to(asked, "stats")
    assert (card_of(reply).lead, card_of(reply).blocks) == ("Heard 0 (-100%), asked for 0 (0%)", ())
    assert reply.picture is None


async def test_what_is_no_longer_kept_is_not_compared(asked: Asked) -> None:
    await keep(asked, ("503", "heard", 0, 3), ("503", "heard", 50, 3))
    shown = await typed(asked, "stats 46")
    assert (shown.lead, table_of(shown)[0]) == ("Heard 3, asked for 0", ["code", "heard", "asked"])
    assert "counts are kept for 90 days" in shown.footer


async def test_a_longer_retention_lets_more_be_compared(asked: Asked) -> None:
    await typed(asked, "settings retention 365")
    await keep(asked, ("503", "heard", 0, 3), ("503", "heard", 50, 3))
    assert (await typed(asked, "stats 46")).lead == "Heard 3 (0%), asked for 0 (0%)"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_picture_says_in_words_what_it_shows(
    team: Team, known: Catalogue, language: Language, asked: Asked
) -> None:
    await keep(asked, ("503", "heard", 0, 3), ("404", "asked", 2, 5))
    picture = (await reply_to(asked_by(team, known, language=language), "stats")).picture
    assert picture is not None
    assert picture.png.startswith(b"\x89PNG")
    words = {
        "en": ("404: 5 · 503: 3", "Most on"),
        "zh-Hans": ("503：3 次", "最多的是"),
        "zh-Hant": ("404：5 次", "長條圖"),
    }
    assert all(said in picture.alt for said in words[language])
    assert "2030-03-" in picture.alt


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("stats", 7),
        ("Stats 30", 30),
        ("stats 30d", 30),
        ("stats 1 day", 1),
        ("stats 365 days", 365),
        ("统计", 7),
        ("統計 14 天", 14),
        ("stats 30 private", 30),
        ("stats zh-TW --private", 7),
    ],
)
async def test_days_are_read(asked: Asked, words: str, days: int) -> None:
    await keep(asked, ("503", "heard", days - 1, 1), ("502", "heard", days, 1))
    assert [line[0] for line in table_of(await typed(asked, words))][1:] == ["503"]


@pytest.mark.parametrize(
    "words", ["stats 0", "stats 366", "stats -3", "stats 1e3", "stats week", "stats 7 503", "stats 99999", "stats 2w"]
)
async def test_other_days_are_refused_with_what_was_expected(asked: Asked, words: str) -> None:
    reply = await reply_to(asked, words)
    assert reply.place is Place.PRIVATE
    assert "from 1 to 365" in card_of(reply).lead


async def test_a_database_that_is_away_is_told(asked: Asked) -> None:
    asked.tallies.ask(HERE, ("503",))
    async with asked.team.engine.begin() as connection:
        await connection.execute(sql("ALTER TABLE tally RENAME TO away"))
    reply = await reply_to(asked, "stats")
    assert (reply.place, card_of(reply).title) == (Place.PRIVATE, "The counts cannot be read right now")


async def test_anybody_may_see_them(teapot: Teapot) -> None:
    await teapot.answer(Command(ANN_HERE, "503"))
    reply = await teapot.answer(Command(ANN_HERE, "stats"))
    assert (reply.place, card_of(reply).buttons) == (Place.PUBLIC, ())


@pytest.mark.parametrize(
    ("choice", "command", "place"),
    [
        ("settings commands public", Command(ANN_HERE, "stats"), Place.PUBLIC),
        ("settings commands public", Command(ANN_HERE, "stats private"), Place.PRIVATE),
        ("settings commands public", Command(ANN_HERE, "stats", private=True), Place.PRIVATE),
        ("settings commands private", Command(ANN_HERE, "stats"), Place.PRIVATE),
        ("settings commands private", Command(ANN_HERE, "stats 30 public"), Place.PUBLIC),
        ("settings commands private", Command(ANN_HERE, "stats", private=False), Place.PUBLIC),
    ],
)
async def test_who_reads_them_is_decided_as_for_a_query(
    teapot: Teapot, choice: str, command: Command, place: Place
) -> None:
    await teapot.answer(Command(BOSS_HERE, choice))
    await teapot.answer(Command(ANN_HERE, "503"))
    assert (await teapot.answer(command)).place is place


async def test_private_ones_can_be_shared(teapot: Teapot) -> None:
    await teapot.answer(Command(ANN_HERE, "503"))
    reply = await teapot.answer(Command(ANN_HERE, "stats 30 private"))
    (share,) = card_of(reply).buttons
    shared = await teapot.press(share.press, ANN_HERE, on_private_card=True)
    assert (share.label, shared.place) == ("Share to channel", Place.PUBLIC)
    assert "last 30 days" in card_of(shared).title
    assert instead_of(reply) != "" == instead_of(shared)


async def test_what_cannot_be_shared_any_more_is_told_on_the_card(teapot: Teapot) -> None:
    pressed = await teapot.press(Press(Verb.STATS, "7", "en"), ANN_HERE, on_private_card=True)
    assert pressed.place is Place.REPLACE


@pytest.mark.parametrize(
    ("command", "language"),
    [
        (Command(ANN_HERE, "stats"), "en"),
        (Command(ANN_HERE, "統計"), "zh-Hant"),
        (Command(ANN_HERE, "stats 30 zh-CN"), "zh-Hans"),
    ],
)
async def test_the_language_is_chosen_as_for_a_query(teapot: Teapot, command: Command, language: Language) -> None:
    await teapot.answer(Command(ANN_HERE, "503"))
    assert card_of(await teapot.answer(command)).language == language


def test_the_button_survives_its_token() -> None:
    pressed = parse(Press(Verb.STATS, "365", "zh-Hant").token())
    assert pressed is not None
    assert of_press(pressed) == ShowStats(365)


@pytest.mark.parametrize(("key", "days"), [("0", 1), ("999", 365), ("503~504", 7), ("", 7)])
def test_a_button_that_nobody_made_stays_within_the_bounds(key: str, days: int) -> None:
    assert of_press(Press(Verb.STATS, key, "en")) == ShowStats(days)


def test_help_tells_of_them(teapot_help: str) -> None:
    assert "`/http stats 30`" in teapot_help


@pytest.fixture
async def teapot_help(teapot: Teapot) -> str:
    return words_of(card_of(await teapot.answer(Command(ANN_HERE, "help"))))


def instead_of(reply: Reply) -> str:
    assert reply.picture is not None
    return reply.picture.instead


async def test_without_the_extra_the_card_comes_without_a_picture(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    await keep(asked, ("503", "heard", 0, 3))
    reply = await reply_to(asked, "stats")
    assert (reply.place, reply.picture) == (Place.PUBLIC, None)
    assert table_of(card_of(reply))[1] == ["503", "3", "0", "new"]


async def test_a_picture_that_cannot_be_drawn_is_told_to_the_operator_once_and_left_out(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    await keep(asked, ("503", "heard", 0, 3))
    with capture_logs() as lines:
        reply = await reply_to(asked, "stats")
    assert (card_of(reply).lead, reply.picture) == ("Heard 3 (new), asked for 0 (0%)", None)
    assert ["MPLCONFIGDIR" in line["remedy"] for line in lines] == [True]
