"""What people write is nowhere afterwards: not in the database's bytes, not in the log, not on a page of the port.

A process runs on both platforms and lives through all that can be done with a text, and through failures of both
platforms and of the database; then it is killed, so that nothing is tidied up. Every text has the canary in it but one
note, which the team wants kept.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.loopback.discord_server import discord_server
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import BOT, DIRECT, MANAGE_CHANNELS, MANAGE_GUILD
from tests.loopback.slack_payloads import BOT_USER, OWNER
from tests.loopback.slack_payloads import DIRECT as SLACK_DIRECT
from tests.loopback.slack_server import APP_TOKEN, BOT_TOKEN, SlackServer
from tests.loopback.slack_state import Fault
from tests.loopback.slack_workspace import Workspace
from tests.loopback.teapot_process import Process, running
from tests.outages import Postgres, locked

CANARY = "kanarienvogel"
KEPT = "the-note-that-is-kept"
REFUSED = (
    f"note set 299 {CANARY}",
    f"note set 503 {CANARY * 100}",
    f"note fly {CANARY}",
    f"note define 5 {CANARY}: {CANARY}",
    f"settings auto-reply {CANARY}",
    f"settings {CANARY} on",
    f"me {CANARY}",
    f"mute {CANARY}",
)
MANAGES = MANAGE_CHANNELS | MANAGE_GUILD
Trouble = Callable[[], Awaitable[None]]


async def on_discord(teapot: Process) -> None:
    """All that a text can go through on Discord."""
    people, discord = teapot.people, teapot.people.discord
    await people.command("http-note set", {"code": "503", "text": KEPT}, permissions=MANAGES)
    for query in (f"503 {CANARY}", f"{CANARY} pizza", CANARY, *REFUSED):
        await people.command("http", {"query": query}, permissions=MANAGES)
    await people.complete("http", CANARY)
    await people.command("http-note set", {"code": CANARY, "text": CANARY}, permissions=MANAGES)
    await people.command("http-note set", {"code": "503", "text": CANARY})
    for text in (f"<@{BOT}> {CANARY}", f"<@{BOT}> 404 {CANARY}", f"good morning {CANARY}"):
        await people.say(text)
    await people.say(f"{CANARY}", place=DIRECT)
    told = await people.say(f"HTTP 502 {CANARY}")
    await discord.until(lambda: any("502" in str(discord.messages[one]) for one in discord.posted))
    await people.edit(told, f"HTTP 504 {CANARY}")
    await people.act_on("Explain HTTP codes", told)
    await people.act_on("Why did Teapot (not) reply?", told)
    await people.delete(told)
    for kind in (403, 500, "drop", "ban"):
        discord.fail("/messages", kind)
        await people.say(f"HTTP {510 + len(str(kind))} {CANARY}")
    discord.fail("/callback", 404)
    await people.send(2, people._filled_in("http", {"query": f"503 {CANARY}"}))
    await people.command("http", {"query": "503"})


async def on_slack(people: Workspace) -> None:
    """And on Slack."""
    state = people.server.state
    state.owners.add(OWNER)
    for query in (f"503 {CANARY}", f"{CANARY} pizza", CANARY, *REFUSED):
        await people.command(query, user=OWNER)
    for text in (f"<@{BOT_USER}> {CANARY}", f"<@{BOT_USER}> 404 {CANARY}", f"good morning {CANARY}"):
        await people.send(text)
    await people.send(f"503 {CANARY}", channel=SLACK_DIRECT)
    told = await people.say(f"HTTP 502 {CANARY}")
    await state.until(lambda: any("502" in str(post.body) for post in people.in_channels()), "a reply")
    await people.edit(told, f"HTTP 504 {CANARY}")
    await people.explain({"text": f"HTTP 503 {CANARY}"})
    await people.explain({"text": f"HTTP 503 {CANARY}"}, callback_id="teapot_why")
    await people.delete(told)
    for number, fault in enumerate(Fault):
        state.faults_to_come.append(fault)
        await people.say(f"HTTP {520 + number} {CANARY}")
    await people.say_as_bot({"text": CANARY})
    await people.command("503")


async def in_trouble(teapot: Process, people: Workspace) -> None:
    """While the database cannot do what it is asked."""
    for words in (f"note set 502 {CANARY}", f"note define 599 {CANARY}: {CANARY}", f"{CANARY} pizza"):
        told = await people.command(words, user=OWNER)
        assert told.answers
    note = {"code": "504", "text": CANARY}
    assert "It was not saved" in await teapot.said("http-note set", note)
    await teapot.people.say(f"HTTP 508 {CANARY}")
    await people.say(f"HTTP 508 {CANARY}")
    await teapot.until_told(is_well=False)


@asynccontextmanager
async def scenario(folder: Path, url: str) -> AsyncIterator[tuple[Process, Workspace, list[bytes]]]:
    """The process after all of that, still running, and the pages it showed."""
    async with SlackServer() as slack, discord_server(Discord()) as discord:
        more = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": slack.api_url}
        async with running(discord, folder, url, {**more, "TEAPOT_LOG_LEVEL": "debug"}) as teapot:
            people = Workspace(slack)
            await slack.state.until(lambda: slack.links, "a connection")
            await on_discord(teapot)
            await on_slack(people)
            yield teapot, people, await pages(teapot)


async def pages(teapot: Process) -> list[bytes]:
    return [(await teapot.page(path))[1] for path in ("readyz", "healthz", "metrics", "", CANARY[:3])]


def bytes_in(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file below a folder, whatever it is."""
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_socket():
            yield path, path.read_bytes()


def assert_silent(folder: Path, teapot: Process, shown: list[bytes]) -> None:
    """The note that is kept proves that the search would find a text."""
    files = dict(bytes_in(folder))
    assert any(KEPT.encode() in content for content in files.values())
    assert [path.name for path, content in files.items() if CANARY.encode() in content] == []
    assert len(teapot.stderr) > 3
    assert [line for line in (*teapot.stderr, *shown) if CANARY.encode() in line] == []


async def test_with_a_file_no_text_is_anywhere(tmp_path: Path) -> None:
    file = tmp_path / "teapot.sqlite3"
    async with scenario(tmp_path, f"sqlite:///{file}") as (teapot, people, shown):
        with locked(file):
            await in_trouble(teapot, people)
            shown.extend(await pages(teapot))
        await teapot.until_told(is_well=True)
        teapot.process.kill()
    assert (tmp_path / "teapot.sqlite3-wal").stat().st_size > 0
    assert_silent(tmp_path, teapot, shown)


async def test_with_postgresql_no_text_is_anywhere(tmp_path: Path, own_postgres: Postgres) -> None:
    async with scenario(tmp_path, own_postgres.make("teapot")) as (teapot, people, shown):
        await own_postgres.stop()
        await in_trouble(teapot, people)
        shown.extend(await pages(teapot))
        await own_postgres.start()
        await teapot.until_told(is_well=True)
        teapot.process.kill()
    await own_postgres.stop()
    assert_silent(own_postgres.folder, teapot, shown)
