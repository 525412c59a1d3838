"""Slack keeps the contract, in Socket Mode and in HTTP mode."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from teapot.testing import AdapterContract
from tests.loopback.slack_platform import SlackPlatform
from tests.loopback.slack_teapot import Mode, workspace


class TestSlack(AdapterContract):
    """The scenes, and after each of them: nothing refused, late, unreadable or pinging."""

    @pytest.fixture(params=["sockets", "http"])
    async def platform(self, request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[SlackPlatform]:
        mode: Mode = request.param
        async with workspace(tmp_path, mode) as (people, _):
            yield SlackPlatform(people)
            assert people.server.state.refused == []
