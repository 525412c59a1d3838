"""How the surroundings of a number vote on whether it is an HTTP status.

Four parties vote, each with a small whole number: the number itself (404 is hardly ever anything else, 100 mostly is),
the words before it, the words behind it, and what the neighbourhood is about. Numbers that form a list or a range are
voted on together. Votes that reach `ENOUGH` make them statuses; a veto of any party makes them none. Only a bounded
window is read, so that a number costs the same wherever it stands.
"""

import re
from typing import NamedTuple

from teapot.mentions import columns, english, outsiders, topics, topics_chinese
from teapot.mentions.before import Before, vote_before
from teapot.mentions.behind import COUNTED, VETO, vote_behind
from teapot.mentions.candidates import Run
from teapot.mentions.numbers import FAMILIAR, is_of_a_vendor, prior, prior_of_a_list
from teapot.mentions.tokens import REACH_BEFORE, REACH_BEHIND

ENOUGH = 8

_STRONG_TOPIC, _WEAK_TOPIC, _DAMPER, _FOREIGN_MACHINE, _FOREIGN_PROTOCOL = 4, 2, -4, -12, -20
_EVERYDAY = -7
_RARE_OUT_OF_TOPIC = -4
_REASON = 8
_REACH_OF_AN_EXIT = 12
_REACH_OF_A_LIMIT = 16
_ROUND = 3
_FIRST_COURSE, _NOUN = "101", 6  # "APIs 101" is for beginners
_A_STRANGE_WORD = -3
_ABOUT_THE_WEB, _ABOUT_MAIL = 2, -6
_AT_LARGE = 300
_BOUND = re.compile(r"[<>]=?\s?\Z")
_REACH_OF_A_BOUND = 4
_HOW_MANY, _REACH_OF_HOW_MANY = re.compile(r"\b(?:no|any|zero|more|fewer|some)\s\Z", re.IGNORECASE), 7  # no 4xx at all
_PAUSE = re.compile("s?[,;，；]")


class Verdict(NamedTuple):
    """The sum of the votes, whether none of them spoke against the number, and whether a cue stands before it."""

    points: int
    unopposed: bool
    by_a_cue: bool = True


AGAINST = Verdict(VETO, unopposed=False)
"""The verdict after a veto."""

CLAIMED = Verdict(VETO - 1, unopposed=False)
"""The verdict when something else claims the number, and with it those that are told in one breath with it."""


def part(text: str, run: Run) -> tuple[Run, ...]:
    """Cut off the last number of a run that a comma or semicolon sets apart and that counts what follows it."""
    if len(run) > 1 and _PAUSE.match(text, run[-2].end) and vote_behind(text, run[-1:])[0] <= COUNTED:
        return run[:-1], run[-1:]
    return (run,)


class _Votes(NamedTuple):
    number: int
    before: Before
    behind: int
    near: frozenset[str]
    tokens_before: list[str]


def judge(text: str, run: Run) -> Verdict:
    """Hold the vote on a run."""
    start, end = run[0].start, run[-1].end
    votes = _collect(text, run)
    if votes is None:
        return AGAINST
    number, before, behind, near, tokens = votes
    topic = _vote_of_the_topic(text, start, end, near)
    is_a_bound = before.named and _BOUND.search(text, max(0, start - _REACH_OF_A_BOUND), start)  # status < 300
    if number < 0 and behind < _REASON and not is_a_bound and near.isdisjoint(topics.TOPIC | topics.ADDRESSES):
        topic += _RARE_OUT_OF_TOPIC
    points = number + before.vote + behind + topic
    unopposed = (
        number > 0 and before.vote >= 0 and topic >= 0 and behind >= (_A_STRANGE_WORD if topic >= _STRONG_TOPIC else -1)
    )
    if unopposed and behind >= 0 and run[0].code[-1] == "x":
        points += _HOW_MANY.search(text, max(0, start - _REACH_OF_HOW_MANY), start) is not None
    if unopposed and ENOUGH - _ABOUT_THE_WEB <= points < ENOUGH:
        points += _ABOUT_THE_WEB if _is_at_large(topics.WEB_AT_LARGE, text, start, end) else 0
    elif points >= ENOUGH and not before.named and near.isdisjoint(topics.HTTP_FOR_SURE):
        points += _ABOUT_MAIL if _is_at_large(topics.MAIL_AT_LARGE, text, start, end) else 0
    if points >= ENOUGH and behind < _REASON and not before.named and columns.count_things(text, start):
        return AGAINST
    if (points >= ENOUGH or unopposed) and behind < _REASON and not run[0].after_address:
        in_topic = topic >= _STRONG_TOPIC or not near.isdisjoint(topics.TOPIC)
        if outsiders.is_claimed(text, run, tokens, in_topic=in_topic):
            return CLAIMED
    return Verdict(points, unopposed, before.by_a_cue or behind >= _NOUN)


def _collect(text: str, run: Run) -> _Votes | None:
    """The votes but for that of the topic, or None for a veto. The cheapest are held first."""
    number = prior_of_a_list(text, run) if len(run) > 1 else prior(run[0].code)
    behind, tokens_behind = vote_behind(text, run)
    if behind <= VETO:
        return None
    if number < english.HARDLY_EVER and behind < _REASON and not _has_outright_signs(text, run[0].start):
        return None
    before, tokens_before = vote_before(text, run)
    if before.vote <= VETO:
        return None
    if behind == COUNTED:
        if not before.named or _tells_how_far(tokens_before, tokens_behind):
            return None
        behind = 0
    near = _context(tokens_before, tokens_behind)
    if not before.vote and behind <= 0 and run[0].code[-1] != "x":  # a topic alone must be that of the line
        near &= _on_the_line(tokens_before, tokens_behind)
    if run[0].code == _FIRST_COURSE and len(run) == 1 and not before.by_a_cue and behind < _NOUN:
        return None
    if _is_a_decimal(run, near) or _is_a_limit(text, run, number):
        return None
    if number < FAMILIAR and is_of_a_vendor(run[0].code, (*tokens_before, *tokens_behind)):
        number = FAMILIAR
    return _Votes(number, before, behind, near, tokens_before)


def _context(before: list[str], behind: list[str]) -> frozenset[str]:
    """The words that tell what the neighbourhood is about; what is not of the web counts on the same line only."""
    near = topics.CONTEXT.intersection(before) | topics.CONTEXT.intersection(behind)
    if _names_a_status_code(before):  # wrong status code: got 500
        near |= {"statuscode"}
    if near.isdisjoint(topics.ALIEN):
        return near
    return near.difference(topics.ALIEN.difference(_on_the_line(before, behind)))


def _names_a_status_code(tokens: list[str]) -> bool:
    at = tokens.index("status") if "status" in tokens else len(tokens)
    return tokens[at + 1 : at + 2] == ["code"]


def _tells_how_far(before: list[str], behind: list[str]) -> bool:
    """Whether a "status" is a state of affairs, as in "status: 200 units left"."""
    is_bare = topics.TOPIC.isdisjoint(before) and "code" not in before
    return is_bare and english.COUNTABLE.isdisjoint(behind[:1])


def _on_the_line(before: list[str], behind: list[str]) -> set[str]:
    """The tokens between the line breaks around a number: an exit status on the next line is another matter."""
    begin = len(before) - before[::-1].index("\n") if "\n" in before else 0
    return {*before[begin:], *(behind[: behind.index("\n")] if "\n" in behind else behind)}


def _has_outright_signs(text: str, start: int) -> bool:
    return english.OUTRIGHT_SIGNS.search(text, max(0, start - REACH_BEFORE), start) is not None


def _is_a_decimal(run: Run, near: frozenset[str]) -> bool:
    """Tell "404.5" from the sub-status 404.5, which IIS alone writes."""
    return "." in run[-1].code and near.isdisjoint(topics.SUBSTATUS_CONTEXT)


def _is_a_limit(text: str, run: Run, number: int) -> bool:
    """Tell "最多返回 500" from "返回 500"."""
    if text.isascii() or number > _ROUND or not run[0].code.endswith("00"):
        return False
    start = run[0].start
    return topics_chinese.LIMIT.search(text, max(0, start - _REACH_OF_A_LIMIT), start) is not None


def _is_at_large(signs: tuple[str, ...], text: str, start: int, end: int) -> bool:
    """Whether one of the signs stands anywhere near in the message."""
    around = text[max(0, start - _AT_LARGE) : end + _AT_LARGE]
    return any(map(around.__contains__, signs))


def _vote_of_the_topic(text: str, start: int, end: int, near: frozenset[str]) -> int:
    vote = 0
    if not near.isdisjoint(topics.TOPIC):
        vote = _STRONG_TOPIC
    elif not near.isdisjoint(topics.WEAK_TOPIC):
        vote = _WEAK_TOPIC
    if not text.isascii():
        if topics_chinese.EXIT.search(text, max(0, start - _REACH_OF_AN_EXIT), start):
            return _FOREIGN_MACHINE
        if vote < _STRONG_TOPIC:
            vote = _vote_of_the_topic_in_chinese(text, max(0, start - REACH_BEFORE), end + REACH_BEHIND, vote)
    if not vote and not near.isdisjoint(topics.EVERYDAY):
        vote = _EVERYDAY
    if not near.isdisjoint(topics.DAMPERS):
        vote += _DAMPER
    if (not near.isdisjoint(topics.FOREIGN) and near.isdisjoint(topics.HTTP_FOR_SURE)) or (
        not near.isdisjoint(topics.SERVICES) and vote < _STRONG_TOPIC
    ):
        vote += _FOREIGN_PROTOCOL
    return vote


def _vote_of_the_topic_in_chinese(text: str, begin: int, until: int, vote: int) -> int:
    if topics_chinese.TOPIC.search(text, begin, until):
        return _STRONG_TOPIC
    if topics_chinese.WEAK_TOPIC.search(text, begin, until):
        vote = _WEAK_TOPIC
    if not vote and topics_chinese.EVERYDAY.search(text, begin, until):
        vote = _EVERYDAY
    return vote + _FOREIGN_MACHINE if topics_chinese.FOREIGN.search(text, begin, until) else vote
