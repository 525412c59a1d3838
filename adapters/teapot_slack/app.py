"""The Bolt app of our own, from the first call to the last."""

import asyncio
import logging

import aiohttp
from slack_bolt.async_app import AsyncApp

from teapot.bot import Teapot
from teapot_slack.access import enter
from teapot_slack.config import SlackConfig
from teapot_slack.listeners import register
from teapot_slack.sockets import Sockets

PART = "slack"
TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)


async def serve(teapot: Teapot, config: SlackConfig) -> None:
    """Answer on Slack until cancelled. Raises ConfigError when Slack refuses a token."""

    def report(ready: bool, detail: str) -> None:
        teapot.health.report(PART, ready=ready, detail=detail)

    report(False, "connecting")
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        app = _app(config, session)
        listeners = register(app, teapot, alone=True)
        try:
            await listeners.on_return(await enter(app.client, report), app.client)
            if config.signing_secret:
                config.page.app = app
            if config.app_token:
                await Sockets(app, config.app_token, session, report, listeners.on_idle).listen()
            else:
                report(True, "HTTP mode")
                await asyncio.Event().wait()
        finally:
            config.page.app = None
            report(False, "stopped")
            await listeners.close()


def _app(config: SlackConfig, session: aiohttp.ClientSession) -> AsyncApp:
    """A Bolt app whose calls, one client per delivery included, share a session and are never sent twice."""
    logger = logging.getLogger("teapot_slack")
    logger.setLevel(max(logging.WARNING, logging.getLogger().level))
    app = AsyncApp(name="teapot", token=str(config.bot_token), signing_secret=str(config.signing_secret), logger=logger)
    app.client.base_url = config.api_url
    app.client.session = session
    app.client.retry_handlers = []
    return app
