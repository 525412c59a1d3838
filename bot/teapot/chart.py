"""The picture of the counts: a PNG of stacked bars, one a day. Digits and codes are all that is written in it.

It is drawn by matplotlib, which the extra ``stats`` brings and nothing else here imports. The panel is opaque, so that
it reads the same on a light and on a dark page; all ink on it has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3).
"""

import logging
from importlib.util import find_spec
from io import BytesIO

from teapot.period import Period

PANEL, INK = "#FFFFFF", "#1F2937"
BARS, REST = ("#1D4ED8", "#B45309", "#047857", "#BE185D", "#6D28D9"), "#6B7280"
WIDTH, HEIGHT = 1200, 600
"""Pixels; a chat shows it at less than half of that, so the digits are large."""

DOTS_PER_INCH = 150
LETTERS, SMALL_LETTERS = 15.0, 13.5
MOST_DATES, MOST_LONG_DATES, MOST_STEPS = 8, 5, 5
SEPARATE_BARS, DATES_WITHOUT_YEAR = 62, 92
"""Days up to which bars stand apart, and up to which a date needs no year."""


def is_available() -> bool:
    """Whether the extra is installed."""
    return find_spec("matplotlib") is not None


def draw(period: Period) -> bytes:
    """The PNG for a period in which something was counted; takes a good second the first time, then about 0.2 s.

    Raises ImportError without the extra, and OSError where no folder at all can be written: matplotlib keeps a list of
    fonts. That it makes do with a temporary folder is nothing to warn of.
    """
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415  not at start: it is large
    from matplotlib.figure import Figure  # noqa: PLC0415
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    size = (WIDTH / DOTS_PER_INCH, HEIGHT / DOTS_PER_INCH)
    figure = Figure(figsize=size, dpi=DOTS_PER_INCH, facecolor=PANEL, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot(facecolor=PANEL)
    floor = [0] * period.days
    for label, colour, counts in _stacks(period):
        top = [below + count for below, count in zip(floor, counts, strict=True)]
        if period.days <= SEPARATE_BARS:
            axes.bar(
                range(period.days), counts, bottom=floor, color=colour, label=label, edgecolor=PANEL, linewidth=1.0
            )
        else:
            edges = [place - 0.5 for place in range(period.days + 1)]
            axes.stairs(top, edges, baseline=floor, fill=True, color=colour, label=label, antialiased=False)
        floor = top
    axes.set_xlim(-0.6, period.days - 0.4)
    axes.set_xticks(*_dates(period))
    axes.yaxis.set_major_locator(MaxNLocator(MOST_STEPS, integer=True))
    axes.set_ylim(0, max(max(floor) * 1.05, 1))
    axes.tick_params(colors=INK, labelsize=SMALL_LETTERS, length=0)
    axes.grid(visible=True, axis="y", color=INK, alpha=0.15)
    axes.set_axisbelow(True)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.spines["bottom"].set_color(INK)
    figure.legend(
        loc="outside upper left", ncols=len(BARS) + 1, frameon=False, fontsize=LETTERS, labelcolor=INK,
        handlelength=1.0, handletextpad=0.4, columnspacing=1.2,
    )  # fmt: skip
    png = BytesIO()
    figure.savefig(png, format="png", facecolor=PANEL, metadata={"Software": None}, pil_kwargs={"optimize": True})
    return png.getvalue()


def _stacks(period: Period) -> list[tuple[str, str, tuple[int, ...]]]:
    """Label, colour and counts of each layer, from the bottom; the last takes all codes that have none of their own."""
    named = zip(period.lines, BARS, period.daily, strict=False)
    stacks = [(line.code, colour, counts) for line, colour, counts in named]
    others = period.daily[len(BARS) :]
    if others:
        stacks.append((f"+{len(others)}", REST, tuple(map(sum, zip(*others, strict=True)))))
    return stacks


def _dates(period: Period) -> tuple[list[int], list[str]]:
    """Where dates are written, counted from the last day back, and what."""
    most, form = (MOST_DATES, "%m-%d") if period.days <= DATES_WITHOUT_YEAR else (MOST_LONG_DATES, "%Y-%m-%d")
    step = -(-period.days // most)
    places = list(range(period.days - 1, -1, -step))[::-1]
    first = period.first_day.toordinal()
    return places, [period.first_day.fromordinal(first + place).strftime(form) for place in places]
