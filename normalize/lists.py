"""Lists -> rows: members by region, media, meetings, activated members, figures, prose."""

from __future__ import annotations

from ..extract.printed import Printed
from . import rows as table
from .activities import PARAGRAPHS
from .desk import Desk
from .numbers import amount
from .text import title_case


def add_regions(desk: Desk) -> None:
    """Add the members under the region headings, and remember them as context for names."""
    position = 0
    listed: set[str] = set()
    for found in desk.report.regions:
        region = title_case(found.region.text)
        for name in desk.naming.whole(found.members, region):
            position += 1
            resolution = desk.naming.member(name.text, region)
            listed |= {resolution.member_id} if resolution.member_id else set()
            row = table.ReportMemberRow(
                desk.id,
                position,
                region,
                name.text,
                resolution.member_id,
                found.status,
                resolution.resolution_id,
            )
            desk.add(row, raw=name, member_id=name, region=found.region)
    desk.naming.listed = frozenset(listed) or None


def add_action_lines(desk: Desk) -> None:
    """Add the action lines that the report presents."""
    for line in desk.report.action_lines:
        row = table.ActionLineRow(desk.id, line.code.text, line.title.text)
        desk.add(row, code=line.code, title=line.title)


def add_note(desk: Desk) -> None:
    """Add the opening note and the person who signed it."""
    note = desk.report.note
    if note is None:
        return
    text = Printed.join(note.paragraphs, PARAGRAPHS)
    row = table.NoteRow(
        report_id=desk.id,
        heading=title_case(note.heading.text),
        text=text.text,
        signatory=note.signatory.text if note.signatory else None,
        title=note.title.text if note.title else None,
        person_id=desk.person(note.signatory) if note.signatory else None,
    )
    desk.add(row, heading=note.heading, text=text, signatory=note.signatory, title=note.title)


def add_media(desk: Desk) -> None:
    """Add the mentions in the media."""
    for position, found in enumerate(desk.report.media, 1):
        month, month_text = desk.month(found.month)
        topic = found.topic.text if found.topic else None
        desk.add(
            table.MediaMentionRow(desk.id, position, month, month_text, found.outlet.text, topic),
            month=found.month,
            month_text=found.month,
            outlet=found.outlet,
            topic=found.topic,
        )


def add_meetings(desk: Desk) -> None:
    """Add the meetings, one row per member met."""
    position = 0
    for found in desk.report.meetings:
        month, month_text = desk.month(found.month)
        for name in desk.naming.whole(found.members):
            position += 1
            resolution = desk.naming.member(name.text)
            row = table.BilateralMeetingRow(
                report_id=desk.id,
                position=position,
                month=month,
                month_text=month_text,
                mode=found.mode,
                raw=name.text,
                member_id=resolution.member_id,
                resolution_id=resolution.resolution_id,
            )
            desk.add(
                row,
                month=found.month,
                month_text=found.month,
                mode=found.mode_printed,
                raw=name,
                member_id=name,
            )


def add_activated(desk: Desk) -> None:
    """Add the summary of activated members, column by column."""
    names = [name for column in desk.report.activated for name in desk.naming.whole(column)]
    for position, name in enumerate(names, 1):
        resolution = desk.naming.member(name.text)
        row = table.ReportActivatedMemberRow(
            desk.id, position, name.text, resolution.member_id, resolution.resolution_id
        )
        desk.add(row, raw=name, member_id=name)


def add_figures(desk: Desk) -> None:
    """Add the figures, and the prose around lists and figures."""
    for position, found in enumerate(desk.report.figures, 1):
        value = amount(found.amount.text)
        assert value is not None  # noqa: S101 - the reader took it for an amount
        row = table.FigureRow(
            report_id=desk.id,
            position=position,
            section=title_case(found.section.text),
            label=found.label.text,
            printed=found.amount.text,
            value=value.value,
            unit=value.unit,
            qualifier=value.qualifier,
        )
        desk.add(
            row,
            section=found.section,
            label=found.label,
            printed=found.amount,
            value=found.amount,
        )
    for position, passage in enumerate(desk.report.passages, 1):
        section = title_case(passage.section.text)
        desk.add(
            table.PassageRow(desk.id, position, section, passage.text.text),
            section=passage.section,
            text=passage.text,
        )
