"""``teapot lookup`` as a script calls it: documents, lines, candidates, exit codes, and nothing loaded in vain."""

import json
import subprocess
import sys

import pytest

from teapot.asking import hits_lines
from teapot.catalogue import Catalogue
from teapot.index import Index
from teapot.lookup import look_up
from teapot.shelf import open_catalogue
from tests.command_line import SECONDS, teapot

FOREIGN = ("discord", "slack_bolt", "slack_sdk", "aiohttp", "sqlalchemy", "alembic", "structlog", "pydantic", "rich")
INDEXING = ("rapidfuzz", "teapot.index", "teapot.ranking", "teapot.lookup", "teapot.synonyms")


def loaded(*words: str) -> set[str]:
    """The modules that are there after ``teapot lookup``."""
    script = (
        f"import sys; from teapot.cli import main; main({['lookup', *words]!r}); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=SECONDS, check=True)
    return set(done.stderr.split())


def test_a_bare_code_costs_no_import_that_its_card_does_not_need() -> None:
    needless = {"rapidfuzz", "rich", "structlog", "sqlalchemy", "aiohttp", "asyncio", "pathlib", "importlib.resources"}
    assert loaded("503") & {*needless, "zipfile", "teapot.lookup", "teapot.ranking", "teapot.index"} == set()


@pytest.mark.parametrize(
    ("query", "exit_code"),
    [
        ("503", 0), ("5xx", 0), ("50", 0), ("404.13", 0), ("502 vs 504", 0), ("599", 0), ("too many requests", 0),
        ("網關超時", 0), ("299", 1), ("792", 1), ("😀", 1), ("quattro stagioni", 1), ("", 1),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", [(), ("--json",), ("--explain",)])
def test_the_exit_code_tells_whether_something_was_found(query: str, form: tuple[str, ...], exit_code: int) -> None:
    done = teapot("lookup", *form, query)
    assert (done.returncode, done.stderr) == (exit_code, "")
    assert done.stdout


def test_two_forms_at_once_are_wrong_use() -> None:
    assert teapot("lookup", "--json", "--explain", "503").returncode == 2


def test_the_document_tells_verdict_hits_fields_and_gists() -> None:
    found = json.loads(teapot("lookup", "--json", "gateway", "time-out").stdout)
    assert (found["query"], found["verdict"]) == ("gateway time-out", "clear")
    best = found["hits"][0]
    assert (best["key"], best["title"], best["field"]) == ("504", "504 Gateway Timeout", "former name")
    assert set(best["gist"]) == {"en", "zh-Hans", "zh-Hant"}


def test_the_document_of_a_number_that_nobody_defines_has_no_title() -> None:
    found = json.loads(teapot("lookup", "--json", "299").stdout)
    assert (found["verdict"], [set(hit) for hit in found["hits"]]) == (
        "unregistered",
        [{"key", "score", "field", "term"}],
    )


def test_the_candidates_are_told_with_score_field_and_term() -> None:
    lines = teapot("lookup", "--explain", "gateway time-out").stdout.splitlines()
    assert lines[0] == "verdict: clear"
    assert "504 Gateway Timeout  <- former name: gateway time out" in lines[1]
    scores = [float(line.split()[0]) for line in lines[1:]]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("503", ["503"]), ("4XX", ["4xx"]), ("iis 404.7", ["404.7"]), ("esri 499", ["499"]), ("299", []), ("pizza", []),
        ("302 vs 301", ["301", "302"]), ("409 or 423 when somebody else has locked the file", ["423", "409"]),
    ],
)  # fmt: skip
def test_lines_hold_plain_keys_best_first(index: Index, query: str, hits: list[str]) -> None:
    line = json.dumps({"id": 1, "query": query, "lang": "en"}).encode()
    written = list(hits_lines(lambda asked: look_up(index, asked), [line], []))
    assert [json.loads(one) for one in written] == [{"id": 1, "hits": hits}]


def test_a_number_is_listed_once_in_a_line(index: Index) -> None:
    line = json.dumps({"id": "a", "query": "client closed the connection"}).encode()
    hits = json.loads(next(hits_lines(lambda asked: look_up(index, asked), [line], [])))["hits"]
    assert len(hits) == len(set(hits)) > 1


def test_empty_lines_are_passed_over(index: Index) -> None:
    lines = [b"\n", b'{"id": 1, "query": "503"}\n', b"  \n"]
    assert len(list(hits_lines(lambda asked: look_up(index, asked), lines, []))) == 1


@pytest.mark.parametrize(
    "line", [b"{", b'{"id": 1}', b'{"query": "503"}', b'"503"', b"\xff\xfe", b'{"id": [], "query": "x"}']
)
def test_a_line_that_is_no_query_is_told_by_its_number(index: Index, line: bytes) -> None:
    whole, problems = b'{"id": 1, "query": "503"}', list[str]()
    written = list(hits_lines(lambda asked: look_up(index, asked), [whole, line, whole], problems))
    assert len(written) == 2
    assert len(problems) == 1
    assert problems[0].startswith("line 2: ")


@pytest.mark.parametrize(
    "words", [("503",), ("5xx",), ("404.13",), ("502", "504"), ("499", "nginx"), ("--json", "503")]
)
def test_a_number_is_answered_without_index_and_without_foreign_libraries(words: tuple[str, ...]) -> None:
    modules = loaded(*words)
    assert "teapot.shelf" in modules
    assert modules & {*FOREIGN, *INDEXING} == set()


def test_words_are_answered_without_foreign_libraries() -> None:
    modules = loaded("bad", "gateway")
    assert "teapot.ranking" in modules
    assert modules & set(FOREIGN) == set()


def test_the_open_catalogue_holds_what_the_loaded_one_holds(known: Catalogue) -> None:
    opened = open_catalogue()
    assert dict(opened.codes) == dict(known.codes)
    assert dict(opened.classes) == dict(known.classes)
    assert dict(opened.versus) == dict(known.versus)
    assert {code: opened.substatuses[code] for code in opened.substatuses} == dict(known.substatuses)
    assert (opened.vendors, opened.sentences) == (known.vendors, known.sentences)
    assert len(opened.codes) == len(known.codes)
    assert len(opened.substatuses) == len(known.substatuses)


@pytest.mark.parametrize("key", ["299", "../vendors", "503.json", "", "404.999", "\x00", "5yy", ".", "503@nobody"])
def test_the_open_catalogue_has_no_other_keys(key: str) -> None:
    opened = open_catalogue()
    assert key not in opened
    with pytest.raises(KeyError):
        opened.gist(key, "en")


def test_an_entry_of_the_open_catalogue_is_read_once() -> None:
    opened = open_catalogue()
    assert opened.codes["503"] is opened.codes["503"]
