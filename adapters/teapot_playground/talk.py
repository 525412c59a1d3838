"""Two translations: what the page sends to the core's words, and the core's reply to what the page draws."""

import time
from dataclasses import dataclass

from teapot import notices, press
from teapot.audience import DEFAULT
from teapot.bot import Teapot
from teapot.card import Place, Reply
from teapot.conversation import Command, IncomingMessage, Origin
from teapot.following import Follow
from teapot.language import of_locale
from teapot_playground.previews import Previews
from teapot_playground.protocol import (
    MAX_SUGGESTIONS,
    Answered,
    Asked,
    Deleted,
    Followed,
    FromPage,
    Heard,
    Line,
    Pressed,
    Said,
    Suggested,
    Typed,
)
from teapot_playground.start import Words


@dataclass(frozen=True, slots=True)
class Talk:
    """The conversation of every open page; it holds nothing but what it was made with."""

    teapot: Teapot
    previews: Previews
    words: Words

    async def say(self, said: Said) -> Heard:
        """Hear a chat message: the decision, and the small card where there is one."""
        message = self._message(said)
        decision, reply = await self.teapot.automatic.hear(message)
        if reply is None:
            return Heard(decision.reason, decision.codes, None)
        await self.teapot.automatic.posted(message, reply, said.id)
        return Heard(decision.reason, decision.codes, self.previews.draw(reply))

    async def edit(self, said: Said) -> Followed:
        """Hear what a message now says: what becomes of its reply, which the page knows by the message's id."""
        message = self._message(said)
        return await self._followed(message, await self.teapot.automatic.edited(message))

    async def delete(self, deleted: Deleted) -> Followed:
        """Let the reply go with its message."""
        return await self._followed(
            None, await self.teapot.automatic.deleted(self._origin(deleted).channel, deleted.id)
        )

    async def ask(self, asked: Asked) -> Answered:
        """Answer the slash command."""
        reply = await self.teapot.answer(Command(self._origin(asked), asked.query, private=asked.private))
        return Answered(self.previews.draw(reply))

    async def press(self, pressed: Pressed) -> Answered:
        """Do what a button says; an unknown one is told to be gone."""
        meant = press.parse(pressed.token)
        if meant is None:
            language = of_locale(pressed.locale) or DEFAULT
            return Answered(
                self.previews.draw(Reply(notices.notice(self.teapot.catalogue, "gone", language), Place.PRIVATE))
            )
        reply = await self.teapot.press(meant, self._origin(pressed), on_private_card=pressed.on_private_card)
        return Answered(self.previews.draw(reply))

    async def suggest(self, typed: Typed) -> Suggested:
        """Autocomplete what is being typed."""
        found = self.teapot.suggest(typed.typed, typed.locale, MAX_SUGGESTIONS)
        return Suggested(tuple(Line(one.label, one.query) for one in found))

    def failure(self, sent: FromPage) -> Answered:
        """What to show when something broke on our side."""
        return Answered(self.previews.draw(self.teapot.failure(sent.locale)))

    async def _followed(self, message: IncomingMessage | None, follow: Follow | None) -> Followed:
        if follow is None:
            return Followed("nothing")
        if follow.reply is None or message is None:
            return Followed("remove")
        if not follow.handle:
            await self.teapot.automatic.posted(message, follow.reply, message.id)
        return Followed("edit" if follow.handle else "post", self.previews.draw(follow.reply))

    def _message(self, said: Said) -> IncomingMessage:
        return IncomingMessage(self._origin(said), said.id, said.text, time.time() - said.age_seconds)

    def _origin(self, sent: FromPage) -> Origin:
        return sent.origin(self.words[f"persona-{sent.person}"].said_in(of_locale(sent.locale) or DEFAULT))
