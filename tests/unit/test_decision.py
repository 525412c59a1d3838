"""When Teapot speaks up by itself: a truth table of the gates, in their order."""

from dataclasses import replace
from itertools import product

import pytest

from teapot.decision import Decision, Facts, Reason, Rules, decide
from teapot.mentions import Mention

NOW = 1_000_000.0
FACTS = Facts(
    author_is_bot=False,
    sent_at=NOW - 1,
    now=NOW,
    seen_before=False,
    answered_at={},
    replies_last_minute=0,
)


def named(*codes: str) -> tuple[Mention, ...]:
    return tuple(Mention(code, at * 10, at * 10 + len(code)) for at, code in enumerate(codes))


@pytest.mark.parametrize(
    ("codes", "rules", "facts", "reason"),
    [
        ((), Rules(), FACTS, Reason.NOTHING_MENTIONED),
        (("503",), Rules(), replace(FACTS, author_is_bot=True), Reason.AUTHOR_IS_BOT),
        (("503",), Rules(auto_reply="off"), FACTS, Reason.AUTO_REPLY_OFF),
        (("404",), Rules(), FACTS, Reason.CLASS_NOT_ANSWERED),
        (("200",), Rules(auto_reply="errors"), FACTS, Reason.CLASS_NOT_ANSWERED),
        (("503",), Rules(), replace(FACTS, sent_at=NOW - 61), Reason.TOO_OLD),
        (("503",), Rules(), replace(FACTS, seen_before=True), Reason.ALREADY_ANSWERED),
        (("503",), Rules(), replace(FACTS, answered_at={"503": NOW - 599}), Reason.ANSWERED_RECENTLY),
        (("503",), Rules(), replace(FACTS, replies_last_minute=6), Reason.OVER_BUDGET),
        (("503",), Rules(), replace(FACTS, pulse_running=True), Reason.PULSE_RUNNING),
        (("503",), Rules(), FACTS, Reason.MENTIONED),
    ],
)
def test_each_gate_closes_for_its_reason(codes: tuple[str, ...], rules: Rules, facts: Facts, reason: Reason) -> None:
    decision = decide(named(*codes), rules, facts)
    assert decision.reason is reason
    assert bool(decision.codes) == (reason is Reason.MENTIONED)


@pytest.mark.parametrize(
    ("rules", "answered"),
    [
        (Rules(auto_reply="5xx"), ("503", "5xx")),
        (Rules(auto_reply="errors"), ("404", "503", "5xx", "404.13")),
        (Rules(auto_reply="all"), ("200", "301", "404", "503", "5xx", "404.13")),
    ],
)
def test_the_setting_chooses_the_classes(rules: Rules, answered: tuple[str, ...]) -> None:
    assert decide(named("200", "301", "404", "503", "5xx", "404.13"), rules, FACTS).codes == answered


def test_a_code_named_twice_is_answered_once() -> None:
    assert decide(named("502", "502", "504"), Rules(), FACTS) == Decision(("502", "504"), Reason.MENTIONED)


def test_only_the_fresh_codes_are_answered() -> None:
    facts = replace(FACTS, answered_at={"502": NOW - 10})
    assert decide(named("502", "504"), Rules(), facts).codes == ("504",)


def test_the_cooldown_ends() -> None:
    facts = replace(FACTS, answered_at={"503": NOW - 600})
    assert decide(named("503"), Rules(), facts).reason is Reason.MENTIONED


def test_no_cooldown_answers_again_at_once() -> None:
    facts = replace(FACTS, answered_at={"503": NOW})
    assert decide(named("503"), Rules(cooldown_seconds=0), facts).reason is Reason.MENTIONED


def test_zero_replies_a_minute_means_no_limit() -> None:
    facts = replace(FACTS, replies_last_minute=1000)
    assert decide(named("503"), Rules(replies_per_minute=0), facts).reason is Reason.MENTIONED


@pytest.mark.parametrize(("age", "reason"), [(60.0, Reason.MENTIONED), (60.1, Reason.TOO_OLD)])
def test_a_message_is_old_after_a_minute(age: float, reason: Reason) -> None:
    assert decide(named("503"), Rules(), replace(FACTS, sent_at=NOW - age)).reason is reason


def test_a_message_from_the_future_is_not_old() -> None:
    assert decide(named("503"), Rules(), replace(FACTS, sent_at=NOW + 5)).reason is Reason.MENTIONED


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (replace(FACTS, channel_muted=True), Reason.CHANNEL_MUTED),
        (replace(FACTS, opted_out=True), Reason.OPTED_OUT),
        (replace(FACTS, muted=frozenset({"503"})), Reason.CODE_MUTED),
        (replace(FACTS, author_is_bot=True, bot_allowed=True), Reason.MENTIONED),
        (replace(FACTS, muted=frozenset({"502"})), Reason.MENTIONED),
        (replace(FACTS, channel_muted=True, opted_out=True, sent_at=NOW - 61), Reason.CHANNEL_MUTED),
        (replace(FACTS, opted_out=True, muted=frozenset({"503"}), seen_before=True), Reason.OPTED_OUT),
        (replace(FACTS, muted=frozenset({"503"}), sent_at=NOW - 61), Reason.CODE_MUTED),
    ],
)
def test_what_the_team_and_its_people_chose_closes_its_gate(facts: Facts, reason: Reason) -> None:
    assert decide(named("503"), Rules(), facts).reason is reason


def test_the_codes_that_are_not_muted_are_answered() -> None:
    facts = replace(FACTS, muted=frozenset({"502"}))
    assert decide(named("502", "504"), Rules(), facts).codes == ("504",)


GATES = (
    "nothing is named",
    "a bot wrote it",
    "switched off",
    "another class",
    "channel muted",
    "author opted out",
    "code muted",
    "an hour old",
    "answered before",
    "incident told",
    "code answered lately",
    "budget spent",
)
ORDER = (
    Reason.NOTHING_MENTIONED,
    Reason.AUTHOR_IS_BOT,
    Reason.AUTO_REPLY_OFF,
    Reason.CLASS_NOT_ANSWERED,
    Reason.CHANNEL_MUTED,
    Reason.OPTED_OUT,
    Reason.CODE_MUTED,
    Reason.TOO_OLD,
    Reason.ALREADY_ANSWERED,
    Reason.PULSE_RUNNING,
    Reason.ANSWERED_RECENTLY,
    Reason.OVER_BUDGET,
)
"""The order of the gates as the reasons are documented, apart from the code that keeps it."""


@pytest.mark.parametrize("bot_allowed", [False, True])
def test_the_first_closed_gate_of_all_gives_the_reason(bot_allowed: bool) -> None:
    """Every combination of open and closed gates."""
    for closed in product((False, True), repeat=len(GATES)):
        gate = dict(zip(GATES, closed, strict=True))
        code = "404" if gate["another class"] else "503"
        facts = Facts(
            author_is_bot=gate["a bot wrote it"],
            sent_at=NOW - (3600 if gate["an hour old"] else 1),
            now=NOW,
            seen_before=gate["answered before"],
            answered_at={code: NOW - 5} if gate["code answered lately"] else {},
            replies_last_minute=6 if gate["budget spent"] else 5,
            bot_allowed=bot_allowed,
            opted_out=gate["author opted out"],
            channel_muted=gate["channel muted"],
            muted=frozenset({code}) if gate["code muted"] else frozenset(),
            pulse_running=gate["incident told"],
        )
        rules = Rules(auto_reply="off" if gate["switched off"] else "5xx")
        decision = decide(() if gate["nothing is named"] else named(code), rules, facts)
        counted = [is_closed and not (bot_allowed and name == GATES[1]) for name, is_closed in gate.items()]
        expected = ORDER[counted.index(True)] if any(counted) else Reason.MENTIONED
        assert decision == Decision((code,) if expected is Reason.MENTIONED else (), expected), gate
