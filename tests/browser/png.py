"""Makes a screenshot a third of its size: 256 colours are enough for text and cards (PNG specification, W3C)."""

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
TRUECOLOUR, INDEXED = 2, 3
CHANNELS = 3
MAX_COLOURS = 256


def with_few_colours(png: bytes) -> bytes:
    """The same picture with its 256 most frequent colours; each rarer one becomes the nearest of them.

    Takes what Chromium writes: 8-bit RGB without interlacing. Raises ValueError for anything else.
    """
    chunks = list(_chunks(png))
    width, height, depth, kind, *_, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if (depth, kind, interlaced) != (8, TRUECOLOUR, 0):
        raise ValueError("not an 8-bit RGB picture without interlacing")
    filtered = zlib.decompress(b"".join(content for name, content in chunks if name == b"IDAT"))
    rows = [_pixels(row) for row in _unfiltered(filtered, width * CHANNELS)]
    counted = Counter(pixel for row in rows for pixel in row)
    palette = [pixel for pixel, _ in counted.most_common(MAX_COLOURS)]
    index = {pixel: _nearest(pixel, palette) for pixel in counted}
    indexed = b"".join(b"\0" + bytes(index[pixel] for pixel in row) for row in rows)
    return SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, INDEXED, 0, 0, 0)),
            _chunk(b"PLTE", b"".join(palette)),
            _chunk(b"IDAT", zlib.compress(indexed, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        yield name, png[at + 8 : at + 8 + size]
        at += 12 + size


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _unfiltered(filtered: bytes, row_bytes: int) -> Iterator[bytes]:
    """Each row's bytes, from differences to the left, above and diagonal neighbours (section 9.2)."""
    above = bytes(row_bytes)
    for start in range(0, len(filtered), row_bytes + 1):
        kind, row = filtered[start], bytearray(filtered[start + 1 : start + 1 + row_bytes])
        for at in range(row_bytes if kind else 0):
            left, diagonal = (row[at - CHANNELS], above[at - CHANNELS]) if at >= CHANNELS else (0, 0)
            guess = (0, left, above[at], (left + above[at]) // 2, _paeth(left, above[at], diagonal))[kind]
            row[at] = (row[at] + guess) & 255
        above = bytes(row)
        yield above


def _paeth(left: int, above: int, diagonal: int) -> int:
    estimate = left + above - diagonal
    return min((left, above, diagonal), key=lambda near: abs(estimate - near))


def _pixels(row: bytes) -> list[bytes]:
    return [row[at : at + CHANNELS] for at in range(0, len(row), CHANNELS)]


def _nearest(pixel: bytes, palette: list[bytes]) -> int:
    return min(range(len(palette)), key=lambda at: sum((a - b) ** 2 for a, b in zip(pixel, palette[at], strict=True)))
