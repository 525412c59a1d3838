"""The methods of Slack's Web API that Teapot calls, and the addresses it answers by."""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from tests.loopback.slack_payloads import BOT_ID, BOT_USER, TEAM
from tests.loopback.slack_state import Fault, Json, Post, SlackState, Upload

BOT_TOKEN, APP_TOKEN = "xoxb-loopback", "xapp-loopback"
SHARE_ARGUMENTS = {"files", "channel_id", "thread_ts", "blocks", "team_id"}
"""The arguments of files.completeUploadExternal that make sense together: ``initial_comment`` would hide the blocks."""


@dataclass(frozen=True, slots=True)
class WebApi:
    """``echo`` is called with every message that people see in a channel."""

    state: SlackState
    echo: Callable[[Post], None]

    async def call(self, incoming: web.Request) -> web.StreamResponse:
        """``/api/{method}``, with JSON, a form or a query, and a token in the head."""
        method, state = incoming.match_info["method"], self.state
        state.calls[method] += 1
        state.callers.add(_caller(incoming))
        is_json = incoming.content_type == "application/json"
        said: Json = await incoming.json() if is_json else {**incoming.query, **await incoming.post()}
        if method in state.held:
            await state.held[method].wait()
        problem = self._unwelcome(method, incoming.headers.get("Authorization", ""))
        if problem:
            answer: web.StreamResponse = _no(problem)
        elif method == "auth.test":
            answer = _ok(team="loopback", user="teapot", team_id=TEAM, user_id=BOT_USER, bot_id=BOT_ID)
        elif method == "apps.connections.open":
            state.tickets.add(ticket := uuid.uuid4().hex)
            answer = _ok(url=f"ws://{incoming.host}/link/?ticket={ticket}")
        elif method == "users.info":
            answer = self._person(said)
        elif method == "files.getUploadURLExternal":
            answer = self._reserve(incoming, said)
        elif method == "files.completeUploadExternal":
            return await self._share(incoming, said)
        elif method in {"chat.postMessage", "chat.postEphemeral"}:
            return await self._post(incoming, said, is_private=method == "chat.postEphemeral")
        elif method in {"chat.update", "chat.delete"}:
            answer = await self._change(said, is_deletion=method == "chat.delete")
        else:
            answer = _no("unknown_method")
        await state.tell()
        return answer

    async def act(self, incoming: web.Request) -> web.StreamResponse:
        """``/actions/{hook}``: a post to a ``response_url``."""
        state, hook, said = self.state, self.state.hooks[incoming.match_info["hook"]], await incoming.json()
        state.callers.add(_caller(incoming))
        fault = await state.next_fault()
        failed = _failing(incoming, fault)
        if failed is not None:
            return failed
        problem = state.hook_refusal(hook, said, fault)
        if problem:
            hook.problems.append(problem)
            await state.refuse(problem)
            return web.Response(status=404 if problem in {"expired_url", "used_url"} else 400, text=problem)
        await state.place(hook, said)
        return _broken(incoming) if fault is Fault.BROKEN_AFTER else web.Response(text="ok")

    async def take_file(self, incoming: web.Request) -> web.Response:
        """``/upload/{file}``: the content of a file, once, and as long as was said."""
        upload, content = self.state.uploads.get(incoming.match_info["file"]), await incoming.read()
        if upload is None or upload.content is not None or len(content) != upload.length:
            await self.state.refuse("upload")
            return web.Response(status=400, text="bad upload")
        upload.content = content
        return web.Response(text=f"OK - {len(content)}")

    def _reserve(self, incoming: web.Request, said: Json) -> web.Response:
        if not said.get("filename") or not str(said.get("length", "")).isdecimal() or int(said["length"]) < 1:
            return _no("invalid_arguments")
        name = f"F{uuid.uuid4().hex[:10].upper()}"
        self.state.uploads[name] = Upload(said["filename"], int(said["length"]), said.get("alt_txt", ""))
        return _ok(file_id=name, upload_url=f"http://{incoming.host}/upload/{name}")

    async def _share(self, incoming: web.Request, said: Json) -> web.StreamResponse:
        """Files that are uploaded, into one channel, below blocks but never with attachments."""
        state, fault = self.state, await self.state.next_fault()
        failed = _failing(incoming, fault)
        if failed is not None:
            return failed
        files, blocks = json.loads(said.get("files", "[]")), json.loads(said.get("blocks", "[]"))
        problem = state.closed_channels.get(said.get("channel_id", "")) or self._share_refusal(said, files, blocks)
        if problem:
            await state.refuse(problem)
            return _no(problem)
        for one in files:
            state.uploads[one["id"]].is_shared = True
        body = {"text": f"uploaded a file: {files[0]['title']}", "blocks": blocks, "files": files}
        post = Post(state.stamp(), said["channel_id"], said.get("thread_ts"), None, body, by_url=False)
        await state.take(post)
        self.echo(post)
        return _broken(incoming) if fault is Fault.BROKEN_AFTER else _ok(files=files)

    def _share_refusal(self, said: Json, files: list[Json], blocks: list[Json]) -> str | None:
        if not files or not said.get("channel_id") or not set(said) <= SHARE_ARGUMENTS:
            return "invalid_arguments"
        uploads = [self.state.uploads.get(one["id"]) for one in files]
        if any(upload is None or upload.content is None or upload.is_shared for upload in uploads):
            return "file_not_found"
        return self.state.refusal({"text": "", "blocks": blocks}, None) if blocks else None

    def _unwelcome(self, method: str, authorization: str) -> str | None:
        token = authorization.removeprefix("Bearer ")
        if token not in {BOT_TOKEN, APP_TOKEN}:
            return "invalid_auth"
        if (token == APP_TOKEN) != (method == "apps.connections.open"):
            return "not_allowed_token_type"
        if method.startswith("files.") and "files:write" not in self.state.scopes:
            return "missing_scope"
        return self.state.errors.get(method)

    async def _change(self, said: Json, *, is_deletion: bool) -> web.Response:
        """Another body for a message of the app's own, or its end."""
        state = self.state
        posts = (post for post in state.posts if post.ts == said["ts"] and post.channel == said["channel"])
        post = next((post for post in posts if post.reader is None and not post.is_deleted), None)
        problem = "message_not_found" if post is None else state.closed_channels.get(said["channel"])
        if not problem and not is_deletion:
            problem = state.refusal(said, None)
        if problem or post is None:
            await state.refuse(str(problem))
            return _no(str(problem))
        if is_deletion:
            post.is_deleted = True
        else:
            post.body = {**post.body, **said}
            await state.take(post, is_new=False)
        return _ok(channel=post.channel, ts=post.ts)

    def _person(self, said: Json) -> web.Response:
        name = said["user"]
        person: Json = {"id": name, "team_id": TEAM, "is_bot": False, "is_admin": False}
        person["profile"] = {"display_name": f"{name} shown", "real_name": f"{name} real"}
        person["is_owner"] = name in self.state.owners
        if said.get("include_locale") in {"1", "true"}:
            person["locale"] = self.state.locales.get(name, "en-US")
        return _ok(user=person)

    async def _post(self, incoming: web.Request, said: Json, *, is_private: bool) -> web.StreamResponse:
        state = self.state
        fault = await state.next_fault()
        failed = _failing(incoming, fault)
        if failed is not None:
            return failed
        problem = state.closed_channels.get(said["channel"]) or state.refusal(said, fault)
        if problem:
            await state.refuse(problem)
            return _no(problem)
        reader = said["user"] if is_private else None
        post = Post(state.stamp(), said["channel"], said.get("thread_ts"), reader, said, by_url=False)
        await state.take(post)
        if not is_private:
            self.echo(post)
        return _broken(incoming) if fault is Fault.BROKEN_AFTER else _ok(channel=post.channel, ts=post.ts)


def _failing(incoming: web.Request, fault: Fault | None) -> web.Response | None:
    if fault is Fault.UNAVAILABLE:
        return web.Response(status=503, text="<html>come back later</html>", content_type="text/html")
    if fault is Fault.LIMITED:
        return _no("ratelimited", status=429, headers={"Retry-After": "1"})
    return _broken(incoming) if fault is Fault.BROKEN_BEFORE else None


def _caller(incoming: web.Request) -> object:
    return incoming.transport and incoming.transport.get_extra_info("peername")


def _ok(**more: object) -> web.Response:
    return web.json_response({"ok": True, **more})


def _no(problem: str, *, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    return web.json_response({"ok": False, "error": problem}, status=status, headers=headers)


def _broken(incoming: web.Request) -> web.Response:
    assert incoming.transport is not None
    incoming.transport.close()
    return web.Response()
