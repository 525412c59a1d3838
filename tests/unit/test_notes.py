"""Notes: kept, shown on cards, and harmless whatever is typed."""

import pytest

from teapot import notes
from teapot.asked import Asked
from teapot.cards import card
from teapot.catalogue import Catalogue
from teapot.knowledge import Layer, Note
from teapot.notes import LINE, SMALL, text_lines, with_notes
from teapot.small import small_card
from tests.teams import ANN, ELSEWHERE, THERE, typed, words_of


async def test_a_note_is_kept_and_shown_with_its_author_and_day(asked: Asked) -> None:
    await typed(asked, "note set 503 Runbook: https://wiki.example/503\nOwner: edge team")
    shown = await typed(asked, "note show 503")
    assert shown.sections[0].label == "Your team on 503"
    assert shown.sections[0].lines == (
        "Runbook: https://wiki.example/503",
        "Owner: edge team",
        "Bo · 2030-03-17 · set for the workspace",
    )


async def test_a_note_of_the_workspace_holds_in_its_other_channels_only(asked: Asked) -> None:
    await typed(asked, "note set 503 call Ann")
    assert "call Ann" in words_of(await typed(asked, "note 503", channel=THERE))
    assert "call Ann" not in words_of(await typed(asked, "note 503", channel=ELSEWHERE))


@pytest.mark.parametrize("option", ["--channel", "—channel", "--here", "--频道"])
async def test_a_note_of_the_channel_wins_there(asked: Asked, option: str) -> None:
    await typed(asked, "note set 503 everywhere")
    await typed(asked, f"note set 503 {option} only here")
    assert "only here" in words_of(await typed(asked, "note 503"))
    assert "everywhere" in words_of(await typed(asked, "note 503", channel=THERE))


async def test_a_note_in_chat_wins_over_the_file_and_the_card_says_which_is_which(asked: Asked) -> None:
    asked.team.overlay.layer = Layer(notes={"503": Note("503", "from ops", "", 0.0, "file")})
    assert "from ops\nFrom the operator's file" in words_of(await typed(asked, "note 503"))
    await typed(asked, "note set 503 from us")
    shown = words_of(await typed(asked, "note 503"))
    assert ("from us" in shown, "from ops" in shown) == (True, False)


async def test_a_removed_note_is_gone(asked: Asked) -> None:
    await typed(asked, "note set 503 call Ann")
    await typed(asked, "note remove 503")
    assert (await typed(asked, "note 503")).title == "No note on 503"


async def test_a_note_that_is_not_there_cannot_be_removed(asked: Asked) -> None:
    await typed(asked, "note set 503 call Ann")
    assert "There is no note on 503 here" in (await typed(asked, "note remove 503 --channel")).lead


async def test_every_note_is_listed_in_one_line(asked: Asked) -> None:
    await typed(asked, "note set 503 call Ann\nor Bo")
    await typed(asked, "note set 5xx --channel look at the dashboard")
    shown = words_of(await typed(asked, "note list"))
    assert "`503` call Ann or Bo · set for the workspace" in shown
    assert "`5xx` look at the dashboard · set for this channel" in shown


async def test_who_may_not_manage_writes_no_note(asked: Asked) -> None:
    await typed(asked, "note set 503 mine", person=ANN)
    await typed(asked, "note remove 503", person=ANN)
    assert (await asked.view()).notes() == {}


@pytest.mark.parametrize("key", ["503", "5xx", "404.13", "499@esri", "`503`", "5XX"])
async def test_a_note_can_be_about_all_that_has_a_card(asked: Asked, key: str) -> None:
    assert "is kept" in (await typed(asked, f"note set {key} x")).title


@pytest.mark.parametrize("key", ["299", "9xx", "pizza", "404.99", "499@nobody", "5xx@esri", "''; DROP TABLE note", ""])
async def test_a_note_on_what_does_not_exist_is_refused(asked: Asked, key: str) -> None:
    assert "Expected a code" in (await typed(asked, f"note set {key} x")).lead or key == ""
    assert (await asked.view()).notes() == {}


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u202e\u200b\x00"])
async def test_a_note_without_words_is_refused(asked: Asked, text: str) -> None:
    assert "Expected the text" in (await typed(asked, f"note set 503 {text}")).lead


async def test_a_note_of_a_thousand_characters_fits_and_one_more_does_not(asked: Asked) -> None:
    assert "is kept" in (await typed(asked, f"note set 503 {'字' * 1000}")).title
    shown = await typed(asked, f"note set 503 {'x' * 1001}")
    assert "1001 characters; 1000 is the most" in shown.lead
    assert (await asked.view()).notes()["503"].text == "字" * 1000


async def test_there_is_a_most(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "MAX_NOTES", 1)
    await typed(asked, "note set 503 one")
    assert "already" in (await typed(asked, "note set 502 two")).lead
    assert "is kept" in (await typed(asked, "note set 503 one again")).title


async def test_a_full_card_shows_the_note_first_and_that_of_the_class(asked: Asked, known: Catalogue) -> None:
    await typed(asked, "note set 5xx dashboard")
    await typed(asked, "note set 503 call Ann")
    shown = with_notes(known, card(known, "503", "en"), await asked.view(), ["503"], small=False)
    assert [section.label for section in shown.sections][:3] == [
        "Your team on 503",
        "Your team on 5xx",
        "What to check first",
    ]


async def test_a_small_card_shows_the_nearest_note_of_each_code(asked: Asked, known: Catalogue) -> None:
    await typed(asked, "note set 5xx dashboard")
    await typed(asked, "note set 503 call Ann")
    codes = ["503", "502", "504"]
    shown = with_notes(known, small_card(known, codes, "en", ""), await asked.view(), codes, small=True)
    assert [s.label for s in shown.sections if "team" in s.label] == ["Your team on 503", "Your team on 5xx"]


async def test_a_small_card_shows_the_beginning_of_a_long_note(asked: Asked, known: Catalogue) -> None:
    await typed(asked, f"note set 503 {'x' * 900}")
    shown = with_notes(known, small_card(known, ["503"], "en", ""), await asked.view(), ["503"], small=True)
    assert "".join(shown.sections[0].lines[:-1]) == "x" * SMALL + "…"


async def test_a_card_without_a_note_is_as_it_was(asked: Asked, known: Catalogue) -> None:
    before = card(known, "503", "en")
    assert with_notes(known, before, await asked.view(), ["503"], small=False) is before


def test_a_long_line_is_told_in_pieces_that_fit() -> None:
    text = " ".join(f"word{number}" for number in range(150))
    lines = text_lines(text)
    assert max(map(len, lines)) <= LINE
    assert " ".join(lines) == text
