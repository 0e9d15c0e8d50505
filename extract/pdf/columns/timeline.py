"""A line of dates down the page: each beside the title of its activity, left or right of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

import regex

from ..words.runs import Segment
from .clues import Clues, stands_as_date
from .gutters import columns
from .region import Region

# So much of such a column is dates at least, or stands in the place of one, as 'Ongoing' does.
_DATES = 0.5
# A date begins no further from the top of its title, in parts of the title's size.
_LEVEL = 0.8
# Lines of one date are no further apart, in parts of the size.
_WRAP = 0.9
# A line of one has so many words: '3, 10 and 24' / 'February', '30 December 2023 to 2 January'
_WORDS = 6
# 3rd July   3.2.2015   but no L1M1D3, no 2.3 Climate resilience
_FIGURE = regex.compile(r"(?<![\p{L}\d.])\d(?!\.\d{1,2}(?![\d.]))")


def by_dates(rows: Sequence[list[Segment]], clues: Clues) -> list[list[Segment]]:
    """Return the parts of a region with such a column: each date and title, and what is below.

    Of date and title the left one is read first. All dates must stand beside a title, and one
    title at least left of its date: a column of dates at the left edge is one like others. Of no
    such column nothing is returned.
    """
    if not any(_may_lead(row, clues) for row in rows if len(row) > 1):
        return []
    region = Region.of(rows, clues)
    items = [item for row in region.texts for item in row]
    cells = columns(items, region.gutters(items))
    dates = next((dates for cell in cells if (dates := _dates(cell))), [])
    band_of = {id(item): n for n, row in enumerate(region.texts) for item in row}
    bands = [band_of[id(date[0])] for date in dates]
    titles = [_title(region, n, date[0]) for n, date in zip(bands, dates, strict=True)]
    if not dates or not all(titles):
        return []
    both = list(zip(dates, titles, strict=True))
    if all(date[0].x0 <= title[0].x0 for date, title in both):
        return []
    pairs = [sorted(pair, key=lambda part: part[0].x0) for pair in both]
    taken = {id(item) for lines in (*dates, *titles) for item in lines}
    left = [[item for item in row if id(item) not in taken] for row in rows]
    edges = [0, *bands, len(rows)]
    rest = [list(chain.from_iterable(left[a:b])) for a, b in pairwise(edges)]
    parts = [rest[0]]
    for pair, below in zip(pairs, rest[1:], strict=True):
        parts += [*pair, below]
    return [part for part in parts if part]


def _may_lead(row: Sequence[Segment], clues: Clues) -> bool:
    """Tell whether a title may stand left of a line of a date: a quick no for most bands."""
    titles = [item.x0 for item in row if item.words and clues.is_large(item)]
    if not titles or not any(map(clues.is_heading, row)):
        return False  # no title, but an amount
    left = min(titles)
    return any(
        item.x0 > left and len(item.words) <= _WORDS and _FIGURE.search(item.text) for item in row
    )


def _dates(cell: Sequence[Segment]) -> list[list[Segment]]:
    """Return what stands in a column, wrapped lines together, if most are dates; else nothing."""
    lines = sorted(cell, key=lambda item: item.base)
    found: list[list[Segment]] = [lines[:1]]
    for over, item in pairwise(lines):
        if item.y0 - over.y1 <= _WRAP * item.style.size:
            found[-1].append(item)
        else:
            found.append([item])
    whole = [Segment.of([word for item in each for word in item.words]) for each in found if each]
    return found if sum(map(stands_as_date, whole)) > _DATES * len(whole) else []


def _title(region: Region, n: int, date: Segment) -> list[Segment]:
    """Return the lines of the title that begins at the height of a date."""
    titles = (item for item in region.headings[n] if region.clues.is_large(item))
    near = (item for item in titles if abs(item.y0 - date.y0) <= _LEVEL * item.style.size)
    first = next((item for item in near if not region.wraps(n, item)), None)
    if first is None:
        return []
    lines = [first]
    for m, row in enumerate(region.texts[n:], n):
        below = [item for item in row if item.style == first.style and region.wraps(m, item)]
        if m > n and not below:
            break
        lines += below
    return lines
