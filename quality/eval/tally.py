"""Counts of right, missed and extra entries, and the three measures made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .told import Entry


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries are in both, in gold alone, in the ledger alone.

    Where nothing is expected and nothing is found, all measures are 1; one entry in a list that
    must be empty makes precision 0.
    """

    right: int = 0
    missed: int = 0
    extra: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.missed + other.missed, self.extra + other.extra)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return _share(self.right, self.right + self.extra)

    @property
    def recall(self) -> float:
        """Share of what was expected that was found."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.missed + self.extra)

    @property
    def perfect(self) -> bool:
        """Tell whether nothing is missed and nothing extra."""
        return not self.missed and not self.extra


def tally(gold: Iterable[Entry], found: Iterable[Entry]) -> Tally:
    """Count entries of two lists, whatever their order; an entry told twice counts twice."""
    expected, got = Counter(gold), Counter(found)
    right = (expected & got).total()
    return Tally(right, expected.total() - right, got.total() - right)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
