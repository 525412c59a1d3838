"""Two replicas on one PostgreSQL: they start together, answer once between them, and see what the other was told."""

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from teapot import team as team_module
from teapot.bot import Teapot
from teapot.catalogue import Catalogue
from teapot.conversation import Channel, Command, IncomingMessage, Origin, Person
from teapot.decision import Reason
from teapot.lookup import Index, build_index
from teapot.replies import open_replies
from teapot.store import open_store
from teapot.tables import NEWEST
from tests.loopback.discord_platform import running
from tests.loopback.discord_scene import set_up
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import CHANNEL, GUILD, MANAGE_GUILD
from tests.teams import ANN, HERE, card_of, open_teapot, words_of

OPEN = """
import asyncio, sys
from teapot.store import open_store

async def main():
    print("here", flush=True)
    sys.stdin.readline()
    async with open_store(sys.argv[1]) as engine:
        print(engine.dialect.name)

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def index(known: Catalogue) -> Index:
    return build_index(known)


def revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


async def test_processes_that_start_together_on_an_empty_database_take_turns(database_url: str) -> None:
    pipe = asyncio.subprocess.PIPE
    starting = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", OPEN, database_url, stdin=pipe, stdout=pipe)
        for _ in range(3)
    ]
    for one in starting:
        assert one.stdout is not None
        assert await one.stdout.readline() == b"here\n"
    told = await asyncio.gather(*(one.communicate(b"go\n") for one in starting))
    assert [one.returncode for one in starting] == [0, 0, 0]
    assert len({said for said, _ in told}) == 1
    async with open_store(database_url) as engine, engine.connect() as connection:
        assert await connection.run_sync(revision) == NEWEST


async def test_of_two_replicas_that_take_a_message_at_once_one_gets_it(new_postgres: Callable[[], str]) -> None:
    url, now = new_postgres(), time.time()
    async with (
        open_store(url) as here,
        open_store(url) as there,
        open_replies(here) as ours,
        open_replies(there) as theirs,
    ):
        for number in range(20):
            both = (one.claim(HERE, f"m{number}", ("503",), now) for one in (ours, theirs))
            assert sorted(await asyncio.gather(*both)) == [False, True]


async def test_two_replicas_that_hear_the_same_answer_once(
    index: Index, new_postgres: Callable[[], str], tmp_path: Path
) -> None:
    url, discord, second = new_postgres(), Discord(), Discord()
    async with (
        set_up(index, tmp_path, discord, url) as scene,
        set_up(index, tmp_path, second, url) as other,
        running(discord, scene.teapot),
    ):
        other.health.discord = discord
        async with running(discord, other.teapot):
            assert len(discord.gateway.sessions) == 2
            for code in (500, 502, 503, 504):
                await scene.people.say(f"HTTP {code}")
            await scene.platform.replies(4)
            for code in (500, 502, 503, 504):
                await scene.people.say(f"HTTP {code} again")
            await scene.people.say("HTTP 507")
            assert len(await scene.platform.replies(5)) == 5


async def reasons(bots: tuple[Teapot, ...], texts: list[str]) -> list[Reason]:
    """What is decided about messages that all replicas hear at once, each one of its own."""
    now = time.time()
    heard = (
        bots[number % len(bots)].automatic.hear(IncomingMessage(Origin(HERE, ANN), f"{text} {number}", text, now))
        for number, text in enumerate(texts)
    )
    return [decision.reason for decision, _ in await asyncio.gather(*heard)]


async def test_the_same_code_in_different_messages_at_once_is_answered_by_one_replica(
    index: Index, new_postgres: Callable[[], str]
) -> None:
    url = new_postgres()
    async with open_teapot(url, index) as ours, open_teapot(url, index) as theirs:
        for code in ("500", "501", "502", "503", "504"):
            found = await reasons((ours, theirs), [f"HTTP {code}"] * 2)
            assert sorted(found) == [Reason.ANSWERED_RECENTLY, Reason.MENTIONED]


async def test_replicas_share_one_budget(index: Index, new_postgres: Callable[[], str]) -> None:
    url = new_postgres()
    async with open_teapot(url, index) as ours, open_teapot(url, index) as theirs:
        found = await reasons((ours, theirs), [f"HTTP {500 + number}" for number in range(12)])
        assert (found.count(Reason.MENTIONED), found.count(Reason.OVER_BUDGET)) == (6, 6)


async def test_a_note_kept_by_one_replica_is_on_the_others_card(
    index: Index, new_postgres: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, discord, second = new_postgres(), Discord(), Discord()
    async with (
        set_up(index, tmp_path, discord, url) as scene,
        set_up(index, tmp_path, second, url) as other,
        running(discord, scene.teapot),
    ):
        asked = Command(Origin(Channel("discord", GUILD, CHANNEL), Person("someone")), "503")
        assert "call Ann" not in words_of(card_of(await other.teapot.answer(asked)))
        await scene.people.command("http-note set", {"code": "503", "text": "call Ann"}, permissions=MANAGE_GUILD)
        assert team_module.FRESH_SECONDS < 5
        monkeypatch.setattr(team_module, "FRESH_SECONDS", 0.0)
        assert "call Ann" in words_of(card_of(await other.teapot.answer(asked)))
