"""Whatever is typed, looking it up ends soon, without an exception, with keys that exist, and leaves no trace."""

import time
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from teapot import catalogue
from teapot.cleaning import MAX_QUERY, clean
from teapot.folding import words
from teapot.lookup import Verdict, build_index, look_up, suggest
from teapot.numbered import look_up_number

KNOWN = catalogue.load()
INDEX = build_index(KNOWN)
SECONDS = 1.0
"""Of the processor's time; a hundred times what a query needs, so that only a runaway fails."""

PIECES = st.sampled_from(
    ["503", "5xx", "404.13", "499", "88888", "nginx", "iis", "vs", " or ", "还是", "网关", "超时", "請求", "wang",
     "chaoshi", "Status", "_", "::", ".", "-", "*", "\u202e", "\u200b", "\ud800", "\x00", "\n", "😀", "５",
     "a" * 50, "错" * 50, "%", "<b>"]
)  # fmt: skip
TYPED = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.characters().map(lambda character: character * 4_000),
)


@given(TYPED)
@example("")
@example("\ud800")
@example("x" * 4_000)
@example("啊" * 4_000)
@example("wang" * 1_000)
@example("not " * 1_000)
@example("5" * 4_000)
@example("5xx " * 1_000)
@example("Aa" * 2_000)
@example("\u0301" * 4_000)
@example("\ufdfa" * 4_000)
@example("a or " * 800)
def test_any_text_is_looked_up_in_bounded_time_and_finds_what_exists(typed: str) -> None:
    start = time.process_time()
    findings = look_up(INDEX, typed)
    assert time.process_time() - start < SECONDS
    if findings.verdict is Verdict.UNREGISTERED:
        assert [hit.key in KNOWN for hit in findings.hits] == [False]
        assert findings.hits[0].key.isascii()
    else:
        assert all(hit.key.partition("@")[0] in KNOWN for hit in findings.hits)
    if findings.verdict is not Verdict.NOTHING:
        assert findings.hits
    assert findings == look_up(INDEX, typed)


@given(TYPED, st.sampled_from([1, 25, 100]))
def test_any_text_is_completed_in_bounded_time(typed: str, most: int) -> None:
    start = time.process_time()
    offered = suggest(INDEX, typed, "zh-Hant", most)
    assert time.process_time() - start < SECONDS
    assert len({suggestion.label for suggestion in offered}) == len(offered) <= most


@given(TYPED)
def test_what_is_read_of_a_text_is_bounded(typed: str) -> None:
    read = clean(typed)
    assert len(read) <= 2 * MAX_QUERY
    assert not [character for character in read if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not {"\u202e", "\u2066", "\u200b", "\ufeff"} & set(read)
    assert all(word.isalnum() for word in words(read, INDEX.han))


@given(
    st.sampled_from(sorted(KNOWN.codes)),
    st.sampled_from(["{}", " {} ", "HTTP {}", "{} error", "状态码 {}", "error {}!"]),
)
def test_a_number_leads_to_its_code_without_the_index(code: str, dress: str) -> None:
    typed = dress.format(code)
    if len(code) == 3 and code[0] != "0":
        findings = look_up_number(KNOWN, typed)
        assert findings is not None
        assert [hit.key for hit in findings.hits] == [code]
        assert findings == look_up(INDEX, typed)


@given(st.lists(TYPED, max_size=5))
def test_looking_up_leaves_the_index_as_it_was(queries: list[str]) -> None:
    before = _sizes()
    for query in queries:
        look_up(INDEX, query)
        suggest(INDEX, query, "en", 25)
    assert _sizes() == before


def _sizes() -> list[int]:
    held = (INDEX.postings, INDEX.exact, INDEX.stems, INDEX.sounds.alike, INDEX.sounds.holding, INDEX.sounds.texts)
    return [*map(len, held), *map(len, (INDEX.weights.rarity, INDEX.synonyms.members, INDEX.synonyms.english))]
