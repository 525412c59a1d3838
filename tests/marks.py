"""Texts in which ⟦ and ⟧ stand around every status that must be found."""

import re

from teapot.mentions import find_mentions

_MARKS = re.compile("[⟦⟧]")


def unmarked(marked: str) -> str:
    """The text without its marks."""
    return _MARKS.sub("", marked)


def mark_mentions(text: str) -> str:
    """The text with marks around what is found in it."""
    marked = text
    for mention in reversed(find_mentions(text)):
        marked = f"{marked[: mention.start]}⟦{text[mention.start : mention.end]}⟧{marked[mention.end :]}"
    return marked
