"""Sums and trends."""

import pytest

from teapot.period import Line, Tallied, busiest, period_of, trend

TODAY = 20_000


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (3, 2, "+50%"),
        (1, 2, "-50%"),
        (0, 4, "-100%"),
        (1, 1000, "-99%"),
        (5, 5, "0%"),
        (0, 0, "0%"),
        (1001, 1000, "0%"),
        (999, 1000, "0%"),
        (29, 3, "+867%"),
        (30, 3, "x10"),
        (36, 1, "x36"),
        (7, 0, ""),
    ],
)
def test_a_trend_is_told_in_few_signs(now: int, before: int, told: str) -> None:
    assert trend(now, before) == told


def test_today_is_the_last_day_and_the_days_before_are_as_many() -> None:
    counts = [Tallied(TODAY - age, "503", "heard", 1) for age in (-1, 0, 6, 7, 13, 14)]
    period = period_of(counts, 7, TODAY)
    assert period.lines == (Line("503", heard=2, asked=0, before=2),)
    assert period.daily == ((1, 0, 0, 0, 0, 0, 1),)


def test_kinds_are_summed_apart_and_the_busiest_code_comes_first() -> None:
    counts = [
        Tallied(TODAY, "404", "asked", 2),
        Tallied(TODAY, "503", "heard", 3),
        Tallied(TODAY - 1, "503", "asked", 1),
        Tallied(TODAY - 7, "502", "heard", 9),
    ]
    period = period_of(counts, 7, TODAY)
    assert period.lines == (Line("503", 3, 1, 0), Line("404", 0, 2, 0))
    assert (period.whole, period.before) == (Line("", 3, 3, 9), Line("", 9, 0, 0))


def test_a_vendors_reading_is_counted_with_its_number() -> None:
    counts = [Tallied(TODAY, "499@nginx", "asked", 1), Tallied(TODAY, "499", "heard", 1)]
    assert period_of(counts, 1, TODAY).lines == (Line("499", 1, 1, 0),)


def test_the_first_day_is_so_many_days_back() -> None:
    period = period_of([], 30, TODAY)
    assert (period.last_day - period.first_day).days == 29


def test_nothing_counted_is_nothing_on_every_day() -> None:
    assert period_of([], 3, TODAY).per_day() == (0, 0, 0)


def test_what_is_past_the_busiest_is_summed() -> None:
    counts = [Tallied(TODAY - ago, str(500 + code), "heard", code) for code in range(1, 6) for ago in (0, 1)]
    named, rest, others = busiest(period_of(counts, 1, TODAY), 3)
    assert [line.code for line in named] == ["505", "504", "503"]
    assert (rest, others) == (Line("", 3, 0, 3), 2)


def test_few_codes_leave_no_rest() -> None:
    assert busiest(period_of([Tallied(TODAY, "503", "heard", 1)], 1, TODAY), 1)[1:] == (None, 0)
