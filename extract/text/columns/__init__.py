"""A text that keeps the columns of its pages, as 'pdftotext -layout' writes it -> its lines.

Such a text prints side by side what stands so on the page. It is laid out anew, each word at its
row and column, and goes the way of a PDF: gutters of white space tell what is read after what.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count, takewhile

from ...document import Line
from ...errors import Flattened
from ...layout import Layout, layouts
from ...markup import plain
from ...pdf.assemble import lines_of
from ...pdf.words.vocabulary import is_heading_text
from ...recognise import recognise
from ...words import Text
from .grid import Grid
from .kinds import Typed
from .laid import Measure, laid, small_print
from .listed import listed
from .running import with_margins
from .titled import headed, titled

# No page of print has more rows.
_ROWS = 400
_DO = ": the text keeps the page and not the order of reading; offer the PDF"
# What stands where is told surely if another measure of signs and rows tells the same.
_MEASURES = Measure(), Measure(sign=5.6, row=14.0)


def lines_in_columns(pages: Sequence[Sequence[str]]) -> tuple[list[Line], frozenset[int]]:
    """Return the lines of pages of printed rows, column by column, and the numbers of those whose
    order rows and signs do not surely tell.

    Lines have boxes by which they are read, and nobody sees those: no point of the page was told.
    Raises UnknownLayout, and Flattened where pages or words of headings are not told apart.
    """
    grids = [Grid.of(rows) for rows in pages]
    _refuse_long(grids)
    layout = recognise(_texts(grids), layouts())
    _refuse_wide(grids)
    typed = _typed(grids, layout)
    lines, others = (lines_of(laid(typed, measure), small_print) for measure in _MEASURES)
    return [replace(line, drawn=False) for line in lines], _unsure(lines, others)


def _unsure(lines: Sequence[Line], others: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are not the same, and on the same page, among others."""
    found: set[int] = set()
    for page in {line.page for line in lines}:
        here, there = ([line for line in each if line.page == page] for each in (lines, others))
        first = _alike(here, there)
        last = len(here) - _alike(here[first:][::-1], there[first:][::-1])
        found.update(line.number for line in here[first:last])
    return frozenset(found)


def _alike(lines: Iterable[Line], others: Iterable[Line]) -> int:
    """Return how many lines are the same from the first one on."""
    pairs = zip(lines, others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].text == pair[1].text, pairs))


def _refuse_long(grids: Sequence[Grid]) -> None:
    """Raise Flattened where a page has more rows than any print: several pages are one."""
    for page, grid in enumerate(grids, 1):
        if len(grid.rows) > _ROWS:
            raise Flattened(
                f"page {page} has {len(grid.rows)} rows: nothing tells where pages end{_DO}"
            )


def _refuse_wide(grids: Sequence[Grid]) -> None:
    """Raise Flattened where the words of a heading stand apart: large type takes so many columns.

    Words of titles are then no more one than cells of a table are.
    """
    for page, grid in enumerate(grids, 1):
        for row in grid.rows:
            words = " ".join(run.text for run in row)
            if len(row) > 1 and is_heading_text(words):
                raise Flattened(f"on page {page} the words of '{words}' stand in columns{_DO}")


def _texts(grids: Sequence[Grid]) -> list[Text]:
    """Return each run as a line of its own."""
    number = count(1)
    lines = [
        Line(next(number), page, run.text, gap=True)
        for page, grid in enumerate(grids, 1)
        for run in grid.runs
    ]
    return [Text.of(line, plain(line)) for line in lines]


def _typed(grids: Sequence[Grid], layout: Layout) -> list[Typed]:
    """Return pages with the kinds of their runs."""
    pages = [titled(headed(page), layout) for page in with_margins(grids, layout)]
    return listed(pages, layout)
