"""The cards about several codes: a class, and two codes side by side."""

from teapot.card import Button, Card, Link, Section, colour_of
from teapot.catalogue import Catalogue
from teapot.details import numbered
from teapot.entries import LANGUAGES, CodeEntry, Language
from teapot.language import LANGUAGE_NAMES
from teapot.picking import MAX_CHOICES, picker
from teapot.press import Press, Verb


def class_card(catalogue: Catalogue, key: str, language: Language) -> Card:
    """The card about a class such as "5xx": what it says, what to check first, its codes."""
    entry = catalogue.classes[key]
    members = [code for code, found in catalogue.codes.items() if code[0] == key[0] and _is_listed(code, found)]
    common = sorted(members, key=lambda code: (-catalogue.codes[code].common, code))[:MAX_CHOICES]
    title = catalogue.title(key) if language == "en" else f"{key} {entry.phrase} · {entry.name.said_in(language)}"
    sections = [
        Section(
            catalogue.say("codes-of-class", language),
            tuple(f"`{code}` {catalogue.codes[code].readings[0].name.said_in(language)}" for code in sorted(members)),
        )
    ]
    if entry.check_first:
        steps = numbered(step.said_in(language) for step in entry.check_first)
        sections.insert(0, Section(catalogue.say("check-first", language), steps))
    if entry.mistake is not None:
        sections.append(Section(catalogue.say("mistake", language), (entry.mistake.said_in(language),)))
    gist = entry.gist.said_in(language)
    return Card(
        language=language,
        colour=colour_of(key),
        title=title,
        lead=gist,
        plain=catalogue.say("labelled", language, label=title, text=gist),
        body=entry.meaning.said_in(language),
        sections=tuple(sections),
        link=Link(entry.documents[0].title, entry.documents[0].link) if entry.documents else None,
        buttons=_language_buttons(key, language),
        picker=picker(catalogue, sorted(common), language, "all-of-class"),
    )


def versus_card(catalogue: Catalogue, first: str, second: str, language: Language) -> Card:
    """Two codes side by side; KeyError when one of them does not exist."""
    keys = (first, second)
    titles = tuple(catalogue.title(key) for key in keys)
    found = catalogue.versus.get(keys)
    if found is None:
        lead = ""
        sections = [Section(t, (catalogue.gist(k, language),)) for k, t in zip(keys, titles, strict=True)]
    else:
        lead = found.difference.said_in(language)
        sections = [
            Section(catalogue.say("versus-use", language, code=titles[0]), (found.first_when.said_in(language),)),
            Section(catalogue.say("versus-use", language, code=titles[1]), (found.second_when.said_in(language),)),
        ]
        if found.mistake is not None:
            sections.append(Section(catalogue.say("mistake", language), (found.mistake.said_in(language),)))
    title = catalogue.say("versus-title", language, first=first, second=second)
    return Card(
        language=language,
        colour=colour_of(second),
        title=title,
        lead=lead,
        plain=f"{title} {lead or '; '.join(titles)}",
        sections=tuple(sections),
        buttons=(
            *(Button(t, Press(Verb.SUMMARY, k, language)) for k, t in zip(keys, titles, strict=True)),
            *_language_buttons(f"{first}~{second}", language),
        ),
    )


def _language_buttons(key: str, language: Language) -> tuple[Button, ...]:
    return tuple(Button(LANGUAGE_NAMES[tag], Press(Verb.SUMMARY, key, tag)) for tag in LANGUAGES if tag != language)


def _is_listed(code: str, entry: CodeEntry) -> bool:
    return len(code) == 3 and code.isdigit() and entry.readings[0].standing not in {"folklore", "unused", "retired"}
