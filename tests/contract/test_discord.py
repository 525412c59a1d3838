"""Discord keeps the contract: the real discord.py against a server that refuses what Discord refuses."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from teapot.catalogue import Catalogue
from teapot.lookup import Index, build_index
from teapot.testing import AdapterContract
from tests.loopback.discord_platform import DiscordPlatform
from tests.loopback.discord_scene import playing
from tests.loopback.discord_state import Discord


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


class TestDiscord(AdapterContract):
    @pytest.fixture
    async def platform(self, index: Index, tmp_path: Path) -> AsyncIterator[DiscordPlatform]:
        async with playing(index, tmp_path, Discord()) as scene:
            yield scene.platform
