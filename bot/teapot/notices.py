"""The cards that are not about a code: help, nothing found, what went wrong."""

from collections.abc import Sequence

from teapot.card import NEUTRAL, Card, Section, colour_of
from teapot.catalogue import Catalogue
from teapot.entries import Language
from teapot.picking import picker


def notice(catalogue: Catalogue, name: str, language: Language, **values: object) -> Card:
    """A short card from the sentences ``<name>-title`` and ``<name>-lead``."""
    title = catalogue.say(f"{name}-title", language, **values)
    lead = catalogue.say(f"{name}-lead", language, **values)
    return Card(language=language, colour=NEUTRAL, title=title, lead=lead, plain=f"{title}. {lead}")


def nothing_found(catalogue: Catalogue, nearest: Sequence[str], language: Language) -> Card:
    """Says that nothing fits, what could be typed instead, and the nearest entries to open."""
    title, lead = catalogue.say("nothing-title", language), catalogue.say("nothing-lead", language)
    return Card(
        language=language,
        colour=NEUTRAL,
        title=title,
        lead=lead,
        plain=f"{title}. {lead}",
        body=catalogue.say("nothing-body", language),
        picker=picker(catalogue, nearest, language, "nothing-nearest"),
        finder=catalogue.say("find-entry", language),
    )


def unregistered(catalogue: Catalogue, code: str, language: Language) -> Card:
    """Says that nobody defines a code, and what a client makes of it (RFC 9110, section 15)."""
    fallback = catalogue.title(f"{code[0]}00")
    title = catalogue.say("unregistered-title", language, code=code)
    lead = catalogue.say("unregistered-lead", language, fallback=fallback)
    return Card(
        language=language,
        colour=colour_of(code),
        title=title,
        lead=lead,
        plain=f"{title}. {lead}",
        body=catalogue.say("unregistered-body", language),
        picker=picker(catalogue, (f"{code[0]}00", f"{code[0]}xx"), language, "see-also"),
    )


def beginning_with(catalogue: Catalogue, digits: str, codes: Sequence[str], language: Language) -> Card:
    """Lists the codes that begin with one or two digits, each with its gist."""
    title = catalogue.say("codes-beginning", language, digits=digits)
    lines = tuple(f"`{code}` {catalogue.codes[code].readings[0].name.said_in(language)}" for code in codes)
    return Card(
        language=language,
        colour=colour_of(f"{digits}0"),
        title=title,
        lead="",
        plain=f"{title}: {', '.join(codes)}",
        sections=(Section(catalogue.say("codes-of-class", language), lines),),
        picker=picker(catalogue, codes, language, "all-of-class"),
    )


def help_card(catalogue: Catalogue, command: str, language: Language, overlay_problem: str = "") -> Card:
    """How to ask, the options, when Teapot speaks by itself, and what is wrong with the operator's file."""

    def said(name: str) -> str:
        return catalogue.say(name, language, command=command)

    title, lead = said("help-title"), said("help-lead")
    asks = ("help-ask-code", "help-ask-versus", "help-ask-words", "help-ask-vendor")
    return Card(
        language=language,
        colour=NEUTRAL,
        title=title,
        lead=lead,
        plain=f"{title}. {lead}",
        sections=(
            Section(said("help-ask"), tuple(f"• {said(name)}" for name in asks)),
            Section(said("help-options"), (said("help-options-private"), said("help-options-language"))),
            Section(said("help-hearing"), (said("help-hearing-line"),)),
            Section(said("help-team"), (said("help-team-stats"),)),
            *((Section(said("overlay-problem"), (overlay_problem,)),) if overlay_problem else ()),
        ),
        finder=said("find-entry"),
    )
