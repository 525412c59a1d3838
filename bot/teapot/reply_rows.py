"""The rows that tell which messages were answered, and what of them bears upon the next message."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy import Row as Kept
from sqlalchemy.ext.asyncio import AsyncConnection

from teapot.conversation import Channel
from teapot.following import Action, Answered, Gone, Outcome, State
from teapot.remembered import Key, Taken
from teapot.tables import reply

MINUTE_SECONDS = 60.0
MAX_CODES_LENGTH = 200

Row = dict[str, object]
Told = tuple[tuple[str, ...], float, int]
"""Codes, when they were last told together, and the automatic replies of the last minute that told them."""


@dataclass(frozen=True, slots=True)
class Recent:
    """What we said by ourselves in a channel of late: when each code was last told, and the replies of the last minute.

    ``is_taken`` tells whether the message that it was read for is answered, ``since`` how far back was looked.
    """

    answered_at: Mapping[str, float]
    replies_last_minute: int
    is_taken: bool
    since: float


def packed(codes: tuple[str, ...]) -> tuple[str, ...]:
    """As many of the codes as are kept."""
    return (
        tuple(" ".join(codes)[: MAX_CODES_LENGTH + 1].split()[:-1])
        if len(" ".join(codes)) > MAX_CODES_LENGTH
        else codes
    )


def key_of(channel: Channel, message: str) -> Key:
    """What a message is remembered by: platform, workspace, channel, message."""
    return channel.platform, channel.workspace, channel.id, message


def is_row_of(key: Key) -> ColumnElement[bool]:
    """The condition that picks the row of a message."""
    return and_(*(column == part for column, part in zip(reply.primary_key, key, strict=True)))


def taken_of(row: Kept[Any]) -> Taken:
    """What a row tells of an answered message."""
    state = Answered(tuple(row.named.split()), row.handle) if row.named else Gone()
    return Taken(row.answered_at, tuple(row.codes.split()), state, row.asked)


def changed(taken: Taken, state: State, outcome: Outcome) -> Taken:
    """A reply that went leaves its codes free to be answered; an edited one tells all that its message names."""
    if not isinstance(state, Answered):
        return replace(taken, codes=(), state=state)
    return replace(taken, codes=state.codes if outcome.action is Action.EDIT else taken.codes, state=state)


def row_of(key: Key, taken: Taken) -> Row:
    """The row that keeps an answered message."""
    held = taken.state if isinstance(taken.state, Answered) else Answered(())
    row: Row = dict(zip(("platform", "workspace", "channel", "message"), key, strict=True))
    return row | {
        "codes": " ".join(taken.codes),
        "answered_at": taken.at,
        "named": " ".join(held.codes),
        "handle": held.handle,
        "asked": taken.is_asked,
    }


async def recent_in(
    connection: AsyncConnection, channel: Channel, message: str, now: float, since: float, until: float | None = None
) -> Recent:
    """What the database holds of a channel, told after one time (epoch seconds) and until another."""
    last_minute = and_(reply.c.answered_at > now - MINUTE_SECONDS, ~reply.c.asked)
    is_it = reply.c.message == message
    query = select(
        reply.c.codes,
        func.max(reply.c.answered_at),
        func.count().filter(last_minute),
        func.count().filter(is_it),
    ).where(
        reply.c.platform == channel.platform,
        reply.c.workspace == channel.workspace,
        reply.c.channel == channel.id,
        or_(reply.c.answered_at > since, is_it),
    )
    if until is not None:
        query = query.where(reply.c.answered_at <= until)
    rows = (await connection.execute(query.group_by(reply.c.codes))).all()
    told = ((tuple(codes.split()), at, count) for codes, at, count, _ in rows)
    return recent_of(told, any(found for *_, found in rows), since)


def recent_of(past: Iterable[Told], is_taken: bool, since: float) -> Recent:
    """The latest time of each code, and how many automatic replies the last minute had."""
    answered_at: dict[str, float] = {}
    last_minute = 0
    for codes, at, count in past:
        last_minute += count
        for code in codes:
            answered_at[code] = max(at, answered_at.get(code, at))
    return Recent(answered_at, last_minute, is_taken, since)


def joined(late: Recent, early: Recent) -> Recent:
    """Two times of one channel in one, where the later one decides."""
    return Recent(
        {**early.answered_at, **late.answered_at},
        early.replies_last_minute + late.replies_last_minute,
        early.is_taken or late.is_taken,
        late.since,
    )
