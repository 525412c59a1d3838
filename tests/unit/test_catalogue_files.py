"""The catalogue's files: each is of its form, complete, and agrees with the registry and with the others."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from teapot import catalogue
from teapot.entries import LANGUAGES, Reading
from teapot.problems import ConfigError
from tests.registry import OTHER_PHRASES, REGISTRY

KNOWN = catalogue.load()
STATES = {"permanent": "registered", "temporary": "temporary", "unused": "unused", "obsoleted": "obsolete"}
READINGS = [(code, at, reading) for code, entry in KNOWN.codes.items() for at, reading in enumerate(entry.readings)]
STANDARD = [(code, reading) for code, _, reading in READINGS if reading.vendor is None]


def test_every_registered_code_has_its_file() -> None:
    assert {code for code, *_ in REGISTRY} <= set(KNOWN.codes)


@pytest.mark.parametrize(("code", "phrase", "document", "section", "state"), REGISTRY, ids=[row[0] for row in REGISTRY])
def test_a_registered_code_agrees_with_the_registry(
    code: str, phrase: str, document: str, section: str, state: str
) -> None:
    reading = KNOWN.codes[code].readings[0]
    assert reading.phrase == OTHER_PHRASES.get(code, phrase)
    assert reading.standing == STATES[state]
    if document.startswith("RFC"):
        assert (reading.documents[0].title, reading.documents[0].section) == (document, section)


def test_only_registered_codes_have_a_standard_reading() -> None:
    registered = {code for code, *_ in REGISTRY}
    assert [code for code, reading in STANDARD if code not in registered] == []


def test_everything_that_is_named_exists() -> None:
    assert catalogue.broken_references(KNOWN) == ()


@pytest.mark.parametrize(
    "link", sorted({d.link for _, _, r in READINGS for d in r.documents if "rfc-editor" in d.link})
)
def test_a_link_to_an_rfc_has_the_editors_form(link: str) -> None:
    assert re.fullmatch(r"https://www\.rfc-editor\.org/rfc/rfc[1-9]\d*\.html(#(section|appendix)-[0-9A-Z.]+)?", link)


@pytest.mark.parametrize(("code", "reading"), STANDARD, ids=[code for code, _ in STANDARD])
def test_a_link_leads_to_the_section_it_names(code: str, reading: Reading) -> None:
    for document in reading.documents:
        if document.title.startswith("RFC ") and document.section:
            number = document.title.removeprefix("RFC ")
            assert document.link.startswith(f"https://www.rfc-editor.org/rfc/rfc{number}.html#"), code
            assert document.link.endswith(f"-{document.section}"), code


@pytest.mark.parametrize(("code", "reading"), STANDARD, ids=[code for code, _ in STANDARD])
def test_a_registered_code_is_told_in_full(code: str, reading: Reading) -> None:
    assert reading.when, code
    assert reading.client is not None, code
    assert 3 <= len(reading.check_first) <= 6, code
    assert reading.retry is not None, code
    assert reading.cacheable is not None, code
    assert reading.content is not None, code
    assert reading.lasting is not None or code < "300" or code in {"304", "306"}, code
    assert reading.related, code
    assert reading.search.en, code
    assert reading.search.zh_hans, code
    assert reading.search.zh_hant, code


@pytest.mark.parametrize(("code", "reading"), STANDARD, ids=[code for code, _ in STANDARD])
def test_a_redirect_tells_what_becomes_of_the_method(code: str, reading: Reading) -> None:
    is_redirect = code in {"301", "302", "303", "307", "308"}
    assert (reading.redirect_method is not None) >= is_redirect


def _texts(value: object, where: str) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES) and all(isinstance(text, str) for text in value.values()):
            yield where, value
        for name, inner in value.items():
            yield from _texts(inner, f"{where}.{name}")
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _texts(inner, f"{where}[{at}]")


FILES = sorted(Path(str(files("teapot_data"))).rglob("*.json"))


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_no_text_is_blank_and_code_marks_are_paired(file: Path) -> None:
    for where, told in _texts(json.loads(file.read_text(encoding="utf-8")), file.stem):
        for language, text in told.items():
            assert text == text.strip() != "", f"{where}.{language}"
            assert text.count("`") % 2 == 0, f"{where}.{language}"


WRITTEN_BY_HAND = [file for file in FILES if file.name != "han.json"]  # derived, one line a character


@pytest.mark.parametrize("file", WRITTEN_BY_HAND, ids=[file.stem for file in WRITTEN_BY_HAND])
def test_a_file_is_in_the_form_that_a_tool_would_write(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def _broken(folder: Path, name: str, content: str) -> tuple[str, ...]:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, encoding="utf-8")
    for other in ("vendors", "sentences"):
        if name != f"{other}.json":
            (folder / f"{other}.json").write_text("{}")
    with pytest.raises(ConfigError) as raised:
        catalogue.load(folder)
    return raised.value.problems


def test_a_missing_field_is_told_with_file_and_field(tmp_path: Path) -> None:
    (problem,) = _broken(tmp_path, "codes/503.json", '{"code": "503", "readings": [{"phrase": "x"}]}')
    assert "codes/503.json" in problem
    assert "$.readings[0]" in problem
    assert "standing" in problem


def test_a_text_that_is_too_long_is_told_with_its_limit(tmp_path: Path) -> None:
    name = {"en": "x" * 61, "zh-Hans": "x", "zh-Hant": "x"}
    content = {"code": "5xx", "phrase": "x", "name": name, "gist": name, "meaning": name, "documents": []}
    (problem,) = _broken(tmp_path, "classes/5xx.json", json.dumps(content))
    assert "length <= 60 - at `$.name.en`" in problem


def test_a_missing_language_is_told(tmp_path: Path) -> None:
    (problem,) = _broken(tmp_path, "sentences.json", '{"hello": {"en": "Hello", "zh-Hans": "你好"}}')
    assert "zh-Hant" in problem


def test_an_unknown_field_is_told(tmp_path: Path) -> None:
    (problem,) = _broken(tmp_path, "vendors.json", '{"nginx": {"name": "nginx", "colour": "green"}}')
    assert "colour" in problem


def test_a_file_that_is_not_json_is_told(tmp_path: Path) -> None:
    (problem,) = _broken(tmp_path, "codes/404.json", "404: Not Found")
    assert problem.startswith("catalogue: codes/404.json:")


def test_a_file_under_a_wrong_name_is_told(tmp_path: Path) -> None:
    content = (FILES[0].parent.parent / "classes" / "5xx.json").read_text(encoding="utf-8")
    (problem,) = _broken(tmp_path, "classes/4xx.json", content)
    assert "4xx.json: holds 5xx" in problem


def test_all_bad_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "codes").mkdir()
    (tmp_path / "codes" / "404.json").write_text("{")
    assert len(_broken(tmp_path, "codes/503.json", "[")) == 2
