"""A card for the terminal: coloured on a screen, plain text in a pipe."""

import os
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from teapot.card import Card

RESET, BOLD, DIM, CODE = "\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[36m"


COLUMNS = 80
"""What a pipe and an unknown screen have."""


def screen_width(env: Mapping[str, str]) -> int:
    """Columns of the screen: as the variable ``COLUMNS`` says, as the terminal says, else COLUMNS."""
    told = env.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or COLUMNS
    except (OSError, ValueError):
        return COLUMNS


def draw(card: Card, *, width: int, colour: bool) -> str:
    """The card as lines of at most ``width`` columns, Han characters counted as two."""
    paint = _painted if colour else _plain
    bar = _bar(card.colour) if colour else ""
    lines = [paint(BOLD, card.title)]
    lines += wrapped(card.lead, width)
    if card.footer:
        lines += [paint(DIM, line) for line in wrapped(card.footer, width)]
    if card.body:
        lines += ["", *wrapped(card.body, width)]
    for section in card.sections:
        lines += ["", paint(BOLD, section.label)]
        for line in section.lines:
            lines += wrapped(line, width, indent="  ")
    for block in card.blocks:
        lines += ["", paint(BOLD, block.label), *(f"  {line}" for line in block.text.splitlines())]
    if card.picker is not None:
        lines += ["", paint(BOLD, card.picker.placeholder)]
        for choice in card.picker.choices:
            lines += wrapped(f"{choice.label}: {choice.note}", width, indent="  ")
    if card.link is not None:
        lines += ["", paint(DIM, card.link.url)]
    return "\n".join(f"{bar}{line}".rstrip() for line in _coded(lines, paint))


def _coded(lines: Iterable[str], paint: Callable[[str, str], str]) -> Iterator[str]:
    """Lines with what stands between backticks painted, also where a wrapped line parts it."""
    inside = False
    for line in lines:
        parts = line.split("`")
        yield "".join(paint(CODE, part) if part and inside ^ (at % 2 == 1) else part for at, part in enumerate(parts))
        inside ^= len(parts) % 2 == 0


def _bar(colour: int) -> str:
    red, green, blue = colour >> 16, colour >> 8 & 255, colour & 255
    return f"\x1b[38;2;{red};{green};{blue}m▌{RESET} "


def _painted(style: str, text: str) -> str:
    return f"{style}{text}{RESET}"


def _plain(_style: str, text: str) -> str:
    return text


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most ``width`` columns: textwrap counts characters, and a Han character takes two."""
    room = max(width - 2 - len(indent), 20)
    wide = "".join(_doubled(text))
    folded = textwrap.wrap(wide, room, break_long_words=True, break_on_hyphens=False) if wide else []
    return [indent + line.replace(_FILLER, "") for line in folded]


_FILLER = "\ue000"


def _doubled(text: str) -> Iterator[str]:
    for character in text:
        yield character
        if unicodedata.east_asian_width(character) in "WF":
            yield _FILLER
