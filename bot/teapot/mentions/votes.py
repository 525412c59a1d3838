"""How the surroundings of a number vote on whether it is an HTTP status.

Four parties vote, each with a small whole number: the number itself (404 is hardly ever anything else, 100 mostly is),
the words before it, the words behind it, and what the neighbourhood is about. Numbers that form a list or a range are
voted on together. Votes that reach `ENOUGH` make them statuses; a veto of any party makes them none. Only a bounded
window is read, so that a number costs the same wherever it stands.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from teapot.mentions import columns, lookalikes, outsiders, topics
from teapot.mentions.at_large import Message
from teapot.mentions.before import vote_before
from teapot.mentions.behind import vote_behind
from teapot.mentions.candidates import Run
from teapot.mentions.context import STRONG_TOPIC, has_outright_signs, on_the_line, vote_of_the_topic, words_around
from teapot.mentions.names import is_a_name
from teapot.mentions.nouns import COUNTED
from teapot.mentions.numbers import FAMILIAR, UNREGISTERED, is_of_a_vendor, prior, prior_of_a_list
from teapot.mentions.reading import Before
from teapot.mentions.roles import VETO
from teapot.mentions.tokens import METHODS

ENOUGH = 8
_HARDLY_EVER = -2
_OF_PEOPLE, _RARE_OUT_OF_TOPIC, _UNREGISTERED_ELSEWHERE, _MOST_AT_LARGE, _ABOUT_MAIL = -5, -4, -8, 3, -8
_LIKELY = 3
_REASON, _NOUN, _A_STRANGE_WORD = 8, 6, -3
"""What a reason phrase, a noun of errors, a strange word behind a number are worth at least."""
_OF_THE_WEB = topics.TOPIC | topics.ADDRESSES
_SPEAKING_HTTP = topics.HTTP_FOR_SURE | topics.PRODUCTS
_BOUND, _REACH_OF_A_BOUND = re.compile(r"[<>]=?\s?\Z"), 4
_TOLD = (["are"], ["is"], ["was"], ["were"])
_PAUSE = re.compile("s?[,;，；]")


class Verdict(NamedTuple):
    """The sum of the votes, whether none of them spoke against the number, and whether a cue stands before it."""

    points: int
    unopposed: bool
    by_a_cue: bool = True


_AGAINST = Verdict(VETO, unopposed=False)
"""The verdict after a veto."""

CLAIMED = Verdict(VETO - 1, unopposed=False)
"""The verdict when something else claims the number, and with it those that are told in one breath with it."""


def divide(text: str, run: Run) -> tuple[Run, ...]:
    """Set the first or the last number of a run apart that is in no list with the others.

    Such a number counts what follows a comma or semicolon ("404, 503 rows"), or is no known code before a comma
    ("Retry-After: 120, or 429") or behind a bar.
    """
    if len(run) > 1 and prior(run[-1].code) <= UNREGISTERED and "|" in text[run[-2].end : run[-1].start]:
        return run[:-1], run[-1:]
    if len(run) > 1 and _PAUSE.match(text, run[0].end) and prior(run[0].code) <= UNREGISTERED:
        return run[:1], run[1:]
    if len(run) > 1 and _PAUSE.match(text, run[-2].end) and vote_behind(text, run[-1:])[0] <= COUNTED:
        return run[:-1], run[-1:]
    return (run,)


class _Votes(NamedTuple):
    number: int
    before: Before
    behind: int
    near: frozenset[str]
    tokens_before: list[str]


def judge(message: Message, run: Run) -> Verdict:
    """Hold the vote on a run."""
    text, start = message.text, run[0].start
    votes = _collect(text, run)
    if votes is None:
        return _AGAINST
    number, before, behind, near, tokens = votes
    topic = _vote_of_the_topic(text, run, votes)
    unopposed = _is_unopposed(run, votes, topic)
    points = number + before.vote + behind + topic
    points += unopposed and behind >= 0 and lookalikes.says_how_many(text, run)
    points += _vote_of_the_message(message, run, votes, points, unopposed=unopposed)
    if points >= ENOUGH and topic <= 0 and behind < _NOUN and len(run) == 1:
        points += _OF_PEOPLE * lookalikes.may_be_of_people(message, run[0], before)
    if points >= ENOUGH and behind < _REASON and not before.named and columns.count_things(text, start):
        return _AGAINST
    if (points >= ENOUGH or unopposed) and behind < _REASON and not run[0].after_address:
        in_topic = topic >= STRONG_TOPIC or not near.isdisjoint(topics.TOPIC)
        if outsiders.is_claimed(message, run, tokens, near, in_topic=in_topic):
            return CLAIMED
    return Verdict(points, unopposed, before.by_a_cue or behind >= _NOUN)


def _vote_of_the_topic(text: str, run: Run, votes: _Votes) -> int:
    number, before, behind, near, _ = votes
    start = run[0].start
    topic = vote_of_the_topic(text, start, run[-1].end, near.difference(_overruled(run, votes)))
    is_a_bound = before.named and _BOUND.search(text, max(0, start - _REACH_OF_A_BOUND), start)  # status < 300
    if number < 0 and behind < _REASON and not is_a_bound and topic < STRONG_TOPIC and near.isdisjoint(_OF_THE_WEB):
        topic += _RARE_OUT_OF_TOPIC
    if number <= UNREGISTERED and not is_a_bound and near.isdisjoint(topics.PROTOCOL):
        topic += _UNREGISTERED_ELSEWHERE
    return topic


def _is_unopposed(run: Run, votes: _Votes, topic: int) -> bool:
    """Whether no vote speaks against a run; in talk about the web a strange word behind it is none."""
    in_topic = topic >= STRONG_TOPIC
    return (
        votes.number > 0
        and votes.before.vote >= -(in_topic and (len(run) > 1 or votes.number >= FAMILIAR))
        and topic >= 0
        and votes.behind >= (_A_STRANGE_WORD if in_topic else -1)
    )


def _vote_of_the_message(message: Message, run: Run, votes: _Votes, points: int, *, unopposed: bool) -> int:
    """What the message as a whole adds where the vote is close, and takes where it is about mail."""
    number, before, behind, near, _ = votes
    start, end = run[0].start, run[-1].end
    is_likely = number >= _LIKELY or before.vote > 0
    if unopposed and is_likely and points == ENOUGH - 1 and behind >= 0 and not near.isdisjoint(METHODS):
        return 1
    is_close = unopposed and behind >= -1 and ENOUGH - _MOST_AT_LARGE <= points < ENOUGH
    may_be_of_mail = (points >= ENOUGH or is_close) and not before.named and near.isdisjoint(_SPEAKING_HTTP)
    if may_be_of_mail and message.speaks_of_mail(start, end):
        return _ABOUT_MAIL * (1 + (behind < _REASON))
    return _vote_at_large(message, run, ENOUGH - points, behind, is_likely=is_likely) if is_close else 0


def _overruled(run: Run, votes: _Votes) -> frozenset[str]:
    """What says nothing against a number with a reason phrase, in the plural of an error, or by a cue online."""
    if votes.behind >= _REASON:
        return topics.SERVICES | topics.MACHINES
    if run[-1].ending in ("'d", "’d", "ed"):  # 429'd beyond 10 rps
        return topics.DAMPERS
    is_online = votes.before.by_a_cue and not votes.near.isdisjoint(topics.ONLINE)
    is_plural = run[-1].ending == "s" and run[-1].code[0] in "45"
    *owner, last = ["", *votes.tokens_before[-3:]]
    is_named = last in topics.EVERYDAY or (last == "s" and not topics.EVERYDAY.isdisjoint(owner))  # Levi's 501s
    return topics.EVERYDAY if is_online or (is_plural and not is_named) else frozenset()


def _vote_at_large(message: Message, run: Run, missing: int, behind: int, *, is_likely: bool) -> int:
    """A message about the web makes up for two missing votes of a likely number, in Chinese a sign of software for one.

    One full of the web does for three, if no strange word follows; one that tells what the status means, for as many.
    """
    if missing == _MOST_AT_LARGE and behind < 0:
        return 0
    start, end = run[0].start, run[-1].end
    if any(message.tells_the_meaning(status.code, start, end) for status in run[:3]):
        return missing
    needs_more = message.text.isascii() and run[0].code[-1] != "x"
    hints = message.is_about_the_web if needs_more else message.hints_at_software
    shows_enough = (hints, message.is_about_the_web, message.is_full_of_the_web)[missing - 1]
    return missing if is_likely and shows_enough(start, end) else 0


def _collect(text: str, run: Run) -> _Votes | None:
    """The votes but for that of the topic, or None for a veto. The cheapest are held first."""
    number = prior_of_a_list(text, run) if len(run) > 1 else prior(run[0].code)
    behind, tokens_behind = vote_behind(text, run)
    if behind <= VETO:
        return None
    if number < _HARDLY_EVER and behind < _REASON and not has_outright_signs(text, run[0].start):
        return None
    before, tokens_before = vote_before(text, run)
    is_told = tokens_before[-1:] in _TOLD or lookalikes.is_headed(text, run[0].start)
    if before.vote <= VETO and behind >= _REASON and is_told:  # the calls are 431 Too Large
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
    if behind < _NOUN and lookalikes.is_a_course(text, run, before, near):
        return None
    if lookalikes.is_no_code(text, run, near, before.vote) or (
        behind <= 0 and lookalikes.is_a_limit(text, run, number)
    ):
        return None
    worth = _known_worth(number, run[0].code, (*tokens_before, *tokens_behind))
    return _Votes(worth, before, behind, near, tokens_before)


def _known_worth(number: int, code: str, tokens: Sequence[str]) -> int:
    """What a sub-status is worth, and a vendor's code beside the vendor's name: as much as a familiar code."""
    if number < FAMILIAR and ("." in code or is_of_a_vendor(code, tokens)):
        return FAMILIAR
    return number
