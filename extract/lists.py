"""Lists of names and codes -> their items, each with its place."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import regex

from .markup import unmark
from .printed import Printed
from .records import Names
from .shapes import CODE_LIKE
from .words import Text, joined, without_bullet

# Berlin, Madrid; Rabat   but not inside brackets: (Hyderabad, Pakistan)
_COMMA = regex.compile(r"[,;](?![^()]*\))")
# Toronto and Valle de Aburra   Rabat & Tunis
_AND = regex.compile(r"\s+(?:and|&)\s+(?![^()]*\))", regex.I)
# ', and Rabat': what is left of the conjunction after the comma
_LEADING_AND = regex.compile(r"^(?:and|&)\s+", regex.I)
# 'Rabat.' but not 'D.C.'
_STOP = regex.compile(r"(?<!\b\p{Lu})[.:]+$")
# (METROPOLITAN AREA), on a line of its own
_BRACKET = regex.compile(r"^\(")
# a column of a table in plain text ends at a tab or at three spaces
_TAB = regex.compile(r"\t")
_WIDE = regex.compile(r" {3,}")
# L1M1D3, or what is left of it in a misprint: a letter and a digit twice at least
_DELIVERABLE = regex.compile(r"[A-Z]\S?\d{1,2}[A-Z]\d")
_CODE_PARTS = regex.compile(r"[\s,;/|]+|\band\b|&")


def names(texts: Sequence[Text], *, conjunction: bool = True) -> Names:
    """Return the names in the lines of a list.

    With a comma anywhere it is a running list, split at commas outside brackets and, with
    `conjunction`, at the last 'and'. Without one every line is an item, which may be torn, but
    a line that opens a bracket belongs to the line before.
    """
    if not texts:
        return Names()
    whole = joined([without_bullet(text) for text in texts])
    if _COMMA.search(whole.text):
        return Names(tuple(_running(whole, conjunction=conjunction)))
    if len(texts) == 1:
        return Names(tuple(_running(whole, conjunction=conjunction)))
    return Names(tuple(_cells(without_bullet(text).words for text in texts)), torn=True)


def columns(texts: Sequence[Text]) -> tuple[Names, ...]:
    """Return the names of a table, column by column, each from top to bottom.

    Cells are parted by tabs, or by three spaces or more, where any line has those; an empty cell
    before a tab counts. Without either every line is a cell of one column.
    """
    if any("\t" in text.text for text in texts):
        grid = [_tabbed(text) for text in texts]
    elif any(_WIDE.search(text.text) for text in texts):
        grid = _aligned(texts)
    else:
        grid = [[without_bullet(text).words] for text in texts]
    width = max((len(row) for row in grid), default=0)
    found = [_cells(row[at] for row in grid if at < len(row)) for at in range(width)]
    return tuple(Names(tuple(cells), torn=True) for cells in found if cells)


def codes(text: Text) -> list[Printed]:
    """Return the codes in a line of codes: parted by commas, white space or 'and'."""
    return [part.strip(".") for part in without_bullet(text).words.split(_CODE_PARTS)]


def is_code_line(text: Text) -> bool:
    """Tell whether a line holds nothing but codes, of which one at least is rightly printed."""
    parts = [part.text for part in codes(text)]
    if not parts or not all(CODE_LIKE.fullmatch(part) for part in parts):
        return False
    return any(_DELIVERABLE.search(part) for part in parts)


def _running(whole: Printed, *, conjunction: bool) -> Iterable[Printed]:
    items = whole.split(_COMMA)
    if conjunction and items:
        items[-1:] = items[-1].remove(_LEADING_AND).split(_AND)
    trimmed = (item.remove(_STOP).strip() for item in items)
    return [item for item in trimmed if item]


def _cells(items: Iterable[Printed]) -> list[Printed]:
    cells: list[Printed] = []
    for item in items:
        if not item:
            continue
        if cells and _BRACKET.match(item.text):
            cells[-1] = Printed.join([cells[-1], item])
        else:
            cells.append(item)
    return cells


def _tabbed(text: Text) -> list[Printed]:
    printed = Printed.of(text.line)
    edges = [-1, *(match.start() for match in _TAB.finditer(printed.text)), len(printed)]
    return [unmark(printed.cut(a + 1, b)) for a, b in itertools.pairwise(edges)]


def _aligned(texts: Sequence[Text]) -> list[list[Printed]]:
    """Return the cells of lines whose columns stand one under the other."""
    rows = [_wide_cells(text) for text in texts]
    starts: list[int] = []
    for start in sorted(start for row in rows for start, _ in row):
        if not starts or start - starts[-1] > 2:
            starts.append(start)
    grid = []
    for row in rows:
        cells = [Printed("", ())] * len(starts)
        for start, cell in row:
            at = min(range(len(starts)), key=lambda n, s=start: abs(starts[n] - s))  # type: ignore[misc]
            cells[at] = cell
        grid.append(cells)
    return grid


def _wide_cells(text: Text) -> list[tuple[int, Printed]]:
    printed = Printed.of(text.line)
    edges = [(0, 0), *(m.span() for m in _WIDE.finditer(printed.text)), (len(printed),) * 2]
    cells = []
    for (_, start), (end, _) in itertools.pairwise(edges):
        cell = printed.cut(start, end)
        left = len(cell.text) - len(cell.text.lstrip())
        if cell.text.strip():
            cells.append((start + left, unmark(cell)))
    return cells
