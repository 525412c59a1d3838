"""The page of HTTP mode: what Slack posts to it goes through Bolt, which checks the signature."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

PATH = "/slack/events"


@dataclass(slots=True)
class EventsPage:
    """``app`` is None while Teapot is not connected; Slack then tries again later."""

    app: "AsyncApp | None" = None

    async def serve(self, incoming: web.Request) -> web.StreamResponse:
        """Answer one delivery: an event, a command, a button press, a shortcut. 401 unless Slack signed it."""
        if self.app is None:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "1"})
        if not incoming.headers.get("X-Slack-Request-Timestamp", "0").isdecimal():
            raise web.HTTPUnauthorized
        from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request  # noqa: PLC0415  previews need no slack-bolt

        try:
            delivery = await to_bolt_request(incoming)
        except Exception as error:  # Bolt parses before it checks the signature: anything may be in a stranger's body
            raise web.HTTPBadRequest from error
        return await to_aiohttp_response(await self.app.async_dispatch(delivery))
