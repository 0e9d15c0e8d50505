"""The numbers behind the plots. Each is a table that is read without the plot, too."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..finding import SEVERITIES
from .reports import ROLES, Report

_REPORTS = 2  # latest reports of which regions and codes are shown
_MONTHS = 48  # more than these are told by year
_BARS = 60  # in one plot: the latest, or the first codes


@dataclass(frozen=True, slots=True)
class Series:
    """Stacked bars: one bar a label, one part a name. A part is 0 where nothing is counted."""

    title: str
    about: str
    labels: tuple[str, ...]
    parts: Mapping[str, tuple[int, ...]]
    by: str

    @property
    def totals(self) -> list[int]:
        """The length of each bar."""
        return [sum(values) for values in zip(*self.parts.values(), strict=True)]


def activities_over_time(connection: sqlite3.Connection) -> Series:
    """Return activities by the month in which they start, and by action line."""
    query = """
        SELECT substr(date_start, 1, 7), coalesce(action_line, 'no line'), count(*)
        FROM activity WHERE date_start IS NOT NULL GROUP BY 1, 2
    """
    rows = connection.execute(query).fetchall()
    months = sorted({row[0] for row in rows})
    by_year = len(months) > _MONTHS
    labels = (sorted({month[:4] for month in months}) if by_year else months)[-_BARS:]
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for month, line, count in rows:
        counts[line][month[:4] if by_year else month] += count
    return Series(
        title="Activities over time",
        about=f"Activities by the {'year' if by_year else 'month'} in which they start.",
        labels=tuple(labels),
        parts=_parts(counts, labels, sorted(counts)),
        by="year" if by_year else "month",
    )


def members_by_region(connection: sqlite3.Connection) -> Series:
    """Return members by region in the latest reports, activated (in an activity or the summary)."""
    query = """
        SELECT report_id || ', ' || list_id, EXISTS (
                   SELECT 1 FROM possible AS a
                   WHERE a.report_id = m.report_id AND a.member_id = m.member_id
                     AND a.list IN ('activity', 'summary')
               ), count(*)
        FROM mention AS m
        WHERE list = 'region' AND report_id IN (
            SELECT report_id FROM report ORDER BY period_start DESC, report_id DESC LIMIT ?
        )
        GROUP BY 1, 2
    """
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for label, activated, count in connection.execute(query, (_REPORTS,)):
        counts["activated" if activated else "not activated"][label] += count
    labels = sorted({label for told in counts.values() for label in told})
    return Series(
        title="Members by region",
        about="Members of the latest reports: in an activity or the summary, or in neither.",
        labels=tuple(labels),
        parts=_parts(counts, labels, ["activated", "not activated"]),
        by="report and region",
    )


def outcomes_by_line(connection: sqlite3.Connection) -> Series:
    """Return how often activities of the latest reports name each code, by its action line."""
    query = """
        SELECT r.plan_id || ': ' || o.code, substr(o.code, 1, 2), count(*)
        FROM activity_outcome AS o
        JOIN activity AS a USING (activity_id)
        JOIN report AS r USING (report_id)
        WHERE report_id IN (
            SELECT report_id FROM report ORDER BY period_start DESC, report_id DESC LIMIT ?
        )
        GROUP BY 1, 2
    """
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for code, line, count in connection.execute(query, (_REPORTS,)):
        counts[line][code] += count
    labels = sorted({code for told in counts.values() for code in told})[:_BARS]
    return Series(
        title="Outcome codes by action line",
        about="How many activities of the latest reports name each code of the plan.",
        labels=tuple(labels),
        parts=_parts(counts, labels, sorted(counts)),
        by="plan and code",
    )


def lines_by_role(reports: Sequence[Report]) -> Series:
    """Return the lines of each report by the role that accounts for them."""
    return Series(
        title="Coverage",
        about="Printed lines of each report by what accounts for them.",
        labels=tuple(report.report_id for report in reports),
        parts={role: tuple(r.lines[role].count for r in reports) for role in ROLES},
        by="report",
    )


def findings_by_report(reports: Sequence[Report]) -> Series:
    """Return the open findings of each report by severity."""
    return Series(
        title="Findings",
        about="Open findings of each report by severity.",
        labels=tuple(report.report_id for report in reports),
        parts={each: tuple(r.findings[each] for r in reports) for each in SEVERITIES},
        by="report",
    )


def _parts(
    counts: Mapping[str, Mapping[str, int]], labels: Sequence[str], names: Sequence[str]
) -> dict[str, tuple[int, ...]]:
    return {name: tuple(counts.get(name, {}).get(label, 0) for label in labels) for name in names}
