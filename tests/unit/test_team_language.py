"""In which language a team is answered: what a channel, a workspace and a person chose."""

from dataclasses import replace

import pytest

from teapot.bot import Teapot
from teapot.conversation import Command, Origin
from tests.teams import ANN, ANN_HERE, HERE, card_of, message, said


@pytest.mark.parametrize(
    ("choices", "text", "language"),
    [
        ((), "HTTP 503", "en"),
        ((), "报 503 错误了", "zh-Hans"),
        (("settings language zh-Hant",), "报 503 错误了", "zh-Hant"),
        (("settings language zh-Hant workspace",), "报 503 错误了", "zh-Hans"),
        (("settings language zh-Hant workspace",), "HTTP 503", "zh-Hant"),
        (("settings language en", "settings language zh-Hant workspace"), "HTTP 503", "en"),
    ],
)
async def test_the_language_of_an_automatic_reply(
    teapot: Teapot, choices: tuple[str, ...], text: str, language: str
) -> None:
    for choice in choices:
        await said(teapot, choice)
    _, reply = await teapot.automatic.hear(message(text))
    assert reply is not None
    assert card_of(reply).language == language


@pytest.mark.parametrize(
    ("choice", "command", "language"),
    [
        ("settings language zh-Hant", Command(ANN_HERE, "503"), "zh-Hant"),
        ("settings language zh-Hant", Command(ANN_HERE, "503", language="zh-Hans"), "zh-Hans"),
        ("settings language zh-Hant", Command(Origin(HERE, replace(ANN, locale="en-US")), "503", private=True), "en"),
        ("settings language zh-Hant workspace", Command(ANN_HERE, "网关超时"), "zh-Hans"),
        ("settings language zh-Hant workspace", Command(ANN_HERE, "503"), "zh-Hant"),
    ],
)
async def test_the_language_of_a_commands_answer(teapot: Teapot, choice: str, command: Command, language: str) -> None:
    await said(teapot, choice)
    assert card_of(await teapot.answer(command)).language == language


async def test_a_persons_own_language_holds_in_private(teapot: Teapot) -> None:
    await said(teapot, "me language zh-TW", origin=ANN_HERE)
    replies = [await teapot.answer(Command(ANN_HERE, "503", private=private)) for private in (True, False)]
    assert [card_of(reply).language for reply in replies] == ["zh-Hant", "en"]
