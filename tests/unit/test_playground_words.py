"""The page's own words: all that it says is there, in three languages, and nothing else."""

import re
from importlib.resources import files

import pytest

from teapot.decision import Reason
from teapot.entries import LANGUAGES
from teapot_playground.start import read_words

WEB = files("teapot_playground") / "web"
SCRIPTS = {file.name: file.read_text(encoding="utf-8") for file in WEB.iterdir() if file.name.endswith(".js")}
PAGE = (WEB / "page.html").read_text(encoding="utf-8")
SAID = re.compile(r"""say\((?:[^()"`]*\? )?["`]([a-z-]+)["`]|data-say(?:-[a-z]+)?="([a-z-]+)"|: "([a-z]+-[a-z-]+)"\)""")
BEGINNINGS = ("reason-", "persona-", "example-", "examples-", "reply-")
"""Of words whose names the page puts together from what it shows."""


def named_by_the_page() -> set[str]:
    found = (match.groups() for source in (*SCRIPTS.values(), PAGE) for match in SAID.finditer(source))
    return {name for groups in found for name in groups if name}


def test_everything_the_page_says_has_words() -> None:
    assert named_by_the_page() <= set(read_words())


def test_no_word_is_left_over() -> None:
    named = named_by_the_page()
    assert [name for name in read_words() if name not in named and not name.startswith(BEGINNINGS)] == []


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.MENTIONED])
def test_every_silence_is_explained(reason: Reason) -> None:
    assert f"reason-{reason}" in read_words()


def test_every_explained_silence_exists() -> None:
    explained = {name.removeprefix("reason-") for name in read_words() if name.startswith("reason-")}
    assert explained <= set(Reason)


@pytest.mark.parametrize("name", sorted(read_words()))
def test_the_languages_fill_in_the_same_values(name: str) -> None:
    text = read_words()[name]
    values = {language: set(re.findall(r"\{(\w+)\}", text.said_in(language))) for language in LANGUAGES}
    assert values["en"] == values["zh-Hans"] == values["zh-Hant"]


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_every_module_that_is_imported_is_in_the_package(name: str) -> None:
    assert set(re.findall(r'from "\./([^"]+)"', SCRIPTS[name])) <= set(SCRIPTS)


def test_every_file_that_the_page_names_is_in_the_package() -> None:
    named = set(re.findall(r'(?:href|src)="/playground/([^"]+)"', PAGE))
    assert named <= {file.name for file in WEB.iterdir()}


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_no_data_becomes_markup(name: str) -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", SCRIPTS[name])


def test_the_page_has_no_script_and_no_style_of_its_own() -> None:
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\son\w+=", PAGE)


def test_the_page_names_no_other_host() -> None:
    sources = "\n".join((*SCRIPTS.values(), PAGE)).replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"https?://[a-z0-9]", sources) == []
