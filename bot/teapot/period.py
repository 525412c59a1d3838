"""What was counted in a channel over some days, set against as many days before them. Plain sums, no database."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from teapot.tallies import DAY_SECONDS, HEARD

FAR = 10
"""From this factor on a trend is told as a factor."""


@dataclass(frozen=True, slots=True)
class Tallied:
    """A count as it is kept; ``day`` counts days since 1970-01-01 in UTC."""

    day: int
    code: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """One code: how often it was heard and asked for, and both together in the days before."""

    code: str
    heard: int
    asked: int
    before: int

    @property
    def count(self) -> int:
        """Heard and asked for together."""
        return self.heard + self.asked


@dataclass(frozen=True, slots=True)
class Period:
    """``days`` days, the last of them the day ``last``. ``lines`` has the codes that were counted, the busiest first.

    ``before`` is the sum over all codes of the days before; ``daily`` holds for each line its count on each day.
    """

    days: int
    last: int
    lines: tuple[Line, ...]
    before: Line
    daily: tuple[tuple[int, ...], ...]

    @property
    def whole(self) -> Line:
        """The sum over all codes."""
        heard, asked = sum(line.heard for line in self.lines), sum(line.asked for line in self.lines)
        return Line("", heard, asked, self.before.count)

    @property
    def first_day(self) -> date:
        """The first of the days."""
        return day_of(self.last - self.days + 1)

    @property
    def last_day(self) -> date:
        """The last of the days."""
        return day_of(self.last)

    def per_day(self) -> tuple[int, ...]:
        """The count of all codes on each day."""
        return tuple(map(sum, zip(*self.daily, strict=True))) or (0,) * self.days


def period_of(counts: Iterable[Tallied], days: int, last: int) -> Period:
    """Sum up counts; those of a vendor's reading ("499@nginx") belong to its number."""
    now: dict[str, Counter[int]] = {}
    heard: Counter[str] = Counter()
    before: Counter[str] = Counter()
    heard_before = 0
    for one in counts:
        code, age = one.code.partition("@")[0], last - one.day
        if 0 <= age < days:
            now.setdefault(code, Counter())[days - 1 - age] += one.count
            heard[code] += one.count if one.kind == HEARD else 0
        elif days <= age < 2 * days:
            before[code] += one.count
            heard_before += one.count if one.kind == HEARD else 0
    found = (Line(code, heard[code], daily.total() - heard[code], before[code]) for code, daily in now.items())
    lines = tuple(sorted(found, key=lambda line: (-line.count, line.code)))
    daily = tuple(tuple(now[line.code][day] for day in range(days)) for line in lines)
    return Period(days, last, lines, Line("", heard_before, before.total() - heard_before, 0), daily)


def trend(now: int, before: int) -> str:
    """How a count changed: "+50%", "-20%", "0%", "x12" from tenfold on; empty where there was nothing before."""
    if now == before:
        return "0%"
    if before == 0:
        return ""
    if now >= FAR * before:
        return f"x{now / before:.0f}"
    change = round(100 * (now - before) / before)
    return f"{max(change, -99) if now else -100:+d}%" if change else "0%"


def day_of(number: int) -> date:
    """The date of a day that is counted from 1970-01-01."""
    return datetime.fromtimestamp(number * DAY_SECONDS, UTC).date()


def busiest(period: Period, most: int) -> tuple[Sequence[Line], Line | None, int]:
    """The busiest lines, the sum of the others if there are more, and how many these are."""
    rest = period.lines[most:]
    if not rest:
        return period.lines, None, 0
    heard, asked, before = (sum(getattr(line, name) for line in rest) for name in ("heard", "asked", "before"))
    return period.lines[:most], Line("", heard, asked, before), len(rest)
