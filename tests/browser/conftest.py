"""A real Chromium, one for each test module, on the playground as it runs."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright
from yarl import URL

from teapot.catalogue import Catalogue
from tests.loopback.playground_server import core, served

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MILLISECONDS = 8_000
READY = "html[data-ready]"
MISSING = "Chromium is missing; on Debian: apt-get install -y chromium fonts-noto-cjk"


@dataclass(slots=True)
class Visits:
    """Opens the page for new visitors, and notes what a page should never do: complain, or ask another host."""

    browser: Browser
    address: URL
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    _open: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def new(self, **options: object) -> Page:
        """The page for a new visitor; options are those of a browser context."""
        context = await self.browser.new_context(**{"locale": "en-US", **options})  # type: ignore[arg-type]
        self._open.push_async_callback(context.close)
        context.set_default_timeout(PATIENCE_MILLISECONDS)
        page = await context.new_page()
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda asked: self.hosts.add(str(URL(asked.url).origin())))
        await page.goto(str(self.address))
        await page.wait_for_selector(READY)
        return page

    def nothing_amiss(self) -> None:
        """Fails on the first complaint, and on the first foreign host."""
        assert self.complaints == []
        assert self.hosts <= {str(self.address.origin())}

    async def close(self) -> None:
        await self._open.aclose()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where it is. The tests of the page are skipped for a newcomer who has none; in CI they fail without it."""
    found = shutil.which("chromium")
    if found is None and "CI" in os.environ:
        pytest.fail(MISSING)
    if found is None:
        pytest.skip(MISSING)
    return found


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        try:
            yield browser
        finally:
            await browser.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(known: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[URL]:
    async with core(known, tmp_path_factory.mktemp("playground")) as teapot, served(teapot) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="module")
async def visits(browser: Browser, address: URL) -> AsyncIterator[Visits]:
    visits = Visits(browser, address)
    try:
        yield visits
    finally:
        await visits.close()
    visits.nothing_amiss()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desktop(browser: Browser, address: URL) -> AsyncIterator[tuple[Visits, Page]]:
    visits = Visits(browser, address)
    try:
        yield visits, await visits.new()
    finally:
        await visits.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(desktop: tuple[Visits, Page]) -> AsyncIterator[Page]:
    """The page on a desktop, in English, for somebody who was never here before."""
    visits, page = desktop
    await page.evaluate("localStorage.clear()")
    await page.reload()
    await page.wait_for_selector(READY)
    yield page
    visits.nothing_amiss()
