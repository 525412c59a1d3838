"""The operator's file: read, checked, and read again."""

import asyncio
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from teapot import overlay as module
from teapot.catalogue import Catalogue
from teapot.checks import check_overlay
from teapot.health import Health
from teapot.knowledge import Overlay
from teapot.overlay import load, read, watch
from teapot.problems import ConfigError

GOOD = """
version = 1
[defaults]
auto-reply = "errors"
cooldown = 60
code-blocks = false
bots = ["B1", "B2"]
[notes]
503 = "Runbook: https://wiki.example/503"
799 = "Ask finance"
5xx = "Dashboard"
[codes.799]
phrase = "Billing closed"
text = "The billing system is closed at month's end."
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "overlay.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_holds_defaults_notes_and_codes(tmp_path: Path, known: Catalogue) -> None:
    layer = read(written(tmp_path, GOOD), known)
    assert layer.settings == {"auto-reply": "errors", "cooldown": "60", "code-blocks": "off", "bots": "B1 B2"}
    assert {key: note.text for key, note in layer.notes.items()} == {
        "503": "Runbook: https://wiki.example/503",
        "799": "Ask finance",
        "5xx": "Dashboard",
    }
    assert layer.codes["799"].phrase == "Billing closed"
    assert {note.source for note in layer.notes.values()} == {"file"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "version"),
        ("version = 2", "2"),
        ("version = 1\n[note]\n503 = 'x'", "note"),
        ("version = 1\n[notes]\n503 = 7", "$.notes"),
        ("version = 1\n[notes]\n299 = 'x'", "notes.299: expected a code or class"),
        ("version = 1\n[notes]\n503 = ''", "notes.503: the text is empty"),
        (f"version = 1\n[notes]\n503 = '{'x' * 1001}'", "longer than 1,000"),
        ("version = 1\n[defaults]\nautoreply = 'off'", "defaults.autoreply: expected one of auto-reply"),
        ("version = 1\n[defaults]\nauto-reply = 'loud'", "defaults.auto-reply: expected not 'loud'"),
        ("version = 1\n[codes.5]\nphrase = 'x'\ntext = 'y'", "codes.5: an own code is a number"),
        ("version = 1\n[codes.799]\nphrase = 'x'", "text"),
        ("version = 1\n[codes.799]\nphrase = 'x'\ntext = 'y'\nowner = 'z'", "owner"),
        ("version = [", "overlay.toml"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, known: Catalogue, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read(written(tmp_path, text), known)
    assert told in "\n".join(raised.value.problems)


def test_all_mistakes_are_told_at_once(tmp_path: Path, known: Catalogue) -> None:
    with pytest.raises(ConfigError) as raised:
        read(written(tmp_path, "version = 1\n[notes]\n299 = 'x'\n503 = ''\n[defaults]\nx = 1"), known)
    assert len(raised.value.problems) == 3


def test_a_file_that_is_not_there_is_told(tmp_path: Path, known: Catalogue) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read"):
        read(tmp_path / "none.toml", known)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"version = 1\n[notes]\n503 = '\xff'"])
def test_a_file_that_is_no_text_is_told(tmp_path: Path, known: Catalogue, content: bytes) -> None:
    file = tmp_path / "overlay.toml"
    file.write_bytes(content)
    with pytest.raises(ConfigError):
        read(file, known)


def test_a_huge_file_is_refused(tmp_path: Path, known: Catalogue) -> None:
    with pytest.raises(ConfigError, match="longer than"):
        read(written(tmp_path, "#" * (module.MAX_BYTES + 1)), known)


def test_a_mistake_keeps_the_last_good_state_and_is_told(tmp_path: Path, known: Catalogue) -> None:
    overlay, health = Overlay(), Health()
    health.report("a platform", ready=True)
    load(overlay, written(tmp_path, GOOD), known, health)
    good = overlay.layer
    with capture_logs() as logs:
        load(overlay, written(tmp_path, "version = 1\n[notes]\n299 = 'x'"), known, health)
    assert overlay.layer is good
    assert "notes.299" in overlay.problem
    assert "notes.299" in str(health.parts()["overlay"]["detail"])
    assert [one["log_level"] for one in logs] == ["error"]
    assert health.ready()


def test_a_mended_file_is_used_again(tmp_path: Path, known: Catalogue) -> None:
    overlay, health = Overlay(), Health()
    load(overlay, written(tmp_path, "nonsense"), known, health)
    load(overlay, written(tmp_path, GOOD), known, health)
    assert (overlay.problem, len(overlay.layer.notes)) == ("", 3)


async def test_a_change_is_read_by_itself(tmp_path: Path, known: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK_EVERY_SECONDS", 0.01)
    overlay, health, file = Overlay(), Health(), written(tmp_path, GOOD)
    load(overlay, file, known, health)
    watching = asyncio.create_task(watch(overlay, file, known, health))
    try:
        async with asyncio.timeout(10):
            while overlay.layer.notes.keys() != {"502"}:
                written(tmp_path, "version = 1\n[notes]\n502 = 'new'")
                await asyncio.to_thread(lambda: None)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    assert overlay.layer.notes["502"].text == "new"


def test_the_example_in_the_description_is_a_good_file(tmp_path: Path, known: Catalogue) -> None:
    assert module.__doc__ is not None
    example = "\n".join(line.strip() for line in module.__doc__.split("::", 1)[1].splitlines())
    assert read(written(tmp_path, example), known).notes.keys() == {"503"}


def test_the_doctor_tells_what_the_file_holds_and_what_is_wrong_with_it(tmp_path: Path) -> None:
    assert check_overlay(str(written(tmp_path, GOOD))).detail == "3 notes, 1 own codes"
    (problem,) = check_overlay(str(written(tmp_path, "version = 1\n[notes]\n299 = 'x'"))).problems
    assert "notes.299" in problem
