"""What people type, press and pick, as far as Discord has its own ways."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from teapot.catalogue import Catalogue
from teapot.lookup import Index, build_index
from tests.loopback.discord_people import COMPONENT
from tests.loopback.discord_rest import UPDATE
from tests.loopback.discord_scene import Scene, playing
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import BOT, CHANNEL, DIRECT, OTHER_BOT, STRANGER

MANAGE_CHANNELS = 1 << 4
HOSTILE = f"@everyone @here <@{STRANGER}> <@&{STRANGER}> [x](https://example.org) **y** `"


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


@pytest.fixture
async def scene(index: Index, tmp_path: Path) -> AsyncIterator[Scene]:
    async with playing(index, tmp_path, Discord()) as scene:
        yield scene


async def test_a_channel_may_have_its_replies_beside_the_message(scene: Scene) -> None:
    await scene.people.command("http", {"query": "settings place channel"}, permissions=MANAGE_CHANNELS)
    await scene.people.say("HTTP 502")
    (reply,) = await scene.platform.replies(1)
    assert reply.answers is None


@pytest.mark.parametrize("mention", [f"<@{BOT}>", f"<@!{BOT}>", f"  <@{BOT}> "])
async def test_who_addresses_the_bot_gets_the_whole_card_as_a_public_reply(scene: Scene, mention: str) -> None:
    message = await scene.people.say(f"{mention} 404")
    (reply,) = await scene.platform.replies(1)
    assert "404 Not Found" in reply.title
    assert "Constants" in reply.buttons
    assert reply.answers == message
    assert not reply.is_private


async def test_who_only_names_the_bot_gets_help(scene: Scene) -> None:
    await scene.people.say(f"<@{BOT}>")
    (reply,) = await scene.platform.replies(1)
    assert "/http 503" in reply.text


async def test_a_direct_message_needs_no_mention(scene: Scene) -> None:
    await scene.people.say("404", place=DIRECT)
    (reply,) = await scene.platform.replies(1)
    assert "404 Not Found" in reply.title


async def test_direct_messages_are_answered_whatever_was_told_there_before(scene: Scene) -> None:
    for _ in range(8):
        await scene.people.say("HTTP 503", place=DIRECT)
    shown = await scene.platform.replies(8)
    assert {reply.title for reply in shown} == {"503 Service Unavailable"}


@pytest.mark.parametrize(("asked", "place"), [(f"<@{BOT}> HTTP 503", CHANNEL), ("HTTP 503", DIRECT)])
async def test_what_was_asked_is_answered_once_and_follows_no_edit(scene: Scene, asked: str, place: str) -> None:
    message = await scene.people.say(asked, place=place)
    before = await scene.platform.replies(1)
    await scene.people.redeliver(message)
    await scene.people.edit(message, "HTTP 504")
    await scene.people.say("HTTP 507")
    assert (await scene.platform.replies(2))[:1] == before


async def test_a_message_edited_into_addressing_the_bot_is_not_heard(scene: Scene) -> None:
    message = await scene.people.say("never mind")
    await scene.people.edit(message, f"<@{BOT}> HTTP 502")
    await scene.people.edit(message, "HTTP 504")
    await scene.platform.replies(1)
    await scene.people.say("HTTP 502")
    assert {reply.title[:3] for reply in await scene.platform.replies(2)} == {"504", "502"}


async def test_bots_cannot_address_it(scene: Scene) -> None:
    await scene.people.say(f"<@{BOT}> 404", by=OTHER_BOT)
    await scene.people.say(f"<@{BOT}> 410")
    (reply,) = await scene.platform.replies(1)
    assert "410" in reply.title


@pytest.mark.parametrize(
    "parts",
    [{"webhook_id": STRANGER}, {"type": 7}, {"type": 18}, {"type": 20}],
    ids=["webhook", "join", "thread", "command"],
)
async def test_webhooks_and_the_platforms_own_messages_are_not_answered(scene: Scene, parts: dict[str, object]) -> None:
    await scene.people.tell("HTTP 502", **parts)
    await scene.people.tell("HTTP 504")
    (reply,) = await scene.platform.replies(1)
    assert "504" in reply.title


@pytest.mark.parametrize(
    "silent",
    [
        "> HTTP 502",
        "what he said:\n> HTTP 502\nwell",
        ">>> HTTP 502\nHTTP 503",
        "HTTP <@502502502>",
        "HTTP <:http502:502>",
        "status <t:502:R>",
        "HTTP <#502>",
    ],
)
async def test_quotes_and_the_ids_of_mentions_are_not_answered(scene: Scene, silent: str) -> None:
    await scene.people.say(silent)
    await scene.people.say("HTTP 504")
    (reply,) = await scene.platform.replies(1)
    assert reply.title == "504 Gateway Timeout"


@pytest.mark.parametrize(
    "spoken", ["> what he said\nHTTP 502", "```\n>>> get()\nHTTP/1.1 502 Bad Gateway\n```", f"<@{STRANGER}> HTTP 502"]
)
async def test_what_stands_beside_a_quote_is_answered(scene: Scene, spoken: str) -> None:
    await scene.people.say(spoken)
    (reply,) = await scene.platform.replies(1)
    assert reply.title == "502 Bad Gateway"


async def test_hostile_words_ping_nobody(scene: Scene) -> None:
    await scene.people.say(f"{HOSTILE} HTTP 502")
    await scene.platform.replies(1)
    await scene.people.say(f"<@{BOT}> {HOSTILE}")
    await scene.platform.replies(2)
    await scene.platform.command(HOSTILE)
    assert scene.discord.notified == set()


async def test_the_list_opens_what_was_picked(scene: Scene) -> None:
    shown = await scene.platform.command("5xx", private=True)
    picked = await scene.people.pick(shown.handle, 0)
    opened = scene.platform.shown(str(picked.message))
    assert picked.kind == UPDATE
    assert opened.title.startswith("500 ")


async def test_a_private_card_can_be_shared(scene: Scene) -> None:
    shown = await scene.platform.command("404", private=True)
    shared = await scene.platform.press(shown, "Share to channel")
    assert shared is not None
    assert not shared.is_private
    assert "404 Not Found" in shared.title


async def test_who_manages_the_channel_can_remove_a_reply(scene: Scene) -> None:
    await scene.people.say("HTTP 502")
    (reply,) = await scene.platform.replies(1)
    await scene.people.press(reply.handle, "Remove", by=STRANGER, permissions=MANAGE_CHANNELS)
    await scene.discord.until(lambda: reply.handle not in scene.discord.messages)


async def test_other_programs_buttons_are_left_alone(scene: Scene) -> None:
    target = await scene.people.say("a message with a button")
    foreign = await scene.people.send(COMPONENT, {"custom_id": "vote:yes", "component_type": 2}, target=target)
    await scene.platform.command("503")
    assert foreign.kind is None


async def test_typing_offers_lines_that_fit(scene: Scene) -> None:
    lines = await scene.people.complete("http", "50")
    assert ("503 Service Unavailable", "503") in [(line["name"], line["value"]) for line in lines]


async def test_typing_nothing_offers_the_common_ones(scene: Scene) -> None:
    assert 5 <= len(await scene.people.complete("http", "")) <= 25


async def test_typing_offers_lines_in_the_persons_language(scene: Scene) -> None:
    (line,) = await scene.people.complete("http", "504", locale="zh-TW")
    assert "閘道" in line["name"]


async def test_typing_anything_is_answered(scene: Scene) -> None:
    assert len(await scene.people.complete("http", HOSTILE * 20)) <= 25


async def test_the_message_action_explains_to_the_one_who_asks(scene: Scene) -> None:
    target = await scene.people.say("HTTP 404 which is no server error")
    acted = await scene.people.act_on("Explain HTTP codes", target)
    shown = scene.platform.shown(str(acted.message))
    assert shown.is_private
    assert "404 Not Found" in shown.title


async def test_the_help_command_helps(scene: Scene) -> None:
    asked = await scene.people.command("http-help", locale="zh-CN")
    shown = scene.platform.shown(str(asked.message))
    assert shown.is_private
    assert "/http 503" in shown.text
    assert "怎么问" in shown.text


async def test_a_command_that_this_version_does_not_have_gets_the_failure_card(scene: Scene) -> None:
    scene.discord.commands.append({"id": "1", "type": 1, "name": "http-old", "options": []})
    asked = await scene.people.command("http-old")
    shown = scene.platform.shown(str(asked.message))
    assert shown.is_private
    assert "Something broke" in shown.title


async def test_the_language_option_decides(scene: Scene) -> None:
    asked = await scene.people.command("http", {"query": "504", "language": "zh-Hans"})
    assert "网关" in scene.platform.shown(str(asked.message)).text


async def test_a_link_preview_in_an_old_message_changes_nothing(scene: Scene) -> None:
    message = await scene.people.say("HTTP 502 at https://example.org")
    before = await scene.platform.replies(1)
    await scene.people.preview(message)
    await scene.people.say("HTTP 504")
    assert before[0] in await scene.platform.replies(2)


async def test_a_link_preview_makes_no_silent_message_heard_anew(scene: Scene) -> None:
    answered = await scene.people.say("HTTP 503")
    await scene.platform.replies(1)
    silent = await scene.people.say("HTTP 503 at https://example.org too")
    await scene.people.say("HTTP 504")
    await scene.platform.replies(2)
    await scene.people.delete(answered)
    await scene.discord.until(lambda: len(scene.discord.messages) == 3)
    await scene.people.preview(silent)
    await scene.people.say("HTTP 501")
    assert [shown.title[:3] for shown in await scene.platform.replies(2)] == ["504", "501"]


async def test_it_never_hears_itself_even_where_somebody_allows_it(scene: Scene) -> None:
    await scene.platform.tell(f"settings bots {BOT}")
    await scene.people.say("HTTP 503 in the bot's own name", by=BOT)
    await scene.people.say("HTTP 504")
    (shown,) = await scene.platform.replies(1)
    assert shown.title[:3] == "504"


async def test_replies_go_when_many_messages_are_deleted_at_once(scene: Scene) -> None:
    messages = [await scene.people.say(f"HTTP {code}") for code in (502, 503, 504)]
    await scene.platform.replies(3)
    await scene.people.delete(*messages[:2])
    await scene.discord.until(lambda: len(scene.discord.messages) == 2)
    (shown,) = await scene.platform.replies(1)
    assert "504" in shown.title


async def test_a_reply_that_somebody_removed_is_not_brought_back_by_an_edit(scene: Scene) -> None:
    message = await scene.people.say("HTTP 502")
    (shown,) = await scene.platform.replies(1)
    await scene.platform.press(shown, "Remove")
    await scene.people.edit(message, "HTTP 504")
    await scene.people.say("HTTP 503")
    (after,) = await scene.platform.replies(1)
    assert "503" in after.title


async def test_why_tells_the_asker_alone(scene: Scene) -> None:
    message = await scene.people.say("HTTP 404")
    told = scene.platform.shown(str((await scene.people.act_on("Why did Teapot (not) reply?", message)).message))
    assert told.is_private
    assert "None of its codes is of a class that is answered" in told.text
