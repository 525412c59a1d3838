"""``python -m teapot`` is the command ``teapot``."""

import sys

from teapot.cli import main

sys.exit(main())
