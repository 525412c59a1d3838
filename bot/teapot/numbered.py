"""The answers that numbers alone decide: no index is needed, only a dictionary access per number."""

import re

from teapot.catalogue import Catalogue, owners_of
from teapot.cleaning import clean
from teapot.findings import Findings, Hit, Verdict
from teapot.numerals import Numbers, read_numbers, vendor_named

EXACT = 100.0
_BEGINNING = r"([1-5]\d)[x*?]?"
_CLASS = "([1-5])x{0,2}"


def look_up_number(catalogue: Catalogue, query: str) -> Findings | None:
    """The findings for a query that is a key, a class, the beginning of codes, or codes with nothing more to say.

    None when the words in it have to be looked up. Never raises.
    """
    text = clean(query).lower()
    if _has(catalogue, text):
        return clear(text)
    return found_by_number(catalogue, text, read_numbers(catalogue, text))


def found_by_number(catalogue: Catalogue, text: str, numbers: Numbers) -> Findings | None:
    """The same for cleaned, lower-case text that has been read."""
    if _has(catalogue, text):
        return clear(text)
    if not numbers.keys:
        return _beginning(catalogue, numbers.rest) or _unregistered(numbers)
    if len(numbers.keys) == 2:
        return None if numbers.rest else versus(numbers.keys)
    if len(numbers.keys) > 2:
        return Findings(Verdict.SEVERAL, tuple(Hit(key, EXACT, key) for key in numbers.keys))
    key = numbers.keys[0]
    if key in catalogue.classes and numbers.rest:
        return None
    entry = catalogue.codes.get(key)
    if entry is None or len(entry.readings) == 1 or not numbers.rest:
        return clear(key)
    vendor = vendor_named(catalogue, numbers.rest)
    vendors = [reading.vendor for reading in entry.readings]
    if vendors.count(vendor) == 1:
        return clear(f"{key}@{vendor}" if vendor else key)
    return None


def clear(key: str) -> Findings:
    """One entry and no doubt."""
    return Findings(Verdict.CLEAR, (Hit(key, EXACT, key),))


def versus(keys: tuple[str, ...], better: str = "") -> Findings:
    """Two keys side by side, the lower first; ``better`` is the one that the other words speak for."""
    hits = (Hit(key, EXACT if better in {"", key} else EXACT - 1, key) for key in sorted(keys))
    return Findings(Verdict.VERSUS, tuple(hits))


def _has(catalogue: Catalogue, key: str) -> bool:
    if key in catalogue:
        return True
    code, _, owner = key.partition("@")
    entry = catalogue.codes.get(code)
    if not owner or entry is None:
        return False
    return owner in owners_of(entry) or any(reading.vendor == owner for reading in entry.readings)


def _beginning(catalogue: Catalogue, rest: str) -> Findings | None:
    if found := re.fullmatch(_CLASS, rest):
        return clear(f"{found[1]}xx")
    if found := re.fullmatch(_BEGINNING, rest):
        codes = [code for code in catalogue.codes if len(code) == 3 and code.startswith(found[1])]
        if codes:
            return Findings(Verdict.BEGINNING, tuple(Hit(code, EXACT, found[1]) for code in codes), found[1])
    return None


def _unregistered(numbers: Numbers) -> Findings | None:
    if len(numbers.unknown) == 1 and not numbers.rest and numbers.unknown[0][0] in "12345":
        number = numbers.unknown[0]
        return Findings(Verdict.UNREGISTERED, (Hit(number, 0.0, number),))
    return None
