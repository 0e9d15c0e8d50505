"""Fields side by side: the labels in a row tell where their columns begin, however near.

Or where the middles of their columns are, where labels and values are centred.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...edges import EDGE, is_at
from ..words.runs import Segment
from ..words.vocabulary import is_mode_text
from .clues import Clues, is_date, is_label
from .gutters import bands

# Text under the fields stands further below them than their lines do, in parts of the size.
_APART = 0.2
_FAR = 1.0


def labels_in(row: Sequence[Segment]) -> list[Segment]:
    """Return the labels of a row of them from the left, none where it is no such row."""
    if len(row) < 2 or not all(item.words and is_label(item) for item in row):
        return []
    return sorted(row, key=lambda item: item.x0)


def heads_labels(row: Sequence[Segment], labels: Sequence[Segment]) -> bool:
    """Tell whether every run of a band names a mode over a label, as 'Online' over 'Members'."""
    edges = _edges(labels_in(labels))
    return bool(edges and row) and all(
        is_mode_text(item.text) and is_at(edges, item.x0) for item in row
    )


def fits_labels(row: Sequence[Segment], labels: Sequence[Segment]) -> bool:
    """Tell whether no run of a band runs over the edge of a column."""
    return bool(labels) and all(_under(item, labels) is not None for item in row if item.words)


def _edges(labels: Sequence[Segment]) -> list[float]:
    return [label.x0 for label in labels]


def _under(item: Segment, labels: Sequence[Segment]) -> list[tuple[int, Segment]] | None:
    """Return the pieces of a run by label, whole where it is centred under one; None of others."""
    middle = _middle(item)
    found = (n for n, label in enumerate(labels) if is_at((middle,), _middle(label)))
    n = next(found, None)
    return cut_at_edges(item, _edges(labels)) if n is None else [(n, item)]


def _middle(item: Segment) -> float:
    return (item.x0 + item.x1) / 2


def _begins(item: Segment, labels: Sequence[Segment]) -> bool:
    """Tell whether a run begins at the edge of a column, or is centred in one."""
    middles = map(_middle, labels)
    return is_at(_edges(labels), item.x0) or is_at(middles, _middle(item))


def fields_end(rows: Sequence[Sequence[Segment]], clues: Clues) -> int:
    """Return the first band that no longer belongs to the fields under a row of labels.

    A band that runs over an edge of their columns does not, nor does one that stands a little
    apart and does not begin at those edges. What stands far apart belongs to what follows, if that
    is such a band, stands in the first column alone, or begins there with a title, or its date,
    and heads nothing in the others: else columns go on side by side. Return 0 where the bands begin
    with no row of labels.
    """
    labels = labels_in(rows[0])
    if not labels:
        return 0
    far = 0
    for n, row in enumerate(rows[2:], 2):
        if not fits_labels(row, labels):
            return far or n
        apart = (_white(rows, n) - _white(rows, 1)) / rows[0][0].style.size
        if not far and apart > _FAR:
            far = n
        elif not far and apart > _APART and _is_other(row, labels):
            return n
    rest = [item for row in rows[far:] for item in row if item.words]
    beside = [item for item in rest if item.x0 >= labels[1].x0 - EDGE]
    ends = far and (not beside or (_titled(rows[far], clues) and not _heads(beside[0], clues)))
    return far if ends else len(rows)


def _titled(row: Sequence[Segment], clues: Clues) -> bool:
    """Tell whether a band holds but a title or a date."""
    return len(row) == 1 and (clues.is_large(row[0]) or is_date(row[0]))


def _heads(item: Segment, clues: Clues) -> bool:
    return clues.is_large(item) or is_date(item) or is_label(item)


def _is_other(row: Sequence[Segment], labels: Sequence[Segment]) -> bool:
    """Tell whether a band is of other columns: several, which do not begin at those edges."""
    texts = [item for item in row if item.words]
    return len(texts) > 1 and not all(_begins(item, labels) for item in texts)


def _white(rows: Sequence[Sequence[Segment]], n: int) -> float:
    """Return how far band n stands below the one over it."""
    return min(item.y0 for item in rows[n]) - max(item.y1 for item in rows[n - 1])


def under_labels(rows: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """Return the columns under a row of labels, none where the region is not of that form.

    Each label may have a head over it.
    Lines that run over two columns, because little space parts them, are cut where a word stands
    at a column's edge. A line that runs over an edge without one is no list of fields.
    """
    headed = len(rows) > 1 and heads_labels(rows[0], rows[1])
    labels = labels_in(rows[1] if headed else rows[0])
    cells: list[list[Segment]] = [[] for _ in labels]
    for item in (item for row in rows for item in row if item.words and labels):
        parts = _under(item, labels)
        if parts is None:
            return []
        for n, part in parts:
            cells[n].append(part)
    return cells


def goes_on(
    labels: Sequence[Segment], items: Sequence[Segment]
) -> tuple[list[list[Segment]], list[Segment]]:
    """Return the columns with which a page goes on under a row of labels, and what is left of it.

    They end where a band runs over an edge, begins at none, or stands far below.
    """
    rows = bands(items)
    end = 0
    while end < len(rows) and _fits_below(rows, end, labels):
        end += 1
    cells: list[list[Segment]] = [[] for _ in labels]
    for item in (item for row in rows[:end] for item in row):
        for n, part in _under(item, labels) or ():
            cells[n].append(part)
    return [cell for cell in cells if cell], [item for row in rows[end:] for item in row]


def _fits_below(rows: Sequence[Sequence[Segment]], n: int, labels: Sequence[Segment]) -> bool:
    """Tell whether a band begins at edges of columns, runs over none and stands not far below."""
    row = rows[n]
    if not all(item.words and _begins(item, labels) for item in row):
        return False
    far = n > 0 and _white(rows, n) > _FAR * row[0].style.size
    return not far and fits_labels(row, labels)


def cut_at_edges(item: Segment, edges: Sequence[float]) -> list[tuple[int, Segment]] | None:
    """Return the pieces of a run by column, None where it runs over an edge."""
    starts = [n for n, word in enumerate(item.words) if n and is_at(edges, word.x0)]
    found: list[tuple[int, Segment]] = []
    for a, b in zip([0, *starts], [*starts, len(item.words)], strict=True):
        part = Segment.of(item.words[a:b])
        at = sum(edge <= part.x0 + EDGE for edge in edges) - 1
        if at < 0 or (at + 1 < len(edges) and part.x1 > edges[at + 1]):
            return None
        found.append((at, part))
    return found
