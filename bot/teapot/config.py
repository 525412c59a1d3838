"""Configuration: read once, from one mapping, every problem told at once with its remedy.

The mapping is the environment, over ``NAME_FILE`` secrets, over ``teapot.toml``. Each adapter reads its own part of it
with the same function, so that a stranger's adapter reports its problems beside ours.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct

from teapot.decision import AutoReply
from teapot.entries import Language
from teapot.problems import ConfigError

MAX_SECRET_BYTES = 65_536
Configured = TypeVar("Configured", bound=Struct)


class Secret(str):
    """A text that never shows itself in a repr, so that it reaches no log and no traceback by accident."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret(***)"


class Config(Struct, frozen=True, rename=lambda name: f"TEAPOT_{name.upper()}"):
    """What holds for the whole process. Fields are the environment's names without ``TEAPOT_``, in lower case."""

    database_url: str = ""
    host: str = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65535)] = 8418
    command: Annotated[str, Meta(pattern=r"^[a-z0-9_-]{1,32}$")] = "http"
    language: Language | None = None
    overlay: str | None = None
    auto_reply: AutoReply = "5xx"
    cooldown_seconds: Annotated[float, Meta(ge=0, le=86_400)] = 600.0
    replies_per_minute: Annotated[int, Meta(ge=0, le=600)] = 6
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"


REMEDIES = {
    "TEAPOT_PORT": "a number from 0 to 65535, as 8418",
    "TEAPOT_COMMAND": "1 to 32 of a-z, 0-9, - and _, as http",
    "TEAPOT_LANGUAGE": "en, zh-Hans or zh-Hant",
    "TEAPOT_AUTO_REPLY": "5xx, errors, all or off",
    "TEAPOT_COOLDOWN_SECONDS": "seconds from 0 to 86400, as 600",
    "TEAPOT_REPLIES_PER_MINUTE": "a number from 0 (no limit) to 600, as 6",
    "TEAPOT_LOG_LEVEL": "debug, info, warning or error",
    "TEAPOT_LOG_FORMAT": "text or json",
}


def gather(environ: Mapping[str, str]) -> Mapping[str, str]:
    """One mapping of names to values: the environment, ``NAME_FILE`` contents, and ``teapot.toml`` below them.

    Empty values count as absent. Raises ConfigError with a line for each file that cannot be read.
    """
    problems: list[str] = []
    values = _from_toml(Path(environ.get("TEAPOT_CONFIG") or "teapot.toml"), "TEAPOT_CONFIG" in environ, problems)
    for name, value in environ.items():
        base = name.removesuffix("_FILE")
        if base == name or not base.startswith(("TEAPOT_", "DISCORD_", "SLACK_")) or not value:
            continue
        if environ.get(base):
            problems.append(f"{name}: {base} is set as well; keep one of the two")
            continue
        try:
            secret = _read_secret(Path(value))
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
            problems.append(f"{name}: the file cannot be read ({reason}); check its path and its permissions")
        else:
            if secret:
                values[base] = secret
            else:
                problems.append(f"{name}: the file is empty; put the secret in it or leave {name} out")
    if problems:
        raise ConfigError(problems)
    values.update({name: value for name, value in environ.items() if value})
    return values


def read(kind: type[Configured], env: Mapping[str, str], remedies: Mapping[str, str]) -> Configured:
    """Fill a Struct whose field names are variables' names. Raises ConfigError with a line for each that does not fit.

    ``remedies`` says for a variable what is expected. No value is repeated in a message: it may be a secret.
    """
    problems: list[str] = []
    values: dict[str, object] = {}
    for field in msgspec.structs.fields(kind):
        name = field.encode_name
        if name in env:
            try:
                values[field.name] = msgspec.convert(env[name].strip(), field.type, strict=False, dec_hook=_construct)
            except msgspec.ValidationError:
                problems.append(f"{name}: not understood; expected {remedies.get(name, 'a text')}")
        elif field.required:
            problems.append(f"{name}: missing; expected {remedies.get(name, 'a text')}")
    if problems:
        raise ConfigError(problems)
    return kind(**values)


def known_databases(environ: Mapping[str, str]) -> Path:
    """The file in the user's state folder that remembers which databases held data."""
    return _state_folder(environ) / "known-databases"


def default_database(environ: Mapping[str, str]) -> str:
    """The SQLite file in the user's state folder (XDG Base Directory Specification)."""
    return f"sqlite:///{_state_folder(environ) / 'teapot.sqlite3'}"


def _state_folder(environ: Mapping[str, str]) -> Path:
    home = environ.get("XDG_STATE_HOME") or Path(environ.get("HOME") or Path.home(), ".local", "state")
    return Path(home, "teapot")


def _from_toml(file: Path, named: bool, problems: list[str]) -> dict[str, str]:
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if named:
            problems.append(f"TEAPOT_CONFIG: there is no file {file}")
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(f"{file}: {error}")
        return {}
    settings = {name: value for name, value in content.items() if not isinstance(value, dict | list)}
    return {
        name.upper(): str(value).lower() if isinstance(value, bool) else str(value) for name, value in settings.items()
    }


def _construct(kind: type, value: str) -> object:
    return kind(value)


def _read_secret(file: Path) -> str:
    with file.open(encoding="utf-8") as opened:
        return opened.read(MAX_SECRET_BYTES).strip()
