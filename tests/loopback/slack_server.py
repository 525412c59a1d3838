"""Slack on loopback: its Web API, its sockets, and what it delivers, signed in HTTP mode."""

import asyncio
import json
import time
import urllib.parse
import uuid
from dataclasses import dataclass, field
from typing import Self

import aiohttp
from aiohttp import web

from tests.loopback.slack_payloads import APP, BOT_ID, BOT_USER, event_callback, message, signature
from tests.loopback.slack_state import Json, Post, SlackState
from tests.loopback.slack_web_api import APP_TOKEN, BOT_TOKEN, WebApi

SIGNING_SECRET = "loopback-signing-secret"
ACK_SECONDS = 3.0

__all__ = ["APP_TOKEN", "BOT_TOKEN", "SIGNING_SECRET", "Delivered", "SlackServer"]


@dataclass(frozen=True, slots=True)
class Delivered:
    """What the app said to a delivery: the number of the HTTP answer, 0 for none in time, and the payload."""

    number: int
    payload: Json | None = None


@dataclass(slots=True)
class SlackServer:
    """Use as ``async with``. Deliveries go by socket, or signed to ``events_url`` when that is set.

    ``spoilt_tickets`` makes the next connection be refused, as with a ticket that was used before.
    """

    state: SlackState = field(default_factory=SlackState)
    events_url: str = ""
    url: str = ""
    links: list[web.WebSocketResponse] = field(default_factory=list)
    links_so_far: int = 0
    spoilt_tickets: bool = False
    _transports: list[asyncio.Transport] = field(default_factory=list)
    _acks: dict[str, asyncio.Future[Json | None]] = field(default_factory=dict)
    _echoes: set[asyncio.Task[Delivered]] = field(default_factory=set)
    _runner: web.AppRunner | None = None
    _session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        app, api = web.Application(), WebApi(self.state, self._echo)
        app.add_routes([web.route("*", "/api/{method}", api.call), web.post("/actions/{hook}", api.act)])
        app.add_routes([web.post("/upload/{file}", api.take_file)])
        app.add_routes([web.get("/link/", self._link)])
        self._session = aiohttp.ClientSession()
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._runner is not None
        assert self._session is not None
        for echo in self._echoes:
            echo.cancel()
        await asyncio.gather(*self._echoes, return_exceptions=True)
        for link in tuple(self.links):
            await link.close()
        await self._session.close()
        await self._runner.cleanup()

    @property
    def api_url(self) -> str:
        """What ``SLACK_API_URL`` is set to."""
        return f"{self.url}/api/"

    async def deliver(
        self,
        kind: str,
        payload: Json,
        *,
        retry: tuple[int, str] | None = None,
        secret: str = SIGNING_SECRET,
        age_seconds: float = 0.0,
    ) -> Delivered:
        """Hand a payload to the app and wait for its acknowledgement, three seconds at most."""
        try:
            async with asyncio.timeout(ACK_SECONDS):
                if self.events_url:
                    return await self._post_signed(kind, payload, retry, secret, int(time.time() - age_seconds))
                return await self._send_envelope(kind, payload, retry)
        except TimeoutError:
            self.state.timeouts.append(kind)
            return Delivered(0)

    async def refresh(self) -> None:
        """Ask the app to replace its connections, as Slack does every few hours."""
        for link in tuple(self.links):
            await link.send_json({"type": "disconnect", "reason": "refresh_requested", "debug_info": {}})

    def cut_links(self) -> None:
        """Break all connections without a word."""
        for transport in self._transports:
            transport.abort()
        self._transports.clear()

    async def _send_envelope(self, kind: str, payload: Json, retry: tuple[int, str] | None) -> Delivered:
        await self.state.until(lambda: self.links, "a connection")
        envelope: Json = {"envelope_id": str(uuid.uuid4()), "type": kind, "payload": payload}
        envelope["accepts_response_payload"] = kind != "events_api"
        if kind == "events_api":
            envelope |= {"retry_attempt": retry[0] if retry else 0, "retry_reason": retry[1] if retry else ""}
        self._acks[envelope["envelope_id"]] = asyncio.get_running_loop().create_future()
        await self.links[-1].send_json(envelope)
        return Delivered(200, await self._acks[envelope["envelope_id"]])

    async def _post_signed(
        self, kind: str, payload: Json, retry: tuple[int, str] | None, secret: str, timestamp: int
    ) -> Delivered:
        assert self._session is not None
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if kind == "events_api":
            headers, body = {"Content-Type": "application/json"}, json.dumps(payload)
        elif kind == "slash_commands":
            body = urllib.parse.urlencode(payload)
        else:
            body = urllib.parse.urlencode({"payload": json.dumps(payload)})
        headers["X-Slack-Request-Timestamp"] = str(timestamp)
        headers["X-Slack-Signature"] = signature(secret, timestamp, body)
        if retry is not None:
            headers |= {"X-Slack-Retry-Num": str(retry[0]), "X-Slack-Retry-Reason": retry[1]}
        async with self._session.post(self.events_url, data=body, headers=headers) as told:
            text = await told.text()
            return Delivered(told.status, json.loads(text) if text.startswith("{") else None)

    async def _link(self, incoming: web.Request) -> web.WebSocketResponse:
        ticket = incoming.query.get("ticket", "")
        is_good = ticket in self.state.tickets and not self.spoilt_tickets
        self.state.tickets.discard(ticket)
        if not is_good:
            self.spoilt_tickets = False
            await self.state.tell()
            raise web.HTTPNotFound
        link = web.WebSocketResponse()
        await link.prepare(incoming)
        await link.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": APP}})
        assert isinstance(incoming.transport, asyncio.Transport)
        self._transports.append(incoming.transport)
        self.links.append(link)
        self.links_so_far += 1
        await self.state.tell()
        try:
            async for received in link:
                said = json.loads(received.data)
                waiting = self._acks.pop(said["envelope_id"], None)
                if waiting is not None and not waiting.done():
                    waiting.set_result(said.get("payload"))
        finally:
            self.links.remove(link)
            await self.state.tell()
        return link

    def _echo(self, post: Post) -> None:
        """The app hears its own messages, as everybody in the channel does."""
        shown: Json = {
            key: post.body[key] for key in ("text", "blocks", "attachments", "thread_ts") if key in post.body
        }
        if "files" in post.body:
            shown |= {"subtype": "file_share", "files": post.body["files"]}
        event = message("", post.ts, user=BOT_USER, channel=post.channel, bot_id=BOT_ID, app_id=APP) | shown
        echo = asyncio.create_task(self.deliver("events_api", event_callback(event, f"Ev{uuid.uuid4().hex}")))
        self._echoes.add(echo)
        echo.add_done_callback(self._echoes.discard)
