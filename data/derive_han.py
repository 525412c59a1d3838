"""Derive ``teapot_data/han.json``: what lookup needs to know about Han characters. Run by hand, not at answer time.

Needs the packages ``opencc`` (opencc-python-reimplemented) and ``pypinyin``. The table holds

- ``traditional`` and ``simplified``: two strings of the same length; a character of the first is written as the one at
  the same place of the second. Only characters of Big5, and only where OpenCC makes one character of one.
- ``syllables``: for each toneless syllable the Simplified characters (of GB 2312 and of the frequent half of Big5) that
  are read so: the usual reading, and others only where the catalogue's own texts have them, as 重 in 重复 and in 重要.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parent / "teapot_data"


def main() -> None:
    """Write the table anew."""
    pairs = dict(_pairs())
    readings: dict[str, set[str]] = defaultdict(set)
    pinyin = import_module("pypinyin")
    frequent = (pairs.get(character, character) for character in _characters("big5", range(0xA4, 0xC6)))
    for character in (*_characters("gb2312", range(0xB0, 0xF8)), *frequent):
        readings[_syllable(pinyin, character)].add(character)
    for text in _chinese_texts():
        simplified = "".join(pairs.get(character, character) for character in text)
        for character, syllable in zip(simplified, _syllables(pinyin, simplified), strict=True):
            if "\u4e00" <= character <= "\u9fff":
                readings[syllable].add(character)
    table = {
        "traditional": "".join(pairs),
        "simplified": "".join(pairs.values()),
        "syllables": {syllable: "".join(sorted(readings[syllable])) for syllable in sorted(readings) if syllable},
    }
    (FOLDER / "han.json").write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _pairs() -> Iterator[tuple[str, str]]:
    convert = import_module("opencc").OpenCC("t2s").convert
    for character in _characters("big5", range(0xA4, 0xFA)):
        simplified = convert(character)
        if simplified != character and len(simplified) == 1:
            yield character, simplified


def _characters(encoding: str, rows: range) -> Iterator[str]:
    for row in rows:
        for cell in range(0x40, 0xFF):
            try:
                character = bytes((row, cell)).decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\u4e00" <= character <= "\u9fff":
                yield character


def _chinese_texts() -> Iterator[str]:
    for file in sorted(FOLDER.glob("c*/*.json")):
        yield from _strings(json.loads(file.read_text(encoding="utf-8")))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _syllable(pinyin: ModuleType, character: str) -> str:
    return _plain(pinyin.lazy_pinyin(character)[0])


def _syllables(pinyin: ModuleType, text: str) -> list[str]:
    return [_plain(syllable) for syllable in pinyin.lazy_pinyin(text, errors=list)]


def _plain(syllable: str) -> str:
    return syllable if syllable.isascii() and syllable.isalpha() else ""


if __name__ == "__main__":
    main()
