"""Places on a page that are meant to be one: the left edge of a column, the height of a row."""

from __future__ import annotations

from collections.abc import Iterable

# Such places differ by so many points.
EDGE = 1.5
# Distances that are meant to be equal differ by no more than this factor.
EVEN = 1.13


def is_at(places: Iterable[float], at: float) -> bool:
    """Tell whether a place is one of some others."""
    return any(abs(place - at) <= EDGE for place in places)


def beside_first(places: Iterable[tuple[float, float]]) -> list[bool]:
    """Return for each place right of the first column, given as x and y, whether one is beside it.

    Where all have one in the first column at their height, what begins there stands in rows.
    """
    places = list(places)
    edge = min((x for x, _ in places), default=0.0)
    first = [y for x, y in places if x - edge <= EDGE]
    return [is_at(first, y) for x, y in places if x - edge > EDGE]
