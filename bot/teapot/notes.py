"""The team's notes on codes and classes: set, shown, listed, removed, and put on cards."""

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import delete, func, select

from teapot.asked import Asked, Where, day_of
from teapot.card import Card, Reply, Section
from teapot.catalogue import Catalogue
from teapot.entries import Language
from teapot.knowledge import ChannelView, Note
from teapot.problems import UsageError
from teapot.store import put
from teapot.tables import note
from teapot.typed import MAX_TEXT, one_line, plain_lines

MAX_NOTES = 1_000
"""Notes that a workspace may keep."""

LISTED = 40
SMALL = 300
"""Code points of a note that a small card shows."""

LINE = 450
"""Code points of one line on a card, so that even with every sign escaped it fits the platforms' fields."""


async def change(asked: Asked, typed_key: str, typed: str, where: Where) -> Reply:
    """Keep a note on a code or class. Raises UsageError for a bad key or text and StoreError when it is not saved."""
    view = await asked.view()
    key, text = key_of(asked.catalogue, view, typed_key), text_of(typed)
    place = {"platform": asked.channel.platform, "workspace": asked.channel.workspace}
    author = asked.origin.person
    async with asked.team.changing(asked.channel) as connection:
        others = select(func.count()).where(
            note.c.platform == place["platform"], note.c.workspace == place["workspace"], note.c.key != key
        )
        if (await connection.execute(others)).scalar_one() >= MAX_NOTES:
            raise UsageError("note-too-many", most=MAX_NOTES)
        await put(
            connection,
            note,
            place
            | {
                "channel": asked.level(where),
                "key": key,
                "text": text,
                "author": author.id,
                "author_name": one_line(author.name),
                "at": asked.now,
            },
        )
    view = await asked.view_after_change()
    return asked.card(
        asked.say("note-kept-title", key=key), "", tuple(sections(asked.catalogue, view, (key,), asked.language))
    )


async def show(asked: Asked, typed_key: str) -> Reply:
    """The note on a key, whole."""
    view = await asked.view()
    key = key_of(asked.catalogue, view, typed_key)
    found = tuple(sections(asked.catalogue, view, (key,), asked.language))
    return asked.card(asked.say("note-title", key=key), "", found) if found else asked.notice("note-none", key=key)


async def show_all(asked: Asked) -> Reply:
    """Every note that holds here, each in one line, and the own codes."""
    view = await asked.view()
    found, codes = view.notes(), view.own_codes()
    if not found and not codes:
        return asked.notice("notes-empty")
    told = []
    if found:
        lines = [f"`{key}` {_short(found[key].text)} · {_source(asked, found[key])}" for key in sorted(found)]
        told.append(Section(asked.say("notes-list"), _listed(asked, lines)))
    if codes:
        lines = [f"`{code}` {codes[code].phrase}" for code in sorted(codes)]
        told.append(Section(asked.say("codes-list"), _listed(asked, lines)))
    return asked.card(asked.say("notes-title"), "", tuple(told))


async def remove(asked: Asked, typed_key: str, where: Where) -> Reply:
    """Take a note away. Raises UsageError when there is none to take and StoreError when it was not saved."""
    view = await asked.view()
    key = key_of(asked.catalogue, view, typed_key, must_exist=False)
    async with asked.team.changing(asked.channel) as connection:
        gone = await connection.execute(
            delete(note).where(
                note.c.platform == asked.channel.platform,
                note.c.workspace == asked.channel.workspace,
                note.c.channel == asked.level(where),
                note.c.key == key,
            )
        )
        if gone.rowcount == 0:
            raise UsageError("note-not-there", key=key, place=asked.say(f"source-{where}"))
    return asked.notice("note-removed", key=key)


def key_of(catalogue: Catalogue, view: ChannelView, typed: str, *, must_exist: bool = True) -> str:
    """What a note can be about: a code, class, sub-status, a vendor's code ("499@esri") or an own code."""
    key = typed.strip().strip("`").lower()
    code, _, vendor = key.partition("@")
    exists = view.own_code(key) is not None or (
        code in catalogue
        and (not vendor or (code in catalogue.codes and vendor in {r.vendor for r in catalogue.codes[code].readings}))
    )
    if not exists and (must_exist or not re.fullmatch(r"[0-9a-z.@-]{1,40}", key)):
        raise UsageError("note-key-expected", typed=one_line(typed, 40).replace("`", "'"))
    return key


def text_of(typed: str) -> str:
    """A note's text, fit to keep. Raises UsageError when it is empty or longer than 1,000 code points."""
    text = plain_lines(typed)
    if not text:
        raise UsageError("note-text-expected", most=MAX_TEXT)
    if len(text) > MAX_TEXT:
        raise UsageError("note-too-long", most=MAX_TEXT, length=len(text))
    return text


def with_notes(catalogue: Catalogue, shown: Card, view: ChannelView, keys: Sequence[str], *, small: bool) -> Card:
    """The card with the team's notes on its keys on top; a small card shows a long note's beginning."""
    told = tuple(sections(catalogue, view, keys, shown.language, small=small))
    return replace(shown, sections=(*told, *shown.sections)) if told else shown


def sections(
    catalogue: Catalogue, view: ChannelView, keys: Iterable[str], language: Language, *, small: bool = False
) -> Iterable[Section]:
    """A section for each note on the keys and, unless the card is small and has told one, on what they belong to."""
    told: set[str] = set()
    for key in keys:
        code = key.partition("@")[0]
        for name in dict.fromkeys((key, code, code.partition(".")[0], f"{code[0]}xx")):
            found = view.note(name)
            if found is None:
                continue
            if name not in told:
                told.add(name)
                yield _section(catalogue, found, language, small=small)
            if small:
                break


def text_lines(text: str) -> tuple[str, ...]:
    """A text in lines that fit a card."""
    return tuple(
        piece
        for line in text.split("\n")
        for piece in textwrap.wrap(line, LINE, break_on_hyphens=False, drop_whitespace=True)
    )


def signed(catalogue: Catalogue, author: str, at: float, source: str, language: Language) -> str:
    """Who wrote it, when and where, or that it is from the operator's file."""
    if source == "file":
        return catalogue.say("note-from-file", language)
    name = author or catalogue.say("note-somebody", language)
    where = catalogue.say(f"source-{source}", language)
    return catalogue.say("note-signed", language, author=name, day=day_of(at), where=where)


def _section(catalogue: Catalogue, found: Note, language: Language, *, small: bool) -> Section:
    text = found.text if not small or len(found.text) <= SMALL else found.text[:SMALL].rstrip() + "…"
    return Section(
        catalogue.say("note-label", language, key=found.key),
        (*text_lines(text), signed(catalogue, found.author, found.at, found.source, language)),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:80].rstrip() + "…"


def _source(asked: Asked, found: Note) -> str:
    return asked.say(f"source-{found.source}")


def _listed(asked: Asked, lines: Sequence[str]) -> tuple[str, ...]:
    more = len(lines) - LISTED
    return (*lines[:LISTED], asked.say("and-more", number=more)) if more > 0 else tuple(lines)
