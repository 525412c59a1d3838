"""A team on each of the two engines."""

from collections.abc import AsyncIterator

import pytest

from teapot.asked import Asked
from teapot.catalogue import Catalogue
from teapot.lookup import Index, build_index
from teapot.team import Team
from tests.teams import asked_by, open_team


@pytest.fixture
async def team(database_url: str) -> AsyncIterator[Team]:
    async with open_team(database_url) as opened:
        yield opened


@pytest.fixture
def asked(team: Team, known: Catalogue) -> Asked:
    return asked_by(team, known)


@pytest.fixture(scope="session")
def index(known: Catalogue) -> Index:
    return build_index(known)
