"""How far down the page each row of a text stood.

Converters give every baseline a row of its own: where columns are set differently, lines of one
stand in rows between lines of another, which look further apart than they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...shapes import SENTENCE_END
from .grid import Run
from .kinds import Typed

# A row between two of another column stands so far under the row over it, in rows; more where
# a sentence ends over it, since a paragraph may begin.
_BETWEEN = 0.1
_PARTED = 0.34
# So far up lines of the same columns are looked for.
_ROWS = 6


def heights(page: Typed) -> list[float]:
    """Return the heights of rows, in rows: lines of one column are one apart at least."""
    found: list[float] = []
    for row in range(len(page.grid.rows)):
        above = found[-1] if found else 0.0
        if row in page.steps:
            found.append(above + page.steps[row])
            continue
        near = range(max(0, row - _ROWS), row)
        over = [found[n] + 1 for n in near if page.grid.meet(n, row)]
        found.append(max(above + _step(page, row), *over, 0.0))
    return found


def _step(page: Typed, row: int) -> float:
    """Return how far under the row over it a row stands that no line of its own column tells."""
    grid = page.grid
    if not (row and grid.rows[row] and grid.rows[row - 1]):
        return 1.0
    if not (grid.meet(row - 2, row) or grid.meet(row - 1, row + 1)):
        return 1.0
    ended = any(SENTENCE_END.search(run.text) for run in _over(page, row))
    return _PARTED if ended else _BETWEEN


def _over(page: Typed, row: int) -> Iterator[Run]:
    """Yield the runs two rows over a row that stand in its columns."""
    for over in page.grid.rows[row - 2] if row > 1 else ():
        if any(over.meets(run) for run in page.grid.rows[row]):
            yield over
