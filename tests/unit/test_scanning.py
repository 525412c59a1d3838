"""Counting codes in logs."""

import bz2
import codecs
import errno
import gzip
import io
import lzma
import os
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from teapot.scanning import CHUNK_BYTES, Counted, Seen, count, count_files
from tests.access_logs import counted, log


def in_files(*files: Path) -> Counted:
    counted = Counted()
    count_files([str(file) for file in files], lambda opened, _: opened, counted)
    return counted


def test_each_code_is_counted_with_its_first_and_last_time() -> None:
    counts = counted(log(200, 502, 200, 502))
    assert counts == {
        "200": Seen(2, "20/Nov/2026:10:00:00 +0000", "20/Nov/2026:10:02:00 +0000"),
        "502": Seen(2, "20/Nov/2026:10:01:00 +0000", "20/Nov/2026:10:03:00 +0000"),
    }


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("2026-11-20T10:00:00.123Z upstream answered HTTP 503", "2026-11-20T10:00:00.123Z"),
        ("2026-11-20 10:00:00,123 ERROR got HTTP 503", "2026-11-20 10:00:00,123"),
        ("Nov 20 10:00:00 edge haproxy: HTTP 503", "Nov 20 10:00:00"),
        ("2026/11/20 10:00:00 [error] 8#8: *1 upstream said HTTP 503", "2026/11/20 10:00:00"),
        ("2026/11/20 10:00:00.080 ERROR HTTP 503", "2026/11/20 10:00:00.080"),
        ('[GIN] 2026/11/20 - 10:00:00 | 503 |   2.2ms |  203.0.113.9 | GET      "/x"', "2026/11/20 - 10:00:00"),
        ('[20/Nov/2026 10:00:00] "GET /x HTTP/1.1" 503 145', "20/Nov/2026 10:00:00"),
        ("2026-11-20\t10:00:00\tgot HTTP 503", "2026-11-20 10:00:00"),
        ("E1120 10:00:00.820578    7467 get.go:9] HTTP 503", "1120 10:00:00.820578"),
        ('{"level":"error","ts":1795170000.080348,"status":503}', "2026-11-20T10:20:00Z"),
        ('{"level":30,"time":1795170000080,"status":503}', "2026-11-20T10:20:00Z"),
        ("1795170000.080    502 10.0.0.9 TCP_MISS/503 404 GET http://x.example/", "2026-11-20T10:20:00Z"),
        ("HTTP 503 at noon", None),
        (f"HTTP 503 {'x' * 1_000} 2026-11-20T10:00:00Z", None),
        ('{"id":"1795170000.080","status":503}', None),
        ("order 1795170000.080 got HTTP 503", None),
    ],
)
def test_a_time_is_read_as_the_log_wrote_it(line: str, time: str | None) -> None:
    assert counted(line.encode())["503"].first == time


def test_lines_without_a_time_leave_the_first_and_the_last_to_those_that_have_one() -> None:
    lines = [
        "what we saw: HTTP 502 all day",
        "2026-11-20T10:00:00Z HTTP 502",
        "2026-11-20T10:07:00Z HTTP 502",
        "HTTP 502?",
    ]
    assert counted("\n".join(lines).encode())["502"] == Seen(4, "2026-11-20T10:00:00Z", "2026-11-20T10:07:00Z")


def test_an_end_without_times_leaves_the_last_one() -> None:
    content = log(502, 502) + b"HTTP 502 and no time on this line\n" * 1_000
    assert counted(content)["502"] == Seen(1_002, "20/Nov/2026:10:00:00 +0000", "20/Nov/2026:10:01:00 +0000")


def test_two_codes_on_a_line_have_its_time() -> None:
    counts = counted(b"2026-11-20T10:00:00Z edge answered HTTP 502, origin HTTP 504\n")
    assert (counts["502"].first, counts["504"].first) == ("2026-11-20T10:00:00Z",) * 2


def test_a_log_larger_than_a_chunk_loses_no_line() -> None:
    codes = [200, 404, 502, 503] * 2_000
    content = log(*codes)
    assert len(content) > 2 * CHUNK_BYTES
    assert {code: seen.count for code, seen in counted(content).items()} == dict.fromkeys(
        ("200", "404", "502", "503"), 2_000
    )


def test_bytes_that_are_no_text_do_no_harm() -> None:
    assert counted(b"\xff\xfe HTTP 502 \x80\n")["502"].count == 1


def test_a_line_without_end_is_read_in_parts() -> None:
    assert counted(b"x" * (3 * CHUNK_BYTES) + b" HTTP 502")["502"].count == 1


@pytest.mark.parametrize("separator", [b" ", b","])
def test_a_line_in_parts_is_cut_beside_a_number_not_in_it(separator: bytes) -> None:
    field = b'"status":502,"padding":"' + b"x" * 77 + b'"' + separator
    assert counted(b"{" + field * 2_000 + b"}")["502"].count == 2_000


class Interrupted(io.BytesIO):
    """A stream whose reader presses Ctrl-C while waiting for more."""

    def read1(self, size: int | None = -1, /) -> bytes:
        block = super().read1(-1 if size is None else size)
        if not block:
            raise KeyboardInterrupt
        return block


def test_what_came_before_an_interruption_is_counted() -> None:
    counts: dict[str, Seen] = {}
    with pytest.raises(KeyboardInterrupt):
        count(Interrupted(b"HTTP 502\nHTTP 502\n"), counts)
    assert counts["502"].count == 2


class Stream(io.RawIOBase):
    """A stream that looks, whenever more is wanted, at what was counted before."""

    def __init__(self, blocks: list[bytes], look: Callable[[], None]) -> None:
        super().__init__()
        self.blocks, self.look = blocks, look

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray, /) -> int:  # type: ignore[override]
        self.look()
        block = self.blocks.pop(0) if self.blocks else b""
        buffer[: len(block)] = block
        return len(block)


def test_a_stream_is_counted_as_it_comes() -> None:
    counts: dict[str, Seen] = {}
    seen: list[int] = []
    blocks = [log(*[502] * 100)] * 3
    raw = cast(io.RawIOBase, Stream(blocks, lambda: seen.append(sum(one.count for one in counts.values()))))
    with io.BufferedReader(raw) as stream:
        count(stream, counts)
    assert seen[1] > 50
    assert seen[2] > seen[1] + 50


def test_the_memory_for_a_large_log_is_that_for_a_small_one(tmp_path: Path) -> None:
    file = tmp_path / "access.log"
    file.write_bytes(log(*[200, 502] * 50_000))

    def most_used(opened: Callable[[], object]) -> int:
        tracemalloc.start()
        try:
            opened()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    used = most_used(lambda: in_files(file))
    assert used < 8 * CHUNK_BYTES < file.stat().st_size


def test_gzip_is_read_as_what_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "access.log.1"
    file.write_bytes(gzip.compress(log(502)))
    assert in_files(file).codes["502"].count == 1


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_other_packed_logs_are_read_too(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "access.log.2"
    file.write_bytes(pack(log(502)))
    assert in_files(file).codes["502"].count == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_log_in_utf_16_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "iis.log"
    mark = b"" if encoding == "utf-16" else codecs.BOM_UTF16_BE
    file.write_bytes(mark + (log(502, 404).decode() * 3_000).encode(encoding))
    assert {code: seen.count for code, seen in in_files(file).codes.items()} == {
        "502": 3_000,
        "404": 3_000,
    }


def test_a_file_that_breaks_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole.log", tmp_path / "broken.gz"
    whole.write_bytes(log(502))
    broken.write_bytes(gzip.compress(os.urandom(9_000))[:5_000])
    counted = in_files(Path("/nowhere/a"), whole, broken, tmp_path, Path("/proc/self/mem"), whole)
    assert counted.codes["502"].count == 2
    assert [problem.partition(":")[0] for problem in counted.problems] == [
        "/nowhere/a",
        str(broken),
        str(tmp_path),
        "/proc/self/mem",
    ]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("/nowhere/a.log", "check the path"),
        ("/dev/null/a.log", "check the path"),
        ("/tmp", "name the files in it"),
        ("/proc/self/mem", "check that it is whole"),
    ],
)
def test_what_breaks_is_told_with_its_remedy(name: str, remedy: str) -> None:
    (problem,) = in_files(Path(name)).problems
    assert problem.startswith(f"{name}: cannot be read (")
    assert problem.endswith(f"; {remedy}")


def test_a_file_that_may_not_be_read_is_told_with_its_remedy() -> None:
    def refuse(_opened: BinaryIO, name: str) -> BinaryIO:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)

    counted = Counted()
    count_files(["/dev/null"], refuse, counted)
    assert counted.problems == ["/dev/null: cannot be read (Permission denied); check its permissions"]


def test_all_that_comes_before_a_break_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "access.log.gz"
    file.write_bytes(gzip.compress(log(*[502] * 500))[:-8])
    assert in_files(file).codes["502"].count == 500


def test_a_dense_log_is_read_to_its_end() -> None:
    line = '{"level":"warn","status":502,"took":503,"size":404,"host":"a"}\n'
    assert counted(line.encode() * 8_000)["502"].count == 8_000


@pytest.mark.parametrize("line", ["HTTP 502\n", "status=502\n", "HTTP 502, 502 and 502\n"])
def test_a_log_of_short_lines_is_counted_in_full(line: str) -> None:
    assert counted(line.encode() * 5_000)["502"].count == 5_000 * line.count("502")


def test_damaged_gzip_is_told(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(log(502), mtime=0))
    packed[10] = 0xFF  # where the packed data begin, a kind that there is none of
    file = tmp_path / "access.log.gz"
    file.write_bytes(packed)
    (problem,) = in_files(file).problems
    assert problem.startswith(f"{file}: cannot be read (")
    assert problem.endswith("; check that it is whole")


def test_a_named_pipe_is_opened_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(pipe.write_bytes, log(502) * 2_000)
        assert in_files(pipe).codes["502"].count == 2_000
        assert writing.result(10) == 2_000 * len(log(502))


def test_broken_gzip_is_told(tmp_path: Path) -> None:
    file = tmp_path / "access.log.gz"
    file.write_bytes(gzip.compress(log(*[502] * 500))[:200])
    (problem,) = in_files(file).problems
    assert problem.startswith(f"{file}: cannot be read (")
    assert problem.endswith("; check that it is whole")
