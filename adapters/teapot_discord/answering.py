"""Answering a command or a press: at once, or first with a sign that the answer comes.

Discord wants a sign within three seconds, and what it is given then decides who reads the answer (docs: Interactions,
Responding, ``EPHEMERAL``). A deferred answer may be given for 15 minutes.
"""

import discord

from teapot.card import Place, Reply
from teapot_discord import render
from teapot_discord.delivery import POST_SECONDS, arguments, deliver, files, showable

FIRST_ANSWER_SECONDS = 3.0
"""After this an interaction is lost."""

PATIENCE_SECONDS = 2.0
"""An answer that is not there by then is deferred."""

NOTHING_FOR_OTHERS = "…"


async def defer(interaction: discord.Interaction, place: Place) -> None:
    """Show that the answer comes, to those who will read it there.

    Where nothing was heard of it in time, it may have been taken all the same, and another first answer is too late.
    """

    async def send() -> None:
        await interaction.response.defer(ephemeral=place is Place.PRIVATE, thinking=place is not Place.REPLACE)

    await deliver(send, FIRST_ANSWER_SECONDS - PATIENCE_SECONDS, interaction=interaction.id)


async def answer(interaction: discord.Interaction, reply: Reply, deferred: Place | None = None) -> None:
    """Answer a command or a press in the place the reply names; ``deferred`` is where it was said to come."""
    reply = showable(reply, interaction.app_permissions, channel=interaction.channel_id)
    if deferred is None:
        await _answer_first(interaction, reply)
    else:
        await _answer_later(interaction, reply, deferred)


async def _answer_first(interaction: discord.Interaction, reply: Reply) -> None:
    first = interaction.response
    if reply.place is Place.DELETE:
        if await deliver(first.defer, FIRST_ANSWER_SECONDS, interaction=interaction.id):
            await _delete(interaction)
        return
    drawn = arguments(render.body(reply))

    async def send() -> None:
        if reply.place is Place.REPLACE:
            await first.edit_message(**{**drawn, "content": None}, attachments=files(reply))
        else:
            await first.send_message(**drawn, files=files(reply), ephemeral=reply.place is Place.PRIVATE)

    await deliver(send, FIRST_ANSWER_SECONDS, interaction=interaction.id)


async def _answer_later(interaction: discord.Interaction, reply: Reply, deferred: Place) -> None:
    """In place of the sign; beside it where the sign would show to others, or hide, what the reply does not mean to.

    What turns out to be for the asker alone is never shown to others. The sign for a card that is to be changed is the
    card itself, so that another answer needs a message of its own.
    """
    if reply.place is Place.DELETE:
        await _delete(interaction)
        return
    drawn = arguments(render.body(reply))
    is_card = deferred is Place.REPLACE and reply.place is not Place.REPLACE
    is_open = deferred is Place.PUBLIC and reply.place is not Place.PUBLIC

    async def send() -> None:
        if is_card or is_open:
            await interaction.followup.send(**drawn, files=files(reply), ephemeral=reply.place is not Place.PUBLIC)
        else:
            await interaction.edit_original_response(**{**drawn, "content": None}, attachments=files(reply))

    if is_open:
        await _end_sign(interaction)
    await deliver(send, POST_SECONDS, interaction=interaction.id)
    if is_open:
        await _delete(interaction)


async def _end_sign(interaction: discord.Interaction) -> None:
    """Until then the next message becomes the sign's own, and once the sign is deleted Discord takes none."""

    async def send() -> None:
        await interaction.edit_original_response(content=NOTHING_FOR_OTHERS)

    await deliver(send, POST_SECONDS, interaction=interaction.id)


async def _delete(interaction: discord.Interaction) -> None:
    await deliver(interaction.delete_original_response, POST_SECONDS, interaction=interaction.id)
