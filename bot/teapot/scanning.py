"""Counting status codes in logs of any size, in constant memory."""

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

import msgspec

from teapot import jsonl
from teapot.catalogue import Catalogue
from teapot.entries import Language
from teapot.log_times import times_of, told_together
from teapot.mentions import Mention, find_mentions
from teapot.mentions.candidates import AT_ONCE, SHAPE
from teapot.problems import ConfigError
from teapot.streams import BROKEN, STDIN, reading
from teapot.terminal import wrapped

CHUNK_BYTES = 1 << 18
"""How much is read from a file at a time."""
PIECE_BYTES = 1 << 12
"""How much is searched at a time; so short that no line of a log is too dense to be read to its end."""
DENSE_LINES, DENSE_LENGTH = 32, 800
"""A piece with more lines and more numbers than so many is searched in parts of that length, or some are not judged."""

BAR, MIN_BAR = 24, 4


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


@dataclass(slots=True)
class Counted:
    """What is in some files: how often each code, and a line for each file that could not be read to its end."""

    codes: dict[str, Seen] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def mention_lines(lines: Iterable[bytes], problems: list[str]) -> Iterator[str]:
    """Answer ``{"id", "text"}`` lines with ``{"id", "mentions"}`` lines, offsets in code points.

    A line that is not of that form is told in ``problems``, and the others are answered all the same.
    """
    for given in jsonl.read(lines, Text, '{"id": …, "text": …}', problems):
        mentions = [{"code": m.code, "start": m.start, "end": m.end} for m in find_mentions(given.text)]
        yield msgspec.json.encode({"id": given.id, "mentions": mentions}).decode()


def count_files(names: Sequence[str], watch: Callable[[BinaryIO, str], BinaryIO], counted: Counted) -> None:
    """Count the codes in the files, or in standard input without any; ``-`` is standard input.

    ``watch`` is given each opened file with its name and gives one to read instead, to show progress. ``counted`` is
    added to as the reading goes on, so that an interrupted caller has what was counted until then. A file that breaks
    keeps none of the others from being read.
    """
    for name in names or (STDIN,):
        try:
            with reading(name, watch) as stream:
                count(stream, counted.codes)
        except ConfigError as error:
            counted.problems += error.problems


def count(stream: BinaryIO, counts: dict[str, Seen]) -> None:
    """Add what a stream of UTF-8 text names to the counts; other bytes are read as unknown characters."""
    for text in (part for piece in _pieces(stream) for part in _judged_in_full(piece)):
        by_code: dict[str, list[Mention]] = {}
        for mention in find_mentions(text):
            by_code.setdefault(mention.code, []).append(mention)
        for code, named in by_code.items():
            seen = counts.setdefault(code, Seen())
            seen.count += len(named)
            seen.first = seen.first or next(times_of(text, named), None)
            seen.last = next(times_of(text, reversed(named)), None) or seen.last


def ordered(counts: Mapping[str, Seen]) -> list[tuple[str, Seen]]:
    """Most frequent first, then by number."""
    return sorted(counts.items(), key=lambda pair: (-pair[1].count, pair[0]))


def document(counts: Mapping[str, Seen]) -> str:
    """The counts as one JSON document, most frequent first."""
    rows = [{"code": code, "count": s.count, "first": s.first, "last": s.last} for code, s in ordered(counts)]
    return msgspec.json.format(msgspec.json.encode({"codes": rows}), indent=2).decode()


def table(
    counts: Mapping[str, Seen], catalogue: Catalogue, language: Language, busiest: int = 3, columns: int | None = None
) -> Iterator[str]:
    """The counts with a bar, each code's title and the times; then what the busiest errors mean.

    On a screen of so many columns the bars are shorter, so that the times have room; on a narrow one these are left
    out, then the titles are cut. The meanings are wrapped.
    """
    rows = ordered(counts)
    if not rows:
        yield "No HTTP status codes found."
        return
    most = rows[0][1].count
    width = len(f"{most:,}")
    titles = [catalogue.title(code) if code in catalogue else code for code, _ in rows]
    times = [told_together(seen.first, seen.last) if seen.first and seen.last else "" for _, seen in rows]
    longest, bar_width = max(map(len, titles)), BAR
    longest_time = max(map(len, times))
    fits = columns is None or width + MIN_BAR + longest + longest_time + 6 <= columns
    if columns is not None:
        taken = width + longest + 4 + (longest_time + 2 if fits else 0)
        bar_width = min(BAR, max(MIN_BAR, columns - taken))
        longest = min(longest, max(columns - width - bar_width - 4, MIN_BAR))
    for (_, seen), title, time in zip(rows, titles, times, strict=True):
        bar = "█" * max(1, round(bar_width * seen.count / most))
        shown = title if len(title) <= longest else f"{title[: longest - 1]}…"
        line = f"{seen.count:>{width},}  {bar:<{bar_width}}  {shown:<{longest}}  {time if fits else ''}"
        yield line.rstrip()
    errors = [code for code, _ in rows if code[0] in "45" and code in catalogue][:busiest]
    for code in errors:
        yield ""
        meaning = f"{catalogue.title(code)}: {catalogue.gist(code, language)}"
        yield from (meaning,) if columns is None else wrapped(meaning, columns)


def _pieces(stream: BinaryIO) -> Iterator[str]:
    """Whole lines, as many as fit a piece; a longer line in parts. Interrupted or broken, it gives what it has read."""
    rest = b""
    recoded = isinstance(stream, codecs.StreamRecoder)
    read = stream.read if recoded else getattr(stream, "read1", stream.read)  # which does not wait for more
    try:
        while block := read(CHUNK_BYTES):
            block = rest + block
            begin = 0
            while len(block) - begin > PIECE_BYTES:
                end = block.rfind(b"\n", begin, begin + PIECE_BYTES) + 1 or _end_of_a_part(block, begin)
                yield block[begin:end].decode("utf-8", "replace")
                begin = end
            rest = block[begin:]
    except (KeyboardInterrupt, *BROKEN):
        yield rest.decode("utf-8", "replace")
        raise
    if rest:
        yield rest.decode("utf-8", "replace")


def _judged_in_full(piece: str) -> Iterator[str]:
    """The piece, in parts if it is full of short lines with numbers."""
    if piece.count("\n") <= DENSE_LINES or len(SHAPE.findall(piece)) <= AT_ONCE:
        yield piece
        return
    begin = 0
    while begin < len(piece):
        end = piece.rfind("\n", begin, begin + DENSE_LENGTH) + 1 or begin + DENSE_LENGTH
        yield piece[begin:end]
        begin = end


def _end_of_a_part(block: bytes, begin: int) -> int:
    """Where to cut a line that is longer than a piece: at the last blank if there is one, else at the last comma."""
    until = begin + PIECE_BYTES
    return block.rfind(b" ", begin, until) + 1 or block.rfind(b",", begin, until) + 1 or until
