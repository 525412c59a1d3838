"""The straight line between the wires: a command, a message or a press comes in, a reply goes out.

Nothing is sent here; an adapter sends what is returned.
"""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from teapot import notices, own_codes, typed_verbs, verbs
from teapot.answers import found_card
from teapot.asked import Asked
from teapot.audience import DEFAULT, Audience, Wanted, audience_of, wanted
from teapot.automatic import AutomaticReplies
from teapot.card import Card, Place, Reply
from teapot.cards import card, private
from teapot.catalogue import Catalogue
from teapot.conversation import Command, IncomingMessage, Origin
from teapot.decision import Rules
from teapot.entries import Language
from teapot.health import Health
from teapot.knowledge import ChannelView, PersonWish
from teapot.language import of_locale, of_text
from teapot.log_times import span
from teapot.lookup import Index, Suggestion, look_up, suggest
from teapot.mentions import find_mentions
from teapot.notes import with_notes
from teapot.own_codes import own_card
from teapot.press import Press, Verb
from teapot.problems import StoreError, UsageError
from teapot.pulses import Pulses
from teapot.replies import Replies
from teapot.small import small_card_in
from teapot.tallies import Tallies
from teapot.team import Team
from teapot.why import why_card

HELP_WORDS = frozenset({"help", "?", "帮助", "幫助", "說明", "说明"})


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
    tallies: Tallies
    pulses: Pulses
    language: Language | None = None
    command: str = "http"
    clock: Callable[[], float] = time.time

    async def answer(self, command: Command) -> Reply:
        """The card for a query, or what a verb of the team's own knowledge says.

        Private when the asker or the channel wishes so, or when there is nothing for others to read.
        """
        asker = await self._audience(command.origin)
        try:
            verb = typed_verbs.parse(command.query)
        except UsageError as error:
            return verbs.refusal(error, self._asked(asker, command.language))
        asks = wanted(command, asker)
        if isinstance(verb, verbs.ShowStats):
            verb = replace(verb, is_private=asks.is_private)
            return await verbs.carry_out(verb, self._asked(asker, asks.language))
        if verb is not None:
            return await verbs.carry_out(verb, self._asked(asker, command.language))
        if not asks.query or asks.query.lower() in HELP_WORDS:
            problem = self.team.overlay.problem
            return Reply(notices.help_card(self.catalogue, self.command, asks.language, problem), Place.PRIVATE)
        shown, key = self._found(asks, asker.view)
        if key is None:
            return Reply(shown, Place.PRIVATE)
        self.tallies.ask(command.origin.channel, key.split("~"))
        shown = self._complete(shown, asker)
        return (
            Reply(private(shown, self.catalogue, key), Place.PRIVATE) if asks.is_private else Reply(shown, Place.PUBLIC)
        )

    def place_of(self, command: Command) -> Place:
        """Where the answer to a command will go, as far as memory tells; for a platform that must know it before.

        PUBLIC is never said of what the asker wants for themselves alone.
        """
        view = self.team.view_as_remembered(command.origin.channel)
        asks = wanted(command, Audience(command.origin, view, PersonWish(), self.language, is_complete=False))
        try:
            verb = typed_verbs.parse(command.query)
        except UsageError:
            return Place.PRIVATE
        if verb is not None:
            is_shown = isinstance(verb, verbs.ShowStats)
        else:
            is_shown = asks.query.lower() not in HELP_WORDS and self._found(asks, view)[1] is not None
        return Place.PUBLIC if is_shown and not asks.is_private else Place.PRIVATE

    async def do(self, verb: verbs.TeamVerb, origin: Origin, language: Language | None = None) -> Reply:
        """What a verb says that somebody chose from a platform's own form; always private."""
        return await verbs.carry_out(verb, self._asked(await self._audience(origin), language))

    @property
    def automatic(self) -> AutomaticReplies:
        """What speaks up by itself."""
        return AutomaticReplies(
            self.catalogue,
            self.replies,
            self.team,
            self.tallies,
            self.pulses,
            self.rules,
            self.language,
            self.clock,
        )

    async def explain(self, text: str, origin: Origin) -> Reply:
        """A private small card for every status that a message names, whoever wrote it and whenever."""
        asker = await self._audience(origin)
        language = asker.alone(of_text(text))
        mentions = find_mentions(text)
        counts = Counter(mention.code for mention in mentions)
        if not counts:
            return Reply(notices.notice(self.catalogue, "no-mentions", language), Place.PRIVATE)
        shown = small_card_in(asker.view, self.catalogue, tuple(counts), language, "", counts, span(text, mentions))
        return Reply(self._complete(shown, asker), Place.PRIVATE)

    async def why(self, message: IncomingMessage, origin: Origin) -> Reply:
        """Tells the asker alone why a message was or was not answered: every gate in order, worked out just now."""
        language = (await self._audience(origin)).alone(of_text(message.text))
        try:
            shown = why_card(self.catalogue, await self.automatic.read(message), language)
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
        presser = await self._audience(origin)
        verb = verbs.of_press(press)
        if verb is not None:
            reply = await verbs.carry_out(verb, self._asked(presser, press.language))
            return reply if reply.place is Place.PUBLIC else replace(reply, place=place)
        try:
            shown = self._complete(self._card(press, presser.view), presser)
        except KeyError:
            return Reply(notices.notice(self.catalogue, "gone", press.language), Place.PRIVATE)
        if press.verb is Verb.SHARE:
            return Reply(shown, Place.PUBLIC)
        return Reply(private(shown, self.catalogue, press.key), place)

    def understands(self, query: str) -> bool:
        """Whether a query is a verb of ours or finds an entry, without doing or reading anything."""
        try:
            if typed_verbs.parse(query) is not None:
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

    async def _audience(self, origin: Origin) -> Audience:
        return await audience_of(self.team, origin, self.language)

    def _asked(self, asker: Audience, language: Language | None) -> Asked:
        return Asked(
            self.catalogue,
            self.team,
            self.tallies,
            asker.origin,
            language or asker.alone(),
            self.command,
            self.clock(),
        )

    def _found(self, asks: Wanted, view: ChannelView) -> tuple[Card, str | None]:
        """The card for a query with the team's words on it, and the key it is about; none when nothing was found."""
        own = own_codes.find(view, asks.query)
        if own is not None:
            return own_card(self.catalogue, own, view, asks.language), own.code
        shown, key = found_card(self.catalogue, look_up(self.index, asks.query), asks.language)
        if key is None:
            return shown, None
        return with_notes(self.catalogue, shown, view, key.split("~"), small=False), key

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

    def _complete(self, shown: Card, reader: Audience) -> Card:
        """The card, saying so when the team's notes could not be read."""
        if reader.is_complete:
            return shown
        missing = self.catalogue.say("notes-missing", shown.language)
        return replace(shown, footer=" · ".join(filter(None, (shown.footer, missing))))
