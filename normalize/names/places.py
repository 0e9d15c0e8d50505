"""The other places of the world: tens of thousands, of which a report asks for a handful."""

from __future__ import annotations

import csv
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from .fold import fold


class Places:
    """The rows of places.csv, found by bisection: they stand in the order of their folded names.

    Nothing but the rows that are looked at is parsed and folded, so loading costs no time.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines

    @classmethod
    def load(cls, path: Path) -> Places:
        """Return the places of a table, its heading left out."""
        return cls(path.read_text("utf-8").splitlines()[1:])

    def find(self, key: str) -> list[str] | None:
        """Return the row of the place of that folded name, None when there is none."""
        at = bisect_left(self._lines, key, key=folded)
        if at == len(self._lines) or folded(self._lines[at]) != key:
            return None
        return _row(self._lines[at])

    @property
    def large(self) -> tuple[str, ...]:
        """The folded names of the cities that a misprint could mean as well."""
        return tuple(folded(line) for line in self._lines if line.endswith(",x"))


@lru_cache(maxsize=100_000)
def folded(line: str) -> str:
    """Return the folded name of a row."""
    return fold(_row(line)[0])


def _row(line: str) -> list[str]:
    return next(csv.reader([line])) if '"' in line else line.split(",")
