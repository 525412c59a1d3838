"""The search back from a number through the words before it."""

from teapot.mentions import topics
from teapot.mentions.chinese.reading import read_han
from teapot.mentions.english import measures as english_measures
from teapot.mentions.english import words as english
from teapot.mentions.english.cues import SENTENCE_ENDS, is_qualified, names_a_measure
from teapot.mentions.english.reading import read_word
from teapot.mentions.reading import MOST_STRANGERS, Before, Reading
from teapot.mentions.roles import STRANGER, VETO, Role
from teapot.mentions.tokens import is_han

_LONGEST_CODE = 3


def search_back(reading: Reading) -> Before:
    """The vote of the words before the run of a fresh reading."""
    for at in range(len(reading.tokens) - 1, -1, -1):
        word = reading.tokens[at]
        if word in "?？" and not reading.vote and not reading.strangers:  # what should it return? 404
            reading.tight = False
            continue
        if word in SENTENCE_ENDS or reading.strangers > MOST_STRANGERS or _is_a_long_number(word):
            break
        if reading.is_a_default and word in ",，":  # refused, by default 500
            break
        if word == "\n":
            if reading.strangers or reading.vote or reading.tokens[at - 2 : at] == ["\n", "\n"]:
                break
            _pass_line_break(reading, at)
            if reading.strangers > 1:
                break
            continue
        cue = read_han(reading, word) if is_han(word) else read_word(reading, word, at)
        if cue is None:
            continue
        if cue <= VETO:
            return Before(VETO)
        return _settle(reading, cue, at)
    return Before(0 if reading.is_a_default else reading.vote)


def _settle(reading: Reading, cue: int, at: int) -> Before:
    """Count the cue that decides, unless a word before it says that it speaks of another kind of status."""
    if (
        reading.tokens[at] in english.REACHES and reading.tight and _measures(reading, at - 1)
    ):  # the queue length hit 429
        return Before(VETO)
    speaks_of_another = names_a_measure if reading.tokens[at] in topics.PROTOCOL else is_qualified
    if speaks_of_another(reading.tokens, at):
        return Before(VETO)
    return Before(
        reading.vote + max(0, cue - 2 * reading.strangers),
        cue >= english.OUTRIGHT and not reading.strangers and reading.tight,
        True,
    )


def _measures(reading: Reading, at: int) -> bool:
    word = reading.tokens[at] if at >= 0 else ""
    return english.PARTS.get(word, STRANGER).role is Role.MEASURE and word not in english_measures.SERVED


def _pass_line_break(reading: Reading, at: int) -> None:
    """A number at the start of a line goes with the end of the line before, if with anything."""
    reading.tight = False
    tokens = reading.tokens
    last = tokens[at - 1] if at and tokens[at - 1] != "\n" else "".join(tokens[at - 2 : at - 1])
    is_an_article = last in english.ARTICLES and tokens[at - 2 : at - 1] != ["/"]  # converted to a\n404
    if last not in ":{[(,=?：？" and not is_an_article:
        reading.strangers += 1


def _is_a_long_number(word: str) -> bool:
    """Whether it takes the cue before it: what comes after "error 10054" is not that error."""
    return len(word) > _LONGEST_CODE and word.isdecimal()
