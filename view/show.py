"""A record of the ledger with the printed line beside each value."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from ..extract.document import Box

# Tables whose rows are no records of their own, or too many to look an id up in.
_NOT_SHOWN = frozenset({"line", "evidence", "content", "edition_value", "meta"})


class NoRecord(Exception):
    """No record has that id."""


@dataclass(frozen=True, slots=True)
class Cite:
    """Where a value is printed, and the whole line; in a PDF the box of its words in points."""

    document_id: str
    document: str
    page: int
    line_no: int
    start: int
    end: int
    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Value:
    """A column, its value, and the lines that it was read from."""

    field: str
    value: str | int | float | None
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A row with its values, and the rows that belong to it."""

    table: str
    row_id: str
    values: tuple[Value, ...]
    parts: tuple[Record, ...] = ()


def show(connection: sqlite3.Connection, wanted: str) -> list[Record]:
    """Return the records with an id, which may be led by a table: 'activity_member:ID'.

    Rows that refer to a found activity or report come with it as parts. Raises NoRecord.
    """
    table, colon, row_id = wanted.partition(":")
    tables = _keys(connection)
    chosen = [table] if colon and table in tables else list(tables)
    key = row_id if colon and table in tables else wanted
    found = [r for name in chosen for r in _records(connection, name, tables[name], key)]
    if not found:
        raise NoRecord(
            f"{wanted}: no record has this id; ids stand in the key columns, such as "
            "activity.activity_id, and 'metroledger search WORDS' finds them"
        )
    return found


def _keys(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the key columns of every table that is shown."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' "
        "AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return {name: _key(connection, name) for (name,) in names if name not in _NOT_SHOWN}


def _key(connection: sqlite3.Connection, table: str) -> list[str]:
    rows = connection.execute(
        "SELECT name, pk FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table,)
    )
    return [name for name, _ in rows]


def _records(
    connection: sqlite3.Connection, table: str, key: list[str], row_id: str
) -> Iterator[Record]:
    joined = " || '/' || ".join(f'"{column}"' for column in key)
    query = f'SELECT * FROM "{table}" WHERE {joined} = ?'  # noqa: S608 - names from the schema
    for row in connection.execute(query, (row_id,)):
        record = _record(connection, table, row, row_id)
        parts = _parts(connection, table, row_id)
        yield Record(record.table, record.row_id, record.values, tuple(parts))


def _record(connection: sqlite3.Connection, table: str, row: sqlite3.Row, row_id: str) -> Record:
    cites = _cites(connection, table, row_id)
    values = tuple(Value(name, row[name], tuple(cites.get(name, ()))) for name in row.keys())  # noqa: SIM118 - a Row iterates over values
    return Record(table, row_id, values)


def _parts(connection: sqlite3.Connection, table: str, row_id: str) -> Iterator[Record]:
    """Yield the rows whose key begins with the key of an activity, the report's other tables."""
    if table != "activity":
        return
    for child, key in _keys(connection).items():
        if key[0] != "activity_id" or child == table:
            continue
        query = f'SELECT * FROM "{child}" WHERE activity_id = ? ORDER BY position'  # noqa: S608
        for row in connection.execute(query, (row_id,)):
            yield _record(connection, child, row, "/".join(str(row[column]) for column in key))


def _cites(connection: sqlite3.Connection, table: str, row_id: str) -> dict[str, list[Cite]]:
    rows = connection.execute(
        """SELECT e.field, e.page, e.line_no, e.start, e."end", l.text,
                  e.document_id, e.x0, e.y0, e.x1, e.y1,
                  (SELECT min(path) FROM document d WHERE d.document_id = e.document_id) AS path
           FROM evidence e JOIN line l USING (document_id, line_no)
           WHERE e.table_name = ? AND e.row_id = ? ORDER BY e.field, e.line_no, e.start""",
        (table, row_id),
    )
    found: dict[str, list[Cite]] = {}
    for field, page, line_no, start, end, text, document_id, *edges, path in rows:
        box = None if None in edges else Box(*edges)
        cite = Cite(document_id, path, page, line_no, start, end, text, box)
        found.setdefault(field, []).append(cite)
    return found
