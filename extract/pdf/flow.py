"""Columns that flow: one goes on where the other ends, wherever on its page a title stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf

from ..edges import EDGE, beside_first, is_at
from .clues import Clues, is_section
from .gutters import Strip, gutters, left_open
from .runs import Segment

# The lines of one title are no further from its first, in parts of its size.
_TITLE_LINES = 4.0
# A word that overhangs its column leaves so much of a gutter, in parts of the body's size.
_LEFT = 0.4
# No more columns begin anywhere in a document, pages that face one another allowed for: titles at
# more edges are lines that a recogniser has measured too large.
_COLUMNS = 8
# The white margins of a page, left and right of all gutters.
_MARGINS = 2


def flow_of(pages: Iterable[Sequence[Segment]], clues: Clues) -> dict[float, list[float]]:
    """Return where the columns of a document begin, by the size of the titles in them.

    A page shows it that has titles of one size at several edges, of which one stands by itself.
    Where each title has one beside it they are rows of pairs, and tell nothing; nor do titles at
    more edges than there are columns.
    """
    found: dict[float, list[float]] = {}
    for runs in pages:
        for size, titles in _titles(runs, clues).items():
            if not all(beside_first((title.x0, title.base) for title in titles)):
                edges = found.setdefault(size, [])
                edges += {title.x0 for title in titles if not is_at(edges, title.x0)}
    return {size: edges for size, edges in found.items() if len(edges) <= _COLUMNS}


def _titles(runs: Sequence[Segment], clues: Clues) -> dict[float, list[Segment]]:
    """Return the first lines of the titles on a page, by their size."""
    found: dict[float, list[Segment]] = {}
    for run in sorted(runs, key=lambda run: run.base):
        if not clues.is_large(run) or not clues.is_heading(run) or is_section(run):
            continue
        titles = found.setdefault(run.style.size, [])
        if not any(_wraps(title, run) for title in titles):
            titles.append(run)
    return found


def _wraps(title: Segment, run: Segment) -> bool:
    near = run.base - title.base <= _TITLE_LINES * run.style.size
    return is_at((title.x0,), run.x0) and near


def flows(clues: Clues, size: float, columns: Sequence[Sequence[Segment]]) -> bool:
    """Tell whether several columns begin where those do that flow, with titles of a size."""
    edges = clues.flow.get(size, ())
    lefts = [min((run.x0 for run in column), default=-1.0) for column in columns]
    return sum(is_at(edges, left) for left in lefts) > 1


def through_gutters(
    pages: Iterable[Sequence[Segment]], flow: Mapping[float, Sequence[float]], width: float
) -> tuple[Strip, ...]:
    """Return the gutters, at least so wide, between columns that flow through a whole document.

    No line of any page runs over them, not even the heading of a section, and titles stand at
    their right edge. Where lines run over one of several gutters, none goes through all.
    """
    if not flow:
        return ()
    strips = [Strip(-inf, inf)]
    for runs in pages:
        strips = left_open(strips, runs, width)
        if len(strips) <= _MARGINS:
            return ()
    rights = [strip.x1 for strip in strips]
    through = [
        edges
        for edges in flow.values()
        if all(is_at(rights, edge) for edge in edges if edge - min(edges) > EDGE)
    ]
    return tuple(
        strip
        for strip in strips
        if strip.x0 > -inf and any(is_at(edges, strip.x1) for edges in through)
    )


def column_gutters(items: Iterable[Segment], width: float, clues: Clues) -> list[Strip]:
    """Return the white strips between items that are so wide, or lie where columns flow.

    There a word may overhang its column.
    """
    if not clues.flow:
        return gutters(items, width)
    return [
        strip
        for strip in gutters(items, min(width, _LEFT * clues.body))
        if strip.x1 - strip.x0 >= width or begins_column(clues, strip.x1)
    ]


def begins_column(clues: Clues, x: float) -> bool:
    """Tell whether a column that flows begins at a left edge."""
    return any(is_at(edges, x) for edges in clues.flow.values())
