"""The loopback Discord's gateway: sessions, heartbeats, intents, shards, resuming (docs: Gateway)."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.loopback.discord_world import BOT, DIRECT, GUILD, TOKEN, Payload, user

GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 9, 1 << 12, 1 << 15
DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACKNOWLEDGED = 0, 1, 2, 6, 7, 9, 10, 11
MAX_BYTES = 4096
HIDDEN: Payload = {"content": "", "embeds": [], "attachments": [], "components": []}


@dataclass(slots=True)
class Session:
    """One shard's session, which outlives its socket. ``sent`` is what a resuming client may ask for again."""

    id: str
    intents: int
    shard: tuple[int, int]
    socket: web.WebSocketResponse
    transport: asyncio.Transport | None
    sent: list[Payload] = field(default_factory=list)
    resumed: int = 0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def is_open(self) -> bool:
        """Whether somebody listens."""
        return not self.socket.closed

    async def dispatch(self, event: str, data: Payload) -> None:
        """Deliver an event, or keep it for the one who resumes."""
        async with self.turn:
            self.add(event, data)
            if self.is_open:
                await self.socket.send_json(self.sent[-1])

    def add(self, event: str, data: Payload) -> None:
        """Take an event into the session's history."""
        self.sent.append({"op": DISPATCH, "t": event, "s": len(self.sent) + 1, "d": data})

    def hears(self, place: str) -> bool:
        """Whether messages of that channel come to this shard and were asked for."""
        wanted = DIRECT_MESSAGES if place == DIRECT else GUILD_MESSAGES
        return bool(self.intents & wanted) and self.has(place)

    def has(self, place: str) -> bool:
        """Whether what happens in that channel belongs to this shard."""
        number, count = self.shard
        return number == (0 if place == DIRECT else (int(GUILD) >> 22) % count)

    def as_seen(self, message: Payload) -> Payload:
        """The message without its content, if the intent is missing and no exception applies."""
        addressed = any(one["id"] == BOT for one in message["mentions"])
        own = message["author"]["id"] == BOT
        if self.intents & MESSAGE_CONTENT or addressed or own or message["channel_id"] == DIRECT:
            return message
        return {**message, **HIDDEN}


class RefusedError(Exception):
    """The socket is to be closed with that number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@dataclass(slots=True)
class Gateway:
    """All sessions. ``guild`` is what GUILD_CREATE tells, ``may_read_content`` the switch of the developer portal.

    ``note`` wakes those who wait; ``refuses_with`` is the number with which it closes every line, if any.
    """

    guild: Payload
    may_read_content: bool
    note: Callable[[], Awaitable[None]]
    refuses_with: int | None = None
    resume_url: str = ""
    sessions: dict[str, Session] = field(default_factory=dict)
    identified: list[Payload] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)

    async def serve(self, socket: web.WebSocketResponse, transport: asyncio.Transport | None) -> None:
        """Talk with one client until it leaves; a session that it closed itself is over."""
        await socket.send_json({"op": HELLO, "d": {"heartbeat_interval": 41_250}})
        session: Session | None = None
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT or len(frame.data.encode()) > MAX_BYTES:
                    raise RefusedError(4002)
                sent = json.loads(frame.data)
                if sent["op"] == HEARTBEAT:
                    await socket.send_json({"op": ACKNOWLEDGED})
                elif session is not None:
                    raise RefusedError(4005 if sent["op"] in (IDENTIFY, RESUME) else 4001)
                elif sent["op"] == IDENTIFY:
                    session = await self._identify(socket, transport, sent["d"])
                    await self.note()
                elif sent["op"] == RESUME:
                    session = await self._resume(socket, transport, sent["d"])
                    await self.note()
                else:
                    raise RefusedError(4003)
        except RefusedError as refused:
            await socket.close(code=refused.number)
        if session is not None and socket.close_code in (1000, 1001):
            self.sessions.pop(session.id, None)
            self.closed.append(session.id)
        await self.note()

    async def dispatch_message(self, event: str, message: Payload) -> None:
        """Deliver a message event to the session it belongs to."""
        for session in tuple(self.sessions.values()):
            if session.hears(message["channel_id"]):
                await session.dispatch(event, session.as_seen(message))

    async def dispatch_deletion(self, place: str, messages: tuple[str, ...]) -> None:
        """Tell that messages are no more."""
        where = {"channel_id": place, **({} if place == DIRECT else {"guild_id": GUILD})}
        for session in tuple(self.sessions.values()):
            if not session.hears(place):
                continue
            if len(messages) == 1:
                await session.dispatch("MESSAGE_DELETE", {"id": messages[0], **where})
            else:
                await session.dispatch("MESSAGE_DELETE_BULK", {"ids": list(messages), **where})

    async def dispatch_interaction(self, place: str, interaction: Payload) -> None:
        """Deliver an interaction, which needs no intent."""
        for session in tuple(self.sessions.values()):
            if session.has(place):
                await session.dispatch("INTERACTION_CREATE", interaction)

    async def dispatch_guild(self, event: str, payload: Payload) -> None:
        """Tell that a guild came or went."""
        for session in tuple(self.sessions.values()):
            if session.has(payload["id"]):
                await session.dispatch(event, payload)

    def cut(self) -> None:
        """Cut every line without a word, as a network does."""
        for session in self.sessions.values():
            if session.transport is not None:
                session.transport.abort()

    async def close(self) -> None:
        """Close every line."""
        for session in tuple(self.sessions.values()):
            await session.socket.close(code=1001)

    async def _identify(
        self, socket: web.WebSocketResponse, transport: asyncio.Transport | None, asked: Payload
    ) -> Session:
        self.identified.append(asked)
        if asked["token"] != TOKEN:
            raise RefusedError(4004)
        if asked["intents"] & MESSAGE_CONTENT and not self.may_read_content:
            raise RefusedError(4014)
        if self.refuses_with is not None:
            raise RefusedError(self.refuses_with)
        number, count = asked.get("shard", (0, 1))
        if not 0 <= number < count:
            raise RefusedError(4010)
        session = Session(f"session-{len(self.identified)}", asked["intents"], (number, count), socket, transport)
        has_guild = session.has(GUILD)
        ready: dict[str, Any] = {
            "v": 10,
            "user": user(BOT),
            "guilds": [{"id": GUILD, "unavailable": True}] if has_guild else [],
            "session_id": session.id,
            "resume_gateway_url": self.resume_url,
            "shard": [number, count],
            "application": {"id": BOT, "flags": 0},
        }
        session.add("READY", ready)
        if has_guild:
            session.add("GUILD_CREATE", self.guild)
        self.sessions[session.id] = session
        async with session.turn:
            for event in tuple(session.sent):
                await socket.send_json(event)
        return session

    async def _resume(
        self, socket: web.WebSocketResponse, transport: asyncio.Transport | None, asked: Payload
    ) -> Session | None:
        session = self.sessions.get(asked["session_id"])
        if asked["token"] != TOKEN or session is None:
            await socket.send_json({"op": INVALID, "d": False})
            return None
        async with session.turn:
            session.socket, session.transport = socket, transport
            for missed in session.sent[asked["seq"] :]:
                await socket.send_json(missed)
        session.resumed += 1
        await session.dispatch("RESUMED", {})
        return session
