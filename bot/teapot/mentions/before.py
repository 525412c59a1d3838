"""What the words before a number say of it.

The search goes back from the number, word by word. The nearest cue decides; on the way function words are looked
through, every strange word weakens what stands before it, and hints add their vote. A measure ("port", "第") vetoes
only as long as nothing but tight links ("is", "=", "of") lies between it and the number.
"""

from typing import NamedTuple

from teapot.mentions import chinese, english, topics
from teapot.mentions.attached import belongs_elsewhere, ends_a_phrase
from teapot.mentions.candidates import Run
from teapot.mentions.cues import SENTENCE_ENDS, announces_an_amount, is_qualified, names_a_measure
from teapot.mentions.numbers import FAMILIAR, is_whole_class, prior
from teapot.mentions.roles import STRANGER, Part, Role
from teapot.mentions.tokens import REACH_BEFORE, is_han, tokens_between

VETO = -20
_ADDRESS, _PHRASE, _GLUED_E, _OF_AN_EDITOR, _ORDINAL, _WEAK, _A_HEADING = 4, 8, 3, -6, 2, 3, 3
_HEADINGS = ("<h1>", "<h2>", "<title>")
_MOST_STRANGERS = 3
_VERB_ENDINGS = ("s", "d", "ed", "ing", "'", "’")


class Before(NamedTuple):
    """The vote of the words before a number.

    ``named``: they call it a status outright ("HTTP 404", "status 404"); ``by_a_cue``: a cue was among them.
    """

    vote: int
    named: bool = False
    by_a_cue: bool = False


def vote_before(text: str, run: Run) -> tuple[Before, list[str]]:
    """The vote on a run, and the tokens that were read."""
    first = run[0]
    tokens = tokens_between(text, first.start - REACH_BEFORE, first.start)
    if not tokens:
        return Before(0), tokens
    glued = text[max(0, first.start - 2) : first.start]
    if belongs_elsewhere(text, tokens, first.start):
        return Before(VETO), tokens
    if first.after_address:
        if "listening" in tokens:
            return Before(VETO), tokens
        return Before(_ADDRESS), tokens
    if ends_a_phrase(tokens, first.code):
        return Before(_PHRASE), tokens
    if tokens[-1] == ">" and text.endswith(_HEADINGS, 0, first.start):
        return _Search(tokens, run, _A_HEADING).result(), tokens
    if tokens[-2:] == ["non", "-"]:  # non-2xx, non-200
        return Before(_PHRASE), tokens
    if glued.endswith("E"):  # E404
        before = _Search(tokens[:-1], run, _GLUED_E).result()
        if not before.by_a_cue and text.startswith(":", first.end):  # E404: Invalid arguments
            before = Before(_OF_AN_EDITOR)
        return before, tokens
    return _Search(tokens, run).result(), tokens


class _Search:
    """One search back from a number, and what it has met so far."""

    def __init__(self, tokens: list[str], run: Run, vote: int = 0) -> None:
        self.tokens = tokens
        self.run = run
        self.vote = vote
        self.strangers = 0
        self.tight = True
        self.article_seen = False
        self.clause_ended = False
        self.is_a_default = False
        self.comma_passed = False

    def result(self) -> Before:
        for at in range(len(self.tokens) - 1, -1, -1):
            word = self.tokens[at]
            if word in "?？" and not self.vote and not self.strangers:  # what should it return? 404
                self.tight = False
                continue
            if word in SENTENCE_ENDS or self.strangers > _MOST_STRANGERS:
                break
            if word == "\n":
                if self.strangers or self.vote or self.tokens[at - 2 : at] == ["\n", "\n"]:
                    break
                self.pass_line_break(at)
                if self.strangers > 1:
                    break
                continue
            cue = self.read_han(word) if is_han(word) else self.read(word, at)
            if cue is None:
                continue
            if cue <= VETO:
                return Before(VETO)
            return self.settle(cue, at)
        return Before(0 if self.is_a_default else self.vote)

    def settle(self, cue: int, at: int) -> Before:
        """Count the cue that decides, unless a word before it says that it speaks of another kind of status."""
        if names_a_measure(self.tokens, at) if self.tokens[at] in topics.PROTOCOL else is_qualified(self.tokens, at):
            return Before(VETO)
        return Before(
            self.vote + max(0, cue - 2 * self.strangers),
            cue >= english.OUTRIGHT and not self.strangers and self.tight,
            True,
        )

    def pass_line_break(self, at: int) -> None:
        """A number at the start of a line goes with the end of the line before, if with anything."""
        self.tight = False
        last = self.tokens[at - 1] if at and self.tokens[at - 1] != "\n" else "".join(self.tokens[at - 2 : at - 1])
        if last not in ":{[(,=?：？":
            self.strangers += 1

    def read(self, word: str, at: int) -> int | None:
        """Read a word that is not Chinese: the vote of the cue that decides, or None to go on."""
        role, vote = english.PARTS.get(word, STRANGER)
        if word in english.QUALIFIERS and self.strangers < 2 and not self.clause_ended:
            return VETO
        if role is Role.LINK or role is Role.TIGHT_LINK:
            self.pass_link(word, role, at)
            return None
        if word in english.ANNOUNCING and len(self.run) == 1 and announces_an_amount(self.tokens, at, tight=self.tight):
            return VETO
        if word == "pages" and self.is_a_range_of_pages(at):
            return VETO
        if role is Role.HINT:
            self.take_hint(word, vote)
            return None
        if role is Role.CUE:
            return self.read_cue(word, vote, at)
        if self.is_an_ordinal(word):
            self.vote += _ORDINAL
            return None
        if self.is_measured(word, role, at):
            return VETO
        self.pass_stranger(word, at)
        return None

    def read_cue(self, word: str, vote: int, at: int) -> int | None:
        """The vote of a cue, or None if it is too weak to keep the words before it from being heard."""
        is_of_a_program = word == "error" and not english.ERRORS_OF_PROGRAMS.isdisjoint(self.tokens[at - 1 : at])
        if is_of_a_program and self.tokens[at - 2 : at] != ["content", "type"]:
            return VETO
        if word == "error" and self.tokens[at - 1 : at] in (["assertion"], ["runtime"]):
            self.pass_stranger(word, at)
            return None
        if word in english.RAISES and self.next_token(at) in ("from", "to", "by"):
            return VETO
        if word in english.DEFAULTS and self.tokens[at - 1 : at] == ["by"]:
            return None
        if word in english.DEFAULTS:
            self.is_a_default = True
            self.vote += vote
            return None
        if self.strangers and (word == "h2" or self.tokens[at + 1 : at + 2] == ["/"]):  # "HTTP/2 needed 404"
            return None
        if vote < 0 and not self.is_fresh():  # "after the limit is reached: 429"
            return None
        if 0 < vote <= _WEAK:
            self.vote += max(0, vote - 2 * self.strangers - 2 * self.comma_passed)
            return None
        return vote

    def pass_link(self, word: str, role: Role, at: int) -> None:
        if (
            word == "in"
            and self.is_fresh()
            and self.next_token(at) != "the"
            and not (at and self.tokens[at - 1] in english.ENDS_IN)
        ):
            self.vote -= 4  # "in 500" is a time or a place, "results in 500" is not
        self.clause_ended = self.clause_ended or word in english.CONJUNCTIONS
        self.comma_passed = self.comma_passed or word == ","
        self.tight = self.tight and role is Role.TIGHT_LINK and not (word == "=" and self.vote > 0)

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
            vote -= 3 * (self.run[0].code[0] not in "45")
        self.vote += max(0, vote - (2 if vote >= 4 else 3) * self.strangers - 2 * self.comma_passed)
        self.tight = self.tight and (word in english.KEYS or word in english.TRANSPARENT)

    def is_a_range_of_pages(self, at: int) -> bool:
        """Tell "pages 401-429" from "the error pages 404 and 500"."""
        if len(self.run) < 2 or at + 1 < len(self.tokens):
            return False
        return self.run[0].code < self.run[-1].code and self.tokens[at - 1 : at] not in (["error"], ["errors"])

    def is_an_ordinal(self, word: str) -> bool:
        """Tell "the first 401" from "the first 500"."""
        return word in english.ORDINALS and self.tight and prior(self.run[0].code) >= FAMILIAR

    def is_measured(self, word: str, role: Role, at: int) -> bool:
        if not self.tight or is_whole_class(self.run):
            return False
        if word in english.SERVED and self.run[-1].ending.startswith(_VERB_ENDINGS):
            return False
        if self.run[0].code[-1] == "x":
            return word in english.NAMES_OF_MODELS
        if word in english.ENTITIES:
            return at + 1 == len(self.tokens)
        if word in english.BROWSERS and self.run[0].code[0] == "1":  # Chrome 101
            return True
        if role is not Role.MEASURE or (word.endswith("ed") and self.next_token(at) == "("):  # "crawled (404)"
            return False
        if word == "type" and self.tokens[at - 1 : at] == ["response"]:
            return False
        if word != "page":
            return True
        return not (at and self.tokens[at - 1] in ("_", "error", "errors")) and self.next_token(at) not in ("is", "was")

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
            word = han[at : at + size]
            if word in chinese.DEFAULTS:
                self.is_a_default = True
                self.vote += vote
            elif word in chinese.OUTCOMES and self.tight and self.run[0].code[0] != "2":  # 成功 422, 失败 3
                return VETO
            elif role is Role.CUE and 0 < vote <= _WEAK:
                self.vote += max(0, vote - 2 * (self.strangers + unknown // 2))
            elif role is Role.CUE or (role is Role.MEASURE and self.tight):
                self.strangers += (unknown + 1) // 2
                of_money = len(self.run) == 1 and self.run[0].code.endswith("00") and word in chinese.OF_MONEY_TOO
                return vote - 2 if of_money else vote
            elif role is Role.HINT:
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
