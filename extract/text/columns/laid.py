"""A page of text -> a page as an engine gives one: signs and rows become points and type.

The measure is invented, so what is read must not depend on it: another one must tell the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...document import Box
from ...pdf.aside.margins import Sheet
from ...pdf.columns.clues import Clues
from ...pdf.page import ASCENT, DESCENT, Page, Style, Token
from ...pdf.words.runs import Segment
from .heights import heights
from .kinds import Kind, Typed

_SIZE = 10.0
_SMALL = Style(0.8 * _SIZE, False, "", 0)
_STYLES: Mapping[Kind, Style] = {
    Kind.TEXT: Style(_SIZE, False, "", 0),
    Kind.SMALL: _SMALL,
    Kind.BOLD: Style(_SIZE, True, "", 0),
    Kind.TITLE: Style(1.8 * _SIZE, True, "", 0),
    Kind.SECTION: Style(2.0 * _SIZE, True, "", 0),
}
# Type reaches no further over and under its baseline than this size does.
_TALLEST = 1.8 * _SIZE
# Words end before the next sign begins.
_HAIR = 0.01
# Print that so many blank rows part from all else stands by itself.
_WHITE = 3
# White space begins so many rows under what stands over it, and ends over what stands under it.
_UNDER, _OVER = 0.5, 1.5


@dataclass(frozen=True, slots=True)
class Measure:
    """How wide a sign is and how high a row, in points."""

    sign: float = 5.2
    row: float = 12.0


def laid(pages: Sequence[Typed], measure: Measure) -> list[Page]:
    """Return pages of text as an engine would give them."""
    return [_laid(number, page, measure) for number, page in enumerate(pages, 1)]


def _laid(number: int, page: Typed, measure: Measure) -> Page:
    bases = [(1 + height) * measure.row for height in heights(page)]
    width = max((run.end for run in page.grid.runs), default=1) * measure.sign
    height = max(bases, default=0.0) + measure.row
    white = [
        Box(0.0, bases[above] + _UNDER * measure.row, width, bases[row] - _OVER * measure.row)
        for above, row in _alone(page)
    ]
    return Page(number, width, height, tuple(_tokens(page, bases, measure.sign)), tuple(white))


def _tokens(page: Typed, bases: Sequence[float], sign: float) -> Iterator[Token]:
    for run in page.grid.runs:
        style = _STYLES[page.kind(run)]
        size, base = min(style.size, _TALLEST), bases[run.row]
        top, bottom = base - ASCENT * size, base + DESCENT * size
        for column, word in run.words:
            x0, x1 = column * sign, (column + len(word)) * sign - _HAIR
            yield Token(word, x0, top, x1, bottom, base, style, spaced=True)


def _alone(page: Typed) -> Iterator[tuple[int, int]]:
    """Yield the rows of several runs that stand by themselves, each behind the row over it.

    They are the names under pictures, which stand in the white space over them.
    """
    body = page.body
    rows = [row[0].row for row in body]
    after = [*rows[1:], len(page.grid.rows) + _WHITE]
    for runs, (above, row), below in zip(body[1:], pairwise(rows), after[1:], strict=True):
        if len(runs) > 1 and min(row - above, below - row) > _WHITE:
            yield above, row


def small_print(
    pages: Sequence[tuple[float, Sequence[Segment]]],
    clues: Clues,
) -> list[Sheet]:
    """Return the sheets of pages that are laid out: small print is all that their margins hold."""
    del clues
    return [_sheet(runs) for _, runs in pages]


def _sheet(runs: Sequence[Segment]) -> Sheet:
    body = [run for run in runs if run.style != _SMALL]
    small = [run for run in runs if run.style == _SMALL]
    top = min((run.base for run in body), default=float("inf"))
    return Sheet(
        head=tuple(run for run in small if run.base < top),
        body=tuple(body),
        foot=tuple(run for run in small if run.base >= top),
    )
