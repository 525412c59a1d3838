"""All that a decision about one message needs, read once: what it names, what holds in its channel, what was said."""

from dataclasses import dataclass, replace

from teapot.conversation import IncomingMessage, without_code, without_quotes
from teapot.decision import Decision, Facts, Reason, Rules, decide
from teapot.knowledge import ChannelView, PersonWish
from teapot.log_times import span
from teapot.mentions import Mention, find_mentions
from teapot.pulses import Pulses
from teapot.replies import Replies
from teapot.reply_rows import Recent
from teapot.settings import rules_of
from teapot.team import Team

REPORTED = frozenset({Reason.MENTIONED, Reason.PULSE_RUNNING, Reason.ANSWERED_RECENTLY, Reason.OVER_BUDGET})
"""What may be decided about a message that counts for an incident."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message with what it names and the facts of this moment. ``text`` is what was read of it."""

    message: IncomingMessage
    text: str
    mentions: tuple[Mention, ...]
    view: ChannelView
    rules: Rules
    facts: Facts
    recent: Recent | None = None

    def decision(self) -> Decision:
        """What to do about it as a new message."""
        return decide(self.mentions, self.rules, self.facts)

    def named(self) -> tuple[str, ...]:
        """The codes that a reply to it stands for, whenever it was written and whatever was answered lately."""
        timeless = replace(
            self.facts,
            sent_at=self.facts.now,
            seen_before=False,
            answered_at={},
            replies_last_minute=0,
            pulse_running=False,
        )
        return decide(self.mentions, self.rules, timeless).codes

    def times(self) -> tuple[str, str] | None:
        """The first and the last time, as a pasted log wrote them."""
        return span(self.text, self.mentions)

    def reports(self) -> tuple[str, ...]:
        """The 5xx codes with which it counts for an incident, where the channel wants incidents told in one message."""
        if self.view.setting("pulse").value != "on" or self.decision().reason not in REPORTED:
            return ()
        return tuple(code for code in self.named() if code[0] == "5")


def mentions_in(message: IncomingMessage) -> tuple[Mention, ...]:
    """What a message names outside its quotes; needs nothing but its text."""
    return find_mentions(without_quotes(message.text))


async def read(
    message: IncomingMessage,
    mentions: tuple[Mention, ...],
    team: Team,
    replies: Replies,
    pulses: Pulses,
    rules: Rules,
    now: float,
) -> Heard:
    """Read what is needed to decide; ``now`` in epoch seconds. Raises StoreError when the database is away."""
    channel, person = message.origin.channel, message.origin.person
    view = await team.view(channel)
    text = without_quotes(message.text)
    if view.setting("code-blocks").value == "off":
        text = without_code(text)
        mentions = find_mentions(text)
    bot_allowed = person.is_bot and person.id in view.setting("bots").value.split()
    is_foreign = person.is_bot and not bot_allowed
    wish = PersonWish() if is_foreign else await team.wish(channel, person.id)
    here = rules_of(view, rules)
    recent = None if is_foreign else await replies.recent(channel, message.id, now, here.cooldown_seconds)
    has_pulse = view.setting("pulse").value == "on" and not is_foreign
    facts = Facts(
        author_is_bot=person.is_bot,
        sent_at=message.sent_at,
        now=now,
        seen_before=replies.seen(channel, message.id) or (recent is not None and recent.is_taken),
        answered_at=recent.answered_at if recent is not None else {},
        replies_last_minute=recent.replies_last_minute if recent is not None else 0,
        bot_allowed=bot_allowed,
        opted_out=wish.quiet,
        channel_muted=view.is_muted("", now),
        muted=frozenset(mention.code for mention in mentions if view.is_muted(mention.code, now)),
        pulse_running=has_pulse and await pulses.is_under_way(channel, now),
    )
    return Heard(message, text, mentions, view, here, facts, recent)
