"""The playground for everybody: keys alone, screen readers, light and dark, small screens, little motion."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.acting import cards, show_as, write
from tests.browser.conftest import Visits

pytestmark = pytest.mark.asyncio(loop_scope="module")

NAMED_ROLES = frozenset(
    {
        "button",
        "link",
        "textbox",
        "combobox",
        "radio",
        "option",
        "listbox",
        "heading",
        "image",
        "log",
        "region",
        "article",
    }
)
CONTRAST = """
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const over = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (colour) => {
    const linear = (part) => (part <= 10 ? part / 3295 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = colour.map(linear);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const poor = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const owner = texts.currentNode.parentElement;
    const isLeftOut = owner.closest(".unseen, .skip, noscript, :disabled");
    if (!texts.currentNode.data.trim() || !owner.checkVisibility() || isLeftOut) {
      continue;
    }
    const layers = [];
    for (let at = owner; at; at = at.parentElement) {
      layers.unshift(getComputedStyle(at).backgroundColor);
    }
    const style = getComputedStyle(owner);
    const [light, dark] = [luminance(over(layers)), luminance(over([...layers, style.color]))].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < (isLarge ? 3 : 4.5)) {
      poor.push(`${ratio.toFixed(2)} ${owner.className || owner.tagName}: ${texts.currentNode.data.trim()}`);
    }
  }
  return poor;
}
"""


async def full_of_cards(page: Page) -> None:
    """A page with a bit of everything on it."""
    await write(page, "the api says HTTP 502")
    await write(page, "it listens on port 503")
    exchange = await write(page, "/http 404 private")
    await exchange.get_by_role("button", name="Details").click()
    await expect(exchange.get_by_role("button", name="Back")).to_be_visible()


async def accessible(page: Page) -> list[dict[str, Any]]:
    """The tree that a screen reader is given, as Chromium computes it."""
    session = await page.context.new_cdp_session(page)
    tree = await session.send("Accessibility.getFullAXTree")
    await session.detach()
    return [node for node in tree["nodes"] if not node["ignored"]]


def said(node: dict[str, Any], name: str) -> str:
    return str(node.get(name, {}).get("value", ""))


def nameless(nodes: list[dict[str, Any]]) -> Iterator[str]:
    for node in nodes:
        if said(node, "role") in NAMED_ROLES and not said(node, "name").strip():
            yield said(node, "role")


@pytest.mark.parametrize("platform", ["Discord", "Slack"])
async def test_everything_to_use_or_read_has_a_name(page: Page, platform: str) -> None:
    await show_as(page, platform)
    await full_of_cards(page)
    await page.get_by_role("combobox", name="Related codes").click()
    assert list(nameless(await accessible(page))) == []


async def test_the_empty_page_has_names_for_everything(page: Page) -> None:
    assert list(nameless(await accessible(page))) == []


async def test_the_switches_are_groups_with_a_name(page: Page) -> None:
    await expect(page.get_by_role("group", name="Draw cards as").get_by_role("radio")).to_have_count(2)
    await expect(page.get_by_role("group", name="As", exact=True).get_by_role("radio")).to_have_count(3)


async def test_the_parts_of_the_page_can_be_jumped_to(page: Page) -> None:
    await full_of_cards(page)
    roles = {said(node, "role") for node in await accessible(page)}
    assert {"banner", "main", "log", "article"} <= roles


async def test_the_conversation_is_read_out_as_it_grows(page: Page) -> None:
    log = page.get_by_role("log", name="Conversation", include_hidden=True)
    assert await log.get_attribute("aria-live") in {None, "polite"}
    await write(page, "the api says HTTP 502")
    await expect(log.get_by_role("group", name="Teapot: 502 Bad Gateway")).to_be_visible()


async def test_a_redrawn_conversation_is_not_read_out_again(page: Page) -> None:
    await write(page, "the api says HTTP 502")
    await show_as(page, "Slack")
    assert await page.locator("#log").get_attribute("aria-live") == "off"
    await expect(page.locator("#log")).not_to_have_attribute("aria-live", "off")


async def test_headings_step_down_one_at_a_time(page: Page) -> None:
    levels = [
        await one.evaluate("heading => Number(heading.tagName[1])") for one in await page.get_by_role("heading").all()
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


async def test_ids_are_unique(page: Page) -> None:
    await full_of_cards(page)
    ids = await page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


async def test_the_whole_conversation_works_with_keys_alone(page: Page) -> None:
    await expect(page.locator("#text")).to_be_focused()
    await page.keyboard.type("the api says HTTP 502")
    await page.keyboard.press("Enter")
    await expect(cards(page.locator(".exchange"))).to_have_count(1)
    await expect(page.locator("#text")).to_be_focused()
    for _ in range(await page.locator(".stage").locator("a, button, summary").count()):
        await page.keyboard.press("Shift+Tab")
        if await page.evaluate("document.activeElement.textContent") == "Details":
            break
    await page.keyboard.press("Enter")
    await expect(cards(page.locator(".exchange")).nth(1)).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(cards(page.locator(".exchange")).nth(1).get_by_role("link").first).to_be_focused()


async def test_the_focus_goes_through_the_page_in_reading_order(page: Page) -> None:
    await page.locator(".skip").focus()
    seen = []
    for _ in range(5):
        await page.keyboard.press("Tab")
        seen.append(
            await page.evaluate("(({ id, value, className }) => id || value || className)(document.activeElement)")
        )
    assert seen == ["discord", "language", "theme", "fresh", "chip"]


async def test_the_first_link_skips_to_the_field(page: Page) -> None:
    first = page.locator("a, button, input, select, textarea").first
    await first.focus()
    await expect(first).to_have_text("Skip to the message field")
    await expect(first).to_have_css("clip-path", "none")
    await page.keyboard.press("Enter")
    await expect(page.locator("#text")).to_be_focused()


async def test_the_focus_is_seen_wherever_it_is(page: Page) -> None:
    await write(page, "/http 404 private")
    for _ in range(24):
        await page.keyboard.press("Tab")
        outline = await page.evaluate(
            """() => {
              const at = document.activeElement;
              const seen = [at, at.nextElementSibling].filter(Boolean).map((one) => getComputedStyle(one).outlineStyle);
              return at === document.body || at.closest(".box") !== null || seen.some((style) => style !== "none");
            }"""
        )
        assert outline, await page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("platform", ["Discord", "Slack"])
async def test_every_text_stands_out_from_its_ground(visits: Visits, scheme: str, platform: str) -> None:
    page = await visits.new(color_scheme=scheme, reduced_motion="reduce")
    assert await page.evaluate(CONTRAST) == []
    await show_as(page, platform)
    await full_of_cards(page)
    assert await page.evaluate(CONTRAST) == []


async def test_the_systems_dark_mode_is_followed(visits: Visits) -> None:
    page = await visits.new(color_scheme="dark")
    await expect(page.locator("body")).to_have_css("background-color", "rgb(20, 23, 25)")
    await expect(page.get_by_role("button", name="Dark mode")).to_have_attribute("aria-pressed", "true")


async def test_the_dark_mode_can_be_chosen_and_stays(page: Page) -> None:
    await page.get_by_role("button", name="Dark mode").click()
    await expect(page.locator("body")).to_have_css("background-color", "rgb(20, 23, 25)")
    await page.reload()
    await expect(page.locator("body")).to_have_css("background-color", "rgb(20, 23, 25)")


@pytest.mark.parametrize("platform", ["Discord", "Slack"])
@pytest.mark.parametrize("locale", ["en-US", "zh-TW"])
async def test_nothing_sticks_out_on_a_phone(visits: Visits, platform: str, locale: str) -> None:
    page = await visits.new(viewport={"width": 340, "height": 640}, is_mobile=True, has_touch=True, locale=locale)
    wide = "[document.documentElement, document.querySelector('main')].some((one) => one.scrollWidth > one.clientWidth)"
    assert not await page.evaluate(wide)
    await show_as(page, platform)
    await write(page, 'GET /a/very/long/path/without/any/space/in/it HTTP/1.1" 502 0')
    await write(page, "/http 404 private")
    assert not await page.evaluate(wide)


async def test_on_a_phone_the_field_is_not_focused_unasked(visits: Visits) -> None:
    page = await visits.new(viewport={"width": 340, "height": 640}, is_mobile=True, has_touch=True)
    await expect(page.locator("#text")).not_to_be_focused()


async def test_little_motion_where_little_is_wished(visits: Visits) -> None:
    page = await visits.new(reduced_motion="reduce")
    exchange = await write(page, "the api says HTTP 502")
    await expect(exchange).to_have_css("animation-name", "none")
    await expect(page.locator("main")).to_have_css("scroll-behavior", "auto")
