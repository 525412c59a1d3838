"""The field on a card that one types into, with entries to open, against Slack on loopback."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from teapot.lookup import Suggestion
from teapot_slack import limits, render
from tests.loopback.slack_payloads import ANN
from tests.loopback.slack_state import Post
from tests.loopback.slack_teapot import Mode, workspace
from tests.loopback.slack_workspace import Workspace, text_of, title_of


@pytest.fixture(params=["sockets", "http"])
async def people(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Workspace]:
    mode: Mode = request.param
    async with workspace(tmp_path, mode) as (found, _):
        yield found
        assert found.server.state.refused == []


async def shown(people: Workspace, query: str = "") -> Post:
    return (await people.command(query)).answers[0]


async def labels(people: Workspace, post: Post, typed: str) -> list[str]:
    return [option["text"]["text"] for option in await people.type_into(post, typed)]


@pytest.mark.parametrize("query", ["", "help", "pizza quattro stagioni"])
async def test_a_card_that_answers_nothing_has_a_field_to_type_into(people: Workspace, query: str) -> None:
    assert await labels(people, await shown(people, query), "503") != []


async def test_a_card_that_answers_has_none(people: Workspace) -> None:
    assert "external_select" not in str((await shown(people, "503")).body)


async def test_before_the_first_character_common_codes_are_offered(people: Workspace) -> None:
    assert "404 Not Found" in (await labels(people, await shown(people), ""))[:10]


async def test_at_most_a_hundred_are_offered(people: Workspace) -> None:
    assert len(await labels(people, await shown(people), "")) == 100


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("5", "5xx Server Error"),
        ("bad g", "502 Bad Gateway"),
        ("&lt;404&gt;", "404 Not Found"),
        ("网关超", "504 Gateway Timeout"),
    ],
)
async def test_what_is_offered_fits_what_is_typed(people: Workspace, typed: str, first: str) -> None:
    assert (await labels(people, await shown(people), typed))[0] == first


async def test_the_labels_are_in_the_cards_language(people: Workspace) -> None:
    people.server.state.locales[ANN] = "zh-TW"
    await people.command("help")
    await people.server.state.until(lambda: people.server.state.calls["users.info"], "a question about the person")
    assert (await labels(people, await shown(people), "504"))[0] == "504 Gateway Timeout · 閘道逾時"


async def test_what_resembles_nothing_is_offered_nothing(people: Workspace) -> None:
    assert await labels(people, await shown(people), "😀") == []


async def test_an_endless_text_is_offered_nothing(people: Workspace) -> None:
    assert await labels(people, await shown(people), "x" * 4000) == []


@pytest.mark.parametrize(
    ("typed", "title"), [("503", "503 Service Unavailable"), ("5xx", "5xx Server Error"), ("404.13", "404.13")]
)
async def test_a_picked_line_opens_its_entry_in_place(people: Workspace, typed: str, title: str) -> None:
    post = await shown(people)
    option = (await people.type_into(post, typed))[0]
    assert (await people.pick(post, option)).answers == [post]
    assert title_of(post.body).startswith(title)


async def test_two_codes_open_side_by_side(people: Workspace) -> None:
    post = await shown(people)
    await people.pick(post, (await people.type_into(post, "502 504"))[0])
    assert {"502", "504"} <= set(text_of(post.body).split())


def test_more_than_slack_takes_is_not_offered() -> None:
    many = [Suggestion(f"{number} {'x' * 100}", str(number)) for number in range(101)]
    offered = render.found(many, "en")
    assert len(offered) == limits.OPTIONS
    assert {len(option["text"]["text"]) for option in offered} == {limits.OPTION_TEXT}
