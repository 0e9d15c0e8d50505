"""The desk at which one report is normalised: its rows, findings, names and dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ..extract import records as raw
from ..extract.dates import DateShape, months_shape
from ..extract.printed import Printed
from . import rows as table
from .dates import Period, days
from .naming import Naming
from .text import title_case


@dataclass(slots=True)
class Desk:
    """One report on its way to rows. A row said twice is kept once, with all its print."""

    report: raw.Report
    covered: Period
    naming: Naming
    cited: dict[tuple[str, str], table.Cited] = field(default_factory=dict)
    findings: list[table.FindingRow] = field(default_factory=list)
    activity_ids: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The key of the report."""
        return self.naming.report_id

    @property
    def language(self) -> str:
        """The language of the print."""
        return self.report.layout.language

    def add(self, row: table.Row, **sources: Printed | None) -> None:
        """Keep a row with its sources; print that says it once more is added to the first."""
        printed = {column: source for column, source in sources.items() if source}
        key = (row.TABLE, row.key)
        if key in self.cited:
            old = self.cited[key]
            printed = _both(old.sources, printed)
            row = old.row
        self.cited[key] = table.Cited(row, printed)

    def find(self, check: str, severity: str, message: str, at: table.Cited) -> None:
        """Keep a finding about a row, at the first print behind it."""
        row, source = at.row, next(iter(at.sources.values()))
        self.findings.append(
            table.FindingRow(
                finding_id=f"{self.id}/{check}/{row.TABLE}/{row.key}/{source.text}",
                report_id=self.id,
                check=check,
                severity=severity,
                message=message,
                expected=None,
                found=source.text,
                table_name=row.TABLE,
                row_id=row.key,
                document_id=self.report.document.document_id,
                line_no=source.lines[0],
            )
        )

    def days(self, shape: DateShape | None) -> tuple[date, date] | None:
        """Return first and last day of a printed date, None when it is no day."""
        return days(shape, self.covered) if shape else None

    def month(self, heading: Printed | None) -> tuple[str | None, str | None]:
        """Return a month heading as YYYY-MM (None of several) and as printed, in title case."""
        if heading is None:
            return None, None
        found = self.days(months_shape(heading.text, self.language))
        months = {f"{day:%Y-%m}" for day in found or ()}
        return months.pop() if len(months) == 1 else None, title_case(heading.text)

    def person(self, name: Printed) -> str:
        """Keep a person and return the key of the name."""
        key = self.naming.person(name.text)
        self.add(table.PersonRow(key, name.text), name=name)
        return key


def _both(old: Mapping[str, Printed], new: Mapping[str, Printed]) -> dict[str, Printed]:
    columns = [*old, *(column for column in new if column not in old)]
    return {c: Printed.join(p for p in (old.get(c), new.get(c)) if p) for c in columns}
