"""What holds of mentions in any text whatsoever."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from teapot.mentions import find_mentions
from teapot.mentions.candidates import Budget, find_runs

CODE_TOKEN = re.compile(r"(?:[1-5](?:[0-9]{2}|xx)|999)(?:\.[0-9]{1,2})?")

any_code_point = st.integers(0, 0x10FFFF).map(chr)
anything = st.lists(any_code_point, max_size=200).map("".join)
fragments = st.sampled_from(
    [
        *("503", "404", "5xx", "4XX", "404.13", "５０２", "999", "100", "503s", "E404", "HTTP_500", "http", "HTTP/1.1"),
        *("status", "code", "error", "returns", "a", "of", "port", "room", "exit", "smtp", "nginx", "GET", "/api/404"),
        *("https://x.example/500", "Not Found", "Bad Gateway", "rows", "ms", "报", "状态码", "返回", "個", "第", "了"),
        *(
            "，",
            "、",
            "。",
            "\n",
            "\t",
            "  ",
            '"',
            "'",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            ":",
            "=",
            "-",
            "/",
            "*",
            ",",
            ".",
        ),
        *(
            "|",
            "->",
            "→",
            "%",
            "$",
            "#",
            "\x00",
            "\x1b",
            "\ud83d",
            "\udc00",
            "\u2028",
            "🫖",
            '] "',
            '" 503 ',
            "TCP_HIT/",
        ),
        *("[10/Oct/2025:13:55:36 +0000]", "0.086 0.048 0.037", "10/0/30/69/109", " - - ----", "| GET", "\tGET\t"),
    ]
)
talk = st.lists(st.one_of(fragments, any_code_point, st.just(" ")), max_size=80).map("".join)
texts = st.one_of(anything, talk)

FAR_AWAY = "\n" + " " * 500 + "and then we all went home, " * 10


@given(texts)
def test_any_text_is_read_without_an_error(text: str) -> None:
    find_mentions(text)


@given(texts)
def test_mentions_are_in_order_and_apart(text: str) -> None:
    spans = [(mention.start, mention.end) for mention in find_mentions(text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(texts)
def test_a_span_holds_the_digits_of_its_code(text: str) -> None:
    for mention in find_mentions(text):
        spelled = text[mention.start : mention.end].lower()
        assert spelled.translate({0xFF10 + digit: str(digit) for digit in range(10)}) == mention.code


@given(texts)
def test_a_code_is_a_status_or_a_class(text: str) -> None:
    assert all(CODE_TOKEN.fullmatch(mention.code) for mention in find_mentions(text))


@given(texts)
def test_what_is_written_far_behind_changes_nothing(text: str) -> None:
    assert find_mentions(text + FAR_AWAY) == find_mentions(text + "\n")


@given(texts)
def test_what_is_written_far_before_only_moves_the_spans(text: str) -> None:
    moved = len(FAR_AWAY) + 501
    ahead = f"{FAR_AWAY}{' ' * 500}\n"
    spans = [(mention.start + moved, mention.end + moved) for mention in find_mentions("\n" + text)]
    assert [(m.start + 1, m.end + 1) for m in find_mentions(ahead + text)] == spans


@given(st.lists(fragments, min_size=1, max_size=6).map(" ".join), st.sampled_from([5_000, 20_000]))
def test_of_however_dense_a_text_no_more_numbers_are_judged_than_its_length_allows(unit: str, length: int) -> None:
    text = (unit + " ") * (length // len(unit))
    assert sum(map(len, find_runs(text, 0, len(text), Budget()))) <= 161 + len(text) // 2000


@given(texts, st.integers(0, 200))
def test_a_cut_text_is_read_without_an_error(text: str, length: int) -> None:
    find_mentions(text[:length])
