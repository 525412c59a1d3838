"""The straight line between the wires: a command, a message or a press comes in, a reply goes out.

Nothing is sent here; an adapter sends what is returned.
"""

import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace

import structlog

from teapot import hearing, notices, own_codes, verbs
from teapot.answers import found_card
from teapot.asked import Asked
from teapot.card import Card, Place, Reply
from teapot.cards import card, private
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, Command, IncomingMessage, Origin, Person
from teapot.decision import Decision, Reason, Rules
from teapot.entries import Language
from teapot.following import Action, Deleted, EditedTo, Event, Follow, NotPosted, Posted
from teapot.health import Health
from teapot.hearing import Heard, mentions_in
from teapot.knowledge import ChannelView, PersonWish
from teapot.language import of_locale, of_text, parse
from teapot.lookup import Index, Suggestion, look_up, suggest
from teapot.mentions import find_mentions
from teapot.notes import with_notes
from teapot.own_codes import own_card
from teapot.press import Press, Verb
from teapot.problems import StoreError, UsageError
from teapot.replies import Replies, packed
from teapot.settings import language_of
from teapot.small import MAX_TOLD, small_card
from teapot.team import Team
from teapot.why import why_card

HELP_WORDS = frozenset({"help", "?", "帮助", "幫助", "說明", "说明"})
DEFAULT: Language = "en"
WHOLE_CHANNEL = ""
"""In the place of a message's id, the turn of all messages of a channel."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Known:
    """What holds where something was asked; not complete when the database is away."""

    view: ChannelView
    wish: PersonWish
    is_complete: bool = True


@dataclass(frozen=True, slots=True)
class Teapot:
    """The bot without a platform. ``command`` is the slash command's name.

    ``language`` is what the operator chose for everybody, None when each is to be answered in their own. ``clock``
    gives epoch seconds.
    """

    catalogue: Catalogue
    index: Index
    replies: Replies
    health: Health
    rules: Rules
    team: Team
    language: Language | None = None
    command: str = "http"
    clock: Callable[[], float] = time.time

    async def answer(self, command: Command) -> Reply:
        """The card for a query, or what a verb of the team's own knowledge says.

        Private when the asker or the channel wishes so, or when there is nothing for others to read.
        """
        known = await self._known(command.origin)
        try:
            verb = verbs.parse(command.query)
        except UsageError as error:
            return verbs.refusal(error, self._asked(command.origin, known, command.language))
        if verb is not None:
            return await verbs.carry_out(verb, self._asked(command.origin, known, command.language))
        language, is_private, query = self._options(command, known)
        if not query or query.lower() in HELP_WORDS:
            problem = self.team.overlay.problem
            return Reply(notices.help_card(self.catalogue, self.command, language, problem), Place.PRIVATE)
        own = own_codes.find(known.view, query)
        if own is not None:
            shown, key = own_card(self.catalogue, own, known.view, language), own.code
        else:
            shown, found = found_card(self.catalogue, look_up(self.index, query), language)
            if found is None:
                return Reply(shown, Place.PRIVATE)
            key = found
            shown = with_notes(self.catalogue, shown, known.view, key.split("~"), small=False)
        shown = self._complete(shown, known)
        return Reply(private(shown, self.catalogue, key), Place.PRIVATE) if is_private else Reply(shown, Place.PUBLIC)

    async def do(self, verb: verbs.TeamVerb, origin: Origin, language: Language | None = None) -> Reply:
        """What a verb says that somebody chose from a platform's own form; always private."""
        return await verbs.carry_out(verb, self._asked(origin, await self._known(origin), language))

    async def hear(self, message: IncomingMessage) -> tuple[Decision, Reply | None]:
        """Decide whether a message is answered by itself, take it if so, and give the small card.

        A message that names no status costs no more than reading it. Silent when the database is away.
        """
        channel = message.origin.channel
        if not mentions_in(message):
            return Decision((), Reason.NOTHING_MENTIONED), None
        try:
            async with self.replies.turn(channel, WHOLE_CHANNEL):
                decision, heard = await self._take(message)
        except StoreError as error:
            log.warning("kept quiet: the database is away", reason=str(error))
            return Decision((), Reason.DATABASE_AWAY), None
        if not decision.codes or heard is None:
            return decision, None
        return decision, replace(self._reply(heard, decision.codes), codes=packed(heard.named()))

    async def _take(self, message: IncomingMessage) -> tuple[Decision, Heard | None]:
        """Decide and claim, one message of a channel after the other, or together they would pass the budget."""
        heard = await self._read(message)
        if heard is None:
            return Decision((), Reason.NOTHING_MENTIONED), None
        decision, named, now = heard.decision(), heard.named(), heard.facts.now
        channel = message.origin.channel
        if decision.codes and not await self.replies.claim(channel, message.id, decision.codes, now, named):
            return Decision((), Reason.ALREADY_ANSWERED), None
        return decision, heard

    def turn(self, channel: Channel, message: str) -> AbstractAsyncContextManager[None]:
        """Hold from hearing of a message until all that comes of it is sent: then edits and deletions wait for it."""
        return self.replies.turn(channel, message)

    async def posted(self, message: IncomingMessage, reply: Reply, handle: str | None) -> Follow | None:
        """Take in where an automatic reply was posted, None when it could not be; gives what has changed since.

        ``handle`` is the platform's id of our message, at most 64 characters. Never raises for the database.
        """
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

    async def _follow(self, message: IncomingMessage, event: Event | None) -> Follow | None:
        """``event`` is None for an edit, whose codes are then read. An edit of what is not answered is heard."""
        channel = message.origin.channel
        try:
            heard = await self._read(message) if event is None else None
            codes = packed(heard.named()) if heard is not None else ()
            outcome = await self.replies.follow(channel, message.id, event or EditedTo(codes))
            if outcome.action is Action.EDIT and heard is None:
                heard = await self._read(message)
        except StoreError as error:
            log.warning("did not follow a message: the database is away", reason=str(error))
            return None
        if outcome.action is Action.POST:
            _, reply = await self.hear(message)
            return None if reply is None else Follow("", reply)
        if outcome.action is Action.EDIT and heard is not None:
            return Follow(outcome.handle, replace(self._reply(heard, outcome.codes), codes=outcome.codes))
        return None if outcome.action is Action.NOTHING else Follow(outcome.handle, None)

    async def _read(self, message: IncomingMessage) -> Heard | None:
        """A message with all that bears upon it; None when it names nothing. Raises StoreError."""
        mentions = mentions_in(message)
        if not mentions:
            return None
        return await hearing.read(message, mentions, self.team, self.replies, self.rules, self.clock())

    def _reply(self, heard: Heard, codes: Sequence[str]) -> Reply:
        """The small card for a message, in its channel's language or its own."""
        message, held = heard.message, heard.view.setting("language")
        chosen = (language_of(held) if held.source == "channel" else None, of_text(message.text), language_of(held))
        language: Language = next(filter(None, (*chosen, self.language)), DEFAULT)
        counts = Counter(mention.code for mention in heard.mentions)
        shown = self._small(codes, language, message.origin.person.id, heard.view, counts)
        return Reply(shown, Place.PUBLIC, threaded=heard.view.setting("place").value == "thread")

    async def explain(self, text: str, origin: Origin) -> Reply:
        """A private small card for every status that a message names, whoever wrote it and whenever."""
        known = await self._known(origin)
        language = self._private_language(origin, known, of_text(text))
        counts = Counter(mention.code for mention in find_mentions(text))
        if not counts:
            return Reply(notices.notice(self.catalogue, "no-mentions", language), Place.PRIVATE)
        return Reply(self._complete(self._small(tuple(counts), language, "", known.view, counts), known), Place.PRIVATE)

    async def why(self, message: IncomingMessage, origin: Origin) -> Reply:
        """Tells the asker alone why a message was or was not answered: every gate in order, worked out just now."""
        known = await self._known(origin)
        language = self._private_language(origin, known, of_text(message.text))
        try:
            shown = why_card(self.catalogue, await self._read(message), language)
        except StoreError:
            shown = notices.notice(self.catalogue, "why-away", language)
        return Reply(shown, Place.PRIVATE)

    async def press(self, press: Press, origin: Origin, *, on_private_card: bool) -> Reply:
        """What a button does: over the card on a private card, else for the presser alone."""
        place = Place.REPLACE if on_private_card else Place.PRIVATE
        if press.verb is Verb.REMOVE:
            person = origin.person
            if person.manages or person.manages_workspace or (press.owner and person.id == press.owner):
                return Reply(None, Place.DELETE)
            return Reply(notices.notice(self.catalogue, "remove-refused", press.language), Place.PRIVATE)
        known = await self._known(origin)
        verb = verbs.of_press(press)
        if verb is not None:
            return replace(await verbs.carry_out(verb, self._asked(origin, known, press.language)), place=place)
        try:
            shown = self._complete(self._card(press, known.view), known)
        except KeyError:
            return Reply(notices.notice(self.catalogue, "gone", press.language), Place.PRIVATE)
        if press.verb is Verb.SHARE:
            return Reply(shown, Place.PUBLIC)
        return Reply(private(shown, self.catalogue, press.key), place)

    def understands(self, query: str) -> bool:
        """Whether a query is a verb of ours or finds an entry, without doing or reading anything."""
        try:
            if verbs.parse(query) is not None:
                return True
        except UsageError:
            return True
        return found_card(self.catalogue, look_up(self.index, query), DEFAULT)[1] is not None

    def suggest(self, typed: str, locale: str | None, most: int) -> tuple[Suggestion, ...]:
        """Autocomplete lines in the person's language, at most ``most``."""
        return suggest(self.index, typed, of_locale(locale) or self.language or DEFAULT, most)

    def failure(self, locale: str | None) -> Reply:
        """What to show when something broke on our side."""
        return Reply(
            notices.notice(self.catalogue, "failure", of_locale(locale) or self.language or DEFAULT), Place.PRIVATE
        )

    async def _known(self, origin: Origin) -> _Known:
        """What the team and the person want, as far as it can be read."""
        try:
            view = await self.team.view(origin.channel)
            return _Known(view, await self.team.wish(origin.channel, origin.person.id))
        except StoreError:
            return _Known(self.team.view_without_store(origin.channel), PersonWish(), is_complete=False)

    def _asked(self, origin: Origin, known: _Known, language: Language | None) -> Asked:
        spoken = language or self._private_language(origin, known, None)
        return Asked(self.catalogue, self.team, origin, spoken, self.command, self.clock())

    def _private_language(self, origin: Origin, known: _Known, written: Language | None) -> Language:
        person = known.wish.language or of_locale(origin.person.locale)
        wishes = (person, written, language_of(known.view.setting("language")), self.language)
        return next(filter(None, wishes), DEFAULT)

    def _small(
        self, codes: Sequence[str], language: Language, owner: str, view: ChannelView, counts: Mapping[str, int]
    ) -> Card:
        shown = small_card(self.catalogue, codes, language, owner, view.own_codes(), counts)
        return with_notes(self.catalogue, shown, view, codes[:MAX_TOLD], small=True)

    def _card(self, press: Press, view: ChannelView) -> Card:
        """Raises KeyError for what neither the team nor the catalogue knows."""
        own = view.own_code(press.key)
        if own is not None:
            return own_card(self.catalogue, own, view, press.language)
        wanted = Verb.SUMMARY if press.verb is Verb.SHARE else press.verb
        shown = card(self.catalogue, press.key, press.language, wanted)
        if wanted is Verb.CONSTANTS:
            return shown
        return with_notes(self.catalogue, shown, view, press.key.split("~"), small=False)

    def _complete(self, shown: Card, known: _Known) -> Card:
        """The card, saying so when the team's notes could not be read."""
        if known.is_complete:
            return shown
        missing = self.catalogue.say("notes-missing", shown.language)
        return replace(shown, footer=" · ".join(filter(None, (shown.footer, missing))))

    def _options(self, command: Command, known: _Known) -> tuple[Language, bool, str]:
        """Language, privacy and what is left of the query, from the platform's options and from words at its end."""
        language, is_private = command.language, command.private
        words = command.query.split()
        while words:
            named = parse(words[-1].removeprefix("lang=").removeprefix("--"))
            if words[-1].lower() in {"private", "--private"}:
                is_private = True
            elif words[-1].lower() in {"public", "--public"}:
                is_private = False
            elif named is not None and language is None and len(words) > 1:
                language = named
            else:
                break
            words.pop()
        query = " ".join(words)
        if is_private is None:
            is_private = known.view.setting("commands").value == "private"
        typed, held = of_text(query), known.view.setting("language")
        if is_private:
            return language or self._private_language(command.origin, known, typed), True, query
        here = language_of(held) if held.source == "channel" else None
        person = of_locale(command.origin.person.locale)
        wishes = (language, here, typed, language_of(held), self.language, person)
        return next(filter(None, wishes), DEFAULT), False, query
