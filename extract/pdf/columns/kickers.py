"""Dates over or under the titles to which they belong."""

from __future__ import annotations

from ..words.runs import Segment
from .clues import is_date, is_kicker, is_section
from .region import Region

# A date so near to its title belongs to it, in parts of the title's size.
_KICKER = 1.2


def with_kicker(region: Region, n: int, heading: Segment) -> int:
    """Return the band where a heading's date begins, when it stands right over it.

    Or when it stands apart from what is over it, all columns begin with it, no date stands under
    the heading, and that is of no section by its words: sections have no dates.
    """
    over = region.above(n, heading)
    if over is None:
        return n
    top = over
    before = region.above(*over)
    if before and _are_date(before[1], over[1]):
        top, before = before, region.above(*before)
    elif not is_kicker(over[1]):
        return n
    far = _KICKER * heading.style.size
    if heading.y0 - over[1].y1 <= far:
        return top[0]
    if is_section(heading) or region.clues.is_heading(over[1]) or _has_date(region, n, heading):
        return n
    apart = before is None or top[1].y0 - before[1].y1 > far
    return top[0] if apart and _all_begin(region, top[0]) else n


def is_of_title(region: Region, n: int, date: Segment) -> bool:
    """Tell whether a date stands right under a title, which is no date: it heads nothing itself."""
    over = region.above(n, date) if is_date(date) else None
    if over is None or not region.clues.is_heading(over[1]) or is_date(over[1]):
        return False
    return date.y0 - over[1].y1 <= _KICKER * over[1].style.size


def _has_date(region: Region, n: int, heading: Segment) -> bool:
    """Tell whether a date stands right under a heading and its other lines."""
    bottom = heading.y1
    for m in range(n + 1, len(region.texts)):
        for item in region.texts[m]:
            if item.x0 >= heading.x1 or item.x1 <= heading.x0:
                continue
            if not region.wraps(m, item):
                near = item.y0 - bottom <= _KICKER * heading.style.size
                return near and is_date(item)
            bottom = item.y1
    return False


def _all_begin(region: Region, n: int) -> bool:
    """Tell whether the first texts of all columns, of several, from band n on begin there."""
    fronts = region.fronts(n)
    return len(fronts) > 1 and all(region.begins(n, front) for front in fronts)


def _are_date(line: Segment, below: Segment) -> bool:
    """Tell whether two lines are one date: '1 October-9' / 'December'."""
    near = below.y0 - line.y1 <= _KICKER * line.style.size
    same = line.style == below.style
    return near and same and is_date(Segment.of([*line.words, *below.words]))
