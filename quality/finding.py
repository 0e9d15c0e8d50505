"""A finding: what a check says about one row, and the line that it cites."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

SEVERITIES = ("error", "warning", "note")
_RANKS = {severity: rank for rank, severity in enumerate(SEVERITIES)}


class State(Enum):
    """What people have said about a finding."""

    OPEN = "open"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Place:
    """A row, or one of its values, that evidence can be asked for."""

    table_name: str
    row_id: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the table `finding`, and what the page needs beside it.

    `place` is the row in question; `against` is the other row of a contradiction, None when a
    finding is about one row alone. The line is the first one behind `place`, None when nothing
    is printed there.
    """

    finding_id: str
    report_id: str | None
    check: str
    severity: str
    message: str
    expected: str | None
    found: str | None
    place: Place | None
    document_id: str | None
    line_no: int | None
    against: Place | None = None
    state: State = State.OPEN
    why: str = ""

    @property
    def order(self) -> tuple[str, int, str, int, str]:
        """Reports in order, then the gravest first, then as printed."""
        rank = _RANKS[self.severity]
        return self.report_id or "", rank, self.check, self.line_no or 0, self.finding_id
