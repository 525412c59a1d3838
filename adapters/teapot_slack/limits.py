"""What Slack takes at most, in characters (docs: Block Kit reference; the total is from bolt-js issue 2509)."""

TEXT = 4000
ALT = 1000
FILE_TITLE = 250
BLOCKS = 50
SECTION_TEXT = 3000
ACTION_ELEMENTS = 25
BUTTON_TEXT = 75
OPTIONS = 100
OPTION_TEXT = 75
OPTION_DESCRIPTION = 75
PLACEHOLDER = 150
ALL_BLOCKS = 12_000


def cut(text: str, most: int) -> str:
    """The text, or its beginning with an ellipsis, within ``most`` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
