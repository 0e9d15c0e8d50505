"""Fields that stand beside their activities, row by row, whatever they were read after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from statistics import median

from .document import Box
from .edges import EDGE, is_at
from .labels import label_of
from .layout import Layout
from .starts import Start
from .words import Text

# From so many rows on it is no chance that fields begin at the height of their activities.
_ROWS = 2
# Type of another size begins no higher or lower than this at one height, in parts of its own.
_HEIGHT = 0.5
# What stands higher than this over the labels of a row, in points, belongs to the one before.
_LEVEL = 1.0

_Y = attrgetter("y")


def fields_in_rows(
    texts: Sequence[Text], starts: Sequence[Start], layout: Layout
) -> dict[int, int]:
    """Return the lines of fields that were not read with the activity in whose row they stand.

    All activities begin at one left edge, and beside half of them at least a label at another edge
    begins at their height, or as much higher as everywhere. What stands there or further out
    belongs to the last activity that begins no lower; over the first one of a page, to the one
    before.
    """
    if len(starts) < _ROWS or not all(is_at((starts[0].x,), start.x) for start in starts):
        return {}
    left = starts[0].x
    labels = list(_labels(texts, starts, layout))
    edges = dict.fromkeys(box.x0 for _, box in labels)
    edge = next((edge for edge in edges if _are_rows(edge, labels, starts)), None)
    if edge is None:
        return {}
    over = median(start.y - box.y0 for start, box in labels if is_at((edge,), box.x0)) + _LEVEL
    rows = sorted((start.page, start.y - over, start.number) for start in starts)
    found: dict[int, int] = {}
    for start in starts:
        for n in start.lines:
            box = texts[n].line.box
            if box and _is_beyond(box, edge, left):
                row = bisect_right(rows, (texts[n].line.page, box.y0, len(starts)))
                if row and rows[row - 1][2] != start.number:
                    found[n] = rows[row - 1][2]
    return found


def _labels(
    texts: Sequence[Text], starts: Sequence[Start], layout: Layout
) -> Iterator[tuple[Start, Box]]:
    """Yield what begins on pages, each with the labels beside it, at another edge."""
    pages = {page: sorted(each, key=_Y) for page, each in groupby(starts, lambda start: start.page)}
    for text in texts:
        box = text.line.box
        level = _level(box, pages.get(text.line.page, [])) if box else []
        if box and level and label_of(text, layout):
            yield from ((start, box) for start in level)


def _level(box: Box, starts: Sequence[Start]) -> list[Start]:
    """Return what begins, of starts sorted from above, at the height of a line and another edge."""
    near = _HEIGHT * (box.y1 - box.y0)
    first = bisect_left(starts, box.y0 - near, key=_Y)
    past = bisect_right(starts, box.y0 + near, key=_Y)
    return [start for start in starts[first:past] if not is_at((start.x,), box.x0)]


def _are_rows(edge: float, labels: Sequence[tuple[Start, Box]], starts: Sequence[Start]) -> bool:
    """Tell whether labels stand at an edge beside as many activities as are no chance."""
    beside = sum(is_at((edge,), box.x0) for _, box in labels)
    return beside >= _ROWS and 2 * beside >= len(starts)


def _is_beyond(box: Box, edge: float, left: float) -> bool:
    """Tell whether a line stands at an edge beside what begins at another, or further out."""
    return box.x0 >= edge - EDGE if edge > left else box.x1 <= left
