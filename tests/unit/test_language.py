"""Which language is chosen for a locale, a text, or a name."""

import pytest

from teapot.language import of_locale, of_text, parse


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en-US", "en"),
        ("de", "en"),
        ("zh-CN", "zh-Hans"),
        ("zh_CN.UTF-8", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-Hans-SG", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
        ("", None),
        (None, None),
    ],
)
def test_a_locale_has_its_language(locale: str | None, language: str | None) -> None:
    assert of_locale(locale) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the gateway is down", None),
        ("接口报502了", "zh-Hans"),
        ("網關又掛了", "zh-Hant"),
        ("伺服器回傳 503", "zh-Hant"),
        ("服务器返回 503", "zh-Hans"),
        ("502 又来了", "zh-Hans"),
        ("502 又來了", "zh-Hant"),
        ("上面", "zh-Hans"),
        ("", None),
        ("𝟝𝟘𝟛 🫖", None),
    ],
)
def test_a_text_has_the_language_of_its_script(text: str, language: str | None) -> None:
    assert of_text(text) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [("ZH-tw", "zh-Hant"), ("繁體中文", "zh-Hant"), ("English", "en"), ("zh_Hans", "zh-Hans"), ("klingon", None)],
)
def test_a_language_can_be_named(name: str, language: str | None) -> None:
    assert parse(name) == language
