"""The command line. Each command imports only what its answer needs."""

import argparse
import atexit
import gc
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

from teapot import cli_asking, cli_operating
from teapot.cli_output import EXIT_INTERRUPTED, EXIT_USAGE, tell, write_no_more
from teapot.problems import ConfigError, TeapotError

HELP_COLUMNS = 80
LANGUAGES = ("en", "zh-Hans", "zh-Hant")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. The exit code is 0, 1 for "nothing found", 2 for wrong use or wrong configuration."""
    atexit.register(gc.freeze)  # what the process leaves behind is not searched for garbage: it ends sooner
    parsed = _parser().parse_args(argv)
    try:
        return int(parsed.run(parsed))
    except ConfigError as error:
        tell("teapot cannot do that:", error.problems)
        return EXIT_USAGE
    except TeapotError as error:
        print(f"teapot: {error}", file=sys.stderr)
        return EXIT_USAGE
    except BrokenPipeError:
        write_no_more()
        return 0
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


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
    lookup.set_defaults(run=cli_asking.lookup)

    scan = commands.add_parser("scan", help="find the status codes in text")
    scan.add_argument("--language", choices=LANGUAGES, help="language of the answer")
    scan.add_argument("file", nargs="*", help="files to read; standard input without any, or for -")
    form = scan.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON document")
    form.add_argument("--jsonl", action="store_true", help='read {"id", "text"} lines, write {"id", "mentions"} lines')
    scan.set_defaults(run=cli_asking.scan)

    run = commands.add_parser("run", help="start the bot: every platform that has tokens, else the playground")
    run.set_defaults(run=cli_operating.run)

    doctor = commands.add_parser("doctor", help="say what is set up wrong and how to mend it")
    doctor.add_argument("--json", action="store_true", help="one JSON document")
    doctor.set_defaults(run=cli_operating.doctor)

    _add_manifest(commands.add_parser("manifest", help="what Slack or Discord is told about the bot once"))

    for name, done, told in (
        ("backup", cli_operating.backup, "write everything in the database to one file, also while the bot runs"),
        ("restore", cli_operating.restore, "put a backup back in place of all that is in the database"),
    ):
        keeping = commands.add_parser(name, help=told)
        keeping.add_argument("file", help="the backup")
        keeping.add_argument("--json", action="store_true", help="one JSON document")
        keeping.set_defaults(run=done)

    export = commands.add_parser("export", help="write the whole catalogue as JSON")
    export.set_defaults(run=cli_asking.export)
    return parser


def _add_manifest(manifest: argparse.ArgumentParser) -> None:
    platforms = manifest.add_subparsers(required=True, metavar="PLATFORM")
    slack = platforms.add_parser("slack", help="the app manifest, to paste into a new Slack app")
    slack.add_argument("--url", help="the bot's public https address, for HTTP mode instead of Socket Mode")
    slack.set_defaults(run=cli_operating.manifest_slack)
    discord = platforms.add_parser("discord", help="the links that invite the bot")
    discord.add_argument("--client-id", required=True, help="the Application ID, from the page General Information")
    discord.set_defaults(run=cli_operating.manifest_discord)
    for platform in (slack, discord):
        platform.add_argument("--json", action="store_true", help="one JSON document")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"teapot {version('teapot-bot')}")
        parser.exit()
