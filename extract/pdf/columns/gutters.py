"""White space between boxes: bands from top to bottom, gutters from left to right."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from ..words.glyphs import gaps
from ..words.runs import Segment

# Boxes of two bands may overlap by so many points: tight leading, rounding.
_TIGHT = 0.5
# A title reaches higher than the small type beside it: by this part of what it is larger.
_TIGHT_TYPE = 0.4
# Lines that overlap by more than this were printed over one another, and their baselines are at
# least so far apart, both in parts of the size: leading is never so tight.
_OVERPRINT = 0.25
LINES = 0.5
# Gutters between columns of three lines or more are at least so wide, in parts of the size; one
# or two lines may leave a narrower gap by chance.
_GUTTER = 0.8
_GUTTER_OF_FEW = 1.2
FEW = 3
# Spaces in one line of justified type differ by no more, for punctuation.
_STRETCH = 2.0


_TOP = attrgetter("y0")


class Strip(NamedTuple):
    """An upright white strip between two columns."""

    x0: float
    x1: float


def bands(items: Iterable[Segment]) -> list[list[Segment]]:
    """Return the items in bands that white space parts from one edge to the other, from above.

    Where lines of one column were printed over one another, the lower one begins a band too.
    """
    found: list[list[Segment]] = []
    bottom = float("-inf")
    items = sorted(items, key=_TOP)
    small = min([item.style.size for item in items if item.words], default=0.0)
    for item in items:
        _, _, y0, _, y1, _, style, _ = item
        taller = style.size - small if style.size > small else 0.0
        if y0 >= bottom - _TIGHT - _TIGHT_TYPE * taller:
            found.append([])
        found[-1].append(item)
        if y1 > bottom:
            bottom = y1
    if not any(map(_holds_lines, found)):
        return found
    return [part for band in found for part in _overprints(band)]


def _holds_lines(band: Sequence[Segment]) -> bool:
    """Tell whether lines one under the other may stand in a band, beside others: a quick no."""
    return len(band) > 2 and band[-1].y0 - band[0].y0 > _OVERPRINT * band[0].style.size


def _overprints(band: list[Segment]) -> list[list[Segment]]:
    """Return a band cut where all lines that reach further down are printed over by others."""
    if not _holds_lines(band):
        return [band]
    found: list[list[Segment]] = [[]]
    reaching: list[Segment] = []
    for n, item in enumerate(band):
        top = item.y0 + _OVERPRINT * item.style.size
        reaching = [over for over in reaching if over.y1 > top]
        if reaching and all(_printed_over(over, band[n:], top) for over in reaching):
            found.append([])
            reaching = []
        found[-1].append(item)
        reaching.append(item)
    return found


def _printed_over(over: Segment, items: Sequence[Segment], top: float) -> bool:
    """Tell whether one of the items, sorted from above, is printed over a line at this height."""
    return any(
        item.x0 < over.x1 and item.x1 > over.x0 and item.base - over.base >= LINES * over.style.size
        for item in itertools.takewhile(lambda item: item.y0 < top, items)
    )


def gutters(items: Iterable[Segment], width: float) -> list[Strip]:
    """Return the white strips, at least so wide, that run between the items, from the left."""
    found: list[Strip] = []
    right = float("inf")
    for x0, x1 in sorted([(item.x0, item.x1) for item in items]):
        if x0 - right >= width:
            found.append(Strip(right, x0))
        if x1 > right or right == float("inf"):
            right = x1
    return found


def columns(items: Sequence[Segment], strips: Sequence[Strip]) -> list[list[Segment]]:
    """Return the items between the strips, column by column, empty columns included."""
    found: list[list[Segment]] = [[] for _ in range(len(strips) + 1)]
    ends = [strip.x1 for strip in strips]
    for item in items:
        found[bisect_right(ends, item.x0 + _TIGHT)].append(item)
    return found


def left_open(strips: Sequence[Strip], row: Sequence[Segment], width: float) -> list[Strip]:
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


def gutter_width(items: Sequence[Segment], lines: int) -> float:
    """Return how wide a gutter between items of so many lines is at least."""
    return middle_size(items) * (_GUTTER if lines >= FEW else _GUTTER_OF_FEW)


def middle_size(items: Sequence[Segment]) -> float:
    """Return the middle size of the type in a region, the smaller one of two."""
    sizes = sorted([item.style.size for item in items if item.words]) or [1.0]
    return sizes[(len(sizes) - 1) // 2]


def is_stretched(row: Sequence[Segment]) -> bool:
    """Tell whether the gaps between the runs of a line are like the spaces inside them.

    Justified type stretches all spaces of a line alike. A line without a space tells nothing.
    """
    words = sorted((word for item in row for word in item.words), key=lambda word: word.x0)
    spaces = sorted(gaps(words))
    return len(spaces) < FEW or spaces[-1] <= _STRETCH * spaces[len(spaces) // 2]
