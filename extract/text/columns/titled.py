"""Headings and titles of a text that has no type: words tell a heading, and dates a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ...dated import has_day
from ...layout import Layout
from ...pdf.words.vocabulary import is_heading_text, is_label_text, is_section_text
from ...shapes import CODE, GOES_ON, SENTENCE_END
from ...titles import may_be_capitals
from .grid import Run
from .kinds import Kind, Typed

# So many lines a title has at most.
_LINES = 4
# Blank rows between a title and its date, and, as large type is set wide, between its own lines.
_APART = 2
_WITHIN = 1
# Lines of a title are so many rows apart, whatever stands beside them.
_LEADING = 1.6
# A date may stand so many signs further right than the title under it, behind an icon that is lost.
_ICON = 5
# A phrase goes on in one of so many rows below.
_BELOW = 2


def headed(page: Typed) -> Typed:
    """Return a page with its headings and labels.

    A heading is one by its words, unless it ends a phrase that breaks off over it: 'Focal Point
    for / Africa'. What stands alone over a page is one though a seat is named so, too. The code of
    an action line beside the heading of a section is part of it.
    """
    runs = [run for run in page.grid.runs if page.kind(run) is Kind.TEXT]
    headings = [run for run in runs if is_heading_text(run.text) and not _ends_phrase(run, runs)]
    sections = [run for run in (*_over_page(page), *headings) if is_section_text(run.text)]
    rows = {run.row for run in sections}
    codes = [run for run in runs if run.row in rows and CODE.fullmatch(run.text)]
    labels = [run for run in runs if is_label_text(run.text)]
    page = page.known([*headings, *labels], Kind.BOLD)
    return page.known([*sections, *codes], Kind.SECTION)


def _over_page(page: Typed) -> tuple[Run, ...]:
    """Return the first row of a page where white space parts it from what is under it."""
    body = page.body
    if len(body) < 2 or len(body[0]) > 1 or not page.grid.blanks(body[0][0].row, body[1][0].row):
        return ()
    return body[0]


def _ends_phrase(run: Run, runs: Sequence[Run]) -> bool:
    return any(
        run.stands_under(over) and run.row - over.row <= _BELOW and GOES_ON.search(over.text)
        for over in runs
    )


def titled(page: Typed, layout: Layout) -> Typed:
    """Return a page with the titles of its activities: lines at a day that stands alone.

    They end right over it in some layouts; in others they stand under it, in capitals.
    """
    find = _over if layout.title_first else _under
    steps: dict[int, float] = {}
    dates = [run for run in page.grid.runs if page.kind(run) is Kind.TEXT]
    for date in dates:
        if not has_day(date.text, layout):
            continue
        title = sorted(find(page, date))
        page = page.known(title, Kind.TITLE)
        for above, below in pairwise(title):
            rows = range(above.row + 1, below.row + 1)
            steps |= dict.fromkeys(rows, _LEADING / len(rows))
    return replace(page, steps=steps)


def _over(page: Typed, date: Run) -> list[Run]:
    """Return the lines over a date, up to a heading, a sentence's end or white space.

    A line goes on under white space in small letters only. Lines under a label are its values, and
    more lines than a title has are none.
    """
    column = [run for run in page.grid.runs if date.stands_under(run)]
    title: list[Run] = []
    below = date
    for run in reversed(column):
        ends = page.kind(run) is not Kind.TEXT or SENTENCE_END.search(run.text)
        if ends or not _is_near(page, run, below, _APART if below is date else _WITHIN):
            break
        torn = page.grid.blanks(run.row, below.row) and below is not date
        if torn and not (below.text[0].islower() or GOES_ON.search(run.text)):
            break
        title.append(run)
        below = run
    return [] if len(title) > _LINES or _are_values(page, title, column) else title


def _are_values(page: Typed, title: Sequence[Run], column: Sequence[Run]) -> bool:
    """Tell whether a label stands right over lines, given from below."""
    over = [run for run in column if title and run < title[-1]]
    return (
        bool(over) and page.kind(over[-1]) is Kind.BOLD and _is_near(page, over[-1], title[-1], 0)
    )


def _under(page: Typed, date: Run) -> list[Run]:
    """Return the lines in capitals under a date."""
    above, apart = date, _APART
    left = range(date.start - _ICON, date.start + 2)
    title: list[Run] = []
    for run in page.grid.runs:
        if run.row <= date.row or run.start not in left:
            continue
        is_title = page.kind(run) is Kind.TEXT and may_be_capitals(run.text, goes_on=bool(title))
        if not is_title or not _is_near(page, above, run, apart):
            break
        title.append(run)
        above, apart = run, _WITHIN
    return title if len(title) <= _LINES else []


def _is_near(page: Typed, above: Run, below: Run, blanks: int) -> bool:
    """Tell whether so few rows are blank between two lines, and the columns beside have as few."""
    near = below.row - above.row <= blanks + _BELOW
    return near and page.grid.blanks(above.row, below.row) <= blanks
