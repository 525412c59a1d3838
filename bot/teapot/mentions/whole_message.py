"""What the message as a whole adds to the votes on a number, and takes."""

from teapot.mentions import topics
from teapot.mentions.at_large import Message
from teapot.mentions.ballot import ENOUGH, REASON, Votes
from teapot.mentions.candidates import Run
from teapot.mentions.context import is_said_by_the_web
from teapot.mentions.tokens import METHODS

_MOST_AT_LARGE, _MOST_OF_A_MEANING, _ABOUT_MAIL = 3, 5, -10
_LIKELY = 3
_SPEAKING_HTTP = topics.HTTP_FOR_SURE | topics.PRODUCTS | METHODS
_ENDS_OF_ARGUMENTS = ("\n", ")", ",")


def vote_of_the_message(message: Message, run: Run, votes: Votes, points: int, *, unopposed: bool) -> int:
    """What the message as a whole adds where the vote is close, and takes where it is about mail."""
    number, before, behind, near, _ = votes
    start, end = run[0].start, run[-1].end
    is_likely = number >= _LIKELY or before.vote > 0
    if unopposed and is_likely and points == ENOUGH - 1 and behind >= 0 and not near.isdisjoint(METHODS):
        return 1
    is_close = unopposed and behind >= -1 and ENOUGH - _MOST_OF_A_MEANING <= points < ENOUGH
    if is_close and points < ENOUGH - _MOST_AT_LARGE and not tells_the_meaning(message, run):
        return 0
    may_be_of_mail = (points >= ENOUGH or is_close) and not before.named and near.isdisjoint(_SPEAKING_HTTP)
    if may_be_of_mail and message.speaks_of_mail(start, end) and not is_said_by_the_web(message.text, start):
        return _ABOUT_MAIL * (1 + (behind < REASON or message.speaks_of_calls(start, end)))
    return _vote_at_large(message, run, ENOUGH - points, behind, is_likely=is_likely) if is_close else 0


def _vote_at_large(message: Message, run: Run, missing: int, behind: int, *, is_likely: bool) -> int:
    """A message about the web makes up for two missing votes of a likely number, in Chinese a sign of software for one.

    One full of the web does for three, if no strange word follows; one that tells what the status means, for as many.
    """
    if missing == _MOST_AT_LARGE and behind < 0:
        return 0
    start, end = run[0].start, run[-1].end
    is_apart = message.text.startswith(_ENDS_OF_ARGUMENTS, end)
    if tells_the_meaning(message, run) and (
        missing < _MOST_AT_LARGE or message.text.isascii() or is_apart or message.is_of_engineers(start, end)
    ):
        return missing
    if missing > _MOST_AT_LARGE:
        return 0
    needs_more = message.text.isascii() and run[0].code[-1] != "x"
    hints = message.is_about_the_web if needs_more else message.hints_at_software
    shows_enough = (hints, message.is_about_the_web, message.is_full_of_the_web)[missing - 1]
    return missing if is_likely and shows_enough(start, end) else 0


def tells_the_meaning(message: Message, run: Run) -> bool:
    """Whether the message speaks of what one of the numbers means as a status."""
    return any(message.tells_the_meaning(status.code, run[0].start, run[-1].end) for status in run[:3])
