"""``teapot run``: open the store, start every configured adapter and the HTTP port, stop cleanly on a signal."""

import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine

from teapot import adapters, catalogue, overlay
from teapot.adapters import Adapter
from teapot.bot import Teapot
from teapot.catalogue import Catalogue
from teapot.config import REMEDIES, Config, default_database, gather, known_databases, read
from teapot.decision import Rules
from teapot.garbage import without_collecting
from teapot.health import Health
from teapot.housekeeping import housekeeping
from teapot.lookup import build_index
from teapot.problems import ConfigError
from teapot.pulses import Pulses
from teapot.replies import open_replies
from teapot.settings import defaults_of
from teapot.sparing import Sparing
from teapot.store import open_store
from teapot.tallies import open_tallies
from teapot.team import Team

STOP_SECONDS = 18.0
"""What an adapter may take to finish and wind up what it is doing; then the store is closed.

With a database that is stuck as well it takes ten seconds more, so systemd and compose wait for thirty.
"""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Chosen:
    """An adapter that will run, with its configuration."""

    name: str
    adapter: Adapter
    config: object


@dataclass(frozen=True, slots=True)
class Setup:
    """All that the environment says, understood."""

    config: Config
    chosen: tuple[Chosen, ...]


def set_up(environ: Mapping[str, str]) -> Setup:
    """Understand the environment. Raises ConfigError with every problem of every part at once."""
    problems: list[str] = []
    try:
        env = gather(environ)
    except ConfigError as error:
        env, problems = {name: value for name, value in environ.items() if value}, list(error.problems)
    config = Config()
    try:
        config = read(Config, env, REMEDIES)
    except ConfigError as error:
        problems += error.problems
    found: list[Chosen] = []
    for name in adapters.names():
        try:
            adapter = adapters.load(name)
            adapter_config = adapter.read_config(env)
        except ConfigError as error:
            problems += error.problems
        else:
            if adapter_config is not None:
                found.append(Chosen(name, adapter, adapter_config))
    if problems:
        raise ConfigError(problems)
    social = tuple(one for one in found if not one.adapter.only_when_alone)
    return Setup(config, social or tuple(found))


async def run(environ: Mapping[str, str]) -> None:
    """Run until SIGTERM or SIGINT. Raises ConfigError and StoreError for what stops it from starting."""
    async with AsyncExitStack() as opened:
        with without_collecting():
            setup = set_up(environ)
            _log_to_stderr(setup.config)
            teapot = await opened.enter_async_context(open_teapot(setup.config, environ))
            gc.freeze()  # what is there now stays to the end, and is never searched for garbage
        await _until_stopped(teapot, setup)


@asynccontextmanager
async def open_teapot(config: Config, environ: Mapping[str, str]) -> AsyncIterator[Teapot]:
    """The bot with its catalogue and its store, which is closed at the end. Raises ConfigError and StoreError."""
    known, health = catalogue.load(), Health()
    async with (
        open_store(
            config.database_url or default_database(environ), known=known_databases(environ), health=health
        ) as engine,
        open_replies(engine) as replies,
        open_team(config, engine, known, health) as team,
        open_tallies(engine) as tallies,
    ):
        yield Teapot(
            catalogue=known,
            index=build_index(known),
            replies=replies,
            health=health,
            rules=rules_in(config),
            team=team,
            tallies=tallies,
            pulses=Pulses(engine),
            language=config.language,
            command=config.command,
        )


def rules_in(config: Config) -> Rules:
    """The rules that hold where a team chose no others."""
    return Rules(config.auto_reply, config.cooldown_seconds, config.replies_per_minute)


@asynccontextmanager
async def open_team(config: Config, engine: AsyncEngine, known: Catalogue, health: Health) -> AsyncIterator[Team]:
    """The team's knowledge, with the operator's file watched and old data forgotten while it is open.

    Raises ConfigError when the file has a mistake at the start.
    """
    team = Team(engine, defaults_of(rules_in(config), config.language))
    async with AsyncExitStack() as work:
        await work.enter_async_context(housekeeping(team))
        if config.overlay:
            file = Path(config.overlay)
            team.overlay.layer = await asyncio.to_thread(overlay.read, file, known)
            health.tell(overlay.PART, is_well=True)
            watching = asyncio.create_task(overlay.watch(team.overlay, file, known, health))
            work.callback(watching.cancel)
        yield team


async def _until_stopped(teapot: Teapot, setup: Setup) -> None:
    """Run the parts side by side; the first failure ends them all."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    routes = [route for one in setup.chosen for route in one.adapter.routes(teapot, one.config)]
    server = adapters.load_server()
    tasks = [asyncio.create_task(server.serve(teapot, setup.config, routes), name="http")]
    tasks += [asyncio.create_task(one.adapter.run(teapot, one.config), name=one.name) for one in setup.chosen]
    stopped = asyncio.create_task(stop.wait(), name="signal")
    try:
        done, _ = await asyncio.wait((stopped, *tasks), return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            await task
            if task is not stopped:
                log.error("a part ended by itself", part=task.get_name())
    finally:
        for task in (stopped, *tasks):
            task.cancel()
        await asyncio.wait((stopped, *tasks), timeout=STOP_SECONDS)


def _log_to_stderr(config: Config) -> None:
    level = logging.getLevelNamesMapping()[config.log_level.upper()]
    renderer = (
        structlog.processors.JSONRenderer()
        if config.log_format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty() and "NO_COLOR" not in os.environ)
    )
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso"),
    ]
    structlog.configure(
        processors=[Sparing(), *shared, structlog.processors.format_exc_info, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processor=renderer))
    logging.basicConfig(level=max(level, logging.WARNING), handlers=[handler], force=True)
