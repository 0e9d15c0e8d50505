"""Lists: no type but words and places tell outlets from topics, names from posts, and amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from ...fold import fold
from ...layout import Layout
from ...shapes import AMOUNT, GOES_ON
from .grid import Run
from .kinds import Kind, Typed

# Of a page, and the rows over and under the list.
_Finder = Callable[[Typed, int, int], Iterator[Run]]

# Lines of one column are indented by so many signs at most.
_INDENT = 4
# A line has room that ends in this part of the page.
_ROOM = 0.6


def listed(pages: Sequence[Typed], layout: Layout) -> list[Typed]:
    """Return pages with outlets, names and amounts of lists bold; a list may go on overleaf."""
    find: _Finder | None = None
    found: list[Typed] = []
    for page in pages:
        headings = [run for run in page.grid.runs if page.kind(run) is Kind.SECTION]
        rows = [-1, *(run.row for run in headings), len(page.grid.rows)]
        for heading, (top, end) in zip((None, *headings), pairwise(rows), strict=True):
            find = _finder(heading, layout) if heading else find
            if find and top < end:
                page = page.known(find(page, top, end), Kind.BOLD)
        found.append(page)
    return found


def _finder(heading: Run, layout: Layout) -> _Finder | None:
    rules = layout.headings.get(fold(heading.text), ())
    return next((_FINDERS[rule.kind] for rule in rules if rule.kind in _FINDERS), None)


def _outlets(page: Typed, top: int, end: int) -> Iterator[Run]:
    """Yield the outlets under a heading.

    The first line of the list is an outlet. If it is indented all such lines are outlets, with the
    line below where one breaks off; else topics are indented, and outlets stand right over them.
    """
    lines = [
        (run, run.start > min(other.start for other in column))
        for column in _columns(page, top, end)
        for run in column
    ]
    first_indented = lines and lines[0][1]
    for n, (run, indented) in enumerate(lines):
        over, below = lines[n - 1] if n else None, lines[n + 1] if n + 1 < len(lines) else None
        if first_indented:
            if indented or (over and over[1] and GOES_ON.search(over[0].text)):
                yield run
        elif below and below[1] and not indented:
            yield run


def _names(page: Typed, top: int, end: int) -> Iterator[Run]:
    """Yield the first line of each block under a heading.

    In a list of one column under its heading, where no white space is left between blocks, one
    begins under a post that has room for more words on its line.
    """
    columns = _columns(page, top, end)
    is_whole = top >= 0 and len(columns) == 1
    for column in columns:
        name = column[0]
        yield name
        for over, run in pairwise(column):
            begins = page.grid.blanks(over.row, run.row) > 0
            if begins or (is_whole and over is not name and _has_room(page, over, run)):
                name = run
                yield name


def _has_room(page: Typed, over: Run, run: Run) -> bool:
    """Tell whether the first word of a line would have stood on the one over it by far."""
    right = max(each.end for each in page.grid.runs)
    return over.end + 1 + len(run.text.partition(" ")[0]) <= _ROOM * right


def _amounts(page: Typed, top: int, end: int) -> Iterator[Run]:
    """Yield the amounts under a heading."""
    lines = (run for column in _columns(page, top, end) for run in column)
    return (run for run in lines if AMOUNT.match(run.text))


def _columns(page: Typed, top: int, end: int) -> list[list[Run]]:
    """Return the lines of text between two rows, column by column."""
    inside = (run for run in page.grid.runs if top < run.row < end)
    runs = [run for run in inside if page.kind(run) is Kind.TEXT]
    columns: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.start):
        if not columns or run.start - columns[-1][0].start > _INDENT:
            columns.append([])
        columns[-1].append(run)
    return [sorted(column) for column in columns]


_FINDERS: Mapping[str, _Finder] = {
    "figures": _amounts,
    "interns": _names,
    "media": _outlets,
    "secretariat": _names,
}
