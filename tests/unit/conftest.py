"""What unit tests share: a team on each of the two engines, bots over a database, the index."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from teapot.asked import Asked
from teapot.bot import Teapot
from teapot.catalogue import Catalogue
from teapot.lookup import Index, build_index
from teapot.replies import open_replies
from teapot.tallies import open_tallies
from teapot.team import Team
from tests.scenes import Open, Scene, ToldHealth
from tests.teams import asked_by, open_team, open_teapot, teapot_of


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


@pytest.fixture
async def opened(index: Index) -> AsyncIterator[Open]:
    """Opens bots, which are closed at the end."""
    async with AsyncExitStack() as stack:

        async def open_scene(url: str) -> Scene:
            health = ToldHealth()
            return Scene(await stack.enter_async_context(open_teapot(url, index, health=health)), health)

        yield open_scene


@pytest.fixture
async def teapot(index: Index, team: Team) -> AsyncIterator[Teapot]:
    """The bot over the team's database."""
    async with open_replies(team.engine) as replies, open_tallies(team.engine) as tallies:
        yield teapot_of(index, team, replies, tallies)
