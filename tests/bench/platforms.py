"""Teapot against the smallest bots on the same library, each in a process of its own, over the loopback servers."""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import psutil

from tests.bench.figures import Figure, percentile
from tests.loopback.discord_people import People
from tests.loopback.discord_server import discord_server
from tests.loopback.discord_state import Discord
from tests.loopback.discord_world import TOKEN
from tests.loopback.slack_payloads import event_callback, message
from tests.loopback.slack_server import APP_TOKEN, BOT_TOKEN, SlackServer

WARM_UP, REPLIES, SILENT, BURST = 20, 400, 4_000, 200
NO_LIMITS = {"TEAPOT_COOLDOWN_SECONDS": "0", "TEAPOT_REPLIES_PER_MINUTE": "0", "TEAPOT_PORT": "0"}
SILENCE = "the deploy went fine, see you all tomorrow at the stand-up, thanks for the quick review of build 1184"


@dataclass(frozen=True, slots=True)
class World:
    """A loopback platform in use: what a bot is told, a message said, and what can be waited for.

    ``posted`` waits for the so-manieth post, ``listening`` for the bot, ``settled`` until it was told all.
    """

    environment: Mapping[str, str]
    say: Callable[[str], Awaitable[object]]
    posted: Callable[[int], Awaitable[object]]
    listening: Callable[[], Awaitable[object]]
    settled: Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one bot did. Times in milliseconds, memory in MiB."""

    start_up: float
    median: float
    p99: float
    cpu_per_reply: float
    cpu_per_silence: float
    replies_per_second: float
    memory: float


@asynccontextmanager
async def discord_world() -> AsyncIterator[World]:
    """The loopback Discord, with no limit on the rate."""
    async with discord_server(Discord(limit=1_000_000)) as discord:
        people = People(discord)
        environment = {
            "DISCORD_TOKEN": TOKEN,
            "DISCORD_API_URL": discord.url,
            "BENCH_GATEWAY_URL": discord.gateway.resume_url,
        }
        yield World(
            environment,
            people.say,
            lambda count: discord.until(lambda: len(discord.posted) >= count),
            lambda: discord.until(lambda: bool(discord.gateway.sessions)),
            discord.note,
        )


@asynccontextmanager
async def slack_world() -> AsyncIterator[World]:
    """The loopback Slack in Socket Mode."""
    async with SlackServer() as slack:
        numbers = iter(range(10**9))

        async def say(text: str) -> None:
            stamp = slack.state.stamp()
            await slack.deliver("events_api", event_callback(message(text, stamp), f"Ev{next(numbers)}"))

        environment = {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": slack.api_url}
        yield World(
            environment,
            say,
            lambda count: slack.state.until(lambda: len(slack.state.posts) >= count, "replies"),
            lambda: slack.state.until(lambda: bool(slack.links), "a connection"),
            lambda: asyncio.gather(*slack._echoes),
        )


async def measure_bot(world: World, command: tuple[str, ...]) -> Measured:
    """Start the bot, let it answer one by one, then stay silent, then answer a burst."""
    with tempfile.TemporaryDirectory() as state:
        clean = {k: v for k, v in os.environ.items() if not k.startswith(("TEAPOT_", "DISCORD_", "SLACK_"))}
        environment = {**clean, **NO_LIMITS, **world.environment, "XDG_STATE_HOME": state}
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            env=environment,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        try:
            return await _measured(world, psutil.Process(process.pid), began)
        finally:
            process.terminate()
            await process.wait()


async def _measured(world: World, process: psutil.Process, began: float) -> Measured:
    await world.listening()
    posts = 0

    async def reply() -> float:
        nonlocal posts
        posts += 1
        sent = time.perf_counter()
        await world.say(f"the api says HTTP 502, number {posts}")
        await world.posted(posts)
        return (time.perf_counter() - sent) * 1000

    start_up = 0.0
    for number in range(WARM_UP):
        await reply()
        if number == 0:
            start_up = (time.perf_counter() - began) * 1000
    before = _cpu(process)
    latencies = [await reply() for _ in range(REPLIES)]
    cpu_per_reply = (_cpu(process) - before) / REPLIES
    before = _cpu(process)
    for _ in range(SILENT):
        await world.say(SILENCE)
    await reply()
    cpu_per_silence = (_cpu(process) - before - cpu_per_reply) / SILENT
    memory = process.memory_info().rss / 2**20
    burst_began = time.perf_counter()
    await asyncio.gather(*(world.say(f"HTTP 502 in a burst, number {number}") for number in range(BURST)))
    posts += BURST
    await world.posted(posts)
    per_second = BURST / (time.perf_counter() - burst_began)
    await world.settled()
    median, p99 = percentile(latencies, 0.5), percentile(latencies, 0.99)
    return Measured(start_up, median, p99, cpu_per_reply, cpu_per_silence, per_second, memory)


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system) * 1000


async def compare(open_world: Callable[[], AbstractAsyncContextManager[World]], bare_module: str) -> list[Figure]:
    """Both bots on fresh servers, one after the other, and the ratios."""
    async with open_world() as world:
        bare = await measure_bot(world, ("-m", bare_module))
    async with open_world() as world:
        ours = await measure_bot(world, ("-m", "teapot", "run"))
    figures = []
    rows: tuple[tuple[str, str, str, float | None], ...] = (
        ("reply latency, median", "median", "ms", 1.5),
        ("reply latency, p99", "p99", "ms", 1.5),
        ("CPU per reply", "cpu_per_reply", "ms", 1.5),
        ("CPU per silent message", "cpu_per_silence", "ms", 1.15),
        ("start-up to the first reply", "start_up", "ms", None),
        ("resident memory", "memory", "MiB", None),
    )
    for name, attribute, unit, aim in rows:
        theirs, mine = getattr(bare, attribute), getattr(ours, attribute)
        figures += [Figure(f"{name}: bare bot", theirs, unit), Figure(f"{name}: Teapot", mine, unit)]
        figures.append(Figure(f"{name}: ratio", mine / theirs if theirs else float("nan"), "x", aim))
    figures += [
        Figure("replies per second in a burst: bare bot", bare.replies_per_second, "/s"),
        Figure("replies per second in a burst: Teapot", ours.replies_per_second, "/s"),
        Figure("replies per second: ratio", ours.replies_per_second / bare.replies_per_second, "x"),
    ]
    return figures


def measure() -> list[tuple[str, list[Figure]]]:
    """Discord, then Slack."""
    return [
        (
            "Discord: Teapot against the smallest discord.py bot",
            asyncio.run(compare(discord_world, "tests.bench.bare_discord")),
        ),
        ("Slack: Teapot against the smallest Bolt bot", asyncio.run(compare(slack_world, "tests.bench.bare_slack"))),
    ]
