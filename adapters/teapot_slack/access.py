"""Being let in by Slack. A refusal ends the process with its remedy; an outage is waited out."""

import asyncio
import random
from collections.abc import Callable

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from teapot.problems import ConfigError
from teapot_slack.outcomes import problem_of

REFUSED = frozenset(
    {
        "access_denied",
        "account_inactive",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "token_expired",
        "token_revoked",
    }
)
"""Errors of auth.test and apps.connections.open that only the operator can mend."""

MAX_PAUSE_SECONDS = 30.0
log = structlog.get_logger()


async def enter(client: AsyncWebClient, report: Callable[[bool, str], None]) -> str:
    """Wait until Slack knows the bot token; gives its workspace. Raises ConfigError when it refuses it."""
    failures = 0
    while True:
        try:
            told = await client.auth_test()
        except (SlackApiError, aiohttp.ClientError, TimeoutError) as error:
            problem = problem_of(error)
            if problem in REFUSED:
                remedy = "install the app again and copy the token from OAuth & Permissions"
                raise ConfigError((f"SLACK_BOT_TOKEN: Slack refuses it ({problem}); {remedy}",)) from error
            log.warning("Slack cannot be reached; trying again", problem=problem)
            report(False, problem)
            failures += 1
            await asyncio.sleep(pause_seconds(failures))
        else:
            return str(told.get("team_id") or told.get("enterprise_id") or "")


async def open_address(client: AsyncWebClient, app_token: str) -> str:
    """The address of one WebSocket, good for one connection soon after. Raises ConfigError when Slack refuses."""
    try:
        opened = await client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        problem = problem_of(error)
        if problem not in REFUSED:
            raise
        remedy = "switch Socket Mode on and make an app-level token with connections:write in Basic Information"
        raise ConfigError((f"SLACK_APP_TOKEN: Slack refuses it ({problem}); {remedy}",)) from error
    return str(opened.get("url"))


def pause_seconds(failures: int) -> float:
    """How long to wait after that many failures in a row: up to 1, 2, 4 and at most 30 s, spread over replicas."""
    return min(MAX_PAUSE_SECONDS, 2.0 ** (failures - 1)) * random.uniform(0.5, 1)  # noqa: S311  it keeps no secret
