"""Serves ``TEAPOT_HOST`` and ``TEAPOT_PORT`` with aiohttp."""

import asyncio
from collections.abc import Sequence

import structlog
from aiohttp import web

from teapot.bot import Teapot
from teapot.config import Config
from teapot.problems import ConfigError

MAX_BODY_BYTES = 1_048_576
log = structlog.get_logger()


async def serve(teapot: Teapot, config: Config, routes: Sequence[web.RouteDef]) -> None:
    """Serve the routes, ``/healthz`` and ``/readyz`` until cancelled. Port 0 takes any free one.

    Raises ConfigError when the address cannot be used.
    """

    async def alive(_: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def ready(_: web.Request) -> web.Response:
        is_ready = teapot.health.ready()
        return web.json_response({"ready": is_ready, "parts": teapot.health.parts()}, status=200 if is_ready else 503)

    app = web.Application(client_max_size=MAX_BODY_BYTES)
    app.add_routes([web.get("/healthz", alive), web.get("/readyz", ready), *routes])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, config.host, config.port)
        try:
            await site.start()
        except OSError as error:
            reason = error.strerror or "not usable"
            raise ConfigError(
                (f"TEAPOT_HOST, TEAPOT_PORT: cannot listen on {config.host}:{config.port} ({reason}); choose another",)
            ) from error
        host, port = runner.addresses[0][:2]
        log.info("listening", address=f"http://{host}:{port}/")
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
