"""Finds the HTTP status codes that a text names."""

from dataclasses import dataclass

from teapot.mentions.at_large import Message
from teapot.mentions.candidates import SHAPE, Budget, find_runs, narrowed, without_colours
from teapot.mentions.company import accepted
from teapot.mentions.division import divide
from teapot.mentions.logs.lines import recognize
from teapot.mentions.logs.tables import recognize_tables
from teapot.mentions.votes import judge


@dataclass(frozen=True, slots=True)
class Mention:
    """A status code named in a text.

    ``code`` is "503", "5xx" or "404.13"; ``start`` and ``end`` are code-point offsets of the digits (or class token).
    """

    code: str
    start: int
    end: int


def find_mentions(text: str) -> tuple[Mention, ...]:
    """Every status code that the text names, in text order, without overlap.

    Takes time and memory linear in the length of the text, whatever it holds. Raises nothing.
    """
    if SHAPE.search(text) is None:
        return ()
    text = narrowed(without_colours(text))
    mentions: list[Mention] = []
    lines = sorted((*recognize(text), *recognize_tables(text)))
    logged = {text[start:end].lower() for line in lines for start, end in line.statuses}
    message, budget = Message(text, logged), Budget()
    read_until = 0
    for line in lines:
        if line.end <= read_until:
            continue
        if read_until < line.start:
            mentions += _read(message, read_until, line.start, budget)
        mentions += [
            Mention(text[start:end].lower(), start, end) for start, end in line.statuses if start >= read_until
        ]
        read_until = line.end
    mentions += _read(message, read_until, len(text), budget)
    return tuple(mentions)


def _read(message: Message, begin: int, until: int, budget: Budget) -> list[Mention]:
    """The mentions in a stretch that is not the line of a known log."""
    text = message.text
    runs = [run for found in find_runs(text, begin, until, budget) for run in divide(text, found)]
    if not runs:
        return []
    heard = accepted(message, runs, [judge(message, run) for run in runs])
    return [
        Mention(candidate.code, candidate.start, candidate.end)
        for run, is_heard in zip(runs, heard, strict=True)
        if is_heard
        for candidate in run
    ]
