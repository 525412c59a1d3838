"""The commands people find behind the slash and on a message."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import locale_str

from teapot import stats
from teapot.conversation import Command
from teapot.entries import LANGUAGES
from teapot.language import LANGUAGE_NAMES, parse
from teapot_discord import limits
from teapot_discord.boundary import Boundary
from teapot_discord.incoming import message_of, origin_of, readable
from teapot_discord.team_commands import CONTEXTS, INSTALLS, sentence, team_commands_of

DAYS = app_commands.Range[int, 1, stats.MAX_DAYS]
SlashCommand = app_commands.Command[Any, ..., Any]


def commands_of(boundary: Boundary) -> tuple[SlashCommand | app_commands.Group | app_commands.ContextMenu, ...]:
    """The slash commands and the message actions, in English; ``Sentences`` translates their names."""
    messages = (_explain(boundary), _why(boundary))
    return _ask(boundary), _help(boundary), *team_commands_of(boundary), _stats(boundary), *messages


def _ask(boundary: Boundary) -> SlashCommand:
    teapot = boundary.teapot

    async def suggest(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        lines = teapot.suggest(current, interaction.locale.value, limits.CHOICES)
        return [
            app_commands.Choice(name=limits.cut(line.label, limits.CHOICE_NAME), value=line.query) for line in lines
        ]

    @app_commands.autocomplete(query=suggest)
    @app_commands.choices(
        language=[app_commands.Choice(name=LANGUAGE_NAMES[language], value=language) for language in LANGUAGES]
    )
    @app_commands.describe(
        query=sentence(teapot, "option-query"),
        language=sentence(teapot, "option-language"),
        private=sentence(teapot, "option-private"),
    )
    @app_commands.rename(
        query=sentence(teapot, "option-query-name"),
        language=sentence(teapot, "option-language-name"),
        private=sentence(teapot, "option-private-name"),
    )
    async def ask(
        interaction: discord.Interaction, query: str, language: str | None = None, private: bool | None = None
    ) -> None:
        named = parse(language) if language is not None else None
        command = Command(origin_of(interaction), query, named, private)
        await boundary.respond(interaction, lambda: teapot.answer(command), lambda: teapot.place_of(command))

    description = sentence(teapot, "command-description")
    return _slash(teapot.command, description, ask)


def _stats(boundary: Boundary) -> SlashCommand:
    teapot = boundary.teapot

    @app_commands.describe(days=sentence(teapot, "option-days"), private=sentence(teapot, "option-private"))
    @app_commands.rename(days=sentence(teapot, "option-days-name"), private=sentence(teapot, "option-private-name"))
    async def tell(
        interaction: discord.Interaction, days: DAYS = stats.USUAL_DAYS, private: bool | None = None
    ) -> None:
        command = Command(origin_of(interaction), f"stats {days}", private=private)
        await boundary.respond(interaction, lambda: teapot.answer(command), lambda: teapot.place_of(command))

    return _slash(f"{teapot.command}-stats", sentence(teapot, "command-stats"), tell)


def _help(boundary: Boundary) -> SlashCommand:
    teapot = boundary.teapot

    async def tell(interaction: discord.Interaction) -> None:
        await boundary.respond(
            interaction, lambda: teapot.answer(Command(origin_of(interaction), query="", private=True))
        )

    return _slash(f"{teapot.command}-help", sentence(teapot, "help-title"), tell)


def _explain(boundary: Boundary) -> app_commands.ContextMenu:
    teapot = boundary.teapot

    async def explain(interaction: discord.Interaction, message: discord.Message) -> None:
        text = readable(message.content)
        await boundary.respond(interaction, lambda: teapot.explain(text, origin_of(interaction)))

    return app_commands.ContextMenu(
        name=sentence(teapot, "explain-name"),
        callback=explain,
        allowed_installs=INSTALLS,
        allowed_contexts=CONTEXTS,
    )


def _why(boundary: Boundary) -> app_commands.ContextMenu:
    teapot = boundary.teapot

    async def tell(interaction: discord.Interaction, message: discord.Message) -> None:
        origin = origin_of(interaction)
        heard = message_of(message)
        heard = replace(heard, origin=replace(heard.origin, channel=origin.channel))
        await boundary.respond(interaction, lambda: teapot.why(heard, origin))

    return app_commands.ContextMenu(
        name=sentence(teapot, "why-name"),
        callback=tell,
        allowed_installs=INSTALLS,
        allowed_contexts=CONTEXTS,
    )


def _slash(name: str, description: locale_str, callback: Callable[..., Coroutine[Any, Any, None]]) -> SlashCommand:
    return app_commands.Command(
        name=name,
        description=description,
        callback=callback,
        allowed_installs=INSTALLS,
        allowed_contexts=CONTEXTS,
    )
