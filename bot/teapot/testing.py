"""The contract every adapter keeps, as tests to inherit: the same scenes on each platform, seen from the users' side.

A test module for an adapter subclasses ``AdapterContract`` and gives a pytest fixture ``platform`` that drives the real
adapter, its Teapot set to answer 5xx with the default cooldown. Needs pytest-asyncio and nothing else of pytest.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Shown:
    """What people see of one answer. ``text`` is all that can be read, ``buttons`` the labels in order.

    ``handle`` is the platform's own word for the message, to press its buttons with. ``answers`` is the id of the
    message it was written under, None for a command's answer.
    """

    handle: str
    title: str
    text: str
    is_private: bool
    answers: str | None
    buttons: tuple[str, ...]


class Platform(Protocol):
    """A platform in a test. Each call waits until the answer is there and fails in bounded time."""

    async def command(self, query: str, *, locale: str = "en-US", private: bool = False) -> Shown:
        """Type the slash command and read its answer."""

    async def tell(self, words: str, *, as_stranger: bool = False) -> Shown:
        """Use a verb of the team's own knowledge, as "note set 503 text", in the form that the platform has for it.

        The person is the one who writes the messages and manages the workspace; a stranger manages nothing.
        """

    async def ask(self, query: str) -> Shown:
        """Ask in a message that names the bot and read its answer; with the command, where a message cannot ask."""

    async def say(self, text: str, *, by_bot: bool = False, age_seconds: float = 0.0) -> str:
        """Write a message into the channel; gives its id."""

    async def edit(self, message: str, text: str) -> None:
        """Change a message that was written with ``say``; its id stays."""

    async def delete(self, message: str) -> None:
        """Take a message back."""

    async def redeliver(self, message: str) -> None:
        """Let the platform deliver a message again, as it does when it believes that the first try was lost."""

    async def replies(self, count: int) -> list[Shown]:
        """All automatic replies that stand, as they read now, once there are ``count``; fails on fewer and on more."""

    async def until_shown(self, text: str) -> list[Shown]:
        """All automatic replies that stand, once one of them has the text in it."""

    async def press(self, shown: Shown, label: str, *, as_stranger: bool = False) -> Shown | None:
        """Press a button: what comes of it, or None when the message went away."""

    async def posted_by_bot(self, shown: Shown) -> str:
        """Feed an answer back as a message of the bot's own account, as the platform does; gives its id."""


class AdapterContract:
    """Scenes that end the same way everywhere. Silence is proved by the next message, which must be answered."""

    async def test_a_code_gets_its_card(self, platform: Platform) -> None:
        """The command shows code, reason phrase and what to check."""
        shown = await platform.command("503")
        assert "503 Service Unavailable" in shown.title
        assert "Retry-After" in shown.text
        assert not shown.is_private

    async def test_a_private_command_is_seen_by_the_asker_alone(self, platform: Platform) -> None:
        """The option holds, and the card offers to be shared."""
        shown = await platform.command("404", private=True)
        assert shown.is_private
        assert "Share to channel" in shown.buttons

    async def test_nonsense_gets_a_private_card(self, platform: Platform) -> None:
        """Nothing found is no error and no noise."""
        shown = await platform.command("pizza quattro stagioni")
        assert shown.is_private
        assert "Nothing found" in shown.title

    async def test_an_endless_query_gets_a_private_card(self, platform: Platform) -> None:
        """The platform's longest input is answered like any other."""
        shown = await platform.command("x" * 4000)
        assert shown.is_private

    async def test_an_empty_query_gets_help(self, platform: Platform) -> None:
        """The help card is private."""
        shown = await platform.command("help")
        assert shown.is_private
        assert "/http 503" in shown.text.replace("\\", "")

    async def test_a_private_card_speaks_the_persons_language(self, platform: Platform) -> None:
        """The locale decides where only that person reads."""
        shown = await platform.command("502", locale="zh-TW", private=True)
        assert "閘道" in shown.text

    async def test_a_mention_is_answered_once_under_its_message(self, platform: Platform) -> None:
        """One message, one small card, tied to it."""
        message = await platform.say("the api says HTTP 502")
        (shown,) = await platform.replies(1)
        assert "502 Bad Gateway" in shown.title
        assert shown.answers == message
        assert not shown.is_private

    async def test_a_redelivered_message_is_answered_once(self, platform: Platform) -> None:
        """Whatever the platform repeats, people see one card."""
        message = await platform.say("HTTP 500 again")
        await platform.replies(1)
        await platform.redeliver(message)
        await platform.say("and now HTTP 504")
        first, second = await platform.replies(2)
        assert ("500" in first.title, "504" in second.title) == (True, True)

    async def test_a_code_is_not_answered_twice_in_the_cooldown(self, platform: Platform) -> None:
        """The second 503 within ten minutes stays without a card."""
        await platform.say("HTTP 503 here")
        await platform.replies(1)
        await platform.say("HTTP 503 there")
        await platform.say("HTTP 501 too")
        shown = await platform.replies(2)
        assert "501" in shown[1].title

    async def test_what_was_asked_in_a_message_spends_nothing_of_the_budget(self, platform: Platform) -> None:
        """However much is asked, the channel's automatic replies are still there."""
        for code in ("500", "501", "502", "503", "504", "505", "404", "410"):
            assert code in (await platform.ask(code)).title
        await platform.say("HTTP 507 at the edge")
        assert len(await platform.until_shown("Insufficient Storage")) > 0

    async def test_what_was_asked_in_a_message_starts_no_cooldown(self, platform: Platform) -> None:
        """The message after it is told the same code by itself."""
        assert "503" in (await platform.ask("503")).title
        await platform.say("we saw HTTP 503 and then HTTP 507")
        (both,) = (shown for shown in await platform.until_shown("Insufficient") if "Insufficient" in shown.text)
        assert "Service Unavailable" in both.text

    async def test_several_codes_share_one_card(self, platform: Platform) -> None:
        """Codes of one message are combined."""
        await platform.say("we saw HTTP 502 and then HTTP 504")
        (shown,) = await platform.replies(1)
        assert "Bad Gateway" in shown.text
        assert "Gateway Timeout" in shown.text

    async def test_bots_old_messages_and_other_classes_get_no_reply(self, platform: Platform) -> None:
        """Silence for all that the rules leave out."""
        await platform.say("HTTP 500 from a bot", by_bot=True)
        await platform.say("HTTP 500 from an hour ago", age_seconds=3600)
        await platform.say("HTTP 404 is not a server error")
        await platform.say("listening on port 503")
        await platform.say("HTTP 505 is")
        (shown,) = await platform.replies(1)
        assert "505" in shown.title

    async def test_its_own_card_fed_back_gets_no_reply(self, platform: Platform) -> None:
        """The bot never answers itself."""
        shown = await platform.command("503")
        await platform.posted_by_bot(shown)
        await platform.say("but HTTP 507 is answered")
        (reply,) = await platform.replies(1)
        assert "507" in reply.title

    async def test_a_reply_follows_an_edit(self, platform: Platform) -> None:
        """Another code in the message, another card in the same place."""
        message = await platform.say("HTTP 502 from the edge")
        (before,) = await platform.replies(1)
        await platform.edit(message, "HTTP 504 from the edge")
        (after,) = await platform.until_shown("504 Gateway Timeout")
        assert (after.handle, after.answers) == (before.handle, message)
        assert "502" not in after.text

    async def test_a_followed_card_speaks_the_edited_language(self, platform: Platform) -> None:
        """The card is told in the script that the message is now written in."""
        message = await platform.say("HTTP 502 from the edge")
        await platform.replies(1)
        await platform.edit(message, "接口报 504 了")
        assert len(await platform.until_shown("先查")) == 1

    async def test_an_edit_that_keeps_the_codes_changes_nothing(self, platform: Platform) -> None:
        """A corrected word is no news."""
        message = await platform.say("HTTP 502 form the edge")
        before = await platform.replies(1)
        await platform.edit(message, "HTTP 502 from the edge")
        await platform.say("HTTP 504")
        assert before[0] in await platform.replies(2)

    async def test_a_reply_goes_when_the_code_is_edited_away(self, platform: Platform) -> None:
        """Nothing is left to explain."""
        message = await platform.say("HTTP 502 from the edge")
        await platform.replies(1)
        await platform.edit(message, "never mind")
        await platform.replies(0)

    async def test_a_reply_goes_with_its_message(self, platform: Platform) -> None:
        """No card stands under nothing."""
        message = await platform.say("HTTP 502 from the edge")
        await platform.replies(1)
        await platform.delete(message)
        await platform.replies(0)

    async def test_a_code_edited_in_is_answered(self, platform: Platform) -> None:
        """As in a new message."""
        message = await platform.say("the edge is down")
        await platform.edit(message, "the edge is down: HTTP 502")
        (shown,) = await platform.replies(1)
        assert shown.answers == message

    async def test_a_code_edited_into_an_old_message_is_not_answered(self, platform: Platform) -> None:
        """Its age counts from when it was written."""
        message = await platform.say("the edge is down", age_seconds=3600)
        await platform.edit(message, "the edge is down: HTTP 502")
        await platform.say("HTTP 504")
        (shown,) = await platform.replies(1)
        assert "504" in shown.title

    async def test_details_open_for_the_presser_alone(self, platform: Platform) -> None:
        """A public card stays as it is for everybody else."""
        await platform.say("HTTP 502 at the edge")
        (shown,) = await platform.replies(1)
        opened = await platform.press(shown, "Details")
        assert opened is not None
        assert opened.is_private
        assert "502 Bad Gateway" in opened.title

    async def test_the_language_button_tells_the_card_in_that_language(self, platform: Platform) -> None:
        """The same card, another language."""
        shown = await platform.command("504", private=True)
        opened = await platform.press(shown, "简体中文")
        assert opened is not None
        assert "网关" in opened.text

    async def test_the_one_who_was_answered_can_remove_the_reply(self, platform: Platform) -> None:
        """Remove takes the card away."""
        await platform.say("HTTP 502 once more")
        (shown,) = await platform.replies(1)
        assert await platform.press(shown, "Remove") is None

    async def test_a_stranger_cannot_remove_the_reply(self, platform: Platform) -> None:
        """Everybody else is told privately who can."""
        await platform.say("HTTP 502 yet again")
        (shown,) = await platform.replies(1)
        told = await platform.press(shown, "Remove", as_stranger=True)
        assert told is not None
        assert told.is_private

    async def test_a_note_is_on_the_card_with_its_author_and_day(self, platform: Platform) -> None:
        """What a manager writes, everybody reads."""
        kept = await platform.tell("note set 503 The runbook is at https://wiki.example/on_call/503_again")
        assert kept.is_private
        shown = await platform.command("503")
        assert "https://wiki.example/on_call/503_again" in shown.text
        signature = next(line for line in shown.text.split("\n") if datetime.now(UTC).strftime("%Y-%m-") in line)
        assert signature.partition(" · ")[0] not in {"", "somebody"}

    async def test_a_note_is_on_the_automatic_reply(self, platform: Platform) -> None:
        """The small card has it too."""
        await platform.tell("note set 502 ask the edge crew")
        await platform.say("HTTP 502 at the edge")
        (shown,) = await platform.replies(1)
        assert "ask the edge crew" in shown.text

    async def test_a_stranger_changes_nothing_and_is_told_privately(self, platform: Platform) -> None:
        """Who may is said, and the card stays as it was."""
        refused = await platform.tell("note set 503 call me", as_stranger=True)
        assert refused.is_private
        assert "Only those who manage" in refused.title
        assert "call me" not in (await platform.command("503")).text

    async def test_who_wants_quiet_is_not_answered_by_itself(self, platform: Platform) -> None:
        """Until they take it back; commands answer."""
        assert (await platform.tell("me quiet on")).is_private
        await platform.say("HTTP 502 that nobody explains")
        assert "503" in (await platform.command("503")).title
        await platform.tell("me quiet off")
        await platform.say("HTTP 504 that is explained")
        (shown,) = await platform.replies(1)
        assert "504" in shown.title

    async def test_a_setting_widens_what_is_answered(self, platform: Platform) -> None:
        """With errors on, a 404 is answered."""
        changed = await platform.tell("settings auto-reply errors")
        assert changed.is_private
        await platform.say("HTTP 404 this time")
        (shown,) = await platform.replies(1)
        assert "404 Not Found" in shown.title

    async def test_counts_of_what_was_asked_and_heard_are_told_in_stats(self, platform: Platform) -> None:
        """Those of this channel, up to now."""
        await platform.command("418")
        await platform.say("HTTP 502 at the edge, and HTTP 404 behind it")
        await platform.replies(1)
        shown = await platform.command("stats", private=True)
        assert shown.is_private
        lines = [line.split()[:3] for line in shown.text.split("\n")]
        assert [line for line in lines if line[:1] in (["404"], ["418"], ["502"])] == [
            ["404", "1", "0"],
            ["418", "0", "1"],
            ["502", "1", "0"],
        ]
        assert "Share to channel" in shown.buttons

    async def test_a_muted_code_gets_no_reply(self, platform: Platform) -> None:
        """Others still do."""
        assert (await platform.tell("mute 503 1h")).is_private
        await platform.say("HTTP 503 in silence")
        await platform.say("HTTP 501 aloud")
        (shown,) = await platform.replies(1)
        assert "501" in shown.title
