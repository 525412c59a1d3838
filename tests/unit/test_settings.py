"""Settings: what each accepts, what holds where, and who changed what."""

import pytest

from teapot.asked import Asked
from teapot.conversation import Channel
from teapot.decision import Rules
from teapot.knowledge import Held, Layer
from teapot.problems import UsageError
from teapot.settings import SETTINGS, defaults_of, language_of, read, rules_of
from tests.teams import ANN, ELSEWHERE, HERE, TALK, THERE, typed, words_of


@pytest.mark.parametrize(
    ("name", "typed_value", "kept"),
    [
        ("auto-reply", "errors", "errors"),
        ("auto-reply", "4xx", "errors"),
        ("auto-reply", "OFF", "off"),
        ("auto-reply", "everything", "all"),
        ("language", "zh-TW", "zh-Hant"),
        ("language", "简体中文", "zh-Hans"),
        ("language", "auto", "auto"),
        ("cooldown", "600", "600"),
        ("cooldown", "10m", "600"),
        ("cooldown", "10 minutes", "600"),
        ("cooldown", "30分钟", "1800"),
        ("cooldown", "0", "0"),
        ("place", "channel", "channel"),
        ("code-blocks", "off", "off"),
        ("bots", "B1 B2", "B1 B2"),
        ("bots", "<@U0123>, 445566", "U0123 445566"),
        ("bots", "none", ""),
        ("commands", "private", "private"),
        ("pulse", "on", "on"),
        ("retention", "30 days", "30"),
        ("retention", "365", "365"),
    ],
)
def test_a_value_is_understood(name: str, typed_value: str, kept: str) -> None:
    assert read(name, typed_value) == kept


@pytest.mark.parametrize(
    ("name", "typed_value"),
    [
        ("auto-reply", "6xx"),
        ("auto-reply", ""),
        ("language", "klingon"),
        ("cooldown", "-1"),
        ("cooldown", "two days"),
        ("cooldown", "25h"),
        ("cooldown", "1e9"),
        ("place", "attic"),
        ("code-blocks", "perhaps"),
        ("bots", "../../etc"),
        ("bots", " ".join(f"B{number}" for number in range(21))),
        ("commands", "secret"),
        ("pulse", "2"),
        ("retention", "0"),
        ("retention", "99999"),
        ("volume", "11"),
        ("", ""),
    ],
)
def test_any_other_value_is_refused(name: str, typed_value: str) -> None:
    with pytest.raises(UsageError):
        read(name, typed_value)


def test_the_operators_defaults_are_the_lowest_level() -> None:
    defaults = defaults_of(Rules(auto_reply="all", cooldown_seconds=30), "zh-Hans")
    assert (defaults["auto-reply"], defaults["cooldown"], defaults["language"]) == ("all", "30", "zh-Hans")
    assert defaults.keys() == SETTINGS.keys()


def test_every_default_is_a_value_that_its_setting_accepts() -> None:
    assert {name: read(name, one.default or "none") for name, one in SETTINGS.items()} == defaults_of(Rules())


async def test_the_channel_wins_over_the_workspace_over_the_file_over_the_default(asked: Asked) -> None:
    held = []
    asked.team.overlay.layer = Layer(settings={"auto-reply": "off"})
    for words in (None, "settings auto-reply all workspace", "settings auto-reply errors"):
        if words:
            await typed(asked, words)
        held.append((await asked.view()).setting("auto-reply"))
    assert held == [Held("off", "file"), Held("all", "workspace"), Held("errors", "channel")]


async def test_a_channels_choice_holds_nowhere_else(asked: Asked) -> None:
    await typed(asked, "settings auto-reply off")
    levels = [(await asked.team.view(channel)).setting("auto-reply").value for channel in (HERE, THERE, ELSEWHERE)]
    assert levels == ["off", "5xx", "5xx"]


async def test_a_choice_can_be_taken_back(asked: Asked) -> None:
    await typed(asked, "settings cooldown 1m")
    await typed(asked, "settings cooldown default")
    assert (await asked.view()).setting("cooldown") == Held("600", "default")


async def test_a_change_is_answered_with_the_new_state(asked: Asked) -> None:
    shown = await typed(asked, "settings cooldown 1m")
    assert shown.lead == "`cooldown` is now 60 seconds (set for this channel)."
    assert "`cooldown` 60 seconds · set for this channel" in words_of(shown)
    assert "`auto-reply` `5xx` · default" in words_of(shown)


async def test_a_change_is_remembered_with_who_when_and_what(asked: Asked) -> None:
    await typed(asked, "settings auto-reply errors workspace")
    await typed(asked, "settings auto-reply off workspace")
    await typed(asked, "settings auto-reply default workspace")
    shown = words_of(await typed(asked, "settings history"))
    assert "Bo: `auto-reply` not set → `errors` (set for the workspace)" in shown
    assert "Bo: `auto-reply` `errors` → `off` (set for the workspace)" in shown
    assert "Bo: `auto-reply` `off` → not set (set for the workspace)" in shown
    assert "2030-03-17 17:46 UTC" in shown


async def test_the_history_of_another_channel_is_not_shown(asked: Asked) -> None:
    await typed(asked, "settings auto-reply off", channel=THERE)
    assert (await typed(asked, "settings history")).title == "Nobody changed a setting yet"


async def test_who_may_not_manage_changes_nothing(asked: Asked) -> None:
    shown = await typed(asked, "settings auto-reply off", person=ANN)
    assert shown.title == "Only those who manage this channel may do that"
    assert (await asked.view()).setting("auto-reply").value == "5xx"


async def test_everybody_may_read_them(asked: Asked) -> None:
    shown = await typed(asked, "settings", person=ANN)
    assert "`auto-reply` `5xx` · default" in words_of(shown)
    assert "To change one" not in words_of(shown)


async def test_a_wrong_value_says_what_was_expected_and_changes_nothing(asked: Asked) -> None:
    shown = await typed(asked, "settings auto-reply sometimes")
    assert "`5xx`, `errors`" in shown.lead
    assert (await typed(asked, "settings history")).title == "Nobody changed a setting yet"


async def test_retention_is_one_for_the_whole_workspace(asked: Asked) -> None:
    await typed(asked, "settings retention 30")
    assert (await asked.team.view(THERE)).setting("retention") == Held("30", "workspace")


async def test_a_private_talk_changes_only_itself(asked: Asked) -> None:
    await typed(asked, "settings auto-reply off workspace", channel=TALK)
    other = Channel("discord", "", "D2")
    assert (await asked.team.view(TALK)).setting("auto-reply").value == "off"
    assert (await asked.team.view(other)).setting("auto-reply").value == "5xx"


async def test_the_rules_of_a_channel_are_its_settings(asked: Asked) -> None:
    await typed(asked, "settings auto-reply errors")
    await typed(asked, "settings cooldown 0")
    assert rules_of(await asked.view(), Rules(replies_per_minute=9)) == Rules("errors", 0.0, 9)


@pytest.mark.parametrize(("value", "language"), [("zh-Hant", "zh-Hant"), ("auto", None)])
def test_a_language_is_chosen_or_found_out(value: str, language: str | None) -> None:
    assert language_of(Held(value, "channel")) == language
