"""Slack's mrkdwn: foreign text made harmless on the way out, and made readable on the way in.

Slack asks to escape exactly ``& < >`` (docs: Formatting text for app surfaces, Escaping text); without a bare ``<``
nothing in a text is a mention or a link.
"""

import re
from collections.abc import Sequence

from teapot.addresses import parted
from teapot_slack.limits import cut

MAX_TEXT = 40_000
"""Characters of a message that are read; Slack cuts longer ones itself (docs: chat.postMessage, Truncating content)."""

_CODE = re.compile(r"(`[^`\n]+`)")
_MARK_AT_A_WORDS_EDGE = re.compile(r"(?<![^\W_])[*_~]|[*_~](?![^\W_])")
_WORD_JOINER = "\u2060"
_BACKTICK, _ITS_TWIN = "`", "ˋ"
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ENTITY = re.compile(r"<([^<>]*)>")
_PERSON = re.compile(r"<@([A-Z0-9]{1,32})(?:\|[^<>]*)?>")
_QUOTED_LINE = re.compile(r"^[ \t]*&gt;.*$", re.MULTILINE)
_QUOTED_REST = re.compile(r"^[ \t]*&gt;&gt;&gt;.*", re.MULTILINE | re.DOTALL)


def escape(text: str, *, links: bool = True) -> str:
    """Text that shows as it is: nothing live in it but plain https addresses, and no mark-up but code in backticks.

    Marks inside a word stay as they are, since Slack formats none there and names are copied from cards.
    """
    parts = _CODE.split(text)
    return "".join(entities(part) if at % 2 else _shown(part, links=links) for at, part in enumerate(parts))


def entities(text: str) -> str:
    """Text with ``& < >`` as entities, without what nobody sees; else unchanged."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clean(text: str) -> str:
    """Text without control characters, turned writing directions and halves of characters."""
    return _UNSHOWN.sub("", text)


def fitting(text: str, most: int, *, links: bool = True) -> str:
    """``escape`` within ``most`` characters: a longer text loses its end before it is escaped, so no entity is cut.

    Nothing in a shortened text is a link, for an address that lost its end leads elsewhere.
    """
    shown = escape(text, links=links)
    while len(shown) > most:
        text = cut(text, max(1, len(text) * most // len(shown)))
        shown = escape(text, links=False)
    return shown


def fitting_lines(lines: Sequence[str], most: int) -> str:
    """As many whole lines as fit ``most`` characters, escaped, so that no step is cut in the middle."""
    shown = [fitting(line, most - 2) for line in lines]
    if len("\n".join(shown)) <= most:
        return "\n".join(shown)
    while len("\n".join((*shown, "…"))) > most:
        shown.pop()
    return "\n".join((*shown, "…"))


def fixed(text: str, most: int) -> str:
    """A fixed-width block within ``most`` characters; a backtick in the text would end it and is drawn as its twin."""
    shown = text.replace(_BACKTICK, _ITS_TWIN)
    while shown and (length := len(entities(shown))) > most - 6:
        shown = cut(shown, min(len(shown) * (most - 6) // length, len(shown) - 1)) if len(shown) > 1 else ""
    return f"```{entities(shown)}```"


def read(text: str) -> str:
    """What a person reads of a text that Slack sent: people, channels and groups left out, links as their address."""
    return unescape(_ENTITY.sub(_readable, text[:MAX_TEXT])).strip()


def read_query(text: str, bot: str | None) -> str:
    """``read`` for a text that asks the bot something: people other than it stay, as ``<@U123>``."""
    kept = _PERSON.sub(lambda found: "" if found[1] == bot else f"&lt;@{found[1]}&gt;", text[:MAX_TEXT])
    return read(kept)


def unquoted(text: str) -> str:
    """A text that Slack sent without what quotes somebody else: lines behind ``>``, and all that follows ``>>>``."""
    return _QUOTED_LINE.sub("", _QUOTED_REST.sub("", text[:MAX_TEXT]))


def unescape(text: str) -> str:
    """What a person typed, from what Slack sent."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _shown(text: str, *, links: bool) -> str:
    if not links:
        return _unmarked(text)
    return "".join(f"<{entities(piece)}>" if is_address else _unmarked(piece) for piece, is_address in parted(text))


def _unmarked(text: str) -> str:
    """Formatting needs a mark with a blank or a sign before or after it; a word joiner there is neither."""
    text = entities(text).replace(_BACKTICK, _ITS_TWIN)
    return _MARK_AT_A_WORDS_EDGE.sub(lambda found: f"{_WORD_JOINER}{found[0]}{_WORD_JOINER}", text)


def _readable(entity: re.Match[str]) -> str:
    address, _, _label = entity[1].partition("|")
    return " " if address[:1] in {"@", "#", "!", ""} else address
