"""All changes counted, and the first of each table kept: what a page or a terminal can hold."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .change import Cause, Change, Input, Kind
from .errors import CannotCompare
from .ledgers import Comparison
from .tables import COUNTED, Table


@dataclass(frozen=True, slots=True)
class TableCounts:
    """One table: its rows on both sides, how many differ by kind, and the first of them.

    Counted alone, and never among the first: rows that moved, rows that `follow` their report or
    activity as it came or went, and all rows of the tables that are too large to list.
    """

    table: str
    rows_old: int
    rows_new: int
    kinds: Mapping[Kind, int]
    followers: int
    first: tuple[Change, ...]

    @property
    def differing(self) -> int:
        """How many rows differ."""
        return sum(self.kinds.values())

    @property
    def moved(self) -> int:
        """How many rows have another position and are otherwise the same."""
        return self.kinds.get(Kind.MOVED, 0)

    @property
    def hidden(self) -> int:
        """How many changes there are beyond the first, not counting what moved or follows."""
        return self.differing - self.moved - self.followers - len(self.first)


@dataclass(frozen=True, slots=True)
class Summary:
    """What differs between two ledgers. Inputs that differ and change no row make no difference."""

    inputs: tuple[Input, ...]
    tables: tuple[TableCounts, ...]
    causes: Mapping[tuple[Cause, ...], int]

    @property
    def differs(self) -> bool:
        """Tell whether any row differs."""
        return any(table.differing for table in self.tables)


def summarise(
    comparison: Comparison, most: int = 20, watch: Callable[[Change], object] = lambda _: None
) -> Summary:
    """Walk all changes once and return them counted, at most so many of a table kept.

    `watch` is given every change of the tables that are listed row by row. Raises CannotCompare
    when a ledger turns out to be damaged.
    """
    causes: Counter[tuple[Cause, ...]] = Counter()

    def see(change: Change) -> None:
        causes[change.causes] += 1
        watch(change)

    try:
        counted = [
            _count(comparison, each) if each.name in COUNTED else _list(comparison, each, most, see)
            for each in comparison.tables
        ]
    except sqlite3.Error as error:
        raise CannotCompare(f"a ledger cannot be read ({error}): ingest it again") from error
    return Summary(comparison.inputs, tuple(counted), causes)


def _count(comparison: Comparison, table: Table) -> TableCounts:
    walk = comparison.walk(table)
    kinds = Counter(walk.kinds())
    return TableCounts(table.name, walk.old.count, walk.new.count, kinds, 0, ())


def _list(
    comparison: Comparison, table: Table, most: int, see: Callable[[Change], object]
) -> TableCounts:
    kinds: Counter[Kind] = Counter()
    first: list[Change] = []
    followers = 0
    walk = comparison.walk(table)
    for change in walk:
        see(change)
        kinds[change.kind] += 1
        if comparison.follows(change):
            followers += 1
        elif change.kind is not Kind.MOVED and len(first) < most:
            first.append(change)
    return TableCounts(table.name, walk.old.count, walk.new.count, kinds, followers, tuple(first))
