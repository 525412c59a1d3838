"""Codes of a team's own."""

import pytest

from teapot.asked import Asked
from teapot.catalogue import Catalogue
from teapot.knowledge import Layer, OwnCode
from teapot.own_codes import find, own_card
from tests.teams import ANN, ELSEWHERE, TALK, THERE, typed, words_of

DEFINE = "note define 599 Upstream gave up: The edge waited 30 seconds.\nOwner: edge team"


async def test_a_code_gets_a_card_of_its_own(asked: Asked, known: Catalogue) -> None:
    await typed(asked, DEFINE)
    view = await asked.view()
    own = view.own_code("599")
    assert own is not None
    shown = own_card(known, own, view, "en")
    assert shown.title == "599 Upstream gave up"
    assert "Owner: edge team" in shown.body
    assert shown.footer == "Bo · 2030-03-17 · set for the workspace"


@pytest.mark.parametrize("query", ["599", "upstream gave up", "599 Upstream Gave Up", "Upstream  gave-up"])
async def test_it_is_found_by_number_and_phrase(asked: Asked, query: str) -> None:
    await typed(asked, DEFINE)
    own = find(await asked.view(), query)
    assert own is not None
    assert own.code == "599"


@pytest.mark.parametrize("query", ["59", "5990", "upstream", "gave up", "", "!!!"])
async def test_it_is_not_found_by_anything_else(asked: Asked, query: str) -> None:
    await typed(asked, DEFINE)
    assert find(await asked.view(), query) is None


async def test_it_holds_in_the_whole_workspace_and_in_no_other(asked: Asked) -> None:
    await typed(asked, DEFINE)
    held = [(await asked.team.view(channel)).own_codes().keys() for channel in (THERE, ELSEWHERE)]
    assert held == [{"599"}, set()]


async def test_a_note_can_be_about_it(asked: Asked, known: Catalogue) -> None:
    await typed(asked, "note define 799 Billing closed: ask finance")
    await typed(asked, "note set 799 since May")
    view = await asked.view()
    own = view.own_code("799")
    assert own is not None
    assert "since May" in words_of(own_card(known, own, view, "en"))


async def test_what_was_said_in_chat_wins_over_the_file(asked: Asked) -> None:
    asked.team.overlay.layer = Layer(codes={"599": OwnCode("599", "From ops", "x", "", 0.0, "file")})
    assert [own.phrase for own in (await asked.view()).own_codes().values()] == ["From ops"]
    await typed(asked, DEFINE)
    assert [own.phrase for own in (await asked.view()).own_codes().values()] == ["Upstream gave up"]


async def test_it_can_be_removed(asked: Asked) -> None:
    await typed(asked, DEFINE)
    await typed(asked, "note undefine 599")
    assert (await asked.view()).own_codes() == {}
    assert "not a code of your own" in (await typed(asked, "note undefine 599")).lead


@pytest.mark.parametrize(
    "words",
    [
        "note define 59 Short: x",
        "note define 5999 Long: x",
        "note define abc Name: x",
        "note define 599",
        "note define 599 no colon here",
        "note define 599 : no name",
        "note define 599 Name:",
        f"note define 599 {'n' * 81}: x",
        f"note define 599 Name: {'x' * 1001}",
    ],
)
async def test_what_does_not_fit_is_refused(asked: Asked, words: str) -> None:
    assert (await typed(asked, words)).title == "That does not fit"
    assert (await asked.view()).own_codes() == {}


async def test_a_private_talk_has_none(asked: Asked) -> None:
    assert "not in a private talk" in (await typed(asked, DEFINE, channel=TALK)).lead


async def test_who_may_not_manage_defines_nothing(asked: Asked) -> None:
    await typed(asked, DEFINE, person=ANN)
    assert (await asked.view()).own_codes() == {}
