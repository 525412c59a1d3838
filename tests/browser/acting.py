"""What a visitor does on the playground, and what is seen there."""

from playwright.async_api import Locator, Page, expect


async def write(page: Page, text: str) -> Locator:
    """Write into the field, send it, and wait for what comes of it; gives the exchange."""
    before = await page.locator(".exchange").count()
    await page.locator("#text").fill(text)
    await page.keyboard.press("Enter")
    exchange = page.locator(".exchange").nth(before)
    await expect(exchange).to_have_attribute("aria-busy", "false")
    return exchange


async def show_as(page: Page, platform: str) -> None:
    await page.get_by_role("radio", name=platform).check()


async def act_as(page: Page, name: str) -> None:
    await page.get_by_role("radio", name=name, exact=True).check()


async def press(card: Locator, label: str) -> None:
    await card.get_by_role("button", name=label, exact=True).click()


def suggestions(page: Page) -> Locator:
    """The lines offered while typing."""
    return page.locator("#suggestions-anchor").get_by_role("option")


def cards(exchange: Locator) -> Locator:
    """The messages of Teapot in an exchange, in either platform's look."""
    return exchange.locator(".discord-message, .slack-message")
