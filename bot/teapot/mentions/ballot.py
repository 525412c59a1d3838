"""The votes of a number, of the words before it and of those behind it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from teapot.mentions.before import vote_before
from teapot.mentions.behind import is_beside_a_status, vote_behind
from teapot.mentions.candidates import Run
from teapot.mentions.context import has_outright_signs, on_the_line, words_around
from teapot.mentions.english import words as english
from teapot.mentions.english.nouns import COUNTED
from teapot.mentions.numbers import FAMILIAR, is_of_a_vendor, prior, prior_of_a_list
from teapot.mentions.others import lookalikes
from teapot.mentions.others.names import is_a_name
from teapot.mentions.reading import Before
from teapot.mentions.roles import VETO

ENOUGH = 8
"""Votes that make a number a status."""
REASON, NOUN = 8, 6
"""What a reason phrase, and a noun of errors, behind a number are worth at least."""
_HARDLY_EVER = -2
_TOLD = (["are"], ["is"], ["was"], ["were"], [":"])
_TITLE = re.compile(r"\W{1,3}[A-Z][a-z]+\s[A-Z][a-z]")


class Votes(NamedTuple):
    """The votes on a run, the words of a topic near it, and the tokens before it."""

    number: int
    before: Before
    behind: int
    near: frozenset[str]
    tokens_before: list[str]


def collect(text: str, run: Run) -> Votes | None:
    """The votes but for that of the topic, or None for a veto. The cheapest are held first."""
    number = prior_of_a_list(text, run) if len(run) > 1 else prior(run[0].code)
    behind, tokens_behind = vote_behind(text, run)
    if behind <= VETO:
        return None
    if number < _HARDLY_EVER and behind < REASON and not has_outright_signs(text, run[0].start):
        return None
    before, tokens_before = vote_before(text, run)
    if before.vote <= VETO and behind >= REASON and _is_told(text, run, tokens_before):
        before = Before(0)
    if before.vote <= VETO or is_a_name(text, run):
        return None
    if behind == COUNTED:
        if not before.named or lookalikes.tells_how_far(tokens_before, tokens_behind):
            return None
        behind = 0
    near = words_around(tokens_before, tokens_behind)
    if not before.vote and behind <= 0 and run[0].code[-1] != "x":  # a topic alone must be that of the line
        near &= on_the_line(tokens_before, tokens_behind)
    if behind < NOUN and lookalikes.numbers_a_thing(text, run, before, near, tokens_before + tokens_behind):
        return None
    if lookalikes.is_no_code(text, run, near, before.vote) or (
        behind <= 0 and lookalikes.is_a_limit(text, run, number)
    ):
        return None
    worth = _known_worth(number, run, (*tokens_before, *tokens_behind), is_named=before.named)
    return Votes(worth, before, behind, near, tokens_before)


def _is_told(text: str, run: Run, tokens_before: list[str]) -> bool:
    """Whether a reason phrase is said of the number, whatever stands before it: "the calls are 431 Too Large"."""
    if is_beside_a_status(text, run[-1].end):  # assert_equal 302, last_response.status
        return True
    last = tokens_before[-1]
    if text.startswith((" OK", " ("), run[-1].end) and last in english.ORDINALS:  # the first 200 OK
        return True
    if last in english.COUNTABLE and run[-1].code != "404":  # all requests 502 bad gateway
        return True
    return tokens_before[-1:] in _TOLD or lookalikes.is_headed(text, run[0].start) or _is_titled(text, run)


def _is_titled(text: str, run: Run) -> bool:
    """Whether a reason phrase is written as a title, as programs do; "user 404 Not Found" may be of that user."""
    return run[-1].code != "404" and _TITLE.match(text, run[-1].end) is not None


def _known_worth(number: int, run: Run, tokens: Sequence[str], *, is_named: bool) -> int:
    """What a sub-status is worth, and a vendor's code beside the vendor's name: as much as a familiar code.

    A list that is called one of statuses and holds a known code is worth nothing less for its strange members.
    """
    code = run[0].code
    if number < FAMILIAR and ("." in code or is_of_a_vendor(code, tokens)):
        return FAMILIAR
    is_known_list = is_named and any(prior(candidate.code) > 0 for candidate in run[1:])
    return max(number, 0) if is_known_list else number
