"""The picture of the counts: what is in it, how large it is, and that it can be read."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from teapot import chart
from teapot.period import Period, Tallied, period_of

TODAY = 20_000
CODES = ("503", "502", "504", "500", "404", "429", "5xx", "418")


def period(days: int) -> Period:
    """Every code on every day, no day like another."""
    counts = [
        Tallied(TODAY - ago, code, "heard", 1 + (ago * 7 + at * 5) % 11)
        for ago in range(days)
        for at, code in enumerate(CODES)
    ]
    return period_of(counts, days, TODAY)


def luminance(colour: tuple[int, ...]) -> float:
    """WCAG 2.2, relative luminance."""
    red, green, blue = (one / 255 for one in colour[:3])
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: tuple[int, ...], second: tuple[int, ...]) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def rgb(name: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(name.removeprefix("#")))


@pytest.mark.parametrize("days", [1, 7, 30, 92, 365])
def test_a_picture_is_small(days: int) -> None:
    png = chart.draw(period(days))
    assert Image.open(BytesIO(png)).size == (chart.WIDTH, chart.HEIGHT)
    assert (chart.WIDTH <= 1200, len(png) < 100_000) == (True, True)


def test_the_panel_hides_what_is_behind_it() -> None:
    drawn = Image.open(BytesIO(chart.draw(period(7)))).convert("RGBA")
    assert drawn.getchannel("A").getextrema() == (255, 255)
    assert [drawn.getpixel(at) for at in ((0, 0), (1199, 0), (0, 599), (1199, 599))] == [(*rgb(chart.PANEL), 255)] * 4


@pytest.mark.parametrize("colour", [chart.INK, *chart.BARS, chart.REST])
def test_all_ink_stands_out_from_the_panel(colour: str) -> None:
    assert contrast(rgb(colour), rgb(chart.PANEL)) >= 4.5


def test_the_letters_are_drawn_in_that_ink() -> None:
    drawn = Image.open(BytesIO(chart.draw(period(7)))).convert("RGB")
    legend = drawn.crop((50, 0, 150, 60)).getcolors(10_000)
    assert legend is not None
    assert rgb(chart.INK) in {colour for _, colour in legend}


def test_five_codes_have_a_colour_and_the_rest_is_grey() -> None:
    drawn = Image.open(BytesIO(chart.draw(period(7)))).convert("RGB").getcolors(1_000_000)
    assert drawn is not None
    assert {rgb(one) for one in (*chart.BARS, chart.REST)} <= {colour for _, colour in drawn}


def test_few_codes_need_no_grey() -> None:
    counted = period_of([Tallied(TODAY, "503", "heard", 4)], 7, TODAY)
    drawn = Image.open(BytesIO(chart.draw(counted))).convert("RGB").getcolors(1_000_000)
    assert drawn is not None
    assert rgb(chart.REST) not in {colour for _, colour in drawn}


def test_nothing_loads_the_drawing_library_before_it_draws() -> None:
    asked = "import sys, teapot.runner, teapot.stats; print([name for name in sys.modules if 'matplotlib' in name])"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_home_that_cannot_be_written_is_nothing_to_warn_of(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be", encoding="utf-8")
    drawing = (
        "import logging; logging.basicConfig(level=logging.DEBUG)\n"
        "from tests.unit.test_chart import chart, period\n"
        "print(len(chart.draw(period(7))))"
    )
    home = str(tmp_path / "home")
    env = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
    env.pop("MPLCONFIGDIR", None)
    told = subprocess.run([sys.executable, "-c", drawing], capture_output=True, text=True, check=True, env=env)
    assert int(told.stdout) > 1000
    assert "matplotlib" not in told.stderr


def test_without_any_folder_to_write_it_says_so(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    nowhere.write_text("a file where a folder should be", encoding="utf-8")
    drawing = (
        "import tempfile\n"
        "from tests.unit.test_chart import chart, period\n"
        f"tempfile.tempdir = {str(nowhere)!r}\n"
        "try:\n    chart.draw(period(7))\nexcept OSError:\n    print('refused')"
    )
    home = str(nowhere)
    env = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
    env.pop("MPLCONFIGDIR", None)
    told = subprocess.run([sys.executable, "-c", drawing], capture_output=True, text=True, check=True, env=env)
    assert told.stdout.strip() == "refused"
