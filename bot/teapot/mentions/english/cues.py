"""What the words around a cue make of it: the name of a measure, another kind of status, an amount."""

from teapot.mentions import topics
from teapot.mentions.english import words as english
from teapot.mentions.roles import STRANGER, Role

_DIGITS_OF_A_CODE = 3
SENTENCE_ENDS = frozenset(".!?;。！？；")


def names_a_measure(tokens: list[str], at: int) -> bool:
    """Whether the cue begins the name of a measured value, as in "http_req_duration"."""
    measured = False
    while tokens[at + 1 : at + 2] == ["_"] and at + 2 < len(tokens):
        at += 2
        part = english.PARTS.get(tokens[at], STRANGER)
        measured = measured or part.role is Role.MEASURE or tokens[at] in english.COUNTABLE
    return measured and tokens[at + 1 : at + 2] != ["{"]


def is_qualified(tokens: list[str], at: int) -> bool:
    """Whether a word shortly before the cue makes it another kind of status, as in "exit status"."""
    if english.QUALIFIERS.isdisjoint(tokens[:at]):
        return False
    strangers = 0
    for word in reversed(tokens[:at]):
        if word in english.QUALIFIERS:
            return True
        if word.isdecimal() and len(word) == _DIGITS_OF_A_CODE:  # the container had exit 137, nginx reports 502
            return False
        if word in ("\n", "into") or word in english.CONJUNCTIONS or word in topics.PROTOCOL:
            return False
        strangers += english.PARTS.get(word, STRANGER).role is Role.STRANGER
        if word in SENTENCE_ENDS or strangers > 2:
            break
    return False


def announces_an_amount(tokens: list[str], at: int, *, tight: bool) -> bool:
    """Tell "bytes sent: 404" and "errors: 404" from "sent 404" and "errors 404"."""
    word = tokens[at]
    if word in english.TRANSFERRED:
        return not english.AMOUNTS.isdisjoint(tokens[max(0, at - 2) : at])
    if word not in english.COUNTABLE:
        return False
    if tokens[at - 1 : at] and tokens[at - 1] in english.OF_A_COUNT:
        return tight and tokens[at + 1 : at + 2] not in (["are"], ["were"])
    return "".join(tokens[at + 1 :]).strip("\"'") in (":", "=")
