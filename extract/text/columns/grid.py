"""A page of a text that keeps its columns -> runs of words, each in its row and its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex

# Two spaces or more part what stands side by side.
_RUN = regex.compile(r"\S+(?: \S+)*")
_WORD = regex.compile(r"\S+")
# Left edges of one column differ by no more signs: a converter squeezes what is too wide.
_EDGE = 1


class Run(NamedTuple):
    """Words that one space parts, in their row, from the column of the first sign on."""

    row: int
    start: int
    text: str

    @property
    def end(self) -> int:
        """The column behind the last sign."""
        return self.start + len(self.text)

    @property
    def words(self) -> Iterator[tuple[int, str]]:
        """The words, each with its column."""
        return ((self.start + word.start(), word[0]) for word in _WORD.finditer(self.text))

    def meets(self, other: Run) -> bool:
        """Tell whether both take a column, were they in one row."""
        return self.start < other.end and other.start < self.end

    def stands_under(self, other: Run) -> bool:
        """Tell whether it begins where a run in a row above begins."""
        return self.row > other.row and abs(self.start - other.start) <= _EDGE


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a page from above, each with its runs from the left; a blank row has none."""

    rows: tuple[tuple[Run, ...], ...]

    @classmethod
    def of(cls, printed: Sequence[str]) -> Grid:
        """Return the grid of printed rows; what stands over the first one and under the last goes.

        A sign takes one column, whatever its width on a screen: so converters count them.
        """
        rows = [
            tuple(Run(row, match.start(), match[0]) for match in _RUN.finditer(text.expandtabs()))
            for row, text in enumerate(printed)
        ]
        while rows and not rows[-1]:
            rows.pop()
        return cls(tuple(rows))

    @property
    def runs(self) -> Iterator[Run]:
        """The runs, row by row."""
        return (run for row in self.rows for run in row)

    @property
    def printed(self) -> list[tuple[Run, ...]]:
        """The rows that are not blank."""
        return [row for row in self.rows if row]

    def blanks(self, above: int, below: int) -> int:
        """Return how many rows between two are blank."""
        return sum(not row for row in self.rows[above + 1 : below])

    def meet(self, above: int, below: int) -> bool:
        """Tell whether a run of one row stands over a run of another."""
        if above < 0 or below >= len(self.rows):
            return False
        return any(over.meets(run) for over in self.rows[above] for run in self.rows[below])
