"""The small card under somebody's message: two or three lines, the first thing to check rather than a definition."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from teapot.card import Button, Card, Link, Section, colour_of
from teapot.catalogue import Catalogue
from teapot.details import document_link
from teapot.entries import Language
from teapot.knowledge import ChannelView, OwnCode
from teapot.notes import with_notes
from teapot.press import Press, Verb

MAX_TOLD = 3
"""Codes that a small card tells in full; further ones are listed."""

MAX_OWN = 300
"""Code points that a small card shows of what the team says about its own code."""

MIN_COUNT = 3
"""How often a code is named before a small card says how often: a pasted log, not a sentence."""

NO_COUNTS: Mapping[str, int] = {}
NO_OWN_CODES: Mapping[str, OwnCode] = {}


@dataclass(frozen=True, slots=True)
class Brief:
    """What a small card says of one code."""

    title: str
    gist: str
    step: str


def small_card(
    catalogue: Catalogue,
    keys: Sequence[str],
    language: Language,
    owner: str,
    own: Mapping[str, OwnCode] = NO_OWN_CODES,
    counts: Mapping[str, int] = NO_COUNTS,
) -> Card:
    """The two or three lines under somebody's message: the first thing to check, code by code, else what it is.

    The team's ``own`` codes win over the catalogue's. ``counts`` says how often the message names each key.
    """
    total = totals(catalogue, {key: counts.get(key, 1) for key in keys}, own)
    known = list(total)
    told, listed = known[:MAX_TOLD], known[MAX_TOLD:]
    brief = {key: brief_of(catalogue, key, language, own.get(key)) for key in told}
    titles = [_counted(brief[key].title, total[key]) for key in told]
    details = tuple(
        Button(
            catalogue.say("button-details", language)
            if len(told) == 1
            else catalogue.say("button-details-of", language, code=key),
            Press(Verb.DETAILS, key, language),
        )
        for key in told
    )
    mute = Button(catalogue.say("button-mute", language), Press(Verb.MUTE, told[0] if len(told) == 1 else "", language))
    remove = Button(catalogue.say("button-remove", language), Press(Verb.REMOVE, "", language, owner))
    if len(told) == 1:
        step = brief[told[0]].step
        lead = "" if step else brief[told[0]].gist
        sections = [Section(catalogue.say("first-step", language), (step,))] if step else []
    else:
        lead = ""
        sections = [
            Section(title, (brief[key].step or brief[key].gist,)) for key, title in zip(told, titles, strict=True)
        ]
    if listed:
        sections.append(
            Section(
                catalogue.say("also-mentioned", language),
                (", ".join(_counted(key, total[key]) for key in listed),),
                short=True,
            )
        )
    return Card(
        language=language,
        colour=colour_of(max(told)),
        title=titles[0] if len(told) == 1 else " · ".join(_counted(key, total[key]) for key in told),
        lead=lead,
        plain="; ".join(
            catalogue.say("labelled", language, label=title, text=brief[key].gist)
            for key, title in zip(told, titles, strict=True)
        ),
        sections=tuple(sections),
        link=_link(catalogue, told[0], language) if len(told) == 1 and told[0] not in own else None,
        buttons=(*details, mute, remove),
    )


def small_card_in(
    view: ChannelView,
    catalogue: Catalogue,
    keys: Sequence[str],
    language: Language,
    owner: str,
    counts: Mapping[str, int] = NO_COUNTS,
    span: tuple[str, str] | None = None,
) -> Card:
    """The same with what the team of a channel knows: its own codes and its notes. A log's busiest codes come first.

    ``span`` are the first and the last time in a pasted log, as the log wrote them.
    """
    is_log = max(counts.values(), default=0) >= MIN_COUNT
    if is_log:
        keys = sorted(keys, key=lambda key: -counts.get(key, 1))
    shown = small_card(catalogue, keys, language, owner, view.own_codes(), counts)
    if span is not None and is_log:
        shown = replace(shown, footer=catalogue.say("log-span", language, first=span[0], last=span[1]))
    return with_notes(catalogue, shown, view, keys[:MAX_TOLD], small=True)


def totals(catalogue: Catalogue, counts: Mapping[str, int], own: Mapping[str, OwnCode]) -> Mapping[str, int]:
    """The counts under keys that there are cards for, in their order: unknown codes count for their class."""
    total: Counter[str] = Counter()
    for key, count in counts.items():
        total[key if key in own else _known(catalogue, key)] += count
    return total


def _counted(title: str, count: int) -> str:
    return f"{title} ×{count}" if count >= MIN_COUNT else title


def brief_of(catalogue: Catalogue, key: str, language: Language, own: OwnCode | None) -> Brief:
    """What is said of a key that is the team's own or in the catalogue."""
    if own is not None:
        return Brief(f"{own.code} {own.phrase}", " ".join(own.text.split())[:MAX_OWN], "")
    return Brief(catalogue.title(key), catalogue.gist(key, language), _first_step(catalogue, key, language))


def _known(catalogue: Catalogue, key: str) -> str:
    """The key itself, its parent for an unknown sub-status, else the class that a client would fall back to."""
    if key in catalogue:
        return key
    parent = key.partition(".")[0]
    return parent if parent in catalogue else f"{key[0]}xx"


def _first_step(catalogue: Catalogue, key: str, language: Language) -> str:
    if key in catalogue.substatuses:
        step = catalogue.substatuses[key].check_first
        return step.said_in(language) if step else ""
    steps = (
        catalogue.classes[key].check_first if key in catalogue.classes else catalogue.codes[key].readings[0].check_first
    )
    return steps[0].said_in(language) if steps else ""


def _link(catalogue: Catalogue, key: str, language: Language) -> Link | None:
    if key in catalogue.classes:
        documents = catalogue.classes[key].documents
        return Link(documents[0].title, documents[0].link) if documents else None
    return document_link(catalogue, catalogue.codes[key.partition(".")[0]].readings[0], language)
