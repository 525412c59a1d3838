"""The times of a pasted log, as the log wrote them."""

import pytest

from teapot import log_times
from teapot.log_times import span, times_of, told_together
from teapot.mentions import find_mentions

NGINX = '10.0.0.1 - - [28/Nov/2026:10:0{}:01 +0000] "GET /a HTTP/1.1" 502 12'
HEROKU = "2026-11-28T10:0{}:00.5Z app status=503"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "\n".join(NGINX.format(minute) for minute in (1, 2, 4)),
            ("28/Nov/2026:10:01:01 +0000", "28/Nov/2026:10:04:01 +0000"),
        ),
        (
            "look:\n" + "\n".join(HEROKU.format(minute) for minute in (1, 5)),
            ("2026-11-28T10:01:00.5Z", "2026-11-28T10:05:00.5Z"),
        ),
        (
            "all of these said HTTP 502:\n"
            + "\n".join(NGINX.format(minute) for minute in (1, 4))
            + "\nand HTTP 502 on",
            ("28/Nov/2026:10:01:01 +0000", "28/Nov/2026:10:04:01 +0000"),
        ),
        ("Nov 28 09:00:00 a HTTP 500\nNov 28 09:00:07 a HTTP 500", ("Nov 28 09:00:00", "Nov 28 09:00:07")),
    ],
)
def test_a_log_has_a_first_and_a_last_time(text: str, times: tuple[str, str]) -> None:
    assert span(text, find_mentions(text)) == times


@pytest.mark.parametrize(
    "text",
    [
        "the api says HTTP 502",
        "HTTP 502\nHTTP 503\nHTTP 504",
        NGINX.format(1),
        "2026-11-28T10:00:00Z HTTP 500 and then HTTP 502",
        "2026-11-28T10:00:00Z HTTP 500\nno time here: HTTP 502",
        "",
    ],
)
def test_what_is_no_log_has_none(text: str) -> None:
    assert span(text, find_mentions(text)) is None


def test_a_line_is_read_once_however_many_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    line_of = log_times._line

    def counted(text: str, at: int) -> tuple[int, int]:
        read.append(at)
        return line_of(text, at)

    monkeypatch.setattr(log_times, "_line", counted)
    text = "HTTP 502 and HTTP 503 and HTTP 504\n2026-11-28T10:00:00Z HTTP 500, HTTP 502"
    assert list(times_of(text, find_mentions(text))) == ["2026-11-28T10:00:00Z"]
    assert len(read) == 2


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (
            "28/Nov/2026:10:00:00 +0000",
            "28/Nov/2026:14:33:19 +0000",
            "28/Nov/2026:10:00:00 to 14:33:19 +0000",
        ),
        ("2026-11-28T10:00:00.5Z", "2026-11-28T14:33:19.25Z", "2026-11-28T10:00:00.5 to 14:33:19.25Z"),
        ("2026-11-28 23:59:59", "2026-11-29 00:00:01", "2026-11-28 23:59:59 to 2026-11-29 00:00:01"),
        ("2026-11-28T10:00:00Z", "2026-11-28T11:00:00+01:00", "2026-11-28T10:00:00Z to 11:00:00+01:00"),
        ("Nov 28 10:00:00", "Nov 28 10:00:01", "Nov 28 10:00:00 to 10:00:01"),
        ("2026-11-28T10:00:00Z", "2026-11-28T10:00:00Z", "2026-11-28T10:00:00Z"),
    ],
)
def test_what_two_times_share_is_told_once(first: str, last: str, told: str) -> None:
    assert told_together(first, last) == told
