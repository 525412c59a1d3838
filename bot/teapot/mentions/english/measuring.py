"""Words that measure, number or own the number behind them, and when they do not."""

from teapot.mentions.english import measures as english_measures
from teapot.mentions.english import words as english
from teapot.mentions.numbers import is_whole_class
from teapot.mentions.reading import Reading
from teapot.mentions.roles import Role

_REACH_OF_A_BOUND = 9
_ONE_OF_SEVERAL = (["each"], ["every"], ["first"], ["last"], ["next"], ["second"], ["third"])
_VERB_ENDINGS = ("s", "d", "ed", "ing", "'", "’")


def is_measured(reading: Reading, word: str, role: Role, at: int) -> bool:
    """Whether the run is what a word before it measures, numbers or owns: "port 503", "user 404", "Chrome 101"."""
    if not reading.tight or is_whole_class(reading.run):
        return False
    if word in english_measures.SERVED and (
        reading.run[-1].ending.startswith(_VERB_ENDINGS) or reading.next_token(at) in english_measures.ANSWERS
    ):
        return False
    if reading.run[0].code[-1] == "x":
        return word in english_measures.NAMES_OF_MODELS
    if word in english_measures.ENTITIES:
        return (
            not _is_one_of_several(reading, word, at)
            and at + 1 == len(reading.tokens)
            and reading.run[-1].ending in ("", "'s", "’s")
        )
    if word in english_measures.COLLECTIONS and reading.next_token(at) == "of" and reading.run[-1].ending:
        return False  # a stream of 429s
    if word in english_measures.BROWSERS and reading.run[0].code[0] == "1":  # Chrome 101
        return True
    if role is not Role.MEASURE or _is_told_before(reading, word, at):
        return False
    if (word, *reading.tokens[at - 1 : at]) in english_measures.NO_MEASURES:  # response type, HttpStatus.valueOf(423)
        return False
    if word != "page":
        return word != "line" or reading.tokens[at - 2 : at] != ["status", "_"]  # status_line == 301
    return not is_called_so(reading, at) and reading.next_token(at) not in english_measures.OF_PAGES


def _is_one_of_several(reading: Reading, word: str, at: int) -> bool:
    """Whether a call is told by its order: "first call 200, second call 401"."""
    return word == "call" and reading.tokens[at - 1 : at] in _ONE_OF_SEVERAL


def is_called_so(reading: Reading, at: int) -> bool:
    """Whether a page is one that is called so: "the login page"."""
    return at > 0 and reading.tokens[at - 1] in english_measures.BEFORE_A_PAGE


def _is_told_before(reading: Reading, word: str, at: int) -> bool:
    """Whether a measure is none, or what it measures is told already: "a TimeoutException (504)", "1 MB (413)"."""
    if word in english.BOUNDS and "status" in reading.tokens[max(0, at - _REACH_OF_A_BOUND) : at]:
        return True
    following = reading.next_token(at)
    if (word, following) == ("most", "of"):
        return True
    has_its_number = word.endswith("ed") or (at > 0 and reading.tokens[at - 1][0].isdigit())
    return following == "exception" or (following == "(" and has_its_number)
