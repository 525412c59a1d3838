"""What comes in from a platform, in the same words for all of them. Ids are the platform's own, as ``str``."""

import re
from dataclasses import dataclass

from teapot.entries import Language

MAX_QUERY = 200
"""Code points of a query that are read; the rest of a longer one is dropped."""

_CODE_MARKS = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Channel:
    """A place where people talk: platform ("discord", "slack"), workspace or guild ("" in a private talk), channel."""

    platform: str
    workspace: str
    id: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote or pressed. ``locale`` is the platform's tag such as "zh-TW", where it tells one.

    ``is_bot`` holds for bots, webhooks and the platform's own messages. ``manages`` tells whether the platform says
    that this person may manage the channel, ``manages_workspace`` whether the whole workspace. ``name`` is how the
    platform shows them, where that is known.
    """

    id: str
    is_bot: bool = False
    locale: str | None = None
    manages: bool = False
    manages_workspace: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was asked, and by whom."""

    channel: Channel
    person: Person


@dataclass(frozen=True, slots=True)
class Command:
    """``/http <query>`` with its options; ``language`` and ``private`` are None when the person left them out."""

    origin: Origin
    query: str
    language: Language | None = None
    private: bool | None = None


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A message as it was delivered. ``text`` is what a person reads: entities unescaped, links' addresses kept.

    ``id`` is the platform's key for it (a Slack time stamp, a Discord snowflake); ``sent_at`` is in epoch seconds.
    """

    origin: Origin
    id: str
    text: str
    sent_at: float


def without_quotes(text: str) -> str:
    """The text without the lines that quote somebody ("> ..."), which both platforms write alike."""
    if ">" not in text:
        return text
    return "\n".join(line for line in text.split("\n") if not line.lstrip().startswith(">"))


def without_code(text: str) -> str:
    """The text without its code blocks and inline code, which both platforms write alike."""
    return _CODE_MARKS.sub(" ", text)
