"""What is told of one report, by gold or by the ledger, in one shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Cell = str | int | float | None
# One entry of a field: a code, a printed name and its member, a row of a list.
Entry = tuple[Cell, ...]
Fields = Mapping[str, tuple[Entry, ...]]

REPORT_FIELDS = (
    "report", "note", "action_lines", "media", "meetings", "activated", "figures", "plan",
    "challenges", "regions", "appointments", "claims",
)  # fmt: skip
ACTIVITY_FIELDS = (
    "title", "date_text", "date_start", "date_end", "action_line", "outcomes",
    "activity_challenges", "members", "membership", "alliances", "narrative",
)  # fmt: skip
# Cells of the entries, in their order; fields of one value are not listed.
CELLS: Mapping[str, tuple[str, ...]] = {
    "report": ("what", "value"),
    "note": ("what", "value"),
    "action_lines": ("code", "title"),
    "media": ("month", "outlet", "topic"),
    "meetings": ("month", "mode", "raw", "member"),
    "activated": ("raw", "member"),
    "figures": ("section", "label", "printed", "value", "unit", "qualifier"),
    "plan": ("code", "kind", "title", "parent"),
    "challenges": ("code", "title"),
    "regions": ("region", "raw", "member", "status"),
    "appointments": (
        "body", "region", "role", "name", "title", "member", "date_from", "date_until",
    ),
    "claims": ("printed", "number", "counted", "activity"),
    "membership": ("raw", "member", "status"),
}  # fmt: skip
REPORT_VALUES = (
    "report_id", "title", "publisher", "period_start", "period_end", "language", "layout",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity; a field without a value has no entry."""

    fields: Fields

    @property
    def title(self) -> str:
        """Its title as printed."""
        return str(self.fields["title"][0][0])

    @property
    def days(self) -> tuple[Entry, ...]:
        """Its date as printed, its first and its last day."""
        return tuple(e for f in ("date_text", "date_start", "date_end") for e in self.fields[f])


@dataclass(frozen=True, slots=True)
class Told:
    """One report: its fields, and its activities in the order of print."""

    report_id: str
    fields: Fields
    activities: tuple[Activity, ...]


def values(**named: Cell) -> tuple[Entry, ...]:
    """Return an entry of name and value for each value that is there."""
    return tuple((name, value) for name, value in named.items() if value is not None)


def single(value: Cell) -> tuple[Entry, ...]:
    """Return one entry for a value, none for null."""
    return () if value is None else ((value,),)
