"""Lines whose cells stand in columns: parted by tabs, wide spaces, or the bars of Markdown."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence

import regex

from .document import Role
from .fold import fold
from .layout import Layout
from .markup import unmark
from .printed import Printed
from .words import Account, Text, without_bullet

_TAB = regex.compile(r"\t")
# Columns that stand one under the other are three spaces apart.
_APART = 3
_WIDE = regex.compile(rf" {{{_APART},}}")
_SPACES = regex.compile(r" {2,}")
# In one line, or where every line has as many cells, two are enough.
_DOUBLE = regex.compile(r"(?<=\S)(?:\t| {2,})(?=\S)")
_NOTHING = Printed("", ())
# What may stand between a tab and the words behind it.
_MARKUP = " \t*_[>\u200e\u200f"


def cells(text: Text) -> list[Printed]:
    """Return the cells of one line, of which none is empty; one cell where nothing parts it."""
    return text.words.split(_DOUBLE) if has_cells(text) else [text.words]


def grid(texts: Sequence[Text]) -> list[list[Printed]]:
    """Return the cells of lines, row by row; what stands in no column is a row of one cell.

    Cells are parted by tabs, or by three spaces or more, where any line has those; an empty cell
    before a tab counts. Two spaces part them where two lines at least have as many cells, and only
    the last may have fewer.
    """
    if any("\t" in text.text or _empty_before(text) for text in texts):
        return [_tabbed(text) for text in texts]
    if not any(map(has_cells, texts)):
        return [[without_bullet(text).words] for text in texts]
    if any(_WIDE.search(text.text) for text in texts):
        return _aligned(texts)
    found = [cells(without_bullet(text)) for text in texts]
    width = max(map(len, found), default=0)
    full = [row for row in found if len(row) == width]
    if width > 1 and len(full) > 1 and all(len(row) == width for row in found[:-1]):
        return found
    return [[without_bullet(text).words] for text in texts]


def columns(texts: Sequence[Text]) -> list[list[Printed]]:
    """Return the cells of lines column by column, each from top to bottom, without empty ones."""
    rows = grid(texts)
    width = max(map(len, rows), default=0)
    found = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(width)]
    return [column for column in found if column]


def header(text: Text, layout: Layout) -> list[str]:
    """Return what a table's first row says of its columns, nothing unless the layout knows all.

    It is the name of a field, or what the layout calls such a column.
    """
    if not has_cells(text):
        return []
    found = [column_of(cell, layout) for cell in cells(text)]
    return found if len(found) > 1 and all(found) else []


def column_of(name: Printed, layout: Layout) -> str:
    """Return what a column of that name holds: a field, or what the layout calls it, else ''."""
    words = fold(name.text)
    return layout.labels.get(words) or layout.columns.get(words, "")


def row(text: Text, head: Sequence[str]) -> dict[str, Printed]:
    """Return the cells of a line by their columns; none where it has not as many as the header."""
    if not head:
        return {}
    found = _tabbed(text) if "\t" in text.text else cells(text)
    return dict(zip(head, found, strict=True)) if len(found) == len(head) else {}


def under_headers(
    texts: Iterable[Text], layout: Layout, account: Account
) -> Iterator[tuple[Text, dict[str, Printed]]]:
    """Yield lines, each with its cells by the columns of the table that it stands in, if in one.

    The first rows of tables, which name the columns, are labels.
    """
    head: list[str] = []
    for text in texts:
        found = header(text, layout)
        if found:
            head = found
            account.mark(Role.LABEL, text)
        else:
            yield text, row(text, head)


def has_cells(text: Text) -> bool:
    """Tell whether a line may stand in columns."""
    words = text.words.text
    return "\t" in words or "  " in words


def _tabbed(text: Text) -> list[Printed]:
    words = text.words
    edges = [-1, *(match.start() for match in _TAB.finditer(words.text)), len(words)]
    found = [words.cut(a + 1, b).strip() for a, b in itertools.pairwise(edges)]
    return [_NOTHING] * _empty_before(text) + found


def _empty_before(text: Text) -> int:
    """Return how many empty cells stand before the words: tabs that begin their line."""
    start = text.words.pieces[0].start if text.words else 0
    before = text.line.text[:start]
    return before.count("\t") if before and not before.strip(_MARKUP) else 0


def _aligned(texts: Sequence[Text]) -> list[list[Printed]]:
    """Return the cells of lines whose columns stand one under the other."""
    exact = {start for text in texts for start, _ in _wide_cells(text)}
    rows = [_wide_cells(text, exact) for text in texts]
    starts: list[int] = []
    for start in sorted(start for row in rows for start, _ in row):
        if not starts or start - starts[-1] > 2:
            starts.append(start)
    grid = []
    for row in rows:
        cells = [_NOTHING] * len(starts)
        for start, cell in row:
            at = min(range(len(starts)), key=lambda n, s=start: abs(starts[n] - s))  # type: ignore[misc]
            cells[at] = cell
        grid.append(cells)
    return grid


def _wide_cells(text: Text, starts: Collection[int] = ()) -> list[tuple[int, Printed]]:
    """Return the cells of a line, each with where it begins.

    Two spaces part cells where one begins behind them in another line, too.
    """
    printed = Printed.of(text.line)
    gaps = (m.span() for m in _SPACES.finditer(printed.text))
    wide = [(a, b) for a, b in gaps if b - a >= _APART or b in starts]
    edges = [(0, 0), *wide, (len(printed),) * 2]
    cells = []
    for (_, start), (end, _) in itertools.pairwise(edges):
        cell = printed.cut(start, end)
        left = len(cell.text) - len(cell.text.lstrip())
        if cell.text.strip():
            cells.append((start + left, unmark(cell)))
    return cells
