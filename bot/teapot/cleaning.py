"""Typed text without what cannot be seen."""

import unicodedata

MAX_QUERY = 200
"""Code points of a query that are read; the rest of a longer one is dropped."""

_CONTROL = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
_MARKS = (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x20E3, 0xFEFF)
_VARIATIONS = range(0xFE00, 0xFE10)
_VISIBLE = dict.fromkeys(_CONTROL, " ") | dict.fromkeys((*_MARKS, *_VARIATIONS), "")
"""Characters that show nothing, turn the writing direction, or only dress the one before, as a keycap does."""


def clean(text: str) -> str:
    """The first MAX_QUERY code points, full-width forms made plain, without control, bidirectional or broken ones."""
    normal = unicodedata.normalize("NFKC", text[:MAX_QUERY])[: 2 * MAX_QUERY]
    if not normal.isascii():
        normal = "".join(character for character in normal if not _is_broken(character))
    return normal.translate(_VISIBLE).strip()


def _is_broken(character: str) -> bool:
    """A half of a surrogate pair, or a tag of the last plane."""
    return "\ud800" <= character <= "\udfff" or character >= "\U000e0000"
