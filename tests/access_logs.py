"""Access logs as nginx writes them, and what is counted in a log."""

import io

from teapot.scanning import Seen, count

LINE = '192.0.2.7 - - [20/Nov/2026:10:{minute:02}:00 +0000] "GET /cart HTTP/1.1" {code} 162 "-" "curl/8.5.0"\n'


def log(*codes: int) -> bytes:
    return "".join(LINE.format(minute=at % 60, code=code) for at, code in enumerate(codes)).encode()


def counted(content: bytes) -> dict[str, Seen]:
    counts: dict[str, Seen] = {}
    count(io.BytesIO(content), counts)
    return counts
