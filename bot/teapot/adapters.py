"""The one door through which platforms come in: the entry-point group ``teapot.adapters``, ours as anyone's."""

from collections.abc import Mapping, Sequence
from importlib.metadata import entry_points
from typing import Any, Protocol, cast

from teapot.bot import Teapot
from teapot.card import Reply
from teapot.config import Config
from teapot.problems import ConfigError

GROUP = "teapot.adapters"


class Adapter(Protocol):
    """What a module named in the group offers.

    ``only_when_alone`` is True for an adapter that runs only if no other is configured.
    """

    only_when_alone: bool

    def read_config(self, env: Mapping[str, str]) -> object | None:
        """The adapter's configuration; None when none of its variables is set. Raises ConfigError with all problems."""

    async def run(self, teapot: Teapot, config: object) -> None:
        """Serve until cancelled. Raises ConfigError when the platform refuses the configuration."""

    def routes(self, teapot: Teapot, config: object) -> Sequence[Any]:
        """The adapter's pages on the one HTTP port, as aiohttp route definitions; usually none."""

    def preview(self, reply: Reply) -> Mapping[str, Any]:
        """The message body it would send for a reply, as the platform's own JSON; no connection needed."""


class Server(Protocol):
    """What the entry point ``teapot.server`` offers: the HTTP port."""

    async def serve(self, teapot: Teapot, config: Config, routes: Sequence[Any]) -> None:
        """Serve the routes, ``/healthz`` and ``/readyz`` until cancelled. Raises ConfigError when the port is taken."""


def names() -> tuple[str, ...]:
    """The adapters that are installed, in alphabetical order."""
    return tuple(sorted(point.name for point in entry_points(group=GROUP)))


def load(name: str) -> Adapter:
    """The adapter of that name. Raises ConfigError when there is not exactly one, or a library of its is missing."""
    return cast(Adapter, _load(GROUP, name))


def load_server() -> Server:
    """The HTTP port's module. Raises ConfigError when it is not installed."""
    return cast(Server, _load("teapot.server", "http"))


def _load(group: str, name: str) -> object:
    found = tuple(entry_points(group=group, name=name))
    if len(found) != 1:
        raise ConfigError((f"{len(found)} packages offer the adapter {name!r}; exactly one must be installed",))
    try:
        return found[0].load()
    except ModuleNotFoundError as error:
        raise ConfigError((f"adapter {name}: {error.name} is missing; install teapot-bot[{name}]",)) from error
