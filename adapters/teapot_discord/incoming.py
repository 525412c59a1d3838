"""From Discord's words to ours: who asks, where, and what a message says."""

import re

import discord

from teapot.conversation import Channel, IncomingMessage, Origin, Person

PLATFORM = "discord"
_ENTITY = re.compile(
    r"<(?:a?:\w{1,32}:\d{1,20}|(?:@[!&]?|#)\d{1,20}|t:-?\d{1,15}(?::\w)?|/[^<>:\n]{1,100}:\d{1,20}|id:\w{1,32})>"
)
_QUOTE = re.compile(r"(```.*?```)|^>>> .*\Z|^> [^\n]*", re.MULTILINE | re.DOTALL)
_SPOKEN = (discord.MessageType.default, discord.MessageType.reply)


def origin_of(interaction: discord.Interaction) -> Origin:
    """Where somebody used a command or a button, and who.

    A direct talk with the bot is the person's own; in a channel Discord says what they may (docs: Permissions).
    """
    is_alone = interaction.guild_id is None and interaction.context.dm_channel
    person = Person(
        id=str(interaction.user.id),
        locale=interaction.locale.value,
        manages=interaction.permissions.manage_channels or is_alone,
        manages_workspace=interaction.permissions.manage_guild,
        name=interaction.user.display_name,
    )
    return Origin(Channel(PLATFORM, str(interaction.guild_id or ""), str(interaction.channel_id or "")), person)


def message_of(message: discord.Message) -> IncomingMessage:
    """A message as the core hears it, without what it quotes."""
    workspace = str(message.guild.id) if message.guild is not None else ""
    is_bot = message.author.bot or message.webhook_id is not None or message.type not in _SPOKEN
    return IncomingMessage(
        origin=Origin(Channel(PLATFORM, workspace, str(message.channel.id)), Person(str(message.author.id), is_bot)),
        id=str(message.id),
        text=readable(_QUOTE.sub(_code_alone, message.content)),
        sent_at=message.created_at.timestamp(),
    )


def query_to(me: discord.ClientUser, message: discord.Message) -> str | None:
    """What a message asks of the bot whose mention it begins with; None when it begins otherwise."""
    content = message.content.lstrip()
    for mention in (f"<@{me.id}>", f"<@!{me.id}>"):
        if content.startswith(mention):
            return readable(content.removeprefix(mention)).strip()
    return None


def readable(content: str) -> str:
    """The text without mentions, custom emoji and time stamps, whose ids are no words of a person."""
    return _ENTITY.sub(" ", content)


def _code_alone(found: re.Match[str]) -> str:
    """Code may hold prompts that only look like quotes."""
    return found[1] or ""
