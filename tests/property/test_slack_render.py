"""Whatever a card says, Slack takes it, it pings nobody, and people read what was meant."""

import re

from hypothesis import given
from hypothesis import strategies as st

from teapot.card import Block, Button, Card, Choice, Link, Picker, Place, Reply, Section
from teapot.entries import LANGUAGES
from teapot.press import Press, Verb
from teapot_slack import render
from teapot_slack.mrkdwn import clean, escape, fitting, fitting_lines, fixed, unescape
from tests.loopback.slack_limits import faults, live_mentions, refusal

_TOKENS = (
    *("<!channel>", "<!here>", "<!everyone|x>", "<!subteam^S1|@all>", "<@U1>", "<#C1|x>", "<https://e.org|x>", "<"),
    *("```", "`", "*", "_", "~", "&", "&lt;", "&amp;lt;", ">", ">>>", "|", ":tada:", "\n", " ", "\x00", "\u202e", '"'),
    *("503", "网关", "🍵", "e\u0301", "\ud800", "\\"),
)
_text = st.lists(st.sampled_from(_TOKENS) | st.text(max_size=8), max_size=12)
hostile = _text.map("".join)
long = st.builds(lambda text, times: text * times, hostile, st.sampled_from((1, 1, 1, 40, 200)))
label = hostile.filter(lambda text: bool(clean(text).strip()))
presses = st.builds(
    Press, st.sampled_from(Verb), st.from_regex(r"[0-9a-z.@~-]{0,40}", fullmatch=True), st.sampled_from(LANGUAGES)
)
buttons = st.lists(st.builds(Button, label, presses), max_size=30, unique_by=lambda button: button.press)
choices = st.lists(st.builds(Choice, label, long, presses), min_size=1, max_size=30).map(tuple)
links = st.builds(Link, label, hostile | hostile.map(lambda text: f"https://example.org/{text}"))
cards = st.builds(
    Card,
    language=st.sampled_from(LANGUAGES),
    colour=st.integers(0, 0xFFFFFF),
    title=label,
    lead=long,
    plain=label | long.map(lambda text: f"503{text}"),
    body=long,
    sections=st.lists(st.builds(Section, long, st.lists(long, max_size=4).map(tuple), st.booleans()), max_size=8).map(
        tuple
    ),
    blocks=st.lists(st.builds(Block, long, long), max_size=3).map(tuple),
    link=st.none() | links,
    footer=long,
    buttons=buttons.map(tuple),
    picker=st.none() | st.builds(Picker, label, choices),
)


@given(cards)
def test_slack_takes_any_card(shown: Card) -> None:
    for body in (render.body(Reply(shown, Place.PUBLIC)), render.plain(Reply(shown, Place.PUBLIC))):
        assert (refusal(body), list(faults(body))) == (None, [])


@given(cards)
def test_nothing_in_any_card_is_live(shown: Card) -> None:
    for body in (render.body(Reply(shown, Place.PUBLIC)), render.plain(Reply(shown, Place.PUBLIC))):
        assert live_mentions(body) == []


@given(long)
def test_an_escaped_text_has_no_bare_sign(text: str) -> None:
    without_links = re.sub(r"<https://[^<>|\s]+>", "", escape(text))
    assert re.search(r"[<>]|&(?!amp;|lt;|gt;)", without_links) is None


@given(long)
def test_people_read_any_text_as_it_was_written(text: str) -> None:
    shown = re.sub(r"<(https://[^<>|\s]+)>", r"\1", escape(text))
    assert unescape(shown).replace("\u2060", "").replace("ˋ", "`") == clean(text).replace("\u2060", "").replace(
        "ˋ", "`"
    )


@given(long, st.integers(10, 4000))
def test_what_has_to_fit_fits(text: str, most: int) -> None:
    assert len(fitting(text, most)) <= most
    assert len(fixed(text, most)) <= most


@given(st.lists(long, max_size=8), st.integers(10, 4000))
def test_lines_that_have_to_fit_fit(lines: list[str], most: int) -> None:
    assert len(fitting_lines(lines, most)) <= most


@given(hostile)
def test_a_fixed_width_text_is_one_block(text: str) -> None:
    assert re.fullmatch(r"```[^`]*```", fixed(text, 4000))
