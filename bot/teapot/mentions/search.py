"""The search back from a number through the words before it."""

from teapot.mentions import english, topics
from teapot.mentions.cues import SENTENCE_ENDS, announces_an_amount, is_qualified, names_a_measure
from teapot.mentions.numbers import FAMILIAR, is_whole_class, prior
from teapot.mentions.reading import MOST_STRANGERS, WEAK, Before, Reading
from teapot.mentions.reading_chinese import read_han
from teapot.mentions.roles import STRANGER, VETO, Role
from teapot.mentions.tokens import is_han

_ORDINAL = 2
_LONGEST_CODE = 3
_VERB_ENDINGS = ("s", "d", "ed", "ing", "'", "’")


class Search(Reading):
    """One search back from a run of numbers."""

    def result(self) -> Before:
        """The vote of the words before the run."""
        for at in range(len(self.tokens) - 1, -1, -1):
            word = self.tokens[at]
            if word in "?？" and not self.vote and not self.strangers:  # what should it return? 404
                self.tight = False
                continue
            if word in SENTENCE_ENDS or self.strangers > MOST_STRANGERS or _is_a_long_number(word):
                break
            if self.is_a_default and word in ",，":  # refused, by default 500
                break
            if word == "\n":
                if self.strangers or self.vote or self.tokens[at - 2 : at] == ["\n", "\n"]:
                    break
                self._pass_line_break(at)
                if self.strangers > 1:
                    break
                continue
            cue = read_han(self, word) if is_han(word) else self._read(word, at)
            if cue is None:
                continue
            if cue <= VETO:
                return Before(VETO)
            return self._settle(cue, at)
        return Before(0 if self.is_a_default else self.vote)

    def _settle(self, cue: int, at: int) -> Before:
        """Count the cue that decides, unless a word before it says that it speaks of another kind of status."""
        if self.tokens[at] in english.REACHES and self._measures(at - 1):  # the queue length hit 429
            return Before(VETO)
        if names_a_measure(self.tokens, at) if self.tokens[at] in topics.PROTOCOL else is_qualified(self.tokens, at):
            return Before(VETO)
        return Before(
            self.vote + max(0, cue - 2 * self.strangers),
            cue >= english.OUTRIGHT and not self.strangers and self.tight,
            True,
        )

    def _measures(self, at: int) -> bool:
        word = self.tokens[at] if at >= 0 else ""
        return english.PARTS.get(word, STRANGER).role is Role.MEASURE and word not in english.SERVED

    def _pass_line_break(self, at: int) -> None:
        """A number at the start of a line goes with the end of the line before, if with anything."""
        self.tight = False
        last = self.tokens[at - 1] if at and self.tokens[at - 1] != "\n" else "".join(self.tokens[at - 2 : at - 1])
        if last not in ":{[(,=?：？":
            self.strangers += 1

    def _read(self, word: str, at: int) -> int | None:
        """Read a word that is not Chinese: the vote of the cue that decides, or None to go on."""
        role, vote = english.PARTS.get(word, STRANGER)
        if self.next_token(at) == ">" and self.tokens[at - 1 : at] in (["<"], ["/"]):  # <em>
            return None
        if word in english.QUALIFIERS and self.strangers < 2 and not self.clause_ended and self._qualifies(word, at):
            return VETO
        if role is Role.LINK or role is Role.TIGHT_LINK:
            self._pass_link(word, role, at)
            return None
        if word in english.ANNOUNCING and len(self.run) == 1 and announces_an_amount(self.tokens, at, tight=self.tight):
            return VETO
        if word == "pages" and self._is_a_range_of_pages(at):
            return VETO
        if role is Role.HINT:
            self._take_hint(word, vote)
            return None
        if role is Role.CUE:
            return self._read_cue(word, vote, at)
        if self._is_an_ordinal(word):
            self.vote += _ORDINAL
            return None
        if self._is_measured(word, role, at):
            return VETO
        self._pass_stranger(word, at)
        return None

    def _read_cue(self, word: str, vote: int, at: int) -> int | None:
        """The vote of a cue, or None if it is too weak to keep the words before it from being heard."""
        is_of_a_program = word == "error" and not english.ERRORS_OF_PROGRAMS.isdisjoint(self.tokens[at - 1 : at])
        if is_of_a_program and self.tokens[at - 2 : at] != ["content", "type"]:
            return VETO
        if word == "error" and self.tokens[at - 1 : at] in (["assertion"], ["runtime"]):
            self._pass_stranger(word, at)
            return None
        if word in english.RAISES and self.next_token(at) in ("from", "to", "by"):
            return VETO
        if word in english.DEFAULTS:
            if self.tokens[at - 1 : at] == ["by"]:
                return None
            self.is_a_default = True
            self.vote += vote
            return None
        if self.strangers and self.next_token(at) == "/":  # "HTTP/2 needed 404"
            return None
        if vote < 0 and not self.is_fresh():  # "after the limit is reached: 429"
            return None
        if 0 < vote <= WEAK:
            self.vote += max(0, vote - 2 * self.strangers - 2 * self.comma_passed)
            return None
        return vote

    def _pass_link(self, word: str, role: Role, at: int) -> None:
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

    def _pass_stranger(self, word: str, at: int) -> None:
        if word in english.HTTP_VERSIONS and self.tokens[at - 1 : at] == ["/"]:
            return
        if self.is_fresh() and word[0].isalpha() and self.next_token(at) in (":", "="):
            self.vote -= 1
        self.strangers += 1
        self.tight = False

    def _take_hint(self, word: str, vote: int) -> None:
        if word in english.ARTICLES:
            if self.article_seen or self.strangers:
                return
            self.article_seen = True
            vote -= 3 * (self.run[0].code[0] not in "45")
        self.vote += max(0, vote - (2 if vote >= 4 else 3) * self.strangers - 2 * self.comma_passed)
        self.tight = self.tight and (word in english.KEYS or word in english.TRANSPARENT)

    def _is_a_range_of_pages(self, at: int) -> bool:
        """Tell "pages 401-429" from "the error pages 404 and 500"."""
        if len(self.run) < 2 or at + 1 < len(self.tokens):
            return False
        return self.run[0].code < self.run[-1].code and self.tokens[at - 1 : at] not in (["error"], ["errors"])

    def _is_an_ordinal(self, word: str) -> bool:
        """Tell "the first 401" and "the first 500 from the API" from "the first 500 users"."""
        if word not in english.ORDINALS or not self.tight:
            return False
        worth = prior(self.run[0].code)
        return worth >= FAMILIAR or (worth > 1 and self.is_pointed_at)

    def _is_measured(self, word: str, role: Role, at: int) -> bool:
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
        if (word, *self.tokens[at - 1 : at]) in english.NO_MEASURES:  # response type, HttpStatus.valueOf(423)
            return False
        if word != "page":
            return True
        return not (at and self.tokens[at - 1] in ("_", "error", "errors")) and self.next_token(at) not in ("is", "was")

    def _qualifies(self, word: str, at: int) -> bool:
        return word != "rpc" or self.next_token(at) in english.OF_A_CALL


def _is_a_long_number(word: str) -> bool:
    """Whether it takes the cue before it: what comes after "error 10054" is not that error."""
    return len(word) > _LONGEST_CODE and word.isdecimal()
