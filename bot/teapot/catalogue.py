"""The catalogue: every code, class, vendor and comparison, read once from the package ``teapot_data``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import msgspec

from teapot.entries import ClassEntry, CodeEntry, Language, Reading, SubstatusEntry, Told, Vendor, Versus
from teapot.problems import ConfigError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Loaded = TypeVar("Loaded")


@dataclass(frozen=True, slots=True, repr=False)
class Catalogue:
    """All that is known, by key: codes by "503", classes by "5xx", comparisons by their two codes, vendors by id."""

    codes: Mapping[str, CodeEntry]
    classes: Mapping[str, ClassEntry]
    versus: Mapping[tuple[str, str], Versus]
    vendors: Mapping[str, Vendor]
    sentences: Mapping[str, Told[str]]
    substatuses: Mapping[str, SubstatusEntry]

    def say(self, key: str, language: Language, /, **values: object) -> str:
        """One of the bot's own sentences, with its ``{placeholders}`` filled."""
        return self.sentences[key].said_in(language).format(**values)

    def gist(self, key: str, language: Language) -> str:
        """The one sentence on a code, class, sub-status or vendor's reading; KeyError when there is no such entry."""
        if key in self.classes:
            return self.classes[key].gist.said_in(language)
        if key in self.substatuses:
            return self.substatuses[key].gist.said_in(language)
        code, _, vendor = key.partition("@")
        return chosen_reading(self.codes[code], vendor).gist.said_in(language)

    def title(self, key: str) -> str:
        """The key and the reason phrase, as "503 Service Unavailable"; KeyError when there is no such entry."""
        if key in self.classes:
            return f"{key} {self.classes[key].phrase}"
        if key in self.substatuses:
            return f"{key} {self.substatuses[key].phrase}"
        code, _, owner = key.partition("@")
        reading = chosen_reading(self.codes[code], owner)
        named = f" ({self.vendors[reading.vendor].name})" if owner and reading.vendor else ""
        return f"{code} {reading.phrase}{named}"

    def __contains__(self, key: str) -> bool:
        return key in self.codes or key in self.classes or key in self.substatuses


def load(root: "Traversable | None" = None) -> Catalogue:
    """Read and validate every file; about twenty milliseconds.

    Raises ConfigError with a line for each file that cannot be used: its name, the field, and what was expected.
    """
    folder = root if root is not None else _installed()
    problems: list[str] = []

    def each(name: str, kind: type[Loaded]) -> Iterator[tuple[str, Loaded]]:
        for file in sorted(_json_files(folder / name), key=lambda found: found.name):
            entry = _decode(file, f"{name}/{file.name}", kind, problems)
            if entry is not None:
                yield file.name.removesuffix(".json"), entry

    codes = {entry.code: entry for name, entry in each("codes", CodeEntry) if _named(name, entry.code, problems)}
    classes = {entry.code: entry for name, entry in each("classes", ClassEntry) if _named(name, entry.code, problems)}
    versus = {
        entry.codes: entry for name, entry in each("versus", Versus) if _named(name, "-".join(entry.codes), problems)
    }
    vendors = _decode(folder / "vendors.json", "vendors.json", dict[str, Vendor], problems)
    sentences = _decode(folder / "sentences.json", "sentences.json", dict[str, Told[str]], problems)
    if not codes and not problems:
        problems.append("codes: the catalogue is empty; install the package teapot-bot again")
    if problems or vendors is None or sentences is None:
        raise ConfigError(f"catalogue: {problem}" for problem in problems)
    substatuses = {sub.code: sub for entry in codes.values() for sub in entry.substatuses}
    return Catalogue(codes, classes, versus, vendors, sentences, substatuses)


def broken_references(catalogue: Catalogue) -> tuple[str, ...]:
    """What points at nothing: related, confused and compared codes, and vendors; one line each."""
    lines: list[str] = []
    for code, entry in catalogue.codes.items():
        for at, reading in enumerate(entry.readings):
            where = f"codes/{code}.json: readings[{at}]"
            named = [*reading.related, *(difference.code for difference in reading.confused)]
            lines += [f"{where}: there is no entry {key}" for key in named if key not in catalogue]
            lines += [f"{where}: a code is not related to itself" for key in named if key == code]
            if reading.vendor is not None and reading.vendor not in catalogue.vendors:
                lines.append(f"{where}.vendor: {reading.vendor!r} is not in vendors.json")
            if reading.vendor is None and at > 0:
                lines.append(f"{where}.vendor: only the first reading can be the standard one")
        for sub in entry.substatuses:
            if not sub.code.startswith(f"{code}."):
                lines.append(f"codes/{code}.json: sub-status {sub.code} belongs to another file")
    for first, second in catalogue.versus:
        if first >= second:
            lines.append(f"versus/{first}-{second}.json: the lower number comes first")
        lines += [f"versus/{first}-{second}.json: no entry {c}" for c in (first, second) if c not in catalogue.codes]
    return tuple(lines)


def chosen_reading(entry: CodeEntry, owner: str) -> Reading:
    """The reading of an owner, as ``owners_of`` names it, or the first one of a vendor; KeyError when there is none."""
    named = owners_of(entry)
    if owner in named:
        return entry.readings[named.index(owner)]
    for reading in entry.readings:
        if reading.vendor == owner:
            return reading
    raise KeyError(owner)


def owners_of(entry: CodeEntry) -> list[str]:
    """What stands behind the number and "@" in each reading's key: "" for the first, else the vendor.

    A vendor's second reading is "shopify.2".
    """
    vendors = [reading.vendor or "" for reading in entry.readings]
    times = [vendors[: at + 1].count(vendor) for at, vendor in enumerate(vendors)]
    return [
        "",
        *(f"{vendor}.{time}" if time > 1 else vendor for vendor, time in zip(vendors[1:], times[1:], strict=True)),
    ]


def _installed() -> "Traversable":
    """The same call finds the files in a checkout, an editable install and a wheel."""
    from importlib.resources import files  # noqa: PLC0415  it costs more than all that a bare code needs

    return files("teapot_data")


def _json_files(folder: "Traversable") -> "Iterator[Traversable]":
    if folder.is_dir():
        yield from (file for file in folder.iterdir() if file.name.endswith(".json"))


def _decode(file: "Traversable", name: str, kind: type[Loaded], problems: list[str]) -> Loaded | None:
    try:
        return msgspec.json.decode(file.read_bytes(), type=kind)
    except OSError:
        problems.append(f"{name}: cannot be read; install the package teapot-bot again")
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        problems.append(f"{name}: {error}")
    return None


def _named(name: str, expected: str, problems: list[str]) -> bool:
    if name != expected:
        problems.append(f"{name}.json: holds {expected}; the file's name and what it holds must agree")
    return name == expected
