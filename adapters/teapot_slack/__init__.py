"""Slack: slack-bolt (async) in, Block Kit out. Also a set of listeners for an app that a team already runs."""

from typing import TYPE_CHECKING

from teapot.bot import Teapot

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

    from teapot_slack.listeners import Listeners


def register(app: "AsyncApp", teapot: Teapot) -> "Listeners":
    """Add Teapot's listeners to an app that a team already runs; what Teapot does not answer is left to the others."""
    from teapot_slack import listeners  # noqa: PLC0415  previews need no slack-bolt

    return listeners.register(app, teapot)
