"""What cards look like on Discord, and that every card of the catalogue is one that Discord takes."""

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
from teapot_discord import limits, render
from tests.loopback.discord_limits import length, message_problems

PRESS = Press(Verb.DETAILS, "503", "en")
CARD = Card(language="en", colour=1, title="t", lead="l", plain="p")
EVERY_WAY = [*product(LANGUAGES, VIEWS)]


def keys(known: Catalogue) -> Iterator[str]:
    yield from (*known.codes, *known.classes, *known.substatuses)
    yield from (f"{first}~{second}" for first, second in known.versus)
    for code, entry in known.codes.items():
        yield from (f"{code}@{owner}" for owner in owners_of(entry) if owner)


def problems(shown: Card) -> list[str]:
    reply = Reply(shown, Place.PUBLIC)
    return [problem for body in (render.body(reply), render.plain(reply)) for problem in message_problems(body)]


def lines_shown(shown: Card) -> str:
    return "\n".join(field["value"] for field in render.embed(shown)["fields"])


@pytest.mark.parametrize(("language", "view"), EVERY_WAY)
def test_discord_takes_every_card(known: Catalogue, language: Language, view: Verb) -> None:
    refused = {
        key: found for key in keys(known) if (found := problems(private(card(known, key, language, view), known, key)))
    }
    assert refused == {}


@pytest.mark.parametrize(("language", "view"), EVERY_WAY)
def test_nothing_of_a_card_is_left_out(known: Catalogue, language: Language, view: Verb) -> None:
    for key in keys(known):
        shown = card(known, key, language, view)
        text = lines_shown(shown)
        lost = [line for section in shown.sections for line in section.lines if render.escape(line) not in text]
        assert lost == [], key
        assert [button.label for button in shown.buttons] == labels(shown)[: len(shown.buttons)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_discord_takes_every_small_card(known: Catalogue, language: Language) -> None:
    codes = [*known.codes, *known.classes, *known.substatuses, "599", "404.99"]
    groups = [codes[at : at + size] for size in (1, 2, 3, 7) for at in range(0, len(codes), size)]
    refused = {
        tuple(group): found
        for group in groups
        if (found := problems(small_card(known, group, language, owner="1" * 20)))
    }
    assert refused == {}


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


@pytest.mark.parametrize(
    "query", ["pizza", "", "599", "5", "50", "5xx", "rate limited", "502 504", "gateway", "x" * 4000]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_discord_takes_every_answer(index: Index, query: str, language: Language) -> None:
    shown, _ = found_card(index.catalogue, look_up(index, query), language)
    assert problems(shown) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_discord_takes_every_notice(known: Catalogue, language: Language) -> None:
    assert problems(notices.help_card(known, "http", language)) == []
    for name in ("no-mentions", "gone", "failure", "remove-refused"):
        assert problems(notices.notice(known, name, language)) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a_b*c", r"a\_b\*c"),
        ("`a_b*c` d_e", r"`a_b*c` d\_e"),
        ("an odd ` tick", r"an odd \` tick"),
        ("[x](https://example.org)", r"\[x\](https://example.org)"),
        ("> quote", r"\> quote"),
        ("# head", r"\# head"),
        ("- item\n  - inner", "\\- item\n  \\- inner"),
        ("a - b", "a - b"),
        ("||spoiler||", r"\|\|spoiler\|\|"),
        ("\\*", r"\\\*"),
        ("@everyone", "@\u200beveryone"),
        ("`@here`", "`@\u200bhere`"),
        ("<@1>", "\\<\u200b@1\\>"),
        ("`<@&1>`", "`<\u200b@&1>`"),
        ("ada@example.org", "ada@example.org"),
        ("网关超时 (504)", "网关超时 (504)"),
    ],
)
def test_text_is_shown_as_it_is(text: str, shown: str) -> None:
    assert render.escape(text) == shown


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("ab cd", 4, "ab…"),
        ("🍵🍵", 4, "🍵🍵"),
        ("🍵🍵🍵", 4, "🍵…"),
        ("", 1, ""),
    ],
)
def test_text_is_cut_between_characters(text: str, most: int, shown: str) -> None:
    assert limits.cut(text, most) == shown
    assert length(shown) <= most


def test_a_long_section_goes_on_in_the_next_field() -> None:
    lines = tuple(f"{at}. {'x' * 300}" for at in range(1, 6))
    fields = render.embed(replace(CARD, sections=(Section("Steps", lines),)))["fields"]
    assert [field["name"] for field in fields] == ["Steps", render.BLANK]
    assert "\n".join(field["value"] for field in fields).split("\n") == list(lines)


def test_code_that_is_cut_stays_code() -> None:
    (field,) = render.embed(replace(CARD, sections=(Section("S", (f"see `{'*x* ' * 400}` there",)),)))["fields"]
    assert field["value"].endswith("…`")
    assert length(field["value"]) <= 1024


def test_an_example_is_fenced_even_when_it_is_cut_or_has_fences_itself() -> None:
    (field,) = render.embed(replace(CARD, blocks=(Block("Example", "a ``` b\n" + "x" * 2000),)))["fields"]
    assert field["value"].startswith("```http\na ")
    assert field["value"].endswith("…\n```")
    assert field["value"].count("```") == 2


def test_a_section_without_a_name_or_without_text_is_still_taken() -> None:
    sections = (Section("", ("a",)), Section("b", (" ", "")), Section("c", ()))
    shown = replace(CARD, sections=sections)
    assert problems(shown) == []
    assert [field["value"] for field in render.embed(shown)["fields"]] == ["a"]


def test_a_long_body_leaves_the_footer_what_is_left() -> None:
    shown = replace(CARD, title="t" * 256, body="b" * 4096, footer="f" * 2048)
    assert problems(shown) == []
    assert render.embed(shown)["footer"]["text"].endswith("f…")


def test_the_first_things_stay_when_there_are_too_many() -> None:
    shown = replace(CARD, sections=tuple(Section(f"S{at}", ("x" * 1000,)) for at in range(9)))
    assert [field["name"] for field in render.embed(shown)["fields"]] == ["S0", "S1", "S2", "S3", "S4"]


def test_the_link_is_on_the_title_and_behind_the_buttons() -> None:
    shown = replace(CARD, link=Link("RFC 9110", "https://example.org/"), buttons=(Button("Details", PRESS),))
    assert render.embed(shown)["url"] == "https://example.org/"
    assert labels(shown) == ["Details", "RFC 9110"]


def test_the_same_button_twice_is_one() -> None:
    assert labels(replace(CARD, buttons=(Button("Details", PRESS), Button("Details", PRESS)))) == ["Details"]


def test_the_list_has_a_row_of_its_own() -> None:
    buttons = tuple(Button(str(at), Press(Verb.SUMMARY, str(at), "en")) for at in range(30))
    picker = Picker("More", (Choice("503", "", PRESS),))
    rows = render.components(replace(CARD, buttons=buttons, picker=picker))
    assert [len(row["components"]) for row in rows] == [5, 5, 5, 5, 1]
    assert rows[-1]["components"][0]["options"] == [{"label": "503", "value": PRESS.token()}]


def test_without_a_card_there_is_nothing_to_show() -> None:
    assert render.body(Reply(None, Place.DELETE)) == {"allowed_mentions": {"parse": []}}


def labels(shown: Card) -> list[str]:
    return [one["label"] for row in render.components(shown) for one in row["components"] if one["type"] == 2]


PICTURE = Picture("stats.png", b"png", "x" * 2000)


def test_a_picture_is_shown_in_the_embed_with_its_words() -> None:
    shown = render.body(Reply(CARD, Place.PUBLIC, picture=PICTURE))
    assert shown["embeds"][0]["image"] == {"url": "attachment://stats.png"}
    (file,) = shown["attachments"]
    assert (file["id"], file["filename"], len(file["description"])) == (0, "stats.png", 1024)


def test_without_a_picture_nothing_is_attached() -> None:
    shown = render.body(Reply(CARD, Place.PUBLIC))
    assert ("attachments" in shown, "image" in shown["embeds"][0]) == (False, False)


@pytest.mark.parametrize(("syntax", "fence"), [("http", "```http\n"), ("", "```\n")])
def test_a_block_is_coloured_as_what_it_is(syntax: str, fence: str) -> None:
    (field,) = render.embed(replace(CARD, blocks=(Block("Head", "GET /", syntax),)))["fields"]
    assert field["value"] == f"{fence}GET /\n```"
