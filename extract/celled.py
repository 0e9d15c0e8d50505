"""The head of a table with a row for each activity, and the cells of lines under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from .document import Line
from .layout import FIELDS, Layout
from .markup import unmark
from .printed import Printed
from .tables import column_of, has_cells
from .words import Text

# | Night buses | 3 July |   Night buses | 3 July   but no '\|'
_BAR = regex.compile(r"\s*(?<!\\)\|\s*")
_TAB = regex.compile(r"\t")
# Activity   Date   Place: where columns begin that stand one under the other
_START = regex.compile(r"(?:^\s*|\s{2,})(?=\S)")
_APART = "  "
# Berlin<br>Rabat   the lines of one cell
_BREAK = regex.compile(r"<br\s*/?>", regex.I)

# What a row must have.
TITLE, DATE = "title", "date"

Cell = tuple[Text, ...]  # in its lines; an empty one has none


@dataclass(frozen=True, slots=True)
class Head:
    """The line that names the columns: what they are called, and what they hold, '' if not known.

    `sign` parts the cells of lines under it; without one they begin at `starts`.
    """

    text: Text
    names: tuple[Printed, ...]
    kinds: tuple[str, ...]
    sign: regex.Pattern[str] | None
    starts: tuple[int, ...]

    def cell(self, cells: Sequence[Cell], kind: str) -> Cell:
        """Return the cell in the column of a kind; an empty one where there is none such."""
        return cells[self.kinds.index(kind)] if cells and kind in self.kinds else ()


def head_of(text: Text, layout: Layout) -> Head | None:
    """Return the head that a line is: names of columns, one of them of the title, one of the date.

    The layout may not know what the others hold; two that hold the same make it none.
    """
    if not (has_cells(text) or "|" in text.text):
        return None
    whole = Printed.of(text.line)
    sign = _sign(whole.text)
    starts = () if sign else tuple(match.end() for match in _START.finditer(whole.text))
    parts = _parted(whole, sign) if sign else _cut(whole, starts)
    names = tuple(_unmarked(part, text.line) for part in parts)
    kinds = tuple(column_of(name, layout) for name in names)
    once = all(kinds.count(kind) <= 1 for kind in (TITLE, DATE, *FIELDS))
    return Head(text, names, kinds, sign, starts) if once and {TITLE, DATE} <= {*kinds} else None


def cells_under(head: Head, text: Text) -> tuple[Cell, ...]:
    """Return the cells of a line by the columns of its table; none of a line that has not as many.

    Empty ones at its end may be left out. Where columns stand one under the other, two spaces at
    least stand before each cell, and none runs over the beginning of the next.
    """
    whole = Printed.of(text.line)
    if head.sign is None:
        parts = _cut(whole, head.starts) if _is_aligned(whole.text, head.starts) else []
    else:
        parts = _parted(whole, head.sign) if head.sign.search(whole.text) else []
    if not parts or len(parts) > len(head.kinds):
        return ()
    found = [tuple(_lines(part, text)) for part in parts]
    return (*found, *[()] * (len(head.kinds) - len(found)))


def _sign(words: str) -> regex.Pattern[str] | None:
    if words.lstrip()[:1] == "|":
        return _BAR
    return next((sign for sign in (_TAB, _BAR) if sign.search(words)), None)


def _parted(whole: Printed, sign: regex.Pattern[str]) -> list[Printed]:
    """Return what stands between signs; bars stand at the outer sides of a line, too."""
    cuts = [match.span() for match in sign.finditer(whole.text)]
    edges = [(0, 0), *cuts, (len(whole),) * 2]
    parts = [whole.cut(start, end) for (_, start), (end, _) in pairwise(edges)]
    outer = sign is _BAR
    first = outer and not parts[0].text.strip()
    last = outer and len(parts) > 1 and not parts[-1].text.strip()
    return parts[first : len(parts) - last]


def _cut(whole: Printed, starts: Sequence[int]) -> list[Printed]:
    return [
        whole.cut(start, end) for start, end in pairwise([*starts, max(len(whole), starts[-1])])
    ]


def _is_aligned(words: str, starts: Sequence[int]) -> bool:
    before = [words[max(start - 2, 0) : start] for start in starts if start < len(words)]
    filled = [not words[start].isspace() for start in starts if start < len(words)]
    apart = all(
        not gap[-1:].strip() and (gap == _APART or not is_filled)
        for gap, is_filled in zip(before[1:], filled[1:], strict=True)
    )
    return apart and bool(words.strip()) and not words[: starts[0]].strip()


def _lines(cell: Printed, text: Text) -> Iterator[Text]:
    """Yield the lines of a cell that are not empty."""
    for part in cell.split(_BREAK) if "<" in cell.text else _rows(cell, text.line):
        words = _unmarked(part, text.line)
        if words:
            yield replace(Text.of(text.line, words), gap=False)


def _rows(cell: Printed, line: Line) -> list[Printed]:
    """Return the lines of a cell of a PDF, where a row of a table is one line; else the cell."""
    if not line.words or not cell.pieces:
        return [cell]
    first = cell.pieces[0].start
    at, edges = 0, [0]
    for above, word in pairwise(line.words):
        at += len(above.text) + 1
        is_below = word.y0 > (above.y0 + above.y1) / 2 and word.x0 <= above.x0
        if first < at < first + len(cell) and is_below:
            edges.append(at - first)
    return [cell.cut(start, stop) for start, stop in pairwise([*edges, len(cell)])]


def _unmarked(part: Printed, line: Line) -> Printed:
    return unmark(part, markdown=line.box is None)
