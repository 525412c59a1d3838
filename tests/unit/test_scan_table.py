"""What a person and a script see of the codes that were counted in a log."""

import json

import pytest

from teapot.catalogue import Catalogue
from teapot.scanning import document, table
from tests.access_logs import counted, log


def test_the_document_lists_the_most_frequent_first() -> None:
    rows = json.loads(document(counted(log(404, 502, 502))))["codes"]
    assert [(row["code"], row["count"]) for row in rows] == [("502", 2), ("404", 1)]


def test_the_table_has_a_bar_and_says_what_the_busiest_errors_mean(known: Catalogue) -> None:
    lines = list(table(counted(log(502, 502, 200)), known, "en"))
    assert lines[0].startswith("2  " + "█" * 24 + "  502 Bad Gateway")
    assert lines[-1] == f"502 Bad Gateway: {known.gist('502', 'en')}"


@pytest.mark.parametrize("columns", [24, 40, 60, 80])
def test_the_table_fits_the_screen(known: Catalogue, columns: int) -> None:
    lines = list(table(counted(log(*[502] * 1200, 504, 404, 200)), known, "en", columns=columns))
    assert [line for line in lines if len(line) > columns] == []
    assert "█" in lines[0]
    assert "502 Bad" in lines[0]


def test_no_more_than_the_busiest_errors_are_explained(known: Catalogue) -> None:
    lines = list(table(counted(log(200, 200, 500, 502, 502, 503, 503, 504, 504)), known, "en"))
    assert [line[:3] for line in lines if line[:3] in {"200", "500", "502", "503", "504"}] == ["502", "503", "504"]


def test_times_stand_in_one_column(known: Catalogue) -> None:
    lines = list(table(counted(log(502, 502, 404)), known, "en"))[:2]
    assert len({line.index("20/Nov") for line in lines}) == 1


def test_on_a_screen_the_bars_make_room_for_the_times(known: Catalogue) -> None:
    lines = list(table(counted(log(502, 502, 404)), known, "en", columns=80))[:2]
    assert all("20/Nov/" in line and "█" in line for line in lines)


def test_an_empty_log_says_so(known: Catalogue) -> None:
    assert list(table({}, known, "en")) == ["No HTTP status codes found."]
