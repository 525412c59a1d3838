"""The doctor: what is wrong is told with its remedy, what is sound is said to be, and nothing is changed or shown."""

import asyncio
import json
import os
import re
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from teapot import checks
from teapot.cli import main
from teapot.doctor import Diagnosis, document, examine, lines
from teapot.store import DRIVERS

SLACK = {"SLACK_BOT_TOKEN": "xoxb-hunter2", "SLACK_APP_TOKEN": "xapp-hunter2"}
POSTGRESQL = "TEAPOT_DATABASE_URL: PostgreSQL cannot be used"
STRANGER = """
only_when_alone = False

def read_config(env):
    return {} if "STRANGE_TOKEN" in env else None

def mode(config):
    return "by pigeon"
"""


@pytest.fixture
def home(tmp_path: Path) -> Mapping[str, str]:
    """An environment with a home of its own and any free port."""
    return {"HOME": str(tmp_path), "TEAPOT_PORT": "0"}


@pytest.fixture
def taken_port() -> Iterator[int]:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        yield listener.getsockname()[1]


def problems(diagnosis: Diagnosis, part: str) -> tuple[str, ...]:
    return next(check.problems for check in diagnosis.checks if check.part == part)


async def test_with_nothing_set_the_playground_would_start(home: Mapping[str, str]) -> None:
    diagnosis = await examine(home)
    assert diagnosis.is_well()
    assert [platform.name for platform in diagnosis.platforms] == ["playground"]


async def test_with_tokens_their_platforms_would_start_and_the_playground_would_not(home: Mapping[str, str]) -> None:
    diagnosis = await examine({**home, **SLACK, "DISCORD_TOKEN": "hunter2"})
    assert [(one.name, one.variables) for one in diagnosis.platforms] == [
        ("discord", ("DISCORD_TOKEN",)),
        ("slack", ("SLACK_APP_TOKEN", "SLACK_BOT_TOKEN")),
    ]


async def test_a_platform_set_up_from_files_is_listed_by_the_variables_it_fills(
    home: Mapping[str, str], tmp_path: Path
) -> None:
    (tmp_path / "token").write_text("hunter2")
    (platform,) = (await examine({**home, "DISCORD_TOKEN_FILE": str(tmp_path / "token")})).platforms
    assert platform.variables == ("DISCORD_TOKEN",)


async def test_an_adapter_of_somebody_elses_says_its_mode(
    home: Mapping[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "strange.py").write_text(STRANGER)
    installed = tmp_path / "strange-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: strange\nVersion: 1\n")
    (installed / "entry_points.txt").write_text("[teapot.adapters]\nstrange = strange\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    diagnosis = await examine({**home, "STRANGE_TOKEN": "hunter2"})
    assert "         strange, by pigeon (set: STRANGE_TOKEN)" in lines(diagnosis)


async def test_every_problem_of_the_configuration_is_told(home: Mapping[str, str]) -> None:
    diagnosis = await examine({**home, "TEAPOT_LANGUAGE": "xx", "SLACK_BOT_TOKEN": "hunter2"})
    told = problems(diagnosis, "configuration")
    assert any(problem.startswith("TEAPOT_LANGUAGE: ") for problem in told)
    assert any(problem.startswith("SLACK_BOT_TOKEN: ") for problem in told)


async def test_no_platform_would_start_while_there_is_a_problem(home: Mapping[str, str]) -> None:
    diagnosis = await examine({**home, **SLACK, "TEAPOT_LANGUAGE": "xx"})
    assert diagnosis.platforms == ()
    assert lines(diagnosis)[-1] == "teapot run would not start; mend what is marked PROBLEM."


async def test_the_database_is_looked_at_when_only_an_adapters_part_is_wrong(
    home: Mapping[str, str], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    address = f"sqlite:///{tmp_path}/file/teapot.sqlite3"
    diagnosis = await examine({**home, "SLACK_BOT_TOKEN": "x", "TEAPOT_DATABASE_URL": address})
    assert problems(diagnosis, "configuration")
    assert problems(diagnosis, "database")


def test_the_doctor_makes_no_database(home: Mapping[str, str], tmp_path: Path) -> None:
    assert asyncio.run(examine(home)).is_well()
    assert list(tmp_path.iterdir()) == []


async def test_a_database_in_use_is_sound(home: Mapping[str, str], tmp_path: Path) -> None:
    file = tmp_path / "teapot.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE kept (value)")
        diagnosis = await examine({**home, "TEAPOT_DATABASE_URL": f"sqlite:///{file}"})
    assert diagnosis.is_well()


async def test_a_database_in_memory_is_said_to_be_forgotten(home: Mapping[str, str]) -> None:
    told = lines(await examine({**home, "TEAPOT_DATABASE_URL": "sqlite://"}))
    assert "ok       database       in memory: forgotten when the process ends" in told


async def test_a_file_that_is_no_database_is_told(home: Mapping[str, str], tmp_path: Path) -> None:
    file = tmp_path / "teapot.sqlite3"
    file.write_bytes(b"not a database, but long enough to be looked at" * 100)
    (problem,) = problems(await examine({**home, "TEAPOT_DATABASE_URL": f"sqlite:///{file}"}), "database")
    assert problem.startswith(f"TEAPOT_DATABASE_URL: {file} cannot be used (file is not a database)")


async def test_a_folder_that_cannot_be_written_is_told(home: Mapping[str, str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    address = f"sqlite:///{tmp_path}/file/deeper/teapot.sqlite3"
    (problem,) = problems(await examine({**home, "TEAPOT_DATABASE_URL": address}), "database")
    assert problem.startswith(f"TEAPOT_DATABASE_URL: cannot write in {tmp_path}/file (Not a directory)")


@pytest.mark.parametrize(
    "address",
    ["mysql://localhost/teapot", "hunter2", "://", "oracle+x://u:hunter2@h/d", "postgresql://u:p@h:hunter2/d"],
)
async def test_an_address_of_no_database_of_ours_is_told(home: Mapping[str, str], address: str) -> None:
    diagnosis = await examine({**home, "TEAPOT_DATABASE_URL": address})
    assert problems(diagnosis, "database")
    assert "hunter2" not in document(diagnosis)


async def test_a_postgresql_that_answers_is_sound(home: Mapping[str, str], new_postgres: Callable[[], str]) -> None:
    assert (await examine({**home, "TEAPOT_DATABASE_URL": new_postgres()})).is_well()


async def test_a_postgresql_without_that_database_is_told(
    home: Mapping[str, str], new_postgres: Callable[[], str]
) -> None:
    address = re.sub(r"/teapot_\w+\?", "/nothing?", new_postgres())
    (problem,) = problems(await examine({**home, "TEAPOT_DATABASE_URL": address}), "database")
    assert problem.startswith(f"{POSTGRESQL} (InvalidCatalogNameError); check")


async def test_a_postgresql_user_who_may_make_no_tables_is_told(
    home: Mapping[str, str], new_postgres: Callable[[], str]
) -> None:
    address = new_postgres()
    engine = create_async_engine(make_url(address).set(drivername=DRIVERS["postgresql"]))
    async with engine.begin() as connection:
        await connection.execute(text("CREATE ROLE guest LOGIN"))
    await engine.dispose()
    as_guest = make_url(address).set(username="guest").render_as_string(hide_password=False)
    (problem,) = problems(await examine({**home, "TEAPOT_DATABASE_URL": as_guest}), "database")
    assert problem.startswith("TEAPOT_DATABASE_URL: this user may not create tables; GRANT")


async def test_a_postgresql_that_is_not_there_is_told(home: Mapping[str, str]) -> None:
    with closing(socket.socket()) as unheard:
        unheard.bind(("127.0.0.1", 0))
        address = f"postgresql://ann:hunter2@127.0.0.1:{unheard.getsockname()[1]}/teapot"
        diagnosis = await examine({**home, "TEAPOT_DATABASE_URL": address})
    (problem,) = problems(diagnosis, "database")
    assert problem.startswith(f"{POSTGRESQL} (ConnectionRefusedError); check")


async def test_a_postgresql_that_says_nothing_is_waited_for_in_bounded_time(
    home: Mapping[str, str], taken_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "DATABASE_SECONDS", 0.1)
    address = f"postgresql://ann@127.0.0.1:{taken_port}/teapot"
    (problem,) = problems(await examine({**home, "TEAPOT_DATABASE_URL": address}), "database")
    assert problem.startswith(f"{POSTGRESQL} (no answer in 0.1 s); check")


async def test_a_port_that_something_else_uses_is_told(
    home: Mapping[str, str], taken_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "ANSWER_SECONDS", 0.1)
    (problem,) = problems(await examine({**home, "TEAPOT_PORT": str(taken_port)}), "port")
    assert "(Address already in use); choose another" in problem


async def test_an_address_that_is_not_this_machines_is_told(home: Mapping[str, str]) -> None:
    (problem,) = problems(await examine({**home, "TEAPOT_HOST": "192.0.2.1"}), "port")
    assert problem.startswith("TEAPOT_HOST, TEAPOT_PORT: cannot listen on 192.0.2.1:0 (Cannot assign")


@asynccontextmanager
async def running_teapot(home: Mapping[str, str]) -> AsyncIterator[int]:
    """A Teapot in a process of its own; gives its port once it listens."""
    teapot = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from teapot.cli import main; main()", "run", env={**os.environ, **home},
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert teapot.stderr is not None
    try:
        before = await teapot.stderr.readuntil(b"http://127.0.0.1:")
        port = await teapot.stderr.readuntil(b"/")
        assert b"listening" in before
        yield int(port[:-1])
    finally:
        teapot.terminate()
        await teapot.communicate()


async def test_a_port_that_a_teapot_serves_already_is_no_problem(home: Mapping[str, str]) -> None:
    async with running_teapot(home) as port:
        diagnosis = await examine({**home, "TEAPOT_PORT": str(port)})
    assert f"ok       port           127.0.0.1:{port} is served by a Teapot that runs already" in lines(diagnosis)


@pytest.mark.parametrize("wrong", [{}, {"TEAPOT_LANGUAGE": "hunter2"}, {"SLACK_SIGNING_SECRET": "hunter2", "X": "1"}])
async def test_no_secret_is_shown(home: Mapping[str, str], wrong: Mapping[str, str]) -> None:
    address = "postgresql://hunter2:hunter2@127.0.0.1:1/teapot"
    env = {**home, **SLACK, "DISCORD_TOKEN": "hunter2", "TEAPOT_DATABASE_URL": address, **wrong}
    diagnosis = await examine(env)
    assert "hunter2" not in document(diagnosis) + "".join(lines(diagnosis))


def test_the_command_ends_with_0_when_all_is_well(
    home: Mapping[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in home.items():
        monkeypatch.setenv(name, value)
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out.startswith("ok       configuration  understood\n")


def test_the_command_ends_with_2_and_one_document_when_something_is_wrong(
    home: Mapping[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {**home, "TEAPOT_PORT": "http"}.items():
        monkeypatch.setenv(name, value)
    assert main(["doctor", "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["checks"][0]["ok"]) == (False, False)
    assert told["checks"][0]["problems"][0].startswith("TEAPOT_PORT: not understood")


async def test_statistics_without_a_picture_are_no_problem_and_the_remedy_is_told(
    home: Mapping[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    diagnosis = await examine(home)
    assert diagnosis.is_well()
    assert "install teapot-bot[stats]" in detail(diagnosis, "picture")


async def test_statistics_with_a_picture_are_told(home: Mapping[str, str]) -> None:
    assert "with a picture" in detail(await examine(home), "picture")


def detail(diagnosis: Diagnosis, part: str) -> str:
    return next(check.detail for check in diagnosis.checks if check.part == part)
