"""What the ledger tells of one report, in the shape of gold."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from .fold import squeeze
from .told import (
    ACTIVITY_FIELDS,
    REPORT_FIELDS,
    REPORT_VALUES,
    Activity,
    Entry,
    Told,
    single,
    values,
)

# The cells of `told.CELLS`, in the order of print. A city that is no member has no status.
_LISTS: Mapping[str, str] = {
    "action_lines": "SELECT code, title FROM action_line WHERE report_id = ? ORDER BY code",
    "media": """SELECT month, outlet, topic FROM media_mention
        WHERE report_id = ? ORDER BY position""",
    "meetings": """SELECT month, mode, raw, name FROM bilateral_meeting
        LEFT JOIN member USING (member_id) WHERE report_id = ? ORDER BY position""",
    "activated": """SELECT raw, name FROM report_activated_member
        LEFT JOIN member USING (member_id) WHERE report_id = ? ORDER BY position""",
    "figures": """SELECT section, label, printed, value, unit, qualifier FROM figure
        WHERE report_id = ? ORDER BY position""",
    "plan": """SELECT code, kind, listed.title, parent_code FROM report_plan_item listed
        JOIN plan_item USING (plan_id, code) WHERE report_id = ? ORDER BY position""",
    "challenges": """SELECT code, title FROM report_challenge
        WHERE report_id = ? ORDER BY position""",
    "regions": """SELECT listed.region, raw, name, status FROM report_member listed
        LEFT JOIN member USING (member_id) WHERE report_id = ? ORDER BY position""",
    "appointments": """SELECT body, seat.region, role, raw, title, name, date_from, date_until
        FROM appointment seat LEFT JOIN member USING (member_id)
        WHERE report_id = ? ORDER BY position""",
    "claims": """SELECT printed, number, counted, title FROM claim
        LEFT JOIN activity USING (activity_id) WHERE claim.report_id = ?
        ORDER BY claim.position""",
}
_PARTS: Mapping[str, str] = {
    "outcomes": "SELECT code FROM activity_outcome WHERE activity_id = ? ORDER BY position",
    "activity_challenges": """SELECT code FROM activity_challenge
        WHERE activity_id = ? ORDER BY position""",
    "members": "SELECT raw FROM activity_member WHERE activity_id = ? ORDER BY position",
    "membership": """SELECT part.raw, name, iif(status = 'ambiguous', status, '')
        FROM activity_member part JOIN resolution USING (resolution_id)
        LEFT JOIN member ON member.member_id = part.member_id
        WHERE activity_id = ? ORDER BY position""",
    "alliances": "SELECT raw FROM activity_alliance WHERE activity_id = ? ORDER BY position",
}
_VALUES = ("title", "date_text", "date_start", "date_end", "action_line")


def read(connection: sqlite3.Connection, report_id: str) -> Told:
    """Return what the ledger tells of a report: nothing at all when it does not hold it."""
    fields: dict[str, tuple[Entry, ...]] = dict.fromkeys(REPORT_FIELDS, ())
    columns = (*REPORT_VALUES, "plan_id")
    query = f"SELECT {', '.join(columns)} FROM report WHERE report_id = ?"  # noqa: S608 - names above
    for row in connection.execute(query, (report_id,)):
        fields["report"] = values(**dict(zip(columns, row, strict=True)))
    query = "SELECT text, signatory, title FROM note WHERE report_id = ?"
    for text, signatory, title in connection.execute(query, (report_id,)):
        fields["note"] = values(text=squeeze(text) or None, signatory=signatory, title=title)
    fields |= {name: _entries(connection, query, report_id) for name, query in _LISTS.items()}
    return Told(report_id, fields, _activities(connection, report_id))


def _activities(connection: sqlite3.Connection, report_id: str) -> tuple[Activity, ...]:
    query = f"""SELECT activity_id, narrative, {", ".join(_VALUES)} FROM activity
        WHERE report_id = ? ORDER BY position"""  # noqa: S608 - names above
    found = []
    for activity_id, narrative, *cells in connection.execute(query, (report_id,)).fetchall():
        fields: dict[str, tuple[Entry, ...]] = dict.fromkeys(ACTIVITY_FIELDS, ())
        fields |= {name: single(cell) for name, cell in zip(_VALUES, cells, strict=True)}
        fields["narrative"] = single(squeeze(narrative or "") or None)
        fields |= {name: _entries(connection, part, activity_id) for name, part in _PARTS.items()}
        found.append(Activity(fields))
    return tuple(found)


def _entries(connection: sqlite3.Connection, query: str, key: str) -> tuple[Entry, ...]:
    return tuple(tuple(row) for row in connection.execute(query, (key,)))
