"""What all tests share: a real PostgreSQL from a wheel, fast property tests, the catalogue."""

import os
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from teapot import catalogue
from teapot.catalogue import Catalogue
from tests.outages import Line, Postgres

settings.register_profile("daily", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "daily"))


@pytest.fixture(scope="session")
def known() -> Catalogue:
    return catalogue.load()


@pytest.fixture(scope="session")
def _runtime_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The wheel wants such a folder when it is imported."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))


@pytest.fixture(scope="session")
def new_postgres(_runtime_folder: None) -> Iterator[Callable[[], str]]:
    """Makes an empty database on a PostgreSQL server of this test process and gives its address."""
    server = Postgres()
    try:
        yield lambda: server.make(f"teapot_{uuid.uuid4().hex}")
    finally:
        server.close()


@pytest.fixture
def own_postgres(_runtime_folder: None) -> Iterator[Postgres]:
    """A PostgreSQL server of this test alone, which may stop and start it."""
    server = Postgres()
    try:
        yield server
    finally:
        server.close()


@pytest.fixture
async def line(new_postgres: Callable[[], str]) -> AsyncIterator[Line]:
    """A line to an empty database on PostgreSQL, which can be held up."""
    async with Line(new_postgres()) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, on each of the two engines."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'teapot.sqlite3'}"
    address: str = request.getfixturevalue("new_postgres")()
    return address
