"""Counting codes in logs."""

import bz2
import codecs
import gzip
import io
import json
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from teapot.catalogue import Catalogue
from teapot.problems import ConfigError
from teapot.scanning import CHUNK_BYTES, Seen, count, count_files, document, table

LINE = '192.0.2.7 - - [20/Nov/2026:10:{minute:02}:00 +0000] "GET /cart HTTP/1.1" {code} 162 "-" "curl/8.5.0"\n'


def log(*codes: int) -> bytes:
    return "".join(LINE.format(minute=at % 60, code=code) for at, code in enumerate(codes)).encode()


def counted(content: bytes) -> dict[str, Seen]:
    counts: dict[str, Seen] = {}
    count(io.BytesIO(content), counts)
    return counts


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
        ("HTTP 503 at noon", None),
    ],
)
def test_a_time_is_read_as_the_log_wrote_it(line: str, time: str | None) -> None:
    assert counted(line.encode())["503"].first == time


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


def test_gzip_is_read_as_what_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "access.log.1"
    file.write_bytes(gzip.compress(log(502)))
    assert count_files([str(file)], lambda opened, _: opened)["502"].count == 1


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_other_packed_logs_are_read_too(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    file = tmp_path / "access.log.2"
    file.write_bytes(pack(log(502)))
    assert count_files([str(file)], lambda opened, _: opened)["502"].count == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_log_in_utf_16_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "iis.log"
    mark = b"" if encoding == "utf-16" else codecs.BOM_UTF16_BE
    file.write_bytes(mark + (log(502, 404).decode() * 3_000).encode(encoding))
    assert {code: seen.count for code, seen in count_files([str(file)], lambda opened, _: opened).items()} == {
        "502": 3_000,
        "404": 3_000,
    }


def test_every_file_that_cannot_be_opened_is_told_before_any_is_read(tmp_path: Path) -> None:
    file = tmp_path / "access.log"
    file.write_bytes(log(502))
    counts: dict[str, Seen] = {}
    with pytest.raises(ConfigError) as raised:
        count_files([str(file), "/nowhere/a", "/nowhere/b"], lambda opened, _: opened, counts)
    assert (len(raised.value.problems), counts) == (2, {})


def test_a_dense_log_is_read_to_its_end() -> None:
    line = '{"level":"warn","status":502,"took":503,"size":404,"host":"a"}\n'
    assert counted(line.encode() * 20_000)["502"].count == 20_000


def test_broken_gzip_is_told(tmp_path: Path) -> None:
    file = tmp_path / "access.log.gz"
    file.write_bytes(gzip.compress(log(*[502] * 500))[:200])
    with pytest.raises(ConfigError, match=r"access\.log\.gz: cannot be read"):
        count_files([str(file)], lambda opened, _: opened)


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        count_files([str(tmp_path)], lambda opened, _: opened)


def test_the_document_lists_the_most_frequent_first() -> None:
    rows = json.loads(document(counted(log(404, 502, 502))))["codes"]
    assert [(row["code"], row["count"]) for row in rows] == [("502", 2), ("404", 1)]


def test_the_table_has_a_bar_and_says_what_the_busiest_errors_mean(known: Catalogue) -> None:
    lines = list(table(counted(log(502, 502, 200)), known, "en"))
    assert lines[0].startswith("2  " + "█" * 24 + "  502 Bad Gateway")
    assert lines[-1] == f"502 Bad Gateway: {known.gist('502', 'en')}"


def test_the_table_fits_the_screen(known: Catalogue) -> None:
    lines = list(table(counted(log(502, 502, 404, 200)), known, "en", columns=80))
    assert [line for line in lines if len(line) > 80] == []
    assert lines[0].endswith("502 Bad Gateway")


def test_times_stand_in_one_column(known: Catalogue) -> None:
    lines = list(table(counted(log(502, 502, 404)), known, "en"))[:2]
    assert len({line.index("20/Nov") for line in lines}) == 1


def test_an_empty_log_says_so(known: Catalogue) -> None:
    assert list(table({}, known, "en")) == ["No HTTP status codes found."]
