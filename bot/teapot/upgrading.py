"""The steps from the tables of an older Teapot to today's. Alembic is loaded only where there are steps to take."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def upgrade(connection: Connection) -> None:
    """Take every step that is missing, within the transaction."""
    with _steps() as settings:
        settings.attributes["connection"] = connection
        command.upgrade(settings, "head")


def revisions() -> tuple[str, ...]:
    """The revisions of the tables that this Teapot knows, the newest first."""
    with _steps() as settings:
        return tuple(step.revision for step in ScriptDirectory.from_config(settings).walk_revisions())


@contextmanager
def _steps() -> Iterator[AlembicConfig]:
    with as_file(files("teapot.migrations")) as folder:
        settings = AlembicConfig()
        settings.set_main_option("script_location", str(folder))
        settings.set_main_option("path_separator", "os")
        yield settings
