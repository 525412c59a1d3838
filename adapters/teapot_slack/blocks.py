"""The smallest parts of Block Kit messages, and their size."""

import json
from typing import Any

from teapot.card import Link
from teapot_slack.limits import cut
from teapot_slack.mrkdwn import clean, entities

ADDRESS = 1000
"""Characters that an address may have."""

Json = dict[str, Any]


def section_of(text: str) -> Json:
    """A block of mrkdwn."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, "verbatim": True}}


def plain_text(text: str, most: int) -> Json:
    """A label of at most so many characters, in which nothing is mark-up."""
    return {"type": "plain_text", "text": cut(clean(text), most), "emoji": False}


def address_of(link: Link | None) -> str:
    """The link's address as it may stand between ``<`` and ``|``; empty when there is none that Slack would take."""
    if link is None or not link.url.startswith(("https://", "http://")):
        return ""
    address = entities("".join(link.url.split())).replace("|", "%7C")
    return address if len(address) <= ADDRESS else ""


def within(drawn: list[Json], room: int) -> list[Json]:
    """As many of the first parts as have room."""
    while drawn and size_of(drawn) > room:
        drawn.pop()
    return drawn


def size_of(blocks: list[Json]) -> int:
    """Characters of JSON."""
    return len(json.dumps(blocks, ensure_ascii=False))
