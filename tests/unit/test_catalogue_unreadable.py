"""A catalogue that cannot be read ends every command with exit code 2 and a line for each file."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.texts import CATALOGUE

START = "import sys; from teapot.cli import main; sys.exit(main())"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package ``teapot_data`` in a folder of its own."""
    return Path(shutil.copytree(CATALOGUE, tmp_path / "teapot_data", ignore=shutil.ignore_patterns("__pycache__")))


def teapot(copy: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process that finds the copy first."""
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith(("TEAPOT_", "DISCORD_", "SLACK_"))
    }
    environ |= {"PYTHONPATH": str(copy.parent), "XDG_STATE_HOME": str(copy.parent / "state"), "TEAPOT_PORT": "0"}
    command = [sys.executable, "-c", START, *words]
    return subprocess.run(
        command, env=environ, capture_output=True, text=True, encoding="utf-8", timeout=50, check=False
    )


def change(file: Path, old: str, new: str) -> None:
    """Break a file in one place."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_copy_is_read(copy: Path) -> None:
    change(copy / "codes" / "503.json", '"Service unavailable"', '"Copied from elsewhere"')
    done = teapot(copy, "export")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Copied from elsewhere" in done.stdout


@pytest.mark.parametrize("words", [("run",), ("lookup", "503"), ("export",)], ids=" ".join)
def test_an_unreadable_file_ends_the_command(copy: Path, words: tuple[str, ...]) -> None:
    change(copy / "codes" / "503.json", '"standing": "registered"', '"standing": "well known"')
    done = teapot(copy, *words)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "catalogue: codes/503.json: Invalid enum value 'well known' - at `$.readings[0].standing`" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_unreadable_file_has_its_line(copy: Path) -> None:
    change(copy / "codes" / "404.json", "{", "")
    change(copy / "classes" / "5xx.json", '"zh-Hant"', '"zh-TW"')
    (copy / "sentences.json").unlink()
    lines = teapot(copy, "lookup", "503").stderr.splitlines()
    told = [line.split(": ")[1] for line in lines if line.startswith("  - catalogue: ")]
    assert told == ["codes/404.json", "classes/5xx.json", "sentences.json"]


def test_an_empty_catalogue_says_what_to_do(copy: Path) -> None:
    shutil.rmtree(copy / "codes")
    done = teapot(copy, "lookup", "503")
    assert done.returncode == 2
    assert "install the package teapot-bot again" in done.stderr
