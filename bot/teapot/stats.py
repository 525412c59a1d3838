"""``/http stats``: what was counted in this channel, as a card with a table and a picture."""

import asyncio
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

import structlog
from sqlalchemy import select

from teapot import chart
from teapot.asked import Asked
from teapot.card import Block, Button, Card, Picture, Place, Reply
from teapot.period import Line, Period, Tallied, busiest, period_of, trend
from teapot.press import Press, Verb
from teapot.tables import tally
from teapot.tallies import DAY_SECONDS

USUAL_DAYS, MAX_DAYS = 7, 365
TABLE_LINES = 15
PICTURE = "stats.png"
log = structlog.get_logger()


async def show(asked: Asked, days: int, *, is_private: bool) -> Reply:
    """The counts of the channel where it is asked, over so many days with today as the last.

    Private where that is wished, and where nothing was counted: then there is nothing for others to read. Raises
    StoreError when the database is away.
    """
    last, kept = int(asked.now // DAY_SECONDS), int((await asked.view()).setting("retention").value)
    period = await _read(asked, days, last)
    if not period.lines and not period.before.count:
        return asked.notice("stats-empty", days=_days(asked, days))
    card = _card(asked, period, kept)
    picture = await _picture(asked, period)
    if not is_private:
        return Reply(card, Place.PUBLIC, picture=picture)
    share = Button(asked.say("button-share"), Press(Verb.STATS, str(days), asked.language))
    if picture is not None:
        picture = replace(picture, instead=asked.say("stats-picture-instead"))
    return Reply(replace(card, buttons=(share,)), Place.PRIVATE, picture=picture)


async def _read(asked: Asked, days: int, last: int) -> Period:
    channel = asked.channel
    query = select(tally.c.day, tally.c.code, tally.c.kind, tally.c["count"]).where(
        tally.c.platform == channel.platform,
        tally.c.workspace == channel.workspace,
        tally.c.channel == channel.id,
        tally.c.day > last - 2 * days,
    )
    async with asked.tallies.unwritten(channel) as counted, asked.team.reading() as connection:
        rows = [*counted, *await connection.execute(query)]
    return period_of((Tallied(*row) for row in rows), days, last)


def _card(asked: Asked, period: Period, kept: int) -> Card:
    """Without trends where the days before are not all kept any more."""
    is_compared = 2 * period.days <= kept
    before = _days(asked, period.days)
    footer = asked.say("stats-days", first=period.first_day, last=period.last_day)
    if not is_compared:
        footer = f"{footer} · {asked.say('stats-kept', days=_days(asked, kept))}"
    title, lead = asked.say("stats-title", days=before), _totals(asked, period, is_compared=is_compared)
    label = asked.say("stats-table-trend", days=before) if is_compared else asked.say("stats-table")
    made = asked.card(title, lead).card
    assert made is not None
    table = (Block(label, _table(asked, period, is_compared=is_compared), syntax=""),) if period.lines else ()
    return replace(made, blocks=table, footer=footer)


def _days(asked: Asked, number: int) -> str:
    return asked.say("unit-day" if number == 1 else "unit-days", number=number)


def _totals(asked: Asked, period: Period, *, is_compared: bool) -> str:
    whole, before = period.whole, period.before
    if not is_compared:
        return asked.say("stats-totals", heard=whole.heard, asked=whole.asked)
    trends = {
        "heard_trend": _trend(asked, whole.heard, before.heard),
        "asked_trend": _trend(asked, whole.asked, before.asked),
    }
    return asked.say("stats-totals-trend", heard=whole.heard, asked=whole.asked, **trends)


def _table(asked: Asked, period: Period, *, is_compared: bool) -> str:
    """A line for each code, the busiest first; the columns stand under each other in a fixed-width font."""
    shown, rest, others = busiest(period, TABLE_LINES)
    lines = list(shown)
    if rest is not None:
        lines.append(replace(rest, code=asked.say("stats-others", count=others)))
    names = ("stats-code", "stats-heard", "stats-asked", "stats-trend")
    rows = [tuple(map(asked.say, names)), *(_row(asked, line) for line in lines)]
    return _aligned([row if is_compared else row[:-1] for row in rows])


def _row(asked: Asked, line: Line) -> tuple[str, ...]:
    return line.code, str(line.heard), str(line.asked), _trend(asked, line.count, line.before)


def _trend(asked: Asked, now: int, before: int) -> str:
    return trend(now, before) or asked.say("stats-new")


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """The first column to the left, the others to the right; Han characters count as two."""
    widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Iterable[str], widths: Sequence[int]) -> str:
    blanks = [" " * (width - _columns(cell)) for cell, width in zip(row, widths, strict=True)]
    cells = [
        f"{cell}{blank}" if at == 0 else f"{blank}{cell}"
        for at, (cell, blank) in enumerate(zip(row, blanks, strict=True))
    ]
    return "  ".join(cells)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


async def _picture(asked: Asked, period: Period) -> Picture | None:
    """Drawn beside the event loop, one at a time; None without the extra or without anything to draw."""
    if not (chart.is_available() and period.lines):
        return None
    async with asked.tallies.drawing:
        try:
            png = await asyncio.to_thread(chart.draw, period)
        except (ImportError, OSError) as error:
            remedy = "set MPLCONFIGDIR to a folder that can be written, or install teapot-bot[stats] anew"
            log.warning("the picture of the counts is not drawn", reason=type(error).__name__, remedy=remedy)
            return None
    return Picture(PICTURE, png, _in_words(asked, period))


def _in_words(asked: Asked, period: Period) -> str:
    """What the picture shows."""
    named, rest, others = busiest(period, len(chart.BARS))
    parts = [asked.say("stats-alt-code", code=line.code, count=line.count) for line in named]
    if rest is not None:
        parts.append(asked.say("stats-alt-code", code=asked.say("stats-others", count=others), count=rest.count))
    per_day = period.per_day()
    most = max(per_day)
    day = period.first_day.fromordinal(period.first_day.toordinal() + per_day.index(most))
    named_codes = " · ".join(parts)
    return asked.say("stats-alt", first=period.first_day, last=period.last_day, codes=named_codes, day=day, most=most)
