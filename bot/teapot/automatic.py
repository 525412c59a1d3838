"""Speaking up by ourselves: what to say about a message as it comes, changes and goes. Nothing is sent here."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, replace

import structlog

from teapot import hearing
from teapot.audience import DEFAULT
from teapot.card import Place, Reply
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, IncomingMessage, Origin, Person
from teapot.decision import Decision, Reason, Rules
from teapot.entries import Language
from teapot.following import Action, Deleted, EditedTo, Event, Follow, NotPosted, Posted
from teapot.hearing import Heard, mentions_in
from teapot.incident import incident_card
from teapot.knowledge import ChannelView
from teapot.language import of_text
from teapot.mentions import Mention
from teapot.problems import StoreError
from teapot.pulses import Incident, Pulses
from teapot.replies import OvertakenError, Replies
from teapot.reply_rows import packed
from teapot.settings import language_of
from teapot.small import MIN_COUNT, small_card_in
from teapot.tallies import Tallies
from teapot.team import Team

WHOLE_CHANNEL = ""
"""In the place of a message's id, the turn of all messages of a channel."""

MAX_TRIES = 10
"""How often it is decided about a message while other replicas answer in its channel; then they said enough."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What to do about an incident's message, None for nothing, how the incident stands, and whether it is over."""

    follow: Follow | None
    incident: Incident | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class AutomaticReplies:
    """The fields are those of ``Teapot``."""

    catalogue: Catalogue
    replies: Replies
    team: Team
    tallies: Tallies
    pulses: Pulses
    rules: Rules
    language: Language | None
    clock: Callable[[], float]

    async def hear(
        self, message: IncomingMessage, mentions: tuple[Mention, ...] | None = None
    ) -> tuple[Decision, Reply | None]:
        """Decide whether a message is answered by itself, take it if so, and give the small card.

        ``mentions`` is what it names outside its quotes, for who has read it already. A message that names no status
        costs no more than reading it. Silent when the database is away.
        """
        channel = message.origin.channel
        mentions = mentions_in(message) if mentions is None else mentions
        if not mentions:
            return Decision((), Reason.NOTHING_MENTIONED), None
        try:
            async with self.replies.turn(channel, WHOLE_CHANNEL):
                for _ in range(MAX_TRIES):
                    with suppress(OvertakenError):
                        return await self._take(message, mentions)
                return Decision((), Reason.OVER_BUDGET), None
        except StoreError as error:
            log.warning("kept quiet: the database is away", reason=str(error))
            return Decision((), Reason.DATABASE_AWAY), None

    async def _take(self, message: IncomingMessage, mentions: tuple[Mention, ...]) -> tuple[Decision, Reply | None]:
        """Decide and claim, one message of a channel after the other, or together they would pass the budget."""
        heard = await self._weigh(message, mentions)
        decision, channel, now = heard.decision(), message.origin.channel, heard.facts.now
        reports, incident = heard.reports(), None
        if reports:
            person, language = message.origin.person.id, self._language(heard)
            incident = await self.pulses.reported(channel, message.id, person, reports, language, now)
        is_answered = incident is None and bool(decision.codes)
        named = heard.named() if is_answered else ()
        if is_answered and not await self.replies.claim(
            channel, message.id, decision.codes, now, named, decided_on=heard.recent
        ):
            return Decision((), Reason.ALREADY_ANSWERED), None
        self.tallies.hear(message, (mention.code for mention in heard.mentions), heard.facts)
        if incident is not None:
            told = self._told(heard.view, incident, self._language(heard), is_over=False)
            return Decision((), Reason.PULSE_RUNNING), told
        return decision, replace(self._reply(heard, decision.codes), codes=packed(named)) if is_answered else None

    async def take_asked(self, message: IncomingMessage) -> bool:
        """Take a message that asks the bot: its answer is a command's, spends no budget and starts no cooldown.

        True for the first taker only, over all replicas and restarts, and while the database is away: who asks is
        answered.
        """
        try:
            return await self.replies.claim(message.origin.channel, message.id, (), self.clock(), is_asked=True)
        except StoreError as error:
            log.warning("answered without a note of it: the database is away", reason=str(error))
            return True

    def turn(self, channel: Channel, message: str) -> AbstractAsyncContextManager[None]:
        """Hold from hearing of a message until all that comes of it is sent: then edits and deletions wait for it."""
        return self.replies.turn(channel, message)

    async def posted(self, message: IncomingMessage, reply: Reply, handle: str | None) -> Follow | None:
        """Take in where an automatic reply was posted, None when it could not be; gives what has changed since.

        ``handle`` is the platform's id of our message, at most 64 characters. Never raises for the database.
        """
        if reply.is_incident:
            await self._incident_posted(message.origin.channel, handle)
            return None
        event = Posted(reply.codes, handle) if handle else NotPosted()
        return await self._follow(message, event) if reply.codes else None

    async def edited(self, message: IncomingMessage) -> Follow | None:
        """What to do about our reply now that a message reads so; None for nothing. Quiet when the database is away.

        A message that was never answered and now names a status is heard like a new one of its age.
        """
        return await self._follow(message, None)

    async def deleted(self, channel: Channel, message: str) -> Follow | None:
        """What to do about our reply now that its message is no more; None for nothing."""
        nobody = IncomingMessage(Origin(channel, Person("")), message, "", 0.0)
        return await self._follow(nobody, Deleted())

    async def pulse(self, channel: Channel) -> Upkeep | None:
        """What to do now about the message of a channel's incident, None when there is none. Raises StoreError."""
        view, now = await self.team.view(channel), self.clock()
        is_wanted = view.setting("pulse").value == "on" and not view.is_muted("", now)
        look = await self.pulses.look(channel, now, is_wanted=is_wanted)
        if look is None:
            return None
        if not look.is_news and not look.is_over:
            return Upkeep(None, look.incident, is_over=False)
        language, incident = look.language or DEFAULT, look.incident
        reply = self._told(view, incident, language, is_over=look.is_over) if incident is not None else None
        return Upkeep(Follow(look.handle, reply), incident, look.is_over)

    async def read(self, message: IncomingMessage) -> Heard | None:
        """A message with all that bears upon it; None when it names nothing. Raises StoreError."""
        mentions = mentions_in(message)
        return await self._weigh(message, mentions) if mentions else None

    async def _weigh(self, message: IncomingMessage, mentions: tuple[Mention, ...]) -> Heard:
        return await hearing.read(message, mentions, self.team, self.replies, self.pulses, self.rules, self.clock())

    async def _follow(self, message: IncomingMessage, event: Event | None) -> Follow | None:
        """``event`` is None for an edit, whose codes are then read. An edit of what is not answered is heard."""
        channel = message.origin.channel
        try:
            heard = await self.read(message) if event is None else None
            codes = packed(heard.named()) if heard is not None else ()
            if event is None or isinstance(event, Deleted):
                await self._correct(channel, message.id, codes)
            outcome = await self.replies.follow(channel, message.id, event or EditedTo(codes))
            if outcome.action is Action.EDIT and heard is None:
                heard = await self.read(message)
        except StoreError as error:
            log.warning("did not follow a message: the database is away", reason=str(error))
            return None
        if outcome.action is Action.POST:
            _, reply = await self.hear(message)
            return None if reply is None else Follow("", reply)
        if outcome.action is Action.EDIT and heard is not None:
            return Follow(outcome.handle, replace(self._reply(heard, outcome.codes), codes=outcome.codes))
        return None if outcome.action is Action.NOTHING else Follow(outcome.handle, None)

    async def _correct(self, channel: Channel, message: str, codes: Sequence[str]) -> None:
        """Let an incident count what a message says now, where incidents are told at all."""
        if self.pulses.may_count(channel, message) and (await self.team.view(channel)).setting("pulse").value == "on":
            await self.pulses.corrected(channel, message, tuple(code for code in codes if code[0] == "5"))

    def _reply(self, heard: Heard, codes: Sequence[str]) -> Reply:
        """The small card for a message, in its channel's language or its own."""
        message, language = heard.message, self._language(heard)
        counts = Counter(mention.code for mention in heard.mentions)
        times = heard.times() if len(heard.mentions) >= MIN_COUNT else None
        shown = small_card_in(heard.view, self.catalogue, codes, language, message.origin.person.id, counts, times)
        return Reply(shown, Place.PUBLIC, threaded=heard.view.setting("place").value == "thread")

    def _language(self, heard: Heard) -> Language:
        held = heard.view.setting("language")
        here = language_of(held) if held.source == "channel" else None
        return next(filter(None, (here, of_text(heard.message.text), language_of(held), self.language)), DEFAULT)

    async def _incident_posted(self, channel: Channel, handle: str | None) -> None:
        try:
            await self.pulses.posted(channel, handle)
        except StoreError as error:
            log.warning("where an incident's message stands is not kept", reason=str(error))

    def _told(self, view: ChannelView, incident: Incident, language: Language, *, is_over: bool) -> Reply:
        minutes = self.pulses.rules.quiet_seconds / 60
        shown = incident_card(self.catalogue, view, incident, language, minutes, is_over=is_over)
        return Reply(shown, Place.PUBLIC, threaded=False, is_incident=True)
