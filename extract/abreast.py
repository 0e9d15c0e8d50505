"""Activities side by side, in rows, that go on over the end of a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from math import inf
from operator import attrgetter
from typing import NamedTuple

from .anchors import Anchor, find_anchors
from .edges import EDGE, beside_first, is_at
from .layout import Layout
from .words import Text

# From so many rows on it is no chance that activities begin at one height.
_ROWS = 2


class _Start(NamedTuple):
    """Where an activity begins: its number, page, left edge and height, and its lines."""

    number: int
    page: int
    x: float
    y: float
    lines: range


_PAGE, _X = attrgetter("page"), attrgetter("x")


def in_order(texts: Sequence[Text], layout: Layout) -> tuple[Sequence[Text], list[Anchor]]:
    """Return the lines with those moved that go on with an activity of a row, and the activities.

    What stands on the next page over its first activities goes on with the last one of the column
    in which it stands. Rows are told from columns that flow: there an activity stands alone right
    of the first column.
    """
    anchors = list(find_anchors(texts, layout))
    pages = [list(page) for _, page in itertools.groupby(_starts(texts, anchors), _PAGE)]
    beside = [each for page in pages for each in beside_first((s.x, s.y) for s in page)]
    if len(beside) < _ROWS or not all(beside):
        return texts, anchors
    owners = {
        n: number
        for page, after in itertools.pairwise([*pages, []])
        for n, number in _going_on(texts, page, after)
    }
    if not owners:
        return texts, anchors
    ordered = [text for n, text in enumerate(texts[: anchors[0].start]) if n not in owners]
    for start in itertools.chain(*pages):
        ordered += (texts[n] for n in start.lines if n not in owners)
        ordered += (texts[n] for n, number in owners.items() if number == start.number)
    return ordered, list(find_anchors(ordered, layout))


def _starts(texts: Sequence[Text], anchors: Sequence[Anchor]) -> Iterator[_Start]:
    """Yield where activities begin, none in a text without boxes."""
    starts = [*(anchor.start for anchor in anchors), len(texts)]
    for number, (first, end) in enumerate(itertools.pairwise(starts)):
        line = texts[first].line
        if line.box:
            yield _Start(number, line.page, line.box.x0, line.box.y0, range(first, end))


def _going_on(
    texts: Sequence[Text], page: Sequence[_Start], after: Sequence[_Start]
) -> list[tuple[int, int]]:
    """Return the lines that go on with activities of a page, each with its activity's number.

    Return none where it has one column, or a line runs over the edge of one.
    """
    columns = sorted((start for start in page if not _has_below(start, page)), key=_X)
    if len(columns) < 2:
        return []
    lefts = [_left(texts, start) for start in columns]
    end = min(((start.page, start.y) for start in after), default=(inf, 0.0))
    found: list[tuple[int, int]] = []
    for n, text in enumerate(texts):
        box = text.line.box
        if box is None or text.line.page <= page[0].page or (text.line.page, box.y1) > end:
            continue
        column = sum(left <= box.x0 + EDGE for left in lefts) - 1
        if any(box.x0 + EDGE < left < box.x1 for left in lefts):
            return []
        found.append((n, columns[max(column, 0)].number))
    return found


def _has_below(start: _Start, page: Sequence[_Start]) -> bool:
    return any(is_at((start.x,), other.x) and other.y > start.y for other in page)


def _left(texts: Sequence[Text], start: _Start) -> float:
    """Return the left edge of an activity's lines on the page where it begins."""
    boxes = (texts[n].line.box for n in start.lines if texts[n].line.page == start.page)
    return min(box.x0 for box in boxes if box)
