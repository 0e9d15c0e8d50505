"""One form for the same rows: in the order of the key, reals as reals, and a hash of that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter

from sqlalchemy import Float, Table

from .schema import Tables
from .sheet import Record, Sheet


def in_order(table: Table, rows: Iterable[Record]) -> list[Record]:
    """Return rows as the table keeps them."""
    columns = list(table.columns)
    reals = [n for n, column in enumerate(columns) if isinstance(column.type, Float)]
    kept = [_with_reals(row, reals) for row in rows] if reals else list(rows)
    return sorted(kept, key=itemgetter(*(columns.index(c) for c in table.primary_key.columns)))


def canonical(tables: Tables, sheet: Sheet) -> Sheet:
    """Return the sheet with its own rows in order, parents before children."""
    own = [*tables.of_report, tables["finding"]]
    return replace(
        sheet,
        rows={**sheet.rows, **{t.name: in_order(t, sheet.rows.get(t.name, ())) for t in own}},
    )


def hash_of(tables: Tables, sheet: Sheet) -> str:
    """Return the content hash of a report, from its own rows in order.

    Raises UnicodeEncodeError for text that is no Unicode.
    """
    own = [*tables.of_report, tables["finding"]]
    return digest((table.name, sheet.rows[table.name]) for table in own)


def digest(tables: Iterable[tuple[str, Sequence[Record]]]) -> str:
    """Return the hash of rows: the same on every machine for the same values in that order."""
    content = hashlib.sha256()
    for entry in tables:
        content.update(json.dumps(entry, ensure_ascii=False).encode())
    return content.hexdigest()


def _with_reals(row: Record, reals: list[int]) -> Record:
    values = list(row)
    for n in reals:
        value = values[n]
        values[n] = None if value is None else float(value)
    return tuple(values)
