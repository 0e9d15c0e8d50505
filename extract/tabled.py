"""Tables with a row for each activity: which lines are its rows, and which of them fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from .anchors import find_anchors
from .celled import DATE, TITLE, Cell, Head, cells_under, head_of
from .dated import is_undated
from .dates import date_shape
from .hyphens import torn
from .layout import FIELDS, Layout
from .shapes import SENTENCE_END
from .tables import has_cells
from .values import has_shape
from .words import Text, action_line, joined


@dataclass(frozen=True, slots=True)
class Row:
    """An activity: its cells by column, and the lines under it that stand in no column."""

    head: Head
    cells: tuple[Cell, ...]
    body: tuple[Text, ...]

    def cell(self, kind: str) -> Cell:
        """Return the cell in the column of a kind."""
        return self.head.cell(self.cells, kind)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its lines from `start` to `end`, exclusive, the rows that fit, and action lines.

    What is in none of these is left over.
    """

    start: int
    end: int
    head: Head
    rows: tuple[Row, ...]
    lines: tuple[Text, ...]


@dataclass(slots=True)
class _Unit:
    """Lines that may be one row; `torn` where its print may go on in a line that fits no row."""

    first: Text
    cells: list[Cell]
    body: list[Text] = field(default_factory=list)
    torn: bool = False


def first_table(texts: Sequence[Text], layout: Layout) -> int:
    """Return where the first table begins; the end of the lines where there is none."""
    return next((table.start for table in find_tables(texts, layout, frozenset())), len(texts))


def find_tables(texts: Sequence[Text], layout: Layout, known: frozenset[str]) -> Iterator[Table]:
    """Yield the tables among lines, each under its head, with a line in columns at least.

    It ends before the next head, or before an activity behind its last line in columns. `known`
    are the words of the document, for undoing hyphens.
    """
    heads = {n: head for n, text in enumerate(texts) if (head := head_of(text, layout))}
    for start, end in pairwise([*heads, len(texts)]):
        head = heads[start]
        lines = range(start + 1, end)
        last = max((n for n in lines if _filled(cells_under(head, texts[n])) > 1), default=0)
        if last:
            anchor = next(find_anchors(texts[last + 1 : end], layout), None)
            end = last + 1 + anchor.start if anchor else end
            yield _table(texts[start:end], start, head, layout, known)


def _table(
    texts: Sequence[Text], start: int, head: Head, layout: Layout, known: frozenset[str]
) -> Table:
    units: list[_Unit] = []
    lines: list[Text] = []
    is_loose = False
    for text in texts[1:]:
        cells = cells_under(head, text)
        alone = _alone(text, cells)
        fits = True
        if alone and action_line(alone):
            lines.append(alone)
        elif _begins(text, cells, units, head, layout):
            is_rest = is_loose and head.sign is None and not text.gap
            units.append(_Unit(text, [*cells], torn=is_rest))
        else:
            fits = bool(units) and _goes_on(units[-1], text, cells, alone, head)
        is_loose = not fits
    rows = list(_rows(units, head, layout, known))
    return Table(start, start + len(texts), head, tuple(_without_tail(rows)), tuple(lines))


def _begins(
    text: Text, cells: Sequence[Cell], units: Sequence[_Unit], head: Head, layout: Layout
) -> bool:
    """Tell whether a line is the first of a row: it tells a title and a date.

    Right under another it may go on with a title and a date that are torn: where the two dates are
    one, and, in columns that stand one under the other, where the one above is none.
    """
    if not cells or not (head.cell(cells, TITLE) and head.cell(cells, DATE)):
        return False
    if text.gap or not units or units[-1].body:
        return True
    date = head.cell(cells, DATE)
    above = head.cell(units[-1].cells, DATE)
    if _is_date((*above, *date), layout):
        return False
    return _is_date(above, layout) or (head.sign is not None and _is_date(date, layout))


def _goes_on(
    unit: _Unit, text: Text, cells: Sequence[Cell], alone: Text | None, head: Head
) -> bool:
    """Give a row what a line that begins none holds, and tell whether it may be of that row.

    A line in no column is, or a cell of prose alone. Right under the row other cells are, too;
    but a sign that parts cells leaves it open whose a title is that has no date.
    """
    if alone and (unit.body or not cells or SENTENCE_END.search(alone.text)):
        unit.body.append(alone)
        return True
    if text.gap:
        return False
    open_title = bool(head.sign and head.cell(cells, TITLE) and not head.cell(cells, DATE))
    unit.torn |= not cells or bool(unit.body) or open_title
    if cells:
        unit.cells = [(*over, *cell) for over, cell in zip(unit.cells, cells, strict=True)]
    return not unit.torn


def _rows(
    units: Sequence[_Unit], head: Head, layout: Layout, known: frozenset[str]
) -> Iterator[Row]:
    """Yield the rows that fit. One right under a row that does not may be the rest of it."""
    fits = True
    for unit in units:
        cells = tuple(tuple(torn(cell, known)) if cell else () for cell in unit.cells)
        row = Row(head, cells, tuple(unit.body))
        may_be_rest = head.sign is None and not unit.first.gap and not fits
        fits = not (may_be_rest or unit.torn) and _fits(row, layout)
        if fits:
            yield row


def _fits(row: Row, layout: Layout) -> bool:
    """Tell whether the date of a row is one, and its fields have values of their kind."""
    return _is_date(row.cell(DATE), layout) and all(
        layout.says_nothing(line.folded) or has_shape(line, which, cell[:n])
        for which in FIELDS
        for cell in [row.cell(which)]
        for n, line in enumerate(cell)
    )


def _without_tail(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows, the last without lines parted from it where the others have none such.

    What stands under the table may be of the chapter.
    """
    if not rows or any(text.gap for row in rows[:-1] for text in row.body):
        return rows
    body = takewhile(lambda text: not text.gap, rows[-1].body)
    return [*rows[:-1], replace(rows[-1], body=tuple(body))]


def _is_date(cell: Sequence[Text], layout: Layout) -> bool:
    """Tell whether a cell is a date, or words that stand in the place of one."""
    words = joined(cell)
    if date_shape(words.text, layout.language, bare_month=True, of_poster=True):
        return True
    return bool(cell) and is_undated(Text.of(cell[0].line, words), layout)


def _alone(text: Text, cells: Sequence[Cell]) -> Text | None:
    """Return what stands alone on a line: in no column, or in one cell."""
    if not cells:
        return None if has_cells(text) else text
    filled = [cell for cell in cells if cell]
    return filled[0][0] if len(filled) == len(filled[0]) == 1 else None


def _filled(cells: Sequence[Cell]) -> int:
    return sum(map(bool, cells))
