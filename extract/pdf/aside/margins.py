"""Pages parted from their margins: running headers, footers and page numbers at their edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ...fold import fold
from ...shapes import PAGE_NUMBER
from ..columns.clues import Clues, is_label, is_section
from ..words.runs import Segment
from ..words.vocabulary import begins_label_text, is_column_text
from .headers import FEW, LEVEL, Headers, headers_of
from .listed import is_value

# Headers and footers stand in this share of the height at the top and bottom: of the page, or of
# what pages of its size print.
_ZONE = 0.12


@dataclass(frozen=True, slots=True)
class Sheet:
    """The runs of a page: what stands in its upper and lower margin, and the rest."""

    head: tuple[Segment, ...]
    body: tuple[Segment, ...]
    foot: tuple[Segment, ...]


def sheets(pages: Sequence[tuple[float, Sequence[Segment]]], clues: Clues) -> list[Sheet]:
    """Return the sheets of a document's pages, given as height and runs.

    A row at the very edge of a page is margin when it stands where three pages or more print small
    words alike, numbers aside, or where half of all pages print words that come again, or something
    small, or where three pages or more end in a small action line. Labels, codes and days are none,
    whatever comes again there, but for a day that half of all pages print; headings of sections
    tell of none, but for small ones of which a large one says the same; large type is one when half
    of all pages print it. The words of a small one, or the first of them, are margin at any height
    there: scans are askew. In a document of one or two pages a lone page number at the edge is all
    that can be told.
    """
    zones = _zones(pages)
    edges = [_edges(runs, *zones[height]) for height, runs in pages]
    known = headers_of(edges, _headed(pages, clues), clues)
    return [
        _sheet(runs, edge, known, short=len(pages) < FEW)
        for (_, runs), edge in zip(pages, edges, strict=True)
    ]


def _zones(pages: Iterable[tuple[float, Sequence[Segment]]]) -> dict[float, tuple[float, float]]:
    """Return where the zone of heads ends and that of feet begins, for each height of page.

    Print may take but a part of a sheet.
    """
    bases: dict[float, list[float]] = {}
    for height, runs in pages:
        bases.setdefault(height, []).extend(run.base for run in runs)
    return {height: zone(height, found) for height, found in bases.items()}


def zone(height: float, bases: Sequence[float]) -> tuple[float, float]:
    """Return where the zone of heads ends and that of feet begins, on pages with such baselines.

    Where they would meet, since next to nothing is printed, the zones are those of the pages.
    """
    top, bottom = min(bases, default=0.0), max(bases, default=height)
    part = _ZONE * (bottom - top)
    head, foot = _ZONE * height, (1 - _ZONE) * height
    within = max(head, top + part), min(foot, bottom - part)
    return within if within[0] < within[1] else (head, foot)


def _edges(runs: Sequence[Segment], head: float, foot: float) -> tuple[list[list[Segment]], ...]:
    """Return the rows in the zones of head and foot, each from the edge inwards."""
    heads = [run for run in runs if run.base <= head]
    feet = [run for run in runs if run.base >= foot]
    return _over_tables(_rows(heads)), _over_tables(_rows(feet)[::-1])


def _over_tables(rows: Sequence[list[Segment]]) -> list[list[Segment]]:
    """Return the rows up to the first that names the columns of a table, on page after page."""
    return list(takewhile(lambda row: len(row) < 2 or not all(map(_names_column, row)), rows))


def _names_column(run: Segment) -> bool:
    return is_column_text(run.text) or is_label(run) or begins_label_text(run.text)


def _rows(runs: Sequence[Segment]) -> list[list[Segment]]:
    rows: list[list[Segment]] = []
    for run in sorted(runs, key=lambda run: (run.base, run.x0)):
        if not rows or run.base - rows[-1][0].base > LEVEL:
            rows.append([])
        rows[-1].append(run)
    return rows


def _headed(pages: Iterable[tuple[float, Sequence[Segment]]], clues: Clues) -> set[str]:
    """Return the names of the sections that stand over them in large type."""
    return {
        fold(run.text)
        for _, runs in pages
        for run in runs
        if clues.is_large(run) and is_section(run)
    }


def _sheet(
    runs: Sequence[Segment],
    edges: tuple[list[list[Segment]], ...],
    known: Headers,
    *,
    short: bool,
) -> Sheet:
    taken = [
        [run for run in _margin(rows, known, short=short) if not is_value(run, runs)]
        for rows in edges
    ]
    margin = {id(run) for found in taken for run in found}
    return Sheet(
        head=tuple(taken[0]),
        body=tuple(run for run in runs if id(run) not in margin),
        foot=tuple(sorted(taken[1], key=lambda run: (run.base, run.x0))),
    )


def _margin(rows: list[list[Segment]], known: Headers, *, short: bool) -> list[Segment]:
    """Return the runs of the rows from the edge inwards, up to the first that is no margin."""
    found: list[Segment] = []
    for row in rows:
        runs = [run for run in row if known.hold(run)]
        if short and not found and len(row) == 1 and PAGE_NUMBER.match(row[0].text):
            runs = row
        found += runs
        if len(runs) < len(row):
            break
    return found
