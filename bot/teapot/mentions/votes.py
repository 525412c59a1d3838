"""How the surroundings of a number vote on whether it is an HTTP status.

Four parties vote, each with a small whole number: the number itself (404 is hardly ever anything else, 100 mostly is),
the words before it, the words behind it, and what the neighbourhood is about. Numbers that form a list or a range are
voted on together. Votes that reach `ENOUGH` make them statuses; a veto of any party makes them none. Only a bounded
window is read, so that a number costs the same wherever it stands.
"""

import re
from typing import NamedTuple

from teapot.mentions import topics
from teapot.mentions.at_large import Message
from teapot.mentions.ballot import ENOUGH, NOUN, REASON, Votes, collect
from teapot.mentions.candidates import Run
from teapot.mentions.context import EVERYDAY, STRONG_TOPIC, vote_of_the_topic
from teapot.mentions.logs import columns
from teapot.mentions.numbers import FAMILIAR, UNREGISTERED, prior
from teapot.mentions.others import lookalikes, outsiders
from teapot.mentions.roles import VETO
from teapot.mentions.whole_message import tells_the_meaning, vote_of_the_message

_OF_PEOPLE, _RARE_OUT_OF_TOPIC, _UNREGISTERED_ELSEWHERE, _A_STRANGE_WORD = -5, -4, -8, -3
_OF_THE_WEB = topics.TOPIC | topics.ADDRESSES
_BOUND, _REACH_OF_A_BOUND = re.compile(r"[<>]=?\s?\Z"), 4
_ERRORS_OF_CLIENTS = {"4": (" Client Error",), "5": (" Server Error",)}
"""What clients print behind a number that is in no registry: "432 Client Error"."""
_A_LIST, _BESIDE = 3, 3


class Verdict(NamedTuple):
    """The sum of the votes, whether none of them spoke against the number, and whether a cue stands before it.

    ``beside`` is what the words right beside it said for it; the rest is what the neighbourhood is about.
    """

    points: int
    unopposed: bool
    by_a_cue: bool = True
    beside: int = ENOUGH


_AGAINST = Verdict(VETO, unopposed=False)
"""The verdict after a veto."""

CLAIMED = Verdict(VETO - 1, unopposed=False)
"""The verdict when something else claims the number, and with it those that are told in one breath with it."""


def judge(message: Message, run: Run) -> Verdict:
    """Hold the vote on a run."""
    text, start = message.text, run[0].start
    votes = collect(text, run)
    if votes is None:
        return _AGAINST
    number, before, behind, near, tokens = votes
    topic = _vote_of_the_topic(text, run, votes)
    is_a_rate = run[0].code[-1] == "x" and behind >= NOUN // 2  # 大盘上 5xx 率
    if topic == EVERYDAY and number > 0 and (is_a_rate or tells_the_meaning(message, run)):
        topic = 0
    unopposed = _is_unopposed(run, votes, topic)
    points = number + before.vote + behind + topic
    points += unopposed and behind >= 0 and lookalikes.says_how_many(text, run)
    points += vote_of_the_message(message, run, votes, points, unopposed=unopposed)
    if points >= ENOUGH and topic <= 0 and behind < NOUN and len(run) == 1:
        is_doubtful = lookalikes.may_be_of_people(message, run[0], before)
        points += _OF_PEOPLE * (is_doubtful or lookalikes.is_bare(message, run[0], before, behind))
    is_a_list = len(run) >= _A_LIST and "|" not in text[run[0].end : run[1].start]
    may_be_a_count = points >= ENOUGH and behind < REASON and not before.named and not is_a_list
    if may_be_a_count and columns.count_things(text, start):
        return _AGAINST
    if (points >= ENOUGH or unopposed) and behind < REASON and not run[0].after_address:
        in_topic = topic >= STRONG_TOPIC or not near.isdisjoint(topics.TOPIC)
        if outsiders.is_claimed(message, run, tokens, near, in_topic=in_topic):
            return CLAIMED
    return Verdict(points, unopposed, before.by_a_cue or behind >= NOUN, max(before.vote, 0) + max(behind, 0))


def _vote_of_the_topic(text: str, run: Run, votes: Votes) -> int:
    number, before, behind, near, _ = votes
    start = run[0].start
    beside = () if before.by_a_cue and before.vote >= REASON else votes.tokens_before[-_BESIDE:]
    far = topics.RATES.difference(beside)  # qps 一过 500 就开始 503
    topic = vote_of_the_topic(text, start, run[-1].end, near.difference(_overruled(text, run, votes), far))
    is_a_bound = before.named and _BOUND.search(text, max(0, start - _REACH_OF_A_BOUND), start)  # status < 300
    if number < 0 and behind < REASON and not is_a_bound and topic < STRONG_TOPIC and near.isdisjoint(_OF_THE_WEB):
        topic += _RARE_OUT_OF_TOPIC
    is_outright = before.named and not near.isdisjoint(topics.PROTOCOL)
    is_of_a_client = text.startswith(_ERRORS_OF_CLIENTS.get(run[-1].code[0], ()), run[-1].end)
    if number <= UNREGISTERED and not (is_a_bound or is_outright or is_of_a_client):
        topic += _UNREGISTERED_ELSEWHERE
    return topic


def _is_unopposed(run: Run, votes: Votes, topic: int) -> bool:
    """Whether no vote speaks against a run; in talk about the web a strange word behind it is none."""
    in_topic = topic >= STRONG_TOPIC
    return (
        votes.number > 0
        and votes.before.vote >= -((in_topic or run[0].code[-1] == "x") and (len(run) > 1 or votes.number >= FAMILIAR))
        and topic >= 0
        and votes.behind >= (_A_STRANGE_WORD if in_topic else -1)
    )


def _overruled(text: str, run: Run, votes: Votes) -> frozenset[str]:
    """What says nothing against a number with a reason phrase, in the plural of an error, or by a cue online."""
    if run[0].code[-1] == "x" and (votes.behind > 0 or lookalikes.says_how_many(text, run)):
        return topics.DAMPERS
    if votes.behind >= REASON:
        return topics.SERVICES | topics.MACHINES | topics.EVERYDAY
    if run[-1].ending in ("'d", "’d", "ed") or votes.tokens_before[-1:] == ["%"]:  # 429'd beyond 10 rps, 0.02% 500
        return topics.DAMPERS
    if votes.before.named and not votes.near.isdisjoint(_OF_THE_WEB):  # example.com/ride: Status: 406
        return topics.EVERYDAY
    is_told = votes.before.vote > 0 or votes.behind >= NOUN or run[0].code[-1] == "x"
    is_online = is_told and not votes.near.isdisjoint(topics.ONLINE)
    is_plural = run[-1].ending == "s" and run[-1].code[0] in "45" and prior(run[-1].code) >= FAMILIAR
    *owner, last = ["", *votes.tokens_before[-3:]]
    is_named = last in topics.EVERYDAY or (last == "s" and not topics.EVERYDAY.isdisjoint(owner))  # Levi's 501s
    return topics.EVERYDAY if is_online or (is_plural and not is_named) else frozenset()
