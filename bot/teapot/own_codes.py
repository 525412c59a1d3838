"""Codes that a team's own systems use: defined, removed, and shown on a card of their own."""

import re
import unicodedata
from dataclasses import replace

from sqlalchemy import delete, func, select

from teapot.asked import Asked
from teapot.card import Card, Reply, colour_of
from teapot.catalogue import Catalogue
from teapot.conversation import MAX_QUERY
from teapot.entries import Language
from teapot.knowledge import ChannelView, OwnCode
from teapot.notes import sections, signed, text_lines, text_of
from teapot.problems import UsageError
from teapot.store import put
from teapot.tables import own_code
from teapot.typed import MAX_NAME, one_line

MAX_CODES = 500
"""Own codes that a workspace may define."""

CODE = re.compile(r"[1-9][0-9]{2}")


async def define(asked: Asked, typed_code: str, typed_phrase: str, typed_text: str) -> Reply:
    """Give a code the team's own meaning. Raises UsageError for what does not fit, StoreError when it is not saved."""
    asked.in_workspace()
    code, phrase, text = code_of(typed_code), phrase_of(typed_phrase), text_of(typed_text)
    place = {"platform": asked.channel.platform, "workspace": asked.channel.workspace}
    author = asked.origin.person
    async with asked.team.changing(asked.channel) as connection:
        others = select(func.count()).where(
            own_code.c.platform == place["platform"],
            own_code.c.workspace == place["workspace"],
            own_code.c.code != code,
        )
        if (await connection.execute(others)).scalar_one() >= MAX_CODES:
            raise UsageError("code-too-many", most=MAX_CODES)
        await put(
            connection,
            own_code,
            place
            | {
                "code": code,
                "phrase": phrase,
                "text": text,
                "author": author.id,
                "author_name": one_line(author.name),
                "at": asked.now,
            },
        )
    return asked.notice("code-defined", code=code, phrase=phrase)


async def remove(asked: Asked, typed_code: str) -> Reply:
    """Take the team's own meaning away. Raises UsageError when there is none, StoreError when it is not saved."""
    asked.in_workspace()
    code = code_of(typed_code)
    async with asked.team.changing(asked.channel) as connection:
        gone = await connection.execute(
            delete(own_code).where(
                own_code.c.platform == asked.channel.platform,
                own_code.c.workspace == asked.channel.workspace,
                own_code.c.code == code,
            )
        )
        if gone.rowcount == 0:
            raise UsageError("code-not-there", code=code)
    return asked.notice("code-removed", code=code)


def code_of(typed: str) -> str:
    """A code from 100 to 999. Raises UsageError for anything else."""
    code = typed.strip().strip("`")
    if not CODE.fullmatch(code):
        raise UsageError("code-expected", typed=one_line(typed, 40).replace("`", "'"))
    return code


def phrase_of(typed: str) -> str:
    """What the code is called. Raises UsageError when it is empty or longer than 80 code points."""
    phrase = one_line(typed, MAX_NAME + 1)
    if not phrase or len(phrase) > MAX_NAME:
        raise UsageError("code-phrase-expected", most=MAX_NAME)
    return phrase


def find(view: ChannelView, query: str) -> OwnCode | None:
    """The own code that a query names by its number or its phrase, with or without both."""
    if not view.workspace.codes and not view.file.codes:
        return None
    words = _words(query)
    for code, own in view.own_codes().items():
        if words and words in {code, _words(own.phrase), _words(f"{code} {own.phrase}")}:
            return own
    return None


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text[:MAX_QUERY]).casefold()))


def own_card(catalogue: Catalogue, own: OwnCode, view: ChannelView, language: Language) -> Card:
    """The card of an own code, with the team's note on it."""
    title = f"{own.code} {own.phrase}"
    shown = Card(
        language=language,
        colour=colour_of(own.code),
        title=title,
        lead=catalogue.say("code-lead", language),
        plain=f"{title}: {' '.join(own.text.split())}"[:300],
        body="\n".join(text_lines(own.text)),
        footer=signed(catalogue, own.author, own.at, own.source, language),
    )
    return replace(shown, sections=tuple(sections(catalogue, view, (own.code,), language)))
