"""``teapot doctor``: what is set up wrong and how to mend it, found without starting anything.

It writes nothing that stays: no database is created or brought up to date, no platform is called.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from teapot.checks import Check, check_catalogue, check_database, check_overlay, check_picture, check_port
from teapot.config import REMEDIES, Config, default_database, gather, read
from teapot.problems import ConfigError
from teapot.runner import Chosen, set_up


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform that would start. ``variables`` are the names, never the values, that it was set up by.

    ``mode`` is what the adapter's function ``mode(config)`` says, empty when it has none.
    """

    name: str
    mode: str
    variables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All checks, and the platforms that would start; none while the configuration is not understood."""

    checks: tuple[Check, ...]
    platforms: tuple[Platform, ...]

    def is_well(self) -> bool:
        """Whether ``teapot run`` would start."""
        return not any(check.problems for check in self.checks)


async def examine(environ: Mapping[str, str]) -> Diagnosis:
    """Look at configuration, catalogue, database, port and the extras; about ten seconds at most. Shows no secret.

    Database and port are left out while the process's own variables are not understood.
    """
    platforms, configuration = _configuration(environ)
    checks = [configuration, check_catalogue(), check_picture()]
    config = _process(environ)
    if config is not None:
        checks.append(await check_database(config.database_url or default_database(environ)))
        checks.append(await check_port(config))
        if config.overlay:
            checks.append(check_overlay(config.overlay))
    return Diagnosis(tuple(checks), platforms)


def document(diagnosis: Diagnosis) -> str:
    """The findings as one JSON document."""
    whole = {
        "ok": diagnosis.is_well(),
        "platforms": diagnosis.platforms,
        "checks": [{"ok": not check.problems, **msgspec.to_builtins(check)} for check in diagnosis.checks],
    }
    return msgspec.json.encode(whole).decode()


def lines(diagnosis: Diagnosis) -> tuple[str, ...]:
    """The findings for people: a line for each part, one more for each problem, and what would start."""
    told: list[str] = []
    for check in diagnosis.checks:
        told.append(f"{'PROBLEM' if check.problems else 'ok':8} {check.part:14} {check.detail}".rstrip())
        told += (f"         - {problem}" for problem in check.problems)
    if not diagnosis.is_well():
        return (*told, "", "teapot run would not start; mend what is marked PROBLEM.")
    return (*told, "", "teapot run would start:", *(f"         {_told(platform)}" for platform in diagnosis.platforms))


def _told(platform: Platform) -> str:
    mode = f", {platform.mode}" if platform.mode else ""
    variables = f" (set: {', '.join(platform.variables)})" if platform.variables else ""
    return f"{platform.name}{mode}{variables}"


def _configuration(environ: Mapping[str, str]) -> tuple[tuple[Platform, ...], Check]:
    try:
        setup = set_up(environ)
    except ConfigError as error:
        return (), Check("configuration", problems=error.problems)
    env = gather(environ)
    platforms = tuple(_platform(one, env) for one in setup.chosen)
    return platforms, Check("configuration", "understood")


def _platform(chosen: Chosen, env: Mapping[str, str]) -> Platform:
    told = getattr(chosen.adapter, "mode", None)
    prefix = f"{chosen.name.upper()}_"
    variables = tuple(sorted(name for name in env if name.startswith(prefix) and not name.endswith("_FILE")))
    return Platform(chosen.name, str(told(chosen.config)) if told else "", variables)


def _process(environ: Mapping[str, str]) -> Config | None:
    """The process's own part of the configuration, which may be sound when an adapter's part is not."""
    try:
        return read(Config, gather(environ), REMEDIES)
    except ConfigError:
        return None
