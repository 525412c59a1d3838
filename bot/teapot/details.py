"""The rest of a code card, behind its buttons: when, headers, caching, names, examples, constants."""

from collections.abc import Iterable

from teapot.card import Block, Link, Section
from teapot.catalogue import Catalogue
from teapot.entries import Constants, Document, Header, Language, Reading, RetryAdvice

CONSTANT_LABELS = {
    "python": "Python",
    "go": "Go",
    "rust": "Rust (http)",
    "node": "Node (http-status-codes)",
    "java": "Java (Spring)",
    "csharp": "C#",
    "php": "PHP (Symfony)",
    "ruby": "Ruby (Rack)",
}


def header_of(catalogue: Catalogue, reading: Reading, language: Language) -> str:
    """One line on where the code stands: its vendor, its place in the registry, where one meets it."""
    parts = []
    if reading.vendor is not None:
        parts.append(catalogue.vendors[reading.vendor].name)
    if reading.standing != "registered":
        parts.append(catalogue.say(f"standing-{reading.standing}", language))
    if reading.seen != "wire":
        parts.append(catalogue.say(f"seen-{reading.seen}", language))
    return " · ".join(parts)


def retry_lines(catalogue: Catalogue, advice: RetryAdvice, language: Language) -> tuple[str, ...]:
    """May it be sent again: one line where all methods agree, else one each, then the condition."""
    verdicts = {"safe": advice.safe, "idempotent": advice.idempotent, "other": advice.other}
    if len(set(verdicts.values())) == 1:
        verdicts = {"all": advice.safe}
    lines = tuple(
        catalogue.say(
            "labelled",
            language,
            label=catalogue.say(f"methods-{methods}", language),
            text=catalogue.say(f"retry-{verdict}", language),
        )
        for methods, verdict in verdicts.items()
    )
    return (*lines, advice.condition.said_in(language))


def details_sections(catalogue: Catalogue, reading: Reading, language: Language) -> tuple[Section, ...]:
    """When it is sent, what a client does, headers, facts at a glance, names, confusions, documents."""

    def said(name: str) -> str:
        return catalogue.say(name, language)

    confused = tuple(
        catalogue.say("labelled", language, label=catalogue.title(other.code), text=other.difference.said_in(language))
        for other in reading.confused
    )
    candidates = (
        Section(
            said("when" if reading.seen == "wire" else "when-met"),
            tuple(f"• {line.said_in(language)}" for line in reading.when),
        ),
        Section(said("client"), (reading.client.said_in(language),) if reading.client else ()),
        Section(said("headers"), tuple(_header_line(catalogue, header, language) for header in reading.headers)),
        Section(said("facts"), tuple(f"• {said(fact)}" for fact in _facts(reading))),
        Section(said("confused"), confused),
        Section(said("former-names"), tuple(f"{former.name} ({former.source})" for former in reading.former_names)),
        Section(said("documents"), tuple(_document_line(catalogue, d, language) for d in reading.documents)),
    )
    return tuple(section for section in candidates if section.lines)


def details_blocks(catalogue: Catalogue, reading: Reading, language: Language) -> tuple[Block, ...]:
    """The example exchange, where the entry has one."""
    if reading.exchange is None:
        return ()
    return (Block(catalogue.say("example", language), f"{reading.exchange.request}\n\n{reading.exchange.response}"),)


def constants_sections(catalogue: Catalogue, reading: Reading, language: Language) -> tuple[Section, ...]:
    """The constants by language, or a line that says there are none."""
    lines = constants_lines(reading.constants)
    return (Section(catalogue.say("constants", language), lines or (catalogue.say("no-constants", language),)),)


def constants_lines(constants: Constants) -> tuple[str, ...]:
    """Lines such as "Python: `HTTPStatus.OK`" and so on, one line a language."""
    known = ((label, getattr(constants, name)) for name, label in CONSTANT_LABELS.items())
    also = (f"`{constant}`" for constant in constants.also)
    return (*(f"{label}: `{constant}`" for label, constant in known if constant), *also)


def _facts(reading: Reading) -> tuple[str, ...]:
    """The keys of the sentences on what holds for this code."""
    values = (
        ("lasting", reading.lasting),
        ("cacheable", reading.cacheable),
        ("content", reading.content),
        ("redirect", reading.redirect_method),
    )
    return tuple(f"{name}-{value}" for name, value in values if value is not None)


def _header_line(catalogue: Catalogue, header: Header, language: Language) -> str:
    level = catalogue.say(f"header-{header.level}", language)
    line = "header-request-line" if header.side == "request" else "header-line"
    return catalogue.say(line, language, name=header.name, level=level, note=header.note.said_in(language))


def _document_line(catalogue: Catalogue, document: Document, language: Language) -> str:
    if document.section is None:
        return document.title
    return catalogue.say("section", language, title=document.title, section=document.section)


def document_link(catalogue: Catalogue, reading: Reading, language: Language) -> Link | None:
    """Where the code is defined, down to the section; None when no document says."""
    if not reading.documents:
        return None
    first = reading.documents[0]
    if first.section is None:
        return Link(first.title, first.link)
    return Link(catalogue.say("section", language, title=first.title, section=first.section), first.link)


def numbered(steps: Iterable[str]) -> tuple[str, ...]:
    """Steps as "1. ...", "2. ..." and so on."""
    return tuple(f"{at}. {step}" for at, step in enumerate(steps, 1))
