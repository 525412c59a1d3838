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


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def lines(title: str, figures: Iterable[Figure]) -> Iterable[str]:
    """The figures as a table; an aim that is missed is marked."""
    yield f"\n{title}"
    for figure in figures:
        verdict = ""
        if figure.aim is not None:
            is_met = figure.value >= figure.aim if figure.at_least else figure.value <= figure.aim
            verdict = f"  ({'aim' if is_met else 'MISSED: aim'} {'>=' if figure.at_least else '<='} {figure.aim:g})"
        yield f"  {figure.name:<58} {figure.value:>12,.3f} {figure.unit}{verdict}"
