"""The playground's pages on the one HTTP port: files as they lie in the package, and JSON in, JSON out."""

from collections.abc import Awaitable, Callable, Iterator
from importlib.resources import files
from typing import TypeVar

import msgspec
import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from teapot.bot import Teapot
from teapot_playground.doors import HEADERS, is_own_host, is_own_page
from teapot_playground.previews import load_previews
from teapot_playground.protocol import MAX_BODY_BYTES, Asked, Deleted, FromPage, Pressed, Refused, Said, Typed
from teapot_playground.start import read_words, start
from teapot_playground.talk import Talk

KINDS = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
JSON = "application/json"
Sent = TypeVar("Sent", bound=FromPage)
log = structlog.get_logger()


def routes(teapot: Teapot, host: str) -> tuple[web.RouteDef, ...]:
    """Everything under ``/`` and ``/playground/``; ``host`` is the name that the port is served under."""
    previews = load_previews()
    words = read_words()
    talk = Talk(teapot, previews, words)
    posts = (
        web.post("/playground/say", _act(talk, Said, talk.say)),
        web.post("/playground/edit", _act(talk, Said, talk.edit)),
        web.post("/playground/delete", _act(talk, Deleted, talk.delete)),
        web.post("/playground/ask", _act(talk, Asked, talk.ask)),
        web.post("/playground/press", _act(talk, Pressed, talk.press)),
        web.post("/playground/suggest", _act(talk, Typed, talk.suggest)),
    )
    gets = (
        web.get("/playground/start.json", _show(msgspec.json.encode(start(teapot, previews, words)), JSON)),
        *(web.get(path, _show(content, kind)) for path, content, kind in _files()),
    )
    return tuple(web.route(one.method, one.path, _guard(one.handler, host)) for one in (*gets, *posts))


def _files() -> Iterator[tuple[str, bytes, str]]:
    """Path, content and media type of each file; ``page.html`` is the front page."""
    for file in (files("teapot_playground") / "web").iterdir():
        kind = KINDS.get(file.name.rpartition(".")[2])
        if kind is not None:
            path = "/" if file.name == "page.html" else f"/playground/{file.name}"
            yield path, file.read_bytes(), kind


def _show(content: bytes, kind: str) -> Handler:
    async def handle(_: web.Request) -> web.Response:
        return web.Response(body=content, content_type=kind, charset="utf-8", headers=HEADERS)

    return handle


def _act(talk: Talk, kind: type[Sent], act: Callable[[Sent], Awaitable[object]]) -> Handler:
    """Read one JSON message, act on it, write the outcome: the one boundary for whatever goes wrong inside."""
    decoder = msgspec.json.Decoder(kind)

    async def handle(incoming: web.Request) -> web.Response:
        body = await incoming.read()
        if len(body) > MAX_BODY_BYTES:
            return _refuse(413, f"more than {MAX_BODY_BYTES} bytes")
        try:
            sent = decoder.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            return _refuse(400, str(error))
        try:
            return _written(await act(sent), 200)
        except Exception:
            log.exception("the playground failed", path=incoming.path, channel=sent.channel, person=sent.person)
            return _written(talk.failure(sent), 500)

    return handle


def _guard(handler: Handler, host: str) -> Handler:
    """Let in only who comes under our name, and with a POST only our own page."""

    async def handle(incoming: web.Request) -> web.StreamResponse:
        if not is_own_host(incoming.headers.get("Host", ""), host):
            return _refuse(
                421, "not served under this name; use the address in numbers, or set TEAPOT_HOST to the name"
            )
        if incoming.method == "POST":
            if not is_own_page(incoming.headers):
                return _refuse(403, "only the playground's own page may do this")
            if incoming.content_type != JSON:
                return _refuse(415, f"expected Content-Type: {JSON}")
        return await handler(incoming)

    return handle


def _written(outcome: object, code: int) -> web.Response:
    return web.Response(body=msgspec.json.encode(outcome), status=code, content_type=JSON, headers=HEADERS)


def _refuse(code: int, problem: str) -> web.Response:
    return _written(Refused(problem), code)
