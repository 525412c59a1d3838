"""The loopback Discord has teeth: it refuses what Discord refuses, and takes what Discord takes."""

from typing import Any

import pytest

from tests.loopback.discord_limits import command_problems, message_problems
from tests.loopback.discord_world import PERSON, pings

Body = dict[str, Any]


def button(**parts: object) -> Body:
    return {"type": 2, "style": 2, "label": "a", "custom_id": "a", **parts}


def row(*inside: Body) -> Body:
    return {"type": 1, "components": list(inside)}


def listed(count: int, **parts: object) -> Body:
    options = [{"label": "a", "value": str(at)} for at in range(count)]
    return {"type": 3, "custom_id": "list", "options": options, **parts}


def embed(**parts: object) -> Body:
    return {"embeds": [{"title": "a", **parts}]}


def fields(count: int, **parts: object) -> Body:
    return embed(fields=[{"name": "a", "value": "b", **parts} for _ in range(count)])


TAKEN = [
    {"content": "x" * 2000, "nonce": "9" * 25},
    embed(title="x" * 256, description="y" * 4096, color=0xFFFFFF, url="https://example.org"),
    embed(description="🍵" * 2048, footer={"text": "z" * 1600}),
    fields(25, name="n" * 100, value="v" * 100),
    {"components": [row(*(button(custom_id=f"{at}{at_row}") for at in range(5))) for at_row in range(5)]},
    {"components": [row(listed(25, placeholder="p" * 150))]},
    {"components": [row({"type": 2, "style": 5, "label": "l" * 80, "url": "https://example.org"})]},
    {"content": "a", "allowed_mentions": {"parse": ["users"], "roles": ["1"]}},
]
REFUSED = [
    {"content": "x" * 2001},
    {"content": "a", "nonce": "9" * 26},
    {"embeds": [{"title": "a"}] * 11},
    embed(title="x" * 257),
    embed(description="🍵" * 2049),
    embed(footer={"text": "x" * 2049}),
    embed(author={"name": "x" * 257}),
    embed(color=0x1000000),
    embed(url="javascript:alert(1)"),
    embed(url="https://example.org/" + "x" * 2048),
    {"embeds": [{"color": 1}]},
    fields(26),
    fields(1, name=" "),
    fields(1, value=""),
    fields(1, name="x" * 257),
    fields(1, value="x" * 1025),
    fields(6, value="x" * 1000),
    {"components": [row(button(custom_id=str(at))) for at in range(6)]},
    {"components": [row(*(button(custom_id=str(at)) for at in range(6)))]},
    {"components": [row()]},
    {"components": [row(button(), button())]},
    {"components": [row(button(label=""))]},
    {"components": [row(button(label="x" * 81))]},
    {"components": [row(button(custom_id="x" * 101))]},
    {"components": [row(button(style=5, url="https://example.org"))]},
    {"components": [row({"type": 2, "style": 5, "label": "a", "url": "https://e.org/" + "x" * 512})]},
    {"components": [row(listed(0))]},
    {"components": [row(listed(26))]},
    {"components": [row(listed(1, placeholder="x" * 151))]},
    {"components": [row(listed(1), button())]},
    {"components": [row(listed(0, options=[{"label": "a", "value": "a"}, {"label": "b", "value": "a"}]))]},
    {"components": [row(listed(0, options=[{"label": "a", "value": "a", "description": ""}]))]},
    {"content": "a", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
    {"content": "a", "allowed_mentions": {"parse": ["all"]}},
]


@pytest.mark.parametrize("body", TAKEN)
def test_a_good_body_is_taken(body: Body) -> None:
    assert list(message_problems(body)) == []


@pytest.mark.parametrize("body", REFUSED)
def test_a_bad_body_is_refused(body: Body) -> None:
    assert len(list(message_problems(body))) == 1


def slash(**parts: object) -> Body:
    return {"type": 1, "name": "http", "description": "a", **parts}


def option(**parts: object) -> Body:
    return {"type": 3, "name": "query", "description": "a", **parts}


@pytest.mark.parametrize(
    "commands",
    [
        [slash(), slash(name="状态码"), {"type": 3, "name": "Explain HTTP codes"}],
        [slash(name_localizations={"zh-TW": "狀態碼"}, options=[option(required=True), option(name="private")])],
    ],
)
def test_good_commands_are_taken(commands: list[Body]) -> None:
    assert list(command_problems(commands)) == []


@pytest.mark.parametrize(
    "commands",
    [
        [slash(), slash()],
        [slash(name="HTTP")],
        [slash(name="h t")],
        [slash(name="x" * 33)],
        [slash(description="")],
        [slash(description="x" * 101)],
        [slash(name_localizations={"zh": "状态码"})],
        [slash(options=[option(name="a"), option(name="b", required=True)])],
        [slash(options=[option(autocomplete=True, choices=[{"name": "a", "value": "a"}])])],
        [slash(options=[option(choices=[{"name": "x" * 101, "value": "a"}])])],
        [{"type": 3, "name": "x" * 33}],
        [{"type": 3, "name": f"Explain {at}"} for at in range(16)],
    ],
)
def test_bad_commands_are_refused(commands: list[Body]) -> None:
    assert len(list(command_problems(commands))) == 1


LOUD = f"@everyone <@{PERSON}> <@&7>"


@pytest.mark.parametrize(
    ("body", "notified"),
    [
        ({"content": LOUD}, {"everyone", PERSON, "7", "author"}),
        ({"content": LOUD, "allowed_mentions": {"parse": []}}, set()),
        ({"content": LOUD, "allowed_mentions": {"parse": ["users"]}}, {PERSON}),
        ({"content": LOUD, "allowed_mentions": {"parse": [], "roles": ["7"]}}, {"7"}),
        ({"content": "", "allowed_mentions": {"parse": [], "replied_user": True}}, {"author"}),
        ({"embeds": [{"title": LOUD}], "allowed_mentions": {"parse": ["everyone"]}}, set()),
    ],
)
def test_it_knows_whom_a_message_would_ping(body: Body, notified: set[str]) -> None:
    assert pings(body, "author", is_answer=False) == notified


def test_an_answer_to_an_interaction_pings_people_alone() -> None:
    assert pings({"content": LOUD}, None, is_answer=True) == {PERSON}
