"""The tables of mentions: that every entry can be met, and none hides another."""

import re
from collections.abc import Iterable

import pytest

from teapot.catalogue import Catalogue
from teapot.mentions import at_large_signs, company, numbers, topics
from teapot.mentions.candidates import Candidate
from teapot.mentions.chinese import measures as chinese_measures
from teapot.mentions.chinese import words as chinese
from teapot.mentions.chinese import words_behind as chinese_behind
from teapot.mentions.chinese.behind import vote_in_chinese
from teapot.mentions.english import (
    measures as english_measures,
)
from teapot.mentions.english import (
    phrases,
)
from teapot.mentions.english import (
    words as english,
)
from teapot.mentions.english import (
    words_behind as english_behind,
)
from teapot.mentions.english.nouns import COUNTED, vote_of_the_noun
from teapot.mentions.logs import columns, tables
from teapot.mentions.numbers import UNREGISTERED, prior
from teapot.mentions.others import claims, lookalikes, outsiders
from teapot.mentions.roles import Part, Role, by_word, merged, parts
from teapot.mentions.tokens import is_han, tokens_between

CODE = re.compile("[1-5](?:[0-9]{2}|xx)|999")


def tables_of_words(module: object) -> dict[str, frozenset[str]]:
    """The sets of words of a module, by name."""
    return {
        name: table
        for name, table in vars(module).items()
        if isinstance(table, frozenset) and all(isinstance(word, str) for word in table)
    }


def misread(words: Iterable[str]) -> list[str]:
    """The words that no token of a text can be."""
    return sorted(word for word in words if tokens_between(word, 0, len(word)) != [word])


@pytest.mark.parametrize("module", [english, english_behind, english_measures, topics, outsiders, company])
def test_every_english_word_is_a_single_token(module: object) -> None:
    assert {name: misread(table) for name, table in tables_of_words(module).items() if misread(table)} == {}


def test_every_word_with_a_part_or_a_vote_or_a_claim_is_a_single_token() -> None:
    assert misread(english.PARTS.keys() | english_behind.BEHIND.keys() | claims.CALLED_BY.keys()) == []


def test_every_word_of_a_reason_phrase_is_a_single_token() -> None:
    of_several = phrases.PHRASES.union(*phrases.PHRASE_ENDS.values())
    of_one = frozenset().union(*phrases.SINGLE_PHRASES.values())
    assert misread(of_one.union(*(phrase.split() for phrase in of_several))) == []


def test_a_reason_phrase_is_told_by_two_words() -> None:
    of_several = phrases.PHRASES.union(*phrases.PHRASE_ENDS.values())
    assert [phrase for phrase in of_several if len(phrase.split(" ")) != 2] == []


def test_words_that_say_little_are_reason_phrases() -> None:
    assert (phrases.VERBS | phrases.VAGUE) - frozenset().union(*phrases.SINGLE_PHRASES.values()) == set()


def test_every_name_of_a_vendor_is_a_single_token() -> None:
    assert [misread(names) for _, names in numbers._VENDORS if misread(names)] == []


def test_every_word_of_the_head_of_a_column_is_cut_as_heads_are() -> None:
    assert [word for word in columns._COUNTS | columns._STATUSES if columns._WORD.findall(word) != [word]] == []
    assert [word for word in tables._STATUSES | tables._SAYERS if tables._WORD.findall(word) != [word]] == []


def test_every_word_of_a_topic_is_looked_for() -> None:
    assert frozenset().union(*tables_of_words(topics).values()) == topics.CONTEXT


def test_every_chinese_word_before_a_number_is_of_han_characters() -> None:
    assert [word for word in chinese.PARTS if not all(map(is_han, word))] == []


def test_every_chinese_measure_of_a_class_is_one_of_a_code_as_well() -> None:
    assert chinese_measures.OF_MODELS <= chinese_measures.MEASURES


@pytest.mark.parametrize("name", ["LOOSE", "FAILURES", "OUTCOMES", "ACTUAL", "DEFAULTS", "TRANSPARENT", "OF_MONEY_TOO"])
def test_every_chinese_word_with_a_note_has_a_part_as_well(name: str) -> None:
    assert tables_of_words(chinese)[name] - chinese.PARTS.keys() == set()


@pytest.mark.parametrize("word", chinese_behind.BEHIND)
def test_no_chinese_word_behind_a_number_is_hidden_by_a_phrase(word: str) -> None:
    assert vote_in_chinese(word, [Candidate("503", 0, 3)], opener="") == chinese_behind.BEHIND[word]


@pytest.mark.parametrize("word", english_behind.BEHIND)
def test_no_english_word_behind_a_number_is_hidden_by_a_noun(word: str) -> None:
    vote = vote_of_the_noun(f"503 {word}", [word], [Candidate("503", 0, 3)])
    assert vote == english_behind.BEHIND[word] or (vote == COUNTED and word in english.COUNTABLE)


def test_every_word_that_is_no_counter_begins_like_one() -> None:
    assert [word for word in chinese_behind._NO_COUNTS if re.match(chinese_behind._COUNTER, word) is None] == []


def test_every_translated_phrase_of_some_codes_is_a_phrase() -> None:
    of_some = {phrase for group in chinese_behind.PHRASES_OF_ONE for phrase in group}
    assert of_some - set(chinese_behind.PHRASES) == set()


def test_every_number_with_a_worth_is_a_code_or_a_class() -> None:
    assert [code for code in numbers._WORTH_OF_A_CODE if CODE.fullmatch(code) is None] == []


def test_every_code_with_a_card_has_a_worth(known: Catalogue) -> None:
    assert [code for code in known.codes if CODE.fullmatch(code) and prior(code) == UNREGISTERED] == []


def test_every_number_of_a_vendor_a_phrase_or_a_substatus_has_a_worth() -> None:
    of_vendors = {code for codes, _ in numbers._VENDORS for code in codes}
    known = of_vendors | phrases.PHRASE_ENDS.keys() | phrases.SINGLE_PHRASES.keys() | lookalikes._WITH_SUBSTATUS
    assert [code for code in known if prior(code) == UNREGISTERED] == []


@pytest.mark.parametrize(
    "name", ["OF_THE_WEB", "OF_SOFTWARE", "OF_ENGINEERS", "OF_THE_WEB_FOR_SURE", "OF_MAIL", "OF_CALLS", "OF_INQUIRIES"]
)
def test_no_sign_stands_twice_in_its_table(name: str) -> None:
    signs: tuple[str, ...] = vars(at_large_signs)[name]
    assert len(signs) == len(set(signs))


@pytest.mark.parametrize("name", ["OF_THE_WEB", "OF_SOFTWARE", "OF_THE_WEB_FOR_SURE", "OF_INQUIRIES"])
def test_a_sign_is_written_as_it_is_sought_in_lower_case(name: str) -> None:
    signs: tuple[str, ...] = vars(at_large_signs)[name]
    assert [sign for sign in signs if sign != sign.lower() or not sign] == []


def test_a_word_with_two_votes_is_refused() -> None:
    with pytest.raises(ValueError, match=r"in two tables: teapot\Z"):
        by_word({1: ["kettle", "teapot"], 2: ["teapot"]})


def test_a_word_with_two_parts_is_refused() -> None:
    with pytest.raises(ValueError, match=r"in two tables: teapot\Z"):
        merged(parts(Role.LINK, {0: ["teapot"]}), parts(Role.MEASURE, {-20: ["cup", "teapot"]}))


def test_tables_without_a_common_word_become_one() -> None:
    assert merged(parts(Role.LINK, {0: ["teapot"]}), parts(Role.HINT, {2: ["cup"]})) == {
        "teapot": Part(Role.LINK, 0),
        "cup": Part(Role.HINT, 2),
    }
