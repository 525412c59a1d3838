"""Discord: discord.py in, embeds out. Also a discord.py extension for a bot that a team already runs.

``await bot.load_extension("teapot_discord")`` adds the commands and the automatic reply to any ``commands.Bot``.
"""

from typing import cast


async def setup(bot: object) -> None:
    """Add Teapot to a ``discord.ext.commands.Bot``, set up from the environment.

    The bot syncs its tree itself. Raises ConfigError and StoreError, which discord.py wraps in ExtensionFailed.
    """
    from teapot_discord.extension import AnyBot, add_to  # noqa: PLC0415  previews need no discord.py

    await add_to(cast(AnyBot, bot))
