"""The three languages in step: a fingerprint of every text as somebody last checked it, in ``data/accepted.json``.

``python -m tests.parity`` (``make data-accept``) records the texts as they stand and says which of them changed in one
language alone.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from teapot.entries import LANGUAGES, Language
from tests.texts import ROOT, Text, all_texts

ACCEPTED = ROOT / "data" / "accepted.json"

Fingerprints = Mapping[str, Mapping[str, str]]
"""By file and by field: eight hexadecimal digits for each language, in the order of ``LANGUAGES``."""


@dataclass(frozen=True, slots=True)
class Change:
    """A text that differs from the accepted one. No languages: it is gone."""

    file: str
    field: str
    languages: tuple[Language, ...]

    @property
    def is_alone(self) -> bool:
        """Whether one language moved on and another did not."""
        return 0 < len(self.languages) < len(LANGUAGES)

    def __str__(self) -> str:
        still = [language for language in LANGUAGES if language not in self.languages]
        if not self.languages:
            return f"{self.file}: {self.field}: gone"
        told = f"{self.file}: {self.field}: changed in {', '.join(self.languages)}"
        return f"{told}; not in {', '.join(still)}" if still else told


def fingerprints(texts: Iterable[Text]) -> dict[str, dict[str, str]]:
    """What to remember of each text."""
    by_file: dict[str, dict[str, str]] = {}
    for text in texts:
        by_file.setdefault(text.file, {})[text.field] = " ".join(_digits(text.said[one]) for one in LANGUAGES)
    return by_file


def changes(accepted: Fingerprints, current: Fingerprints) -> tuple[Change, ...]:
    """What differs between two states; a new text has changed in every language."""
    found: list[Change] = []
    for file in sorted({*accepted, *current}):
        before, after = accepted.get(file, {}), current.get(file, {})
        for field in dict.fromkeys((*before, *after)):
            old, new = before.get(field, "- - -").split(), after.get(field, "").split()
            languages = tuple(one for one, a, b in zip(LANGUAGES, old, new, strict=True) if a != b) if new else ()
            if languages or not new:
                found.append(Change(file, field, languages))
    return tuple(found)


def read(path: Path = ACCEPTED) -> Fingerprints:
    """The accepted state."""
    accepted: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return accepted


def write(current: Fingerprints, path: Path = ACCEPTED) -> None:
    """Accept a state."""
    path.write_text(json.dumps(current, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Accept every text as it stands and say what that means."""
    current = fingerprints(all_texts())
    changed = changes(read() if ACCEPTED.exists() else {}, current)
    write(current)
    alone = [str(change) for change in changed if change.is_alone]
    sys.stdout.writelines(f"{line}\n" for line in alone)
    sys.stdout.write(f"{len(changed)} changes accepted, {len(alone)} of them not in every language\n")


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


if __name__ == "__main__":
    main()
