"""The commands for the team's own knowledge: ``/http-note``, ``/http-settings``, ``/http-me``; every answer private.

Discord offers them to everybody: whether somebody may change something is the core's to say, with a card that tells
who may. Each is a group of sub-commands whose options become the dataclasses of ``teapot.verbs``.
"""

from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from typing import Any, Literal, cast

import discord
from discord import app_commands
from discord.app_commands import locale_str

from teapot import mutes, settings, typed
from teapot.bot import Teapot
from teapot.card import Place, Reply
from teapot.entries import LANGUAGES
from teapot.language import LANGUAGE_NAMES, parse
from teapot.verbs import (
    ChangeSetting,
    DefineCode,
    ForgetWorkspace,
    ListNotes,
    Mute,
    RemoveCode,
    RemoveNote,
    SetMyLanguage,
    SetNote,
    SetQuiet,
    ShowHistory,
    ShowMe,
    ShowNote,
    ShowSettings,
    TeamVerb,
    Unmute,
)
from teapot_discord import limits
from teapot_discord.boundary import Boundary
from teapot_discord.incoming import origin_of

INSTALLS = app_commands.AppInstallationType(guild=True, user=True)
CONTEXTS = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
NOTE_LENGTH = app_commands.Range[str, 1, typed.MAX_TEXT]
NAME_LENGTH = app_commands.Range[str, 1, typed.MAX_NAME]
Scope = Literal["channel", "workspace"]
Choices = list[app_commands.Choice[str]]
Work = Callable[..., Coroutine[Any, Any, None]]


def sentence(teapot: Teapot, name: str) -> locale_str:
    """One of the bot's own sentences, in English and ready for translation."""
    return locale_str(teapot.catalogue.say(name, "en"), sentence=name)


def team_commands_of(boundary: Boundary) -> tuple[app_commands.Group, ...]:
    """The three groups, in English; ``Sentences`` translates their names."""
    return _note(boundary), _settings(boundary), _me(boundary)


def _note(boundary: Boundary) -> app_commands.Group:
    teapot, group = boundary.teapot, _group(boundary.teapot, "note")

    async def keep(interaction: discord.Interaction, code: str, text: NOTE_LENGTH, scope: Scope = "workspace") -> None:
        await _do(boundary, interaction, SetNote(code, text, scope))

    async def show(interaction: discord.Interaction, code: str) -> None:
        await _do(boundary, interaction, ShowNote(code))

    async def show_all(interaction: discord.Interaction) -> None:
        await _do(boundary, interaction, ListNotes())

    async def remove(interaction: discord.Interaction, code: str, scope: Scope = "workspace") -> None:
        await _do(boundary, interaction, RemoveNote(code, scope))

    async def define(interaction: discord.Interaction, code: str, phrase: NAME_LENGTH, text: NOTE_LENGTH) -> None:
        await _do(boundary, interaction, DefineCode(code, phrase, text))

    async def undefine(interaction: discord.Interaction, code: str) -> None:
        await _do(boundary, interaction, RemoveCode(code))

    _add(group, teapot, "note-set", keep, ("code", "text", "scope"))
    _add(group, teapot, "note-show", show, ("code",))
    _add(group, teapot, "note-remove", remove, ("code", "scope"))
    _add(group, teapot, "note-list", show_all)
    _add(group, teapot, "note-define", define, ("code", "phrase", "text"))
    _add(group, teapot, "note-undefine", undefine, ("code",))
    for name in ("set", "show", "remove"):
        _complete(group, name, "code", partial(_codes, teapot))
    return group


def _settings(boundary: Boundary) -> app_commands.Group:
    teapot, group = boundary.teapot, _group(boundary.teapot, "settings")

    async def show(interaction: discord.Interaction) -> None:
        await _do(boundary, interaction, ShowSettings())

    async def change(interaction: discord.Interaction, setting: str, value: str, scope: Scope = "channel") -> None:
        await _do(boundary, interaction, ChangeSetting(setting, value, scope))

    async def history(interaction: discord.Interaction) -> None:
        await _do(boundary, interaction, ShowHistory())

    async def mute(interaction: discord.Interaction, code: str = "", time: str = "", scope: Scope = "channel") -> None:
        length = typed.seconds(time) if time else mutes.FOR_GOOD
        await _do(boundary, interaction, Mute(code, -1 if length is None else length, scope))

    async def unmute(interaction: discord.Interaction, code: str = "") -> None:
        await _do(boundary, interaction, Unmute(code))

    async def forget(interaction: discord.Interaction) -> None:
        await _do(boundary, interaction, ForgetWorkspace())

    _add(group, teapot, "settings-show", show)
    _add(group, teapot, "settings-change", change, ("setting", "value", "scope"))
    _add(group, teapot, "settings-history", history)
    _add(group, teapot, "settings-mute", mute, ("code", "time", "scope"))
    _add(group, teapot, "settings-unmute", unmute, ("code",))
    _add(group, teapot, "settings-forget", forget)
    _complete(group, "change", "setting", _names)
    _complete(group, "change", "value", _values)
    for name in ("mute", "unmute"):
        _complete(group, name, "code", partial(_codes, teapot))
    return group


def _me(boundary: Boundary) -> app_commands.Group:
    teapot, group = boundary.teapot, _group(boundary.teapot, "me")

    async def show(interaction: discord.Interaction) -> None:
        await _do(boundary, interaction, ShowMe())

    async def quiet(interaction: discord.Interaction, switch: str) -> None:
        await _do(boundary, interaction, SetQuiet(quiet=switch == "on"))

    async def language(interaction: discord.Interaction, language: str) -> None:
        await _do(boundary, interaction, SetMyLanguage(parse(language)))

    named = [app_commands.Choice(name=LANGUAGE_NAMES[one], value=str(one)) for one in LANGUAGES]
    automatic = app_commands.Choice(name=sentence(teapot, "choice-auto"), value="auto")
    _add(group, teapot, "me-show", show)
    _add(group, teapot, "me-quiet", quiet, ("switch",))
    _add(group, teapot, "me-language", app_commands.choices(language=[*named, automatic])(language), ("language",))
    return group


async def _do(boundary: Boundary, interaction: discord.Interaction, verb: TeamVerb) -> None:
    async def find() -> Reply:
        reply = await boundary.teapot.do(verb, origin_of(interaction))
        return Reply(reply.card, Place.PRIVATE)

    await boundary.respond(interaction, find)


def _group(teapot: Teapot, name: str) -> app_commands.Group:
    return app_commands.Group(
        name=f"{teapot.command}-{name}",
        description=cast("str", sentence(teapot, f"command-{name}")),
        allowed_installs=INSTALLS,
        allowed_contexts=CONTEXTS,
    )


def _add(group: app_commands.Group, teapot: Teapot, name: str, work: Work, options: tuple[str, ...] = ()) -> None:
    """Add a sub-command; its name, its options and their choices are sentences of the catalogue."""
    for option in options:
        app_commands.describe(**{option: sentence(teapot, f"option-{option}")})(work)
        app_commands.rename(**{option: sentence(teapot, f"option-{option}-name")})(work)
    for option, values in (("scope", ("channel", "workspace")), ("switch", ("on", "off"))):
        if option in options:
            choices = [app_commands.Choice(name=sentence(teapot, f"choice-{one}"), value=one) for one in values]
            app_commands.choices(**{option: choices})(work)
    group.add_command(
        app_commands.Command(
            name=sentence(teapot, f"verb-{name.partition('-')[2]}"),
            description=sentence(teapot, f"command-{name}"),
            callback=cast("Any", work),
        )
    )


def _complete(
    group: app_commands.Group, name: str, option: str, lines: Callable[..., Coroutine[Any, Any, Choices]]
) -> None:
    command = group.get_command(name)
    assert isinstance(command, app_commands.Command)

    async def suggest(interaction: discord.Interaction, current: str) -> Choices:
        return await lines(interaction, current)

    command.autocomplete(option)(suggest)


async def _codes(teapot: Teapot, interaction: discord.Interaction, current: str) -> Choices:
    found = teapot.suggest(current, interaction.locale.value, limits.CHOICES)
    return [app_commands.Choice(name=limits.cut(one.label, limits.CHOICE_NAME), value=one.query) for one in found]


async def _names(_: discord.Interaction, current: str) -> Choices:
    return _choices(settings.SETTINGS, current)


async def _values(interaction: discord.Interaction, current: str) -> Choices:
    """What the setting that was chosen accepts, and what was typed, for some settings accept more than is offered."""
    chosen = settings.SETTINGS.get(str(getattr(interaction.namespace, "setting", "")))
    return _choices((*chosen.offered, settings.DEFAULT) if chosen else (), current)


def _choices(values: Iterable[str], current: str) -> Choices:
    begun = current.strip().lower()
    return [app_commands.Choice(name=one, value=one) for one in values if begun in one][: limits.CHOICES]
