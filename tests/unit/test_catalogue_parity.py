"""The three languages stay in step: no list empty in one, no text changed alone, none copied; links are in order."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from urllib.parse import urlsplit

import pytest

from teapot.entries import LANGUAGES, CodeEntry, Language, Reading
from tests.parity import changes, fingerprints, read, write
from tests.seeds import shared_runs
from tests.texts import CATALOGUE, ROOT, Text, all_texts, words_in
from tests.writing import search_words

SEEDS = ROOT.parent / "shared" / "reference" / "seeds"
TEXTS = all_texts()


def told(file: str = "codes/503.json", field: str = "readings[0].gist", **said: str) -> Text:
    """A text; give only what is to differ."""
    usual: dict[Language, str] = {"en": "Busy.", "zh-Hans": "忙。", "zh-Hant": "忙碌。"}
    return Text(file, field, usual | {one: said[key] for one, key in zip(LANGUAGES, KEYS, strict=True) if key in said})


KEYS = ("en", "zh_hans", "zh_hant")


def lines(*after: Text) -> list[str]:
    """What changed since there was but the usual text."""
    return [str(change) for change in changes(fingerprints([told()]), fingerprints(after))]


def test_every_search_list_has_words_in_every_language() -> None:
    found = [f"{w.file}: {w.field}: {line}" for w in words_in(CATALOGUE) for line in search_words(w.said)]
    assert not found, "\n".join(found)


def test_no_text_changed_in_one_language_alone() -> None:
    found = [str(change) for change in changes(read(), fingerprints(TEXTS)) if change.is_alone]
    assert not found, "change the other languages too, or run make data-accept:\n" + "\n".join(found)


def test_every_text_was_accepted() -> None:
    found = [str(change) for change in changes(read(), fingerprints(TEXTS))]
    assert not found, "check these and run make data-accept:\n" + "\n".join(found)


def test_an_unchanged_text_is_no_change() -> None:
    assert lines(told()) == []


def test_a_text_changed_in_one_language_is_told_with_file_field_and_language() -> None:
    (change,) = changes(fingerprints([told()]), fingerprints([told(zh_hant="滿載。")]))
    assert change.is_alone
    assert str(change) == "codes/503.json: readings[0].gist: changed in zh-Hant; not in en, zh-Hans"


def test_a_text_changed_in_every_language_did_not_change_alone() -> None:
    (change,) = changes(fingerprints([told()]), fingerprints([told(en="Full.", zh_hans="满。", zh_hant="滿。")]))
    assert not change.is_alone


def test_a_new_text_did_not_change_alone() -> None:
    (change,) = changes(fingerprints([told()]), fingerprints([told(), told(field="readings[0].meaning")]))
    assert not change.is_alone


def test_a_text_that_is_gone_is_told() -> None:
    assert lines() == ["codes/503.json: readings[0].gist: gone"]


def test_what_was_accepted_is_read_as_it_was_written(tmp_path: Path) -> None:
    write(fingerprints(TEXTS), tmp_path / "accepted.json")
    assert read(tmp_path / "accepted.json") == fingerprints(TEXTS)


def test_a_sentence_has_the_same_placeholders_in_every_language() -> None:
    said = [text for text in TEXTS if text.file.rpartition("/")[2] in {"sentences.json", "words.json"}]
    assert len(said) > 100
    found = [
        f"{text.file}: {text.field}: {language}: not the placeholders of the English text"
        for text in said
        for language in LANGUAGES
        if placeholders(text.said[language]) != placeholders(text.said["en"])
    ]
    assert not found, "\n".join(found)


def placeholders(text: str) -> list[str]:
    """The names in braces, each as often as it stands there."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("folder", ["codes", "classes", "versus"])
def test_every_entry_is_among_the_texts(folder: str) -> None:
    files = {f"{folder}/{path.name}" for path in (CATALOGUE / folder).glob("*.json")}
    assert files == {text.file for text in TEXTS if text.file.startswith(f"{folder}/")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_taken_from_a_seed(language: Language) -> None:
    seeds = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    found = [
        f"{text.file}: {text.field}: {language} shares with a seed: {run}"
        for text in TEXTS
        for run in shared_runs(text.said[language], seeds)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("text", "seed", "is_shared"),
    [
        ("one two three four five six seven eight nine ten eleven twelve", "{} and so on", True),
        ("One, two three: four five six seven eight nine ten eleven TWELVE!", "it says {}", True),
        ("one two three four five six seven eight nine ten eleven", "{}", False),
        ("一二三四五六七八九十甲乙丙丁戊己庚辛壬癸", "前{}后", True),
        ("一二三四五六七八九十，甲乙丙丁戊己庚辛壬癸", "{}", True),
        ("一二三四五六七八九十甲乙丙丁戊己庚辛壬", "{}", False),
        ("伺服器無法處理這個請求因為它現在過載或正在維護", "伺服器无法处理这个请求因为它现在过载或正在维护", True),
        ("伺服器忙", "另一段话", False),
    ],
)
def test_a_run_shared_with_a_seed_is_found_whatever_its_script_and_punctuation(
    text: str, seed: str, is_shared: bool
) -> None:
    assert bool(list(shared_runs(text, [seed.format(text)]))) is is_shared


def links() -> Iterator[tuple[str, str]]:
    """Every address of the catalogue and where it stands."""
    for path in sorted(CATALOGUE.rglob("*.json")):
        yield from _links(json.loads(path.read_text(encoding="utf-8")), path.relative_to(CATALOGUE).as_posix())


def _links(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if name == "link" and isinstance(inner, str):
                yield f"{where}.link", inner
            yield from _links(inner, f"{where}.{name}")
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _links(inner, f"{where}[{at}]")


def misshapen(link: str) -> str:
    """What is wrong with an address; empty when nothing is."""
    parts = urlsplit(link)
    if parts.scheme != "https" or not re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}", parts.netloc):
        return "not https to a public host"
    if ":~:" in link or link.endswith("#") or not re.fullmatch(r"[\w.~!$&'()*+,;=:@/-]*", parts.fragment):
        return "a fragment that is no anchor"
    if re.search(r"(^|&)(utm_\w+|ref|fbclid|gclid|source)=", parts.query):
        return "tracking in the query"
    if "//" in parts.path or any(ord(character) > 126 for character in link):
        return "not as its owner writes it"
    return ""


def test_every_link_is_as_its_owner_writes_it() -> None:
    found = [f"{where}: {misshapen(link)}: {link}" for where, link in links() if misshapen(link)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("link", "is_right"),
    [
        ("https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.4", True),
        ("https://developers.cloudflare.com/support/troubleshooting/http-status-codes/", True),
        ("https://learn.microsoft.com/en-us/openspecs/exchange/e092c310?view=2024", True),
        ("http://www.rfc-editor.org/rfc/rfc9110.html", False),
        ("https://localhost/rfc9110", False),
        ("https://docs.example.com/page#", False),
        ("https://docs.example.com/page#:~:text=Bad%20Gateway", False),
        ("https://docs.example.com/page?utm_source=chat", False),
        ("https://docs.example.com//page", False),
        ("https://docs.example.com/页面", False),
    ],
)
def test_a_link_of_a_wrong_form_is_found(link: str, is_right: bool) -> None:
    assert (misshapen(link) == "") is is_right


@pytest.mark.parametrize("field", [*CodeEntry.__struct_fields__, *Reading.__struct_fields__])
def test_the_guide_names_every_field(field: str) -> None:
    assert f"`{field}`" in (ROOT / "data" / "README.md").read_text(encoding="utf-8")
