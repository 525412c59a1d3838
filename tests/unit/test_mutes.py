"""Keeping quiet for a while or for good."""

from dataclasses import replace

import pytest

from teapot.asked import Asked
from teapot.press import Press, Verb, parse
from teapot.verbs import Mute, Unmute, carry_out, of_press
from tests.teams import ANN, ELSEWHERE, GUIDE, HERE, NOW, THERE, card_of, typed, words_of

HOUR = 3_600


async def muted(asked: Asked, code: str, *, now: float = NOW) -> bool:
    return (await asked.view()).is_muted(code, now)


async def test_a_code_is_muted_for_a_while(asked: Asked) -> None:
    shown = await typed(asked, "mute 503 1h")
    assert shown.title == "`503` is muted until 2030-03-17 18:46 UTC"
    assert [await muted(asked, "503", now=NOW + at) for at in (1, HOUR - 1, HOUR + 1)] == [True, True, False]


async def test_a_code_is_muted_for_good(asked: Asked) -> None:
    assert (await typed(asked, "mute 503")).title == "`503` is muted for good"
    assert await muted(asked, "503", now=NOW + 10**9)


@pytest.mark.parametrize(("code", "quiet"), [("503", True), ("502", True), ("5xx", True), ("404", False), ("", False)])
async def test_a_class_mutes_its_codes(asked: Asked, code: str, quiet: bool) -> None:
    await typed(asked, "mute 5xx 1h")
    assert await muted(asked, code) is quiet


async def test_a_code_mutes_its_sub_statuses(asked: Asked) -> None:
    await typed(asked, "mute 404 1h")
    assert [await muted(asked, code) for code in ("404.13", "403.14")] == [True, False]


@pytest.mark.parametrize("words", ["mute", "mute 2d", "mute channel", "mute 30分钟"])
async def test_without_a_code_the_channel_is_muted(asked: Asked, words: str) -> None:
    await typed(asked, words)
    assert await muted(asked, "")
    assert not (await asked.team.view(THERE)).is_muted("", NOW)


async def test_a_workspace_is_muted_in_all_its_channels(asked: Asked) -> None:
    await typed(asked, "mute 503 1h workspace")
    held = [(await asked.team.view(channel)).is_muted("503", NOW) for channel in (HERE, THERE, ELSEWHERE)]
    assert held == [True, True, False]


async def test_a_mute_is_taken_back(asked: Asked) -> None:
    await typed(asked, "mute 503")
    await typed(asked, "mute 502")
    await typed(asked, "unmute 503")
    assert [await muted(asked, code) for code in ("503", "502")] == [False, True]


async def test_nothing_to_unmute_says_so(asked: Asked) -> None:
    assert "Nothing was muted" in (await typed(asked, "unmute 503")).lead


async def test_who_may_not_manage_mutes_nothing(asked: Asked) -> None:
    await typed(asked, "mute 503", person=ANN)
    assert not await muted(asked, "503")


@pytest.mark.parametrize("words", ["mute pizza", "mute 503 soon", "mute 503 500d", "mute 503 -1h", "mute 1h 503"])
async def test_anything_else_says_what_was_expected(asked: Asked, words: str) -> None:
    assert "Expected `mute 503 1h`" in (await typed(asked, words)).lead
    assert (await asked.view()).mutes(NOW) == {}


async def test_the_settings_tell_what_is_muted(asked: Asked) -> None:
    await typed(asked, "mute 503")
    assert "`503` is muted for good" in words_of(await typed(asked, "settings"))


async def test_a_card_asks_for_how_long_and_its_buttons_do_it(asked: Asked) -> None:
    asks = of_press(Press(Verb.MUTE, "503", "en"))
    assert asks == Mute("503", None)
    offered = card_of(await carry_out(asks, asked))
    assert [button.label for button in offered.buttons] == ["1 hour", "1 day", "For good", "The whole channel"]
    chosen = parse(offered.buttons[0].press.token())
    assert chosen is not None
    does = of_press(chosen)
    assert does == Mute("503", HOUR)
    done = card_of(await carry_out(does, asked))
    assert await muted(asked, "503")
    assert of_press(done.buttons[0].press) == Unmute("503")


async def test_the_whole_channel_can_be_muted_from_the_card(asked: Asked) -> None:
    offered = card_of(await carry_out(Mute("", None), asked))
    does = of_press(offered.buttons[2].press)
    assert does == Mute("", 0)
    await carry_out(does, asked)
    assert await muted(asked, "")


async def test_over_mutes_are_cleared_away(asked: Asked) -> None:
    await typed(asked, "mute 503 1h")
    await typed(replace(asked, now=NOW + 2 * HOUR), "mute 502 1h")
    assert (await asked.view()).here.mutes.keys() == {"502"}


async def test_who_manages_a_channel_ends_no_mute_of_the_workspace(asked: Asked) -> None:
    await typed(asked, "mute 503 1h workspace")
    shown = await typed(asked, "unmute 503", person=GUIDE)
    assert "Nothing was muted" in shown.lead
    assert await muted(asked, "503")
