"""The playground when something is missing: the server, or an adapter."""

import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from teapot.bot import Teapot
from teapot.catalogue import Catalogue
from tests.browser.acting import cards, write
from tests.loopback.playground_server import core, served

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def teapot(known: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Teapot]:
    async with core(known, tmp_path_factory.mktemp("playground")) as teapot:
        yield teapot


@pytest_asyncio.fixture(loop_scope="module")
async def new_page(browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(locale="en-US")
    yield await context.new_page()
    await context.close()


async def test_a_lost_server_is_told_and_what_was_written_is_sent_when_it_is_back(
    new_page: Page, teapot: Teapot
) -> None:
    banner = new_page.get_by_role("alert")
    async with AsyncExitStack() as first:
        url = await first.enter_async_context(served(teapot))
        await new_page.goto(str(url))
        await write(new_page, "it listens on port 503")
        await expect(banner).to_be_empty()
    exchange = await write(new_page, "the api says HTTP 502")
    await expect(banner).to_contain_text("The server does not answer")
    await expect(exchange).to_contain_text("Not sent")
    await expect(cards(exchange)).to_have_count(0)
    assert url.port is not None
    async with served(teapot, port=url.port):
        await banner.get_by_role("button", name="Try again").click()
        await expect(cards(exchange)).to_have_count(1)
        await expect(banner).to_be_empty()
        await expect(exchange).not_to_contain_text("Not sent")


async def test_the_page_finds_a_server_that_is_back_by_itself(new_page: Page, teapot: Teapot) -> None:
    async with served(teapot) as url:
        await new_page.goto(str(url))
        await new_page.wait_for_selector("html[data-ready]")
    exchange = await write(new_page, "/http 503")
    await expect(exchange).to_contain_text("Not sent")
    assert url.port is not None
    async with served(teapot, port=url.port):
        await expect(cards(exchange)).to_have_count(1, timeout=8_000)


async def test_a_platform_that_is_not_installed_is_told_in_the_switch(
    new_page: Page, teapot: Teapot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "teapot_slack.adapter", None)
    async with served(teapot) as url:
        await new_page.goto(str(url))
        switch = new_page.get_by_role("radio", name="Slack: not installed")
        await expect(switch).to_be_disabled()
        await expect(new_page.get_by_title("install teapot-bot[slack]")).to_be_visible()
        exchange = await write(new_page, "/http 503")
        await expect(exchange.locator(".discord-embed")).to_have_count(1)


async def test_without_any_platform_the_facts_are_told_as_text(
    new_page: Page, teapot: Teapot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "teapot_slack.adapter", None)
    monkeypatch.setitem(sys.modules, "teapot_discord.adapter", None)
    async with served(teapot) as url:
        await new_page.goto(str(url))
        exchange = await write(new_page, "/http 503")
        await expect(exchange).to_contain_text("503 Service Unavailable: ")
        await expect(exchange).to_contain_text("not installed")
