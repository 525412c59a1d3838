"""Pickers and autocomplete of the playground in a real browser, with the mouse and with keys alone."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.acting import cards, press, show_as, suggestions, write

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize("platform", ["Discord", "Slack"])
async def test_a_picker_opens_the_picked_code(page: Page, platform: str) -> None:
    await show_as(page, platform)
    exchange = await write(page, "/http 503")
    await exchange.get_by_role("combobox", name="Related codes").click()
    await exchange.get_by_role("option").filter(has_text="429 Too Many Requests").click()
    await expect(cards(exchange).nth(1)).to_contain_text("429 Too Many Requests")


async def test_a_picker_is_used_with_keys_alone(page: Page) -> None:
    exchange = await write(page, "/http 503")
    picker = exchange.get_by_role("combobox", name="Related codes")
    await picker.focus()
    await page.keyboard.press("Enter")
    await expect(picker).to_have_attribute("aria-expanded", "true")
    await page.keyboard.press("Escape")
    await expect(picker).to_have_attribute("aria-expanded", "false")
    await page.keyboard.type("504")
    active = await picker.get_attribute("aria-activedescendant")
    await expect(page.locator(f"#{active}")).to_contain_text("504 Gateway Timeout")
    await page.keyboard.press("Enter")
    await expect(cards(exchange).nth(1)).to_contain_text("504 Gateway Timeout")


# Autocomplete


async def test_suggestions_come_while_typing(page: Page) -> None:
    await page.locator("#text").press_sequentially("/http 50")
    await expect(suggestions(page).filter(has_text="503").first).to_be_visible()
    await expect(page.locator("#text")).to_have_attribute("aria-expanded", "true")


async def test_slacks_field_on_a_card_leads_to_suggestions(page: Page) -> None:
    await show_as(page, "Slack")
    await press(cards(await write(page, "/http help")), "Find a code, a name, a symptom ...")
    await expect(suggestions(page).first).to_be_visible()


async def test_a_suggestion_is_taken_with_keys_and_sent(page: Page) -> None:
    field = page.get_by_role("combobox", name="Message")
    await page.locator("#text").press_sequentially("/http 503")
    await expect(suggestions(page).first).to_have_text(re.compile("^503"))
    await page.keyboard.press("ArrowDown")
    await expect(field).to_have_attribute("aria-activedescendant", re.compile("."))
    await page.keyboard.press("Enter")
    await expect(suggestions(page)).to_have_count(0)
    await expect(field).to_have_value("/http 503")
    await page.keyboard.press("Enter")
    await expect(cards(page.locator(".exchange"))).to_have_count(1)


async def test_the_slash_offers_the_command(page: Page) -> None:
    await page.locator("#text").press_sequentially("/")
    await suggestions(page).filter(has_text="What you can ask").click()
    await expect(page.locator("#text")).to_have_value("/http help")


async def test_suggestions_go_away_with_escape(page: Page) -> None:
    await page.locator("#text").press_sequentially("/http 50")
    await expect(suggestions(page).first).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(suggestions(page)).to_have_count(0)


async def test_a_message_is_no_combobox(page: Page) -> None:
    await page.locator("#text").press_sequentially("HTTP 50")
    await expect(page.get_by_role("textbox", name="Message")).to_be_focused()
    await expect(suggestions(page)).to_have_count(0)
