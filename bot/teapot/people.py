"""What people want for themselves: not to be answered automatically, and their language. It holds in every channel."""

from sqlalchemy import delete

from teapot.asked import Asked
from teapot.card import Reply, Section
from teapot.entries import Language
from teapot.knowledge import PersonWish
from teapot.language import LANGUAGE_NAMES, parse
from teapot.presence import HURRY_SECONDS
from teapot.store import put
from teapot.tables import person


async def show(asked: Asked) -> Reply:
    """What somebody wished so far and how to change it. Raises StoreError."""
    return _card(asked, await asked.team.wish(asked.channel, asked.origin.person.id, HURRY_SECONDS), "me-title")


async def be_quiet(asked: Asked, *, quiet: bool) -> Reply:
    """Never answer this person automatically, or do so again. Raises StoreError when it is not saved."""
    return await _change(asked, quiet=quiet)


async def speak(asked: Asked, language: Language | None) -> Reply:
    """Answer this person in a language; None finds it out again. Raises StoreError when it is not saved."""
    return await _change(asked, language=language or "")


async def _change(asked: Asked, *, quiet: bool | None = None, language: str | None = None) -> Reply:
    """A wish in a private talk replaces those in every workspace of the platform, as it holds everywhere."""
    channel, who = asked.channel, asked.origin.person.id
    before = await asked.team.wish(channel, who, HURRY_SECONDS)
    row = {
        "platform": channel.platform,
        "workspace": channel.workspace,
        "person": who,
        "quiet": before.quiet if quiet is None else quiet,
        "language": (before.language or "") if language is None else language,
    }
    async with asked.team.changing(channel) as connection:
        if not channel.workspace:
            elsewhere = (person.c.platform == channel.platform, person.c.person == who)
            await connection.execute(delete(person).where(*elsewhere))
        await put(connection, person, row)
    return _card(asked, PersonWish(bool(row["quiet"]), parse(str(row["language"]))), "me-changed-title")


def _card(asked: Asked, wish: PersonWish, title: str) -> Reply:
    quiet = asked.say("me-quiet" if wish.quiet else "me-answered")
    language = (
        asked.say("me-language", language=LANGUAGE_NAMES[wish.language])
        if wish.language
        else asked.say("me-language-auto")
    )
    how = Section(asked.say("me-how"), (asked.say("me-how-quiet"), asked.say("me-how-language")))
    return asked.card(asked.say(title), "", (Section(asked.say("me-now"), (quiet, language)), how))
