"""What an operator is given: the guide tells of every variable; image, compose files and unit agree with the code."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from importlib.metadata import PackageNotFoundError, entry_points, requires
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from teapot import config
from teapot.cli import main
from teapot.config import gather

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
GUIDE = (DEPLOY / "README.md").read_text("utf-8")
LOCKS = ("requirements.lock", "deploy/requirements.lock", "deploy/build.lock")
SECRETS = {"DISCORD_TOKEN", "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"}
FIXED_IN_THE_IMAGE = {"TEAPOT_CONFIG", "TEAPOT_HOST", "TEAPOT_PORT"}
DROP_INS = ("discord.conf", "slack.conf", "slack-http.conf")
COMPOSE_FILES = ("compose.yaml", "compose.discord.yaml", "compose.slack.yaml", "compose.slack-http.yaml")


def modules() -> Iterator[ModuleType]:
    """The modules that say which variables there are."""
    yield config
    for point in entry_points(group="teapot.adapters"):
        name = f"{point.module.rpartition('.')[0]}.config"
        yield import_module(name if find_spec(name) else point.module)


def variables() -> Mapping[str, object]:
    """Every variable that the code reads, with its default; NODEFAULT where it has none."""
    found: dict[str, object] = {"TEAPOT_CONFIG": "teapot.toml"}
    for module in modules():
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, Struct) and kind.__module__ == module.__name__:
                found |= {field.encode_name: field.default for field in fields(kind)}
    return found


def documented() -> Mapping[str, str]:
    """The guide's table: each variable's name and default, without the quotes of code."""
    section = GUIDE.partition("## Configuration")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.*?) ?\|", section, re.MULTILINE)
    return {name: default.strip("`") for name, default in rows}


def compose(name: str) -> Any:  # noqa: ANN401  it is YAML
    return yaml.safe_load((DEPLOY / name).read_text("utf-8"))


def pins(lock: str) -> Mapping[str, str]:
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE))


def unit(name: str) -> Mapping[str, list[str]]:
    """The settings of the section Service; a name may come many times."""
    settings: dict[str, list[str]] = {}
    service = (DEPLOY / name).read_text("utf-8").partition("[Service]\n")[2].partition("\n[")[0]
    for line in filter(None, service.splitlines()):
        key, _, value = line.partition("=")
        settings.setdefault(key, []).append(value)
    return settings


def test_the_guide_tells_of_every_variable_and_of_no_other() -> None:
    assert set(documented()) == set(variables())


@pytest.mark.parametrize(
    "name", sorted(name for name, default in variables().items() if isinstance(default, str | int))
)
def test_the_guide_tells_the_default(name: str) -> None:
    default = variables()[name]
    if name == "TEAPOT_DATABASE_URL":
        assert (default, documented()[name]) == ("", "a file in the state folder")
    else:
        assert documented()[name] == str(default)


@pytest.mark.parametrize("name", sorted(name for name, value in variables().items() if value in {None, NODEFAULT}))
def test_the_guide_tells_no_default_where_there_is_none(name: str) -> None:
    assert documented()[name] == ""


@pytest.mark.parametrize(
    "section", re.split(r"^##+ ", GUIDE, flags=re.MULTILINE)[1:], ids=lambda text: text.split("\n")[0]
)
def test_no_way_takes_more_than_five_steps(section: str) -> None:
    steps = [int(number) for number in re.findall(r"^(\d+)\. ", section, re.MULTILINE)]
    assert steps == list(range(1, len(steps) + 1))
    assert len(steps) <= 5


@pytest.mark.parametrize("way", ["Discord", "Slack", "Plain", "Compose", "Container", "systemd"])
def test_every_way_has_its_steps(way: str) -> None:
    assert re.search(rf"^## {way}\n(?:(?!##).*\n)*?1\. ", GUIDE, re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", GUIDE))
def test_a_file_that_the_guide_links_to_is_there(link: str) -> None:
    assert (DEPLOY / link).exists()


@pytest.mark.parametrize("anchor", re.findall(r"\]\(#([^)]+)\)", GUIDE))
def test_a_section_that_the_guide_links_to_is_there(anchor: str) -> None:
    assert anchor in {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.*)$", GUIDE, re.MULTILINE)}


@pytest.mark.parametrize("verb", sorted(set(re.findall(r"(?:`|/|teapot |')teapot ([a-z]+)", GUIDE))))
def test_a_command_that_the_guide_names_is_there(verb: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([verb, "--help"])
    assert ended.value.code == 0


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_locked_has_a_hash(lock: str) -> None:
    blocks = re.split(r"^(?=[a-z0-9])", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert blocks
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_address(lock: str) -> None:
    assert not re.search(r"://|--(?:extra-)?index|--find-links", (ROOT / lock).read_text("utf-8"))


@pytest.mark.parametrize("lock", LOCKS[1:])
def test_what_is_shipped_is_what_is_tested(lock: str) -> None:
    assert pins(lock).items() <= pins("requirements.lock").items()


def needs(name: str, extra: str) -> Iterator[Requirement]:
    """What a distribution asks for with an extra, on the oldest or on the newest Python; nothing if it is not here."""
    with suppress(PackageNotFoundError):
        for need in map(Requirement, requires(name) or ()):
            for version in ("3.11", "3.13"):
                environment = {"python_version": version, "python_full_version": f"{version}.0", "extra": extra}
                if need.marker is None or need.marker.evaluate(environment):
                    yield need


def test_the_image_gets_what_the_bot_needs_and_nothing_else() -> None:
    needed: set[str] = set()
    waiting = [("teapot-bot", extra) for extra in ("discord", "slack", "postgres", "stats")]
    seen: set[tuple[str, str]] = set()
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            for need in needs(*here):
                name = canonicalize_name(need.name)
                needed.add(name)
                waiting += [(name, extra) for extra in need.extras or {""}]
    assert set(pins("deploy/requirements.lock")) == needed


def test_the_image_runs_as_a_user_without_rights() -> None:
    stage = (DEPLOY / "Dockerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    assert re.findall(r"^USER (.*)$", stage, re.MULTILINE) == ["10001:10001"]


def test_the_images_last_stage_installs_nothing() -> None:
    stage = (DEPLOY / "Dockerfile").read_text("utf-8").rpartition("\nFROM ")[2]
    assert not re.search(r"\b(?:apt|apt-get|pip|gcc|make)\b", stage)


@pytest.mark.parametrize("name", ["deploy/Dockerfile", "deploy/compose.yaml", ".ci/run", "Makefile"])
def test_no_registry_is_named(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert re.findall(r"https?://(?!127\.0\.0\.1)\S+|\b[\w-]+\.(?:io|org|com)/", text) == []


def test_compose_passes_every_variable_that_is_no_secret() -> None:
    passed = {name for file in COMPOSE_FILES for name in compose(file)["services"]["teapot"]["environment"]}
    assert {name for name in passed if not name.endswith("_FILE")} == set(variables()) - SECRETS - FIXED_IN_THE_IMAGE


@pytest.mark.parametrize("name", COMPOSE_FILES[1:])
def test_compose_gives_secrets_as_files_alone(name: str) -> None:
    whole = compose(name)
    service = whole["services"]["teapot"]
    given = {variable: path for variable, path in service["environment"].items() if path}
    assert given == {f"{secret.upper()}_FILE": f"/run/secrets/{secret}" for secret in service["secrets"]}
    assert whole["secrets"] == {secret: {"file": f"secrets/{secret}"} for secret in service["secrets"]}
    assert {secret.upper() for secret in service["secrets"]} <= SECRETS


def test_compose_takes_away_what_the_bot_does_not_need() -> None:
    service = compose("compose.yaml")["services"]["teapot"]
    taken = {name: service[name] for name in ("read_only", "cap_drop", "security_opt")}
    assert taken == {"read_only": True, "cap_drop": ["ALL"], "security_opt": ["no-new-privileges:true"]}
    assert service["ports"] == ["127.0.0.1:8418:8418"]


def test_the_guide_says_the_same_to_a_plain_container() -> None:
    steps = GUIDE.partition("## Container")[2].partition("\n## ")[0]
    for option in ("--read-only", "--cap-drop ALL", "--security-opt no-new-privileges", "--restart unless-stopped"):
        assert option in steps


@pytest.mark.parametrize("name", DROP_INS)
def test_the_unit_gives_secrets_as_credentials_alone(name: str) -> None:
    settings = unit(f"teapot.service.d/{name}")
    secrets = [credential.partition(":")[0] for credential in settings["LoadCredential"]]
    assert settings["LoadCredential"] == [f"{secret}:/etc/teapot/{secret}" for secret in secrets]
    assert settings["Environment"] == [f"{secret.upper()}_FILE=%d/{secret}" for secret in secrets]
    assert {secret.upper() for secret in secrets} <= SECRETS


def test_every_secret_has_its_credential() -> None:
    loaded = {
        line.partition(":")[0].upper()
        for name in DROP_INS
        for line in unit(f"teapot.service.d/{name}")["LoadCredential"]
    }
    assert loaded == SECRETS


def test_the_unit_does_not_start_again_what_is_set_up_wrong() -> None:
    settings = unit("teapot.service")
    assert (settings["Restart"], settings["RestartPreventExitStatus"]) == (["on-failure"], ["2 243"])


def test_the_units_variables_are_the_bots() -> None:
    (given,) = unit("teapot.service")["Environment"]
    assert {name.partition("=")[0] for name in given.split()} - set(variables()) == {
        "HOME",
        "OPENBLAS_NUM_THREADS",
        "XDG_STATE_HOME",
    }


def test_every_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hunter2\n")
    given = gather({f"{name}_FILE": str(tmp_path / "secret") for name in SECRETS})
    assert {name: given[name] for name in SECRETS} == dict.fromkeys(SECRETS, "hunter2")


def test_ci_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
