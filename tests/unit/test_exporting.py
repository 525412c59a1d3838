"""``teapot export``: the whole catalogue as one document that other tools can rely on."""

import json
from importlib.metadata import version

import msgspec
import pytest

from teapot import catalogue
from teapot.catalogue import Catalogue
from teapot.cli import main
from teapot.exporting import Export, export
from tests.registry import REGISTRY
from tests.texts import CATALOGUE


def test_an_export_reads_back_as_the_catalogue(known: Catalogue) -> None:
    read = msgspec.json.decode(export(known), type=Export)
    assert read.codes == known.codes
    assert read.classes == known.classes
    assert {pair.codes: pair for pair in read.versus} == known.versus
    assert read.vendors == known.vendors


def test_an_export_tells_its_version(known: Catalogue) -> None:
    assert json.loads(export(known))["version"] == version("teapot-bot")


def test_every_registered_code_is_in_an_export(known: Catalogue) -> None:
    assert {row[0] for row in REGISTRY} <= set(json.loads(export(known))["codes"])


@pytest.mark.parametrize("folder", ["codes", "classes"])
def test_every_file_is_in_an_export_in_the_order_of_names(known: Catalogue, folder: str) -> None:
    names = [path.name for path in (CATALOGUE / folder).glob("*.json")]
    assert list(json.loads(export(known))[folder]) == [name.removesuffix(".json") for name in sorted(names)]


def test_two_exports_are_the_same() -> None:
    assert export(catalogue.load()) == export(catalogue.load())


def test_an_export_keeps_chinese_readable(known: Catalogue) -> None:
    assert "服務無法使用" in export(known)


def test_the_command_writes_one_line_of_json(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export"]) == 0
    written = capsysbinary.readouterr().out
    assert written.count(b"\n") == 1
    assert json.loads(written)["codes"]["418"]["readings"][0]["phrase"] == "I'm a teapot"
