"""``python -m tests.bench [PART...]``: measure, print figures and ratios. Nothing here passes or fails by a time."""

import importlib
import sys

from tests.bench.figures import lines

PARTS = ("platforms", "mentions", "lookup", "counts", "growth")


def main(names: list[str]) -> int:
    """Run the named parts, or all. The exit code is 2 for a name that is none."""
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    for name in names or PARTS:
        for title, figures in importlib.import_module(f"tests.bench.{name}").measure():
            for line in lines(title, figures):
                print(line, flush=True)
    return 0


sys.exit(main(sys.argv[1:]))
