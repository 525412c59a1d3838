"""The tables behind the lookup: Han characters, synonyms, common words."""

import json
from collections import Counter
from importlib.resources import files
from itertools import chain

import pytest
from opencc import OpenCC  # type: ignore[import-untyped]

from teapot import conversation
from teapot.catalogue import Catalogue
from teapot.cleaning import MAX_QUERY, clean
from teapot.folding import is_han, load_han, stem, words
from teapot.index import Index
from teapot.synonyms import load_synonyms
from teapot.weights import MAX_COMMON_HAN, SUBJECT_HAN, Topic, load_common_words

HAN = load_han()


SYNONYMS: list[list[str]] = [
    line.split(" | ") for line in json.loads((files("teapot_data") / "synonyms.json").read_bytes())
]
CHARACTERS: dict[str, str] = json.loads((files("teapot_data") / "han.json").read_bytes())


def chinese_characters(known: Catalogue) -> set[str]:
    """Every Han character of the names and search words."""
    named = [reading for entry in known.codes.values() for reading in entry.readings]
    texts = chain.from_iterable(
        (one.name.zh_hans, one.name.zh_hant, *one.search.zh_hans, *one.search.zh_hant) for one in named
    )
    return {character for text in texts for word in words(text, HAN) if is_han(word) for character in word}


def test_traditional_characters_become_the_simplified_ones_that_opencc_gives() -> None:
    convert = OpenCC("t2s").convert
    assert len(CHARACTERS["traditional"]) == len(CHARACTERS["simplified"]) == len(set(CHARACTERS["traditional"]))
    assert convert(CHARACTERS["traditional"]) == CHARACTERS["simplified"]


def test_every_character_of_the_catalogue_has_a_syllable(known: Catalogue) -> None:
    assert chinese_characters(known) - HAN.readings.keys() == set(), "run data/derive_han.py"


@pytest.mark.parametrize(
    ("character", "syllables"),
    [
        ("网", {"wang"}),
        ("重", {"chong", "zhong"}),
        ("长", {"chang", "zhang"}),
        ("略", {"lue"}),
        ("旅", {"lu"}),
        ("数", {"shu"}),
    ],
)
def test_a_character_has_the_syllables_it_is_read_with(character: str, syllables: set[str]) -> None:
    assert set(HAN.readings[character]) == syllables


def test_syllables_are_letters_and_as_many_as_mandarin_has() -> None:
    assert all(syllable.isascii() and syllable.isalpha() for syllable in HAN.syllables)
    assert 380 < len(HAN.syllables) < 420


def test_as_much_of_a_query_is_read_as_a_platform_lets_through() -> None:
    assert MAX_QUERY == conversation.MAX_QUERY


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("５０３\u3000ｏｋ", "503 ok"), ("\u202e404\u202c", "404"), ("4\u200b0\ufeff4", "404"), ("4️⃣0️⃣4️⃣", "404"),
        ("a\x00b\tc\nd", "a b c d"),
        ("\ud80040\udfff4", "404"), ("  x  ", "x"),
        ("x" * 300, "x" * MAX_QUERY), ("网关 超时", "网关 超时"), ("", ""),
    ],
)  # fmt: skip
def test_typed_text_is_cleaned_of_what_cannot_be_seen(typed: str, read: str) -> None:
    assert clean(typed) == read


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("HTTP_410_Gone", ["http", "410", "gone"]), ("StatusIMUsed", ["status", "im", "used"]),
        ("ImATeapot", ["im", "a", "teapot"]), ("ETag gRPC URLs", ["etag", "grpc", "urls"]), ("I'm", ["im"]),
        ("閘道逾時504", ["闸道逾时", "504"]), ("Ｔｏｏ　Ｌａｒｇｅ", ["too", "large"]), ("chāoshí", ["chaoshi"]),
        ("bytes */9", ["bytes", "star", "9"]),
        ("a\nb", ["a", "b"]), ("😀", []), ("привет", []),
    ],
)  # fmt: skip
def test_what_means_the_same_is_folded_to_the_same_words(text: str, folded: list[str]) -> None:
    assert words(text, HAN) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("requests", "request"), ("retries", "retry"), ("modified", "modify"), ("caches", "cached"),
        ("caching", "cache"), ("dropped", "drop"), ("exceeds", "exceeded"), ("matches", "matching"),
    ],
)  # fmt: skip
def test_words_that_differ_in_number_or_tense_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("gone", "go"), ("access", "acces"), ("this", "thi"), ("code", "coding"), ("status", "statu")]
)
def test_other_words_keep_their_stems_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_each_word_has_one_meaning_and_each_meaning_several_words() -> None:
    groups = SYNONYMS
    folded = Counter(" ".join(words(phrase, HAN)) for group in groups for phrase in dict.fromkeys(group))
    spelled = Counter(phrase for group in groups for phrase in group)
    assert [phrase for phrase, times in spelled.items() if times > 1] == []
    assert "" not in folded
    assert all(len(group) > 1 for group in groups)


def test_no_word_stands_in_two_groups_of_synonyms() -> None:
    owner: dict[str, str] = {}
    clashes = []
    for group in SYNONYMS:
        for phrase in group:
            folded = words(phrase, HAN)
            key = folded[0] if len(folded) == 1 and is_han(folded[0]) else " ".join(map(stem, folded))
            if owner.setdefault(key, group[0]) != group[0]:
                clashes.append((phrase, owner[key], group[0]))
    assert clashes == []


def test_a_meaning_is_found_by_each_of_its_words() -> None:
    synonyms = load_synonyms(HAN)
    lost = []
    for group in SYNONYMS:
        for phrase in group:
            folded = words(phrase, HAN)
            found = (
                synonyms.of_run(folded[0]) if is_han(folded[0]) else synonyms.of_words([stem(word) for word in folded])
            )
            if f"={group[0]}" not in {meaning for _, _, meaning in found}:
                lost.append(phrase)
    assert lost == []


def test_common_words_are_folded_and_short_enough_to_be_found() -> None:
    common = load_common_words(HAN)
    assert all(words(word, HAN) == [word] for word in common.english | common.chinese)
    assert all(is_han(word) and len(word) <= MAX_COMMON_HAN for word in common.chinese)
    assert all(not is_han(word) for word in common.english)


def test_the_longest_common_word_wins() -> None:
    assert load_common_words(HAN).in_run("网关是什么意思呢") == [False, False, True, True, True, True, True, True]


def test_common_words_are_known_by_their_sound_too() -> None:
    syllables = ["wang", "guan", "shi", "shen", "me", "yi", "si"]
    assert load_common_words(HAN).in_syllables(syllables) == [False, False, True, True, True, True, True]


def test_a_single_syllable_is_no_common_word() -> None:
    assert load_common_words(HAN).in_syllables(["ma"]) == [False]


def test_a_rare_word_says_more_than_a_common_one(index: Index) -> None:
    assert index.weights.of_word("teapot") > index.weights.of_word("server") > index.weights.of_word("the")


def test_every_word_that_tells_a_topic_is_written_as_it_is_compared() -> None:
    common = load_common_words(HAN)
    unlike = [
        word
        for word in common.subject | common.neighbours | common.elsewhere
        if words(word, HAN) != [word] or (is_han(word) and len(word) not in SUBJECT_HAN)
    ]
    assert unlike == []


def test_no_word_tells_two_topics() -> None:
    common = load_common_words(HAN)
    lists = (common.subject, common.neighbours, common.elsewhere)
    assert sum(map(len, lists)) == len(frozenset().union(*lists))


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("nginx", Topic.HTTP), ("headers of a git mirror", Topic.HTTP), ("網關那邊", Topic.HTTP),
        ("fanhui", Topic.HTTP),
        ("the server never speaks", Topic.NET), ("两个请求", Topic.NET), ("my link", Topic.NET),
        ("git pull", Topic.ELSEWHERE), ("ssh into the server", Topic.NET), ("打印机脱机", Topic.ELSEWHERE),
        ("lunch at noon", Topic.UNTOLD), ("今天加班嗎", Topic.UNTOLD), ("服务", Topic.UNTOLD),
        ("observers", Topic.UNTOLD), ("digit", Topic.UNTOLD), ("", Topic.UNTOLD),
    ],
)  # fmt: skip
def test_the_most_telling_word_tells_the_topic(query: str, topic: Topic) -> None:
    assert load_common_words(HAN).topic(words(query, HAN)) is topic
