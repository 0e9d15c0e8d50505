"""A raw report -> rows of the tables, each field with the print behind it."""

from __future__ import annotations

from ..extract import records as raw
from ..extract.errors import NoPeriod
from . import rows as table
from .activities import add_activities
from .claims import add_claims
from .dates import period
from .desk import Desk
from .lists import (
    add_action_lines,
    add_activated,
    add_figures,
    add_media,
    add_meetings,
    add_note,
    add_regions,
)
from .names import Reconciler
from .naming import Naming
from .people import add_appointments
from .plan import add_challenges, add_plan, plan_id
from .text import title_case


def normalize(report: raw.Report, reconciler: Reconciler) -> table.Rows:
    """Return the rows of a report in the order of print, with findings on what cannot be.

    Regions come first: the members that they list are context for names elsewhere.
    Raises NoPeriod when the months on the cover are no period.
    """
    covered = period(report.cover.shape)
    if covered is None:
        raise NoPeriod(f"'{report.cover.period.text}' on the cover is no period")
    desk = Desk(report, covered, Naming(covered.report_id, reconciler))
    plan = plan_id(desk)
    head = _add_head(desk, plan)
    add_regions(desk)
    add_action_lines(desk)
    add_note(desk)
    add_activities(desk)
    add_media(desk)
    add_meetings(desk)
    add_activated(desk)
    add_figures(desk)
    if plan:
        add_plan(desk, plan)
        add_challenges(desk, plan)
    add_appointments(desk)
    add_claims(desk)
    for row in desk.naming.rows.values():
        desk.add(row)
    return table.Rows(head, tuple(desk.cited.values()), tuple(desk.findings))


def _add_head(desk: Desk, plan_id: str | None) -> table.ReportRow:
    cover, layout = desk.report.cover, desk.report.layout
    row = table.ReportRow(
        report_id=desk.id,
        title=title_case(cover.title.text),
        publisher=layout.publisher,
        period_start=desk.covered.start.isoformat(),
        period_end=desk.covered.end.isoformat(),
        language=layout.language,
        layout=layout.id,
        document_id=desk.report.document.document_id,
        plan_id=plan_id,
    )
    desk.add(row, title=cover.title, period_start=cover.period, period_end=cover.period)
    return row
