"""What an operator may set for Slack, and what is said about the rest."""

from collections.abc import Mapping

import pytest

from teapot.problems import ConfigError
from teapot_slack.adapter import read_config
from teapot_slack.config import SlackConfig

BOT, APP, SECRET = {"SLACK_BOT_TOKEN": "xoxb-1"}, {"SLACK_APP_TOKEN": "xapp-1"}, {"SLACK_SIGNING_SECRET": "s3cret"}


def problems(env: Mapping[str, str]) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        read_config(env)
    return caught.value.problems


def config(env: Mapping[str, str]) -> SlackConfig:
    found = read_config(env)
    assert found is not None
    return found


@pytest.mark.parametrize("env", [{}, {"DISCORD_TOKEN": "x"}, {"SLACK_BOT_TOKEN": ""}, {"SLACK_APP_TOKEN": "  "}])
def test_without_a_variable_of_slacks_there_is_no_slack(env: Mapping[str, str]) -> None:
    assert read_config(env) is None


@pytest.mark.parametrize("env", [BOT | APP, BOT | SECRET, BOT | APP | SECRET])
def test_a_bot_token_with_either_secret_is_enough(env: Mapping[str, str]) -> None:
    assert config(env).bot_token == "xoxb-1"


def test_the_web_api_is_slacks_own_unless_told_otherwise() -> None:
    assert config(BOT | APP).api_url == "https://slack.com/api/"


def test_a_base_address_ends_in_a_slash() -> None:
    assert config(BOT | APP | {"SLACK_API_URL": "https://slack-gov.com/api"}).api_url == "https://slack-gov.com/api/"


@pytest.mark.parametrize(
    ("env", "named"),
    [
        (BOT, "SLACK_APP_TOKEN, SLACK_SIGNING_SECRET"),
        (APP, "SLACK_BOT_TOKEN"),
        (SECRET, "SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xoxp-1"} | APP, "SLACK_BOT_TOKEN"),
        (BOT | {"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
        (BOT | APP | {"SLACK_API_URL": "slack.com"}, "SLACK_API_URL"),
        (BOT | APP | {"SLACK_API_URL": "https://[/"}, "SLACK_API_URL"),
        (BOT | APP | {"SLACK_CLIENT_ID": "1.2"}, "SLACK_CLIENT_ID"),
        (BOT | APP | {"SLACK_CLIENT_SECRET": "x"}, "SLACK_CLIENT_SECRET"),
    ],
)
def test_half_a_configuration_is_one_problem_with_its_remedy(env: Mapping[str, str], named: str) -> None:
    (problem,) = problems(env)
    assert problem.startswith(f"{named}: ")
    assert "expected" in problem or "unset it" in problem


def test_all_problems_are_told_at_once() -> None:
    told = problems({"SLACK_APP_TOKEN": "x", "SLACK_API_URL": "y", "SLACK_CLIENT_ID": "z"})
    assert len(told) == 4


def test_no_secret_stands_in_a_problem_or_a_repr() -> None:
    secrets = {"SLACK_BOT_TOKEN": "xoxp-hidden", "SLACK_APP_TOKEN": "hidden", "SLACK_SIGNING_SECRET": "hidden"}
    shown = repr(config(BOT | APP | {"SLACK_SIGNING_SECRET": "hidden"}))
    assert "hidden" not in "".join((*problems(secrets), shown))
