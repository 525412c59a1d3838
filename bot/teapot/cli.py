"""The command line. Each command imports only what its answer needs."""

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO

from teapot.garbage import without_collecting
from teapot.problems import ConfigError, TeapotError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine

    from teapot.catalogue import Catalogue
    from teapot.entries import Language
    from teapot.findings import Findings

EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
HELP_COLUMNS = 80
LANGUAGES = ("en", "zh-Hans", "zh-Hant")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. The exit code is 0, 1 for "nothing found", 2 for wrong use or wrong configuration."""
    atexit.register(gc.freeze)  # what the process leaves behind is not searched for garbage: it ends sooner
    parsed = _parser().parse_args(argv)
    try:
        return int(parsed.run(parsed))
    except ConfigError as error:
        _tell("teapot cannot do that:", error.problems)
        return EXIT_USAGE
    except TeapotError as error:
        print(f"teapot: {error}", file=sys.stderr)
        return EXIT_USAGE
    except BrokenPipeError:
        _write_no_more()
        return 0
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


def _tell(head: str, problems: Iterable[str]) -> None:
    print(head, file=sys.stderr)
    for problem in problems:
        print(f"  - {problem}", file=sys.stderr)


class _Parser(argparse.ArgumentParser):
    """Its help is HELP_COLUMNS wide: asking for the screen's width costs every command an import."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  whatever argparse takes
        super().__init__(formatter_class=partial(argparse.HelpFormatter, width=HELP_COLUMNS), **settings)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="teapot", description="The HTTP status bot for team channels.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    lookup = commands.add_parser("lookup", help="explain a code, class, name or symptom")
    lookup.add_argument("query", nargs="*", help="what you would type after /http")
    lookup.add_argument("--language", choices=LANGUAGES, help="language of the answer")
    form = lookup.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--jsonl", action="store_true", help='read {"id", "query"} lines, write {"id", "hits"} lines')
    form.add_argument("--explain", action="store_true", help="the candidates: score, field and term that matched")
    lookup.set_defaults(run=_lookup)

    scan = commands.add_parser("scan", help="find the status codes in text")
    scan.add_argument("--language", choices=LANGUAGES, help="language of the answer")
    scan.add_argument("file", nargs="*", help="files to read; standard input without any, or for -")
    form = scan.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--jsonl", action="store_true", help='read {"id", "text"} lines, write {"id", "mentions"} lines')
    scan.set_defaults(run=_scan)

    run = commands.add_parser("run", help="start the bot: every platform that has tokens, else the playground")
    run.set_defaults(run=_run)

    doctor = commands.add_parser("doctor", help="say what is set up wrong and how to mend it")
    doctor.add_argument("--json", action="store_true", help="one JSON document")
    doctor.set_defaults(run=_doctor)

    _add_manifest(commands.add_parser("manifest", help="what Slack or Discord is told about the bot once"))

    for name, done, told in (
        ("backup", _backup, "write everything in the database to one file, also while the bot runs"),
        ("restore", _restore, "put a backup back in place of all that is in the database"),
    ):
        keeping = commands.add_parser(name, help=told)
        keeping.add_argument("file", help="the backup")
        keeping.add_argument("--json", action="store_true", help="one JSON document")
        keeping.set_defaults(run=done)

    export = commands.add_parser("export", help="write the whole catalogue as JSON")
    export.set_defaults(run=_export)
    return parser


def _add_manifest(manifest: argparse.ArgumentParser) -> None:
    platforms = manifest.add_subparsers(required=True, metavar="PLATFORM")
    slack = platforms.add_parser("slack", help="the app manifest, to paste into a new Slack app")
    slack.add_argument("--url", help="the bot's public https address, for HTTP mode instead of Socket Mode")
    slack.set_defaults(run=_manifest_slack)
    discord = platforms.add_parser("discord", help="the links that invite the bot")
    discord.add_argument("--client-id", required=True, help="the Application ID, from the page General Information")
    discord.set_defaults(run=_manifest_discord)
    for platform in (slack, discord):
        platform.add_argument("--json", action="store_true", help="one JSON document")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"teapot {version('teapot-bot')}")
        parser.exit()


def _lookup(parsed: argparse.Namespace) -> int:
    if parsed.jsonl:
        from teapot import asking
        from teapot.catalogue import load
        from teapot.lookup import build_index, look_up

        index, unread = build_index(load()), list[str]()
        _write_lines(asking.hits_lines(lambda query: look_up(index, query), sys.stdin.buffer, unread))
        return _ended(unread)
    if not parsed.query:
        raise ConfigError(("lookup: say what to look up, as: teapot lookup 503",))
    with without_collecting():
        return _answer(parsed, " ".join(parsed.query))


def _answer(parsed: argparse.Namespace, query: str) -> int:
    from teapot import asking

    known, findings = _find(query)
    if parsed.json:
        _write_lines((asking.document(known, query, findings),))
    elif parsed.explain:
        _write_lines(asking.candidates(known, findings))
    else:
        from teapot.language import of_text
        from teapot.terminal import draw, screen_width

        language = parsed.language or of_text(query) or _terminal_language()
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        shown = asking.answer(known, findings, language)
        _write_lines((draw(shown, width=min(screen_width(os.environ), 100), colour=colour),))
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


def _scan(parsed: argparse.Namespace) -> int:
    from teapot import scanning, streams

    if parsed.jsonl:
        problems: list[str] = []
        _write_lines(scanning.mention_lines(streams.lines_of(parsed.file, problems), problems))
        return _ended(problems)
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
        _write_lines((scanning.document(counted.codes),))
    else:
        import shutil

        from teapot import catalogue

        columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        language = parsed.language or _terminal_language()
        _write_lines(scanning.table(counted.codes, catalogue.load(), language, columns=columns))
    ended = _ended(counted.problems)
    return EXIT_INTERRUPTED if interrupted else ended


def _ended(problems: Sequence[str]) -> int:
    """Say what could not be read, after all that could; gives the exit code."""
    if not problems:
        return 0
    _tell("teapot could not read all of it:", problems)
    return EXIT_USAGE


def _terminal_language() -> "Language":
    from teapot.language import of_locale

    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return of_locale(locale.partition(".")[0]) or "en"


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


def _run(_: argparse.Namespace) -> int:
    import asyncio

    with without_collecting():
        from teapot.runner import run
    asyncio.run(run(os.environ))
    return 0


def _doctor(parsed: argparse.Namespace) -> int:
    import asyncio

    from teapot import doctor

    diagnosis = asyncio.run(doctor.examine(os.environ))
    _write_lines((doctor.document(diagnosis),) if parsed.json else doctor.lines(diagnosis))
    return 0 if diagnosis.is_well() else EXIT_USAGE


def _manifest_slack(parsed: argparse.Namespace) -> int:
    from teapot import manifest
    from teapot.config import REMEDIES, Config, gather, read

    command = read(Config, gather(os.environ), REMEDIES).command
    _write_lines((manifest.slack_document(command, parsed.url, indent=0 if parsed.json else 2),))
    return 0


def _manifest_discord(parsed: argparse.Namespace) -> int:
    from teapot import manifest

    invitation = manifest.discord_invitation(parsed.client_id)
    _write_lines((manifest.discord_document(invitation),) if parsed.json else manifest.discord_lines(invitation))
    return 0


def _backup(parsed: argparse.Namespace) -> int:
    from teapot.backup import back_up

    return _with_store(parsed, back_up, "rows were written to")


def _restore(parsed: argparse.Namespace) -> int:
    from teapot.backup import restore

    return _with_store(parsed, restore, "rows were restored from")


def _with_store(parsed: argparse.Namespace, work: "Callable[[AsyncEngine, Path], Awaitable[int]]", told: str) -> int:
    import asyncio
    import json
    from pathlib import Path

    import structlog

    from teapot.backup import at_configured_store

    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    rows = asyncio.run(at_configured_store(os.environ, work, Path(parsed.file)))
    _write_lines((json.dumps({"rows": rows, "file": parsed.file}) if parsed.json else f"{rows} {told} {parsed.file}",))
    return 0


def _export(_: argparse.Namespace) -> int:
    from teapot import catalogue
    from teapot.exporting import export

    _write_lines((export(catalogue.load()),))
    return 0


def _write_lines(lines: Iterable[str]) -> None:
    """Raises ConfigError when they cannot be written, BrokenPipeError when nobody reads on."""
    if sys.stdout is None:
        raise ConfigError(("standard output is closed; let it lead somewhere",))
    write = sys.stdout.buffer.write
    try:
        for line in lines:
            write(line.encode("utf-8", "replace") + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _write_no_more()
        raise ConfigError((f"standard input or output failed ({error.strerror}); let it lead elsewhere",)) from error


def _write_no_more() -> None:
    """What is not yet written would be tried once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
