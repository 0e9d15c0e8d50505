"""Columns that flow: one goes on where the other ends, wherever on its page a title stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf

from ...edges import EDGE, beside_first, is_at
from ..words.runs import Segment
from .clues import Clues, is_date, is_label, is_section
from .gutters import Strip, gutters, left_open

# The lines of one title are no further from its first, in parts of its size.
_TITLE_LINES = 4.0
# A date that tells a bold line to be a title stands so near to it, in parts of its size.
_DATED = 2.5
# A word that overhangs its column leaves so much of a gutter, in parts of the body's size.
_LEFT = 0.4
# No more columns begin anywhere in a document, pages that face one another allowed for: titles at
# more edges are lines that a recogniser has measured too large.
_COLUMNS = 8
# The white margins of a page, left and right of all gutters.
_MARGINS = 2


def flow_of(pages: Sequence[Sequence[Segment]], clues: Clues) -> dict[float, list[float]]:
    """Return where the columns of a document begin, by the size of the titles in them.

    A page shows it that has titles of one size at several edges, of which one stands by itself.
    Where each title has one beside it they are rows of pairs, and tell nothing; nor do titles at
    more edges than there are columns. Where no titles larger than the body show it, those may that
    are but bold.
    """
    large = (_large_titles(runs, clues) for runs in pages)
    bold = (_bold_titles(runs, clues) for runs in pages)
    return _edges(large) or _edges(bold)


def _edges(pages: Iterable[Sequence[Segment]]) -> dict[float, list[float]]:
    """Return at which left edges the titles of pages stand that show columns, by their size."""
    found: dict[float, list[float]] = {}
    for page in pages:
        for size in {title.style.size for title in page}:
            titles = [title for title in page if title.style.size == size]
            if not all(beside_first((title.x0, title.base) for title in titles)):
                edges = found.setdefault(size, [])
                edges += {title.x0 for title in titles if not is_at(edges, title.x0)}
    return {size: edges for size, edges in found.items() if len(edges) <= _COLUMNS}


def _large_titles(runs: Iterable[Segment], clues: Clues) -> list[Segment]:
    """Return the first lines of the titles on a page that are larger than the body."""
    large = (run for run in runs if clues.is_large(run) and clues.is_heading(run))
    return [title[0] for title in _whole(run for run in large if not is_section(run))]


def _bold_titles(runs: Sequence[Segment], clues: Clues) -> list[Segment]:
    """Return the first lines of the titles that but a date, right over or under them, tells."""
    dates = [run for run in runs if is_date(run)]
    bold = (run for run in runs if dates and run.style.bold and not clues.is_large(run))
    titles = _whole(run for run in bold if not (is_label(run) or is_section(run)))
    return [title[0] for title in titles if any(_is_dated(title, date) for date in dates)]


def _is_dated(title: Sequence[Segment], date: Segment) -> bool:
    white = max(title[0].base - date.base, date.base - title[-1].base)
    return is_at((title[0].x0,), date.x0) and 0 < white <= _DATED * title[0].style.size


def _whole(runs: Iterable[Segment]) -> list[list[Segment]]:
    """Return the lines of titles, title by title."""
    found: list[list[Segment]] = []
    last: dict[float, list[list[Segment]]] = {}  # those that may go on, by their size
    for run in sorted(runs, key=lambda run: run.base):
        size = run.style.size
        near = [t for t in last.get(size, ()) if run.base - t[0].base <= _TITLE_LINES * size]
        title = next((title for title in near if is_at((title[0].x0,), run.x0)), None)
        if title is None:
            title = []
            found.append(title)
            near.append(title)
        title.append(run)
        last[size] = near
    return found


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
