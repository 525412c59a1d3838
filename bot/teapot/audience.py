"""Who is answered: what holds where they are, in which language they read, and whether others read along."""

from dataclasses import dataclass

from teapot.conversation import Command, Origin
from teapot.entries import Language
from teapot.knowledge import ChannelView, PersonWish
from teapot.language import of_locale, of_text, parse
from teapot.presence import HURRY_SECONDS
from teapot.problems import StoreError
from teapot.settings import language_of
from teapot.team import Team

DEFAULT: Language = "en"
PRIVATE, PUBLIC = frozenset({"private", "--private"}), frozenset({"public", "--public"})


@dataclass(frozen=True, slots=True)
class Audience:
    """A person at a place. ``is_complete`` is False when the database is away and only the operator's word is known.

    ``usual`` is the language the operator chose for everybody, None when each is to be answered in their own.
    """

    origin: Origin
    view: ChannelView
    wish: PersonWish
    usual: Language | None
    is_complete: bool = True

    def alone(self, written: Language | None = None) -> Language:
        """The language for what only they read, perhaps about a text that is ``written`` in one."""
        person = self.wish.language or of_locale(self.origin.person.locale)
        wishes = (person, written, language_of(self.view.setting("language")), self.usual)
        return next(filter(None, wishes), DEFAULT)

    def together(self, typed: Language | None = None) -> Language:
        """The language for what the whole channel reads, perhaps about words ``typed`` in one."""
        held = self.view.setting("language")
        here = language_of(held) if held.source == "channel" else None
        wishes = (here, typed, language_of(held), self.usual, of_locale(self.origin.person.locale))
        return next(filter(None, wishes), DEFAULT)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query without its options, and how it is to be answered."""

    query: str
    language: Language
    is_private: bool


async def audience_of(team: Team, origin: Origin, usual: Language | None) -> Audience:
    """What holds for somebody, as far as it can be read."""
    try:
        view = await team.view(origin.channel, HURRY_SECONDS)
        return Audience(origin, view, await team.wish(origin.channel, origin.person.id, HURRY_SECONDS), usual)
    except StoreError:
        return Audience(origin, team.view_without_store(origin.channel), PersonWish(), usual, is_complete=False)


def wanted(command: Command, asker: Audience) -> Wanted:
    """What a command asks for, by the platform's options and by words at the end of its query."""
    language, is_private = command.language, command.private
    words = command.query.split()
    while words:
        named = _language(words[-1])
        if words[-1].lower() in PRIVATE:
            is_private = True
        elif words[-1].lower() in PUBLIC:
            is_private = False
        elif named is not None and language is None and len(words) > 1:
            language = named
        else:
            break
        words.pop()
    query = " ".join(words)
    if is_private is None:
        is_private = asker.view.setting("commands").value == "private"
    typed = of_text(query)
    return Wanted(query, language or (asker.alone(typed) if is_private else asker.together(typed)), is_private)


def without_options(query: str) -> str:
    """A query without the words at its end that only say how it is to be answered."""
    words = query.split()
    while words and (words[-1].lower() in PRIVATE | PUBLIC or _language(words[-1]) is not None):
        words.pop()
    return " ".join(words)


def _language(word: str) -> Language | None:
    return parse(word.removeprefix("lang=").removeprefix("--"))
