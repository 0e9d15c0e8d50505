"""A sheet: everything that one document gives to the ledger, as plain tuples by table.

Pure and without SQL, so that a worker can make it and send it home.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..extract.document import Document, Line, Role
from ..normalize.remarks import of_line
from ..normalize.rows import FindingRow, Row, Rows, Value

Record = tuple[Value, ...]
# Checks that look at a report from outside: made anew in every run, never part of a sheet.
OUTSIDE = frozenset({"plan-title-differs", "edition-differs"})


class LineRow(NamedTuple):
    """A printed line and who accounts for it."""

    document_id: str
    page: int
    line_no: int
    text: str
    x0: float | None
    y0: float | None
    x1: float | None
    y1: float | None
    role: str


class EvidenceRow(NamedTuple):
    """A line that a value stands on."""

    table_name: str
    row_id: str
    field: str
    document_id: str
    page: int
    line_no: int
    start: int
    end: int
    x0: float | None
    y0: float | None
    x1: float | None
    y1: float | None
    method: str


# Columns and keys by table. Lines and evidence are most of what a document gives: plain tuples.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    **{kind.TABLE: kind.columns() for kind in Row.__subclasses__()},
    "line": LineRow._fields,
    "evidence": EvidenceRow._fields,
}
KEYS: Mapping[str, tuple[str, ...]] = {
    **{kind.TABLE: kind.KEY for kind in Row.__subclasses__()},
    "line": ("document_id", "line_no"),
    "evidence": ("table_name", "row_id", "field", "document_id", "line_no", "start"),
}
_NOWHERE = (None, None, None, None)


def record(row: Row) -> Record:
    """Return the values of a row in the order of its columns."""
    return row.record()


def named(table: str, records: Iterable[Record]) -> Iterator[dict[str, Value]]:
    """Yield records with the names of their columns."""
    names = COLUMNS[table]
    for values in records:
        yield dict(zip(names, values, strict=True))


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of one report by table, as one document prints them.

    `plan`, `plan_item`, `challenge` and `person` are this document's reading of what reports share.
    """

    report_id: str
    document_id: str
    rows: Mapping[str, Sequence[Record]]

    def named(self, table: str) -> Iterator[dict[str, Value]]:
        """Yield the rows of one table with the names of their columns."""
        return named(table, self.rows.get(table, ()))


def first_lines(sheet: Sheet) -> dict[tuple[str, str, str], int]:
    """Return the first line of each value that has evidence, by table, row and column."""
    found: dict[tuple[str, str, str], int] = {}
    for cited in sheet.named("evidence"):
        place = str(cited["table_name"]), str(cited["row_id"]), str(cited["field"])
        line_no = int(cited["line_no"] or 0)
        found[place] = min(line_no, found.get(place, line_no))
    return found


def sheet_of(rows: Rows, document: Document, roles: Sequence[Role]) -> Sheet:
    """Return the sheet of a report: rows, lines with their roles, evidence and findings.

    A line that nobody claims becomes a finding.
    """
    found: dict[str, list[Record]] = defaultdict(list)
    for cited in rows.cited:
        found[cited.row.TABLE].append(record(cited.row))
    found["line"] = [
        _line_row(document.document_id, line, role)
        for line, role in zip(document.lines, roles, strict=True)
    ]
    found["evidence"] = list(_evidence(rows, document))
    findings = [*rows.findings, *_unclaimed(rows.report.report_id, document, roles)]
    found["finding"] = [record(row) for row in findings]
    return Sheet(rows.report.report_id, document.document_id, dict(found))


def _line_row(document_id: str, line: Line, role: Role) -> LineRow:
    x0, y0, x1, y1 = line.seen or _NOWHERE
    return LineRow(document_id, line.page, line.number, line.text, x0, y0, x1, y1, role.value)


def _evidence(rows: Rows, document: Document) -> Iterator[EvidenceRow]:
    """Yield one row per value and line; of print that is cited twice the longer piece counts."""
    ends: dict[tuple[str, str, str, int, int], int] = {}
    for cited in rows.cited:
        table, row_id = cited.row.TABLE, cited.row.key
        for column, printed in cited.sources.items():
            for number, start, end in printed.spans:
                place = table, row_id, column, number, start
                ends[place] = max(end, ends.get(place, end))
    document_id = document.document_id
    for (table, row_id, column, number, start), end in ends.items():
        line = document.line(number)
        x0, y0, x1, y1 = line.place(start, end) or _NOWHERE
        method = _method(document, line, start, end)
        yield EvidenceRow(
            table, row_id, column, document_id, line.page, number, start, end,
            x0, y0, x1, y1, method,
        )  # fmt: skip


def _method(document: Document, line: Line, start: int, end: int) -> str:
    """Return how the characters of a line are known."""
    if line.page not in document.recognised:
        return "printed"
    return "recognised" if line.text[start:end] == line.reading[start:end] else "mended"


def _unclaimed(report_id: str, document: Document, roles: Sequence[Role]) -> Iterator[FindingRow]:
    for line, role in zip(document.lines, roles, strict=True):
        if role is Role.UNCLAIMED:
            told = f"line {line.number} belongs to no record, heading, label or furniture"
            yield of_line(report_id, document, line, "unclaimed-line", told)
