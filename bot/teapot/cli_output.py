"""What a command writes, and the code it ends with."""

import os
import sys
from collections.abc import Iterable, Sequence

from teapot.problems import ConfigError

EXIT_USAGE = 2
EXIT_INTERRUPTED = 130


def tell(head: str, problems: Iterable[str]) -> None:
    """Say on standard error what is wrong, a line for each problem."""
    print(head, file=sys.stderr)
    for problem in problems:
        print(f"  - {problem}", file=sys.stderr)


def ended(problems: Sequence[str]) -> int:
    """Say what could not be read, after all that could; gives the exit code."""
    if not problems:
        return 0
    tell("teapot could not read all of it:", problems)
    return EXIT_USAGE


def write_lines(lines: Iterable[str]) -> None:
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
        write_no_more()
        raise ConfigError((f"standard input or output failed ({error.strerror}); let it lead elsewhere",)) from error


def write_no_more() -> None:
    """What is not yet written would be tried once more at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
