"""Who may drive the playground, what it takes, and what it says to everybody else."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from typing import Any, cast

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from structlog.testing import capture_logs
from yarl import URL

from teapot.bot import Teapot
from teapot.catalogue import Catalogue
from teapot.lookup import Index
from tests.loopback.playground_server import core, post, served

pytestmark = pytest.mark.asyncio(loop_scope="module")

Told = tuple[int, Mapping[str, Any]]
ASK = {"channel": "1234abcd", "person": "you", "locale": "en-US", "query": "503"}
SAY = {"channel": "1234abcd", "person": "you", "locale": "en-US", "id": "message1", "text": "HTTP 503"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def teapot(known: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Teapot]:
    async with core(known, tmp_path_factory.mktemp("playground")) as teapot:
        yield teapot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def url(teapot: Teapot) -> AsyncIterator[URL]:
    async with served(teapot) as url:
        yield url


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def session() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


async def sent(session: ClientSession, url: URL, message: object, **headers: str) -> Told:
    """The answer to one message of the page, with other headers than the page's where they are given."""
    headers = {"Origin": str(url.origin()), **{name.replace("_", "-"): value for name, value in headers.items()}}
    path = url / "playground" / ("say" if isinstance(message, dict) and "text" in message else "ask")
    async with session.post(path, json=message, headers=headers) as answer:
        return answer.status, await answer.json()


async def test_a_name_pointed_here_by_a_stranger_is_refused(session: ClientSession, url: URL) -> None:
    async with session.get(url, headers={"Host": "evil.example"}) as answer:
        assert answer.status == 421
        assert "TEAPOT_HOST" in (await answer.json())["problem"]


async def test_a_stranger_under_its_own_name_cannot_post(session: ClientSession, url: URL) -> None:
    code, _ = await sent(session, url, ASK, Host="evil.example", Origin="http://evil.example")
    assert code == 421


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "http://127.0.0.1", "file://"])
async def test_another_pages_post_is_refused(session: ClientSession, url: URL, origin: str) -> None:
    code, _ = await sent(session, url, ASK, Origin=origin)
    assert code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
async def test_a_post_that_the_browser_calls_foreign_is_refused(session: ClientSession, url: URL, site: str) -> None:
    code, _ = await sent(session, url, ASK, Sec_Fetch_Site=site)
    assert code == 403


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
async def test_what_a_form_could_send_is_refused(session: ClientSession, url: URL, kind: str) -> None:
    code, _ = await sent(session, url, ASK, Content_Type=kind)
    assert code == 415


async def test_our_own_page_is_answered(session: ClientSession, url: URL) -> None:
    code, told = await sent(session, url, ASK, Sec_Fetch_Site="same-origin")
    assert (code, told["reply"]["place"]) == (200, "public")


@pytest.mark.parametrize(
    ("message", "problem"),
    [
        ([], "array"),
        ({}, "missing required field `channel`"),
        ({**ASK, "query": 503}, "$.query"),
        ({**ASK, "query": "x" * 4001}, "length <= 4000"),
        ({**ASK, "channel": "../../etc"}, "$.channel"),
        ({**ASK, "person": "root"}, "$.person"),
        ({**ASK, "locale": "<script>"}, "$.locale"),
        ({**ASK, "manages": True}, "unknown field `manages`"),
        ({**SAY, "age_seconds": -1}, "$.age_seconds"),
        ({**SAY, "id": ""}, "$.id"),
    ],
)
async def test_what_does_not_fit_is_told(session: ClientSession, url: URL, message: object, problem: str) -> None:
    code, told = await sent(session, url, message)
    assert code == 400
    assert problem in told["problem"]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'"\\ud800"', b"[" * 5000])
async def test_no_json_is_told(session: ClientSession, url: URL, body: bytes) -> None:
    headers = {"Origin": str(url.origin()), "Content-Type": "application/json"}
    async with session.post(url / "playground" / "ask", data=body, headers=headers) as answer:
        assert answer.status == 400
        assert (await answer.json())["problem"]


async def test_a_huge_body_is_refused(session: ClientSession, url: URL) -> None:
    code, _ = await sent(session, url, {**ASK, "more": "x" * 70_000})
    assert code == 413


@pytest.mark.parametrize("path", ["/", "/playground/page.js", "/playground/page.css", "/playground/start.json"])
async def test_everything_comes_with_the_strict_headers(session: ClientSession, url: URL, path: str) -> None:
    async with session.get(url.with_path(path)) as answer:
        policy = answer.headers["Content-Security-Policy"].split("; ")
        assert answer.status == 200
        pictures = "img-src 'self' data:"
        assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", pictures} <= set(policy)
        assert not {word for rule in policy if rule != pictures for word in rule.split()} & {
            "'unsafe-inline'",
            "'unsafe-eval'",
            "*",
            "data:",
        }
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_refusal_comes_with_the_strict_headers(session: ClientSession, url: URL) -> None:
    async with session.post(url / "playground" / "ask", json=ASK) as answer:
        assert answer.status == 403
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


async def test_one_page_knows_nothing_of_another(session: ClientSession, url: URL) -> None:
    first = await post(session, url, "say", id="message1", text="HTTP 503", channel="channel1")
    other = await post(session, url, "say", id="message1", text="HTTP 503", channel="channel2")
    assert (first["reason"], other["reason"]) == ("mentioned", "mentioned")


async def test_the_body_is_what_the_adapter_would_send(session: ClientSession, url: URL) -> None:
    told = await post(session, url, "ask", query="503")
    assert set(told["reply"]["bodies"]) == {"discord", "slack"}
    assert told["reply"]["bodies"]["discord"]["allowed_mentions"] == {"parse": []}


async def test_statistics_bring_their_picture_along(session: ClientSession, url: URL) -> None:
    await post(session, url, "ask", query="503")
    drawn = (await post(session, url, "ask", query="stats"))["reply"]
    assert drawn["picture"]["url"].startswith("data:image/png;base64,iVBORw0KGgo")
    assert "503: " in drawn["picture"]["alt"]
    assert drawn["bodies"]["discord"]["embeds"][0]["image"]["url"] == f"attachment://{drawn['picture']['name']}"
    assert drawn["bodies"]["slack"]["files"][0]["name"] == drawn["picture"]["name"]


async def test_other_cards_bring_no_picture(session: ClientSession, url: URL) -> None:
    assert (await post(session, url, "ask", query="503"))["reply"]["picture"] is None


async def test_a_button_of_another_program_is_told_to_be_gone(session: ClientSession, url: URL) -> None:
    told = await post(session, url, "press", token="x" * 150, on_private_card=False, locale="zh-TW")
    assert told["reply"]["place"] == "private"
    assert told["reply"]["language"] == "zh-Hant"


async def test_suggestions_are_at_most_what_discord_takes(session: ClientSession, url: URL) -> None:
    told = await post(session, url, "suggest", typed="4")
    assert len(told["lines"]) == 25
    assert {"label", "query"} == set(told["lines"][0])


async def test_a_failure_inside_is_told_as_a_card_and_logged_without_the_text(
    session: ClientSession, teapot: Teapot
) -> None:
    broken = replace(teapot, index=cast(Index, None))
    async with served(broken) as url:
        with capture_logs() as logs:
            code, told = await sent(session, url, {**ASK, "query": "my secret words", "locale": "zh-CN"})
    assert (code, told["reply"]["place"], told["reply"]["language"]) == (500, "private", "zh-Hans")
    (entry,) = logs
    assert (entry["channel"], entry["path"], entry["exc_info"]) == ("1234abcd", "/playground/ask", True)
    assert "secret" not in str(logs)
