"""The lines of a file, each with its role and the records that claim it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..extract.document import Box
from ..extract.errors import DocumentError
from ..extract.layout import layouts
from ..extract.recognise import fits
from ..extract.records import Report
from ..extract.report import read_report, texts_of
from ..normalize.names import Reconciler, Register
from ..normalize.report import normalize
from ..normalize.rows import Rows
from ..pipeline import Inputs
from ..reading import Manner, read_document
from ..worker import Lost, read_all


@dataclass(frozen=True, slots=True)
class LineView:
    """A line with its role, and the rows and fields that it is evidence for."""

    line_no: int
    page: int
    role: str
    text: str
    claimed_by: tuple[str, ...]
    box: Box | None


def line_views(report: Report, rows: Rows) -> list[LineView]:
    """Return the lines of a document in order; a claim reads 'table:row_id.field'."""
    claims: dict[int, list[str]] = {}
    for cited in rows.cited:
        for field, printed in cited.sources.items():
            for number in printed.lines:
                claims.setdefault(number, []).append(f"{cited.row.TABLE}:{cited.row.key}.{field}")
    return [
        LineView(
            line_no=line.number,
            page=line.page,
            role=role.value,
            text=line.text,
            claimed_by=tuple(claims.get(line.number, ())),
            box=line.seen,
        )
        for line, role in zip(report.document.lines, report.roles, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class LayoutView:
    """How near a file comes to one layout: signals found out of how many, and what is against."""

    layout: str
    found: tuple[str, ...]
    signals: int
    why_not: str


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was looked at. Without a reason it would load; with one it would be rejected."""

    lines: tuple[LineView, ...]
    layouts: tuple[LayoutView, ...]
    reason: str | None
    pages: int = 0


def examine(path: Path, inputs: Inputs | None = None) -> Examined:
    """Return the lines of a file with their roles and claims, or why it would be rejected.

    It is read in a worker, as in an ingest. Raises OSError when it cannot be opened.
    """
    inputs = inputs or Inputs()
    reconciler = Reconciler(Register.load(inputs.register))
    look = partial(_look, reconciler=reconciler, manner=inputs.manner)
    ((_, found),) = read_all([path], look, inputs.cost)
    return Examined((), (), found.reason) if isinstance(found, Lost) else found


def _look(path: Path, reconciler: Reconciler, manner: Manner) -> Examined:
    try:
        document = read_document(path.read_bytes(), path.name, manner)
    except DocumentError as error:
        return Examined((), (), str(error))
    near = tuple(
        LayoutView(fit.layout.id, fit.found, len(fit.layout.signals), fit.why_not)
        for fit in fits(texts_of(document), layouts())
    )
    try:
        report = read_report(document)
        lines = tuple(line_views(report, normalize(report, reconciler)))
        return Examined(lines, near, None, document.pages)
    except DocumentError as error:
        lines = tuple(
            LineView(line.number, line.page, "", line.text, (), line.seen)
            for line in document.lines
        )
        return Examined(lines, near, str(error), document.pages)
