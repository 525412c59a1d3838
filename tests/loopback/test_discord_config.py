"""What an operator writes for Discord: understood, or told with its remedy."""

import subprocess
import sys

import pytest

from teapot.problems import ConfigError
from teapot_discord.config import REMEDIES, Shards, read_config


@pytest.mark.parametrize(
    ("written", "ids", "count"),
    [("0-3/16", (0, 1, 2, 3), 16), ("2/4", (2,), 4), ("0/1", (0,), 1), ("5-5/6", (5,), 6), ("0-1/2", (0, 1), 2)],
)
def test_shards_are_read(written: str, ids: tuple[int, ...], count: int) -> None:
    shards = Shards(written)
    assert (shards.ids, shards.count) == (ids, count)


@pytest.mark.parametrize(
    "written", ["", "/", "4", "4/4", "3-1/4", "0-4/4", "-1/4", "0-/x", "a/b", "0-3/16/2", "1/99999999", "½/4", "1/0"]
)
def test_shards_that_make_no_sense_are_told(written: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        Shards(written)


def test_no_variable_means_no_discord() -> None:
    assert read_config({"TEAPOT_PORT": "1", "SLACK_BOT_TOKEN": "x"}) is None


def test_all_variables_are_read() -> None:
    env = {"DISCORD_TOKEN": "t", "DISCORD_API_URL": "http://127.0.0.1:1/api/v10", "TEAPOT_DISCORD_SHARDS": "1/2"}
    config = read_config(env)
    assert config is not None
    assert (config.discord_token, config.discord_api_url) == ("t", "http://127.0.0.1:1/api/v10")
    assert config.teapot_discord_shards is not None
    assert config.teapot_discord_shards.ids == (1,)


def test_discord_itself_is_the_default() -> None:
    config = read_config({"DISCORD_TOKEN": "t"})
    assert config is not None
    assert config.discord_api_url == "https://discord.com/api/v10"


@pytest.mark.parametrize("name", ["DISCORD_API_URL", "TEAPOT_DISCORD_SHARDS"])
def test_every_problem_is_told_with_what_was_expected(name: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_config({name: "nonsense"})
    assert raised.value.problems == (
        f"DISCORD_TOKEN: missing; expected {REMEDIES['DISCORD_TOKEN']}",
        f"{name}: not understood; expected {REMEDIES[name]}",
    )


def test_a_command_too_long_for_discord_is_told() -> None:
    assert read_config({"DISCORD_TOKEN": "t", "TEAPOT_COMMAND": "h" * 23}) is not None
    with pytest.raises(ConfigError, match="TEAPOT_COMMAND: too long for Discord; expected at most 23 characters"):
        read_config({"DISCORD_TOKEN": "t", "TEAPOT_COMMAND": "h" * 24})


def test_the_adapter_is_there_without_the_library() -> None:
    check = "import sys, teapot_discord.adapter; sys.exit('discord' in sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)


def test_the_token_does_not_show_itself() -> None:
    assert "hunter2" not in repr(read_config({"DISCORD_TOKEN": "hunter2"}))
