"""What the neighbourhood of a number is about, and how that votes on it."""

import re

from teapot.mentions import topics
from teapot.mentions.chinese import topics as topics_chinese
from teapot.mentions.tokens import REACH_BEFORE, REACH_BEHIND

STRONG_TOPIC, _WEAK_TOPIC, _DAMPER, _FOREIGN_MACHINE, _FOREIGN_PROTOCOL, EVERYDAY = 4, 2, -4, -12, -20, -9
_REACH_OF_AN_EXIT, _RIGHT_BEFORE, _CLAUSE = 12, 12, 24
_OF_HTTP = topics.HTTP_FOR_SURE | {"GET", "HEAD", "POST", "PUT"}
_OUTRIGHT_SIGNS = re.compile(
    "HTTP|esponse[ _][cC]ode|WebDAV|Http|http|tatus|TATUS|状态|狀態|响应码|回應碼|返回码|返回碼"
)
"""Without one of these before it, a number that is hardly ever a status need not be looked at."""
_ENDS = frozenset(".!?。！？")
_ENDS_OF_STATEMENTS = _ENDS | {"so"}
"""Where what a service is said of ends: "redis is down so login returns 500"."""
_PAUSES = frozenset(",，;；")
_PAUSE = re.compile("[，。；！？\n]")


def words_around(before: list[str], behind: list[str]) -> frozenset[str]:
    """The words that tell what the neighbourhood is about; what is not of the web counts on the same line only."""
    near = topics.CONTEXT.intersection(before) | topics.CONTEXT.intersection(behind)
    if _names_a_status_code(before):  # wrong status code: got 500
        near |= {"statuscode"}
    if near.isdisjoint(topics.ALIEN):
        return near
    said_with_it = on_the_line(_sentence(before), _clause(behind))
    far = topics.ALIEN.difference(on_the_line(before, _clause(behind)), topics.ALIKE & on_the_line([], behind))
    return near.difference(far, topics.SERVICES.difference(said_with_it))


def _sentence(before: list[str]) -> list[str]:
    """The tokens since the last sentence: "Postgres is gone. Change: 503" is not about the codes of Postgres."""
    ends = [at for at, token in enumerate(before) if token in _ENDS_OF_STATEMENTS]
    return before[ends[-1] + 1 :] if ends else before


def _clause(behind: list[str]) -> list[str]:
    """The tokens up to the first comma or stop: "500 on WordPress, only FTP still works" is not about FTP."""
    return next((behind[:at] for at, token in enumerate(behind) if token in _PAUSES or token in _ENDS), behind)


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
        vote = EVERYDAY
    if not near.isdisjoint(topics.DAMPERS.difference(() if near.isdisjoint(topics.LINKS) else topics.LETTERS)):
        vote += _DAMPER
    if is_said_by_the_web(text, start):
        return vote
    return vote + _vote_of_the_foreign(near, vote)


def is_said_by_the_web(text: str, start: int) -> bool:
    """Whether a page or an interface says the number in Chinese, whatever it wraps; no server of FTP does."""
    if text.isascii() or topics_chinese.SAID_BY_THE_WEB.search(text, max(0, start - _RIGHT_BEFORE), start) is None:
        return False
    return topics_chinese.OF_A_PROTOCOL.search(text, max(0, start - _CLAUSE), start) is None


def _vote_of_the_foreign(near: frozenset[str], vote: int) -> int:
    """What machines, other protocols and services say against a number, of which the web has said so much."""
    if not near.isdisjoint(topics.ALIKE) and near.isdisjoint(topics.HTTP_FOR_SURE):
        return 2 * _FOREIGN_PROTOCOL
    is_online = len(near & topics.ONLINE) > 1 or not near.isdisjoint(topics.SITES)
    is_of_the_web = vote >= STRONG_TOPIC or (is_online and near.isdisjoint(topics.SERVICES))
    if is_of_the_web and near.isdisjoint(topics.FOREIGN_PROTOCOLS):
        return -max(0, min(vote, STRONG_TOPIC)) * (not near.isdisjoint(topics.MACHINES))
    is_foreign = not near.isdisjoint(topics.FOREIGN) and near.isdisjoint(_OF_HTTP)
    is_of_a_service = not near.isdisjoint(topics.SERVICES) and vote < STRONG_TOPIC
    return _FOREIGN_PROTOCOL if is_foreign or is_of_a_service else 0


def _vote_of_the_topic_in_chinese(text: str, start: int, end: int, vote: int) -> int:
    near_before = max(0, start - _RIGHT_BEFORE)
    is_of_mail = text[start : start + 3] in topics_chinese.REPLIES_OF_MAIL
    foreign = (topics_chinese.FOREIGN, topics_chinese.A_MACHINE_SAYS, *(topics_chinese.MAIL,) * is_of_mail)
    if any(of.search(text, near_before, start) for of in foreign):
        return _FOREIGN_MACHINE
    begin, until = max(0, start - REACH_BEFORE), _end_of_whole_words(text, end)
    if topics_chinese.TOPIC.search(text, begin, until):
        return STRONG_TOPIC
    if topics_chinese.WEAK_TOPIC.search(text, begin, until):
        vote = _WEAK_TOPIC
    pause = _PAUSE.search(text, end, until)
    clause_end = pause.start() if pause else until
    if not vote and topics_chinese.EVERYDAY.search(text, begin, clause_end):
        vote = EVERYDAY
    is_foreign = topics_chinese.FOREIGN.search(text, begin, until) or (
        is_of_mail and topics_chinese.MAIL.search(text, begin, clause_end)
    )
    return vote + _FOREIGN_MACHINE if is_foreign else vote


def _end_of_whole_words(text: str, end: int) -> int:
    """How far the text behind a number is read, without the beginning of a word in letters: "POS|T"."""
    until = min(len(text), end + REACH_BEHIND)
    while end < until < len(text) and text[until - 1].isascii() and text[until - 1].isalpha():
        until -= 1
    return until


def has_outright_signs(text: str, start: int) -> bool:
    """Whether what stands before a number could call it a status outright."""
    return _OUTRIGHT_SIGNS.search(text, max(0, start - REACH_BEFORE), start) is not None
