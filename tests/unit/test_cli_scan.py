"""`teapot scan` on streams, files and a terminal: in a process of its own."""

import gzip
import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.command_line import SECONDS, teapot


def test_of_many_bad_lines_twenty_are_told_and_the_others_counted() -> None:
    told = teapot("scan", "--jsonl", stdin="[]\n" * 1_033).stderr.splitlines()
    assert len([line for line in told if "expected" in line]) == 20
    assert told[-1] == "  - and 1,013 more"


def test_mentions_are_found_in_lines() -> None:
    done = teapot("scan", "--jsonl", stdin='{"id": 7, "text": "报 HTTP 502 了"}\n')
    assert json.loads(done.stdout) == {"id": 7, "mentions": [{"code": "502", "start": 7, "end": 10}]}


def test_codes_in_a_stream_are_counted() -> None:
    done = teapot("scan", stdin="HTTP 502\nHTTP 502\nHTTP 404\n")
    assert "502 Bad Gateway" in done.stdout.splitlines()[0]
    assert "2" in done.stdout.splitlines()[0]


def test_codes_in_json_are_one_document() -> None:
    found = json.loads(teapot("scan", "--json", stdin="HTTP 502\nHTTP 502\nHTTP 404\n").stdout)
    assert [(row["code"], row["count"]) for row in found["codes"]] == [("502", 2), ("404", 1)]


def test_a_hyphen_is_the_stream(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text("HTTP 502\n")
    found = json.loads(teapot("scan", "--json", "a.log", "-", stdin="HTTP 502\n", folder=tmp_path).stdout)
    assert found["codes"][0]["count"] == 2


def test_lines_to_be_searched_may_stand_in_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(json.dumps({"id": name, "text": "HTTP 502"}) + "\n")
    lines = teapot("scan", "--jsonl", "a", "b", folder=tmp_path).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b"]


def test_broken_gzip_in_a_stream_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "teapot", "scan"],
        input=gzip.compress(b"HTTP 502\n" * 999)[:-9],
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )
    assert (done.returncode, b"standard input: cannot be read" in done.stderr) == (2, True)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What was started in the background ignores Ctrl-C, and so would all that it starts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_shows_what_was_counted_until_then() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "teapot", "scan"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdin is not None
        running.stdin.write(b"HTTP 502\n" * 30_000)
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        shown, told = running.communicate(timeout=SECONDS)
    assert (running.returncode, b"502 Bad Gateway" in shown) == (130, True)
    assert told.strip().startswith(b"Interrupted")


def test_on_a_terminal_a_bar_shows_how_far_it_is(tmp_path: Path) -> None:
    name = "[red]x[/blue].log"
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_text("HTTP 502\n" * 20_000)
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "teapot", "scan", name],
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=tmp_path,
        env=os.environ | {"COLUMNS": "80", "TERM": "xterm", "NO_COLOR": "1"},
    ) as running:
        os.close(theirs)
        told = b""
        with suppress(OSError):  # so Linux says that nobody writes any more
            while piece := os.read(ours, 1024):
                told += piece
        os.close(ours)
        shown, _ = running.communicate(timeout=SECONDS)
    assert "━" in told.decode()
    assert name in told.decode()
    assert "\x1b[3" not in told.decode()
    assert b"20,000" in shown


def test_a_missing_file_is_told() -> None:
    done = teapot("scan", "no-such-file.log")
    assert done.returncode == 2
    assert "no-such-file.log" in done.stderr


@pytest.fixture
def broken_one(tmp_path: Path) -> Path:
    """A folder with three logs, the second of which is a folder, and as lines to be searched."""
    for name in ("a", "c"):
        (tmp_path / f"{name}.log").write_text("HTTP 502\n")
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": name, "text": "HTTP 502"}) + "\n")
    for kind in ("log", "jsonl"):
        (tmp_path / f"b.{kind}").mkdir()
    return tmp_path


TOLD = "teapot could not read all of it:\n  - b.{}: cannot be read (Is a directory); name the files in it\n"


def test_of_several_logs_the_whole_ones_are_shown_and_the_broken_one_is_told(broken_one: Path) -> None:
    done = teapot("scan", "a.log", "b.log", "c.log", folder=broken_one)
    assert (done.returncode, done.stderr) == (2, TOLD.format("log"))
    assert done.stdout.startswith("2  █")


def test_of_several_logs_the_whole_ones_are_in_the_document(broken_one: Path) -> None:
    done = teapot("scan", "--json", "a.log", "b.log", "c.log", folder=broken_one)
    assert (done.returncode, done.stderr) == (2, TOLD.format("log"))
    assert [(row["code"], row["count"]) for row in json.loads(done.stdout)["codes"]] == [("502", 2)]


def test_of_several_files_with_lines_the_whole_ones_are_searched(broken_one: Path) -> None:
    done = teapot("scan", "--jsonl", "a.jsonl", "b.jsonl", "c.jsonl", folder=broken_one)
    assert (done.returncode, done.stderr) == (2, TOLD.format("jsonl"))
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "c"]


def test_a_log_without_codes_beside_a_broken_one_is_said_to_have_none(broken_one: Path) -> None:
    (broken_one / "a.log").write_text("all is well\n")
    done = teapot("scan", "a.log", "b.log", folder=broken_one)
    assert (done.returncode, done.stdout) == (2, "No HTTP status codes found.\n")


def test_several_logs_that_are_all_broken_are_told_and_nothing_is_shown(broken_one: Path) -> None:
    done = teapot("scan", "--json", "none.log", "b.log", folder=broken_one)
    assert (done.returncode, done.stdout, done.stderr.count("cannot be read")) == (2, "", 2)
