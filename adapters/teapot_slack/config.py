"""Which Slack app to be, and how Slack reaches it. Half a configuration is a problem with its remedy."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from msgspec import Struct

from teapot.config import Secret, read
from teapot.problems import ConfigError
from teapot_slack.page import EventsPage

REMEDIES = {
    "SLACK_BOT_TOKEN": "the bot token (xoxb-...) from OAuth & Permissions on the app's page",
    "SLACK_APP_TOKEN": "the app-level token (xapp-...) from Basic Information on the app's page, for Socket Mode",
    "SLACK_SIGNING_SECRET": "the signing secret from Basic Information on the app's page, for HTTP mode",
    "SLACK_API_URL": "a Web API base, as https://slack.com/api/",
}
INSTALLING = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")
"""What an app for many workspaces has. slack-bolt takes these two from the environment and drops the bot token."""


class Variables(Struct, frozen=True, rename="upper"):
    """The environment's names, in lower case."""

    slack_bot_token: Secret
    slack_app_token: Secret = Secret("")
    slack_signing_secret: Secret = Secret("")
    slack_api_url: str = "https://slack.com/api/"


@dataclass(frozen=True, slots=True)
class SlackConfig:
    """One workspace's app: an app token means Socket Mode, a signing secret HTTP mode, both mean both.

    ``api_url`` ends in a slash. ``page`` is where HTTP mode's deliveries arrive.
    """

    bot_token: Secret
    app_token: Secret
    signing_secret: Secret
    api_url: str
    page: EventsPage = field(default_factory=EventsPage, repr=False, compare=False)


def read_config(env: Mapping[str, str]) -> SlackConfig | None:
    """The configuration; None when no variable of Slack's is set. Raises ConfigError with all problems."""
    env = {name: value for name, value in env.items() if value.strip()}
    if not any(name in env for name in (*REMEDIES, *INSTALLING)):
        return None
    problems = list(_problems(env))
    try:
        known = read(Variables, env, REMEDIES)
    except ConfigError as error:
        raise ConfigError((*error.problems, *problems)) from error
    if problems:
        raise ConfigError(problems)
    return SlackConfig(
        bot_token=known.slack_bot_token,
        app_token=known.slack_app_token,
        signing_secret=known.slack_signing_secret,
        api_url=known.slack_api_url.rstrip("/") + "/",
    )


def _problems(env: Mapping[str, str]) -> Iterator[str]:
    for name in INSTALLING:
        if name in env:
            yield f"{name}: installing into many workspaces is not built yet; unset it and set SLACK_BOT_TOKEN"
    for name, prefix in (("SLACK_BOT_TOKEN", "xoxb-"), ("SLACK_APP_TOKEN", "xapp-")):
        if name in env and not env[name].strip().startswith(prefix):
            yield f"{name}: does not begin with {prefix}; expected {REMEDIES[name]}"
    if "SLACK_APP_TOKEN" not in env and "SLACK_SIGNING_SECRET" not in env:
        yield (
            f"SLACK_APP_TOKEN, SLACK_SIGNING_SECRET: one is missing; expected {REMEDIES['SLACK_APP_TOKEN']}, "
            f"or {REMEDIES['SLACK_SIGNING_SECRET']}"
        )
    if "SLACK_API_URL" in env and not _is_address(env["SLACK_API_URL"].strip()):
        yield f"SLACK_API_URL: not understood; expected {REMEDIES['SLACK_API_URL']}"


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)
