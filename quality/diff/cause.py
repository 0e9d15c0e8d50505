"""What a change can come from: the inputs of two ledgers, held against each other.

A row of a report can come from its document, the layout, the program, and, where names are read,
the register and the decisions. Of those, the ones that differ are its causes. Nothing is guessed:
where several differ and can touch a row, all are told.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from .change import Cause, Cell, Input, Kind, Named, Value

_LAYOUT = "layout/"
_RECOGNISED = "recognised/"
_FACTS: Mapping[str, Cause] = {
    "program": Cause.PROGRAM,
    "engine": Cause.PROGRAM,
    "schema": Cause.PROGRAM,
    "register": Cause.REGISTER,
    "decisions": Cause.DECISIONS,
}
_ORDER = list(Cause)
_REGISTER_TABLES = frozenset({"member", "member_name", "partner"})
_SHARED_TABLES = frozenset({"plan", "plan_item", "challenge", "person"})
# What register and decisions can change in a row whose printed names stay as they are.
_NAMES = frozenset({"member_id", "partner_id", "person_id", "resolution_id"})
_UNDERSTOOD = _NAMES | {"status", "method", "score", "candidates"}
_OF_NAMES = frozenset({"resolution", "finding", "person"})


@dataclass(frozen=True, slots=True)
class Source:
    """The document and the layout that a report was read from."""

    document_id: str
    layout: str


class Side:
    """One ledger, asked for what it was made from."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.meta: Mapping[str, str] = dict(connection.execute("SELECT key, value FROM meta"))
        self._last: tuple[str, Source | None] = "", None

    def source(self, report_id: str) -> Source | None:
        """Return what a report was read from, None when it is not in the ledger."""
        if self._last[0] != report_id:
            query = "SELECT document_id, layout FROM report WHERE report_id = ?"
            row = self._connection.execute(query, (report_id,)).fetchone()
            self._last = report_id, Source(*row) if row else None
        return self._last[1]

    def holds(self, document_id: str) -> bool:
        """Tell whether the ledger was offered a document, whatever became of it."""
        query = "SELECT 1 FROM content WHERE document_id = ?"
        return self._connection.execute(query, (document_id,)).fetchone() is not None

    def contents(self) -> Iterator[tuple[str]]:
        """Yield all documents in order."""
        return self._connection.execute("SELECT document_id FROM content ORDER BY document_id")

    def decided(self, resolution_id: Value) -> bool:
        """Tell whether a name was understood by a decision."""
        query = "SELECT 1 FROM resolution WHERE resolution_id = ? AND method = 'decision'"
        return self._connection.execute(query, (resolution_id,)).fetchone() is not None


class Causes:
    """What differs between two ledgers, and what of it can touch a row."""

    def __init__(self, old: sqlite3.Connection, new: sqlite3.Connection) -> None:
        self.old, self.new = Side(old), Side(new)
        self.inputs = (*_inputs(self.old.meta, self.new.meta), *_recognisers(self.old, self.new))
        self._differing = {each.cause for each in self.inputs}
        self._layouts = {each.name for each in self.inputs if each.cause is Cause.LAYOUT}

    def of(self, table: str, kind: Kind, row: Named, cells: Collection[Cell]) -> tuple[Cause, ...]:
        """Return the causes of a change to a row, the nearest first."""
        if table == "document" and kind in (Kind.ADDED, Kind.REMOVED):
            return (Cause.DOCUMENT,)
        found = self._possible(table, row) & self._at_hand(table, row)
        names = _UNDERSTOOD if table == "resolution" else _NAMES
        if kind is Kind.CHANGED and all(cell.column in names for cell in cells):
            found = (found - {Cause.REGISTER} if self._decided(row) else found) or found
        return tuple(sorted(found, key=_ORDER.index)) or (Cause.NONE,)

    def _possible(self, table: str, row: Named) -> set[Cause]:
        """Return what rows of the table are made from."""
        if table in _REGISTER_TABLES:
            return {Cause.PROGRAM, Cause.REGISTER}
        read = {Cause.PROGRAM, Cause.DOCUMENT, Cause.LAYOUT}
        named = table in _OF_NAMES or _NAMES & row.keys()
        return read | {Cause.REGISTER, Cause.DECISIONS} if named else read

    def _at_hand(self, table: str, row: Named) -> set[Cause]:
        """Return what differs, as far as it concerns the report of the row."""
        report_id = report_of(row)
        if table in _SHARED_TABLES or report_id is None:
            return self._anywhere
        differing = self._of_report(report_id, self._differing - {Cause.LAYOUT})
        # A finding may hold a report against another one, or against its other edition.
        return differing or (self._anywhere if table == "finding" else set())

    @cached_property
    def _anywhere(self) -> set[Cause]:
        """Return what differs for any report at all."""
        both = zip_longest(self.old.contents(), self.new.contents())
        documents = {Cause.DOCUMENT} if any(old != new for old, new in both) else set()
        return self._differing | documents

    def _of_report(self, report_id: str, differing: set[Cause]) -> set[Cause]:
        """Return what differs for a report; one that only one side was offered has one cause."""
        old, new = self.old.source(report_id), self.new.source(report_id)
        known = [source for source in (old, new) if source]
        if len(known) == 1 and not all(
            side.holds(known[0].document_id) for side in (self.old, self.new)
        ):
            return {Cause.DOCUMENT}
        if old and new and old.document_id != new.document_id:
            differing = differing | {Cause.DOCUMENT}
        layouts = {source.layout for source in known}
        if layouts & self._layouts or len(layouts) > 1:
            differing = differing | {Cause.LAYOUT}
        return differing

    def _decided(self, row: Named) -> bool:
        """Tell whether a person settled the name of a row: then the register had no say in it."""
        resolution_id = row.get("resolution_id")
        return any(side.decided(resolution_id) for side in (self.old, self.new))


def report_of(row: Named) -> str | None:
    """Return the report that a row belongs to, None when it belongs to none or to several."""
    if "report_id" in row:
        return None if row["report_id"] is None else str(row["report_id"])
    if "activity_id" in row:
        return str(row["activity_id"]).partition("/")[0]
    return None


def _inputs(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Input]:
    for key in sorted(old.keys() | new.keys()):
        cause = Cause.LAYOUT if key.startswith(_LAYOUT) else _FACTS.get(key)
        if cause and old.get(key) != new.get(key):
            yield Input(cause, key.removeprefix(_LAYOUT), old.get(key), new.get(key))


def _recognisers(old: Side, new: Side) -> Iterator[Input]:
    """Yield which programs recognised documents that both were offered, where they differ."""
    found = {
        (old.meta.get(key), new.meta.get(key))
        for key in old.meta.keys() | new.meta.keys()
        if key.startswith(_RECOGNISED)
        and all(side.holds(key.removeprefix(_RECOGNISED)) for side in (old, new))
    }
    for one, other in sorted(found, key=str):
        if one != other:
            yield Input(Cause.PROGRAM, "recogniser", one, other)
