"""Settings: what each accepts, what holds here and why, who changed what."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from sqlalchemy import delete, insert, select

from teapot.asked import Asked, Where, moment
from teapot.card import Reply, Section
from teapot.decision import ANSWERED_CLASSES, AutoReply, Rules
from teapot.entries import Language
from teapot.knowledge import ChannelView, Held
from teapot.language import LANGUAGE_NAMES, parse
from teapot.problems import UsageError
from teapot.store import put
from teapot.tables import setting, setting_change
from teapot.typed import one_line, seconds

MAX_BOTS = 20
MAX_COOLDOWN_SECONDS = 86_400
MAX_RETENTION_DAYS = 3_650
HISTORY = 20
"""Changes that the history shows."""

DEFAULT = "default"
AS_BEFORE = frozenset({DEFAULT, "reset", "默认", "預設", "恢复默认"})
"""Words that take a choice back."""


@dataclass(frozen=True, slots=True)
class Setting:
    """``read`` makes the kept form of what somebody typed, None for what it does not accept.

    ``offered`` are values to choose from.
    """

    name: str
    default: str
    read: Callable[[str], str | None]
    offered: tuple[str, ...]
    only_workspace: bool = False


def _one_of(words: Mapping[str, str]) -> Callable[[str], str | None]:
    return lambda typed: words.get(typed.lower())


def _language(typed: str) -> str | None:
    return "auto" if typed.lower() in {"auto", "自动", "自動"} else parse(typed)


def _cooldown(typed: str) -> str | None:
    length = seconds(typed)
    return str(length) if length is not None and length <= MAX_COOLDOWN_SECONDS else None


def _retention(typed: str) -> str | None:
    found = re.fullmatch(r"(\d{1,4})\s*(d|days?|天)?", typed.lower())
    return str(int(found[1])) if found and 1 <= int(found[1]) <= MAX_RETENTION_DAYS else None


def _bots(typed: str) -> str | None:
    if typed.lower() in {"none", "off", "no", "无", "無"}:
        return ""
    ids = [
        re.sub(r"^<@[!&]?([A-Za-z0-9]+)(\|[^>]*)?>$", r"\1", word) for word in re.split(r"[\s,，、]+", typed) if word
    ]
    fits = 0 < len(ids) <= MAX_BOTS and all(re.fullmatch(r"[A-Za-z0-9]{1,32}", one) for one in ids)
    return " ".join(dict.fromkeys(ids)) if fits else None


_AUTO_REPLY = {word: word for word in ANSWERED_CLASSES} | {
    "4xx": "errors", "everything": "all", "none": "off", "关": "off", "關": "off", "全部": "all",
}  # fmt: skip
_SWITCH = {"on": "on", "off": "off", "yes": "on", "no": "off", "开": "on", "關": "off", "关": "off", "開": "on"}
SETTINGS: Mapping[str, Setting] = {
    one.name: one
    for one in (
        Setting("auto-reply", "5xx", _one_of(_AUTO_REPLY), tuple(ANSWERED_CLASSES)),
        Setting("language", "auto", _language, ("auto", *LANGUAGE_NAMES)),
        Setting("cooldown", "600", _cooldown, ("0", "1m", "10m", "1h", "24h")),
        Setting("place", "thread", _one_of({"thread": "thread", "channel": "channel"}), ("thread", "channel")),
        Setting("code-blocks", "on", _one_of(_SWITCH), ("on", "off")),
        Setting("bots", "", _bots, ("none",)),
        Setting("commands", "public", _one_of({"public": "public", "private": "private"}), ("public", "private")),
        Setting("pulse", "off", _one_of(_SWITCH), ("on", "off")),
        Setting("retention", "90", _retention, ("30", "90", "365"), only_workspace=True),
    )
}


def defaults_of(rules: Rules, language: Language | None = None) -> Mapping[str, str]:
    """A value for every setting, as the operator chose it."""
    chosen = {
        "auto-reply": rules.auto_reply,
        "language": language or "auto",
        "cooldown": f"{rules.cooldown_seconds:g}",
    }
    return {name: chosen.get(name, one.default) for name, one in SETTINGS.items()}


def read(name: str, typed: str) -> str:
    """The kept form of a value. Raises UsageError that says what is expected."""
    if name not in SETTINGS:
        raise UsageError("setting-unknown", names=", ".join(f"`{known}`" for known in SETTINGS))
    value = SETTINGS[name].read(one_line(typed, 1_000))
    if value is None:
        raise UsageError(f"setting-{name}-expected")
    return value


def rules_of(view: ChannelView, rules: Rules) -> Rules:
    """The rules that hold in a channel; the budget is the operator's."""
    auto_reply = cast(AutoReply, view.setting("auto-reply").value)
    return Rules(auto_reply, float(view.setting("cooldown").value), rules.replies_per_minute)


def language_of(held: Held) -> Language | None:
    """The language that is chosen; None for the one that is found out."""
    return parse(held.value)


async def show(asked: Asked) -> Reply:
    """Every setting with where its value comes from, and the mutes that hold here. Raises StoreError."""
    return _card(asked, await asked.view(), "")


def _card(asked: Asked, view: ChannelView, lead: str) -> Reply:
    sections = [Section(asked.say("settings-here"), tuple(_line(asked, view, name) for name in SETTINGS))]
    mutes = view.mutes(asked.now)
    if mutes:
        lines = tuple(mute_line(asked, code, until) for code, until in sorted(mutes.items()))
        sections.append(Section(asked.say("settings-mutes"), lines))
    if asked.origin.person.manages or asked.origin.person.manages_workspace:
        sections.append(Section(asked.say("settings-how"), (asked.say("settings-how-line"),)))
    if asked.team.overlay.problem:
        sections.append(Section(asked.say("overlay-problem"), (asked.team.overlay.problem,)))
    return asked.card(asked.say("settings-title"), lead, tuple(sections))


async def change(asked: Asked, name: str, typed: str, where: Where) -> Reply:
    """Choose a value for the channel or the workspace, or take the choice back; answers with the new state.

    Raises UsageError for a value that is not accepted and StoreError when it could not be saved: then nothing is.
    """
    back = one_line(typed).lower() in AS_BEFORE
    value = read(name, SETTINGS[name].default if back and name in SETTINGS else typed)
    if SETTINGS[name].only_workspace and (where == "channel" or not asked.channel.workspace):
        asked.in_workspace()
        where = "workspace"
    key = {
        "platform": asked.channel.platform,
        "workspace": asked.channel.workspace,
        "channel": asked.level(where),
        "name": name,
    }
    here = [setting.c[column] == held for column, held in key.items()]
    async with asked.team.changing(asked.channel) as connection:
        old = (await connection.execute(select(setting.c.value).where(*here))).scalar()
        if back:
            await connection.execute(delete(setting).where(*here))
        else:
            await put(connection, setting, key | {"value": value})
        person = asked.origin.person
        await connection.execute(
            insert(setting_change).values(
                **key,
                person=person.id,
                person_name=one_line(person.name),
                at=asked.now,
                old=old or "",
                new="" if back else value,
            )
        )
    view = await asked.view_after_change()
    held = view.setting(name)
    said = asked.say("setting-changed", name=name, value=shown(asked, name, held.value), source=_source(asked, held))
    return _card(asked, view, said)


async def history(asked: Asked) -> Reply:
    """The last changes of the channel's and the workspace's settings: when, who, what. Raises StoreError."""
    async with asked.team.reading() as connection:
        rows = await connection.execute(
            select(setting_change)
            .where(
                setting_change.c.platform == asked.channel.platform,
                setting_change.c.workspace == asked.channel.workspace,
                setting_change.c.channel.in_({"", asked.channel.id}),
            )
            .order_by(setting_change.c.at.desc(), setting_change.c.id.desc())
            .limit(HISTORY)
        )
        lines = tuple(
            asked.say(
                "settings-history-line",
                at=moment(row.at),
                person=row.person_name or row.person,
                name=row.name,
                old=shown(asked, row.name, row.old) if row.old else asked.say("setting-nothing"),
                new=shown(asked, row.name, row.new) if row.new else asked.say("setting-nothing"),
                where=asked.say("source-channel" if row.channel else "source-workspace"),
            )
            for row in rows
        )
    if not lines:
        return asked.notice("settings-history-empty")
    return asked.card(asked.say("settings-history-title"), "", (Section(asked.say("settings-history-last"), lines),))


def shown(asked: Asked, name: str, value: str) -> str:
    """A value as people read it."""
    if name == "language" and value != "auto":
        return LANGUAGE_NAMES[cast(Language, value)]
    if name == "cooldown":
        return asked.say("unit-seconds", number=value)
    if name == "retention":
        return asked.say("unit-day" if value == "1" else "unit-days", number=value)
    return f"`{value}`" if value else asked.say("setting-none")


def mute_line(asked: Asked, code: str, until: float) -> str:
    """What is muted and until when."""
    what = f"`{code}`" if code else asked.say("mute-everything")
    return asked.say("mute-for-good", what=what) if until == 0 else asked.say("mute-until", what=what, at=moment(until))


def _line(asked: Asked, view: ChannelView, name: str) -> str:
    held = view.setting(name)
    return f"`{name}` {shown(asked, name, held.value)} · {_source(asked, held)}"


def _source(asked: Asked, held: Held) -> str:
    return asked.say(f"source-{held.source}")
