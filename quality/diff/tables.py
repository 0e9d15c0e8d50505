"""The tables of a ledger as they are compared.

A list is a table whose key ends in a position: a row that is put in at its head is one added row,
not a change of every row after it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from .change import Named, Row
from .errors import CannotCompare

# All tables but `meta`, in the order that a reader asks: what was read, what it says, who is meant,
# and what is too much to list row by row.
LISTED = (
    "document", "report", "note", "action_line", "activity", "activity_outcome",
    "activity_challenge", "activity_member", "activity_alliance", "plan", "plan_item",
    "report_plan_item", "challenge", "report_challenge", "report_member",
    "report_activated_member", "media_mention", "bilateral_meeting", "figure", "passage", "claim",
    "appointment", "person", "partner", "member", "member_name", "resolution", "finding",
)  # fmt: skip
COUNTED = ("content", "line", "evidence", "edition_value")
POSITION = "position"
# Columns that follow from others: a row is the same row without them.
DERIVED = frozenset({POSITION, "resolution_id"})
# What a row of a list is about. Rows that agree in it are one row whose other cells changed.
ABOUT: Mapping[str, tuple[str, ...]] = {
    "activity_outcome": ("code",),
    "activity_challenge": ("code",),
    "activity_member": ("raw",),
    "activity_alliance": ("raw",),
    "report_member": ("raw",),
    "report_activated_member": ("raw",),
    "media_mention": ("outlet",),
    "bilateral_meeting": ("raw",),
    "figure": ("section", "label"),
    "passage": ("section",),
    "claim": ("printed", "counted"),
    "appointment": ("person_id", "body"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and the key that its rows are ordered by."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def is_list(self) -> bool:
        """Tell whether the key ends in a position."""
        return self.key[-1] == POSITION

    @property
    def group(self) -> tuple[str, ...]:
        """Columns that rows have in common when they are compared together."""
        return self.key[:-1] if self.is_list else self.key

    @property
    def query(self) -> str:
        """All rows in the order of the key."""
        columns, key = (", ".join(f'"{c}"' for c in each) for each in (self.columns, self.key))
        return f'SELECT {columns} FROM "{self.name}" ORDER BY {key}'  # noqa: S608 - names of ours

    def named(self, row: Row) -> Named:
        """Return a row with the names of its columns."""
        return dict(zip(self.columns, row, strict=True))

    def at(self, columns: tuple[str, ...]) -> tuple[int, ...]:
        """Return where columns stand in a row."""
        return tuple(self.columns.index(column) for column in columns)


def tables(connection: sqlite3.Connection, side: str) -> tuple[Table, ...]:
    """Return the tables of a ledger. Raises CannotCompare when one is missing."""
    try:
        found = [_table(connection, name) for name in (*LISTED, *COUNTED)]
    except sqlite3.Error as error:
        raise CannotCompare(f"the {side} ledger cannot be read ({error})") from error
    missing = [table.name for table in found if not table.key]
    if missing:
        raise CannotCompare(
            f"the {side} database is no ledger of this version: it has no table"
            f" {', '.join(missing)}; ingest its documents again"
        )
    return tuple(found)


def _table(connection: sqlite3.Connection, name: str) -> Table:
    columns = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
    key = sorted((place, column) for column, place in columns if place)
    return Table(name, tuple(column for column, _ in columns), tuple(column for _, column in key))
