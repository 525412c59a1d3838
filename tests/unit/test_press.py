"""What buttons carry."""

import pytest

from teapot.entries import LANGUAGES
from teapot.press import MAX_TOKEN, Press, Verb, parse


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("key", ["503", "5xx", "404.13", "499@esri", "502~504", "1xxx", "000", ""])
def test_a_press_survives_its_token(verb: Verb, key: str, language: str) -> None:
    press = Press(verb, key, next(tag for tag in LANGUAGES if tag == language), "U0123456789")
    assert parse(press.token()) == press
    assert len(press.token()) <= MAX_TOKEN


@pytest.mark.parametrize(
    "token",
    [
        "",
        "other-bot:503",
        "tp1:explode:503:en:",
        "tp1:details:503:fr:",
        "tp1:details:../../etc:en:",
        "tp1:details:503:en",
        "tp1:details:503:en:<script>",
        "tp1:details:" + "5" * 200 + ":en:",
        "tp2:details:503:en:",
        "tp1:details:503:en:U1\n",
    ],
)
def test_anything_else_is_not_ours(token: str) -> None:
    assert parse(token) is None
