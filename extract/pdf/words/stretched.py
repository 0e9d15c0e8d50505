"""Lines that justified type has stretched: few words, equally far apart, from edge to edge."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ..page import Style
from .runs import Segment, by_line, equally_apart

# Lines of so many words tell how wide a column of justified type is, where so many of them, and
# this share of those that begin at one edge, end at another.
_WORDS = 4
_LINES = 2
_SHARE = 0.15
# So many runs, equally far apart from edge to edge, are no row of cells by chance.
_PARTS = 3
# The next row of a table is no further, in parts of the size.
_NEAR = 5.0
# They agree up to so many points; so do the spaces of one line.
_EDGE = 0.6
_EQUAL = 0.4


@dataclass(frozen=True, slots=True)
class _Measures:
    """Where lines begin and end, by their type, from the left: once for every line that tells."""

    lines: Mapping[Style, Sequence[tuple[float, float]]]
    _ends: dict[tuple[Style, float], list[float]] = field(default_factory=dict)

    @classmethod
    def of(cls, runs: Iterable[Segment]) -> _Measures:
        """Return the measures of the runs that have words enough."""
        lines: dict[Style, list[tuple[float, float]]] = {}
        for run in runs:
            if len(run.words) >= _WORDS:
                lines.setdefault(run.style, []).append((run.x0, run.x1))
        return cls({style: sorted(found) for style, found in lines.items()})

    def ends(self, style: Style, x0: float) -> list[float]:
        """Return where the lines end that begin at an edge, from the left."""
        if (style, x0) not in self._ends:
            lines = self.lines.get(style, ())
            first = bisect_left(lines, (x0 - _EDGE, 0.0))
            past = bisect_right(lines, (x0 + _EDGE, float("inf")))
            self._ends[style, x0] = sorted(x1 for _, x1 in lines[first:past])
        return self._ends[style, x0]

    def fits(self, first: Segment, last: Segment) -> bool:
        """Tell whether full lines begin where one run does, and end where another does."""
        ends = self.ends(first.style, first.x0)
        full = bisect_right(ends, last.x1 + _EDGE) - bisect_left(ends, last.x1 - _EDGE)
        return full >= max(_LINES, _SHARE * len(ends))


def unstretched(pages: Sequence[list[Segment]]) -> list[list[Segment]]:
    """Return the runs of a document's pages, those of one stretched line made one.

    A line that ends before a forced break is as wide as the full lines of its column, however few
    words it has: it begins and ends where they do, and its words stand equally far apart. Runs
    that begin where others do, and do not end there, are columns, unless those are of such lines.
    """
    measures = _Measures.of(run for runs in pages for run in runs)
    return [_on_page(runs, measures) for runs in pages]


def _on_page(runs: list[Segment], measures: _Measures) -> list[Segment]:
    found: list[Segment] = []
    rows = list(by_line(runs))

    @cache
    def others() -> list[Segment]:
        parts = [row for row in rows if len(row) >= _PARTS]
        alike = {id(run) for row in parts for run in _of_lines(row, measures)}
        return [run for run in runs if id(run) not in alike]

    for row in rows:
        found += row if len(row) == 1 else _whole(row, others, measures)
    return found


def _of_lines(row: Sequence[Segment], measures: _Measures) -> Iterator[Segment]:
    """Yield the runs of a row that may be of stretched lines; those of few runs tell nothing."""
    n = 0
    while n < len(row):
        end = _line_end(row, n, measures)
        if end - n >= _PARTS:
            yield from row[n:end]
        n = end


def _whole(
    row: list[Segment], others: Callable[[], list[Segment]], measures: _Measures
) -> list[Segment]:
    """Return the runs of a row, from the left, with those of a stretched line made one."""
    found: list[Segment] = []
    n = 0
    while n < len(row):
        end = _line_end(row, n, measures)
        if end > n + 1 and any(_heads_column(run, others()) for run in row[n + 1 : end]):
            end = n + 1
        words = [word for run in row[n:end] for word in run.words]
        found.append(row[n] if end == n + 1 else Segment.of(words))
        n = end
    return found


def _line_end(row: Sequence[Segment], n: int, measures: _Measures) -> int:
    """Return where the stretched line ends that begins with run n, n + 1 where none does."""
    for end in range(n + 2, len(row) + 1):
        if row[end - 1].style != row[n].style or not _are_equal(row[n:end]):
            break
        if measures.fits(row[n], row[end - 1]):
            return end
    return n + 1


def _heads_column(run: Segment, page: Sequence[Segment]) -> bool:
    """Tell whether other runs of a page begin where one does, and do not end there.

    A single one stands near: further off it is where it is by chance.
    """
    others = [
        other
        for other in page
        if abs(other.x0 - run.x0) <= _EDGE and abs(other.x1 - run.x1) > _EDGE
    ]
    near = _NEAR * run.style.size
    return len(others) > 1 or any(abs(other.base - run.base) <= near for other in others)


def _are_equal(row: Sequence[Segment]) -> bool:
    return equally_apart([word for run in row for word in run.words], _EQUAL)
