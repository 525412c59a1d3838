"""The whole catalogue as one JSON document, for other tools."""

from collections.abc import Mapping
from importlib.metadata import version

import msgspec

from teapot.catalogue import Catalogue
from teapot.entries import ClassEntry, CodeEntry, Vendor, Versus


class Export(msgspec.Struct, frozen=True):
    """The document: every entry in the form of its file, with null or nothing inside where an entry is silent.

    ``version`` is that of the distribution. Codes are keyed as "503", classes as "5xx", vendors by id, each in the
    order of the file names; two exports of one version are the same to the byte.
    """

    version: str
    codes: Mapping[str, CodeEntry]
    classes: Mapping[str, ClassEntry]
    versus: tuple[Versus, ...]
    vendors: Mapping[str, Vendor]


def export(catalogue: Catalogue) -> str:
    """The catalogue as JSON on one line."""
    whole = Export(
        version=version("teapot-bot"),
        codes=catalogue.codes,
        classes=catalogue.classes,
        versus=tuple(catalogue.versus.values()),
        vendors=catalogue.vendors,
    )
    return msgspec.json.encode(whole).decode()
