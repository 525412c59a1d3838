"""A card is data: what to show, before any platform has drawn it.

Every text is plain; a run in backticks is code, and that is the only mark-up. Renderers escape all the rest.
"""

from dataclasses import dataclass
from enum import StrEnum

from teapot.entries import Language
from teapot.press import Press

COLOURS = {
    "1": 0x64748B,
    "2": 0x16A34A,
    "3": 0x2563EB,
    "4": 0xD97706,
    "5": 0xDC2626,
}
NEUTRAL = 0x6B7280


def colour_of(key: str) -> int:
    """The colour of a code's class as 0xRRGGBB; grey for what has no class."""
    return NEUTRAL if key == "1xxx" else COLOURS.get(key[0], NEUTRAL)


@dataclass(frozen=True, slots=True)
class Section:
    """A labelled part of a card; ``lines`` are shown one below the other. ``short`` ones may stand side by side."""

    label: str
    lines: tuple[str, ...]
    short: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Text to be shown exactly as it is, in a fixed-width font, such as the head of an exchange.

    ``syntax`` names the language to colour it as, where a platform does so.
    """

    label: str
    text: str
    syntax: str = "http"


@dataclass(frozen=True, slots=True)
class Link:
    """An https address and what to call it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Button:
    """Something to press."""

    label: str
    press: Press


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to pick; ``note`` is a line about it."""

    label: str
    note: str
    press: Press


@dataclass(frozen=True, slots=True)
class Picker:
    """A list to pick from; at most 25 choices, each press different."""

    placeholder: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What to show about one subject. ``plain`` is the whole in one line for notifications and screen readers.

    ``finder`` is what stands in a field to type into, for entries to open, on a platform that has such a field on a
    message; empty for a card without one.
    """

    language: Language
    colour: int
    title: str
    lead: str
    plain: str
    body: str = ""
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = ()
    link: Link | None = None
    footer: str = ""
    buttons: tuple[Button, ...] = ()
    picker: Picker | None = None
    finder: str = ""


class Place(StrEnum):
    """Where a reply goes: for all to see, for the asker alone, over the card that was pressed, or the card goes."""

    PUBLIC = "public"
    PRIVATE = "private"
    REPLACE = "replace"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG that belongs to a card. ``alt`` says in words what it shows.

    ``instead`` is what a card for the asker alone says on a platform that shows no pictures on those.
    """

    name: str
    png: bytes
    alt: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a command, a message or a press. ``card`` is None only where the pressed card is to go.

    ``threaded`` says whether an automatic reply belongs into its message's thread or, as a channel may choose, beside
    the message in the channel. ``codes`` are what an automatic reply was made for, empty for every other: an adapter
    tells ``AutomaticReplies.posted`` what became of one that has some. ``is_incident`` marks the message that tells an
    incident, of which that is told too; it stands in the channel itself.
    """

    card: Card | None
    place: Place
    threaded: bool = True
    codes: tuple[str, ...] = ()
    is_incident: bool = False
    picture: Picture | None = None
