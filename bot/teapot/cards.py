"""What the card about a code says: the first things first, the rest behind its buttons."""

from dataclasses import replace

from teapot.card import Button, Card, Section, colour_of
from teapot.catalogue import Catalogue, chosen_reading
from teapot.details import (
    constants_sections,
    details_blocks,
    details_sections,
    document_link,
    header_of,
    numbered,
    retry_lines,
)
from teapot.entries import LANGUAGES, CodeEntry, Language, Reading, SubstatusEntry
from teapot.families import class_card, versus_card
from teapot.language import LANGUAGE_NAMES
from teapot.picking import picker
from teapot.press import VIEWS, Press, Verb


def card(catalogue: Catalogue, key: str, language: Language, view: Verb = Verb.SUMMARY) -> Card:
    """The card about a key ("503", "499@esri", "5xx", "404.13", "502~504") in one of the three views.

    Raises KeyError when the catalogue has no such entry.
    """
    if "~" in key:
        first, second = key.split("~", 1)
        return versus_card(catalogue, first, second, language)
    if key in catalogue.classes:
        return class_card(catalogue, key, language)
    code, _, vendor = key.partition("@")
    if code in catalogue.substatuses:
        return _substatus_card(catalogue, code, language, view)
    entry = catalogue.codes[code]
    chosen = chosen_reading(entry, vendor)
    if view is Verb.DETAILS:
        shown = _head(catalogue, key, chosen, language, view)
        return replace(
            shown,
            sections=details_sections(catalogue, chosen, language),
            blocks=details_blocks(catalogue, chosen, language),
        )
    if view is Verb.CONSTANTS:
        shown = _head(catalogue, key, chosen, language, view)
        return replace(shown, sections=constants_sections(catalogue, chosen, language))
    return _summary(catalogue, key, entry, chosen, language)


def private(shown: Card, catalogue: Catalogue, key: str) -> Card:
    """The same card for the asker alone: it can be shared to the channel."""
    share = Button(catalogue.say("button-share", shown.language), Press(Verb.SHARE, key, shown.language))
    return replace(shown, buttons=(*shown.buttons, share))


def _head(catalogue: Catalogue, key: str, reading: Reading, language: Language, view: Verb) -> Card:
    """Title, gist, link and buttons: what every view of a code shares."""
    code = key.partition("@")[0]
    name = reading.name.said_in(language)
    title = catalogue.title(key)
    if language != "en":
        title = f"{title} · {name}"
    gist = reading.gist.said_in(language)
    labels = {Verb.SUMMARY: "button-summary", Verb.DETAILS: "button-details", Verb.CONSTANTS: "button-constants"}
    views = tuple(Button(catalogue.say(labels[v], language), Press(v, key, language)) for v in VIEWS if v is not view)
    if view is Verb.SUMMARY:
        views = tuple(button for button in views if button.press.verb is not Verb.SUMMARY)
    languages = tuple(Button(LANGUAGE_NAMES[tag], Press(view, key, tag)) for tag in LANGUAGES if tag != language)
    related = [*reading.related, *(difference.code for difference in reading.confused)]
    return Card(
        language=language,
        colour=colour_of(code),
        title=title,
        lead=gist,
        plain=catalogue.say("labelled", language, label=title, text=gist),
        link=document_link(catalogue, reading, language),
        footer=header_of(catalogue, reading, language),
        buttons=(*views, *languages),
        picker=picker(catalogue, related, language, "see-also"),
    )


def _summary(catalogue: Catalogue, key: str, entry: CodeEntry, reading: Reading, language: Language) -> Card:
    def said(name: str) -> str:
        return catalogue.say(name, language)

    sections: list[Section] = []
    if reading.check_first:
        sections.append(Section(said("check-first"), numbered(step.said_in(language) for step in reading.check_first)))
    if reading.retry is not None:
        sections.append(Section(said("retry"), retry_lines(catalogue, reading.retry, language)))
    if reading.mistake is not None:
        sections.append(Section(said("mistake"), (reading.mistake.said_in(language),)))
    others = [other for other in entry.readings if other is not reading]
    if others:
        sections.append(Section(said("readings"), tuple(_other_reading(catalogue, o, language) for o in others)))
    if entry.substatuses and not key.partition("@")[2]:
        codes = ", ".join(sub.code for sub in entry.substatuses)
        sections.append(Section(said("substatuses"), (codes,), short=True))
    head = _head(catalogue, key, reading, language, Verb.SUMMARY)
    return replace(head, body=reading.meaning.said_in(language), sections=tuple(sections))


def _other_reading(catalogue: Catalogue, reading: Reading, language: Language) -> str:
    owner = catalogue.vendors[reading.vendor].name if reading.vendor else "HTTP"
    return catalogue.say("labelled", language, label=f"{owner} {reading.phrase}", text=reading.gist.said_in(language))


def _substatus_card(catalogue: Catalogue, key: str, language: Language, view: Verb) -> Card:
    sub = catalogue.substatuses[key]
    parent_key = key.partition(".")[0]
    parent = card(catalogue, parent_key, language, view)
    told = [_substatus_section(other, language) for other in sub.others]
    told_by_parent = {catalogue.say("substatuses", language)}
    if sub.check_first is not None:
        label = catalogue.say("check-first", language)
        told_by_parent.add(label)
        told.insert(0, Section(label, (sub.check_first.said_in(language),)))
    title = f"{sub.code} {sub.phrase}" + (f" ({sub.since})" if sub.since else "")
    return replace(
        parent,
        title=title,
        lead=sub.gist.said_in(language),
        plain=catalogue.say("labelled", language, label=title, text=sub.gist.said_in(language)),
        sections=(*told, *(section for section in parent.sections if section.label not in told_by_parent)),
        footer=catalogue.say("part-of", language, title=catalogue.title(parent_key)),
    )


def _substatus_section(sub: SubstatusEntry, language: Language) -> Section:
    lines = [sub.gist.said_in(language)]
    if sub.check_first is not None:
        lines.append(sub.check_first.said_in(language))
    return Section(f"{sub.code} {sub.phrase}" + (f" ({sub.since})" if sub.since else ""), tuple(lines))
