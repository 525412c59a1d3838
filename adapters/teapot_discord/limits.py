"""What Discord takes at most, in UTF-16 code units where it counts text (docs: Message, Embed Limits, Components)."""

EMBED_TITLE = 256
EMBED_DESCRIPTION = 4096
EMBED_FIELDS = 25
FIELD_NAME = 256
FIELD_VALUE = 1024
FOOTER = 2048
EMBED_TOTAL = 6000
CONTENT = 2000
ATTACHMENT_DESCRIPTION = 1024
ROWS = 5
BUTTONS_IN_ROW = 5
BUTTON_LABEL = 80
CUSTOM_ID = 100
OPTIONS = 25
OPTION_LABEL = 100
OPTION_DESCRIPTION = 100
PLACEHOLDER = 150
CHOICES = 25
CHOICE_NAME = 100
CHOICE_VALUE = 100
URL = 2048
BUTTON_URL = 512


def cut(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis, within ``most`` UTF-16 code units."""
    if units(text) <= most:
        return text
    room, end = most - 1, 0
    for character in text:
        room -= 2 if ord(character) > 0xFFFF else 1
        if room < 0:
            break
        end += 1
    return text[:end].rstrip() + "…"


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
