"""May we speak up by ourselves, and why (not)? One pure function over facts; each outcome has its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from teapot.mentions import Mention

MAX_AGE_SECONDS = 60.0
"""A message older than this when it arrives is history, not a question."""

AutoReply = Literal["5xx", "errors", "all", "off"]
ANSWERED_CLASSES: Mapping[AutoReply, str] = {"5xx": "5", "errors": "45", "all": "12345", "off": ""}


class Reason(StrEnum):
    """Why a message was answered or not, in the order in which the gates stand."""

    NOTHING_MENTIONED = "nothing-mentioned"
    AUTHOR_IS_BOT = "author-is-bot"
    AUTO_REPLY_OFF = "auto-reply-off"
    CLASS_NOT_ANSWERED = "class-not-answered"
    CHANNEL_MUTED = "channel-muted"
    OPTED_OUT = "opted-out"
    CODE_MUTED = "code-muted"
    TOO_OLD = "too-old"
    ALREADY_ANSWERED = "already-answered"
    PULSE_RUNNING = "pulse-running"
    ANSWERED_RECENTLY = "answered-recently"
    OVER_BUDGET = "over-budget"
    DATABASE_AWAY = "database-away"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds in a channel. ``cooldown_seconds`` is per code; ``replies_per_minute`` 0 means no limit."""

    auto_reply: AutoReply = "5xx"
    cooldown_seconds: float = 600.0
    replies_per_minute: int = 6


@dataclass(frozen=True, slots=True)
class Facts:
    """What is so at this moment. Times are epoch seconds.

    ``answered_at`` tells when each code was last answered in the channel, ``replies_last_minute`` how often we spoke
    there, ``seen_before`` whether this very message was answered already. ``bot_allowed`` says that bots like its
    author may be answered here, ``opted_out`` that its author never wants to be; ``muted`` holds the muted codes.
    ``pulse_running`` says that one message tells an incident there.
    """

    author_is_bot: bool
    sent_at: float
    now: float
    seen_before: bool
    answered_at: Mapping[str, float]
    replies_last_minute: int
    bot_allowed: bool = False
    opted_out: bool = False
    channel_muted: bool = False
    muted: frozenset[str] = frozenset()
    pulse_running: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """The codes to answer, in the order they were named, each once; empty when the reason is a silent one."""

    codes: tuple[str, ...]
    reason: Reason


def closed_gates(mentions: Sequence[Mention], rules: Rules, facts: Facts) -> Mapping[Reason, bool]:
    """Every gate in its order, and whether it is closed.

    A gate that only looks at what an earlier one let through is open where nothing came so far.
    """
    named = {mention.code for mention in mentions}
    wanted = {code for code in named if code[0] in ANSWERED_CLASSES[rules.auto_reply]}
    audible = wanted - facts.muted
    return {
        Reason.NOTHING_MENTIONED: not named,
        Reason.AUTHOR_IS_BOT: facts.author_is_bot and not facts.bot_allowed,
        Reason.AUTO_REPLY_OFF: rules.auto_reply == "off",
        Reason.CLASS_NOT_ANSWERED: bool(named) and not wanted,
        Reason.CHANNEL_MUTED: facts.channel_muted,
        Reason.OPTED_OUT: facts.opted_out,
        Reason.CODE_MUTED: bool(wanted) and not audible,
        Reason.TOO_OLD: facts.now - facts.sent_at > MAX_AGE_SECONDS,
        Reason.ALREADY_ANSWERED: facts.seen_before,
        Reason.PULSE_RUNNING: facts.pulse_running,
        Reason.ANSWERED_RECENTLY: bool(audible) and not any(_is_fresh(code, rules, facts) for code in audible),
        Reason.OVER_BUDGET: 0 < rules.replies_per_minute <= facts.replies_last_minute,
    }


def decide(mentions: Sequence[Mention], rules: Rules, facts: Facts) -> Decision:
    """Choose which of the mentioned codes to answer, and say why: the first closed gate is the reason for none."""
    for reason, is_closed in closed_gates(mentions, rules, facts).items():
        if is_closed:
            return Decision((), reason)
    return Decision(
        tuple(
            code
            for code in dict.fromkeys(mention.code for mention in mentions)
            if code[0] in ANSWERED_CLASSES[rules.auto_reply]
            and code not in facts.muted
            and _is_fresh(code, rules, facts)
        ),
        Reason.MENTIONED,
    )


def _is_fresh(code: str, rules: Rules, facts: Facts) -> bool:
    return facts.now - facts.answered_at.get(code, -rules.cooldown_seconds) >= rules.cooldown_seconds
