"""The three kinds of failure that are nobody's bug. Anything else that is raised is one.

TeapotError
|-- UsageError    the person who asked: told privately, in their language
|-- ConfigError   the operator: every problem at once, each with its remedy; the process ends with exit code 2
|-- StoreError    the database is away, locked or full: commands go on from the catalogue
"""

from collections.abc import Iterable


class TeapotError(Exception):
    """What Teapot raises on purpose."""


class UsageError(TeapotError):
    """What somebody asked for cannot be done; ``str()`` names the sentence that says so, ``values`` fill it."""

    def __init__(self, sentence: str, **values: object) -> None:
        self.values = values
        super().__init__(sentence)


class ConfigError(TeapotError):
    """What is set up wrong. ``problems`` holds one line each, saying what is wrong and how to mend it."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class StoreError(TeapotError):
    """The database did not do what was asked."""
