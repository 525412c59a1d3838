"""Which parts of a typed text are addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teapot.addresses import parted
from teapot_discord.render import escape as on_discord
from teapot_slack.mrkdwn import escape as on_slack


def addresses(text: str) -> list[str]:
    return [piece for piece, is_address in parted(text) if is_address]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://wiki.example/on_call/503.", "https://wiki.example/on_call/503"),
        ("(https://wiki.example)", "https://wiki.example"),
        ("处理手册：https://wiki.example/a?b=c&d=e，", "https://wiki.example/a?b=c&d=e"),
        ("https://host:8443/~ann/#top", "https://host:8443/~ann/#top"),
        ("https://a.example/x, then", "https://a.example/x"),
        ("https://a.example/<@U1>", "https://a.example/"),
        ("https://a.example/x|click", "https://a.example/x"),
    ],
)
def test_an_https_address_is_found_without_what_follows(text: str, found: str) -> None:
    assert addresses(text) == [found]


@pytest.mark.parametrize(
    "text",
    ["http://a.example", "javascript:alert(1)", "https://", "xhttps://a.example", "https://<!here>", "ftp://a", ""],
)
def test_anything_else_is_none(text: str) -> None:
    assert addresses(text) == []


@given(st.text(max_size=300), st.text(max_size=50))
def test_the_pieces_are_the_text(before: str, after: str) -> None:
    text = f"{before} https://{after}"
    assert "".join(piece for piece, _ in parted(text)) == text


@given(st.text(alphabet="ab/:.@<>!|&_*~https", max_size=80))
def test_an_address_holds_nothing_that_ends_a_link(typed: str) -> None:
    assert not any(set("<>|`*\"'()[] ") & set(one) for one in addresses(f"https://{typed}"))


def test_discord_gets_an_address_as_it_was_typed() -> None:
    assert on_discord("_see_ https://a.example/on_call_2") == "\\_see\\_ https://a.example/on_call_2"


def test_slack_gets_a_link_of_ours() -> None:
    assert on_slack("_see_ https://a.example/on_call_2?a&b <https://b.example|c>") == (
        "\u2060_\u2060see\u2060_\u2060 <https://a.example/on_call_2?a&amp;b> &lt;<https://b.example>|c&gt;"
    )
