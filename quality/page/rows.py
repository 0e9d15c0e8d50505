"""Numbers that open: a count, and the first rows behind it, each with its printed line."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..finding import Place
from .printed import Print, PrintedLine
from .tables import Table

_UNFIT = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class Row:
    """The values of a row, and its printed line."""

    cells: tuple[object, ...]
    line: PrintedLine | None


@dataclass(frozen=True, slots=True)
class Panel:
    """What a number opens. `rows` are the first of `count`; `query` returns all."""

    anchor: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    count: int
    query: str


@dataclass(frozen=True, slots=True)
class Number:
    """A count. It links to its panel, none for a zero or where the page shows no rows."""

    count: int
    panel: str | None = None


@dataclass(slots=True)
class Rows:
    """All panels of a page, in the order in which they were asked for."""

    connection: sqlite3.Connection
    prints: Print
    limit: int
    panels: list[Panel] = field(default_factory=list)

    def of_table(self, title: str, table: Table, report_id: str, only: str = "") -> Number:
        """Return the number of rows of a table in a report, or of those for which `only` holds."""
        source = f"{table.source} AND {only}" if only else table.source
        columns = tuple(c for c in table.columns if c not in {"report_id", "resolution_id"})
        select = ", ".join((f"{table.row_id} AS row_id", *columns))
        order = ", ".join(table.key)
        values = {"report": report_id}
        count = self._count(source, values)
        if not count or not self.limit:
            return Number(count)
        query = f"SELECT {select} FROM {source} ORDER BY {order}"  # noqa: S608 our own names
        found = self.connection.execute(f"{query} LIMIT {self.limit}", values).fetchall()
        rows = tuple(Row(tuple(row[1:]), self._line(table.name, row[0])) for row in found)
        return self._panel(title, columns, rows, count, _readable(query, values))

    def count_of(self, table: Table, report_id: str) -> int:
        """Return the number of rows of a table in a report."""
        return self._count(table.source, {"report": report_id})

    def of_role(self, title: str, document_id: str, role: str) -> Number:
        """Return the number of lines of a document in a role."""
        source = "line WHERE document_id = :document AND role = :role"
        values = {"document": document_id, "role": role}
        count = self._count(source, values)
        if not count or not self.limit:
            return Number(count)
        query = f"SELECT line_no, text FROM {source} ORDER BY line_no"  # noqa: S608 our own names
        found = self.connection.execute(f"{query} LIMIT {self.limit}", values).fetchall()
        rows = tuple(Row((), self.prints.line(document_id, row[0])[0]) for row in found)
        return self._panel(title, (), rows, count, _readable(query, values))

    def _count(self, source: str, values: Mapping[str, str]) -> int:
        query = f"SELECT count(*) FROM {source}"  # noqa: S608 our own names
        return int(self.connection.execute(query, values).fetchone()[0])

    def _line(self, table: str, row_id: str) -> PrintedLine | None:
        found = self.prints.of(Place(table, row_id, "raw"), 1)
        return found[0] if found else None

    def _panel(
        self, title: str, columns: tuple[str, ...], rows: tuple[Row, ...], count: int, query: str
    ) -> Number:
        anchor = f"rows-{_UNFIT.sub('-', title).strip('-').lower()}"
        self.panels.append(Panel(anchor, title, columns, rows, count, query))
        return Number(count, anchor)


def limit_for(reports: int, panels_each: int, budget: int, most: int) -> int:
    """Return how many rows a panel may show, so that all panels together stay in the budget."""
    return min(most, budget // max(1, reports * panels_each))


def _readable(query: str, values: Mapping[str, str]) -> str:
    """Return a query that can be pasted into a SQLite shell."""
    for name, value in values.items():
        query = query.replace(f":{name}", "'" + value.replace("'", "''") + "'")
    return query
