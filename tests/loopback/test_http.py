"""The one HTTP port: health, readiness, and what happens when the address cannot be used."""

import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession
from yarl import URL

from teapot.adapters import load_server
from teapot.bot import Teapot
from teapot.catalogue import Catalogue
from teapot.config import Config
from teapot.problems import ConfigError
from tests.loopback.playground_server import core, served


@pytest.fixture
async def teapot(known: Catalogue, tmp_path: Path) -> AsyncIterator[Teapot]:
    async with core(known, tmp_path) as teapot:
        yield teapot


@pytest.fixture
async def url(teapot: Teapot) -> AsyncIterator[URL]:
    async with served(teapot) as url:
        yield url


async def looked_up(url: URL) -> tuple[int, object]:
    async with ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.json()


async def test_a_running_process_is_alive(url: URL) -> None:
    assert await looked_up(url / "healthz") == (200, {"alive": True})


async def test_ready_when_every_part_is(url: URL) -> None:
    parts = {"playground": {"ready": True, "detail": ""}}
    assert await looked_up(url / "readyz") == (200, {"ready": True, "parts": parts})


async def test_not_ready_while_a_part_is_not(teapot: Teapot, url: URL) -> None:
    teapot.health.report("discord", ready=False, detail="connecting")
    code, told = await looked_up(url / "readyz")
    assert code == 503
    assert isinstance(told, dict)
    assert told["parts"]["discord"] == {"ready": False, "detail": "connecting"}


async def test_alive_though_not_ready(teapot: Teapot, url: URL) -> None:
    teapot.health.report("discord", ready=False)
    code, _ = await looked_up(url / "healthz")
    assert code == 200


async def test_a_taken_port_is_told_with_its_remedy(teapot: Teapot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ConfigError, match=rf"TEAPOT_HOST, TEAPOT_PORT: .*127\.0\.0\.1:{port} .*choose another"):
            await load_server().serve(teapot, Config(port=port), ())


async def test_an_address_of_another_machine_is_told(teapot: Teapot) -> None:
    with pytest.raises(ConfigError, match=r"TEAPOT_HOST, TEAPOT_PORT: .*192\.0\.2\.1"):
        await load_server().serve(teapot, Config(host="192.0.2.1", port=0), ())


async def test_the_port_is_free_again_afterwards(teapot: Teapot) -> None:
    async with served(teapot) as first:
        port = first.port
    assert port is not None
    async with served(teapot, port=port) as again:
        assert (await looked_up(again / "healthz"))[0] == 200
