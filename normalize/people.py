"""People in seats and posts -> rows."""

from __future__ import annotations

from ..extract import records as raw
from ..extract.dates import months_shape
from ..extract.shapes import TENURE
from . import rows as table
from .desk import Desk
from .text import title_case


def add_appointments(desk: Desk) -> None:
    """Add the people in seats and posts, and a finding for a tenure that tells no day."""
    for position, found in enumerate(desk.report.appointments, 1):
        region = title_case(found.region.text) if found.region else None
        title = found.title.text if found.title else None
        start, until = _tenure(desk, found)
        row = table.AppointmentRow(
            report_id=desk.id,
            position=position,
            person_id=desk.person(found.name),
            raw=found.name.text,
            body=found.body,
            region=region,
            role=found.role,
            title=title,
            member_id=_seat(desk, found, region),
            date_from=start,
            date_until=until,
        )
        desk.add(
            row,
            raw=found.name,
            region=found.region,
            role=found.role_printed,
            title=found.title,
            member_id=found.title if row.member_id else None,
            date_from=found.tenure if start else None,
            date_until=found.tenure if until else None,
        )
        if found.tenure and not (start or until):
            message = f'"{found.tenure.text}" tells no day of the calendar; its dates stay empty'
            at = table.Cited(row, {"date_until": found.tenure})
            desk.find("impossible-date", "error", message, at)


def _seat(desk: Desk, found: raw.Appointment, region: str | None) -> str | None:
    """Return the member of a seat; posts in the secretariat are no seats."""
    if found.title is None or found.body in {"secretariat", "intern"}:
        return None
    return desk.naming.seat(found.title.text, region)


def _tenure(desk: Desk, found: raw.Appointment) -> tuple[str | None, str | None]:
    match = TENURE.search(found.tenure.text) if found.tenure else None
    if not match:
        return None, None
    shape = months_shape(match["date"], desk.language)
    dates = desk.days(shape)
    if dates is None:
        return None, None
    if match["until"]:
        return None, dates[1].isoformat()
    is_range = shape is not None and shape.first != shape.last
    return dates[0].isoformat(), dates[1].isoformat() if is_range else None
