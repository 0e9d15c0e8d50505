"""Activities -> rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..extract import records as raw
from ..extract.dates import date_shape
from ..extract.printed import Printed
from ..extract.shapes import CHALLENGE, CODE
from . import rows as table
from .desk import Desk
from .lines import Evidence, action_lines
from .plan import bare_code
from .text import slug

PARAGRAPHS = "\n\n"


def add_activities(desk: Desk) -> None:
    """Add the activities with their codes and names, and a finding for a date that tells no day."""
    evidence = [
        Evidence(a.printed_line.text if a.printed_line else None, tuple(map(bare_code, a.outcomes)))
        for a in desk.report.activities
    ]
    told = action_lines(evidence) if evidence else []
    for position, found in enumerate(desk.report.activities, 1):
        _add_activity(desk, found, position, told[position - 1])


def _add_activity(
    desk: Desk, found: raw.Activity, position: int, told: tuple[str | None, str | None]
) -> None:
    line, basis = told
    shape = date_shape(found.date.text, desk.language, bare_month=True, of_poster=True)
    dates = desk.days(shape)
    narrative = Printed.join(found.narrative, PARAGRAPHS)
    key = _activity_id(desk, found.title.text, dates)
    row = table.ActivityRow(
        activity_id=key,
        report_id=desk.id,
        position=position,
        title=found.title.text,
        date_text=found.date.text,
        date_start=dates[0].isoformat() if dates else None,
        date_end=dates[1].isoformat() if dates else None,
        action_line=line,
        action_line_basis=basis,
        narrative=narrative.text or None,
    )
    desk.add(
        row,
        title=found.title,
        date_text=found.date,
        date_start=found.date if dates else None,
        date_end=found.date if dates else None,
        action_line=found.printed_line,
        narrative=narrative,
    )
    at = table.Cited(row, {"date_text": found.date})
    if shape is None:
        message = f'"{found.date.text}" stands in the place of a date; dates stay empty'
        desk.find("undated-activity", "note", message, at)
    elif dates is None:
        message = f'"{found.date.text}" tells no one day of the calendar; dates stay empty'
        desk.find("impossible-date", "error", message, at)
    _add_codes(desk, key, found)
    members, alliances = _add_names(desk, key, found)
    listed: dict[str, Sequence[Printed]] = {
        "outcomes": found.outcomes,
        "challenges": found.challenges,
        "members": members,
        "alliances": alliances,
    }
    for field, number in found.told:
        _compare(desk, field, listed[field], table.Cited(row, {field: number}))


def _compare(desk: Desk, field: str, listed: Sequence[Printed], at: table.Cited) -> None:
    """Find a list of which a label tells another number; that of a range of codes is not known."""
    told = int(at.sources[field].text.strip("()"))
    ranges = field == "outcomes" and not all(CODE.fullmatch(code.text) for code in listed)
    if told != len(listed) and not ranges:
        message = f"the label tells {told} {field}, and {len(listed)} are read"
        desk.find(f"miscounted-{field}", "warning", message, at)


def _activity_id(desk: Desk, title: str, dates: tuple[date, date] | None) -> str:
    """Return a key from the title; of two activities of one title the later adds its date."""
    key = f"{desk.id}/{slug(title) or 'activity'}"
    if key in desk.activity_ids and dates:
        key = f"{key}--{dates[0].isoformat()}"
    again = sum(old == key or old.startswith(f"{key}~") for old in desk.activity_ids)
    key = f"{key}~{again + 1}" if again else key
    desk.activity_ids.append(key)
    return key


def _add_codes(desk: Desk, key: str, found: raw.Activity) -> None:
    for position, outcome in enumerate(found.outcomes, 1):
        row = table.ActivityOutcomeRow(key, position, bare_code(outcome), outcome.text)
        desk.add(row, code=outcome, raw=outcome)
    for position, entry in enumerate(found.challenges, 1):
        match = CHALLENGE.match(entry.text)
        code = match["code"] if match else entry.text
        desk.add(
            table.ActivityChallengeRow(key, position, code, entry.text),
            code=entry.group(match, "code") if match else entry,
            raw=entry,
        )


def _add_names(
    desk: Desk, key: str, found: raw.Activity
) -> tuple[Sequence[Printed], Sequence[Printed]]:
    """Add the members and partners; return their names."""
    members, alliances = desk.naming.whole(found.members), desk.naming.partners(found.alliances)
    for position, name in enumerate(members, 1):
        resolution = desk.naming.member(name.text)
        row = table.ActivityMemberRow(
            key, position, name.text, resolution.member_id, resolution.resolution_id
        )
        desk.add(row, raw=name, member_id=name)
    for position, name in enumerate(alliances, 1):
        resolution = desk.naming.partner(name.text)
        ally = table.ActivityAllianceRow(
            key, position, name.text, resolution.partner_id, resolution.resolution_id
        )
        desk.add(ally, raw=name, partner_id=name)
    return members, alliances
