"""The operator's own file of notes, own codes and defaults (``TEAPOT_OVERLAY``), read again whenever it changes.

Its form, in TOML::

    version = 1
    [defaults]
    auto-reply = "errors"
    [notes]
    503 = "Runbook: https://wiki.example/503"
    [codes.599]
    phrase = "Upstream gave up"
    text = "The edge proxy waited 30 seconds. Owner: the edge team."
"""

import asyncio
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec
import structlog

from teapot.catalogue import Catalogue
from teapot.conversation import Channel
from teapot.health import Health
from teapot.knowledge import ChannelView, Layer, Note, Overlay, OwnCode
from teapot.notes import key_of, text_of
from teapot.own_codes import code_of, phrase_of
from teapot.problems import ConfigError, UsageError
from teapot.settings import SETTINGS
from teapot.settings import read as read_setting

MAX_BYTES = 2_000_000
LOOK_EVERY_SECONDS = 2.0
PART = "overlay"
log = structlog.get_logger()


class FileCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An own code as the file tells it."""

    phrase: str
    text: str


class OverlayFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    version: Literal[1]
    defaults: dict[str, str | int | bool | list[str]] = {}
    notes: dict[str, str] = {}
    codes: dict[str, FileCode] = {}


def read(file: Path, catalogue: Catalogue) -> Layer:
    """Read and check the file. Raises ConfigError with a line for everything that is wrong with it."""
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise ConfigError((f"{file.name}: longer than {MAX_BYTES:,} bytes",))
        written = msgspec.toml.decode(content, type=OverlayFile)
    except OSError as error:
        raise ConfigError((f"{file.name}: cannot be read ({error.strerror})",)) from error
    except (msgspec.MsgspecError, ValueError) as error:
        raise ConfigError((f"{file.name}: {error}",)) from error
    problems: list[str] = []
    settings = dict(_settings(written, problems))
    codes = {own.code: own for own in _codes(written, problems)}
    notes = {note.key: note for note in _notes(written, catalogue, codes, problems)}
    if problems:
        raise ConfigError(f"{file.name}: {problem}" for problem in problems)
    return Layer(settings, notes, codes)


def load(overlay: Overlay, file: Path, catalogue: Catalogue, health: Health) -> None:
    """Read the file into ``overlay``; when something is wrong with it the last good state stays and the fault is told.

    It is told in the log, in readiness and in ``overlay.problem``.
    """
    try:
        overlay.layer = read(file, catalogue)
    except ConfigError as error:
        overlay.problem = error.problems[0] + (f" (+{len(error.problems) - 1})" if len(error.problems) > 1 else "")
        log.error("the overlay file is not used; what was last read holds", problems=error.problems)
    else:
        overlay.problem = ""
        log.info("the overlay file was read", notes=len(overlay.layer.notes), codes=len(overlay.layer.codes))
    health.tell(PART, is_well=not overlay.problem, detail=overlay.problem)


async def watch(overlay: Overlay, file: Path, catalogue: Catalogue, health: Health) -> None:
    """Load the file again whenever it changes, within about two seconds, until cancelled."""
    seen = await asyncio.to_thread(_look, file)
    while True:
        await asyncio.sleep(LOOK_EVERY_SECONDS)
        now = await asyncio.to_thread(_look, file)
        if now != seen:
            seen = now
            await asyncio.to_thread(load, overlay, file, catalogue, health)


def _look(file: Path) -> tuple[int, ...]:
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _settings(written: OverlayFile, problems: list[str]) -> Iterator[tuple[str, str]]:
    for name, value in written.defaults.items():
        typed = " ".join(value) if isinstance(value, list) else str(value)
        if isinstance(value, bool):
            typed = "on" if value else "off"
        try:
            yield name, read_setting(name, typed)
        except UsageError:
            expected = "one of " + ", ".join(SETTINGS) if name not in SETTINGS else f"not {typed[:40]!r}"
            problems.append(f"defaults.{name}: expected {expected}")


def _codes(written: OverlayFile, problems: list[str]) -> Iterator[OwnCode]:
    for code, own in written.codes.items():
        try:
            yield OwnCode(code_of(code), phrase_of(own.phrase), text_of(own.text), "", 0.0, "file")
        except UsageError as error:
            problems.append(f"codes.{code}: {_EXPECTED[str(error)]}")


def _notes(
    written: OverlayFile, catalogue: Catalogue, codes: Mapping[str, OwnCode], problems: list[str]
) -> Iterator[Note]:
    nowhere = ChannelView(Channel("", "", ""), Layer(), Layer(), Layer(codes=codes), {})
    for key, text in written.notes.items():
        try:
            yield Note(key_of(catalogue, nowhere, key), text_of(text), "", 0.0, "file")
        except UsageError as error:
            problems.append(f"notes.{key}: {_EXPECTED[str(error)]}")


_EXPECTED = {
    "code-expected": "an own code is a number from 100 to 999",
    "code-phrase-expected": "the phrase has 1 to 80 characters",
    "note-text-expected": "the text is empty",
    "note-too-long": "the text is longer than 1,000 characters",
    "note-key-expected": "expected a code or class that exists, as 503, 5xx, 404.13 or 499@nginx",
}
