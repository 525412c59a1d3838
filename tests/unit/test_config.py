"""Configuration: understood, or every problem at once."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec import Struct

from teapot.config import REMEDIES, Config, Secret, default_database, gather, read
from teapot.problems import ConfigError


class Login(Struct, frozen=True, rename="upper"):
    """A part with a secret, as an adapter has."""

    discord_token: Secret


def problems(env: Mapping[str, str]) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as raised:
        read(Config, env, REMEDIES)
    return raised.value.problems


def test_nothing_set_gives_the_defaults() -> None:
    config = read(Config, {}, REMEDIES)
    assert (config.host, config.port, config.auto_reply, config.cooldown_seconds) == ("127.0.0.1", 8418, "5xx", 600)


def test_values_are_read_from_text() -> None:
    config = read(
        Config, {"TEAPOT_PORT": " 0 ", "TEAPOT_LANGUAGE": "zh-Hant", "TEAPOT_COOLDOWN_SECONDS": "1.5"}, REMEDIES
    )
    assert (config.port, config.language, config.cooldown_seconds) == (0, "zh-Hant", 1.5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TEAPOT_PORT", "http"),
        ("TEAPOT_PORT", "65536"),
        ("TEAPOT_PORT", "-1"),
        ("TEAPOT_COMMAND", "HTTP"),
        ("TEAPOT_COMMAND", "/http"),
        ("TEAPOT_LANGUAGE", "zh"),
        ("TEAPOT_AUTO_REPLY", "yes"),
        ("TEAPOT_COOLDOWN_SECONDS", "ten"),
        ("TEAPOT_REPLIES_PER_MINUTE", "-6"),
        ("TEAPOT_LOG_LEVEL", "loud"),
        ("TEAPOT_LOG_FORMAT", "xml"),
    ],
)
def test_a_value_that_does_not_fit_is_told_with_what_was_expected(name: str, value: str) -> None:
    (problem,) = problems({name: value})
    assert problem == f"{name}: not understood; expected {REMEDIES[name]}"


def test_all_problems_are_told_at_once() -> None:
    assert len(problems({"TEAPOT_PORT": "x", "TEAPOT_LANGUAGE": "x", "TEAPOT_LOG_LEVEL": "x"})) == 3


def test_a_bad_value_is_not_repeated() -> None:
    assert "hunter2" not in "".join(problems({"TEAPOT_PORT": "hunter2"}))


def test_a_missing_variable_is_told() -> None:
    with pytest.raises(ConfigError, match="DISCORD_TOKEN: missing; expected the bot's token"):
        read(Login, {}, {"DISCORD_TOKEN": "the bot's token"})


def test_a_secret_does_not_show_itself() -> None:
    login = read(Login, {"DISCORD_TOKEN": "hunter2"}, {})
    assert "hunter2" not in repr(login)
    assert login.discord_token == "hunter2"


def test_a_secret_comes_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("hunter2\n")
    env = gather({"DISCORD_TOKEN_FILE": str(tmp_path / "token"), "TEAPOT_CONFIG": _toml(tmp_path, "")})
    assert env["DISCORD_TOKEN"] == "hunter2"


def test_a_secret_given_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="DISCORD_TOKEN_FILE: DISCORD_TOKEN is set as well"):
        gather({"DISCORD_TOKEN": "a", "DISCORD_TOKEN_FILE": str(tmp_path / "token")})


def test_a_secret_file_that_is_empty_is_told(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("\n")
    with pytest.raises(ConfigError, match="DISCORD_TOKEN_FILE: the file is empty"):
        gather({"DISCORD_TOKEN_FILE": str(tmp_path / "token")})


def test_a_secret_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="DISCORD_TOKEN_FILE: the file cannot be read"):
        gather({"DISCORD_TOKEN_FILE": str(tmp_path / "nothing")})


def _toml(folder: Path, content: str) -> str:
    file = folder / "teapot.toml"
    file.write_text(content, encoding="utf-8")
    return str(file)


def test_a_file_gives_what_the_environment_leaves_out(tmp_path: Path) -> None:
    content = 'teapot_port = 9000\nteapot_language = "zh-Hans"\n'
    env = gather({"TEAPOT_CONFIG": _toml(tmp_path, content), "TEAPOT_PORT": "9001"})
    assert (env["TEAPOT_PORT"], env["TEAPOT_LANGUAGE"]) == ("9001", "zh-Hans")


def test_a_file_that_is_not_toml_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"teapot\.toml"):
        gather({"TEAPOT_CONFIG": _toml(tmp_path, "port: 9000")})


def test_a_named_file_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="TEAPOT_CONFIG: there is no file"):
        gather({"TEAPOT_CONFIG": str(tmp_path / "nothing.toml")})


def test_an_empty_value_counts_as_absent() -> None:
    assert "TEAPOT_PORT" not in gather({"TEAPOT_PORT": ""})


def test_the_state_lies_in_the_users_state_folder() -> None:
    assert default_database({"XDG_STATE_HOME": "/state"}) == "sqlite:////state/teapot/teapot.sqlite3"
    assert default_database({"HOME": "/home/ann"}) == "sqlite:////home/ann/.local/state/teapot/teapot.sqlite3"
