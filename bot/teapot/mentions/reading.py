"""What a search back from a number has met so far."""

from dataclasses import dataclass
from typing import NamedTuple

from teapot.mentions.candidates import Run
from teapot.mentions.topics import PROTOCOL

MOST_STRANGERS = 3
"""Behind more strange words than these nothing is heard."""
NO_ERROR = -6
"""The vote of a word of failure on a number that no error has."""
WEAK = 3
"""Cues of no more than this do not keep the words before them from being heard."""


class Before(NamedTuple):
    """The vote of the words before a number.

    ``named``: they call it a status outright ("HTTP 404", "status 404"); ``by_a_cue``: a cue was among them.
    """

    vote: int
    named: bool = False
    by_a_cue: bool = False


@dataclass(slots=True)
class Reading:
    """The state of one search back from a run of numbers.

    ``tokens`` are those before the run; ``tight``: nothing but tight links was passed; ``strangers``: strange words
    passed; ``is_pointed_at``: what follows the run could follow a status ("the first 500 from the API");
    ``is_judged``: it is taken for something ("count 301 as healthy"); ``is_listed``: another number follows with what
    it means ("errors: 400 bad body, 403 no access"); ``clause_ended``: a conjunction was passed;
    ``is_a_default``: the run is what something is set to.
    """

    tokens: list[str]
    run: Run
    vote: int = 0
    is_pointed_at: bool = False
    is_judged: bool = False
    is_listed: bool = False
    strangers: int = 0
    tight: bool = True
    article_seen: bool = False
    clause_ended: bool = False
    is_a_default: bool = False
    comma_passed: bool = False

    def is_fresh(self) -> bool:
        """Whether nothing was met yet that speaks for or against the run."""
        return self.tight and not self.vote and not self.strangers

    def is_of_success(self) -> bool:
        """Whether the run is a number that no error has, as far as nobody speaks of HTTP."""
        code = self.run[0].code
        return code[0] in "123" and code[-1] != "x" and PROTOCOL.isdisjoint(self.tokens)

    def next_token(self, at: int) -> str:
        """The token behind the one at an index, "" behind the last."""
        return self.tokens[at + 1] if at + 1 < len(self.tokens) else ""
