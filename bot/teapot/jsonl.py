"""Lines of JSON, of which a bad one keeps no other from being read."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

MOST_TOLD = 20
"""The bad lines that are told one by one; the others are counted."""

Form = TypeVar("Form")


def read(lines: Iterable[bytes], form: type[Form], shown: str, problems: list[str]) -> Iterator[Form]:
    """What the lines hold that are of a form, blank ones left out.

    ``shown`` is the form as people write it. Each bad line adds its number and what is wrong with it to ``problems``,
    from the twenty-first on only their count.
    """
    decoder = msgspec.json.Decoder(form)
    untold = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            if len(problems) < MOST_TOLD:
                problems.append(f"line {number}: expected {shown}: {error}")
            else:
                untold += 1
            continue
        yield given
    if untold:
        problems.append(f"and {untold:,} more")
