"""What each report holds: its lines by role, its rows, and how well its fields are filled."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..finding import SEVERITIES, Finding, State
from .rows import Number, Rows
from .tables import EXPECTED, LISTS, Table, shown

ROLES = ("record", "heading", "label", "furniture", "caption", "unclaimed")


@dataclass(frozen=True, slots=True)
class Fill:
    """How many rows of a table have a field, and the rows that lack it."""

    table: str
    field: str
    rows: int
    missing: Number

    @property
    def share(self) -> float:
        """The filled part, from 0 to 1."""
        return 1 - self.missing.count / self.rows if self.rows else 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """One report at a glance."""

    report_id: str
    title: str
    period: str
    layout: str
    path: str
    lines: Mapping[str, Number]
    tables: Mapping[str, Number]
    fills: tuple[Fill, ...]
    findings: Mapping[str, int]

    @property
    def all_lines(self) -> int:
        """All printed lines."""
        return sum(number.count for number in self.lines.values())

    @property
    def claimed(self) -> float:
        """The part of the lines that something accounts for, from 0 to 1."""
        lines = self.all_lines
        return 1 - self.lines["unclaimed"].count / lines if lines else 1.0


def report_ids(connection: sqlite3.Connection) -> list[str]:
    """Return all reports in the order of their periods."""
    rows = connection.execute("SELECT report_id FROM report ORDER BY period_start, report_id")
    return [str(row[0]) for row in rows]


def reports(
    connection: sqlite3.Connection,
    findings: Sequence[Finding],
    rows_of: Callable[[str], Rows],
) -> Iterator[Report]:
    """Yield all reports with their numbers, each of which opens rows as `rows_of` it allows."""
    tables = list(shown(connection))
    open_findings = (each for each in findings if each.state is State.OPEN)
    counted = Counter((each.report_id, each.severity) for each in open_findings)
    query = (
        "SELECT title, period_start || ' to ' || period_end, layout, document_id,"
        " (SELECT min(path) FROM document AS d WHERE d.document_id = r.document_id)"
        " FROM report AS r WHERE report_id = ?"
    )
    for report_id in report_ids(connection):
        title, period, layout, document_id, path = connection.execute(
            query, (report_id,)
        ).fetchone()
        rows = rows_of(report_id)
        yield Report(
            report_id=report_id,
            title=title,
            period=period,
            layout=layout,
            path=path or "",
            lines={
                role: rows.of_role(f"{report_id}: lines, {role}", document_id, role)
                for role in ROLES
            },
            tables={
                table.name: rows.of_table(f"{report_id}: {table.name}", table, report_id)
                for table in tables
            },
            fills=tuple(_fills(rows, report_id, tables)),
            findings={each: counted[report_id, each] for each in SEVERITIES},
        )


def _fills(rows: Rows, report_id: str, tables: Sequence[Table]) -> Iterator[Fill]:
    """Yield the fields that ought to be filled. A list that no activity has is not of the style."""
    for table in tables:
        all_rows = rows.count_of(table, report_id)
        for field in EXPECTED.get(table.name, ()):
            title = f"{report_id}: {table.name} without {field}"
            missing = rows.of_table(title, table, report_id, f"{field} IS NULL")
            yield Fill(table.name, field, all_rows, missing)
        if table.name == "activity":
            for name, child in LISTS.items():
                title = f"{report_id}: activities without {name}"
                only = f"activity_id NOT IN (SELECT activity_id FROM {child})"  # noqa: S608
                missing = rows.of_table(title, table, report_id, only)
                if missing.count < all_rows:
                    yield Fill(table.name, name, all_rows, missing)
