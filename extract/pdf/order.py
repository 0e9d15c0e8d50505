"""Runs on a page -> blocks in the order of reading.

A page is cut along white space, again and again, until no cut is left (an XY-cut). Where it can be
cut both ways, type and words decide: across, where a heading or a row of like cells begins; else
along the gutters. What is left is a block: lines of one column, one under the other.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from ..shapes import AMOUNT
from .breaks import breaks
from .clues import Clues, is_date, is_label, row_head
from .flow import flows
from .gutters import Strip, bands, columns, gutters
from .labelled import fits_labels, heads_labels, label_edges, under_labels
from .runs import Segment
from .vocabulary import begins_label_text

Block = list[Segment]

# Gutters between columns of three lines or more are at least so wide, in parts of the size; one
# or two lines may leave a narrower gap by chance.
_GUTTER = 0.8
_GUTTER_OF_FEW = 1.2
_FEW = 3
# A gutter so wide needs no more evidence.
_WIDE_GUTTER = 2.0
# A gap so wide in one line of a paragraph parts columns all the same.
_TORN = 4.0
# A gap in one line, up to this width, is no gutter where a line near it runs across.
_CHANCE = 2.5
# Spaces in one line of justified type differ by no more, for punctuation.
_STRETCH = 2.0
# Lines of one paragraph are no further apart, in parts of the size.
_NEAR = 0.9
# Cells of a grid are further apart than this, in parts of the size.
_CELL = 1.0
# Cells that end in a figure may stand nearer.
_FIGURE = 0.2
_GRID_COLUMNS = 3
# Deeper than any page that was laid out on purpose.
_DEPTH = 60


def reading_order(items: Sequence[Segment], clues: Clues, depth: int = 0) -> list[Block]:
    """Return the blocks of a page or a part of it. Items without words are pictures."""
    texts = [item for item in items if item.words]
    if len(texts) < 2 or depth > _DEPTH:
        return [texts] if texts else []
    parts = _parts(items, clues)
    if len(parts) < 2:
        return [texts]
    return [block for part in parts for block in reading_order(part, clues, depth + 1)]


def _parts(items: Sequence[Segment], clues: Clues) -> list[list[Segment]]:
    """Return the parts of a region in the order of reading, one if it is a block."""
    rows = bands(items)
    fields = under_labels(rows)
    if fields:
        return fields
    strips = _gutters(rows)
    if not strips:
        return _stacked(rows, clues)
    cuts = breaks(rows, clues) or _cells(rows, strips, clues)
    if cuts:
        return _cut(rows, cuts)
    cells = columns(items, strips)
    return _headed_rows(cells) or _arranged(cells, clues)


def _gutters(rows: Sequence[list[Segment]]) -> list[Strip]:
    """Return the gutters of a region. A narrow one is none unless enough runs stand beside it."""
    items = [item for row in rows for item in row]
    size = _size(items)
    strips = gutters(items, size * (_GUTTER if len(rows) >= _FEW else _GUTTER_OF_FEW))
    return [
        strip
        for strip in strips
        if _side_by_side(rows, strip)
        and (strip.x1 - strip.x0 >= _WIDE_GUTTER * size or _parts_enough(rows, strip))
        and not (strip.x1 - strip.x0 < _TORN * size and _is_torn_line(rows, strip))
    ]


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
    return both > 1 or min(sum(left), sum(right)) >= _FEW


def _is_torn_line(rows: Sequence[list[Segment]], strip: Strip) -> bool:
    """Tell whether a strip parts but one line of a paragraph: a wide gap in justified type."""
    beside = [row for row in rows if any(item.x0 >= strip.x1 for item in row)]
    if len(beside) != 1 or not _is_stretched(beside[0]):
        return False
    style = beside[0][0].style
    return any(row is not beside[0] and row[0].style == style for row in rows)


def _is_stretched(row: Sequence[Segment]) -> bool:
    """Tell whether the gaps between the runs of a line are like the spaces inside them.

    Justified type stretches all spaces of a line alike. A line without a space tells nothing.
    """
    words = sorted((word for item in row for word in item.words), key=lambda word: word.x0)
    gaps = sorted(right.x0 - left.x1 for left, right in itertools.pairwise(words))
    return len(gaps) < _FEW or gaps[-1] <= _STRETCH * gaps[len(gaps) // 2]


def _size(items: Sequence[Segment]) -> float:
    """Return the middle size of the type in a region, the smaller one of two."""
    sizes = sorted([item.style.size for item in items if item.words]) or [1.0]
    return sizes[(len(sizes) - 1) // 2]


def _width(items: Sequence[Segment], lines: int) -> float:
    return _size(items) * (_GUTTER if lines >= _FEW else _GUTTER_OF_FEW)


def _cut(rows: Sequence[list[Segment]], cuts: Sequence[int]) -> list[list[Segment]]:
    edges = [0, *cuts, len(rows)]
    return [[item for row in rows[a:b] for item in row] for a, b in itertools.pairwise(edges)]


def _stacked(rows: list[list[Segment]], clues: Clues) -> list[list[Segment]]:
    """Return the groups of bands that share gutters, where none runs through all of them."""
    width = _width([item for row in rows for item in row], _FEW)
    single = [_is_single(rows, n) for n in range(len(rows))]
    if all(single):
        return [[item for row in rows for item in row]]
    forced = set(breaks(rows, clues))
    groups: list[list[list[Segment]]] = []
    strips: list[Strip] = []
    edges: list[float] = []
    for n, row in enumerate(rows):
        whole = _with_title(rows, n, clues)
        if n not in forced and fits_labels(whole, edges):
            groups[-1].append(row)
            continue
        edges = label_edges(row)
        left = [] if edges else _left_open(strips, whole, width)
        joins = bool(groups) and n not in forced and (bool(left) if strips else single[n])
        if joins:
            groups[-1].append(row)
            strips = left
            continue
        first: list[list[Segment]] = []
        if n and groups[-1] and heads_labels(rows[n - 1], row):
            first = [groups[-1].pop()]
        elif n not in forced and not single[n]:
            first = _pull_back(groups, row, width)
        groups.append([*first, row])
        strips = [] if single[n] else gutters([item for r in groups[-1] for item in r], width)
    return [[item for row in group for item in row] for group in groups if group]


def _with_title(rows: list[list[Segment]], n: int, clues: Clues) -> list[Segment]:
    """Return a band, and the title under it if it is the title's date: both stand in one column."""
    row, below = rows[n], rows[n + 1] if n + 1 < len(rows) else []
    is_kicker = len(row) == 1 and is_date(row[0]) and below and clues.is_heading(below[0])
    return [*row, *below] if is_kicker else row


def _is_single(rows: list[list[Segment]], n: int) -> bool:
    """Tell whether a band is of one column: a gap that a near line runs across is no gutter."""
    row = rows[n]
    if len(row) == 1:
        return True
    width = _width(row, 1)
    strips = gutters(row, width)
    if not strips:
        return True
    size = max(item.style.size for item in row)
    if any(strip.x1 - strip.x0 > _CHANCE * size for strip in strips) or is_label(row[0]):
        return False
    if not _is_stretched(row):
        return False
    near = [other for other in rows[max(0, n - 1) : n] + rows[n + 1 : n + 2] if _close(row, other)]
    return any(not _left_open(strips, other, width) for other in near)


def _close(row: list[Segment], other: list[Segment]) -> bool:
    above, below = sorted((row, other), key=lambda items: items[0].y0)
    white = min(item.y0 for item in below) - max(item.y1 for item in above)
    return white <= _NEAR * row[0].style.size and row[0].style == other[0].style


def _left_open(strips: Sequence[Strip], row: Sequence[Segment], width: float) -> list[Strip]:
    """Return what the items of a band leave open of white strips, where it is wide enough."""
    found: list[Strip] = []
    for strip in strips:
        inside = sorted(
            (item for item in row if item.x0 < strip.x1 and item.x1 > strip.x0),
            key=lambda item: item.x0,
        )
        x0 = strip.x0
        for item in inside:
            found.append(Strip(x0, item.x0))
            x0 = max(x0, item.x1)
        found.append(Strip(x0, strip.x1))
    return [strip for strip in found if strip.x1 - strip.x0 >= width]


def _pull_back(
    groups: list[list[list[Segment]]], row: list[Segment], width: float
) -> list[list[Segment]]:
    """Return the last bands of the group above that begin a column of this one, and take them.

    The last line of a paragraph that runs over both columns begins none.
    """
    taken: list[list[Segment]] = []
    strips = gutters(row, width)
    below = row
    while groups and groups[-1]:
        above = groups[-1][-1]
        if (
            len(above) > 1
            or not _left_open(strips, above, width)
            or not (_continues(above[0], below) or _reaches_into(above[0], below))
        ):
            break
        taken.insert(0, groups[-1].pop())
        below = above
    before = groups[-1][-1] if groups and groups[-1] and taken else None
    if before and not _left_open(strips, before, width) and _close(before, taken[0]):
        groups[-1] += taken
        return []
    return taken


def _reaches_into(above: Segment, row: list[Segment]) -> bool:
    """Tell whether no white space parts a run from the row under it."""
    return min(item.y0 for item in row) < above.y1


def _continues(above: Segment, row: list[Segment]) -> bool:
    return any(
        item.style == above.style
        and item.x0 < above.x1
        and item.x1 > above.x0
        and item.y0 - above.y1 <= _NEAR * item.style.size
        for item in row
    )


def _cells(rows: list[list[Segment]], strips: Sequence[Strip], clues: Clues) -> list[int]:
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
    cuts = []
    for before, start in itertools.pairwise(starts):
        last = max(n for n in filled if n < start)
        white = min(i.y0 for i in texts[start]) - max(i.y1 for i in texts[last])
        figures = all(AMOUNT.match(item.text) for item in texts[last])
        if last == before or white < (_FIGURE if figures else _CELL) * style.size:
            return []
        if any(item.style != style for item in texts[start]):
            return []
        empty = [n for n in range(last + 1, start) if not texts[n]]
        cuts.append(empty[0] if empty else start)
    return cuts


def _headed_rows(cells: list[list[Segment]]) -> list[list[Segment]]:
    """Return the rows of a table whose first column holds the heads of its rows, if it is one.

    All heads are of one kind; a label may be wrapped.
    """
    heads = _heads(sorted((item for item in cells[0] if item.words), key=lambda item: item.base))
    if len(heads) < 2:
        return []
    rows: list[list[Segment]] = [[] for _ in heads]
    for item in (item for cell in cells for item in cell):
        tops = [n for n, head in enumerate(heads) if item.base >= head.base - item.style.size / 2]
        if not tops:
            return []
        rows[tops[-1]].append(item)
    return rows if all(len(row) > 1 for row in rows) else []


def _heads(items: Sequence[Segment]) -> list[Segment]:
    """Return the first lines of the heads in a column, none if it holds anything else."""
    heads: list[Segment] = []
    kinds: set[str] = set()
    n = 0
    while n < len(items):
        kind, lines = row_head(items[n].text), 1
        if kind is None and n + 1 < len(items):
            kind, lines = row_head(f"{items[n].text} {items[n + 1].text}"), 2
        if kind is None:
            return []
        kinds.add(kind)
        heads.append(items[n])
        n += lines
    return heads if len(kinds) == 1 else []


def _arranged(cells: list[list[Segment]], clues: Clues) -> list[list[Segment]]:
    """Return columns in the order of reading: from the left, but a heading before its fields.

    Fields may stand left of the column whose title they belong to; they follow it.
    """
    cells = [cell for cell in cells if any(item.words for item in cell)]
    headed = [_is_headed(cell, clues) for cell in cells]
    if not any(headed) or headed[0]:
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
    return any(is_label(i) or begins_label_text(i.text) for i in cell if i.words)


def _is_headed(cell: list[Segment], clues: Clues) -> bool:
    texts = [item for item in cell if item.words]
    top = min(texts, key=lambda item: item.y0)
    return any(clues.is_heading(item) for item in texts) or is_date(top)
