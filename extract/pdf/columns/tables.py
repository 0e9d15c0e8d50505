"""Tables under the names of their columns: each row is one line, its cells parted by tabs."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ...edges import is_at
from ..page import Token
from ..words.runs import Segment
from ..words.vocabulary import is_column_text, is_key_text, is_label_text, may_begin_column_text
from .gutters import Strip, bands, columns
from .labelled import cut_at_edges
from .region import begins_label

# The name of a column takes so many lines at most.
_HEAD_LINES = 2
# Lines of one row are no further apart, in parts of the size.
_NEAR = 0.45

_Cells = list[list[Segment]]


def tabled(rows: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """Return what stands over a table, its rows, and what stands under it; nothing of no table.

    A band of names of columns that the layouts know heads it, one of them at least no field's
    label: under labels alone stand lists of fields. A band goes on with the row over it where it
    leaves cells empty and no white space parts the two, and where it tells no title and no date
    though its first columns are of those. The table ends where a band runs over the
    edge of a column, stands in one column alone, or begins with a label. Under a head that ends
    the region its rows may stand on the next page.
    """
    for n in range(len(rows)):
        head, start = _head(rows, n)
        if head:
            lines, end = _lines(rows, start, _edges(head), _keys(head))
            if lines or start == len(rows):
                parts = [_items(rows[:n]), [_line(head), *lines], _items(rows[end:])]
                return [part for part in parts if part]
    return []


def is_row(run: Segment) -> bool:
    """Tell whether a run is a row of a table: tabs part its cells."""
    return "\t" in run.text


def is_head(run: Segment) -> bool:
    """Tell whether a run is the row of a table that names its columns."""
    return is_row(run) and _name_columns(run.text.split("\t"))


def goes_on(head: Segment, items: Sequence[Segment]) -> tuple[list[list[Segment]], list[Segment]]:
    """Return the block of rows with which a page goes on with a table, and what is left of it.

    Their cells stand at the edges of the columns, whose names are not printed again.
    """
    rows = bands(items)
    names = _names(head)
    edges = _edges(names)
    if not rows or _head(rows, 0)[0] or not all(is_at(edges, item.x0) for item in rows[0]):
        return [], list(items)
    lines, end = _lines(rows, 0, edges, _keys(names))
    return ([lines], _items(rows[end:])) if lines else ([], list(items))


def _names(head: Segment) -> _Cells:
    """Return the names of columns that the head of a table holds."""
    words = iter(head.words)
    counts = [len(name.split(" ")) for name in head.text.split("\t")]
    return [[Segment.of(list(itertools.islice(words, count)))] for count in counts]


def _edges(head: _Cells) -> list[float]:
    return [cell[0].x0 for cell in head]


def _items(rows: Sequence[Sequence[Segment]]) -> list[Segment]:
    return list(itertools.chain.from_iterable(rows))


def _head(rows: Sequence[Sequence[Segment]], n: int) -> tuple[_Cells, int]:
    """Return the names of columns that begin in band n, and the band behind them; none, of others.

    Several lines of a name stand one under the other.
    """
    if len(rows[n]) < 2 or not all(may_begin_column_text(item.text) for item in rows[n]):
        return [], 0
    for end in range(n + 1, min(n + _HEAD_LINES, len(rows)) + 1):
        if not all(item.words for row in rows[n:end] for item in row):
            break
        tops = sorted(rows[n], key=lambda item: item.x0)
        strips = [Strip(left.x1, right.x0) for left, right in itertools.pairwise(tops)]
        cells = columns(_items(rows[n:end]), strips)
        if _name_columns(list(map(_text, cells))):
            return cells, end
    return [], 0


def _keys(head: _Cells) -> list[int]:
    """Return the columns of title and date, where the first is one of them: rows tell those."""
    found = [n for n, cell in enumerate(head) if is_key_text(_text(cell))]
    return found if len(found) > 1 and found[0] == 0 else []


def _text(cell: Sequence[Segment]) -> str:
    return " ".join(item.text for item in cell)


def _name_columns(names: Sequence[str]) -> bool:
    each = [is_column_text(name) for name in names]
    return any(each) and all(
        is_column or is_label_text(name) for name, is_column in zip(names, each, strict=True)
    )


def _lines(
    rows: Sequence[Sequence[Segment]], start: int, edges: Sequence[float], keys: Sequence[int]
) -> tuple[list[Segment], int]:
    """Return the rows of a table, each as one line, and the band behind the last one."""
    found: list[_Cells] = []
    end = start
    while end < len(rows):
        cells = _cells(rows[end], edges)
        filled = sum(map(bool, cells))
        if filled and cells[0] and begins_label(cells[0][0]):
            break
        untold = bool(keys) and not any(cells[n] for n in keys) if filled else False
        goes_on = untold or (filled < len(edges) and _near(rows[end - 1], rows[end]))
        if found and filled and goes_on:
            found[-1] = [[*over, *cell] for over, cell in zip(found[-1], cells, strict=True)]
        elif filled > 1:
            found.append(cells)
        else:
            break
        end += 1
    return [_line(cells) for cells in found], end


def _cells(row: Sequence[Segment], edges: Sequence[float]) -> _Cells:
    """Return the runs of a band by column, none where one runs over an edge or is a picture."""
    found: _Cells = [[] for _ in edges]
    for item in row:
        parts = cut_at_edges(item, edges) if item.words else None
        if parts is None:
            return []
        for n, part in parts:
            found[n].append(part)
    return found


def _near(above: Sequence[Segment], row: Sequence[Segment]) -> bool:
    white = min(item.y0 for item in row) - max(item.y1 for item in above)
    return white <= _NEAR * row[0].style.size


def _line(cells: _Cells) -> Segment:
    """Return a row as one run; an empty cell is a word without letters beside the others."""
    filled = next(cell[0].words[0] for cell in cells if cell)
    words = [_words(cell) or [_nothing(filled)] for cell in cells]
    text = "\t".join(" ".join(word.text for word in cell) for cell in words)
    return Segment.of(list(itertools.chain.from_iterable(words)))._replace(text=text)


def _words(cell: Sequence[Segment]) -> list[Token]:
    return [word for item in cell for word in item.words]


def _nothing(beside: Token) -> Token:
    return beside._replace(text="", x1=beside.x0)
