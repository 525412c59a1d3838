"""Counting status codes in logs of any size, in constant memory."""

import gzip
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from teapot.catalogue import Catalogue
from teapot.entries import Language
from teapot.log_times import time_at
from teapot.mentions import find_mentions
from teapot.problems import ConfigError

CHUNK_BYTES = 1 << 18
"""How much is read from a file at a time."""
PIECE_BYTES = 1 << 13
"""How much is searched at a time; so short that no line of a log is too dense to be read to its end."""

GZIP_MAGIC = b"\x1f\x8b"
BAR = 24


class Text(msgspec.Struct):
    """A line of ``scan --jsonl``; further fields are ignored."""

    id: str | int
    text: str


@dataclass(slots=True)
class Seen:
    """How often a code was named, and the times on the first and the last line that named it, as the log wrote them."""

    count: int = 0
    first: str | None = None
    last: str | None = None


def mention_lines(lines: Iterable[bytes]) -> Iterator[str]:
    """Answer ``{"id", "text"}`` lines with ``{"id", "mentions"}`` lines, offsets in code points.

    Raises ConfigError with the number of a line that is not of that form.
    """
    decoder = msgspec.json.Decoder(Text)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise ConfigError((f'line {number}: expected {{"id": …, "text": …}}: {error}',)) from error
        mentions = [{"code": m.code, "start": m.start, "end": m.end} for m in find_mentions(given.text)]
        yield msgspec.json.encode({"id": given.id, "mentions": mentions}).decode()


def count_files(names: Sequence[str], watch: Callable[[BinaryIO, str], BinaryIO]) -> dict[str, Seen]:
    """Count the codes in the files, or in standard input without any; gzip is told by its first bytes.

    ``watch`` is given each opened file with its name and gives one to read instead, to show progress. Raises
    ConfigError for a file that cannot be read.
    """
    counts: dict[str, Seen] = {}
    if not names:
        count(_unzipped(sys.stdin.buffer), counts)
    for name in names:
        try:
            with Path(name).open("rb") as opened:
                count(_unzipped(watch(opened, name)), counts)
        except (OSError, EOFError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise ConfigError((f"{name}: cannot be read ({reason}); check the path",)) from error
    return counts


def count(stream: BinaryIO, counts: dict[str, Seen]) -> None:
    """Add what a stream of UTF-8 text names to the counts; other bytes are read as unknown characters."""
    for text in _pieces(stream):
        last_at: dict[str, int] = {}
        for mention in find_mentions(text):
            seen = counts.get(mention.code)
            if seen is None:
                counts[mention.code] = seen = Seen(first=time_at(text, mention.start))
            seen.count += 1
            last_at[mention.code] = mention.start
        for code, at in last_at.items():
            counts[code].last = time_at(text, at) or counts[code].last


def ordered(counts: Mapping[str, Seen]) -> list[tuple[str, Seen]]:
    """Most frequent first, then by number."""
    return sorted(counts.items(), key=lambda pair: (-pair[1].count, pair[0]))


def document(counts: Mapping[str, Seen]) -> str:
    """The counts as one JSON document, most frequent first."""
    rows = [{"code": code, "count": s.count, "first": s.first, "last": s.last} for code, s in ordered(counts)]
    return msgspec.json.format(msgspec.json.encode({"codes": rows}), indent=2).decode()


def table(counts: Mapping[str, Seen], catalogue: Catalogue, language: Language, busiest: int = 3) -> Iterator[str]:
    """The counts with a bar, the times and each code's title; then what the busiest errors mean."""
    rows = ordered(counts)
    if not rows:
        yield "No HTTP status codes found."
        return
    most = rows[0][1].count
    width = len(f"{most:,}")
    for code, seen in rows:
        bar = "█" * max(1, round(BAR * seen.count / most))
        title = catalogue.title(code) if code in catalogue else code
        times = f"   {seen.first} to {seen.last}" if seen.first and seen.last else ""
        yield f"{seen.count:>{width},}  {bar:<{BAR}}  {title}{times}"
    errors = [code for code, _ in rows if code[0] in "45" and code in catalogue][:busiest]
    for code in errors:
        yield ""
        yield f"{catalogue.title(code)}: {catalogue.gist(code, language)}"


def _pieces(stream: BinaryIO) -> Iterator[str]:
    """Whole lines, as many as fit a piece; a longer line in parts."""
    rest = b""
    while block := stream.read(CHUNK_BYTES):
        block = rest + block
        begin = 0
        while len(block) - begin > PIECE_BYTES:
            end = block.rfind(b"\n", begin, begin + PIECE_BYTES) + 1 or _end_of_a_part(block, begin)
            yield block[begin:end].decode("utf-8", "replace")
            begin = end
        rest = block[begin:]
    if rest:
        yield rest.decode("utf-8", "replace")


def _end_of_a_part(block: bytes, begin: int) -> int:
    """Where to cut a line that is longer than a piece: at the last blank if there is one."""
    return block.rfind(b" ", begin, begin + PIECE_BYTES) + 1 or begin + PIECE_BYTES


def _unzipped(stream: BinaryIO) -> BinaryIO:
    buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    head = buffered.peek(2)[:2] if hasattr(buffered, "peek") else b""
    return gzip.GzipFile(fileobj=buffered) if head == GZIP_MAGIC else buffered  # type: ignore[return-value]
