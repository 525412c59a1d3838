"""What people type, made fit to keep: bounded, printable, and read as durations or places."""

import re
import unicodedata

MAX_TEXT = 1_000
MAX_NAME = 80
SECONDS = {
    "s": 1, "sec": 1, "秒": 1,
    "m": 60, "min": 60, "minute": 60, "minutes": 60, "分": 60, "分钟": 60, "分鐘": 60,
    "h": 3_600, "hour": 3_600, "hours": 3_600, "小时": 3_600, "小時": 3_600,
    "d": 86_400, "day": 86_400, "days": 86_400, "天": 86_400,
    "w": 604_800, "week": 604_800, "weeks": 604_800, "周": 604_800, "週": 604_800,
}  # fmt: skip
MAX_SECONDS = 366 * 86_400
_DURATION = re.compile(r"(\d{1,9})([a-z秒分钟鐘小时時天周週]*)")
_KEPT_FORMATS = frozenset("\u200c\u200d")
"""Joiners that scripts and emoji need; all other invisible characters can turn or hide a text."""


def plain_lines(text: str) -> str:
    """The text without control, direction and other invisible characters; blank lines and outer blanks removed."""
    lines = (_printable(line).strip() for line in re.split(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", text))
    return "\n".join(filter(None, lines))


def one_line(text: str, most: int = MAX_NAME) -> str:
    """The text in one line of at most ``most`` code points."""
    return " ".join(plain_lines(text).split())[:most].strip()


def seconds(text: str) -> int | None:
    """A duration such as "90", "10m", "1h", "2 days" or "30分钟" in seconds; None for anything else.

    At most a year.
    """
    found = _DURATION.fullmatch("".join(text.lower().split()))
    if found is None or (found[2] and found[2] not in SECONDS):
        return None
    length = int(found[1]) * SECONDS.get(found[2], 1)
    return length if length <= MAX_SECONDS else None


def _printable(line: str) -> str:
    return "".join(
        character if character != "\t" else " "
        for character in line
        if character == "\t"
        or character in _KEPT_FORMATS
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    )
