"""Keeping quiet about a code or in a channel, for a while or for good."""

import re

from sqlalchemy import delete, or_

from teapot.asked import Asked, Where
from teapot.card import Button, Reply
from teapot.press import Press, Verb
from teapot.problems import UsageError
from teapot.settings import mute_line
from teapot.store import put
from teapot.tables import mute
from teapot.typed import one_line

HOUR, DAY, FOR_GOOD = 3_600, 86_400, 0
MAX_MUTE_SECONDS = 366 * DAY
CODE = re.compile(r"[1-9][0-9]{2}|[1-9]xx|[1-5][0-9]{2}\.[0-9]{1,3}")


def offer(asked: Asked, code: str) -> Reply:
    """Asks for how long a code, or with "" the channel, is to be quiet; each choice is a button."""
    what = f"`{code}`" if code else asked.say("mute-everything")
    lengths = (("mute-hour", HOUR), ("mute-day", DAY), ("mute-always", FOR_GOOD))
    buttons = [
        Button(asked.say(label), Press(Verb.MUTE, f"{code}~{length}", asked.language)) for label, length in lengths
    ]
    if code:
        buttons.append(Button(asked.say("mute-channel"), Press(Verb.MUTE, "", asked.language)))
    return asked.card(asked.say("mute-offer-title", what=what), asked.say("mute-offer-lead"), (), tuple(buttons))


async def keep_quiet(asked: Asked, code: str, length: int, where: Where) -> Reply:
    """Mute a code, or with "" everything, for ``length`` seconds, 0 for good.

    Raises UsageError for what cannot be muted and StoreError when it is not saved.
    """
    if not 0 <= length <= MAX_MUTE_SECONDS:
        raise UsageError("mute-expected")
    code = code_of(code)
    until = asked.now + length if length else 0.0
    async with asked.team.changing(asked.channel) as connection:
        here = (mute.c.platform == asked.channel.platform, mute.c.workspace == asked.channel.workspace)
        await connection.execute(delete(mute).where(*here, mute.c.until != 0, mute.c.until < asked.now))
        await put(
            connection,
            mute,
            {
                "platform": asked.channel.platform,
                "workspace": asked.channel.workspace,
                "channel": asked.level(where),
                "code": code,
                "until": until,
                "person": asked.origin.person.id,
                "at": asked.now,
            },
        )
    undo = Button(asked.say("button-unmute"), Press(Verb.UNMUTE, code, asked.language))
    place = asked.say("mute-done-lead", where=asked.say(f"source-{where}"))
    return asked.card(mute_line(asked, code, until), place, (), (undo,))


async def speak_again(asked: Asked, code: str) -> Reply:
    """End the mutes of a code, or with "" those of everything, in the channel.

    Those of the whole workspace end too when the asker may manage it.
    Raises UsageError when there is none and StoreError when it is not saved.
    """
    code = code_of(code)
    levels = [mute.c.channel == asked.channel.id]
    if asked.origin.person.manages_workspace:
        levels.append(mute.c.channel == asked.level("workspace"))
    async with asked.team.changing(asked.channel) as connection:
        gone = await connection.execute(
            delete(mute).where(
                mute.c.platform == asked.channel.platform,
                mute.c.workspace == asked.channel.workspace,
                mute.c.code == code,
                or_(*levels),
            )
        )
        if gone.rowcount == 0:
            raise UsageError("mute-none", what=f"`{code}`" if code else asked.say("mute-everything"))
    return asked.notice("unmuted", what=f"`{code}`" if code else asked.say("mute-everything"))


def code_of(typed: str) -> str:
    """A code or class that can be muted, "" for everything. Raises UsageError for anything else."""
    code = typed.strip().strip("`").lower()
    if code and not CODE.fullmatch(code):
        raise UsageError("mute-code-expected", typed=one_line(typed, 40).replace("`", "'"))
    return code
