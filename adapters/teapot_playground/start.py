"""What the page is told when it opens: its words, the rules in force, and which platforms can be drawn."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from teapot.bot import Teapot
from teapot.decision import AutoReply
from teapot.entries import Told
from teapot_playground.previews import Previews
from teapot_playground.protocol import MAX_TEXT

Words = dict[str, Told[Annotated[str, Meta(min_length=1, max_length=300)]]]


class Start(Struct, frozen=True):
    """``missing`` says for a platform why it cannot be drawn; ``words`` holds every text of the page, by name."""

    command: str
    auto_reply: AutoReply
    cooldown_seconds: float
    replies_per_minute: int
    longest_text: int
    platforms: tuple[str, ...]
    missing: Mapping[str, str]
    words: Words


def start(teapot: Teapot, previews: Previews, words: Words) -> Start:
    """The page's first message."""
    return Start(
        command=teapot.command,
        auto_reply=teapot.rules.auto_reply,
        cooldown_seconds=teapot.rules.cooldown_seconds,
        replies_per_minute=teapot.rules.replies_per_minute,
        longest_text=MAX_TEXT,
        platforms=tuple(previews.adapters),
        missing=previews.missing,
        words=words,
    )


def read_words() -> Words:
    """The page's own words in the three languages. Raises msgspec.ValidationError naming what is wrong."""
    return msgspec.json.decode((files("teapot_playground") / "words.json").read_bytes(), type=Words)
