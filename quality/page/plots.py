"""Plots as SVG that takes its colours from the page: for print, for dark mode, without a script."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING
from warnings import catch_warnings, filterwarnings

from ..printable import shorten
from .series import Series

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Colours that stand for those of the style sheet; the plot never shows them.
_INK, _GRID = "#010101", "#020202"
_PARTS: Mapping[str, str] = {
    "L1": "#030101",
    "L2": "#030102",
    "L3": "#030103",
    "activated": "#030101",
    "not activated": "#030104",
    "error": "#030105",
    "warning": "#030106",
    "note": "#030107",
    "record": "#030101",
    "heading": "#030102",
    "label": "#030103",
    "furniture": "#030104",
    "caption": "#030106",
    "unclaimed": "#030105",
}
_OTHER = "#030108"
_VARIABLES: Mapping[str, str] = {
    _INK: "ink",
    _GRID: "rule",
    "#030101": "plot-1",
    "#030102": "plot-2",
    "#030103": "plot-3",
    "#030104": "plot-4",
    "#030105": "error",
    "#030106": "warning",
    "#030107": "note",
    "#030108": "plot-5",
}
_WIDTH, _BAR, _FRAME = 7.2, 0.26, 1.1  # inches
_LONGEST, _NAME = 50, 24  # characters of a label, and of a name in the legend
_LEGEND = 84  # characters in a line of the legend
_LEGIBLE = 0.045  # of the longest bar: a narrower part has no number in it
_STYLE: Mapping[str, object] = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "text.color": _INK,
    "axes.labelcolor": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
    "font.size": 9,
}
# <?xml ...?><!DOCTYPE ...><metadata>...</metadata><style ...>*{...}</style>
_PROLOGUE = re.compile(r"^.*?(?=<svg)", re.DOTALL)
_UNWANTED = re.compile(r"<!--.*?-->|<metadata>.*?</metadata>|<style[^>]*>.*?</style>", re.DOTALL)
_SIZE = re.compile(r'(<svg[^>]*?) width="[^"]*"| height="[\d.]+pt"')
_COLOUR = re.compile(r"#0[123]0[12]0\d")


@cache
def can_plot() -> bool:
    """Tell whether the plotting library is here: it comes with `pip install metroledger[page]`."""
    return find_spec("matplotlib") is not None


def plot(series: Series) -> str | None:
    """Return stacked bars as SVG, None when there is nothing to draw or nothing to draw with."""
    if not series.labels or not any(series.totals) or not can_plot():
        return None
    # A home that cannot be written, as those of services, is no matter for whoever reads the page.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    from matplotlib import rc_context, rcdefaults, rcParams

    with rc_context(), catch_warnings():
        rcdefaults()  # not what is set on this machine
        rcParams.update(_STYLE, **{"svg.hashsalt": series.title})
        # The browser writes the text, and has the letters that the font here lacks.
        filterwarnings("ignore", message="Glyph")
        return _of_the_page(_svg(_drawn(series)), series.title)


def _drawn(series: Series) -> Figure:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH, _FRAME + _BAR * len(series.labels)), layout="constrained")
    axes = figure.add_subplot()
    longest = max(series.totals)
    at = range(len(series.labels))
    axes.set_yticks(at, [shorten(label, _LONGEST) for label in series.labels])
    start = [0] * len(series.labels)
    for name, values in series.parts.items():
        bars = [(y, left, value) for y, left, value in zip(at, start, values, strict=True) if value]
        if bars:
            rows, lefts, widths = zip(*bars, strict=True)
            axes.barh(
                rows, widths, left=lefts, height=0.72, label=shorten(name, _NAME),
                color=_PARTS.get(name, _OTHER), edgecolor="none",
            )  # fmt: skip
        for y, left, value in bars:
            if value > _LEGIBLE * longest:
                axes.text(
                    left + value / 2, y, str(value), ha="center", va="center",
                    color="#ffffff", fontsize=8,
                )  # fmt: skip
        start = [a + b for a, b in zip(start, values, strict=True)]
    _dress(axes, start)
    return figure


def _dress(axes: Axes, totals: Sequence[int]) -> None:
    from matplotlib.ticker import MaxNLocator

    axes.invert_yaxis()
    axes.set_axisbelow(True)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    axes.grid(axis="x", color=_GRID, linewidth=0.6)
    axes.tick_params(length=0)
    axes.set_ylim(len(totals) - 0.4, -0.6)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.patch.set_visible(False)
    axes.figure.patch.set_visible(False)
    names = axes.get_legend_handles_labels()[1]
    columns = _LEGEND // (max(map(len, names)) + 4)
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1), ncols=columns, frameon=False, borderaxespad=0.2,
        handlelength=1, handleheight=1, columnspacing=1.4,
    )  # fmt: skip


def _svg(figure: Figure) -> str:
    written = io.StringIO()
    figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None})
    return written.getvalue()


def _of_the_page(svg: str, name: str) -> str:
    """Return the SVG without what is global in a page, its colours named, its size left open."""
    found = _UNWANTED.sub("", _PROLOGUE.sub("", svg))
    found = _SIZE.sub(lambda match: match[1] or "", found)
    found = _COLOUR.sub(lambda match: f"var(--{_VARIABLES[match[0]]})", found)
    found = found.replace("#ffffff", "var(--on-plot)")
    prefix = re.sub(r"\W+", "-", name.lower())
    found = re.sub(r'\bid="', f'id="{prefix}-', found)
    found = re.sub(r'(href="#|url\(#)', rf"\1{prefix}-", found)
    return found.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
