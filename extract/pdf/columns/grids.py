"""Cells between gutters: rows of a grid, rows of a table with heads, or columns one by one."""

from __future__ import annotations

import itertools
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence

from ...chains import chains
from ...edges import EVEN, is_at
from ...fold import fold
from ...shapes import AMOUNT, RUNNING
from ..words.runs import Segment
from .clues import Clues, is_date, row_head
from .flow import begins_column, flows
from .gutters import Strip, columns
from .region import begins_label

# Cells of a grid are further apart than this, in parts of the size.
_CELL = 1.0
# Cells that end in a figure may stand nearer.
_FIGURE = 0.2
_GRID_COLUMNS = 3
# So many words in a run at least are prose.
_PROSE = 4


def grid_rows(rows: list[list[Segment]], strips: Sequence[Strip], clues: Clues) -> list[int]:
    """Return where the rows of a grid of cells begin, none where it is no grid.

    All cells begin in the same type, which differs from the type in which they end, and stand
    apart. Pictures over the cells, or three columns, tell a grid from lists side by side. Columns
    that flow are no grid.
    """
    pictures = any(not item.words for row in rows for item in row)
    if not pictures and len(strips) + 1 < _GRID_COLUMNS:
        return []
    texts = [[item for item in row if item.words] for row in rows]
    filled = [n for n, row in enumerate(texts) if row]
    style = texts[filled[0]][0].style
    starts = [n for n in filled if any(item.style == style for item in texts[n])]
    cells = columns([item for row in rows for item in row], strips)
    if len(starts) < 2 or flows(clues, style.size, cells):
        return []
    if any(item.style != style for start in starts for item in texts[start]):
        return []
    cuts = []
    for before, start in itertools.pairwise(starts):
        last = max(n for n in filled if n < start)
        white = min(i.y0 for i in texts[start]) - max(i.y1 for i in texts[last])
        figures = all(AMOUNT.match(item.text) for item in texts[last])
        if last == before or white < (_FIGURE if figures else _CELL) * style.size:
            return []
        empty = [n for n in range(last + 1, start) if not texts[n]]
        cuts.append(empty[0] if empty else start)
    return cuts


def sorted_cells(rows: Sequence[Sequence[Segment]], strips: Sequence[Strip]) -> list[list[Segment]]:
    """Return the cells of a grid of short lines, row by row; nothing where it is no grid.

    All are of one type, without labels, dates, pictures and prose. White space wider than that
    between the lines of a cell parts the rows, of which all but the last are of several lines, and
    fill columns from the first on; and it is from row to row that the lines stand in the order of
    the alphabet.
    """
    parts = list(_parted(rows))
    if len(parts) < 2 or any(len(part) < 2 for part in parts[:-1]):
        return []
    items = list(itertools.chain.from_iterable(rows))
    if any(_is_other(item, items[0]) for item in items):
        return []
    found = [columns([item for row in part for item in row], strips) for part in parts]
    if not all(map(_are_full, found[:-1])):
        return []
    by_row = [cell for cells in found for cell in cells if cell]
    by_column = itertools.chain.from_iterable(zip(*found, strict=True))
    return by_row if _unsorted(by_row) < _unsorted(by_column) else []


def _are_full(cells: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether several cells are filled, and none right of an empty one."""
    filled = sum(map(bool, cells))
    return filled > 1 and all(cells[:filled])


def _unsorted(cells: Iterable[Sequence[Segment]]) -> int:
    """Return how many pairs of lines in cells do not stand as in the alphabet."""
    pairs = 0
    before: list[str] = []
    for item in itertools.chain.from_iterable(cells):
        words = fold(item.text)
        pairs += len(before) - bisect_right(before, words)
        insort(before, words)
    return pairs


def _parted(rows: Sequence[Sequence[Segment]]) -> Iterator[list[Sequence[Segment]]]:
    """Yield bands in groups: one begins further below the band over it than others are."""
    least = min((_below(*pair) for pair in itertools.pairwise(rows)), default=0.0)
    return chains(rows, lambda above, row: _below(above, row) <= EVEN * least)


def _below(above: Sequence[Segment], row: Sequence[Segment]) -> float:
    """Return how far a band reaches below the one over it."""
    return max(item.y1 for item in row) - max(item.y1 for item in above)


def _is_other(item: Segment, first: Segment) -> bool:
    """Tell whether a run is no short line of a certain type."""
    if not item.words or item.style != first.style:
        return True
    return RUNNING.search(item.text) is not None or begins_label(item) or is_date(item)


def with_values(cells: list[list[Segment]], clues: Clues) -> list[list[Segment]]:
    """Return columns, one that holds but labels, or begins with one, together with its values.

    They are a table of fields beside a column with a heading; where there is none, the labels
    are the heads of whole rows.
    """
    headed = [any(item.words for item in cell) and _is_headed(cell, clues) for cell in cells]
    if len(cells) <= 2 or not any(headed):
        return cells
    found: list[list[Segment]] = []
    n = 0
    while n < len(cells):
        pair = n + 1 < len(cells) and not (headed[n] or headed[n + 1])
        pair = pair and (_are_labels(cells[n]) or _are_rows(cells[n], cells[n + 1]))
        found.append([*cells[n], *cells[n + 1]] if pair else cells[n])
        n += 2 if pair else 1
    return found


def _are_labels(cell: list[Segment]) -> bool:
    heads, kind = _heads(_from_above(cell))
    return bool(heads) and kind == "label"


def _are_rows(cell: list[Segment], values: list[Segment]) -> bool:
    """Tell whether a column begins with a label, and each run of another stands beside one of it.

    Runs of several words are prose, which may stand at any height.
    """
    lines, rows = _from_above(cell), _from_above(values)
    if not (lines and begins_label(lines[0]) and rows and is_at([lines[0].base], rows[0].base)):
        return False
    bases = [line.base for line in lines]
    return all(is_at(bases, row.base) and len(row.words) < _PROSE for row in rows)


def headed_rows(cells: list[list[Segment]]) -> list[list[Segment]]:
    """Return the rows of a table whose first column holds the heads of its rows, if it is one.

    All heads are of one kind; a label may be wrapped. Over the first label may stand the rest of
    a row that the end of a page has torn.
    """
    heads, kind = _heads(_from_above(cells[0]))
    bases = [head.base for head in heads]
    torn: list[Segment] = []
    rows: list[list[Segment]] = [[] for _ in heads]
    for item in (item for cell in cells for item in cell):
        above = bisect_right(bases, item.base + item.style.size / 2)
        (rows[above - 1] if above else torn).append(item)
    if len(heads) + bool(torn) < 2 or not all(len(row) > 1 for row in rows):
        return []
    if not torn:
        return rows
    return [torn, *rows] if kind == "label" else []


def _from_above(cell: list[Segment]) -> list[Segment]:
    return sorted((item for item in cell if item.words), key=lambda item: item.base)


def _heads(items: Sequence[Segment]) -> tuple[list[Segment], str | None]:
    """Return the first lines of the heads in a column and their kind, none if it holds others.

    The end of a page may tear the last one, a label.
    """
    heads: list[Segment] = []
    kinds: set[str] = set()
    n = 0
    while n < len(items):
        kind, lines = row_head(items[n].text), 1
        if kind is None and n + 1 < len(items):
            kind, lines = row_head(f"{items[n].text} {items[n + 1].text}"), 2
        if kind is None and kinds == {"label"} and n + 1 == len(items) and begins_label(items[n]):
            kind, lines = "label", 1
        if kind is None:
            return [], None
        kinds.add(kind)
        heads.append(items[n])
        n += lines
    return (heads, kinds.pop()) if len(kinds) == 1 else ([], None)


def arranged(cells: list[list[Segment]], clues: Clues) -> list[list[Segment]]:
    """Return columns in the order of reading: from the left, but a heading before its fields.

    Fields may stand left of the column whose title they belong to; they follow it. Where all
    columns flow they stay as they are: the first one's fields are those of the column before.
    """
    cells = [cell for cell in cells if any(item.words for item in cell)]
    headed = [_is_headed(cell, clues) for cell in cells]
    if not any(headed) or headed[0]:
        return cells
    if all(begins_column(clues, min(item.x0 for item in cell)) for cell in cells):
        return cells
    found: list[list[Segment]] = []
    fields: list[list[Segment]] = []
    for n, (cell, heads) in enumerate(zip(cells, headed, strict=True)):
        if heads or not _holds_fields(cell):
            found.append(cell)
        else:
            if any(headed[:n]):
                found += fields
                fields = []
            fields.append(cell)
    return [*found, *fields]


def _holds_fields(cell: list[Segment]) -> bool:
    """Tell whether a label stands in a column, wrapped or not."""
    return any(begins_label(i) for i in cell if i.words)


def _is_headed(cell: list[Segment], clues: Clues) -> bool:
    texts = [item for item in cell if item.words]
    top = min(texts, key=lambda item: item.y0)
    return any(clues.is_heading(item) for item in texts) or is_date(top)
