"""Slack's side of the one door in ``teapot.adapters``."""

from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import web

from teapot.bot import Teapot
from teapot.card import Place, Reply
from teapot_slack import render
from teapot_slack.config import SlackConfig, read_config
from teapot_slack.page import PATH

__all__ = ["only_when_alone", "preview", "read_config", "routes", "run"]

only_when_alone = False


async def run(teapot: Teapot, config: SlackConfig) -> None:
    """Answer on Slack until cancelled. Raises ConfigError when Slack refuses a token."""
    from teapot_slack.app import serve  # noqa: PLC0415  previews need no slack-bolt

    await serve(teapot, config)


def routes(_: Teapot, config: SlackConfig) -> Sequence[web.RouteDef]:
    """``POST /slack/events`` where there is a signing secret to check deliveries with."""
    return [web.post(PATH, config.page.serve)] if config.signing_secret else []


def preview(reply: Reply) -> Mapping[str, Any]:
    """The message body for a reply, as sent to Slack."""
    has_file = reply.picture is not None and reply.place is Place.PUBLIC
    return render.with_picture(reply) if has_file else render.body(reply)
