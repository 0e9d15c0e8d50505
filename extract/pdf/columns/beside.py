"""Columns beside a heading that do not begin with it: it stands in its own column and cuts none."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from ...edges import EVEN, is_at
from ...fold import fold
from ..words.runs import Segment
from ..words.vocabulary import is_seat_text, seats_of
from .clues import is_date, is_label, is_section
from .flow import flows
from .gutters import columns
from .region import Region

# A column that stops leaves so much white space, in parts of its size.
_STOP = 2.0
# Headings over columns stand further over the headings in them than this, in parts of the size.
_STAGGER = 1.5


def is_passed(region: Region, heading: Segment, start: int, end: int) -> bool:
    """Tell whether a column beside a heading, from band `start` to before `end`, goes on past it.

    Nothing begins there, and the white space beside the heading is no larger than elsewhere in
    that column, away from headings.
    """
    return any(_passes(region, cell, start, end) for cell in _beside(region, heading))


def is_stopped(region: Region, heading: Segment, start: int, end: int) -> bool:
    """Tell whether a column beside a heading, from band `start` to before `end`, stops over it.

    What stands below there heads nothing, and the white space over it is larger than over any text
    of that column that heads nothing; no title stands over it, after which no column stops. So what
    is below goes on with the text under the heading.
    """
    return any(_stops(region, cell, start, end) for cell in _beside(region, heading))


def _beside(region: Region, heading: Segment) -> list[list[Segment]]:
    """Return the columns of a region in which a heading does not stand, pictures included."""
    items = [item for row in region.rows for item in row]
    strips = region.gutters(items)
    return [cell for cell in columns(items, strips) if heading not in cell] if strips else []


def _stops(region: Region, cell: Sequence[Segment], start: int, end: int) -> bool:
    """Tell whether the white space of a column beside those bands is larger than elsewhere."""
    band = {id(item): m for m, row in enumerate(region.rows) for item in row}
    pairs = list(itertools.pairwise(sorted(cell, key=lambda item: item.y0)))
    here = next(
        (n for n, (a, b) in enumerate(pairs) if band[id(a)] < start and end <= band[id(b)]), None
    )
    if here is None:
        return False
    white = _white(*pairs[here])
    if white < _STOP * cell[0].style.size or region.clues.is_large(pairs[here][0]):
        return False
    if not _goes_on(region, *pairs[here], band):
        return False
    others = (pair for n, pair in enumerate(pairs) if n != here and white <= EVEN * _white(*pair))
    return not any(_goes_on(region, *pair, band) for pair in others)


def _white(above: Segment, below: Segment) -> float:
    return below.y0 - above.y1


def _goes_on(region: Region, above: Segment, below: Segment, band: Mapping[int, int]) -> bool:
    """Tell whether text follows text and heads nothing."""
    if not (above.words and below.words) or is_date(below):
        return False
    return not region.heads(band[id(below)], below)


def _passes(region: Region, cell: Sequence[Segment], start: int, end: int) -> bool:
    """Tell whether the white space of a column beside those bands is as elsewhere in it."""
    band = {id(item): m for m, row in enumerate(region.rows) for item in row}
    cell = sorted(cell, key=lambda item: item.y0)
    here, elsewhere = 0.0, 0.0
    for above, below in itertools.pairwise(cell):
        white = below.y0 - above.y1
        if band[id(above)] < start and end <= band[id(below)]:
            here = 0.0 if region.begins(band[id(below)], below) else white
        elif not any(map(region.is_lone, range(band[id(above)] + 1, band[id(below)]))):
            elsewhere = max(elsewhere, white)
    return 0 < here <= EVEN * elsewhere


def begins_later_column(region: Region, heading: Segment) -> bool:
    """Tell whether a heading begins at the left edge of a column, and that is not the first one.

    What it headed that stands left of it would begin at its own edge.
    """
    strips = region.gutters(item for row in region.texts for item in row)
    return is_at([strip.x1 for strip in strips], heading.x0)


def holds_seats(region: Region, heading: Segment, since: int, start: int) -> bool:
    """Tell whether a column beside a heading holds a seat that only the section under it has.

    It stands in the bands from `since` to before `start`, where the heading begins: that column
    goes on where the heading's own ends.
    """
    seats = seats_of(heading.text)
    return bool(seats) and any(
        fold(item.text) in seats
        for row in region.texts[since:start]
        for item in row
        if item.x0 >= heading.x1 or item.x1 <= heading.x0
    )


def is_staggered(region: Region, n: int, after: int) -> bool:
    """Tell whether a section in columns that flow begins a little higher or lower than one beside.

    What heads a row of columns stands at one height.
    """
    heading = region.texts[n][0]
    beside = (item for row in region.texts[max(n - 1, 0) : after + 1] for item in row)
    return any(
        item.style == heading.style
        and is_section(item)
        and abs(item.base - heading.base) <= _STAGGER * heading.style.size
        and (item.x1 < heading.x0 or item.x0 > heading.x1)
        and flows(region.clues, heading.style.size, [[heading], [item]])
        for item in beside
    )


def flow_beside(region: Region, heading: Segment, fronts: Sequence[Segment]) -> bool:
    """Tell whether a heading stands in one of several columns that flow, beside another's label.

    There a section of all columns has nothing beside it but sections.
    """
    beside = any(_is_label(front) for front in fronts if front is not heading)
    return beside and flows(region.clues, heading.style.size, [[front] for front in fronts])


def cuts_off_label(region: Region, n: int) -> bool:
    """Tell whether what a label is over begins with a band, and the label would be cut from it."""
    values = (i for i in region.texts[n] if not (_is_label(i) or region.clues.is_heading(i)))
    return any(over and _is_label(over[1]) for over in (region.above(n, i) for i in values))


def _is_label(item: Segment) -> bool:
    """Tell whether an item is but the label of a field or a seat."""
    return is_seat_text(item.text) or (is_label(item) and ":" not in item.text[:-1])
