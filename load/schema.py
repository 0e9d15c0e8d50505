"""`schema.sql` as the loader uses it: its statements, its version, and its tables reflected."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import MetaData, Table, create_engine
from sqlalchemy.dialects import sqlite

SCHEMA = Path(__file__).resolve().parent.parent / "schema.sql"
# Tables that a report fills, beyond those that refer to it or to its activities.
_OWN = frozenset({"report", "line", "evidence"})
# Tables that refer to a report, but are settled when all reports are known.
_SETTLED = frozenset({"document", "finding"})


class Statement(NamedTuple):
    """One object of the schema and the statement that makes it."""

    type: str
    name: str
    sql: str


@cache
def version() -> str:
    """Return the version of the schema: the hash of its text, so that none is forgotten."""
    return hashlib.sha256(SCHEMA.read_bytes()).hexdigest()[:16]


@cache
def statements() -> tuple[Statement, ...]:
    """Return what the schema makes, in its order."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.executescript(SCHEMA.read_text("utf-8"))
        found = memory.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
        )
        return tuple(Statement(*row) for row in found)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of the schema by name, and those whose rows belong to one report each.

    Parents stand before children.
    """

    by_name: Mapping[str, Table]
    of_report: tuple[Table, ...]

    def __getitem__(self, name: str) -> Table:
        """Return the table of that name."""
        return self.by_name[name]


@cache
def tables() -> Tables:
    """Return the tables, reflected from an empty file that the schema makes."""
    engine = create_engine("sqlite://")
    metadata = MetaData()
    with engine.connect() as connection:
        for statement in statements():
            connection.exec_driver_sql(statement.sql)
        metadata.reflect(connection)
    engine.dispose()
    ordered = metadata.sorted_tables
    of_report = tuple(table for table in ordered if _is_of_report(table))
    return Tables({table.name: table for table in ordered}, of_report)


def _is_of_report(table: Table) -> bool:
    if table.name in _SETTLED:
        return False
    parents = {key.column.table.name for key in table.foreign_keys}
    return table.name in _OWN or bool(parents & {"report", "activity"})


@cache
def insertion(table: Table) -> str:
    """Return the INSERT of a whole row."""
    return str(table.insert().compile(dialect=sqlite.dialect()))
