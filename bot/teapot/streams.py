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
BROKEN = (OSError, EOFError, lzma.LZMAError, zlib.error)
"""What a stream raises that cannot be read to its end."""


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
    except BROKEN as error:
        told, reason = "standard input" if name == STDIN else name, getattr(error, "strerror", None) or error
        raise ConfigError((f"{told}: cannot be read ({reason}); {_remedy(error)}",)) from error


def lines_of(names: Sequence[str], problems: list[str]) -> Iterator[bytes]:
    """The lines of the files, or of standard input without any; what breaks is added to the problems and left."""
    for name in names or (STDIN,):
        try:
            with reading(name, lambda opened, _: opened) as stream:
                yield from stream
        except ConfigError as error:
            problems += error.problems


def _remedy(error: Exception) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "check the path"
    if isinstance(error, PermissionError):
        return "check its permissions"
    return "name the files in it" if isinstance(error, IsADirectoryError) else "check that it is whole"


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
