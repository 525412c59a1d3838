"""The playground in a real browser: what a visitor does, and what is shown for it."""

import json
import re

import pytest
from playwright.async_api import Page, expect

from teapot import adapters
from teapot.card import Place, Reply
from teapot.cards import card
from teapot.catalogue import Catalogue
from tests.browser.acting import act_as, cards, press, show_as, write
from tests.browser.conftest import Visits

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_message_that_names_a_status_gets_the_small_card_under_it(page: Page) -> None:
    exchange = await write(page, "the api says HTTP 502")
    await expect(cards(exchange)).to_have_count(1)
    await expect(cards(exchange).get_by_role("heading", name="502 Bad Gateway")).to_be_visible()


async def test_a_message_without_a_status_gets_the_reason_for_the_silence(page: Page) -> None:
    exchange = await write(page, "it listens on port 503")
    await expect(exchange.locator(".line")).to_have_text(re.compile("No reply: it names no HTTP status"))
    await expect(cards(exchange)).to_have_count(0)


async def test_a_code_answered_before_gets_the_reason_with_the_time(page: Page) -> None:
    await write(page, "HTTP 502 here")
    exchange = await write(page, "HTTP 502 there")
    await expect(exchange.locator(".line")).to_contain_text("less than 10 minutes ago")


async def test_another_class_gets_the_reason_with_the_rule(page: Page) -> None:
    exchange = await write(page, "the old link gives HTTP 404")
    await expect(exchange.locator(".line")).to_contain_text("only 5xx is answered unasked")


async def test_a_new_channel_has_nothing_answered_yet(page: Page) -> None:
    await write(page, "HTTP 502 here")
    await page.get_by_role("button", name="Start a new channel").click()
    await expect(page.get_by_role("heading", name="Ask, or just talk")).to_be_visible()
    exchange = await write(page, "HTTP 502 there")
    await expect(cards(exchange)).to_have_count(1)


async def test_the_command_gets_the_card(page: Page) -> None:
    exchange = await write(page, "/http 503")
    shown = cards(exchange)
    await expect(shown.get_by_role("heading", name="503 Service Unavailable")).to_be_visible()
    await expect(shown.get_by_role("heading", name="What to check first")).to_be_visible()
    await expect(shown.locator("code", has_text="Retry-After").first).to_be_visible()


async def test_the_cards_title_leads_to_the_specification(page: Page) -> None:
    exchange = await write(page, "/http 503")
    title = exchange.get_by_role("link", name="503 Service Unavailable")
    assert await title.get_attribute("href") == "https://www.rfc-editor.org/rfc/rfc9110.html#section-15.6.4"
    assert await title.get_attribute("rel") == "noopener noreferrer"


async def test_the_bar_has_the_classes_colour(page: Page) -> None:
    exchange = await write(page, "/http 503")
    await expect(exchange.locator(".discord-embed")).to_have_css("border-left-color", "rgb(220, 38, 38)")


async def test_an_example_can_be_tried_with_one_press(page: Page) -> None:
    await page.get_by_role("button", name="the api says HTTP 502").click()
    await expect(cards(page.locator(".exchange"))).to_have_count(1)
    await expect(page.locator("#welcome")).to_be_hidden()


@pytest.mark.parametrize("locale", ["en-US", "zh-CN", "zh-TW"])
async def test_the_examples_do_what_their_heading_says(visits: Visits, locale: str) -> None:
    page = await visits.new(locale=locale)
    for group, expected in (("ask", 1), ("hear", 1), ("quiet", 0)):
        examples = page.locator(f".example-group[aria-labelledby=examples-{group}] .chip")
        for example in await examples.all_text_contents():
            exchange = await write(page, example)
            await expect(cards(exchange)).to_have_count(expected)


async def test_what_is_written_is_text_and_nothing_else(page: Page) -> None:
    text = "<img src=x onerror=alert(1)> **HTTP 502** <b>&amp;</b>"
    exchange = await write(page, text)
    await expect(exchange.locator(".said .text")).to_have_text(text)
    assert await exchange.locator(".said img, .said b:not(.who b)").count() == 0


async def test_a_pasted_log_keeps_its_lines(page: Page) -> None:
    log = 'GET /a HTTP/1.1" 502 0\nGET /b HTTP/1.1" 504 0'
    exchange = await write(page, log)
    assert await exchange.locator(".said .text").inner_text() == log
    await expect(cards(exchange).get_by_role("button", name="504 details")).to_be_visible()


async def test_a_long_text_ends_where_the_platforms_end_it(page: Page) -> None:
    await page.locator("#text").focus()
    await page.keyboard.insert_text("x" * 4100)
    assert len(await page.locator("#text").input_value()) == 4000
    await expect(page.locator("#notice")).to_contain_text("ends at 4000 characters")


async def test_an_unknown_command_is_told_and_stays_in_the_field(page: Page) -> None:
    await page.locator("#text").fill("/htpp 503")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("status").filter(has_text="There is no /htpp here")).to_be_visible()
    await expect(page.locator("#text")).to_have_value("/htpp 503")
    await expect(page.locator(".exchange")).to_have_count(0)


async def test_enter_belongs_to_the_input_method_while_it_composes(page: Page) -> None:
    await page.locator("#text").fill("接口报 502 了")
    await page.locator("#text").evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    await expect(page.locator("#text")).to_have_value("接口报 502 了")
    await page.keyboard.press("Enter")
    await expect(cards(page.locator(".exchange"))).to_have_count(1)


# The two looks


@pytest.mark.parametrize("platform", ["discord", "slack"])
async def test_the_payload_is_what_the_adapter_sends(page: Page, known: Catalogue, platform: str) -> None:
    await show_as(page, platform.capitalize())
    exchange = await write(page, "/http 503")
    await exchange.locator("summary").click()
    await expect(exchange.locator(".payload pre")).not_to_be_empty()
    reply = Reply(card(known, "503", "en"), Place.PUBLIC)
    shown = json.loads(await exchange.locator(".payload pre").inner_text())
    assert shown == adapters.load(platform).preview(reply)


@pytest.mark.parametrize("platform", ["discord", "slack"])
async def test_every_kind_of_card_is_drawn(page: Page, platform: str) -> None:
    await show_as(page, platform.capitalize())
    for query in ("503", "5xx", "502 504", "499", "404.13", "599", "pizza", "help", "503 zh-Hans"):
        exchange = await write(page, f"/http {query}")
        await expect(exchange.locator(f".{platform}-body")).to_have_count(1)
        await expect(exchange.locator(".plain")).to_have_count(0)


async def test_the_switch_redraws_what_is_there(page: Page) -> None:
    exchange = await write(page, "the api says HTTP 502")
    await show_as(page, "Slack")
    await expect(exchange.locator(".slack-attachment")).to_have_count(1)
    await expect(exchange.locator(".discord-embed")).to_have_count(0)
    await expect(exchange.get_by_role("link", name="502 Bad Gateway")).to_be_visible()


async def test_the_look_is_remembered(page: Page) -> None:
    await show_as(page, "Slack")
    await page.reload()
    await expect(page.get_by_role("radio", name="Slack")).to_be_checked()


# Buttons


async def test_details_of_a_public_card_open_for_the_presser_alone(page: Page) -> None:
    exchange = await write(page, "the api says HTTP 502")
    await press(exchange, "Details")
    private = cards(exchange).nth(1)
    await expect(private).to_contain_text("Only you can see this")
    await expect(private.get_by_role("heading", name="When a server sends it")).to_be_visible()


async def test_a_private_card_turns_its_pages_in_place(page: Page) -> None:
    exchange = await write(page, "/http 404 private")
    await press(exchange, "Constants")
    await expect(exchange).to_contain_text("http.StatusNotFound")
    await press(exchange, "Back")
    await expect(exchange.get_by_role("heading", name="What to check first")).to_be_visible()
    await expect(cards(exchange)).to_have_count(1)


async def test_the_language_button_tells_the_card_in_that_language(page: Page) -> None:
    exchange = await write(page, "/http 504 private")
    await press(exchange, "简体中文")
    await expect(exchange).to_contain_text("网关")
    await expect(exchange.locator(".discord-body")).to_have_attribute("lang", "zh-Hans")


async def test_a_private_card_can_be_shared_with_all(page: Page) -> None:
    exchange = await write(page, "/http 404 private")
    await press(exchange, "Share to channel")
    shared = cards(exchange).nth(1)
    await expect(shared).to_be_visible()
    await expect(shared).not_to_contain_text("Only you can see this")


async def test_a_private_card_is_not_shown_to_a_colleague(page: Page) -> None:
    exchange = await write(page, "/http 404 private")
    await act_as(page, "Robin")
    await expect(cards(exchange)).to_have_count(0)
    await expect(exchange).to_contain_text("A private card that only You sees")


async def test_a_private_card_can_be_dismissed(page: Page) -> None:
    exchange = await write(page, "/http 404 private")
    await press(exchange, "Dismiss message")
    await expect(cards(exchange)).to_have_count(0)


async def test_the_one_who_was_answered_removes_the_reply(page: Page) -> None:
    exchange = await write(page, "the api says HTTP 502")
    await press(exchange, "Remove")
    await expect(exchange).to_contain_text("reply was removed")
    await expect(cards(exchange)).to_have_count(0)


async def test_a_colleague_is_told_who_may_remove_the_reply(page: Page) -> None:
    exchange = await write(page, "the api says HTTP 502")
    await act_as(page, "Robin")
    await press(exchange, "Remove")
    await expect(cards(exchange)).to_have_count(2)
    await expect(cards(exchange).nth(1)).to_contain_text("Only two may remove it")


async def test_a_muted_code_gets_the_reason_for_the_silence(page: Page) -> None:
    exchange = await write(page, "the api says HTTP 502")
    await press(exchange, "Mute")
    await press(exchange, "1 hour")
    await expect(cards(exchange).nth(1)).to_contain_text("502 is muted until")
    silent = await write(page, "HTTP 502 again")
    await expect(silent.locator(".line")).to_contain_text("muted in this channel")


async def test_a_colleague_may_not_mute(page: Page) -> None:
    exchange = await write(page, "the api says HTTP 502")
    await act_as(page, "Robin")
    await press(exchange, "Mute")
    await expect(cards(exchange).nth(1)).to_contain_text("Only those who manage this channel may do that")


async def test_a_bot_is_not_answered_and_presses_nothing(page: Page) -> None:
    exchange = await write(page, "the api says HTTP 502")
    await act_as(page, "Deploy bot")
    await press(exchange, "Details")
    await expect(page.locator("#notice")).to_contain_text("Bots cannot press buttons")
    silent = await write(page, "/http 503 and HTTP 504")
    await expect(silent.locator(".line")).to_contain_text("bots are never answered")


# Languages


@pytest.mark.parametrize(
    ("locale", "language", "title"),
    [
        ("en-GB", "en", "Ask, or just talk"),
        ("de-DE", "en", "Ask, or just talk"),
        ("zh-CN", "zh-Hans", "直接问，或者随便聊"),
        ("zh-TW", "zh-Hant", "直接問，或是隨意聊"),
        ("zh-HK", "zh-Hant", "直接問，或是隨意聊"),
    ],
)
async def test_the_page_speaks_the_browsers_language(visits: Visits, locale: str, language: str, title: str) -> None:
    page = await visits.new(locale=locale)
    await expect(page.locator("html")).to_have_attribute("lang", language)
    await expect(page.get_by_role("heading", level=2)).to_have_text(title)


async def test_the_language_switch_changes_page_and_person(page: Page) -> None:
    await write(page, "it listens on port 503")
    await page.get_by_role("combobox", name="Language").select_option("zh-Hant")
    await expect(page.locator(".line")).to_contain_text("不回覆")
    exchange = await write(page, "/http 502 private")
    await expect(exchange).to_contain_text("閘道")


async def test_a_choice_of_language_is_remembered(page: Page) -> None:
    await page.get_by_role("combobox", name="Language").select_option("zh-Hans")
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


@pytest.mark.parametrize("platform", ["Discord", "Slack"])
async def test_statistics_show_their_picture_with_its_words(page: Page, platform: str) -> None:
    await show_as(page, platform)
    await write(page, "/http 503")
    exchange = await write(page, "/http stats")
    picture = cards(exchange).get_by_role("img", name=re.compile("one bar a day.*503: 1"))
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.complete && image.naturalWidth") == 1200


async def test_statistics_for_one_person_have_a_picture_on_discord_and_none_on_slack(page: Page) -> None:
    await write(page, "/http 503")
    exchange = await write(page, "/http stats private")
    for platform, count in (("Discord", 1), ("Slack", 0)):
        await show_as(page, platform)
        await expect(cards(exchange).get_by_role("img", name=re.compile("one bar a day"))).to_have_count(count)
