"""What cards say."""

import pytest

from teapot.card import Card
from teapot.cards import card, private
from teapot.catalogue import Catalogue
from teapot.conversation import Channel
from teapot.entries import LANGUAGES, Language
from teapot.knowledge import ChannelView, Layer
from teapot.press import Verb
from teapot.small import MAX_TOLD, small_card, small_card_in

VIEWS = (Verb.SUMMARY, Verb.DETAILS, Verb.CONSTANTS)


def words(shown: Card) -> str:
    return "\n".join([shown.title, shown.lead, shown.body, *(line for s in shown.sections for line in s.lines)])


def labels(shown: Card) -> list[str]:
    return [button.label for button in shown.buttons]


def test_a_code_card_says_the_first_things_first(known: Catalogue) -> None:
    shown = card(known, "503", "en")
    assert shown.title == "503 Service Unavailable"
    assert [section.label for section in shown.sections][:2] == ["What to check first", "Retry"]
    assert shown.link is not None
    assert shown.link.url.endswith("#section-15.6.4")


def test_a_chinese_card_says_both_names(known: Catalogue) -> None:
    assert card(known, "503", "zh-Hant").title == "503 Service Unavailable · 服務無法使用"


def test_the_rest_is_behind_buttons(known: Catalogue) -> None:
    assert labels(card(known, "503", "en")) == ["Details", "Constants", "简体中文", "繁體中文"]
    assert labels(card(known, "503", "en", Verb.DETAILS))[:2] == ["Back", "Constants"]


def test_details_tell_when_headers_and_an_example(known: Catalogue) -> None:
    shown = card(known, "503", "en", Verb.DETAILS)
    assert "`Retry-After` (may)" in words(shown)
    assert "HTTP/1.1 503" in shown.blocks[0].text


def test_constants_are_told_by_language(known: Catalogue) -> None:
    assert "Go: `http.StatusServiceUnavailable`" in words(card(known, "503", "en", Verb.CONSTANTS))


def test_a_code_without_constants_says_so(known: Catalogue) -> None:
    assert "No common library" in words(card(known, "521", "en", Verb.CONSTANTS))


def test_a_shared_number_shows_each_reading_and_its_vendor(known: Catalogue) -> None:
    shown = words(card(known, "499", "en"))
    assert "Esri" in shown
    assert "Client Closed Request" in shown


def test_one_vendors_reading_can_be_asked_for(known: Catalogue) -> None:
    assert "Token Required" in card(known, "499@esri", "en").title


def test_a_log_only_code_says_that_nobody_receives_it(known: Catalogue) -> None:
    assert "Only in logs" in card(known, "499", "en").footer


@pytest.mark.parametrize(
    ("key", "label"), [("503", "When a server sends it"), ("499", "When you meet it"), ("0", "When you meet it")]
)
def test_only_what_a_server_sends_is_said_to_be_sent(known: Catalogue, key: str, label: str) -> None:
    shown = card(known, key, "en", Verb.DETAILS)
    assert label in [section.label for section in shown.sections]


def test_a_sub_status_stands_inside_its_parents_card(known: Catalogue) -> None:
    shown = card(known, "404.13", "en")
    assert shown.title.startswith("404.13 ")
    assert "404 Not Found" in shown.footer


def test_a_class_lists_its_codes(known: Catalogue) -> None:
    shown = card(known, "5xx", "en")
    assert "`503` Service unavailable" in words(shown)
    assert shown.picker is not None
    assert len(shown.picker.choices) <= 25


def test_two_codes_are_compared(known: Catalogue) -> None:
    shown = card(known, "502~504", "en")
    assert shown.title == "502 or 504?"
    assert known.versus["502", "504"].difference.en in words(shown)


def test_two_codes_nobody_compared_are_told_side_by_side(known: Catalogue) -> None:
    assert ("100", "511") not in known.versus
    shown = words(card(known, "100~511", "en"))
    assert known.gist("100", "en") in shown
    assert known.gist("511", "en") in shown


@pytest.mark.parametrize("key", ["299", "404.99", "499@nobody", "9xx", "100~999x", ""])
def test_what_does_not_exist_raises(known: Catalogue, key: str) -> None:
    with pytest.raises(KeyError):
        card(known, key, "en")


def test_a_small_card_says_what_it_is_and_the_first_step(known: Catalogue) -> None:
    shown = small_card(known, ["502"], "en", "U1")
    assert shown.title == "502 Bad Gateway"
    assert known.codes["502"].readings[0].check_first[0].en in words(shown)
    assert labels(shown) == ["Details", "Mute", "Remove"]


def test_a_small_card_tells_three_codes_and_lists_the_rest(known: Catalogue) -> None:
    shown = small_card(known, ["500", "502", "503", "504", "505"], "en", "U1")
    assert len(shown.sections) == MAX_TOLD + 1
    assert shown.sections[-1].lines == ("504, 505",)


@pytest.mark.parametrize(
    ("mentioned", "told"), [("404.99", "404 Not Found"), ("588", "5xx Server Error"), ("5xx", "5xx")]
)
def test_a_small_card_falls_back_to_what_is_known(known: Catalogue, mentioned: str, told: str) -> None:
    assert told in small_card(known, [mentioned], "en", "U1").title


def test_a_private_card_can_be_shared(known: Catalogue) -> None:
    assert labels(private(card(known, "503", "en"), known, "503"))[-1] == "Share to channel"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_entry_has_every_view(known: Catalogue, language: Language, view: Verb) -> None:
    for key in (*known.codes, *known.classes, *known.substatuses):
        shown = card(known, key, language, view)
        assert shown.plain
        assert shown.lead
        tokens = [button.press.token() for button in shown.buttons]
        assert len(tokens) == len(set(tokens))


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        ({"502": 14}, "502 Bad Gateway ×14"),
        ({"502": 3}, "502 Bad Gateway ×3"),
        ({"502": 2}, "502 Bad Gateway"),
        ({"502": 14, "504": 3}, "502 ×14 · 504 ×3"),
        ({"502": 14, "504": 1}, "502 ×14 · 504"),
        ({"502": 1, "504": 2}, "502 · 504"),
    ],
)
def test_a_pasted_log_is_counted(known: Catalogue, counts: dict[str, int], title: str) -> None:
    assert small_card(known, list(counts), "en", "U1", counts=counts).title == title


def test_codes_that_are_only_listed_are_counted(known: Catalogue) -> None:
    shown = small_card(known, ["500", "502", "503", "504", "505"], "en", "U1", counts={"504": 7, "505": 1})
    assert shown.sections[-1].lines == ("504 ×7, 505",)


def test_a_small_card_tells_what_to_check_rather_than_what_it_is(known: Catalogue) -> None:
    shown = small_card(known, ["502", "504"], "en", "U1")
    assert [len(section.lines) for section in shown.sections] == [1, 1]
    assert known.gist("502", "en") not in shown.sections[0].lines


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"500": 1, "502": 2, "503": 9, "504": 4, "505": 1}, ["503 ×9", "504 ×4", "502"]),
        ({"500": 1, "502": 2, "503": 1, "504": 1, "505": 1}, ["500", "502", "503"]),
        ({"200": 9, "500": 1, "502": 1, "503": 1, "504": 2}, ["504", "500", "502"]),
    ],
)
def test_the_busiest_codes_of_a_log_are_told_and_others_in_their_order(
    known: Catalogue, counts: dict[str, int], told: list[str]
) -> None:
    view = ChannelView(Channel("slack", "T1", "C1"), Layer(), Layer(), Layer(), {})
    shown = small_card_in(view, known, [code for code in counts if code != "200"], "en", "U1", counts)
    assert shown.title == " · ".join(told)


def test_a_small_card_for_one_code_says_what_to_check_alone(known: Catalogue) -> None:
    shown = small_card(known, ["502"], "en", "U1")
    assert (shown.lead, [len(section.lines) for section in shown.sections]) == ("", [1])


def test_a_small_card_has_the_colour_of_its_worst_code(known: Catalogue) -> None:
    assert small_card(known, ["404", "503"], "en", "U1").colour == small_card(known, ["503"], "en", "U1").colour
