"""Where a region with columns is cut across: at headings, rows of fields, pictures, seats."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..words.runs import Segment
from ..words.vocabulary import is_seat_text
from .beside import is_passed
from .clues import Clues, is_date, is_label
from .gutters import columns
from .headings import before_headings
from .region import Region

# Fields that begin a part of their own have so much white space over them, in parts of the size.
_FIELDS = 0.8


def breaks(rows: Sequence[list[Segment]], clues: Clues) -> list[int]:
    """Return the bands, by number, before which a region is cut.

    A cut comes before headings and after those that stand alone; fields in a row under columns of
    text begin a part of their own, and so do pictures in a row, and a date that ends a page.
    """
    region = Region.of(rows, clues)
    found = before_headings(region) | _field_rows(region) | _galleries(region)
    found |= _last_date(region) | _seats(region)
    found = {region.white_over(n) for n in found if n < len(rows)}
    return sorted(n for n in found if n and any(region.texts[:n]))


def _field_rows(region: Region) -> set[int]:
    """Return the bands where nothing but fields begin, under columns of text.

    White space parts them from the columns, or all columns end together over a lone label. Where
    columns have headings of their own, the fields belong to them and begin no part.
    """
    if not any(region.labels) or any(
        _heads_own_column(region, n) for n in range(len(region.texts))
    ):
        return set()
    found = set()
    since = 0
    for n in range(len(region.texts)):
        if region.is_lone(n):
            since = n + 1
        labels = region.labels[n]
        if n == since or not labels or not any(region.texts[since:n]):
            continue
        if any(region.labels[since:n]):
            continue
        over = [item for above in region.texts[since:n] for item in above]
        apart = labels[0].y0 - max(item.y1 for item in over) >= _FIELDS * labels[0].style.size
        inline = bool(labels[0].text.partition(":")[2].strip())
        ends = apart or inline or (len(region.texts[n]) == 1 and _end_together(region, over, n))
        if ends and all(_is_field(region, n, item) for item in region.fronts(n)):
            found.add(n)
    return found


def _is_field(region: Region, n: int, item: Segment) -> bool:
    """Tell whether an item is a label of band n, or the value beside one of several there."""
    return is_label(item) or (len(region.labels[n]) > 1 and region.is_value(n, item))


def _end_together(region: Region, over: Sequence[Segment], n: int) -> bool:
    """Tell whether columns end in the band before band n; the last of several may be shorter."""
    cells = columns(over, region.gutters(over))
    ending = [any(item in cell for item in region.texts[n - 1]) for cell in cells]
    return sum(ending) > 1 and all(ending[:-1])


def _last_date(region: Region) -> set[int]:
    """Return the last band where it is but a date, whose title stands on the next page.

    A title that the next column begins with, and no date over it, is that of the date.
    """
    last = max((n for n, row in enumerate(region.texts) if row), default=0)
    row = region.texts[last]
    if len(row) != 1 or not is_date(row[0]):
        return set()
    over = region.above(last, row[0])
    if over and region.clues.is_heading(over[1]):
        return set()
    right = [front for front in region.fronts(0) if front.x0 >= row[0].x1]
    return set() if right and region.clues.is_large(right[0]) else {last}


def _galleries(region: Region) -> set[int]:
    """Return the bands of several pictures and no text; those of one column part nothing."""
    rows = region.rows
    found = {n for n, row in enumerate(rows) if len(row) > 1 and not region.texts[n]}
    strips = region.gutters(item for row in rows for item in row) if found else []
    return {n for n in found if not strips or sum(map(bool, columns(rows[n], strips))) > 1}


def _heads_own_column(region: Region, n: int) -> bool:
    """Tell whether headings stand in a band beside one another, or beside other text."""
    headings = region.headings[n]
    return len(headings) > 1 or bool(headings and not region.is_lone(n))


def _may_label(item: Segment) -> bool:
    return is_label(item) or is_seat_text(item.text)


def _seats(region: Region) -> set[int]:
    """Return the bands of labels of seats under one whose people stand side by side, or beside it.

    Where one has nobody under it in its own column, before the next, all stand over all columns;
    else the column beside one does not go on past it. Where as many labels are of no seat
    'Members' is a field.
    """
    seats = [is_seat_text(item.text) for row in region.texts for item in row if _may_label(item)]
    if 2 * sum(seats) <= len(seats):
        return set()
    alone = [
        n
        for n, row in enumerate(region.texts)
        if len(row) == 1 and row[0].style.bold and is_seat_text(row[0].text)
    ]
    pairs = [(a, b) for a, b in pairwise(alone) if _are_of_one_edge(region, a, b)]
    if any(b - a > 1 and _are_neighbours(region, a, b) for a, b in pairs):
        return {b for _, b in pairs}
    people = {
        b: region.texts[a + 1] for a, b in pairs if not any(map(_may_label, region.texts[a + 1]))
    }
    return {
        b
        for b, row in people.items()
        if len(row) > 1 and not is_passed(region, region.texts[b][0], b, b)
    }


def _are_neighbours(region: Region, a: int, b: int) -> bool:
    """Tell whether nothing stands between two labels in their own column."""
    return region.above(b, region.texts[b][0]) == (a, region.texts[a][0])


def _are_of_one_edge(region: Region, a: int, b: int) -> bool:
    over, label = region.texts[a][0], region.texts[b][0]
    return label.x0 == over.x0 and label.style == over.style
