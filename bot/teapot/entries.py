"""The shape of everything the catalogue knows: what a file under ``teapot_data`` may say, and how much of it.

The character limits are the room a text has on a card; both platforms' own limits lie above them. Lengths count code
points. Texts are plain; a run in backticks is shown as code, and that is the only mark-up.
"""

from collections.abc import Mapping
from typing import Annotated, Generic, Literal, TypeVar

from msgspec import Meta, Struct

Language = Literal["en", "zh-Hans", "zh-Hant"]
LANGUAGES: tuple[Language, ...] = ("en", "zh-Hans", "zh-Hant")

Code = Annotated[str, Meta(pattern=r"^(0|000|[1-9][0-9]{2}|[1-9]xx|1xxx)$")]
SubstatusCode = Annotated[str, Meta(pattern=r"^[1-5][0-9]{2}\.[0-9]{1,3}$")]
Label = Annotated[str, Meta(min_length=1, max_length=60)]
Gist = Annotated[str, Meta(min_length=1, max_length=160)]
Line = Annotated[str, Meta(min_length=1, max_length=220)]
Paragraph = Annotated[str, Meta(min_length=1, max_length=800)]
Head = Annotated[str, Meta(min_length=1, max_length=480)]
Words = Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=80)], ...], Meta(max_length=160)]
Url = Annotated[str, Meta(pattern=r"^https://\S+$", max_length=300)]

T = TypeVar("T")


class Told(
    Struct,
    Generic[T],
    frozen=True,
    rename={"zh_hans": "zh-Hans", "zh_hant": "zh-Hant"},
    forbid_unknown_fields=True,
):
    """One text in the three languages, side by side."""

    en: T
    zh_hans: T
    zh_hant: T

    def said_in(self, language: Language) -> T:
        """The text in that language."""
        if language == "zh-Hans":
            return self.zh_hans
        return self.zh_hant if language == "zh-Hant" else self.en


class Document(Struct, frozen=True, forbid_unknown_fields=True):
    """A place that defines a code: ``title`` as "RFC 9110", ``section`` as "15.6.4", and its address."""

    title: Label
    link: Url
    section: str | None = None


class Header(Struct, frozen=True, forbid_unknown_fields=True):
    """A header field that goes with the code, how strongly the document asks for it, and what it says there.

    ``side`` tells who sends it: ``response`` goes with the status, ``request`` is what the client needs to send.
    """

    name: Annotated[str, Meta(pattern=r"^[A-Z][A-Za-z0-9-]*$")]
    level: Literal["must", "should", "may"]
    note: Told[Line]
    side: Literal["response", "request"] = "response"


Retry = Literal["yes", "after-delay", "after-change", "no", "not-needed"]


class RetryAdvice(Struct, frozen=True, forbid_unknown_fields=True):
    """May the same thing be sent again? By method: safe (GET, HEAD), idempotent (PUT, DELETE), other (POST, PATCH).

    ``yes`` as it is with back-off, ``after-delay`` once the server's time has passed, ``after-change`` only when
    something in it was mended, ``no`` never, ``not-needed`` because nothing failed.
    """

    safe: Retry
    idempotent: Retry
    other: Retry
    condition: Told[Line]


class FormerName(Struct, frozen=True, forbid_unknown_fields=True):
    """A name the code had, or has in old software, and where."""

    name: Label
    source: Label


class Difference(Struct, frozen=True, forbid_unknown_fields=True):
    """A code this one is easily confused with, and how to tell them apart."""

    code: Code
    difference: Told[Line]


class Constants(Struct, frozen=True, forbid_unknown_fields=True):
    """The code's constant in common languages and libraries, as a program writes it."""

    python: str | None = None
    go: str | None = None
    rust: str | None = None
    node: str | None = None
    java: str | None = None
    csharp: str | None = None
    php: str | None = None
    ruby: str | None = None
    also: tuple[str, ...] = ()


class Search(
    Struct,
    frozen=True,
    rename={"zh_hans": "zh-Hans", "zh_hant": "zh-Hant"},
    forbid_unknown_fields=True,
):
    """What people type when they mean this code: synonyms, symptoms, header names, names in the wild."""

    en: Words = ()
    zh_hans: Words = ()
    zh_hant: Words = ()


class Exchange(Struct, frozen=True, forbid_unknown_fields=True):
    """A small real exchange: the head of a request and of its response, line by line."""

    request: Head
    response: Head


class Reading(Struct, frozen=True, forbid_unknown_fields=True):
    """What one owner means by a number.

    ``vendor`` is a key of ``vendors.json``, or absent for the meaning that the HTTP documents give.
    ``standing`` is the registry's word for a standard reading and ours for a vendor's. ``seen`` tells where one meets
    it: on the wire, only in logs, only in the client, or inside the body of another status.
    """

    phrase: Label
    standing: Literal["registered", "temporary", "unused", "obsolete", "vendor", "retired", "draft", "folklore", "joke"]
    name: Told[Label]
    gist: Told[Gist]
    meaning: Told[Paragraph]
    documents: tuple[Document, ...]
    vendor: str | None = None
    seen: Literal["wire", "log", "client", "body", "never"] = "wire"
    when: tuple[Told[Line], ...] = ()
    client: Told[Paragraph] | None = None
    check_first: Annotated[tuple[Told[Line], ...], Meta(max_length=6)] = ()
    mistake: Told[Paragraph] | None = None
    headers: tuple[Header, ...] = ()
    retry: RetryAdvice | None = None
    cacheable: Literal["heuristic", "explicit", "never"] | None = None
    content: Literal["allowed", "forbidden"] | None = None
    redirect_method: Literal["kept", "may-change", "becomes-get"] | None = None
    lasting: Literal["permanent", "temporary", "either"] | None = None
    former_names: tuple[FormerName, ...] = ()
    related: tuple[Code, ...] = ()
    confused: tuple[Difference, ...] = ()
    constants: Constants = Constants()
    search: Search = Search()
    exchange: Exchange | None = None


class SubstatusEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """An IIS sub-status such as 404.13: what IIS calls it, what it means, and what to look at.

    ``others`` are further meanings of the same number, given by another module of IIS.
    """

    code: SubstatusCode
    phrase: Annotated[str, Meta(min_length=1, max_length=120)]
    gist: Told[Line]
    check_first: Told[Line] | None = None
    since: Label | None = None
    search: Search = Search()
    others: tuple["SubstatusEntry", ...] = ()


class CodeEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``codes/<code>.json``: every reading of one number, the standard one first, and its sub-statuses.

    ``common`` ranks how often people meet the code, 0 (hardly ever) to 3 (daily); it breaks ties.
    """

    code: Code
    readings: Annotated[tuple[Reading, ...], Meta(min_length=1)]
    substatuses: tuple[SubstatusEntry, ...] = ()
    common: Annotated[int, Meta(ge=0, le=3)] = 0


class ClassEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``classes/<class>.json``: what a whole class of codes says."""

    code: Annotated[str, Meta(pattern=r"^[1-5]xx$")]
    phrase: Label
    name: Told[Label]
    gist: Told[Gist]
    meaning: Told[Paragraph]
    documents: tuple[Document, ...]
    client: Told[Paragraph] | None = None
    check_first: Annotated[tuple[Told[Line], ...], Meta(max_length=6)] = ()
    mistake: Told[Paragraph] | None = None
    search: Search = Search()


class Versus(Struct, frozen=True, forbid_unknown_fields=True):
    """The file ``versus/<first>-<second>.json``: two codes side by side, lower number first."""

    codes: tuple[Code, Code]
    difference: Told[Paragraph]
    first_when: Told[Paragraph]
    second_when: Told[Paragraph]
    mistake: Told[Paragraph] | None = None


class Vendor(Struct, frozen=True, forbid_unknown_fields=True):
    """A vendor in ``vendors.json``: how it is called, the words people type for it, its page on status codes."""

    name: Label
    aliases: tuple[str, ...] = ()
    link: Url | None = None


Vendors = Mapping[str, Vendor]
