"""The verbs of the team's own knowledge: what there is to ask for, who may do it, and what does it.

Slack and a typed query give words, which ``typed_verbs`` reads; Discord's options fill the same dataclasses.
"""

import re
from dataclasses import dataclass
from typing import assert_never

from teapot import mutes, notes, own_codes, people, settings, stats, workspaces
from teapot.asked import Asked, Where
from teapot.card import Reply
from teapot.entries import Language
from teapot.press import Press, Verb
from teapot.problems import StoreError, UsageError


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """What holds here."""


@dataclass(frozen=True, slots=True)
class ChangeSetting:
    """Choose a value; "default" takes the choice back."""

    name: str
    value: str
    where: Where = "channel"


@dataclass(frozen=True, slots=True)
class ShowHistory:
    """Who changed what."""


@dataclass(frozen=True, slots=True)
class ForgetWorkspace:
    """Forget all that is kept of the workspace; asks first unless ``confirmed``."""

    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class SetNote:
    """Keep a note on a code or class."""

    key: str
    text: str
    where: Where = "workspace"


@dataclass(frozen=True, slots=True)
class ShowNote:
    """The note on a code or class."""

    key: str


@dataclass(frozen=True, slots=True)
class ListNotes:
    """Every note and own code."""


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """Take a note away."""

    key: str
    where: Where = "workspace"


@dataclass(frozen=True, slots=True)
class DefineCode:
    """Give a code the team's own meaning."""

    code: str
    phrase: str
    text: str


@dataclass(frozen=True, slots=True)
class RemoveCode:
    """Take the team's own meaning away."""

    code: str


@dataclass(frozen=True, slots=True)
class ShowMe:
    """What the person wished."""


@dataclass(frozen=True, slots=True)
class SetQuiet:
    """Never answer this person automatically, or do so again."""

    quiet: bool


@dataclass(frozen=True, slots=True)
class SetMyLanguage:
    """Answer this person in a language; None finds it out."""

    language: Language | None


@dataclass(frozen=True, slots=True)
class Mute:
    """Keep quiet about a code, or with "" in the channel; ``length`` in seconds, 0 for good, None asks for it."""

    code: str = ""
    length: int | None = 0
    where: Where = "channel"


@dataclass(frozen=True, slots=True)
class Unmute:
    """Speak again about a code, or with "" in the channel."""

    code: str = ""


@dataclass(frozen=True, slots=True)
class ShowStats:
    """What was counted in the channel over so many days; for all to see unless ``is_private``."""

    days: int = stats.USUAL_DAYS
    is_private: bool = False


Change = ChangeSetting | ForgetWorkspace | SetNote | RemoveNote | DefineCode | RemoveCode | Mute | Unmute
"""What only those may do who may manage the channel."""

TeamVerb = Change | ShowSettings | ShowHistory | ShowNote | ListNotes | ShowMe | SetQuiet | SetMyLanguage | ShowStats


def of_press(press: Press) -> TeamVerb | None:
    """The verb behind a button, None for a button that shows or shares a card."""
    if press.verb is Verb.FORGET:
        return ForgetWorkspace(confirmed=True)
    if press.verb is Verb.UNMUTE:
        return Unmute(press.key)
    if press.verb is Verb.MUTE:
        code, _, length = press.key.partition("~")
        return Mute(code, int(length) if re.fullmatch("[0-9]{1,9}", length) else None)
    if press.verb is Verb.STATS:
        is_number = re.fullmatch("[0-9]{1,3}", press.key) is not None
        return ShowStats(min(max(int(press.key), 1), stats.MAX_DAYS) if is_number else stats.USUAL_DAYS)
    return None


async def carry_out(verb: TeamVerb, asked: Asked) -> Reply:
    """Do it and tell what holds now; refusals and failures are private cards that say what was expected.

    Only statistics may be for all to see.
    """
    person = asked.origin.person
    if isinstance(verb, Change) and not (person.manages or person.manages_workspace):
        return asked.notice("not-allowed")
    if asked.channel.workspace and is_for_workspace(verb) and not person.manages_workspace:
        return asked.notice("not-allowed-everywhere")
    try:
        return await _carry_out(verb, asked)
    except UsageError as error:
        return refusal(error, asked)
    except StoreError:
        if isinstance(verb, ShowStats):
            return asked.notice("stats-away")
        changes = isinstance(verb, Change | SetQuiet | SetMyLanguage)
        return asked.notice("not-saved" if changes else "store-away")


def is_for_workspace(verb: TeamVerb) -> bool:
    """Whether it changes something for every channel, which takes more than the right to manage one."""
    match verb:
        case ChangeSetting(name, _, where):
            return where == "workspace" or (name in settings.SETTINGS and settings.SETTINGS[name].only_workspace)
        case SetNote(where=where) | RemoveNote(where=where) | Mute(length=int(), where=where):
            return where == "workspace"
        case ForgetWorkspace() | DefineCode() | RemoveCode():
            return True
    return False


def refusal(error: UsageError, asked: Asked) -> Reply:
    """The private card that says what was expected."""
    return asked.card(asked.say("usage-title"), asked.say(str(error), **error.values))


async def _carry_out(verb: TeamVerb, asked: Asked) -> Reply:  # noqa: C901, PLR0912  a table of the verbs
    match verb:
        case ShowSettings():
            return await settings.show(asked)
        case ChangeSetting(name, value, where):
            return await settings.change(asked, name, value, where)
        case ShowHistory():
            return await settings.history(asked)
        case ForgetWorkspace(confirmed):
            return await workspaces.forget(asked) if confirmed else workspaces.offer(asked)
        case SetNote(key, text, where):
            return await notes.change(asked, key, text, where)
        case ShowNote(key):
            return await notes.show(asked, key)
        case ListNotes():
            return await notes.show_all(asked)
        case RemoveNote(key, where):
            return await notes.remove(asked, key, where)
        case DefineCode(code, phrase, text):
            return await own_codes.define(asked, code, phrase, text)
        case RemoveCode(code):
            return await own_codes.remove(asked, code)
        case ShowMe():
            return await people.show(asked)
        case SetQuiet(quiet):
            return await people.be_quiet(asked, quiet=quiet)
        case SetMyLanguage(language):
            return await people.speak(asked, language)
        case Mute(code, length, where):
            return mutes.offer(asked, code) if length is None else await mutes.keep_quiet(asked, code, length, where)
        case Unmute(code):
            return await mutes.speak_again(asked, code)
        case ShowStats(days, is_private):
            return await stats.show(asked, days, is_private=is_private)
        case _:
            assert_never(verb)
