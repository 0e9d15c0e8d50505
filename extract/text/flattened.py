"""Texts made from a PDF by a converter that kept no order of reading are refused."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import regex

from ..document import Line
from ..errors import Flattened

# So many pages or lines without a blank line between two lines are no report as it was written.
_PAGES = 3
_UNBROKEN = 60
# Prose beside prose: three words or more, three spaces or more, three words or more.
_BESIDE = regex.compile(r"(?:\S+ ){2,}\S+ {3,}(?:\S+ ){2,}\S")
# Any two columns side by side.
_WIDE = regex.compile(r"\S {3,}\S")
# Prose after any white space, and how far apart two columns of it begin at least.
_FIRST = regex.compile(r"\s*\S(?=\S* \S+ \S+ \S)")
_TURN = 20
# Shares of the lines, those that come again counted once: a report with a table or two has half of
# the second and next to nothing of the first. Fewer lines tell nothing.
_LINES = 8
_MUCH_PROSE = 0.03
_MUCH_WIDE = 0.15


def refuse_flattened(lines: Sequence[Line]) -> None:
    """Raise Flattened where nothing parts paragraphs.

    Read line by line such a text would give wrong rows, and nothing in it tells the right ones.
    """
    inside = [below for above, below in itertools.pairwise(lines) if above.page == below.page]
    is_long = len(lines) >= _UNBROKEN or (lines and lines[-1].page >= _PAGES)
    if is_long and not any(line.gap for line in inside):
        raise Flattened(
            "no blank line parts its paragraphs: the text was drawn from a PDF without its white "
            "space; offer the PDF"
        )


def keeps_columns(lines: Sequence[Line]) -> bool:
    """Tell whether columns of prose stand side by side: the text keeps the page.

    They stand in one row, or take turns where each line has a row of its own.
    """
    rows = [line.text.expandtabs() for line in lines]
    wide = {row for row in rows if _WIDE.search(row)}
    beside = sum(bool(_BESIDE.search(text)) for text in wide)
    least = max(_LINES, _MUCH_PROSE * len(lines))
    if len(wide) > _MUCH_WIDE * len(lines) and beside >= least:
        return True
    return sum(map(_take_turns, rows, rows[1:], rows[2:])) >= least


def _take_turns(above: str, row: str, below: str) -> bool:
    """Tell whether prose stands between two rows of prose, further left or right."""
    edges = [_FIRST.match(each) for each in (above, row, below)]
    first, middle, last = (edge.end() - 1 if edge else 0 for edge in edges)
    return all(edges) and first == last and abs(middle - first) >= _TURN
