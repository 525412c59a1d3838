"""What a button carries. All state is in the token, so buttons work after a restart and on any replica.

A key names what a card is about: "503", "5xx", "404.13", "499@esri" (one vendor's reading), "502~504" (two compared).
A mute's key is what to mute and for how many seconds: "503~3600", for good "503~0", the whole channel "~0".
The key of statistics is the number of days.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from teapot.entries import LANGUAGES, Language

MAX_TOKEN = 100
"""Characters a token may have: Discord's limit for ``custom_id``, the smallest of the platforms'."""

PREFIX = "tp1"
_TOKEN = re.compile(
    rf"{PREFIX}:(?P<verb>[a-z]{{1,10}}):(?P<key>[0-9a-z.@~-]{{0,40}}):(?P<language>{'|'.join(LANGUAGES)}):(?P<owner>[A-Za-z0-9]{{0,32}})"
)


class Verb(StrEnum):
    """What a press asks for."""

    SUMMARY = "summary"
    DETAILS = "details"
    CONSTANTS = "constants"
    SHARE = "share"
    REMOVE = "remove"
    MUTE = "mute"
    UNMUTE = "unmute"
    FORGET = "forget"
    STATS = "stats"


VIEWS = (Verb.SUMMARY, Verb.DETAILS, Verb.CONSTANTS)


@dataclass(frozen=True, slots=True)
class Press:
    """A button's meaning. ``owner`` is the id of the person whose message a reply answers, where that matters."""

    verb: Verb
    key: str
    language: Language
    owner: str = ""

    def token(self) -> str:
        """The press as at most 100 ASCII characters, unique within one card."""
        return f"{PREFIX}:{self.verb}:{self.key}:{self.language}:{self.owner}"


def parse(token: str) -> Press | None:
    """The press that a token stands for; None for anything else, such as another program's button."""
    found = _TOKEN.fullmatch(token) if len(token) <= MAX_TOKEN else None
    if found is None or found["verb"] not in tuple(Verb):
        return None
    language = next(tag for tag in LANGUAGES if tag == found["language"])
    return Press(Verb(found["verb"]), found["key"], language, found["owner"])
