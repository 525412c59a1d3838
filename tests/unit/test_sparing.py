"""A log that stays readable in a storm."""

from dataclasses import dataclass
from typing import Any

import pytest
import structlog

from teapot.sparing import MAX_EVENTS, MOST, WINDOW_SECONDS, Sparing


@dataclass(slots=True)
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sparing(clock: Clock) -> Sparing:
    return Sparing(clock)


def said(sparing: Sparing, event: str, times: int = 1) -> list[Any]:
    """The lines that come through."""
    lines = []
    for _ in range(times):
        try:
            lines.append(sparing(None, "warning", {"event": event}))
        except structlog.DropEvent:
            continue
    return lines


def test_what_is_said_seldom_is_said(sparing: Sparing) -> None:
    assert len(said(sparing, "one", MOST)) == MOST


def test_what_is_said_again_and_again_is_left_out(sparing: Sparing) -> None:
    assert len(said(sparing, "one", 500)) == MOST


def test_another_line_is_said_all_the_same(sparing: Sparing) -> None:
    said(sparing, "one", 500)
    assert said(sparing, "two") == [{"event": "two"}]


def test_later_it_is_said_again_with_how_often_it_was_not(sparing: Sparing, clock: Clock) -> None:
    said(sparing, "one", MOST + 7)
    clock.now += WINDOW_SECONDS
    assert said(sparing, "one", 2) == [{"event": "one", "left_out": 7}, {"event": "one"}]


def test_its_memory_is_bounded(sparing: Sparing) -> None:
    for number in range(MAX_EVENTS + 10):
        said(sparing, str(number))
    assert len(sparing._events) == MAX_EVENTS
