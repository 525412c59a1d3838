"""The operator's commands: run, doctor, manifest, backup, restore. Each imports only what it needs."""

import argparse
import os
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from teapot.cli_output import EXIT_USAGE, write_lines
from teapot.garbage import without_collecting

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine


def run(_: argparse.Namespace) -> int:
    """Start the bot, until it is told to end."""
    import asyncio

    with without_collecting():
        from teapot import runner
    asyncio.run(runner.run(os.environ))
    return 0


def doctor(parsed: argparse.Namespace) -> int:
    """Say what is set up wrong: 0 where all is well."""
    import asyncio

    from teapot import doctor

    diagnosis = asyncio.run(doctor.examine(os.environ))
    write_lines((doctor.document(diagnosis),) if parsed.json else doctor.lines(diagnosis))
    return 0 if diagnosis.is_well() else EXIT_USAGE


def manifest_slack(parsed: argparse.Namespace) -> int:
    """Write the manifest of the Slack app."""
    from teapot import manifest
    from teapot.config import REMEDIES, Config, gather, read

    command = read(Config, gather(os.environ), REMEDIES).command
    write_lines((manifest.slack_document(command, parsed.url, indent=0 if parsed.json else 2),))
    return 0


def manifest_discord(parsed: argparse.Namespace) -> int:
    """Write the links that invite the bot to Discord."""
    from teapot import manifest

    invitation = manifest.discord_invitation(parsed.client_id)
    write_lines((manifest.discord_document(invitation),) if parsed.json else manifest.discord_lines(invitation))
    return 0


def backup(parsed: argparse.Namespace) -> int:
    """Write everything in the database to a file."""
    from teapot.backup import back_up

    return _with_store(parsed, back_up, "rows were written to")


def restore(parsed: argparse.Namespace) -> int:
    """Put a backup back in place of all that is in the database."""
    from teapot import backup

    return _with_store(parsed, backup.restore, "rows were restored from")


def _with_store(parsed: argparse.Namespace, work: "Callable[[AsyncEngine, Path], Awaitable[int]]", told: str) -> int:
    import asyncio
    import json
    from pathlib import Path

    import structlog

    from teapot.backup import at_configured_store

    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    rows = asyncio.run(at_configured_store(os.environ, work, Path(parsed.file)))
    write_lines((json.dumps({"rows": rows, "file": parsed.file}) if parsed.json else f"{rows} {told} {parsed.file}",))
    return 0
