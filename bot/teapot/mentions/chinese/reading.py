"""Reading the Han characters before a number."""

from collections.abc import Iterable

from teapot.mentions.candidates import Run
from teapot.mentions.chinese import words as chinese
from teapot.mentions.chinese.measures import OF_MODELS
from teapot.mentions.meanings import OWN_MEASURES
from teapot.mentions.numbers import is_whole_class
from teapot.mentions.reading import MOST_STRANGERS, NO_ERROR, WEAK, Reading
from teapot.mentions.roles import STRANGER, VETO, Part, Role
from teapot.mentions.tokens import is_han

_REACH, _OF_ITS_MEANING, _OF_A_PLACE, _OF_A_PAGE = 24, 4, 3, 4
_DENIERS, _COUNTING_PAGES = tuple("不未没沒"), "第每共数數几幾整半这這那一二三四五六七八九十百上下前后後翻多到看在本有"


def read_han(reading: Reading, han: str) -> int | None:
    """Read a run of Han characters from its end, longest known word first: the vote that decides, or None."""
    at = len(han)
    unknown = 0
    until = max(0, at - _REACH)
    while at > until and reading.strangers + unknown // 2 <= MOST_STRANGERS:
        size, part = _last_word(han, at)
        at -= size
        word = han[at : at + size]
        role, vote = _part_before(reading.run, word, part)
        if (size == 1 and unknown and role is not Role.LINK) or _is_not_the_actual(word, reading.tokens):
            role = Role.STRANGER  # a part of another word: 报 in 报销
        if word in "页頁" and _is_a_kind_of_page(han, at):
            role, vote = Role.HINT, _OF_A_PAGE
        if _is_a_place(reading, word, han, at):
            role, vote = Role.HINT, _OF_A_PLACE
        if word in chinese.FAILURES and reading.is_of_success() and reading.is_fresh():  # 错误 203
            role = Role.STRANGER
            reading.vote += NO_ERROR
        is_an_outcome = word in chinese.OUTCOMES and not han.endswith(_DENIERS, 0, at)
        if is_an_outcome and reading.tight and _is_a_tally(word, reading.run, at):
            return VETO  # 成功 422, 失败 3
        if (vote > WEAK and role is Role.CUE) or (role is Role.MEASURE and reading.tight):
            reading.strangers += (unknown + 1) // 2
            return vote - 2 * _may_be_money(word, reading.run)
        if role is Role.STRANGER or role is Role.MEASURE:
            unknown += size
            reading.tight = False
        elif word in chinese.DEFAULTS:
            reading.is_a_default = True
            reading.vote += vote
        else:
            reading.vote += max(0, vote - 2 * (reading.strangers + unknown // 2))
            reading.tight = reading.tight and _keeps_tight(word, role)
    reading.strangers += (unknown + 1) // 2
    return None


def is_spoken_for(text: str, start: int) -> bool:
    """Whether the Chinese word right before a number is a cue or a hint."""
    return role_before(text, start) in (Role.CUE, Role.HINT)


def role_before(text: str, start: int) -> Role:
    """The role of the Chinese word right before a number, that of a stranger where none stands."""
    han = text[max(0, start - chinese.LONGEST) : start].rstrip(" ")
    _, part = _last_word(han, len(han)) if han and is_han(han[-1]) else (0, STRANGER)
    return part.role


def _is_a_place(reading: Reading, word: str, han: str, at: int) -> bool:
    """Whether something runs there: "A 机房 200，B 机房 502"."""
    if word not in chinese.PLACES:
        return False
    is_behind_a_letter = not at and len(reading.tokens[-2:-1]) == 1 and len(reading.tokens[-2]) == 1
    return is_behind_a_letter or han.endswith(chinese.REGIONS, 0, at)


def _is_a_kind_of_page(han: str, at: int) -> bool:
    """Whether the word before names a page rather than counts it: 帳單頁, not 第二頁."""
    return at > 1 and han[at - 1] not in _COUNTING_PAGES


def _part_before(run: Run, word: str, part: Part) -> Part:
    """The part of a word before these numbers: few measures are ones of classes, none of codes that they mean."""
    if run[0].code in OWN_MEASURES.get(word, ()):  # 超时 504
        return Part(Role.HINT, _OF_ITS_MEANING)
    is_of_a_class = (run[0].code[-1] == "x" or is_whole_class(run)) and word not in OF_MODELS
    if part.role is Role.MEASURE and is_of_a_class:  # 告警阈值 5xx > 1%, 成功範圍 200-399
        return Part(Role.LINK)
    return part


def _is_a_tally(word: str, run: Run, at: int) -> bool:
    """Whether an outcome that begins a run of Han is counted ("成功 422，失败 3"); no success is a 4xx anywhere."""
    return (not at or run[0].code[0] in "45") and (run[0].code[0] != "2" or word != "成功")


def _keeps_tight(word: str, role: Role) -> bool:
    """Whether a measure before the word is still one of the number: "uid 就是 403", but not "预期 403"."""
    if role is Role.HINT:
        return word in chinese.TRANSPARENT
    return word not in chinese.LOOSE and word not in chinese.EXPECTATIONS


def _may_be_money(word: str, run: Run) -> bool:
    return len(run) == 1 and run[0].code.endswith("00") and word in chinese.OF_MONEY_TOO


def _is_not_the_actual(word: str, tokens: Iterable[str]) -> bool:
    return word in chinese.ACTUAL and not _is_a_contrast(tokens)


def _is_a_contrast(tokens: Iterable[str]) -> bool:
    """Tell "预期 200，实际 500" from "说好 500 兆，实际 404"."""
    return any(expected in token for token in tokens if is_han(token) for expected in chinese.EXPECTED)


def _last_word(han: str, at: int) -> tuple[int, Part]:
    """The longest known word that ends there, as its length and part; else one strange character.

    A word that only looks like a cue is none where its first character ends another word: 线上|回, not 线|上回.
    """
    for size in range(min(chinese.LONGEST, at), 0, -1):
        part = chinese.PARTS.get(han[at - size : at])
        if part is not None and (part.role is not Role.STRANGER or not _ends_a_word(han, at - size + 1)):
            return size, part
    return 1, STRANGER


def _ends_a_word(han: str, at: int) -> bool:
    return any(han[at - size : at] in chinese.PARTS for size in range(2, min(chinese.LONGEST, at) + 1))
