"""Activities and sections side by side, in rows, that go on over the end of a page."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from math import inf
from operator import attrgetter

from .alongside import fields_in_rows
from .anchors import Anchor, find_anchors
from .edges import EDGE, beside_first, is_at
from .headcolumn import heads_in_order
from .labels import label_of
from .layout import Layout
from .recognise import lookahead
from .starts import Start, moved, starts_at
from .words import Text

# From so many rows on it is no chance that what stands in them begins at one height.
_ROWS = 2

_PAGE, _X = attrgetter("page"), attrgetter("x")


def activities_in_order(
    texts: Sequence[Text], layout: Layout
) -> tuple[Sequence[Text], list[Anchor]]:
    """Return the lines with those moved that go on with an activity of a row, and the activities.

    What stands on the next page over its first activities goes on with the last one of the column
    in which it stands; fields beside activities that stand one under the other go with that in
    whose row they stand. Rows are told from columns that flow: there an activity stands alone right
    of the first column.
    """
    texts = heads_in_order(texts, layout)
    anchors = list(find_anchors(texts, layout))
    starts = list(starts_at(texts, [anchor.start for anchor in anchors]))
    ordered = moved(texts, starts, fields_in_rows(texts, starts, layout))
    if ordered is texts:
        ordered = _ordered(texts, starts, starts)
    return (texts, anchors) if ordered is texts else (ordered, list(find_anchors(ordered, layout)))


def sections_in_order(texts: Sequence[Text], layout: Layout) -> Sequence[Text]:
    """Return the lines with those moved that go on with a section of a row.

    Such sections come again, as those of each region do, under headings that are set alike. The
    next heading of that size, or a larger one, ends what goes on. Words that label a field too are
    a heading where they are set larger than what is below them.
    """
    heads = _headings(texts, layout)
    kinds = Counter(_kind(texts[n]) for n in heads)
    for size in sorted({size for (size, _, _), times in kinds.items() if times > 1}):
        firsts = [n for n in heads if _kind(texts[n])[0] >= size]
        starts = list(starts_at(texts, firsts))
        kind_of = [_kind(texts[n]) for n in firsts]
        again = [
            start
            for start, kind in zip(starts, kind_of, strict=True)
            if kind[0] == size and kinds[kind] > 1
        ]
        ordered = _ordered(texts, starts, again)
        if ordered is not texts:
            texts, heads = ordered, _headings(ordered, layout)
    return texts


def _headings(texts: Sequence[Text], layout: Layout) -> list[int]:
    return [n for n in range(len(texts)) if _is_heading(texts, n, layout)]


def _is_heading(texts: Sequence[Text], n: int, layout: Layout) -> bool:
    if texts[n].line.box is None or not layout.begins.allow(texts[n].folded):
        return False
    if label_of(texts[n], layout) and not _is_larger(texts[n], texts[n + 1 : n + 2]):
        return False
    return any(words in layout.headings for words in lookahead(texts, n).values())


def _is_larger(text: Text, below: Sequence[Text]) -> bool:
    """Tell whether a line is set larger than that below it, as no label of a field is."""
    return any((text.line.size or 0.0) > (each.line.size or 0.0) for each in below)


def _kind(text: Text) -> tuple[float, bool | None, str]:
    return text.line.size or 0.0, text.line.bold, text.folded


def _ordered(
    texts: Sequence[Text], starts: Sequence[Start], rows: Sequence[Start]
) -> Sequence[Text]:
    """Return the lines with those moved that go on with some of all starts, which stand in rows."""
    pages = [list(page) for _, page in itertools.groupby(starts, _PAGE)]
    abreast = [[start for start in page if start in rows] for page in pages]
    beside = [each for page in abreast for each in beside_first((s.x, s.y) for s in page)]
    if len(beside) < _ROWS or not all(beside):
        return texts
    owners: dict[int, int] = {}
    for page, row, after in zip(pages, abreast, [*pages[1:], []], strict=True):
        owners |= _going_on(texts, page, row, after)
    return moved(texts, starts, owners)


def _going_on(
    texts: Sequence[Text], page: Sequence[Start], row: Sequence[Start], after: Sequence[Start]
) -> dict[int, int]:
    """Return the lines that go on with starts of a page that stand in rows, and their numbers.

    Return none where these have one column, where they do not end the page, or where a line runs
    over the edge of a column.
    """
    columns = sorted((start for start in row if not _has_below(start, row)), key=_X)
    if len(columns) < 2 or any(
        start.y > column.y for start in page if start not in row for column in columns
    ):
        return {}
    lefts = [_left(texts, start) for start in columns]
    end = min(((start.page, start.y) for start in after), default=(inf, 0.0))
    found: dict[int, int] = {}
    for n, text in enumerate(texts):
        box = text.line.box
        if box is None or text.line.page <= page[0].page or (text.line.page, box.y1) > end:
            continue
        column = sum(left <= box.x0 + EDGE for left in lefts) - 1
        if any(box.x0 + EDGE < left < box.x1 for left in lefts):
            return {}
        found[n] = columns[max(column, 0)].number
    return found


def _has_below(start: Start, row: Sequence[Start]) -> bool:
    return any(is_at((start.x,), other.x) and other.y > start.y for other in row)


def _left(texts: Sequence[Text], start: Start) -> float:
    """Return the left edge of what begins on a page, by its lines there."""
    boxes = (texts[n].line.box for n in start.lines if texts[n].line.page == start.page)
    return min(box.x0 for box in boxes if box)
