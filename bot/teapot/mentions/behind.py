"""What the words behind a number say of it: a reason phrase, "errors", an address; or a unit, a thing counted."""

import re

from teapot.mentions import chinese, english, phrases
from teapot.mentions.candidates import Candidate, Run
from teapot.mentions.numbers import prior
from teapot.mentions.tokens import REACH_BEHIND, is_han, tokens_between

VETO = -20
COUNTED = -19
"""The number counts what follows ("404 rows"), unless a cue calls it a status outright ("HTTP 404 requests")."""

_REASON, _REASON_CHINESE, _NOUN, _ADDRESS, _ERROR_NAME, _SCHEMA = 10, 8, 6, 4, 5, 6
_PAGE_CHINESE, _STRANGER, _STRANGER_CHINESE, _OF_SOMETHING_CHINESE = 3, -2, -3, -1
_LOOK_AHEAD = 5
_FAMILIAR = 5

_CALCULATED = re.compile(
    r"""
    \s* (?:of|out\ of|/) \s* [0-9]+ (?![0-9A-Za-z.])         # 404 of 500, 404/500
  | \s* [+%] \s* [A-Za-z0-9(] | \s* \* \s* [0-9(] | \s \* \s  # 404 + x
  | \s+ \+{2,} | \s \++-* (?:\n|$)                           # the bar of a diffstat
  | \s* (?:requests?|reqs?|条|次) \s* / | \s* 的? \s* 分之
    """,
    re.VERBOSE,
)
_TO_AN_ADDRESS = re.compile(
    r"""
    [\s"'`),:\]]{0,4}
    (?: (?:on|for|from|at|when|to|by|with)\s (?:(?:a|the|every)\s)? ["'`(<]? (?:https?://|/[A-Za-z])
      | ["'`(<]? https?://
      | (?:(?:on|for|from|at|when|to|by|with)\s)? (?:(?:a|the|every)\s)? ["'`(]?
        (?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b )
    """,
    re.VERBOSE,
)
_REACH_OF_AN_ADDRESS = 24
_NAMED_ERROR = re.compile(r"[ :]{1,2}(?:(?:[A-Z][a-z]+){2,}|[A-Z]+(?:_[A-Z]+)+)(?![A-Za-z])")
_TALLY_BEFORE = re.compile(r"\b(?:found|total|warnings?|lint|passed)\b", re.IGNORECASE)
_REACH_OF_A_TALLY = 30
_COUNTER = re.compile(chinese.COUNTER)


def vote_behind(text: str, run: Run) -> tuple[int, list[str]]:
    """The vote on the last number of a run, and the tokens that were read."""
    last = run[-1]
    end = last.end + len(last.ending)
    tokens = tokens_between(text, end, end + REACH_BEHIND)
    if _CALCULATED.match(text, end, end + REACH_BEHIND):
        return VETO, tokens
    vote = _vote_of_the_ending(last)
    at = 0
    while at < len(tokens) and at < _LOOK_AHEAD and tokens[at] in english.OPENERS:
        at += 1
    if at == len(tokens):
        return vote, tokens
    if _is_a_phrase(tokens[at : at + 3], last.code):
        return _REASON, tokens
    if tokens[at] in english.SCHEMA and tokens[0] in "'\":":
        return vote + _SCHEMA, tokens
    if is_han(tokens[at]):
        opener = tokens[at - 1] if at else ""
        return vote + _vote_in_chinese(tokens[at], run, opener), tokens
    if _NAMED_ERROR.match(text, end, end + REACH_BEHIND):
        vote += _ERROR_NAME
    if _TO_AN_ADDRESS.match(text, end, end + _REACH_OF_AN_ADDRESS):
        vote += _ADDRESS
    noun = _vote_of_the_noun(tokens, text, last)
    return (noun if noun <= COUNTED else vote + noun), tokens


def _vote_of_the_ending(last: Candidate) -> int:
    """What "404s", "403ed" or "404'd" is worth."""
    if not last.ending:
        return 0
    return 3 if last.ending.strip("'’") == "s" and last.code[0] not in "45" else 6


def _is_a_phrase(tokens: list[str], code: str) -> bool:
    """Whether a reason phrase begins here. One of a single word counts beside its own number only."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else ""
    if second in ("-", "_", "’", "'", "\n") and len(tokens) > 2:
        second = tokens[2]
    if first == "too" and second == "many":
        return code == "429"
    return f"{first} {second}" in phrases.PHRASES or first in phrases.SINGLE_PHRASES.get(code, ())


def _vote_of_the_noun(tokens: list[str], text: str, last: Candidate) -> int:
    """The first word behind the number that is known, or looks like a plural, within three words."""
    strangers = 0
    for at in range(min(len(tokens), _LOOK_AHEAD)):
        word = tokens[at]
        if not word[0].isalpha():
            if strangers == 0 and word in "-_\"'`*\n":
                continue
            break
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        if following == "=":  # the next key of "status=404 bytes=503"
            break
        vote = _vote_of_an_error_noun(word, following, tokens[0], text, last)
        if vote is None:
            vote = english.BEHIND.get(word)
        if vote is not None and (vote >= 0 or not strangers or word.endswith("s")):
            if vote < 0:
                return 0 if last.ending else COUNTED if vote <= VETO and word in english.COUNTABLE else vote
            return max(0, vote - 2 * strangers)
        if _looks_plural(word) and not last.ending:
            return COUNTED
        strangers += 1
        if strangers > 2:
            break
    return _STRANGER if strangers else 0


def _vote_of_an_error_noun(word: str, following: str, nearest: str, text: str, last: Candidate) -> int | None:
    """The vote of "error", "page" and the like, which go with error codes and are counted after other numbers."""
    is_error = last.code[0] in "45"
    if word in english.ERROR_NOUNS:
        if word == "error" and (following in english.PARTS_OF_AN_ERROR or following == "-"):
            return None
        if word == "errors" and (
            following in english.TALLIES
            or _TALLY_BEFORE.search(text, max(0, last.start - _REACH_OF_A_TALLY), last.start)
        ):
            return VETO
        return _NOUN if is_error else VETO
    if word in english.PAGES:
        one_page = is_error and not word.endswith("s") and nearest != "-"
        return _NOUN if last.code == "404" or one_page else VETO
    return None


def _looks_plural(word: str) -> bool:
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word not in english.NOT_PLURAL
    )


def _vote_in_chinese(han: str, run: Run, opener: str) -> int:
    code = run[-1].code
    if han.startswith(chinese.PHRASES) and opener not in ("，", ",", "、"):
        return _REASON_CHINESE
    if opener:
        return 0
    if han[0] == "的":
        if han.startswith(chinese.OF_A_STATUS, 1):
            return 2
        return _OF_SOMETHING_CHINESE if len(run) == 1 and prior(code) >= _FAMILIAR else 0
    for size in range(chinese.LONGEST, 0, -1):
        vote = chinese.BEHIND.get(han[:size])
        if vote is not None and (code[0] in "45" or size > 1):
            return vote
    if code == "404" and han[0] in "页頁":
        return _PAGE_CHINESE
    if _COUNTER.match(han):
        return VETO
    return 0 if han[0] in chinese.GOES_ON else _STRANGER_CHINESE
