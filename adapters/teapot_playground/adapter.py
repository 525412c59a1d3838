"""The playground's place among the adapters: it runs when no chat platform is configured, and needs no account."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from aiohttp import web
from msgspec import Struct

from teapot import config
from teapot.bot import Teapot
from teapot.card import Reply
from teapot_playground import pages

only_when_alone = True


class PlaygroundConfig(Struct, frozen=True):
    """The name that the HTTP port is served under."""

    host: str = msgspec.field(default="127.0.0.1", name="TEAPOT_HOST")


def read_config(env: Mapping[str, str]) -> PlaygroundConfig:
    """Never None: the playground needs nothing to be set."""
    return config.read(PlaygroundConfig, env, {})


async def run(teapot: Teapot, _: PlaygroundConfig) -> None:
    """Be there until cancelled; the HTTP port does the work."""
    teapot.health.report("playground", ready=True)
    await asyncio.Event().wait()


def routes(teapot: Teapot, config: PlaygroundConfig) -> Sequence[web.RouteDef]:
    """The page, its files, and what it talks to."""
    return pages.routes(teapot, config.host)


def preview(reply: Reply) -> Mapping[str, Any]:
    """The card itself: this page draws other platforms' messages and has no form of its own."""
    return {"place": reply.place, "card": msgspec.to_builtins(reply.card)}
