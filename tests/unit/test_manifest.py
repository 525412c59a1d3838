"""What the platforms are told once: Slack's manifest by Slack's own schema, Discord's links by what they ask for."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from teapot.catalogue import Catalogue
from teapot.cli import main
from teapot.manifest import (
    EXPLAIN,
    MAX_SLACK_COMMAND,
    discord_invitation,
    discord_lines,
    slack_document,
    slack_manifest,
)
from teapot.problems import ConfigError

TESTS = Path(__file__).parents[1]
SHIPPED = TESTS.parent / "deploy" / "slack-manifest.json"
APPLICATION = "123456789012345678"


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    return Draft7Validator(json.loads((TESTS / "schemas" / "slack-manifest.schema.2.0.0.json").read_text("utf-8")))


def manifest(url: str | None = None) -> Any:  # noqa: ANN401  it is JSON
    return json.loads(slack_document("http", url))


def query_of(link: str) -> Mapping[str, list[str]]:
    return parse_qs(urlsplit(link).query)


@pytest.mark.parametrize("url", [None, "https://bot.example"])
def test_slack_accepts_the_manifest(validator: Draft7Validator, url: str | None) -> None:
    assert [error.message for error in validator.iter_errors(manifest(url))] == []


def test_slacks_schema_refuses_what_is_not_a_manifest(validator: Draft7Validator) -> None:
    assert not validator.is_valid({**manifest(), "slash_commands": []})


def test_the_shipped_manifest_is_what_the_command_prints(
    capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEAPOT_COMMAND", raising=False)
    assert main(["manifest", "slack"]) == 0
    assert capsysbinary.readouterr().out == SHIPPED.read_bytes()


def test_it_is_one_line_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manifest", "slack", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line) == manifest()


def test_without_an_address_everything_comes_through_a_socket() -> None:
    assert manifest()["settings"]["socket_mode_enabled"]
    assert "https" not in slack_document("http")


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://bot.example", "https://bot.example/slack/events"),
        ("https://bot.example/", "https://bot.example/slack/events"),
        ("https://bot.example:8443/teapot/", "https://bot.example:8443/teapot/slack/events"),
        ("https://bot.example/slack/events", "https://bot.example/slack/events"),
        ("https://[2001:db8::1]", "https://[2001:db8::1]/slack/events"),
    ],
)
def test_with_an_address_command_events_and_buttons_are_sent_there(url: str, target: str) -> None:
    told = manifest(url)
    assert [
        told["features"]["slash_commands"][0]["url"],
        told["settings"]["event_subscriptions"]["request_url"],
        told["settings"]["interactivity"]["request_url"],
        told["settings"]["interactivity"]["message_menu_options_url"],
        told["settings"]["socket_mode_enabled"],
    ] == [target, target, target, target, False]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "bot.example",
        "http://bot.example",
        "https://",
        "https:///slack",
        "https://bot.example?x=1",
        "https://bot.example/#x",
        "https://ann:hunter2@bot.example",
        "https://bot.example:port",
        "https://bot.example:0",
        "https://[bot",
        "https://bot example",
        "https://bot.example/\n",
        "https://bötchen.example",
        "https://bot.example/" + "x" * 2000,
    ],
)
def test_what_is_no_public_address_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="--url: expected the bot's public address"):
        slack_manifest("http", url)


@given(st.text() | st.text().map("https://{}".format))
def test_any_address_makes_a_valid_manifest_or_is_refused(validator: Draft7Validator, url: str) -> None:
    try:
        made = manifest(url)
    except ConfigError:
        return
    assert validator.is_valid(made)


def test_no_scope_is_asked_for_but_these() -> None:
    assert manifest()["oauth_config"]["scopes"] == {
        "bot": [
            "app_mentions:read",
            "channels:history",
            "chat:write",
            "commands",
            "files:write",
            "groups:history",
            "im:history",
            "mpim:history",
            "users:read",
        ]
    }


def test_the_command_is_the_one_that_is_configured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TEAPOT_COMMAND", "status")
    assert main(["manifest", "slack"]) == 0
    assert json.loads(capsys.readouterr().out)["features"]["slash_commands"][0]["command"] == "/status"


def test_a_command_as_long_as_slack_takes_is_taken(validator: Draft7Validator) -> None:
    assert validator.is_valid(slack_manifest("x" * MAX_SLACK_COMMAND))


def test_a_longer_command_is_refused() -> None:
    with pytest.raises(ConfigError, match="TEAPOT_COMMAND: Slack takes at most 31 characters"):
        slack_manifest("x" * (MAX_SLACK_COMMAND + 1))


def test_the_message_action_has_the_name_it_has_everywhere(known: Catalogue) -> None:
    assert known.say("explain-name", "en") == EXPLAIN


def test_a_server_is_joined_with_six_permissions_and_no_other() -> None:
    view, send, embed, attach, history, threads = 0x400, 0x800, 0x4000, 0x8000, 0x10000, 0x4000000000
    assert query_of(discord_invitation(APPLICATION).server) == {
        "client_id": [APPLICATION],
        "integration_type": ["0"],
        "permissions": [str(view | send | embed | attach | history | threads)],
        "scope": ["bot applications.commands"],
    }


def test_a_person_gets_the_commands_alone() -> None:
    assert query_of(discord_invitation(APPLICATION).user) == {
        "client_id": [APPLICATION],
        "integration_type": ["1"],
        "scope": ["applications.commands"],
    }


def test_both_links_are_shown() -> None:
    invitation = discord_invitation(APPLICATION)
    assert {f"  {invitation.server}", f"  {invitation.user}"} <= set(discord_lines(invitation))


def test_the_links_are_one_document_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manifest", "discord", "--client-id", APPLICATION, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["server"], len(told["asks_for"])) == (discord_invitation(APPLICATION).server, 6)


@pytest.mark.parametrize(
    "client_id", ["", "12", "123456789012345678901", "12345678901234567x", "１２３４５６７８９０１２３４５６７８"]
)
def test_what_is_no_application_id_is_refused(client_id: str) -> None:
    with pytest.raises(ConfigError, match="--client-id: expected 17 to 20 digits"):
        discord_invitation(client_id)


def test_a_wrong_address_ends_the_command_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manifest", "slack", "--url", "http://bot.example"]) == 2
    assert "--url: expected" in capsys.readouterr().err
