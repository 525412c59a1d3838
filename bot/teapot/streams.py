"""Files and standard input as streams of text, whatever they are packed in."""

import bz2
import codecs
import gzip
import io
import lzma
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from teapot.problems import ConfigError

STDIN = "-"
"""The name of standard input, as everywhere."""

_COMPRESSED: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda stream: cast(BinaryIO, gzip.GzipFile(fileobj=stream)),
    b"BZh": lambda stream: cast(BinaryIO, bz2.BZ2File(stream)),
    b"\xfd7zXZ\x00": lambda stream: cast(BinaryIO, lzma.LZMAFile(stream)),  # noqa: SIM115  (its file is closed by who opened it)
}
_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def check(names: Sequence[str]) -> None:
    """Raises ConfigError with every file that cannot be opened."""
    problems = [problem for name in names if (problem := _problem_of_opening(name))]
    if problems:
        raise ConfigError(tuple(problems))


@contextmanager
def reading(name: str, watch: Callable[[BinaryIO, str], BinaryIO]) -> Iterator[BinaryIO]:
    """A file, or standard input, to be read as UTF-8; ``watch`` is given the opened file and gives one to read instead.

    gzip, bzip2, xz and UTF-16 are told by their first bytes. Raises ConfigError, also for what breaks while it is read.
    """
    try:
        if name != STDIN:
            with Path(name).open("rb") as opened:
                yield _as_text(watch(opened, name))
        elif sys.stdin is None:
            raise ConfigError(("standard input is closed; name a file to read",))
        else:
            yield _as_text(sys.stdin.buffer)
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        told = "standard input" if name == STDIN else name
        raise ConfigError((_unreadable(told, error, "check that it is whole"),)) from error


def lines_of(names: Sequence[str]) -> Iterator[bytes]:
    """The lines of the files, or of standard input without any; raises ConfigError for what cannot be read."""
    check(names)
    for name in names or (STDIN,):
        with reading(name, lambda opened, _: opened) as stream:
            yield from stream


def _problem_of_opening(name: str) -> str | None:
    """None for a named pipe: whoever writes into it would find nobody there after a first look."""
    try:
        if name == STDIN or Path(name).is_fifo():
            return None
        with Path(name).open("rb"):
            return None
    except OSError as error:
        return _unreadable(name, error, "check the path")


def _unreadable(name: str, error: Exception, remedy: str) -> str:
    return f"{name}: cannot be read ({getattr(error, 'strerror', None) or error}); {remedy}"


def _as_text(stream: BinaryIO) -> BinaryIO:
    """The stream unpacked, and in UTF-8 if it was in UTF-16."""
    buffered = stream if hasattr(stream, "peek") else cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream)))
    head = cast(io.BufferedReader, buffered).peek(6)[:6]
    for magic, unpack in _COMPRESSED.items():
        if head.startswith(magic):
            return unpack(buffered)
    if head.startswith(_BYTE_ORDER_MARKS) and b"\0" in head[2:]:
        return cast(BinaryIO, codecs.EncodedFile(buffered, "utf-8", "utf-16", "replace"))
    return buffered
