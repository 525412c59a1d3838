"""What becomes of our reply when its message is edited or deleted: one pure state machine for all platforms.

A message is answered once. A reply that went is not brought back, whatever its message says later.
"""

from dataclasses import dataclass
from enum import StrEnum

from teapot.card import Reply


@dataclass(frozen=True, slots=True)
class Unanswered:
    """We never spoke under the message, or do not remember it."""


@dataclass(frozen=True, slots=True)
class Answered:
    """We spoke, or are about to: for these codes, in a message of ours; ``handle`` is empty until it is sent."""

    codes: tuple[str, ...]
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """The message, its codes or our reply went away."""


State = Unanswered | Answered | Gone


@dataclass(frozen=True, slots=True)
class EditedTo:
    """The message now names these codes that may be answered; none when there are none left."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deleted:
    """The message is no more."""


@dataclass(frozen=True, slots=True)
class Posted:
    """Our reply, made for these codes, stands in the channel under the platform's ``handle``."""

    codes: tuple[str, ...]
    handle: str


@dataclass(frozen=True, slots=True)
class NotPosted:
    """Our reply could not be sent."""


Event = EditedTo | Deleted | Posted | NotPosted


class Action(StrEnum):
    """What is to be done about our reply."""

    NOTHING = "nothing"
    POST = "post"
    EDIT = "edit"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An action: EDIT tells which reply and which codes it shall tell, REMOVE which reply, POST which codes."""

    action: Action = Action.NOTHING
    handle: str = ""
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Follow:
    """What an adapter does: post ``reply`` when ``handle`` is empty, else edit that message, or remove it without one.

    ``handle`` is what the adapter gave when it had posted.
    """

    handle: str
    reply: Reply | None


NOTHING = Outcome()


def follow(state: State, event: Event) -> tuple[State, Outcome]:
    """The state after an event, and what is to be done.

    POST means to decide as for a new message; the state stays until that message is taken.
    """
    if isinstance(event, EditedTo):
        return _edited(state, event.codes)
    if isinstance(event, Deleted):
        handle = state.handle if isinstance(state, Answered) else ""
        return Gone(), Outcome(Action.REMOVE, handle) if handle else NOTHING
    if isinstance(event, Posted):
        return _posted(state, event)
    return (Gone() if isinstance(state, Answered) else state), NOTHING


def _edited(state: State, codes: tuple[str, ...]) -> tuple[State, Outcome]:
    if isinstance(state, Unanswered):
        return state, Outcome(Action.POST, codes=codes) if codes else NOTHING
    if isinstance(state, Gone) or set(state.codes) == set(codes):
        return state, NOTHING
    after = Answered(codes, state.handle) if codes else Gone()
    if not state.handle:
        return after, NOTHING
    return after, Outcome(Action.EDIT if codes else Action.REMOVE, state.handle, codes)


def _posted(state: State, event: Posted) -> tuple[State, Outcome]:
    """The message may have changed while the reply was on its way."""
    if isinstance(state, Unanswered):
        return state, NOTHING
    if isinstance(state, Gone):
        return state, Outcome(Action.REMOVE, event.handle)
    after = Answered(state.codes, event.handle)
    return after, NOTHING if state.codes == event.codes else Outcome(Action.EDIT, event.handle, state.codes)
