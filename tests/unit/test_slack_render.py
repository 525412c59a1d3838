"""What cards look like on Slack, and that every card of the catalogue is one that Slack takes."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest

from teapot import notices
from teapot.answers import found_card
from teapot.card import Block, Button, Card, Choice, Link, Picker, Picture, Place, Reply, Section
from teapot.cards import card, private
from teapot.catalogue import Catalogue, owners_of
from teapot.entries import LANGUAGES, Language
from teapot.lookup import Index, build_index, look_up
from teapot.press import VIEWS, Press, Verb
from teapot.small import small_card
from teapot_slack import render
from teapot_slack.mrkdwn import escape, fitting, fitting_lines, fixed
from tests.loopback.slack_limits import faults, live_mentions, refusal
from tests.loopback.slack_workspace import buttons_of, text_of, title_of

PRESS = Press(Verb.DETAILS, "503", "en")
CARD = Card(language="en", colour=0xDC2626, title="503 Service Unavailable", lead="Too busy.", plain="503: too busy.")
EVERY_WAY = [*product(LANGUAGES, VIEWS)]


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


def keys(known: Catalogue) -> Iterator[str]:
    yield from (*known.codes, *known.classes, *known.substatuses)
    yield from (f"{first}~{second}" for first, second in known.versus)
    for code, entry in known.codes.items():
        yield from (f"{code}@{owner}" for owner in owners_of(entry) if owner)


def problems(shown: Card) -> list[str]:
    reply = Reply(shown, Place.PUBLIC)
    bodies = (render.body(reply), render.plain(reply))
    told = [found for body in bodies if (found := refusal(body))]
    return told + [found for body in bodies for found in (*faults(body), *live_mentions(body))]


def body(shown: Card) -> dict[str, object]:
    return render.body(Reply(shown, Place.PUBLIC))


@pytest.mark.parametrize(("language", "view"), EVERY_WAY)
def test_slack_takes_every_card(known: Catalogue, language: Language, view: Verb) -> None:
    refused = {
        key: found for key in keys(known) if (found := problems(private(card(known, key, language, view), known, key)))
    }
    assert refused == {}


@pytest.mark.parametrize(("language", "view"), EVERY_WAY)
def test_nothing_of_a_card_is_left_out(known: Catalogue, language: Language, view: Verb) -> None:
    for key in keys(known):
        shown = card(known, key, language, view)
        drawn = json.dumps(body(shown))
        said = [shown.lead, shown.body, shown.footer, *(line for part in shown.sections for line in part.lines)]
        lost = [line for line in said if json.dumps(escape(line))[1:-1] not in drawn]
        assert lost == [], key
        assert buttons_of(body(shown)) == tuple(button.label for button in shown.buttons)
        assert drawn.count('"description"') == (len(shown.picker.choices) if shown.picker else 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_slack_takes_every_small_card(known: Catalogue, language: Language) -> None:
    codes = [*known.codes, *known.classes, *known.substatuses, "599", "404.99"]
    groups = [codes[at : at + size] for size in (1, 2, 3, 7) for at in range(0, len(codes), size)]
    refused = {
        tuple(group): found for group in groups if (found := problems(small_card(known, group, language, "U" * 20)))
    }
    assert refused == {}


@pytest.mark.parametrize(
    "query", ["pizza", "", "599", "5", "50", "5xx", "rate limited", "502 504", "gateway", "x" * 4000]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_slack_takes_every_answer(known: Catalogue, index: Index, query: str, language: Language) -> None:
    assert problems(found_card(known, look_up(index, query), language)[0]) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_slack_takes_the_help(known: Catalogue, language: Language) -> None:
    assert problems(notices.help_card(known, "http", language)) == []


def test_what_it_is_stands_on_top_and_the_rest_beside_a_bar_in_the_class_colour() -> None:
    drawn = body(replace(CARD, body="Meaning."))
    assert drawn["blocks"] == [
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "*503 Service Unavailable*\nToo busy.", "verbatim": True},
        }
    ]
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "Meaning.", "verbatim": True}}
    assert drawn["attachments"] == [{"color": "#DC2626", "blocks": [section]}]


def test_a_card_of_one_line_has_no_bar() -> None:
    assert body(CARD)["attachments"] == []


def test_the_text_for_screen_readers_is_not_shown_beside_the_card() -> None:
    drawn = body(replace(CARD, body="Meaning."))
    assert drawn["text"] == "503: too busy."
    assert drawn["blocks"]


def test_links_in_a_card_do_not_unfold() -> None:
    drawn = body(CARD)
    assert (drawn["unfurl_links"], drawn["unfurl_media"]) == (False, False)


def test_the_title_leads_to_what_defines_the_code() -> None:
    link = Link("RFC 9110", "https://www.rfc-editor.org/rfc/rfc9110?a=1&b=2#section-15.6.4")
    assert "*<https://www.rfc-editor.org/rfc/rfc9110?a=1&amp;b=2#section-15.6.4|503" in str(
        body(replace(CARD, link=link))
    )


@pytest.mark.parametrize("url", ["javascript:alert(1)", "!channel", "https://example.org/" + "x" * 1000, ""])
def test_a_link_that_slack_would_not_take_is_left_out(url: str) -> None:
    assert body(replace(CARD, link=Link("x", url))) == body(CARD)


def test_an_address_cannot_end_its_link() -> None:
    drawn = body(replace(CARD, link=Link("x", "https://e.org/a|b> <!channel>")))
    assert live_mentions(drawn) == []
    assert title_of(drawn) == "503 Service Unavailable"


def test_a_fixed_width_part_keeps_its_lines() -> None:
    drawn = body(replace(CARD, blocks=(Block("Example", "HTTP/1.1 503\nRetry-After: 120"),)))
    assert "```HTTP/1.1 503\\nRetry-After: 120```" in str(drawn)


def test_a_section_without_room_loses_whole_lines() -> None:
    lines = tuple(f"{at}. {'step ' * 60}" for at in range(1, 30))
    shown = text_of(body(replace(CARD, sections=(Section("Steps", lines),))))
    assert shown.endswith("\n…")
    assert shown.removesuffix("\n…").rsplit("\n", 1)[-1].rstrip() in {line.rstrip() for line in lines}


def test_a_card_without_room_keeps_its_buttons() -> None:
    button = Button("Details", PRESS)
    crowded = replace(CARD, sections=tuple(Section("s", ("x" * 2900,)) for _ in range(9)), buttons=(button,))
    assert buttons_of(body(crowded)) == ("Details",)
    assert problems(crowded) == []


def test_a_choice_without_a_note_has_no_empty_description() -> None:
    picker = Picker("Pick", (Choice("503", "", PRESS),))
    assert problems(replace(CARD, picker=picker)) == []
    assert "description" not in str(body(replace(CARD, picker=picker)))


def test_plain_text_says_what_it_is_and_the_first_things() -> None:
    shown = replace(CARD, sections=tuple(Section(name, (f"say {name}",)) for name in ("a", "b", "c")))
    assert render.plain(Reply(shown, Place.PUBLIC))["text"] == "503: too busy.\na: say a\nb: say b"


def test_where_a_card_goes_there_is_nothing_to_show() -> None:
    assert render.body(Reply(None, Place.DELETE)) == render.plain(Reply(None, Place.DELETE))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ("`<code> *a*`", "`&lt;code&gt; *a*`"),
        ("HTTP_418_IM_A_TEAPOT", "HTTP_418_IM_A_TEAPOT"),
        ("2*3*4", "2*3*4"),
        ("*bold*", "\u2060*\u2060bold\u2060*\u2060"),
        ("a ` b", "a ˋ b"),
        ("a\x00\x1b[31m\u202eb\ud800", "a[31mb"),
        ("two\nlines\t", "two\nlines\t"),
    ],
)
def test_a_text_shows_as_it_is(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_a_long_text_is_cut_before_it_is_escaped() -> None:
    assert fitting("&" * 100, 52) == "&amp;" * 9 + "…"


@pytest.mark.parametrize("most", [20, 21, 22])
def test_lines_are_kept_whole(most: int) -> None:
    assert fitting_lines(("12345678", "12345678", "123456789"), most) == "12345678\n12345678\n…"


def test_lines_that_fit_are_all_kept() -> None:
    assert fitting_lines(("12345678", "12345678"), 17) == "12345678\n12345678"


def test_a_fixed_width_text_cannot_end_itself() -> None:
    assert fixed("a```<!channel>", 100) == "```aˋˋˋ&lt;!channel&gt;```"


def test_a_long_fixed_width_text_still_ends() -> None:
    assert fixed("&" * 100, 62) == "```" + "&amp;" * 10 + "…```"


PICTURE = Picture("stats.png", b"png", "bars & " + "x" * 2000, instead="share it to see a picture")


def test_a_picture_stands_below_blocks_without_a_bar() -> None:
    shown = render.with_picture(Reply(CARD, Place.PUBLIC, picture=PICTURE))
    assert set(shown) == {"blocks", "files"}
    assert title_of(shown) == CARD.title


def test_a_pictures_words_are_as_long_as_slack_takes() -> None:
    (file,) = render.with_picture(Reply(CARD, Place.PUBLIC, picture=PICTURE))["files"]
    assert (file["name"], len(file["alt_txt"]), file["title"]) == ("stats.png", 1000, CARD.plain)


def test_a_card_with_everything_and_a_picture_is_taken() -> None:
    buttons = tuple(Button("B", Press(Verb.DETAILS, str(number), "en")) for number in range(30))
    full = replace(CARD, body="x" * 9000, sections=(Section("l", ("y" * 3000,)),) * 30, buttons=buttons)
    shown = render.with_picture(Reply(full, Place.PUBLIC, picture=PICTURE))
    assert refusal({"text": "", "blocks": shown["blocks"]}) is None


@pytest.mark.parametrize("place", [Place.PRIVATE, Place.REPLACE])
def test_one_person_is_told_what_would_show_the_picture(place: Place) -> None:
    assert "share it to see a picture" in text_of(render.body(Reply(CARD, place, picture=PICTURE)))


def test_the_channel_is_not_told_so() -> None:
    assert "share it" not in text_of(render.body(Reply(CARD, Place.PUBLIC, picture=PICTURE)))
