"""What the neighbourhood of a number is about, and how that votes on it."""

from teapot.mentions import topics, topics_chinese
from teapot.mentions.tokens import REACH_BEFORE, REACH_BEHIND

STRONG_TOPIC, _WEAK_TOPIC, _DAMPER, _FOREIGN_MACHINE, _FOREIGN_PROTOCOL, _EVERYDAY = 4, 2, -4, -12, -20, -9
_REACH_OF_AN_EXIT, _RIGHT_BEFORE = 12, 12
_PAUSES = frozenset(",，;；")


def words_around(before: list[str], behind: list[str]) -> frozenset[str]:
    """The words that tell what the neighbourhood is about; what is not of the web counts on the same line only."""
    near = topics.CONTEXT.intersection(before) | topics.CONTEXT.intersection(behind)
    if _names_a_status_code(before):  # wrong status code: got 500
        near |= {"statuscode"}
    if near.isdisjoint(topics.ALIEN):
        return near
    return near.difference(topics.ALIEN.difference(on_the_line(before, _clause(behind))))


def _clause(behind: list[str]) -> list[str]:
    """The tokens up to the first comma: "500 on WordPress, only FTP still works" is not about FTP."""
    return next((behind[:at] for at, token in enumerate(behind) if token in _PAUSES), behind)


def _names_a_status_code(tokens: list[str]) -> bool:
    at = tokens.index("status") if "status" in tokens else len(tokens)
    return tokens[at + 1 : at + 2] == ["code"]


def on_the_line(before: list[str], behind: list[str]) -> set[str]:
    """The tokens between the line breaks around a number: an exit status on the next line is another matter."""
    begin = len(before) - before[::-1].index("\n") if "\n" in before else 0
    return {*before[begin:], *(behind[: behind.index("\n")] if "\n" in behind else behind)}


def vote_of_the_topic(text: str, start: int, end: int, near: frozenset[str]) -> int:
    """The vote of the words around a number: for the web, against what has codes of its own."""
    vote = 0
    if not near.isdisjoint(topics.TOPIC):
        vote = STRONG_TOPIC
    elif not near.isdisjoint(topics.WEAK_TOPIC):
        vote = _WEAK_TOPIC
    if not text.isascii():
        if topics_chinese.EXIT.search(text, max(0, start - _REACH_OF_AN_EXIT), start):
            return _FOREIGN_MACHINE
        if vote < STRONG_TOPIC:
            vote = _vote_of_the_topic_in_chinese(text, start, end, vote)
    if vote <= _WEAK_TOPIC and not near.isdisjoint(topics.EVERYDAY):
        vote = _EVERYDAY
    if not near.isdisjoint(topics.DAMPERS):
        vote += _DAMPER
    if vote >= STRONG_TOPIC and near.isdisjoint(topics.FOREIGN_PROTOCOLS):
        return vote - STRONG_TOPIC * (not near.isdisjoint(topics.MACHINES))
    if (not near.isdisjoint(topics.FOREIGN) and near.isdisjoint(topics.HTTP_FOR_SURE)) or (
        not near.isdisjoint(topics.SERVICES) and vote < STRONG_TOPIC
    ):
        vote += _FOREIGN_PROTOCOL
    return vote


def _vote_of_the_topic_in_chinese(text: str, start: int, end: int, vote: int) -> int:
    if topics_chinese.FOREIGN.search(text, max(0, start - _RIGHT_BEFORE), start):
        return _FOREIGN_MACHINE
    begin, until = max(0, start - REACH_BEFORE), end + REACH_BEHIND
    if topics_chinese.TOPIC.search(text, begin, until):
        return STRONG_TOPIC
    if topics_chinese.WEAK_TOPIC.search(text, begin, until):
        vote = _WEAK_TOPIC
    if not vote and topics_chinese.EVERYDAY.search(text, begin, until):
        vote = _EVERYDAY
    return vote + _FOREIGN_MACHINE if topics_chinese.FOREIGN.search(text, begin, until) else vote
