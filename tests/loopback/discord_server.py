"""A Discord on the loopback interface: real sockets, a port of the system's choice, and no patience for mistakes."""

import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.web_request import FileField

from tests.loopback.discord_rest import ROUTES, Asked, ProblemError
from tests.loopback.discord_state import Call, Discord
from tests.loopback.discord_world import TOKEN

BASE = "/api/v10"
WINDOW_SECONDS = 1.0
PAUSE_SECONDS = 0.05
NO_HEADERS: Mapping[str, str] = {}
OPEN_ROUTES = ("/interactions/", "/webhooks/")
"""Where the token stands in the path (docs: Receiving and Responding)."""

Handle = Callable[[web.Request], Awaitable[web.StreamResponse]]
Work = Callable[[Discord, Asked], Awaitable[object]]


@asynccontextmanager
async def discord_server(discord: Discord) -> AsyncIterator[Discord]:
    """Serve that state until the end; ``discord.url`` is the REST base."""
    app = web.Application()
    app.add_routes([web.get("/gateway", _gateway(discord))])
    app.add_routes([web.route(method, BASE + path, _rest(discord, work)) for method, path, work in ROUTES])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        discord.url = f"http://{host}:{port}{BASE}"
        discord.gateway.resume_url = f"ws://{host}:{port}/gateway"
        yield discord
    finally:
        await discord.gateway.close()
        await runner.cleanup()


def _gateway(discord: Discord) -> Handle:
    async def serve(call: web.Request) -> web.StreamResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(call)
        await discord.gateway.serve(socket, call.transport)
        return socket

    return serve


def _rest(discord: Discord, work: Work) -> Handle:
    """One route: what goes wrong, how often it is called, who calls, what it does, and a note that it was called."""
    windows: dict[str, tuple[float, int]] = {}

    async def serve(call: web.Request) -> web.StreamResponse:
        path = call.path.removeprefix(BASE)
        fault = discord.fault_of(path)
        ends, count = _window(windows, path)
        if fault == "drop":
            answer = web.Response()
        elif fault == "limit" or count > discord.limit:
            answer = _limited(PAUSE_SECONDS if fault == "limit" else ends - time.time())
        elif fault == "ban":
            answer = web.Response(status=429, text="error 1015", content_type="text/html")
        elif isinstance(fault, int):
            answer = _json({"code": 0, "message": "unavailable"}, status=fault)
        else:
            answer = await _worked(discord, call, work, path)
        if fault == "late":
            before = len(discord.calls)
            await discord.note()
            await discord.until(lambda: len(discord.calls) > before)
        is_cut = fault in ("drop", "lose")
        if is_cut and call.transport is not None:
            call.transport.abort()
        answer.headers.update(_limit_headers(discord.limit, ends, count, path))
        discord.calls.append(Call(call.method, path, 0 if is_cut else answer.status))
        await discord.note()
        return answer

    return serve


async def _worked(discord: Discord, call: web.Request, work: Work, path: str) -> web.Response:
    try:
        if not path.startswith(OPEN_ROUTES) and call.headers.get("Authorization") != f"Bot {TOKEN}":
            raise ProblemError(0, 401, "401: Unauthorized")
        made = await work(discord, await _asked(call))
    except ProblemError as problem:
        return _json(problem.body, status=problem.http)
    return web.Response(status=204) if made is None else _json(made)


async def _asked(call: web.Request) -> Asked:
    """A call with a JSON body, or with a form of one and files (docs: Uploading Files)."""
    if call.content_type == "multipart/form-data":
        form = await call.post()
        parts = {int(name[6:-1]): part for name, part in form.items() if name.startswith("files[")}
        uploads = {at: (part.filename, part.file.read()) for at, part in parts.items() if isinstance(part, FileField)}
        return Asked(call.match_info, call.query, json.loads(str(form["payload_json"])), uploads)
    text = await call.text()
    if text and call.content_type != "application/json":
        raise ProblemError(50035, 400, "Expected Content-Type: application/json")
    return Asked(call.match_info, call.query, json.loads(text) if text else None)


def _json(body: object, status: int = 200, headers: Mapping[str, str] = NO_HEADERS) -> web.Response:
    """JSON under the media type alone, as Discord sends it and discord.py expects it."""
    return web.Response(
        body=json.dumps(body).encode(), status=status, headers={**headers, "Content-Type": "application/json"}
    )


def _window(windows: dict[str, tuple[float, int]], path: str) -> tuple[float, int]:
    """When the window of this call ends, in epoch seconds, and the how manieth it is in there."""
    now = time.time()
    ends, count = windows.get(path, (0.0, 0))
    windows[path] = (ends, count + 1) if now < ends else (now + WINDOW_SECONDS, 1)
    return windows[path]


def _limited(seconds: float) -> web.Response:
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
    headers = {"Via": "1.1 loopback", "Retry-After": "1", "X-RateLimit-Scope": "user"}
    return _json(body, status=429, headers=headers)


def _limit_headers(limit: int, ends: float, count: int, path: str) -> dict[str, str]:
    """Without these discord.py sends one call at a time."""
    return {
        "X-RateLimit-Limit": str(limit),
        "X-RateLimit-Remaining": str(max(limit - count, 0)),
        "X-RateLimit-Reset": str(ends),
        "X-RateLimit-Reset-After": f"{max(ends - time.time(), 0.001):.3f}",
        "X-RateLimit-Bucket": path.split("/")[1],
    }
