"""The lines of a file, each with its role and the records that claim it."""

from __future__ import annotations

from dataclasses import dataclass

from ..extract.document import Document
from ..extract.layout import layouts
from ..extract.recognise import Fit, fits
from ..extract.records import Report
from ..extract.report import texts_of
from ..normalize.rows import Rows


@dataclass(frozen=True, slots=True)
class LineView:
    """A line with its role, and the rows and fields that it is evidence for."""

    line_no: int
    page: int
    role: str
    text: str
    claimed_by: tuple[str, ...]


def line_views(report: Report, rows: Rows) -> list[LineView]:
    """Return the lines of a document in order; a claim reads 'table:row_id.field'."""
    claims: dict[int, list[str]] = {}
    for cited in rows.cited:
        for field, printed in cited.sources.items():
            for number in printed.lines:
                claims.setdefault(number, []).append(f"{cited.row.TABLE}:{cited.row.key}.{field}")
    return [
        LineView(line.number, line.page, role.value, line.text, tuple(claims.get(line.number, ())))
        for line, role in zip(report.document.lines, report.roles, strict=True)
    ]


def layout_fits(document: Document) -> tuple[Fit, ...]:
    """Return how near a document comes to each layout, nearest first."""
    return fits(texts_of(document), layouts())
