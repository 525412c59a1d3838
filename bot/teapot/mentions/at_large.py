"""What a whole message is about, told by signs anywhere near a number."""

import re
from collections.abc import Set as AbstractSet
from functools import cached_property

from teapot.mentions import at_large_signs
from teapot.mentions.meanings import SIGNS_OF

_REACH, _FULL = 200, 5
_LONGEST_CHAT, _MOST_ASKED = 2000, 64
_IN_NAMES = "http"
"""The only one that names hold as a part: "nghttpx"."""
_FILES = (".c", ".go", ".h", ".java", ".js", ".md", ".py", ".rs", ".ts")
_ENDINGS = frozenset(("", "s", "es", "d", "ed", "r", "er", "ers", "ing"))

_SUCCESS_AND_FAILURE = re.compile(
    r"\b(?:4[0-3][0-9]|5[0-3][0-9])\s[!=]=\s(?:20[0146]|30[123478])\b|\b(?:20[0146]|30[123478])\s[!=]=\s(?:4[0-3][0-9]|5[0-3][0-9])\b"
    r"|\b(?:expected|wanted|want|should\sbe)\W{1,3}(?:an?\s)?(?:20[0146]|30[123478])\b[^0-9\n]{1,24}(?:4[0-3][0-9]|5[0-3][0-9])\b"
    r"|\b(?:got|received|returned|answered|gave|actual|saw)\W{1,3}(?:an?\s)?(?:4[0-3][0-9]|5[0-3][0-9])\b[^0-9\n]{1,24}(?:20[0146]|30[123478])\b",
    re.IGNORECASE,
)
"""A success that was expected and a failure that came: hardly anything but HTTP numbers its outcomes so."""


class Message:
    """A text in which numbers are judged, and the signs in it.

    They are sought around each number that is asked about; in a chat message only those that it holds at all. The 65th
    question and all after it are answered with no, so that a text full of numbers costs little. ``logged`` are the
    statuses in the log lines that the text holds.
    """

    def __init__(self, text: str, logged: AbstractSet[str] = frozenset()) -> None:
        self.text = text
        self._logged = logged if len(text) <= _LONGEST_CHAT else frozenset()
        self._asked = 0

    @property
    def logged(self) -> bool:
        """Whether a chat message holds lines of a log."""
        return bool(self._logged)

    def logs(self, code: str) -> bool:
        """Whether a status stands in a log line of a chat message, which is then likely to speak of it."""
        return code in self._logged

    def is_about_the_web(self, start: int, end: int) -> bool:
        """Whether the message around a number shows a plain sign of the web, or two vague ones."""
        around = self._around(start, end)
        return _any_of(self._web, around) or _how_many(self._software, around) > 1

    def is_of_the_web_for_sure(self, start: int, end: int) -> bool:
        """Whether what is tested or programmed around a number speaks HTTP."""
        around = self._around(start, end)
        return (
            any(map(around.__contains__, at_large_signs.OF_THE_WEB_FOR_SURE))
            or _SUCCESS_AND_FAILURE.search(around) is not None
        )

    def tells_the_meaning(self, code: str, start: int, end: int) -> bool:
        """Whether the message around a number speaks of what that status means."""
        around = self._around(start, end)
        return any(map(around.__contains__, SIGNS_OF.get(code, ())))

    def hints_at_software(self, start: int, end: int) -> bool:
        """Whether the message around a number shows a single sign, be it a vague one."""
        around = self._around(start, end)
        return _any_of(self._web, around) or _any_of(self._software, around)

    def is_of_engineers(self, start: int, end: int) -> bool:
        """Whether it shows a single sign, be it only one of people who work on software."""
        around = self._around(start, end)
        return any(_any_of(among, around) for among in (self._web, self._software, self._engineers))

    def is_full_of_the_web(self, start: int, end: int) -> bool:
        """Whether it shows three plain signs, or as much in vague ones, of which two weigh as much as a plain one."""
        around = self._around(start, end)
        weight = 2 * _how_many(self._web, around) + _how_many(self._software, around)
        return weight >= _FULL

    def speaks_of_mail(self, start: int, end: int) -> bool:
        """Whether it is about mail, files by FTP, calls, a database, advertisements in video."""
        return self._holds_any(at_large_signs.OF_MAIL, start, end)

    def is_an_inquiry(self, start: int, end: int) -> bool:
        """Whether somebody looks into what the web answered, or says that it is back."""
        return _any_of(at_large_signs.OF_INQUIRIES, self._around(start, end))

    def speaks_of_calls(self, start: int, end: int) -> bool:
        """Whether it is about calls by SIP or streams by RTSP, which answer with the phrases of HTTP."""
        return self._holds_any(at_large_signs.OF_CALLS, start, end)

    def _holds_any(self, signs: tuple[str, ...], start: int, end: int) -> bool:
        around = self.text[max(0, start - _REACH) : end + _REACH]
        return any(map(around.__contains__, signs))

    def _around(self, start: int, end: int) -> str:
        self._asked += 1
        return self.text[max(0, start - _REACH) : end + _REACH].lower() if self._asked <= _MOST_ASKED else ""

    @cached_property
    def _web(self) -> tuple[str, ...]:
        return self._among(at_large_signs.OF_THE_WEB)

    @cached_property
    def _software(self) -> tuple[str, ...]:
        return self._among(at_large_signs.OF_SOFTWARE)

    @cached_property
    def _engineers(self) -> tuple[str, ...]:
        return self._among(at_large_signs.OF_ENGINEERS)

    def _among(self, all_of_them: tuple[str, ...]) -> tuple[str, ...]:
        if len(self.text) > _LONGEST_CHAT:
            return all_of_them
        return tuple(filter(self.text.lower().__contains__, all_of_them))


def _any_of(among: tuple[str, ...], text: str) -> bool:
    return any(sign in text and _stands_alone(sign, text) for sign in among)


def _how_many(among: tuple[str, ...], text: str) -> int:
    return sum(sign in text and _stands_alone(sign, text) for sign in among)


def _stands_alone(sign: str, text: str) -> bool:
    """Whether a sign in letters is a word of the text or a form of one: "api" is in "APIs", not in "rapid"."""
    if not sign.isascii() or sign == _IN_NAMES:
        return True
    begin = text.find(sign)
    while begin >= 0:
        end = begin + len(sign)
        is_apart = not (begin and _is_letter(text[begin - 1])) and not text.startswith(_FILES, end)
        if is_apart and _rest_of_the_word(text, end) in _ENDINGS:
            return True
        begin = text.find(sign, end)
    return False


def _rest_of_the_word(text: str, begin: int) -> str:
    end = begin
    while end < len(text) and _is_letter(text[end]):
        end += 1
    return text[begin:end]


def _is_letter(character: str) -> bool:
    return "a" <= character <= "z"
