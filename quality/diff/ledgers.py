"""Two ledgers, compared by key and cell."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from .align import Pair, align
from .cause import Causes, report_of
from .change import Cell, Change, Input, Kind, Row, Value
from .errors import CannotCompare
from .merge import Rows, groups
from .tables import ABOUT, DERIVED, POSITION, Table, tables

# Tables whose rows follow no other.
_LEADING = frozenset({"document", "report"})


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two ledgers with the same tables, and the inputs in which they differ.

    Rows are read when `changes` is walked, and never held all at once.
    """

    inputs: tuple[Input, ...]
    tables: tuple[Table, ...]
    _old: sqlite3.Connection
    _new: sqlite3.Connection
    _causes: Causes

    def walk(self, table: Table) -> Walk:
        """Return a walk through what differs in one table."""
        return Walk(self, table, Rows(_cursor(self._old, table)), Rows(_cursor(self._new, table)))

    def follows(self, change: Change) -> bool:
        """Tell whether a row only came or went with its report or its activity."""
        other = {Kind.ADDED: self._old, Kind.REMOVED: self._new}.get(change.kind)
        if other is None or change.table in _LEADING:
            return False
        parents: list[tuple[str, Value]] = [("report", change.report_id)]
        if change.table != "activity":
            cells = (cell for cell in change.cells if cell.column == "activity_id")
            parents += [("activity", cell.old or cell.new) for cell in cells]
        return any(key is not None and not _holds(other, name, key) for name, key in parents)

    def change(self, table: Table, old: Row | None, new: Row | None) -> Change:
        """Return the change from one row to another; None where there is no row."""
        kind = _kind(table, old, new)
        cells = _cells(table, old, new)
        known = new if new is not None else old or ()
        row = table.named(known)
        return Change(
            table=table.name,
            kind=kind,
            key=tuple(known[n] for n in table.at(table.key)),
            cells=cells,
            report_id=report_of(row),
            causes=self._causes.of(table.name, kind, row, cells),
        )


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk through the changes of a table, in the order of its key."""

    comparison: Comparison
    table: Table
    old: Rows
    new: Rows

    def __iter__(self) -> Iterator[Change]:
        for old, new in self._pairs():
            yield self.comparison.change(self.table, old, new)

    def kinds(self) -> Iterator[Kind]:
        """Yield the kind of each change, for tables that are too large to tell more."""
        for old, new in self._pairs():
            yield _kind(self.table, old, new)

    def _pairs(self) -> Iterator[Pair]:
        for group in groups(self.old, self.new, self.table):
            yield from (pair for pair in _pairs(self.table, *group) if pair[0] != pair[1])


def compare(old: sqlite3.Connection, new: sqlite3.Connection) -> Comparison:
    """Return the comparison of two ledgers, which are only read.

    Raises CannotCompare when one is no ledger or has other tables.
    """
    ours, theirs = tables(old, "old"), tables(new, "new")
    for table, other in zip(ours, theirs, strict=True):
        if table != other:
            raise CannotCompare(
                f"table {table.name} has other columns in the two ledgers: ingest the documents of"
                " the older one again with this version"
            )
    try:
        causes = Causes(old, new)
    except sqlite3.Error as error:
        raise CannotCompare(f"a ledger cannot be read ({error}): ingest it again") from error
    return Comparison(causes.inputs, ours, old, new, causes)


def _pairs(table: Table, old: list[Row], new: list[Row]) -> Iterator[Pair]:
    if not table.is_list:
        yield (old[0] if old else None, new[0] if new else None)
        return
    content = tuple(column for column in table.columns if column not in DERIVED)
    likenesses = [itemgetter(*table.at(each)) for each in (content, ABOUT[table.name])]
    yield from align(old, new, likenesses)


def _kind(table: Table, old: Row | None, new: Row | None) -> Kind:
    if old is None or new is None:
        return Kind.ADDED if old is None else Kind.REMOVED
    differing = [c for c, a, b in zip(table.columns, old, new, strict=True) if a != b]
    return Kind.MOVED if differing == [POSITION] else Kind.CHANGED


def _cells(table: Table, old: Row | None, new: Row | None) -> tuple[Cell, ...]:
    nothing = (None,) * len(table.columns)
    both = zip(table.columns, old or nothing, new or nothing, strict=True)
    one_side = old is None or new is None
    return tuple(Cell(column, a, b) for column, a, b in both if one_side or a != b)


def _cursor(connection: sqlite3.Connection, table: Table) -> sqlite3.Cursor:
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(table.query)


def _holds(connection: sqlite3.Connection, table: str, key: Value) -> bool:
    query = f"SELECT 1 FROM {table} WHERE {table}_id = ?"  # noqa: S608 - names of ours
    return connection.execute(query, (key,)).fetchone() is not None
