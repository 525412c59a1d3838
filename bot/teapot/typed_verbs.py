"""From the words that somebody typed to the verb that they mean."""

import re

from teapot import mutes, settings, stats
from teapot.asked import Where
from teapot.audience import without_options
from teapot.language import parse as parse_language
from teapot.problems import UsageError
from teapot.typed import seconds
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
    ShowStats,
    TeamVerb,
    Unmute,
)

_FIRST = {
    "note": "note", "notes": "note", "备注": "note", "備註": "note",
    "settings": "settings", "setting": "settings", "设置": "settings", "設定": "settings",
    "me": "me", "mute": "mute", "静音": "mute", "靜音": "mute", "unmute": "unmute",
    "stats": "stats", "statistics": "stats", "统计": "stats", "統計": "stats",
}  # fmt: skip
_ON, _OFF = frozenset({"on", "yes", "开", "開"}), frozenset({"off", "no", "关", "關"})
_WHERE: dict[str, Where] = {
    "channel": "channel", "here": "channel", "频道": "channel", "頻道": "channel",
    "workspace": "workspace", "server": "workspace", "everywhere": "workspace", "工作区": "workspace",
    "工作區": "workspace", "伺服器": "workspace", "服务器": "workspace",
}  # fmt: skip
_DASHES = "-—–"


def parse(query: str) -> TeamVerb | None:
    """The verb that a query is, None for a query about codes. Raises UsageError for a verb that is not understood."""
    first, rest = _word(query)
    name = _FIRST.get(first.lower())
    if name == "note":
        return _note(rest)
    if name == "settings":
        return _settings(rest)
    if name == "me":
        return _me(rest)
    if name == "mute":
        return _mute(rest)
    if name == "unmute":
        return Unmute(rest if rest.lower() not in _WHERE else "")
    if name == "stats":
        return _stats(rest)
    return None


def _note(rest: str) -> TeamVerb:
    word, tail = _word(rest)
    match word.lower():
        case "" | "list":
            return ListNotes()
        case "set" | "add":
            key, text = _word(tail)
            where, text = _placed(text, "workspace")
            return SetNote(key, text, where)
        case "remove" | "delete":
            key, tail = _word(tail)
            return RemoveNote(key, _placed(tail, "workspace")[0])
        case "define":
            code, tail = _word(tail)
            phrase, text = _halves(tail)
            return DefineCode(code, phrase, text)
        case "undefine":
            return RemoveCode(tail.strip())
        case "show":
            return ShowNote(tail)
        case _ if not tail:
            return ShowNote(word)
    raise UsageError("note-usage")


def _settings(rest: str) -> TeamVerb:
    words = rest.split()
    if not words or words == ["list"]:
        return ShowSettings()
    if words == ["history"]:
        return ShowHistory()
    if words[0] == "forget":
        return ForgetWorkspace(confirmed=words[1:] == ["confirm"])
    where: Where = "channel"
    if len(words) > 2 and words[-1].lower().lstrip(_DASHES) in _WHERE:
        where = _WHERE[words.pop().lower().lstrip(_DASHES)]
    if len(words) < 2:
        settings.read(words[0], "")
        raise UsageError("settings-usage")
    return ChangeSetting(words[0].lower(), " ".join(words[1:]), where)


def _me(rest: str) -> TeamVerb:
    words = rest.lower().split()
    match words:
        case []:
            return ShowMe()
        case ["quiet"]:
            return SetQuiet(quiet=True)
        case ["quiet", switch] if switch in _ON | _OFF:
            return SetQuiet(quiet=switch in _ON)
        case ["language", "auto"]:
            return SetMyLanguage(None)
        case ["language", name] if parse_language(name) is not None:
            return SetMyLanguage(parse_language(name))
    raise UsageError("me-usage")


def _mute(rest: str) -> TeamVerb:
    words = rest.lower().split()
    where: Where = "channel"
    if words and words[-1].lstrip(_DASHES) in _WHERE:
        where = _WHERE[words.pop().lstrip(_DASHES)]
    code = words.pop(0) if words and mutes.CODE.fullmatch(words[0]) else ""
    if not words or words in (["forever"], ["always"]):
        return Mute(code, 0, where)
    length = seconds("".join(words))
    if not length:
        raise UsageError("mute-expected")
    return Mute(code, length, where)


def _stats(rest: str) -> TeamVerb:
    """How it is to be answered stands behind the days, as with a query about codes."""
    words = "".join(without_options(rest).lower().split())
    if not words:
        return ShowStats()
    found = re.fullmatch(r"([0-9]{1,3})(d|days?|天)?", words)
    if found is None or not 1 <= int(found[1]) <= stats.MAX_DAYS:
        raise UsageError("stats-expected", most=stats.MAX_DAYS)
    return ShowStats(int(found[1]))


def _word(text: str) -> tuple[str, str]:
    first, rest, *_ = *text.split(None, 1), "", ""
    return first, rest


def _halves(text: str) -> tuple[str, str]:
    """A phrase and the text after it, which a colon or a new line parts."""
    for at, character in enumerate(text):
        if character in ":：\n":
            return text[:at].strip(), text[at + 1 :].strip()
    raise UsageError("code-usage")


def _placed(text: str, usual: Where) -> tuple[Where, str]:
    """An option such as ``--channel`` before a note's text; some keyboards make one long dash of the two."""
    word, rest = _word(text)
    name = word.lower().lstrip(_DASHES)
    return (_WHERE[name], rest) if word[:1] in tuple(_DASHES) and name in _WHERE else (usual, text)
