"""The command line in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SECONDS = 60


def teapot(
    *words: str, stdin: str = "", env: Mapping[str, str] | None = None, folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run it to its end, without the settings of whoever runs the tests."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("TEAPOT", "DISCORD", "SLACK"))}
    return subprocess.run(
        [sys.executable, "-m", "teapot", *words],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        cwd=folder,
        env=clean | {"LC_ALL": "C.UTF-8"} | dict(env or {}),
    )
