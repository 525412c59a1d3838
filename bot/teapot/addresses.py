"""Addresses in a text that somebody typed: only plain https ones, of which nothing can be taken for mark-up's end."""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?<![\w/])(https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?"
    r"(?:[/?#](?:[A-Za-z0-9_\-./~%?=&+#@:,;!$]*[A-Za-z0-9_/=~#&-])?)?)"
)
"""A host of letters, digits, dots and dashes, and what RFC 3986 section 2 lets follow it but quotes and brackets."""


def parted(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is an https address; together they are the text."""
    for at, piece in enumerate(_ADDRESS.split(text)):
        if piece:
            yield piece, at % 2 == 1
