"""Socket Mode: Slack's deliveries over WebSockets that we open (docs: Using Socket Mode).

The SDK's own client opens an HTTP session of its own, tries a spent ticket for ever, looks only every few seconds
whether it is still connected, and tells nobody; so the envelopes are carried to Bolt here.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import msgspec
import structlog
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.request import SocketModeRequest

from teapot.problems import ConfigError
from teapot_slack import wire
from teapot_slack.access import open_address, pause_seconds
from teapot_slack.outcomes import problem_of

HEARTBEAT_SECONDS = 5.0
"""A dead connection is noticed after this and half of it again."""

PATIENCE_SECONDS = 15.0
"""For Slack's hello, and for how long an old connection may go on beside its successor."""

CLOSING_SECONDS = 1.0
STOPPED = "stopped"
MAX_UNDER_WAY = 100
OVER = frozenset({"too_many_websockets", "link_disabled"})
"""Reasons of a ``disconnect`` after which the old connection must not stay open."""

log = structlog.get_logger()


@dataclass(slots=True)
class Link:
    """One connection. ``is_leaving`` is set when a successor is wanted, or when it is gone."""

    is_greeted: bool = False
    is_leaving: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Sockets:
    """Keeps one connection open, two while Slack has one replaced. ``report`` hears whether there is one, and why.

    ``on_idle`` is given the messages that need no answer: Bolt, which takes its time for each, never sees them.
    """

    app: AsyncApp
    app_token: str
    session: aiohttp.ClientSession
    report: Callable[[bool, str], None]
    on_idle: Callable[[dict[str, Any]], Awaitable[None]]
    _was_greeted: bool = False
    _greeted: int = 0
    _links: set[asyncio.Task[None]] = field(default_factory=set)
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)

    async def listen(self) -> None:
        """Listen until cancelled. Raises ConfigError when Slack refuses the app token from the start."""
        failures = 0
        try:
            while True:
                link = Link()
                task = asyncio.create_task(self._keep(link))
                self._links.add(task)
                task.add_done_callback(self._links.discard)
                await link.is_leaving.wait()
                if task.done():
                    task.result()
                failures = 0 if link.is_greeted else failures + 1
                if failures:
                    await asyncio.sleep(pause_seconds(failures))
        finally:
            await self._stop()

    async def _keep(self, link: Link) -> None:
        """Connect and read until the connection ends, whoever ends it."""
        reason = STOPPED
        try:
            await self._read(link)
            reason = "closed by Slack"
        except ConfigError as error:
            if not self._was_greeted:
                raise
            reason = str(error)
        except (SlackApiError, aiohttp.ClientError, OSError, TimeoutError, msgspec.DecodeError) as error:
            reason = problem_of(error)
        finally:
            self._greeted -= link.is_greeted
            if not self._greeted:
                if reason != STOPPED:
                    log.warning("no connection to Slack", reason=reason)
                self.report(False, reason)
            link.is_leaving.set()

    async def _read(self, link: Link) -> None:
        client, loop = self.app.client, asyncio.get_running_loop()
        async with asyncio.timeout(PATIENCE_SECONDS) as limit:
            async with self.session.ws_connect(
                await open_address(client, self.app_token),
                heartbeat=HEARTBEAT_SECONDS,
                timeout=aiohttp.ClientWSTimeout(ws_close=CLOSING_SECONDS),
                proxy=client.proxy,
                ssl=client.ssl if client.ssl is not None else True,
            ) as socket:
                async for message in socket:
                    if message.type is not aiohttp.WSMsgType.TEXT or not message.data.startswith("{"):
                        continue
                    envelope = msgspec.json.decode(message.data)
                    kind = envelope.get("type")
                    if kind == "hello" and not link.is_greeted:
                        limit.reschedule(None)
                        self._greet(link)
                    elif kind == "disconnect":
                        if envelope.get("reason") in OVER:
                            return
                        limit.reschedule(loop.time() + PATIENCE_SECONDS)
                        link.is_leaving.set()
                    elif "envelope_id" in envelope:
                        await self._carry(socket, envelope)

    def _greet(self, link: Link) -> None:
        link.is_greeted = self._was_greeted = True
        self._greeted += 1
        self.report(True, "Socket Mode")

    async def _carry(self, socket: aiohttp.ClientWebSocketResponse, envelope: dict[str, Any]) -> None:
        """Have an envelope worked on; while a hundred are, no further one is read."""
        while len(self._under_way) >= MAX_UNDER_WAY:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
        task = asyncio.create_task(self._dispatch(socket, envelope))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _dispatch(self, socket: aiohttp.ClientWebSocketResponse, envelope: dict[str, Any]) -> None:
        delivery = SocketModeRequest.from_dict(envelope)
        if delivery is None:
            return
        acknowledged: dict[str, Any] = {"envelope_id": delivery.envelope_id}
        named = wire.named_in(delivery.payload)
        if named == ():
            await self._acknowledge(socket, acknowledged)
            await self.on_idle(delivery.payload)
            return
        told = await self.app.async_dispatch(
            AsyncBoltRequest(
                mode="socket_mode",
                body=delivery.payload,
                headers=build_headers(delivery),
                context={wire.NAMED: named},
            )
        )
        if told.status != 200:
            return
        if told.body:
            is_json = told.body.startswith("{")
            acknowledged["payload"] = msgspec.json.decode(told.body) if is_json else {"text": told.body}
        await self._acknowledge(socket, acknowledged)

    async def _acknowledge(self, socket: aiohttp.ClientWebSocketResponse, acknowledged: dict[str, Any]) -> None:
        try:
            await socket.send_str(msgspec.json.encode(acknowledged).decode())
        except (aiohttp.ClientError, ConnectionError):
            log.info("the connection ended before an acknowledgement; Slack delivers again")

    async def _stop(self) -> None:
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=CLOSING_SECONDS)
        tasks = (*self._under_way, *self._links)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
