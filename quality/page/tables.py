"""Tables that hold the rows of a report, and which of their fields ought to be filled."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# Fields that every row should have. Others are empty by nature: the day on which a seat was left,
# the unit of a count.
EXPECTED: Mapping[str, tuple[str, ...]] = {
    "activity": ("date_start", "date_end", "action_line", "narrative"),
    "activity_member": ("member_id",),
    "activity_alliance": ("partner_id",),
    "report_member": ("member_id",),
    "report_activated_member": ("member_id",),
    "bilateral_meeting": ("member_id", "month", "mode"),
    "media_mention": ("month", "topic"),
    "appointment": ("title",),
    "note": ("signatory",),
}
# Lists that an activity usually has.
LISTS: Mapping[str, str] = {
    "members": "activity_member",
    "outcomes": "activity_outcome",
    "challenges": "activity_challenge",
    "alliances": "activity_alliance",
}
SHOWN = (
    "activity", "activity_member", "activity_outcome", "activity_challenge", "activity_alliance",
    "report_member", "report_activated_member", "bilateral_meeting", "media_mention",
    "report_plan_item", "report_challenge", "figure", "claim", "appointment", "note", "passage",
)  # fmt: skip
_OF_REPORT = "{table} WHERE report_id = :report"
_OF_ACTIVITY = (
    "{table} WHERE activity_id IN (SELECT activity_id FROM activity WHERE report_id = :report)"
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, its columns, and the columns of its key in order."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def source(self) -> str:
        """The FROM and WHERE that give the rows of `:report`."""
        rows = _OF_REPORT if "report_id" in self.columns else _OF_ACTIVITY
        return rows.format(table=self.name)

    @property
    def row_id(self) -> str:
        """The expression that gives the id of a row, as in `evidence`."""
        return " || '/' || ".join(self.key)


def shown(connection: sqlite3.Connection) -> Iterator[Table]:
    """Yield the tables that the page shows, in the order of a report."""
    for name in SHOWN:
        info = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (name,)).fetchall()
        key = sorted((pk, column) for column, pk in info if pk)
        yield Table(name, tuple(column for column, _ in info), tuple(column for _, column in key))
