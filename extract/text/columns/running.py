"""Headers, footers and numbers of pages of text: they come again, and no type tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

import regex

from ...dated import has_day
from ...fold import fold
from ...layout import Layout
from ...shapes import CHALLENGE, CODE_LIKE, LINE_TITLE, PAGE_NUMBER
from .grid import Grid, Run
from .kinds import Kind, Typed

# So many pages at least print a running header alike, in so many rows from the edge.
_PAGES = 3
_ROWS = 3
# So many blank rows part a footer from the text.
_WHITE = 2
_DIGITS = regex.compile(r"\d+")
# An action line stands on the pages of its chapter, which may be few.
_LINE = "line"


def with_margins(grids: Sequence[Grid], layout: Layout) -> list[Typed]:
    """Return pages with their headers, footers and numbers as small print.

    A row at the edge of a page is such that holds but what three pages print there alike, digits
    aside; titles of action lines are alike. So is a number at the foot. Headings, labels, codes and
    days are none, and the first page has but a number.
    """
    alike = Counter(
        words
        for grid in grids
        for words in {_alike(run) for run in _edges(grid) if _may(run, layout)}
    )
    often = {words for words, pages in alike.items() if pages >= _PAGES}

    def is_header(run: Run) -> bool:
        return _may(run, layout) and _alike(run) in often

    def is_number(run: Run) -> bool:
        return PAGE_NUMBER.match(run.text) is not None

    def is_footer(run: Run) -> bool:
        return is_header(run) or is_number(run)

    first, *others = map(Typed, grids)
    return [
        first.known(_foot(first.grid, is_number), Kind.SMALL),
        *(
            page.known((*_head(page.grid, is_header), *_foot(page.grid, is_footer)), Kind.SMALL)
            for page in others
        ),
    ]


def _edges(grid: Grid) -> Iterator[Run]:
    printed = grid.printed
    last = max(_ROWS, len(printed) - _ROWS)
    for row in (*printed[:_ROWS], *printed[last:]):
        yield from row


def _head(grid: Grid, is_header: Callable[[Run], bool]) -> Iterator[Run]:
    """Yield the runs of the first rows of a page, up to one that is no header."""
    for row in takewhile(lambda row: all(map(is_header, row)), grid.printed[:_ROWS]):
        yield from row


def _foot(grid: Grid, is_footer: Callable[[Run], bool]) -> Iterator[Run]:
    """Yield the runs of the last rows of a page that white space parts from what is over them.

    A row parts a lone number, two part words, which may be the last ones of a list.
    """
    over, *rows = grid.printed[-_ROWS - 1 :] or [()]
    for n, row in enumerate(rows):
        white = grid.blanks(over[0].row, row[0].row)
        runs = [run for below in rows[n:] for run in below]
        numbers = len(runs) == 1 and PAGE_NUMBER.match(runs[0].text)
        if white >= (1 if numbers else _WHITE) and all(map(is_footer, runs)):
            yield from runs
            return
        over = row


def _may(run: Run, layout: Layout) -> bool:
    """Tell whether a run may be a header: it has letters, and is no heading, label, code or day."""
    if CODE_LIKE.fullmatch(run.text) or CHALLENGE.match(run.text) or has_day(run.text, layout):
        return False
    return fold(run.text) not in layout.vocabulary and any(map(str.isalpha, run.text))


def _alike(run: Run) -> str:
    """Return what runs of one header have in common."""
    return _LINE if LINE_TITLE.match(run.text) else _DIGITS.sub("#", fold(run.text))
