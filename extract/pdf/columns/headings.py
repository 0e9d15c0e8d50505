"""Where headings cut a region across: before they begin, and after those that stand alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..words.runs import Segment
from .beside import (
    begins_later_column,
    cuts_off_label,
    flow_beside,
    holds_seats,
    is_passed,
    is_staggered,
    is_stopped,
)
from .clues import is_date, is_section
from .flow import flows
from .gutters import columns
from .kickers import is_of_title, with_kicker
from .region import Region

# White space over a heading beside which other columns begin too, in parts of its size.
_OVER = 0.6
# What stands no higher beside a heading than this, in parts of its size, begins with it.
_LEVEL = 0.8
# Sizes that differ by less are one rank of heading.
_RANK = 0.95


def before_headings(region: Region) -> set[int]:
    """Return the bands before which headings cut a region.

    A cut comes before and after a heading that stands alone in its band, wrapped lines and the
    date at its side included. Where none does, and only there are columns told well enough, it
    comes before a title over which the column beside it stops, or before a band in which the
    largest headings of the region begin, when whatever else is in the band begins there too.
    """
    if not any(region.headings):
        return set()
    flowing = _flowing(region)
    alone = _lone(region, flowing) | _sections(region)
    return alone or _over_stopped(region) or _mixed(region, flowing)


def _lone(region: Region, flowing: Collection[float]) -> set[int]:
    """Return the cuts around the headings that stand alone in their bands.

    Several headings in a band head the columns below them. A single one heads the columns below
    it, or it ends the fields beside the text over it, or it is a section's by its words or by the
    rank of one that does. Else it is a heading inside a column, and the next column goes on where
    its own ends.
    """
    found: set[int] = set()
    rank = float("inf")
    for n, after in _lone_headings(region):
        row = region.texts[n]
        size = row[0].style.size
        below = _until_heading(region, after)
        alone = not _heads_columns(region, row, below)
        spreads = _spreads(region, n, below)
        if spreads and alone:
            rank = min(rank, size)
        sections = [region.is_section(n, after, item) for item in row]
        ends = sections[0] or size >= rank or (below and _fields_beside(region, n, row))
        if alone and not (spreads or ends):
            continue
        if is_passed(region, row[0], n, after) or is_staggered(region, n, after):
            continue
        if holds_seats(region, row[0], max(found, default=0), n):
            continue
        later = not any(sections) or begins_later_column(region, row[0])
        if size in flowing and later and not is_stopped(region, row[0], n, after):
            continue
        found.add(with_kicker(region, n, row[0]))
        if sections[0] and not below:
            found.add(after)
        if spreads and alone:
            found |= _after(region, after, below)
    return found


def _lone_headings(region: Region) -> Iterator[tuple[int, int]]:
    """Yield the bands where lone headings begin, and the bands behind their last lines.

    A heading whose next line has something else beside it is none, nor is the date under a title.
    """
    for n, row in enumerate(region.texts):
        if not region.is_lone(n) or region.wraps(n, row[0]) or is_of_title(region, n, row[0]):
            continue
        after = n + 1
        while after < len(region.texts) and _goes_on(region, after):
            after += 1
        following = region.texts[after] if after < len(region.texts) else ()
        if not any(region.wraps(after, item) for item in following):
            yield n, after


def _after(region: Region, n: int, below: Sequence[Segment]) -> set[int]:
    """Return the cut behind a heading over columns, which its date stands over too."""
    following = region.texts[n] if n < len(region.texts) else ()
    if len(following) < 2 and not region.gutters(below):
        return set()
    return {n + 1 if len(following) == 1 and is_date(following[0]) else n}


def _goes_on(region: Region, n: int) -> bool:
    """Tell whether a band holds but a picture, or the next line of a heading."""
    row = region.texts[n]
    return not row or (region.is_lone(n) and region.wraps(n, row[0]))


def _flowing(region: Region) -> frozenset[float]:
    """Return the sizes of headings that stand in several columns, here and there.

    Such columns flow: one goes on where the other ends, even if two titles stand side by side by
    chance, or here one column has none. Where every title has one beside it, they are rows of
    pairs and do not flow.
    """
    items = [item for row in region.texts for item in row]
    cells = columns(items, region.gutters(items))
    sizes = [{i.style.size for i in c if region.clues.is_heading(i)} for c in cells]
    shared = {size for one in sizes for size in one if sum(size in other for other in sizes) > 1}
    elsewhere = {
        size for size in frozenset[float]().union(*sizes) if flows(region.clues, size, cells)
    }
    return frozenset({size for size in shared if not _paired(region, cells, size)} | elsewhere)


def _paired(region: Region, cells: Sequence[Sequence[Segment]], size: float) -> bool:
    """Tell whether every title of a size right of the first column has one beside it."""
    tops = [
        {
            n
            for n, row in enumerate(region.texts)
            for item in row
            if item.style.size == size and item in cell and not region.wraps(n, item)
        }
        for cell in cells
    ]
    return all(bands <= tops[0] for bands in tops[1:])


def _heads_columns(region: Region, row: Sequence[Segment], below: Sequence[Segment]) -> bool:
    """Tell whether the headings of a band stand over different columns."""
    strips = region.gutters([*row, *below])
    return sum(bool(column) for column in columns(row, strips)) > 1


def _until_heading(region: Region, n: int) -> list[Segment]:
    """Return the texts from band n on, up to the next heading that stands alone."""
    found: list[Segment] = []
    for m in range(n, len(region.texts)):
        if region.is_lone(m):
            break
        found += region.texts[m]
    return found


def _spreads(region: Region, n: int, below: Sequence[Segment]) -> bool:
    """Tell whether the text under a heading leaves the column in which the heading stands."""
    row = region.texts[n]
    over = [item for above in region.texts[:n] for item in above]
    left, right = float("-inf"), float("inf")
    for strip in region.gutters([*over, *row]):
        if strip.x1 <= row[0].x0:
            left = strip.x0
        elif strip.x0 >= row[-1].x1:
            right = min(right, strip.x1)
    if (left, right) == (float("-inf"), float("inf")):
        return bool(region.gutters(below))
    return any(item.x0 <= left or item.x1 >= right for item in below)


def _fields_beside(region: Region, n: int, row: Sequence[Segment]) -> bool:
    """Tell whether fields stand over a heading, but not in its own column."""
    left, right = min(item.x0 for item in row), max(item.x1 for item in row)
    labels = (label for above in region.labels[:n] for label in above)
    return any(label.x1 <= left or label.x0 >= right for label in labels)


def _sections(region: Region) -> set[int]:
    """Return the bands where the heading of a section begins, and all columns begin with it.

    What stands a little higher beside the heading begins with it.
    """
    found: set[int] = set()
    for n, row in enumerate(region.headings):
        heading = next(filter(is_section, row), None)
        if heading is None or region.is_lone(n):
            continue
        start = n
        top = heading.y0 - _LEVEL * heading.style.size
        while start and region.texts[start - 1] and region.texts[start - 1][0].y0 >= top:
            start -= 1
        over = [item.y1 for above in region.texts[:start] for item in above]
        fronts = region.fronts(start)
        if flow_beside(region, heading, fronts) or cuts_off_label(region, start):
            continue
        apart = over and min(i.y0 for i in fronts) - max(over) >= _OVER * heading.style.size
        if apart and not any(region.is_next(start, i) for i in fronts if i is not heading):
            found |= set() if is_passed(region, heading, start, start) else {start}
    return found


def _over_stopped(region: Region) -> set[int]:
    """Return the bands where titles begin over which the columns beside them stop."""
    return {
        with_kicker(region, n, item)
        for n, row in enumerate(region.headings)
        for item in row
        if region.clues.is_large(item) and not region.wraps(n, item)
        if is_stopped(region, item, n, n)
    }


def _mixed(region: Region, flowing: Collection[float]) -> set[int]:
    """Return the bands where headings begin beside other columns; none if any heading does not."""
    headings = [
        (n, item)
        for n, row in enumerate(region.headings)
        if row and not region.is_lone(n)
        for item in row
        if region.clues.is_large(item)
    ]
    largest = max((item.style.size for _, item in headings), default=0.0)
    found: set[int] = set()
    for n, item in headings:
        if item.style.size < _RANK * largest:
            continue
        over = region.above(n, item)
        start = with_kicker(region, n, item)
        if over and over[1].style == item.style and not _apart(over[1], item):
            continue
        if over and not _apart(over[1], item) and start == n:
            return set()
        if not all(region.begins(start, front) for front in region.fronts(start)):
            return set()
        if item.style.size in flowing:
            return set()
        found.add(start)
    return found


def _apart(over: Segment, heading: Segment) -> bool:
    return heading.y0 - over.y1 >= _OVER * heading.style.size
