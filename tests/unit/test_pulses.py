"""When an incident begins, what it counts, and when it is over; on SQLite and on PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from teapot.conversation import Channel
from teapot.pulses import MAX_LATE_SECONDS, Incident, Look, PulseRules, Pulses
from teapot.store import open_store

HERE, THERE = Channel("slack", "T1", "C1"), Channel("slack", "T1", "C2")
NOW = 1_900_000_000.0
RULES = PulseRules()


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    async with open_store(database_url) as opened:
        yield opened


@pytest.fixture
def pulses(engine: AsyncEngine) -> Pulses:
    return Pulses(engine)


async def report(
    pulses: Pulses, person: str, *codes: str, name: str = "", at: float = NOW, channel: Channel = HERE
) -> Incident | None:
    return await pulses.reported(channel, name or f"by-{person}", person, codes or ("503",), "en", at)


async def begin(pulses: Pulses, channel: Channel = HERE) -> None:
    for person in ("ann", "bo", "cy"):
        await report(pulses, person, channel=channel)
    await pulses.posted(channel, "ours")


async def look(pulses: Pulses, at: float = NOW, *, is_wanted: bool = True) -> Look:
    found = await pulses.look(HERE, at, is_wanted=is_wanted)
    assert found is not None
    return found


async def test_the_third_person_begins_an_incident(pulses: Pulses) -> None:
    assert await report(pulses, "ann", "503", at=NOW) is None
    assert await report(pulses, "bo", "502", "503", at=NOW + 10) is None
    assert await report(pulses, "cy", "502", at=NOW + 20) == Incident({"502": 2, "503": 2}, 3, NOW, NOW + 20)


async def test_two_people_who_write_often_begin_none(pulses: Pulses) -> None:
    for number in range(6):
        assert await report(pulses, ("ann", "bo")[number % 2], name=f"m{number}") is None


async def test_reports_older_than_five_minutes_do_not_count(pulses: Pulses) -> None:
    await report(pulses, "ann", at=NOW)
    await report(pulses, "bo", at=NOW + 1)
    assert await report(pulses, "cy", at=NOW + RULES.window_seconds) is None


async def test_reports_in_another_channel_do_not_count(pulses: Pulses) -> None:
    await report(pulses, "ann")
    await report(pulses, "bo")
    assert await report(pulses, "cy", channel=THERE) is None


async def test_a_message_counts_once_however_often_it_is_delivered(pulses: Pulses) -> None:
    await begin(pulses)
    for _ in range(3):
        await report(pulses, "dan", "500", name="again")
    assert (await look(pulses)).incident == Incident({"503": 3, "500": 1}, 4, NOW, NOW)


async def test_further_reports_begin_no_second_incident(pulses: Pulses) -> None:
    await begin(pulses)
    assert [await report(pulses, person, at=NOW + 1) for person in ("dan", "eve", "fay")] == [None] * 3


async def test_many_reports_at_once_begin_one_incident(engine: AsyncEngine) -> None:
    replicas = (Pulses(engine), Pulses(engine))
    begun = await asyncio.gather(*(report(replicas[at % 2], f"p{at}") for at in range(12)))
    assert sum(one is not None for one in begun) == 1


async def test_an_incident_is_under_way_until_nobody_keeps_it(pulses: Pulses) -> None:
    await begin(pulses)
    lasts = RULES.quiet_seconds + MAX_LATE_SECONDS
    assert [await pulses.is_under_way(HERE, NOW + after) for after in (0, lasts, lasts + 1)] == [True, True, False]


async def test_an_incident_that_nobody_keeps_gives_way_to_the_next(pulses: Pulses) -> None:
    await begin(pulses)
    later = NOW + RULES.quiet_seconds + MAX_LATE_SECONDS + 1
    begun = [await report(pulses, person, name=f"later-{person}", at=later) for person in ("ann", "bo", "cy")]
    assert begun == [None, None, Incident({"503": 3}, 3, later, later)]


async def test_an_incident_whose_message_was_not_posted_is_none(pulses: Pulses) -> None:
    for person in ("ann", "bo", "cy"):
        await report(pulses, person)
    await pulses.posted(HERE, None)
    assert not await pulses.is_under_way(HERE, NOW)
    assert await report(pulses, "dan") is not None


async def test_news_is_told_to_one_of_those_who_look(engine: AsyncEngine) -> None:
    one, other = Pulses(engine), Pulses(engine)
    await begin(one)
    assert not (await look(one)).is_news
    await report(other, "dan", at=NOW + 1)
    assert [(await look(each)).is_news for each in (one, other, one)] == [True, False, False]


async def test_it_is_over_after_five_quiet_minutes(pulses: Pulses) -> None:
    await begin(pulses)
    await report(pulses, "ann", name="last", at=NOW + 60)
    over = [(await look(pulses, NOW + 60 + after)).is_over for after in (0, 299, RULES.quiet_seconds)]
    assert over == [False, False, True]


async def test_it_is_over_when_the_channel_wants_it_no_more(pulses: Pulses) -> None:
    await begin(pulses)
    assert (await look(pulses, is_wanted=False)).is_over


async def test_what_is_ended_is_forgotten(pulses: Pulses) -> None:
    await begin(pulses)
    assert await pulses.ended(HERE, (await look(pulses)).incident)
    assert await pulses.look(HERE, NOW, is_wanted=True) is None
    assert await report(pulses, "dan") is None


async def test_a_report_while_its_end_is_told_goes_on_with_it(pulses: Pulses) -> None:
    await begin(pulses)
    over = await look(pulses, NOW + RULES.quiet_seconds)
    await report(pulses, "dan", at=NOW + RULES.quiet_seconds)
    assert not await pulses.ended(HERE, over.incident)
    after = await look(pulses, NOW + RULES.quiet_seconds)
    assert (after.is_over, after.is_news) == (False, True)


async def test_a_message_that_is_taken_back_counts_no_more(pulses: Pulses) -> None:
    await begin(pulses)
    await pulses.corrected(HERE, "by-ann", ())
    found = await look(pulses)
    assert (found.incident, found.is_news) == (Incident({"503": 2}, 2, NOW, NOW), True)


async def test_an_edited_message_counts_for_what_it_names_now(pulses: Pulses) -> None:
    await begin(pulses)
    await pulses.corrected(HERE, "by-ann", ("500",))
    assert (await look(pulses)).incident == Incident({"503": 2, "500": 1}, 3, NOW, NOW)


async def test_a_message_that_is_edited_to_another_code_is_news(pulses: Pulses) -> None:
    await begin(pulses)
    assert not (await look(pulses)).is_news
    await pulses.corrected(HERE, "by-ann", ("500",))
    assert (await look(pulses)).is_news


async def test_another_replica_takes_a_message_back(new_postgres: Callable[[], str]) -> None:
    async with open_store(new_postgres()) as engine:
        await begin(Pulses(engine))
        other = Pulses(engine)
        await other.corrected(HERE, "by-ann", ())
        assert (await look(other)).incident == Incident({"503": 2}, 2, NOW, NOW)


async def test_a_message_that_names_more_codes_than_are_kept_counts_for_those(pulses: Pulses) -> None:
    many = tuple(str(code) for code in range(500, 600))
    for person in ("ann", "bo"):
        await report(pulses, person, *many)
    begun = await report(pulses, "cy", *many)
    assert begun is not None
    assert (begun.counts["500"], begun.people) == (3, 3)


async def test_it_is_over_without_a_trace_when_all_is_taken_back(pulses: Pulses) -> None:
    await begin(pulses)
    for person in ("ann", "bo", "cy"):
        await pulses.corrected(HERE, f"by-{person}", ())
    found = await look(pulses)
    assert (found.incident, found.is_over) == (None, True)


async def test_a_restart_knows_what_was_under_way(engine: AsyncEngine) -> None:
    await begin(Pulses(engine))
    after = Pulses(engine)
    assert await after.under_way("slack") == (HERE,)
    assert await after.under_way("discord") == ()
    assert (await look(after)).handle == "ours"
