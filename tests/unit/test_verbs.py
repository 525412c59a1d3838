"""Reading the verbs that people type."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teapot.press import Press, Verb
from teapot.problems import UsageError
from teapot.typed_verbs import parse
from teapot.verbs import (
    ChangeSetting,
    DefineCode,
    ForgetWorkspace,
    ListNotes,
    Mute,
    RemoveCode,
    RemoveNote,
    SetMyLanguage,
    SetNote,
    SetQuiet,
    ShowHistory,
    ShowMe,
    ShowNote,
    ShowSettings,
    TeamVerb,
    Unmute,
    of_press,
)


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("note", ListNotes()),
        ("note list", ListNotes()),
        ("Note 503", ShowNote("503")),
        ("备注 503", ShowNote("503")),
        ("note show 503", ShowNote("503")),
        ("note set 503 call Ann", SetNote("503", "call Ann")),
        ("note set 503 --channel call Ann", SetNote("503", "call Ann", "channel")),
        ("note set 503 --workspace call Ann", SetNote("503", "call Ann", "workspace")),
        ("note set 503 channel operators first", SetNote("503", "channel operators first")),
        ("note set 503 first\nsecond", SetNote("503", "first\nsecond")),
        ("note set 503\nfirst", SetNote("503", "first")),
        ("note remove 503", RemoveNote("503")),
        ("note remove 503 --channel", RemoveNote("503", "channel")),
        ("note define 599 Gave up: after 30 s", DefineCode("599", "Gave up", "after 30 s")),
        ("note define 599 上游放弃：找边缘组", DefineCode("599", "上游放弃", "找边缘组")),
        ("note undefine 599", RemoveCode("599")),
        ("settings", ShowSettings()),
        ("設定", ShowSettings()),
        ("settings history", ShowHistory()),
        ("settings forget", ForgetWorkspace()),
        ("settings forget confirm", ForgetWorkspace(confirmed=True)),
        ("settings auto-reply off", ChangeSetting("auto-reply", "off")),
        ("settings auto-reply off workspace", ChangeSetting("auto-reply", "off", "workspace")),
        ("settings auto-reply off --channel", ChangeSetting("auto-reply", "off", "channel")),
        ("settings place channel", ChangeSetting("place", "channel")),
        ("settings place channel workspace", ChangeSetting("place", "channel", "workspace")),
        ("settings cooldown 10 minutes", ChangeSetting("cooldown", "10 minutes")),
        ("me", ShowMe()),
        ("me quiet", SetQuiet(quiet=True)),
        ("me quiet off", SetQuiet(quiet=False)),
        ("me language zh-TW", SetMyLanguage("zh-Hant")),
        ("me language auto", SetMyLanguage(None)),
        ("mute", Mute()),
        ("mute 503", Mute("503")),
        ("mute 503 1h", Mute("503", 3600)),
        ("mute 5xx 2 days", Mute("5xx", 172_800)),
        ("mute 30m", Mute("", 1800)),
        ("mute 503 1h workspace", Mute("503", 3600, "workspace")),
        ("mute 503 forever", Mute("503")),
        ("unmute", Unmute()),
        ("unmute 503", Unmute("503")),
    ],
)
def test_a_verb_is_understood(words: str, verb: TeamVerb) -> None:
    assert parse(words) == verb


@pytest.mark.parametrize(
    "words",
    ["503", "", "  ", "502 vs 504", "bad gateway", "noted", "settingsx", "message too long", "mutex timeout", "404.13"],
)
def test_anything_else_is_about_codes(words: str) -> None:
    assert parse(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "note fly 503",
        "note define 599",
        "settings auto-reply",
        "settings volume",
        "me too",
        "mute pizza",
        "mute 503 soon",
    ],
)
def test_a_verb_that_is_not_understood_says_so(words: str) -> None:
    with pytest.raises(UsageError):
        parse(words)


@pytest.mark.parametrize("verb", [Verb.SUMMARY, Verb.DETAILS, Verb.CONSTANTS, Verb.SHARE, Verb.REMOVE])
def test_a_button_about_a_card_is_no_verb_of_the_teams(verb: Verb) -> None:
    assert of_press(Press(verb, "503", "en")) is None


@given(
    st.sampled_from(["note", "note set", "note define", "settings", "me", "mute", "unmute", ""]),
    st.text(max_size=80),
)
def test_no_words_break_it(start: str, rest: str) -> None:
    with suppress(UsageError):
        parse(f"{start} {rest}")
