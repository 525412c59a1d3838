"""The command line, as a person and as a script would call it: in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import SECONDS, teapot


def test_a_code_is_explained_without_escape_codes_in_a_pipe() -> None:
    done = teapot("lookup", "503")
    assert done.returncode == 0
    assert done.stdout.startswith("503 Service Unavailable\n")
    assert "\x1b" not in done.stdout


def test_the_locale_of_the_terminal_chooses_the_language() -> None:
    assert "網關" not in teapot("lookup", "502", env={"LC_ALL": "zh_TW.UTF-8"}).stdout
    assert "閘道" in teapot("lookup", "502", env={"LC_ALL": "zh_TW.UTF-8"}).stdout


def test_nothing_found_ends_with_one() -> None:
    done = teapot("lookup", "pizza", "quattro", "stagioni")
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "Nothing found")


def test_no_query_ends_with_two_and_says_what_to_type() -> None:
    done = teapot("lookup")
    assert done.returncode == 2
    assert "teapot lookup 503" in done.stderr


def test_one_json_document() -> None:
    found = json.loads(teapot("lookup", "--json", "bad", "gateway").stdout)
    assert found["hits"][0]["key"] == "502"
    assert set(found["hits"][0]["gist"]) == {"en", "zh-Hans", "zh-Hant"}


def test_many_queries_as_lines() -> None:
    lines = [{"id": "a", "query": "503", "more": 1}, {"id": 2, "query": "5xx"}, {"id": "c", "query": "asdfghjkl"}]
    done = teapot("lookup", "--jsonl", stdin="".join(json.dumps(line) + "\n" for line in lines))
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"id": "a", "hits": ["503"]},
        {"id": 2, "hits": ["5xx"]},
        {"id": "c", "hits": []},
    ]


@pytest.mark.parametrize("command", ["lookup", "scan"])
@pytest.mark.parametrize("line", ["not json", '{"id": 1}', "[]", '{"id": {}, "query": "x", "text": "x"}'])
def test_a_bad_line_is_told_by_its_number_and_the_others_are_answered(command: str, line: str) -> None:
    whole = '{"id": 1, "query": "503", "text": "x"}'
    done = teapot(command, "--jsonl", stdin=f"{whole}\n{line}\n{whole}\n")
    assert done.returncode == 2
    assert "line 2" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "wrong", "told"),
    [
        ("scan --json", ">&-", "standard output is closed"),
        ("scan", "<&-", "standard input is closed"),
        ("lookup 503", "> /dev/full", "No space left on device"),
    ],
)
def test_a_stream_that_is_closed_or_full_is_told(words: str, wrong: str, told: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m teapot {words} {wrong}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert (done.returncode, told in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_a_reader_that_goes_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        [sys.executable, "-m", "teapot", "export"], stdout=writing, stderr=subprocess.PIPE, text=True
    ) as running:
        os.close(writing)
        _, told = running.communicate(timeout=SECONDS)
    assert (running.returncode, told) == (0, "")


def test_every_configuration_problem_is_told_at_once(tmp_path: Path) -> None:
    done = teapot(
        "run", env={"TEAPOT_PORT": "x", "TEAPOT_LANGUAGE": "fr", "DISCORD_TOKEN_FILE": "/none"}, folder=tmp_path
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    for name in ("TEAPOT_PORT", "TEAPOT_LANGUAGE", "DISCORD_TOKEN_FILE"):
        assert name in done.stderr


def test_the_version_is_told() -> None:
    assert teapot("--version").stdout.startswith("teapot ")


@pytest.mark.parametrize("module", ["teapot", "teapot.bot", "teapot.cli", "teapot.adapters"])
def test_the_core_loads_no_platform_library(module: str) -> None:
    foreign = ("discord", "slack_bolt", "slack_sdk", "aiohttp", "teapot_discord", "teapot_slack", "teapot_http")
    script = f"import sys, {module}; print([name for name in {foreign!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=SECONDS, check=True)
    assert done.stdout.strip() == "[]"


def test_a_backup_is_written_and_restored(tmp_path: Path) -> None:
    def address(name: str) -> dict[str, str]:
        return {"TEAPOT_DATABASE_URL": f"sqlite:///{tmp_path / name}", "XDG_STATE_HOME": str(tmp_path / "state")}

    file = str(tmp_path / "backup")
    written = teapot("backup", file, "--json", env=address("one.sqlite3"), folder=tmp_path)
    assert json.loads(written.stdout) == {"rows": 0, "file": file}
    restored = teapot("restore", file, env=address("two.sqlite3"), folder=tmp_path)
    assert restored.stdout == f"0 rows were restored from {file}\n"


def test_a_file_that_is_no_backup_ends_with_two(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("hello")
    env = {"TEAPOT_DATABASE_URL": f"sqlite:///{tmp_path / 'one.sqlite3'}", "XDG_STATE_HOME": str(tmp_path)}
    done = teapot("restore", str(file), env=env, folder=tmp_path)
    assert done.returncode == 2
    assert "cannot be read" in done.stderr
