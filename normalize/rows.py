"""Rows of the tables, one frozen dataclass each; fields are the columns of `schema.sql`.

`KEY` names the columns whose values, joined by a slash, are the row's id in `evidence`.
A test holds these classes against the schema in both directions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar

from ..extract.printed import Printed

Value = str | int | float | None


class Row:
    """A row of one table."""

    __slots__ = ()
    TABLE: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]]

    @property
    def key(self) -> str:
        """The row's id in `evidence`: the values of the key, joined by a slash."""
        return "/".join(map(str, _values_of(self, self.KEY)))

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """Return the columns of the table, in order."""
        return _columns(cls)  # type: ignore[arg-type]  # a class can be hashed

    def record(self) -> tuple[Value, ...]:
        """Return the values in the order of the columns."""
        return _values_of(self, self.columns())

    def values(self) -> dict[str, Value]:
        """Return the values by column."""
        return dict(zip(self.columns(), self.record(), strict=True))


@cache
def _columns(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - a class of rows
    return tuple(entry.name for entry in fields(kind))


@cache
def _getter(columns: tuple[str, ...]) -> attrgetter[Any]:
    return attrgetter(*columns)


def _values_of(row: Row, columns: tuple[str, ...]) -> tuple[Value, ...]:
    found = _getter(columns)(row)
    return found if len(columns) > 1 else (found,)


@dataclass(frozen=True, slots=True)
class Cited:
    """A row and the print behind its fields."""

    row: Row
    sources: Mapping[str, Printed]


@dataclass(frozen=True, slots=True)
class ReportRow(Row):
    """One progress report."""

    TABLE: ClassVar[str] = "report"
    KEY: ClassVar[tuple[str, ...]] = ("report_id",)
    report_id: str
    title: str
    publisher: str
    period_start: str
    period_end: str
    language: str
    layout: str
    document_id: str
    plan_id: str | None


@dataclass(frozen=True, slots=True)
class ResolutionRow(Row):
    """How a printed name was understood."""

    TABLE: ClassVar[str] = "resolution"
    KEY: ClassVar[tuple[str, ...]] = ("resolution_id",)
    resolution_id: str
    report_id: str
    kind: str
    raw: str
    region: str | None
    status: str
    member_id: str | None
    partner_id: str | None
    method: str
    score: float | None
    candidates: str


@dataclass(frozen=True, slots=True)
class ActionLineRow(Row):
    """An action line as a report presents it."""

    TABLE: ClassVar[str] = "action_line"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "code")
    report_id: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class NoteRow(Row):
    """The note that opens a report."""

    TABLE: ClassVar[str] = "note"
    KEY: ClassVar[tuple[str, ...]] = ("report_id",)
    report_id: str
    heading: str
    text: str
    signatory: str | None
    title: str | None
    person_id: str | None


@dataclass(frozen=True, slots=True)
class PassageRow(Row):
    """Prose of a section that is mostly lists or figures."""

    TABLE: ClassVar[str] = "passage"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "position")
    report_id: str
    position: int
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class ActivityRow(Row):
    """One activity that a report tells."""

    TABLE: ClassVar[str] = "activity"
    KEY: ClassVar[tuple[str, ...]] = ("activity_id",)
    activity_id: str
    report_id: str
    position: int
    title: str
    date_text: str | None
    date_start: str | None
    date_end: str | None
    action_line: str | None
    action_line_basis: str | None
    narrative: str | None


@dataclass(frozen=True, slots=True)
class ActivityOutcomeRow(Row):
    """An outcome code of an activity."""

    TABLE: ClassVar[str] = "activity_outcome"
    KEY: ClassVar[tuple[str, ...]] = ("activity_id", "position")
    activity_id: str
    position: int
    code: str
    raw: str


@dataclass(frozen=True, slots=True)
class ActivityChallengeRow(Row):
    """A metropolitan challenge of an activity."""

    TABLE: ClassVar[str] = "activity_challenge"
    KEY: ClassVar[tuple[str, ...]] = ("activity_id", "position")
    activity_id: str
    position: int
    code: str
    raw: str


@dataclass(frozen=True, slots=True)
class ActivityMemberRow(Row):
    """A member that took part in an activity."""

    TABLE: ClassVar[str] = "activity_member"
    KEY: ClassVar[tuple[str, ...]] = ("activity_id", "position")
    activity_id: str
    position: int
    raw: str
    member_id: str | None
    resolution_id: str


@dataclass(frozen=True, slots=True)
class ActivityAllianceRow(Row):
    """A partner that took part in an activity."""

    TABLE: ClassVar[str] = "activity_alliance"
    KEY: ClassVar[tuple[str, ...]] = ("activity_id", "position")
    activity_id: str
    position: int
    raw: str
    partner_id: str | None
    resolution_id: str


@dataclass(frozen=True, slots=True)
class PlanRow(Row):
    """An action plan of the network."""

    TABLE: ClassVar[str] = "plan"
    KEY: ClassVar[tuple[str, ...]] = ("plan_id",)
    plan_id: str


@dataclass(frozen=True, slots=True)
class PlanItemRow(Row):
    """An item of a plan, as one report gives it."""

    TABLE: ClassVar[str] = "plan_item"
    KEY: ClassVar[tuple[str, ...]] = ("plan_id", "code")
    plan_id: str
    code: str
    kind: str
    title: str
    parent_code: str | None


@dataclass(frozen=True, slots=True)
class ReportPlanItemRow(Row):
    """A plan item that a report lists."""

    TABLE: ClassVar[str] = "report_plan_item"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "plan_id", "code")
    report_id: str
    plan_id: str
    code: str
    position: int
    title: str


@dataclass(frozen=True, slots=True)
class ChallengeRow(Row):
    """A metropolitan challenge, as one report gives it."""

    TABLE: ClassVar[str] = "challenge"
    KEY: ClassVar[tuple[str, ...]] = ("plan_id", "code")
    plan_id: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class ReportChallengeRow(Row):
    """A challenge that a report says was addressed."""

    TABLE: ClassVar[str] = "report_challenge"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "plan_id", "code")
    report_id: str
    plan_id: str
    code: str
    position: int
    title: str


@dataclass(frozen=True, slots=True)
class ReportMemberRow(Row):
    """A member under a region heading."""

    TABLE: ClassVar[str] = "report_member"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "position")
    report_id: str
    position: int
    region: str
    raw: str
    member_id: str | None
    status: str
    resolution_id: str


@dataclass(frozen=True, slots=True)
class ReportActivatedMemberRow(Row):
    """A member in the report's summary of activated or engaged members."""

    TABLE: ClassVar[str] = "report_activated_member"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "position")
    report_id: str
    position: int
    raw: str
    member_id: str | None
    resolution_id: str


@dataclass(frozen=True, slots=True)
class MediaMentionRow(Row):
    """A mention in the media."""

    TABLE: ClassVar[str] = "media_mention"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "position")
    report_id: str
    position: int
    month: str | None
    month_text: str | None
    outlet: str
    topic: str | None


@dataclass(frozen=True, slots=True)
class BilateralMeetingRow(Row):
    """A meeting with one member."""

    TABLE: ClassVar[str] = "bilateral_meeting"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "position")
    report_id: str
    position: int
    month: str | None
    month_text: str | None
    mode: str | None
    raw: str
    member_id: str | None
    resolution_id: str


@dataclass(frozen=True, slots=True)
class FigureRow(Row):
    """A figure that stands alone."""

    TABLE: ClassVar[str] = "figure"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "position")
    report_id: str
    position: int
    section: str
    label: str
    printed: str
    value: float
    unit: str | None
    qualifier: str


@dataclass(frozen=True, slots=True)
class ClaimRow(Row):
    """A count that prose states."""

    TABLE: ClassVar[str] = "claim"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "position")
    report_id: str
    position: int
    activity_id: str | None
    printed: str
    number: int
    counted: str


@dataclass(frozen=True, slots=True)
class PersonRow(Row):
    """A person, by one printed spelling."""

    TABLE: ClassVar[str] = "person"
    KEY: ClassVar[tuple[str, ...]] = ("person_id",)
    person_id: str
    name: str


@dataclass(frozen=True, slots=True)
class AppointmentRow(Row):
    """A person in a seat or post."""

    TABLE: ClassVar[str] = "appointment"
    KEY: ClassVar[tuple[str, ...]] = ("report_id", "position")
    report_id: str
    position: int
    person_id: str
    raw: str
    body: str
    region: str | None
    role: str | None
    title: str | None
    member_id: str | None
    date_from: str | None
    date_until: str | None


@dataclass(frozen=True, slots=True)
class FindingRow(Row):
    """Something that an editor should look at."""

    TABLE: ClassVar[str] = "finding"
    KEY: ClassVar[tuple[str, ...]] = ("finding_id",)
    finding_id: str
    report_id: str | None
    check: str
    severity: str
    message: str
    expected: str | None
    found: str | None
    table_name: str | None
    row_id: str | None
    document_id: str | None
    line_no: int | None


@dataclass(frozen=True, slots=True)
class Rows:
    """One report, normalised: its rows in the order of print, with their sources.

    Rows of plan, plan_item, challenge and person are this report's reading of a table that
    reports share; the loader settles them between reports. Rows of report, resolution and finding
    come without sources, but for the report's own fields.
    """

    report: ReportRow
    cited: tuple[Cited, ...]
    findings: tuple[FindingRow, ...]
