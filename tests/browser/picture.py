"""Draws the pictures of the README: ``python -m tests.browser.picture`` writes ``deploy/pictures/*.png``.

The pictures are taken of the real page with a fixed clock, so that one machine draws the same picture twice.
"""

import asyncio
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Page, async_playwright
from yarl import URL

from teapot import catalogue
from tests.browser.acting import show_as, write
from tests.browser.conftest import ARGUMENTS, READY
from tests.browser.png import with_few_colours
from tests.loopback.playground_server import core, served

PICTURES = Path(__file__).parents[2] / "deploy" / "pictures"
CARD = (780, 1560)
CARD_HEIGHT = 1320
PLAYGROUND = (1200, 800)
MORNING = datetime(2026, 1, 15, 9, 41, tzinfo=UTC)


async def draw(chromium: str) -> None:
    """Write all pictures over the old ones."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        async with (
            core(catalogue.load(), Path(folder)) as teapot,
            served(teapot) as url,
            async_playwright() as playwright,
        ):
            browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            card = await draw_card(await open_page(browser, url, *CARD))
            whole = await draw_playground(await open_page(browser, url, *PLAYGROUND))
            await browser.close()
    for name, picture in (("card", card), ("playground", whole)):
        (PICTURES / f"{name}.png").write_bytes(with_few_colours(picture))


async def draw_card(page: Page) -> bytes:
    """An automatic reply and a command's card, as Discord draws them."""
    await write(page, "the api says HTTP 502")
    await write(page, "/http 503")
    top = await page.locator("main").bounding_box()
    assert top is not None
    return await page.screenshot(clip={"x": 0, "y": top["y"], "width": CARD[0], "height": CARD_HEIGHT})


async def draw_playground(page: Page) -> bytes:
    """The whole page: silence with its reason, and a reply as Slack draws it, in dark."""
    await page.get_by_role("button", name="Dark mode").click()
    await show_as(page, "Slack")
    await write(page, "it listens on port 503")
    await write(page, "the gateway returned HTTP 502")
    return await page.screenshot()


async def open_page(browser: Browser, url: URL, width: int, height: int) -> Page:
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2,
        locale="en-GB",
        timezone_id="UTC",
        reduced_motion="reduce",
    )
    page = await context.new_page()
    await page.clock.set_fixed_time(MORNING)
    await page.goto(str(url))
    await page.wait_for_selector(READY)
    return page


def main() -> int:
    """Draw; exit code 2 when there is nothing to draw with."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("Chromium is missing; on Debian: apt-get install -y chromium fonts-noto-cjk\n")
        return 2
    asyncio.run(draw(chromium))
    return 0


if __name__ == "__main__":
    sys.exit(main())
