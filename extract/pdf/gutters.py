"""White space between boxes: bands from top to bottom, gutters from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .runs import Segment

# Boxes of two bands may overlap by so many points: tight leading, rounding.
_TIGHT = 0.5
# A title reaches higher than the small type beside it: by this part of what it is larger.
_TIGHT_TYPE = 0.4


class Strip(NamedTuple):
    """An upright white strip between two columns."""

    x0: float
    x1: float


def bands(items: Iterable[Segment]) -> list[list[Segment]]:
    """Return the items in bands that white space parts from one edge to the other, from above."""
    found: list[list[Segment]] = []
    bottom = float("-inf")
    items = list(items)
    small = min((item.style.size for item in items if item.words), default=0.0)
    for item in sorted(items, key=lambda item: item.y0):
        taller = max(0.0, item.style.size - small)
        if item.y0 >= bottom - _TIGHT - _TIGHT_TYPE * taller:
            found.append([])
        found[-1].append(item)
        bottom = max(bottom, item.y1)
    return found


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
    for item in items:
        found[sum(strip.x1 <= item.x0 + _TIGHT for strip in strips)].append(item)
    return found
