"""What a measurement gives, and how it is printed."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: what it is, and its unit; ``aim`` is the most (or with ``at_least`` the least) that we want."""

    name: str
    value: float
    unit: str
    aim: float | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """How one number grows with a size; ``points`` are pairs of size and value, the smallest size first.

    ``aim`` is the most that the last value may be of the first one.
    """

    name: str
    unit: str
    points: tuple[tuple[int, float], ...]
    aim: float | None = None


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def lines(title: str, figures: Iterable[Figure | Curve]) -> Iterable[str]:
    """The figures as a table; an aim that is missed is marked. A curve is told with ratios to its first value."""
    yield f"\n{title}"
    for figure in figures:
        if isinstance(figure, Curve):
            yield from _curve(figure)
            continue
        verdict = ""
        if figure.aim is not None:
            is_met = figure.value >= figure.aim if figure.at_least else figure.value <= figure.aim
            verdict = f"  ({'aim' if is_met else 'MISSED: aim'} {'>=' if figure.at_least else '<='} {figure.aim:g})"
        yield f"  {figure.name:<58} {figure.value:>12,.3f} {figure.unit}{verdict}"


def _curve(curve: Curve) -> Iterable[str]:
    last = _ratio(curve.points[-1][1], curve.points[0][1])
    verdict = ""
    if curve.aim is not None:
        verdict = f"  ({'aim' if last <= curve.aim else 'MISSED: aim'} <= x{curve.aim:g})"
    yield f"  {curve.name}{f' [{curve.unit}]' if curve.unit else ''}{verdict}"
    for size, value in curve.points:
        yield f"    at {size:>9,} {value:>12,.3f}  x{_ratio(value, curve.points[0][1]):,.2f}"


def _ratio(value: float, first: float) -> float:
    """Nothing is once nothing."""
    return value / first if first else float("inf") if value else 1.0
