"""Runs on a page -> blocks in the order of reading.

A page is cut along white space, again and again, until no cut is left (an XY-cut). Where it can be
cut both ways, type and words decide: across, where a heading or a row of like cells begins; else
along the gutters. What is left is a block: lines of one column, one under the other.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ..words.runs import Segment
from ..words.vocabulary import is_label_text
from .breaks import breaks
from .clues import Clues, is_date
from .flow import begins_column, column_gutters
from .grids import arranged, grid_rows, headed_rows, sorted_cells, with_values
from .gutters import FEW, Strip, bands, columns, gutter_width, is_stretched, middle_size
from .labelled import fields_end, under_labels
from .stacked import stacked
from .tables import tabled
from .timeline import by_dates

Block = list[Segment]

# A gutter so wide needs no more evidence.
_WIDE_GUTTER = 2.0
# A gap so wide in one line of a paragraph parts columns all the same.
_TORN = 4.0
# Columns that begin equally far apart are four or more; their pitches differ by so many points.
_PITCHES = 3
_EVEN = 1.5
# So many words in a run at least are prose.
_PROSE = 4
# Deeper than any page that was laid out on purpose.
_DEPTH = 60


def reading_order(items: Sequence[Segment], clues: Clues, depth: int = 0) -> list[Block]:
    """Return the blocks of a page or a part of it. Items without words are pictures."""
    texts = [item for item in items if item.words]
    if len(texts) < 2 or depth > _DEPTH:
        return [texts] if texts else []
    parts = _parts(items, clues) or [texts]
    if len(parts) < 2:
        return [[item for item in parts[0] if item.words]]
    return [block for part in parts for block in reading_order(part, clues, depth + 1)]


def _parts(items: Sequence[Segment], clues: Clues) -> list[list[Segment]]:
    """Return the parts of a region in the order of reading, one if it is a block."""
    rows = bands(items)
    if _is_column(rows):
        return []
    table = tabled(rows)
    if table:
        return table
    end = fields_end(rows, clues)
    if 1 < end < len(rows):
        return _cut(rows, [end])
    fields = under_labels(rows)
    if fields:
        return fields
    strips = _gutters(rows, clues)
    if not strips:
        return stacked(rows, clues)
    dated = by_dates(rows, clues)
    if dated:
        return dated
    cuts = breaks(rows, clues) or grid_rows(rows, strips, clues)
    over = [] if cuts else _over_columns(rows, strips, clues)
    if cuts or over:
        return _cut(rows, cuts or over)
    cells = with_values(columns(items, strips), clues)
    return sorted_cells(rows, strips) or headed_rows(cells) or arranged(cells, clues)


def _is_column(rows: Sequence[list[Segment]]) -> bool:
    """Tell whether runs only stand one under the other: a quick no to all that parts columns."""
    if any(len(row) > 1 for row in rows):
        return False
    return max(row[0].x0 for row in rows) < min(row[0].x1 for row in rows)


def _gutters(rows: Sequence[list[Segment]], clues: Clues) -> list[Strip]:
    """Return the gutters of a region. A narrow one is none unless enough runs stand beside it."""
    items = [item for row in rows for item in row]
    size = middle_size(items)
    least = gutter_width(items, len(rows))
    found = column_gutters(items, min(least, gutter_width(items, FEW)), clues)
    wide = [s for s in found if s.x1 - s.x0 >= least or begins_column(clues, s.x1)]
    even = _are_even([min(item.x0 for item in items), *(strip.x1 for strip in found)])
    return [
        strip
        for strip in found
        if _side_by_side(rows, strip)
        and (
            even
            or (strip in wide and _parts_columns(rows, strip, size, clues))
            or _parts_label(items, strip)
            or _parts_date(items, strip, clues)
        )
    ]


def _are_even(edges: Sequence[float]) -> bool:
    """Tell whether left edges, of four columns or more, are equally far apart."""
    pitches = [right - left for left, right in itertools.pairwise(edges)]
    return len(pitches) >= _PITCHES and max(pitches) - min(pitches) <= _EVEN


def _over_columns(
    rows: Sequence[list[Segment]], strips: Sequence[Strip], clues: Clues
) -> list[int]:
    """Return the band under lines that run over a gutter between columns that flow below them."""
    start = next((n for n, row in enumerate(rows) if len(row) > 1), 0)
    if not (start and clues.flow):
        return []
    below = (strip for strip in _gutters(rows[start:], clues) if begins_column(clues, strip.x1))
    closed = [
        strip for strip in below if not any(strip.x0 < s.x1 and s.x0 < strip.x1 for s in strips)
    ]
    return [start] if closed else []


def _parts_columns(rows: Sequence[list[Segment]], strip: Strip, size: float, clues: Clues) -> bool:
    """Tell whether a strip is too wide to be a gap in a line, or enough stands beside it.

    So does little where many lines of the page begin at its right edge.
    """
    width = strip.x1 - strip.x0
    if clues.begins_many(strip.x1):
        return True
    if width < _TORN * size and _is_torn_line(rows, strip):
        return False
    return width >= _WIDE_GUTTER * size or _parts_enough(rows, strip)


def _side_by_side(rows: Sequence[list[Segment]], strip: Strip) -> bool:
    """Tell whether what is left and right of a strip does not only stand over one another."""
    left = [n for n, row in enumerate(rows) if any(item.x1 <= strip.x0 for item in row)]
    right = [n for n, row in enumerate(rows) if any(item.x0 >= strip.x1 for item in row)]
    return left[0] <= right[-1] and right[0] <= left[-1]


def _parts_enough(rows: Sequence[list[Segment]], strip: Strip) -> bool:
    """Tell whether a strip parts two rows, or three runs from three others."""
    left = [sum(item.x1 <= strip.x0 for item in row) for row in rows]
    right = [len(row) - n for row, n in zip(rows, left, strict=True)]
    both = sum(bool(a and b) for a, b in zip(left, right, strict=True))
    return (
        both > 1
        or min(sum(left), sum(right)) >= FEW
        or any(_parts_prose(row, strip) or _parts_lines(row, strip) for row in rows)
    )


def _parts_prose(row: Sequence[Segment], strip: Strip) -> bool:
    """Tell whether a strip parts runs of several words each, unlike the spaces inside them."""
    beside = [
        max((item for item in row if item.x1 <= strip.x0), key=lambda item: item.x1, default=None),
        min((item for item in row if item.x0 >= strip.x1), key=lambda item: item.x0, default=None),
    ]
    runs = [item for item in beside if item and len(item.words) >= _PROSE]
    return len(runs) > 1 and not is_stretched(runs)


def _parts_lines(row: Sequence[Segment], strip: Strip) -> bool:
    """Tell whether a strip parts something high from lines one under the other at its side."""
    sides = columns(row, [strip])
    return any(
        any(over.y1 <= below.base and item.y0 < over.base and item.y1 > below.base for item in high)
        for high, lines in (sides, sides[::-1])
        for over, below in itertools.pairwise(sorted(lines, key=lambda line: line.base))
    )


def _parts_label(items: Sequence[Segment], strip: Strip) -> bool:
    """Tell whether a strip parts a label, wrapped or not, from its value."""
    return is_label_text(" ".join(item.text for item in items if item.x1 <= strip.x0))


def _parts_date(items: Sequence[Segment], strip: Strip, clues: Clues) -> bool:
    """Tell whether a strip parts a title from its date."""
    title, date = columns(items, [strip])
    return len(date) == 1 and is_date(date[0]) and all(map(clues.is_large, title))


def _is_torn_line(rows: Sequence[list[Segment]], strip: Strip) -> bool:
    """Tell whether a strip parts but one line of a paragraph: a wide gap in justified type."""
    beside = [row for row in rows if any(item.x0 >= strip.x1 for item in row)]
    if len(beside) != 1 or not is_stretched(beside[0]):
        return False
    style = beside[0][0].style
    return any(row is not beside[0] and row[0].style == style for row in rows)


def _cut(rows: Sequence[list[Segment]], cuts: Sequence[int]) -> list[list[Segment]]:
    edges = [0, *cuts, len(rows)]
    return [[item for row in rows[a:b] for item in row] for a, b in itertools.pairwise(edges)]
