"""Fields side by side: the labels in a row tell where their columns begin, however near."""

from __future__ import annotations

from collections.abc import Sequence

from .clues import is_label
from .runs import Segment
from .vocabulary import is_mode_text

# A word begins a column when it stands so near to the column's left edge, in points.
_EDGE = 1.5


def label_edges(row: Sequence[Segment]) -> list[float]:
    """Return where the columns under a row of labels begin, none where it is no such row."""
    if len(row) < 2 or not all(item.words and is_label(item) for item in row):
        return []
    return sorted(item.x0 for item in row)


def heads_labels(row: Sequence[Segment], labels: Sequence[Segment]) -> bool:
    """Tell whether every run of a band names a mode over a label, as 'Online' over 'Members'."""
    edges = label_edges(labels)
    return bool(edges and row) and all(
        is_mode_text(item.text) and any(abs(item.x0 - edge) <= _EDGE for edge in edges)
        for item in row
    )


def fits_labels(row: Sequence[Segment], edges: Sequence[float]) -> bool:
    """Tell whether no run of a band runs over the edge of a column."""
    return bool(edges) and all(_cut(item, edges) is not None for item in row if item.words)


def under_labels(rows: Sequence[Sequence[Segment]]) -> list[list[Segment]]:
    """Return the columns under a row of labels, none where the region is not of that form.

    Each label may have a head over it.
    Lines that run over two columns, because little space parts them, are cut where a word stands
    at a column's edge. A line that runs over an edge without one is no list of fields.
    """
    headed = len(rows) > 1 and heads_labels(rows[0], rows[1])
    edges = label_edges(rows[1] if headed else rows[0])
    cells: list[list[Segment]] = [[] for _ in edges]
    for item in (item for row in rows for item in row if item.words and edges):
        parts = _cut(item, edges)
        if parts is None:
            return []
        for n, part in parts:
            cells[n].append(part)
    return cells


def _cut(item: Segment, edges: Sequence[float]) -> list[tuple[int, Segment]] | None:
    """Return the pieces of a run by column, None where it runs over an edge."""
    starts = [
        n
        for n, word in enumerate(item.words)
        if n and any(abs(word.x0 - edge) <= _EDGE for edge in edges)
    ]
    found: list[tuple[int, Segment]] = []
    for a, b in zip([0, *starts], [*starts, len(item.words)], strict=True):
        part = Segment.of(item.words[a:b])
        at = sum(edge <= part.x0 + _EDGE for edge in edges) - 1
        if at < 0 or (at + 1 < len(edges) and part.x1 > edges[at + 1]):
            return None
        found.append((at, part))
    return found
