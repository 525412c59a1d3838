"""What the words before a number say of it.

The search goes back from the number, word by word. The nearest cue decides; on the way function words are looked
through, every strange word weakens what stands before it, and hints add their vote. A measure ("port", "第") vetoes
only as long as nothing but tight links ("is", "=", "of") lies between it and the number.
"""

from typing import NamedTuple

from teapot.mentions import chinese, english, phrases, topics
from teapot.mentions.candidates import Run
from teapot.mentions.roles import STRANGER, Part, Role
from teapot.mentions.tokens import REACH_BEFORE, is_han, tokens_between

VETO = -20
_ADDRESS, _PHRASE, _GLUED_E = 4, 8, 3
_MOST_STRANGERS = 3
_SENTENCE_ENDS = frozenset(".!?;。！？；")
_QUOTES = frozenset("\"'`“‘")


class Before(NamedTuple):
    """The vote of the words before a number, and whether they call it a status outright ("HTTP 404", "status 404")."""

    vote: int
    named: bool = False


def vote_before(text: str, run: Run) -> tuple[Before, list[str]]:
    """The vote on a run, and the tokens that were read."""
    first = run[0]
    tokens = tokens_between(text, first.start - REACH_BEFORE, first.start)
    if not tokens:
        return Before(0), tokens
    glued = text[max(0, first.start - 2) : first.start]
    is_starred = glued.endswith("*") and glued != "**" and text[first.end : first.end + 1] != "*"  # nginx's *404
    if is_starred or _belongs_elsewhere(tokens, glued):
        return Before(VETO), tokens
    if first.after_address:
        return Before(_ADDRESS), tokens
    if _ends_a_phrase(tokens):
        return Before(_PHRASE), tokens
    if glued.endswith("E"):  # E404
        return _Search(tokens[:-1], run, _GLUED_E).result(), tokens
    return _Search(tokens, run).result(), tokens


def _belongs_elsewhere(tokens: list[str], glued: str) -> bool:
    """Whether the characters right before the number make it part of something else."""
    last = tokens[-1]
    if last == "}":  # the value of a labelled metric
        return True
    if last in ("of", "/") and len(tokens) > 1 and tokens[-2][0].isdigit():  # 3 of 404
        return True
    if glued[-1] == "-" and glued != "--":  # WEB-404 and -404, but non-2xx
        return len(tokens) < 2 or not glued[0].isalnum() or tokens[-2] not in english.BEFORE_A_HYPHEN
    if glued[-1] in ":=[" and not glued[0].isspace():  # uid=500, app.js:404, rows[404]
        return _is_a_strange_key(tokens)
    return len(last) == 1 and last.isalpha() and len(tokens) > 1 and tokens[-2] == "-"  # -n 500


def _is_a_strange_key(tokens: list[str]) -> bool:
    at = len(tokens) - 1
    while at > 0 and (tokens[at] in ":=[" or tokens[at] in _QUOTES):
        at -= 1
    key = tokens[at]
    if not key.isascii():
        return False
    part = english.PARTS.get(key, STRANGER)
    return key not in english.KEYS and part.role is not Role.CUE


def _ends_a_phrase(tokens: list[str]) -> bool:
    """Whether a reason phrase stands before the number: "Not Found (404)"."""
    at = len(tokens)
    while at > 1 and tokens[at - 1] in english.OPENERS:
        at -= 1
    return at > 1 and f"{tokens[at - 2]} {tokens[at - 1]}" in phrases.PHRASE_ENDS


class _Search:
    """One search back from a number, and what it has met so far."""

    def __init__(self, tokens: list[str], run: Run, vote: int = 0) -> None:
        self.tokens = tokens
        self.run = run
        self.vote = vote
        self.strangers = 0
        self.tight = True
        self.article_seen = False

    def result(self) -> Before:
        for at in range(len(self.tokens) - 1, -1, -1):
            word = self.tokens[at]
            if word in _SENTENCE_ENDS or self.strangers > _MOST_STRANGERS:
                break
            if word == "\n":
                if self.strangers or self.vote:
                    break
                self.tight = False
                continue
            cue = self.read_han(word) if is_han(word) else self.read(word, at)
            if cue is None:
                continue
            if cue <= VETO:
                return Before(VETO)
            return self.settle(cue, at)
        return Before(self.vote)

    def settle(self, cue: int, at: int) -> Before:
        """Count the cue that decides, unless a word before it says that it speaks of another kind of status."""
        if self.tokens[at] not in topics.PROTOCOL and self.is_qualified(at):
            return Before(VETO)
        return Before(self.vote + max(0, cue - 2 * self.strangers), cue >= english.OUTRIGHT and not self.strangers)

    def is_qualified(self, at: int) -> bool:
        """Whether a word shortly before the cue makes it another kind of status, as in "exit status"."""
        if english.QUALIFIERS.isdisjoint(self.tokens[:at]):
            return False
        strangers = 0
        for word in reversed(self.tokens[:at]):
            if word in english.QUALIFIERS:
                return True
            strangers += english.PARTS.get(word, STRANGER).role is Role.STRANGER
            if word in _SENTENCE_ENDS or strangers > 2:
                break
        return False

    def read(self, word: str, at: int) -> int | None:
        """Read a word that is not Chinese: the vote of the cue that decides, or None to go on."""
        role, vote = english.PARTS.get(word, STRANGER)
        if word in english.QUALIFIERS and self.strangers < 2:
            return VETO
        if role is Role.LINK or role is Role.TIGHT_LINK:
            self.pass_link(word, role, at)
            return None
        if self.announces_an_amount(word, at):
            return VETO
        if role is Role.HINT:
            self.take_hint(word, vote)
            return None
        if role is Role.CUE:
            return vote
        if role is Role.MEASURE and self.is_measured(word, at):
            return vote
        self.pass_stranger(word, at)
        return None

    def pass_link(self, word: str, role: Role, at: int) -> None:
        if word == "in" and self.is_fresh() and not (at and self.tokens[at - 1] in english.ENDS_IN):
            self.vote -= 4  # "in 500" is a time or a place, "results in 500" is not
        self.tight = self.tight and role is Role.TIGHT_LINK

    def pass_stranger(self, word: str, at: int) -> None:
        if word in english.HTTP_VERSIONS and self.tokens[at - 1 : at] == ["/"]:
            return
        if self.is_fresh() and word[0].isalpha() and self.next_token(at) in (":", "="):
            self.vote -= 1
        self.strangers += 1
        self.tight = False

    def take_hint(self, word: str, vote: int) -> None:
        if word in english.ARTICLES:
            if self.article_seen or self.strangers:
                return
            self.article_seen = True
        self.vote += max(0, vote - (2 if vote >= 4 else 3) * self.strangers)
        self.tight = self.tight and word in english.KEYS

    def announces_an_amount(self, word: str, at: int) -> bool:
        """Tell "bytes sent: 404" and "errors: 404" from "sent 404" and "errors 404"."""
        if word in english.TRANSFERRED:
            return not english.AMOUNTS.isdisjoint(self.tokens[max(0, at - 2) : at])
        return (
            word in english.COUNTABLE
            and at + 2 == len(self.tokens)
            and self.next_token(at) in (":", "=")
            and len(self.run) == 1
        )

    def is_measured(self, word: str, at: int) -> bool:
        if not self.tight or self.run[0].code[-1] == "x":
            return False
        return not (word == "page" and at and self.tokens[at - 1] in ("_", "error", "errors"))

    def is_fresh(self) -> bool:
        return self.tight and not self.vote and not self.strangers

    def next_token(self, at: int) -> str:
        return self.tokens[at + 1] if at + 1 < len(self.tokens) else ""

    def read_han(self, han: str) -> int | None:
        """Read a run of Han characters from its end, longest known word first: the vote that decides, or None."""
        at = len(han)
        unknown = 0
        while at and self.strangers + unknown // 2 <= _MOST_STRANGERS:
            size, (role, vote) = _last_word(han, at)
            at -= size
            if size == 1 and unknown and role is not Role.LINK:  # a part of another word: 报 in 报销
                role = Role.STRANGER
            if role is Role.CUE or (role is Role.MEASURE and self.tight):
                self.strangers += (unknown + 1) // 2
                of_money = self.run[0].code.endswith("00") and han[at : at + size] in chinese.OF_MONEY_TOO
                return vote - 2 if of_money else vote
            if role is Role.HINT:
                self.vote += max(0, vote - 2 * (self.strangers + unknown // 2))
                self.tight = False
            elif role is not Role.LINK:
                unknown += size
                self.tight = False
        self.strangers += (unknown + 1) // 2
        return None


def _last_word(han: str, at: int) -> tuple[int, Part]:
    """The longest known word that ends there, as its length and part; else one strange character."""
    for size in range(min(chinese.LONGEST, at), 0, -1):
        part = chinese.PARTS.get(han[at - size : at])
        if part is not None:
            return size, part
    return 1, STRANGER
