"""Two reports of one ledger, as the series goes on."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from .errors import CannotCompare
from .members import Activity, Members, compare_activity, compare_members
from .seats import Seats, compare_seats
from .titles import Titles, compare_challenges, compare_plan_items


class Head(NamedTuple):
    """Which report it is."""

    report_id: str
    period_start: str
    period_end: str
    layout: str
    plan_id: str | None


class Figure(NamedTuple):
    """A figure in both reports or in one; `change` is new less old where both are exact alike."""

    section: str
    label: str
    old: str | None
    new: str | None
    change: float | None
    unit: str | None

    @property
    def differs(self) -> bool:
        """Tell whether it is printed otherwise."""
        return self.old != self.new

    @property
    def change_text(self) -> str:
        """The change with its sign, cents where it has any: '-202', '+3,641.50'; else nothing."""
        return "" if self.change is None else f"{self.change:+,.2f}".removesuffix(".00")


@dataclass(frozen=True, slots=True)
class ReportChanges:
    """What changed from one report to another."""

    old: Head
    new: Head
    members: Members
    seats: Seats
    plan_items: Titles
    challenges: Titles
    activity: Activity
    figures: tuple[Figure, ...]

    @property
    def differs(self) -> bool:
        """Tell whether anything but the period differs."""
        parts = (self.members, self.seats, self.plan_items, self.challenges, self.activity)
        return any(part.differs for part in parts) or any(each.differs for each in self.figures)


def compare_reports(connection: sqlite3.Connection, old: str, new: str) -> ReportChanges:
    """Return what changed from one report to another. Raises CannotCompare when one is missing."""
    try:
        return ReportChanges(
            old=_head(connection, old),
            new=_head(connection, new),
            members=compare_members(connection, old, new),
            seats=compare_seats(connection, old, new),
            plan_items=compare_plan_items(connection, old, new),
            challenges=compare_challenges(connection, old, new),
            activity=compare_activity(connection, old, new),
            figures=_compare_figures(connection, old, new),
        )
    except sqlite3.Error as error:
        raise CannotCompare(f"the database cannot be read ({error}): ingest again") from error


def _head(connection: sqlite3.Connection, report_id: str) -> Head:
    query = """SELECT report_id, period_start, period_end, layout, plan_id FROM report
        WHERE report_id = ?"""
    row = connection.execute(query, (report_id,)).fetchone()
    if row is None:
        known = [
            r for (r,) in connection.execute("SELECT report_id FROM report ORDER BY report_id")
        ]
        raise CannotCompare(f"{report_id}: no such report; there is {', '.join(known) or 'none'}")
    return Head(*row)


class _Printed(NamedTuple):
    printed: str
    value: float
    unit: str | None
    qualifier: str


def _compare_figures(connection: sqlite3.Connection, old: str, new: str) -> tuple[Figure, ...]:
    """Pair figures by section and label; one that is told twice is paired in order."""
    before, after = _figures(connection, old), _figures(connection, new)
    places = [*before, *(place for place in after if place not in before)]
    return tuple(
        _figure(section, label, before.get((section, label, n)), after.get((section, label, n)))
        for section, label, n in places
    )


def _figures(
    connection: sqlite3.Connection, report_id: str
) -> dict[tuple[str, str, int], _Printed]:
    query = """SELECT section, label, printed, value, unit, qualifier FROM figure
        WHERE report_id = ? ORDER BY position"""
    seen: Counter[tuple[str, str]] = Counter()
    found = {}
    for section, label, *printed in connection.execute(query, (report_id,)):
        found[section, label, seen[section, label]] = _Printed(*printed)
        seen[section, label] += 1
    return found


def _figure(section: str, label: str, old: _Printed | None, new: _Printed | None) -> Figure:
    known = new or old
    alike = old and new and (old.unit, old.qualifier) == (new.unit, new.qualifier)
    return Figure(
        section=section,
        label=label,
        old=old.printed if old else None,
        new=new.printed if new else None,
        change=round(new.value - old.value, 6) if old and new and alike else None,
        unit=known.unit if known else None,
    )
