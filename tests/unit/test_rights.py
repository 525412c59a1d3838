"""Who may change what: the channel's managers the channel, the workspace's managers everything."""

import pytest

from teapot.asked import Asked
from teapot.notices import help_card
from tests.teams import ANN, BOSS, GUIDE, typed, words_of


@pytest.mark.parametrize(
    "words",
    [
        "note set 503 call Ann",
        "note remove 503",
        "note define 599 Gave up: after 30 s",
        "note undefine 599",
        "settings auto-reply off workspace",
        "settings retention 30",
        "settings forget",
        "settings forget confirm",
        "mute 503 1h workspace",
    ],
)
async def test_what_holds_everywhere_is_for_those_who_manage_the_workspace(asked: Asked, words: str) -> None:
    refused = "Only those who manage the workspace may do that"
    assert (await typed(asked, words, person=GUIDE)).title == refused
    assert (await typed(asked, words, person=BOSS)).title != refused


@pytest.mark.parametrize(
    "words", ["note set 503 --channel call Ann", "settings auto-reply off", "mute 503 1h", "mute", "settings", "note"]
)
async def test_what_holds_here_is_for_those_who_manage_the_channel(asked: Asked, words: str) -> None:
    assert not (await typed(asked, words, person=GUIDE)).title.startswith("Only those")


@pytest.mark.parametrize("words", ["settings", "settings history", "note", "note 503", "me", "me quiet on"])
async def test_reading_and_ones_own_wishes_are_for_everybody(asked: Asked, words: str) -> None:
    assert not (await typed(asked, words, person=ANN)).title.startswith("Only those")


def test_help_tells_what_is_wrong_with_the_operators_file(asked: Asked) -> None:
    assert "line 3: unknown key" in words_of(help_card(asked.catalogue, "http", "en", "line 3: unknown key"))
    assert "unknown key" not in words_of(help_card(asked.catalogue, "http", "en"))
