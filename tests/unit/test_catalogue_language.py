"""Each language is written as its readers write it: the texts are held to the rules, and the rules to examples."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from teapot.entries import LANGUAGES, Language
from tests.texts import CATALOGUE, Text, all_texts, words_in
from tests.writing import Chinese, breaches, characters, freed, glossary, marks, punctuation, search_words, words

TEXTS = all_texts()
CHINESE: tuple[Chinese, ...] = ("zh-Hans", "zh-Hant")


def found(language: Language, judge: Callable[[Text], Iterable[str]]) -> list[str]:
    """A line for each thing wrong, with file, field and language."""
    return [f"{text.file}: {text.field}: {language}: {line}" for text in TEXTS for line in judge(text)]


@pytest.mark.parametrize("language", CHINESE)
def test_every_character_is_of_its_script(language: Chinese) -> None:
    wrong = found(language, lambda text: characters(text.said[language], language))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", CHINESE)
def test_every_search_word_is_of_its_script(language: Chinese) -> None:
    wrong = [
        f"{list_.file}: {list_.field}: {language}: {word}: {line}"
        for list_ in words_in(CATALOGUE)
        for word in list_.said[language]
        for line in characters(word, language)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", CHINESE)
def test_no_word_is_the_other_chinese(language: Chinese) -> None:
    wrong = found(language, lambda text: words(text.said[language], language))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", CHINESE)
def test_every_text_keeps_to_the_glossary(language: Chinese) -> None:
    wrong = found(language, lambda text: breaches(text.said, language))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_punctuation_and_spaces_are_the_languages_own(language: Language) -> None:
    wrong = found(language, lambda text: punctuation(text.said[language], language))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_come_in_pairs_and_are_the_languages_own(language: Language) -> None:
    wrong = found(language, lambda text: marks(text.said[language], language))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("language", "text", "is_right"),
    [
        ("zh-Hans", "服务器忙", True),
        ("zh-Hans", "伺服器忙，請求排隊", False),
        ("zh-Hans", "乾净", False),
        ("zh-Hant", "伺服器忙", True),
        ("zh-Hant", "一台伺服器在上游", True),
        ("zh-Hant", "上游占著連線", True),
        ("zh-Hant", "服务器忙", False),
        ("zh-Hant", "只差一个字", False),
        ("zh-Hant", "旅游", False),
    ],
)
def test_a_character_of_the_other_script_is_found(language: Chinese, text: str, is_right: bool) -> None:
    assert (not list(characters(text, language))) is is_right


@pytest.mark.parametrize(
    ("language", "text", "is_right"),
    [
        ("zh-Hant", "安裝套件", True),
        ("zh-Hant", "用戶端逾時", True),
        ("zh-Hant", "演算法", True),
        ("zh-Hant", "`文件` 是路徑", True),
        ("zh-Hant", "軟件安裝", False),
        ("zh-Hant", "服務器超時", False),
        ("zh-Hant", "最終用戶", False),
        ("zh-Hant", "點擊劫持", True),
        ("zh-Hans", "安装软件包", True),
        ("zh-Hans", "查询超时", True),
        ("zh-Hans", "伺服器逾时", False),
        ("zh-Hans", "资料库连不上", False),
        ("zh-Hans", "软体更新", False),
    ],
)
def test_a_word_of_the_other_chinese_is_found(language: Chinese, text: str, is_right: bool) -> None:
    assert (not list(words(text, language))) is is_right


@pytest.mark.parametrize(
    ("language", "english", "text", "is_right"),
    [
        ("zh-Hant", "The connection broke.", "連線斷了。", True),
        ("zh-Hant", "Listen on a port.", "監聽連接埠。", True),
        ("zh-Hant", "The connection broke.", "連接斷了。", False),
        ("zh-Hant", "The client waits.", "用戶端會等。", True),
        ("zh-Hant", "The user waits.", "用戶會等。", False),
        ("zh-Hant", "Read the draft.", "這份文件仍是草案。", True),
        ("zh-Hant", "The file is missing.", "找不到文件。", False),
        ("zh-Hant", "Rate limits apply.", "有速率限制。", True),
        ("zh-Hant", "Rate limits apply.", "有限流。", True),
        ("zh-Hant", "Rate limits apply.", "這裡限流。", False),
        ("zh-Hant", "Set `file`.", "看這份文件。", True),
        ("zh-Hans", "The default is 60.", "默认 60。", True),
        ("zh-Hans", "The default is 60.", "预设是 60。", False),
        ("zh-Hans", "Pick a preset.", "选一个预设。", True),
        ("zh-Hans", "Cancel soon.", "尽快取消。", True),
        ("zh-Hans", "It is cached.", "存进快取。", False),
        ("zh-Hans", "Threads wait.", "执行绪在等。", False),
    ],
)
def test_a_breach_of_the_glossary_is_found(language: Chinese, english: str, text: str, is_right: bool) -> None:
    said: dict[Language, str] = {"en": english, "zh-Hans": "", "zh-Hant": "", language: text}
    assert (not list(breaches(said, language))) is is_right


@pytest.mark.parametrize(
    ("language", "text", "is_right"),
    [
        ("en", "Wait 1,000 ms, then retry: it may work.", True),
        ("en", "GET /a?b=c;d is `x ,y`.", True),
        ("en", "Wait , then retry.", False),
        ("en", "Wait,then retry.", False),
        ("en", "Wait for the the server.", False),
        ("en", "Wait  here.", False),
        ("zh-Hans", "看 `Retry-After`，等 30 秒再试（HTTP/1.1 也一样）。", True),
        ("zh-Hans", "12:30 的 HTTP::Tiny 和 https://a.example/b。", True),
        ("zh-Hans", "等一下,再试。", False),
        ("zh-Hans", "看`Retry-After`。", False),
        ("zh-Hans", "等30秒。", False),
        ("zh-Hans", "GET, HEAD 可以。", False),
        ("zh-Hans", "看 “Via” 里。", False),
        ("zh-Hans", "还没好...", False),
        ("zh-Hans", "慢的的请求。", False),
        ("zh-Hans", "改不了了。", True),
        ("zh-Hans", "等１２秒。", False),
        ("zh-Hant", "看 `Via`：誰回的？", True),
        ("zh-Hant", "看 Via:誰回的?", False),
        ("zh-Hant", "共 5 %。", True),
        ("zh-Hant", "占5%的請求", False),
    ],
)
def test_wrong_punctuation_is_found(language: Language, text: str, is_right: bool) -> None:
    assert (not list(punctuation(text, language))) is is_right


@pytest.mark.parametrize(
    ("language", "text", "is_right"),
    [
        ("en", 'It\'s "gone" (see `a) b`).', True),
        ("en", "It’s gone.", False),
        ("en", 'Half a "quote.', False),
        ("en", "Open (bracket.", False),
        ("en", "Odd `tick.", False),
        ("en", "Not **bold**.", False),
        ("en", "Closed) before (opened", False),
        ("zh-Hans", "返回“未找到”（见 `a（`）。", True),
        ("zh-Hans", "名字 I'm a teapot 照抄。", True),
        ("zh-Hans", "返回「未找到」。", False),
        ("zh-Hans", '返回"未找到"。', False),
        ("zh-Hans", "返回（未找到。", False),
        ("zh-Hant", "回傳「找不到『頁面』」。", True),
        ("zh-Hant", "回傳“找不到”。", False),
        ("zh-Hant", "回傳「找不到。", False),
    ],
)
def test_a_wrong_mark_is_found(language: Language, text: str, is_right: bool) -> None:
    assert (not list(marks(text, language))) is is_right


def test_a_search_list_that_is_empty_in_one_language_is_found() -> None:
    assert list(search_words({"en": ("busy",), "zh-Hans": ("忙",), "zh-Hant": ()})) == ["zh-Hant has no search words"]


def test_a_search_list_that_is_empty_in_all_languages_is_left_alone() -> None:
    assert list(search_words({"en": (), "zh-Hans": (), "zh-Hant": ()})) == []


def wordings() -> Iterator[tuple[str, Chinese, str]]:
    """What the glossary wants to be written."""
    for term in glossary():
        for language in CHINESE:
            yield from ((term.term, language, w) for w in (term.zh_hans if language == "zh-Hans" else term.zh_hant))


def test_what_the_glossary_wants_breaches_no_rule() -> None:
    wrong = [
        f"{term}: {language}: {wording}: {line}"
        for term, language, wording in wordings()
        for line in (*characters(wording, language), *words(wording, language), *punctuation(wording, language))
    ]
    assert not wrong, "\n".join(wrong)


def test_no_term_forbids_the_wording_of_another() -> None:
    wrong = [
        f"{wording} of {term} is forbidden: {line}"
        for term, language, wording in wordings()
        for line in breaches({"en": "", "zh-Hans": wording, "zh-Hant": wording}, language)
    ]
    assert not wrong, "\n".join(wrong)


def test_every_term_is_told_once() -> None:
    terms = [term.term for term in glossary()]
    assert sorted(set(terms)) == sorted(terms)


def test_every_exception_gives_its_reason() -> None:
    assert [one.wording for one in freed() if len(one.reason) < 10] == []
