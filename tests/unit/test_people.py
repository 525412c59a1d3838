"""What people want for themselves."""

import pytest

from teapot.asked import Asked
from teapot.catalogue import Catalogue
from teapot.conversation import Channel
from teapot.knowledge import PersonWish
from tests.teams import ANN, ELSEWHERE, HERE, TALK, THERE, asked_by, open_team, typed, words_of

GUILD = Channel("discord", "G1", "C1")


async def test_nobody_wished_anything_at_first(asked: Asked) -> None:
    assert await asked.team.wish(HERE, "ann") == PersonWish()


async def test_anybody_may_wish_to_be_left_alone_in_every_channel(asked: Asked) -> None:
    shown = await typed(asked, "me quiet on", person=ANN)
    assert "I never answer you by myself" in words_of(shown)
    assert await asked.team.wish(THERE, "ann") == PersonWish(quiet=True)


async def test_it_concerns_nobody_else(asked: Asked) -> None:
    await typed(asked, "me quiet on", person=ANN)
    assert await asked.team.wish(HERE, "boss") == PersonWish()
    assert await asked.team.wish(ELSEWHERE, "ann") == PersonWish()


async def test_it_is_undone_the_same_way(asked: Asked) -> None:
    await typed(asked, "me quiet on", person=ANN)
    await typed(asked, "me quiet off", person=ANN)
    assert await asked.team.wish(HERE, "ann") == PersonWish()


async def test_language_and_quiet_do_not_touch_each_other(asked: Asked) -> None:
    await typed(asked, "me language zh-TW", person=ANN)
    await typed(asked, "me quiet on", person=ANN)
    assert await asked.team.wish(HERE, "ann") == PersonWish(quiet=True, language="zh-Hant")
    await typed(asked, "me language auto", person=ANN)
    assert await asked.team.wish(HERE, "ann") == PersonWish(quiet=True)


async def test_a_wish_survives_a_restart(asked: Asked, database_url: str, known: Catalogue) -> None:
    await typed(asked, "me quiet on", person=ANN)
    async with open_team(database_url) as later:
        assert await asked_by(later, known).team.wish(HERE, "ann") == PersonWish(quiet=True)


async def test_a_wish_in_a_private_talk_holds_everywhere(asked: Asked) -> None:
    await typed(asked, "me quiet on", person=ANN, channel=TALK)
    assert await asked.team.wish(GUILD, "ann") == PersonWish(quiet=True)


async def test_a_wish_in_a_private_talk_undoes_those_made_elsewhere(asked: Asked) -> None:
    await typed(asked, "me quiet on", person=ANN, channel=GUILD)
    await typed(asked, "me quiet off", person=ANN, channel=TALK)
    assert await asked.team.wish(GUILD, "ann") == PersonWish()


@pytest.mark.parametrize("words", ["me quiet perhaps", "me language klingon", "me and you", "me language"])
async def test_anything_else_says_what_was_expected(asked: Asked, words: str) -> None:
    assert "Expected `me`" in (await typed(asked, words, person=ANN)).lead


async def test_me_shows_what_holds(asked: Asked) -> None:
    assert "Your language: as your app tells me" in words_of(await typed(asked, "me", person=ANN))
