"""The commands that answer from the catalogue: lookup, scan, export. Each imports only what its answer needs."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from teapot.cli_output import EXIT_INTERRUPTED, ended, write_lines
from teapot.garbage import without_collecting
from teapot.problems import ConfigError

if TYPE_CHECKING:
    from teapot.catalogue import Catalogue
    from teapot.entries import Language
    from teapot.findings import Findings


def lookup(parsed: argparse.Namespace) -> int:
    """Explain a query, or answer lines of queries: 0, 1 where nothing was found."""
    if parsed.jsonl:
        from teapot import asking
        from teapot.catalogue import load
        from teapot.lookup import build_index, look_up

        index, unread = build_index(load()), list[str]()
        write_lines(asking.hits_lines(lambda query: look_up(index, query), sys.stdin.buffer, unread))
        return ended(unread)
    if not parsed.query:
        raise ConfigError(("lookup: say what to look up, as: teapot lookup 503",))
    with without_collecting():
        return _answer(parsed, " ".join(parsed.query))


def scan(parsed: argparse.Namespace) -> int:
    """Find the statuses in files or standard input, and count them."""
    from teapot import scanning, streams

    if parsed.jsonl:
        problems: list[str] = []
        write_lines(scanning.mention_lines(streams.lines_of(parsed.file, problems), problems))
        return ended(problems)
    if not parsed.file and sys.stdin is not None and sys.stdin.isatty():
        print("Reading what you type or paste; Ctrl-D ends it.", file=sys.stderr)
    counted = scanning.Counted()
    interrupted = False
    with _progress() as watch:
        try:
            scanning.count_files(parsed.file, watch, counted)
        except KeyboardInterrupt:  # the usual end of "tail -f access.log | teapot scan"
            interrupted = True
            print("\nInterrupted; this is what was counted until then.", file=sys.stderr)
    if not counted.codes and len(counted.problems) == max(1, len(parsed.file)):
        raise ConfigError(counted.problems)
    if parsed.json:
        write_lines((scanning.document(counted.codes),))
    else:
        import shutil

        from teapot import catalogue

        columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        language = parsed.language or _terminal_language()
        write_lines(scanning.table(counted.codes, catalogue.load(), language, columns=columns))
    code = ended(counted.problems)
    return EXIT_INTERRUPTED if interrupted else code


def export(_: argparse.Namespace) -> int:
    """Write the whole catalogue as JSON."""
    from teapot import catalogue, exporting

    write_lines((exporting.export(catalogue.load()),))
    return 0


def _answer(parsed: argparse.Namespace, query: str) -> int:
    from teapot import asking

    known, findings = _find(query)
    if parsed.json:
        write_lines((asking.document(known, query, findings),))
    elif parsed.explain:
        write_lines(asking.candidates(known, findings))
    else:
        from teapot.language import of_text
        from teapot.terminal import draw, screen_width

        language = parsed.language or of_text(query) or _terminal_language()
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        shown = asking.answer(known, findings, language)
        write_lines((draw(shown, width=min(screen_width(os.environ), 100), colour=colour),))
    return 0 if asking.is_answered(findings) else 1


def _find(query: str) -> "tuple[Catalogue, Findings]":
    """What a query finds. Numbers need no index, and only the entries that are shown; most people type numbers."""
    from teapot.numbered import look_up_number
    from teapot.shelf import open_catalogue

    known = open_catalogue()
    findings = look_up_number(known, query)
    if findings is None:
        from teapot.catalogue import load
        from teapot.lookup import build_index, look_up

        known = load()
        findings = look_up(build_index(known), query)
    return known, findings


@contextmanager
def _progress() -> Iterator[Callable[[BinaryIO, str], BinaryIO]]:
    """On a terminal a progress bar for each file; in a pipe nothing."""
    if not sys.stderr.isatty():
        yield lambda opened, _: opened
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield lambda opened, name: progress.wrap_file(opened, os.fstat(opened.fileno()).st_size, description=name)


def _terminal_language() -> "Language":
    from teapot.language import of_locale

    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return of_locale(locale.partition(".")[0]) or "en"
