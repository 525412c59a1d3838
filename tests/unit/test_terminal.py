"""Cards in the terminal."""

import re
import unicodedata

import pytest

from teapot.cards import card
from teapot.catalogue import Catalogue
from teapot.entries import LANGUAGES, Language
from teapot.terminal import draw


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 100])
def test_every_line_but_the_address_fits_the_screen(known: Catalogue, language: Language, width: int) -> None:
    *lines, _address = draw(card(known, "502", language), width=width, colour=False).splitlines()
    assert [line for line in lines if columns(line) > width] == []


def test_plain_text_has_no_escape_codes(known: Catalogue) -> None:
    assert "\x1b" not in draw(card(known, "503", "en"), width=80, colour=False)


def test_colour_marks_the_class(known: Catalogue) -> None:
    assert "\x1b[38;2;220;38;38m" in draw(card(known, "503", "en"), width=80, colour=True)


def test_colour_changes_no_word(known: Catalogue) -> None:
    shown = card(known, "502", "en")
    painted = re.sub(r"\x1b\[[0-9;]*m", "", draw(shown, width=80, colour=True)).replace("▌ ", "").replace("▌", "")
    assert painted == draw(shown, width=80, colour=False)


def test_code_marks_are_not_shown(known: Catalogue) -> None:
    assert "`" not in draw(card(known, "502", "en"), width=60, colour=False)
