"""What the words before a number say of it.

The search goes back from the number, word by word. The nearest cue decides; on the way function words are looked
through, every strange word weakens what stands before it, and hints add their vote. A measure ("port", "第") vetoes
only as long as nothing but tight links ("is", "=", "of") lies between it and the number.
"""

import re

from teapot.mentions import topics
from teapot.mentions.candidates import Candidate, Run
from teapot.mentions.english import words as english
from teapot.mentions.numbers import FAMILIAR, prior
from teapot.mentions.others.attached import belongs_elsewhere, ends_a_phrase
from teapot.mentions.reading import Before, Reading
from teapot.mentions.roles import VETO, words
from teapot.mentions.search import search_back
from teapot.mentions.shapes_before import is_an_argument, is_called_a_status, vote_of_the_shape
from teapot.mentions.statements import vote_of_a_statement, vote_of_a_title
from teapot.mentions.tokens import REACH_BEFORE, tokens_between

_ADDRESS, _PHRASE, _GLUED_E, _OF_AN_EDITOR, _A_HEADING, _A_FILE, _A_REQUEST = 4, 10, 3, -6, 3, 3, 8
_LONGEST_ENDING = 8
_LIKE_NPM, _BESIDE = re.compile(r"\bE([0-9]{3})\b"), 80
_OF_NPM = words("403 404 405 409 422 429 500 502 503 504")
_HEADINGS = ("<h1>", "<h2>", "<title>")
_LISTED = re.compile(r" [a-z][^\n,;0-9]{2,30}[,;] [45][0-9]{2} [a-z]")
_REQUEST = re.compile(r"\b(?:get|post|put|patch|delete|head) /[\w/.{}:-]{0,40}\s?(?:->|→|=>)\s?\Z", re.IGNORECASE)
_DOES = re.compile(r"\b(?:do|does|did|why) /[\w/.-]{1,40} \Z")
_IN_A_RANGE = re.compile(r"(?:[sS]tatus|STATUS|[cC]ode)\w{0,12}(?:\(\))? (?:not )?in x?range\(\Z")
_FILE = re.compile(
    r"\w\.(?:js|css|png|jpe?g|svg|ico|gif|html?|xml|json|php|woff2?|map|txt|zip|t?gz|deb|rpm|whl|jar|apk)\s\Z"
)
_POINTED_AT = re.compile(r"[.,]?(?:\s|\Z)(?:from\b|on\b|at\b|\Z)|\.\s|\n|,?\s(?:then|second|next|after|later)\b")


def vote_before(text: str, run: Run) -> tuple[Before, list[str]]:
    """The vote on a run, and the tokens that were read."""
    first = run[0]
    tokens = tokens_between(text, first.start - REACH_BEFORE, first.start)
    if not tokens:
        return Before(vote_of_a_statement(text, tokens, run)), tokens
    at_once = _vote_at_once(text, tokens, run)
    if at_once is not None:
        return at_once, tokens
    if first.after_address:
        return _after_an_address(text, tokens, first.start), tokens
    if is_called_a_status(text, tokens, first.start):
        return Before(_PHRASE, named=True), tokens
    if ends_a_phrase(tokens, first.code) or is_an_argument(text, first.start):
        return Before(_PHRASE), tokens
    if run[-1].ending == "s" and first.code[0] in "123" and tokens[-1] in english.DURING:  # firing for 302s
        return Before(VETO), tokens
    if tokens[-2:] == ["non", "-"] or tokens[-1] == "non":  # non-2xx, non 200
        return Before(_PHRASE, named=True), tokens
    searched = _search(text, tokens, run)
    statement = vote_of_a_statement(text, tokens, run)
    return Before(statement, by_a_cue=True) if statement > max(0, searched.vote) else searched, tokens


def _vote_at_once(text: str, tokens: list[str], run: Run) -> Before | None:
    """The vote of what needs no look at the words one by one, None where that is needed."""
    start = run[0].start
    if title := vote_of_a_title(text, run):
        return Before(title, by_a_cue=True)
    if tokens[-1] in topics.WITH_CODES:  # FTP 4xx
        return Before(VETO)
    if tokens[-1] == "(" and _IN_A_RANGE.search(text, max(0, start - REACH_BEFORE), start):
        return Before(_PHRASE, named=True)
    return Before(VETO) if belongs_elsewhere(text, tokens, start) else None


def _after_an_address(text: str, tokens: list[str], start: int) -> Before:
    if _REQUEST.search(text, max(0, start - REACH_BEFORE), start):  # post /orders -> 201
        return Before(_A_REQUEST, by_a_cue=True)
    if _DOES.search(text, max(0, start - REACH_BEFORE), start):  # why does /me 401
        return Before(_A_REQUEST)
    return Before(VETO if "listening" in tokens else _ADDRESS)


def _search(text: str, tokens: list[str], run: Run) -> Before:
    first = run[0]
    if tokens[-1] == ">" and text.endswith(_HEADINGS, 0, first.start):
        return search_back(Reading(tokens, run, _A_HEADING))
    if vote := vote_of_the_shape(text, tokens, run):
        return Before(vote, by_a_cue=True)
    if prior(first.code) >= FAMILIAR and _FILE.search(text, max(0, first.start - _LONGEST_ENDING), first.start):
        return search_back(Reading(tokens, run, _A_FILE))
    if not text.endswith("E", 0, first.start):
        is_pointed_at = _POINTED_AT.match(text, run[-1].end) is not None
        return search_back(
            Reading(
                tokens,
                run,
                is_pointed_at=is_pointed_at,
                is_judged=text.startswith(" as ", run[-1].end),
                is_listed=_LISTED.match(text, run[-1].end) is not None,
            )
        )
    if not _may_be_of_npm(text, tokens, first):  # E302 of a bank, E501 of a checker of style
        return Before(VETO)
    of_a_tool = search_back(Reading(tokens[:-1], run, _GLUED_E))  # E404
    if not of_a_tool.by_a_cue and text.startswith(":", first.end):  # E404: Invalid arguments
        return Before(_OF_AN_EDITOR)
    return of_a_tool


def _may_be_of_npm(text: str, tokens: list[str], number: Candidate) -> bool:
    """Whether "E404" may be what npm says, as none of its neighbours is another's "E203"."""
    if "npm" in tokens:
        return True
    nearby = _LIKE_NPM.finditer(text, max(0, number.start - _BESIDE), number.end + _BESIDE)
    return number.code in _OF_NPM and all(found[1] in _OF_NPM for found in nearby)
