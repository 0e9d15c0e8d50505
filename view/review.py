"""Doubtful names of a ledger, and the judgements of people on them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..normalize.names import (
    Candidate,
    Context,
    Decision,
    Decisions,
    People,
    Reconciler,
    person_id,
)
from ..normalize.names.decisions import DIFFERENT, NOT_A_MEMBER, SAME, TAKEN_BACK, UNSURE

_MENTIONS = """
WITH mention AS (
    SELECT 'activity_member' AS table_name, activity_id || '/' || position AS row_id, resolution_id
    FROM activity_member
    UNION ALL SELECT 'activity_alliance', activity_id || '/' || position, resolution_id
    FROM activity_alliance
    UNION ALL SELECT 'report_member', report_id || '/' || position, resolution_id
    FROM report_member
    UNION ALL SELECT 'report_activated_member', report_id || '/' || position, resolution_id
    FROM report_activated_member
    UNION ALL SELECT 'bilateral_meeting', report_id || '/' || position, resolution_id
    FROM bilateral_meeting)
SELECT r.kind, r.raw, r.region, count(*) AS mentions, min(r.status) AS status,
       min(r.candidates) AS candidates, min(m.table_name || ':' || m.row_id) AS first_row
FROM mention m JOIN resolution r USING (resolution_id)
WHERE r.status IN ('ambiguous', 'unresolved') OR r.method = 'fuzzy'
GROUP BY r.kind, r.raw, r.region
"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that waits for a judgement: how often it is printed, who it may be, and why."""

    kind: str
    raw: str
    region: str | None
    mentions: int
    candidates: tuple[Candidate, ...]
    why: tuple[str, ...]
    printed: str


def doubts(
    connection: sqlite3.Connection, reconciler: Reconciler, decided: Decisions
) -> list[Doubt]:
    """Return the names that no judgement is in force for, those with most mentions first.

    Members and partners that are ambiguous, unresolved or taken by likeness, and people whose
    names are near to another person's.
    """
    found = [*_names(connection, reconciler), *_people(connection, decided)]
    open_ones = [doubt for doubt in found if not _is_decided(doubt, decided)]
    return sorted(open_ones, key=lambda d: (-d.mentions, d.kind, d.raw, d.region or ""))


def _names(connection: sqlite3.Connection, reconciler: Reconciler) -> Iterator[Doubt]:
    for row in connection.execute(_MENTIONS):
        context = Context(region=row["region"], kind=row["kind"])
        candidates = tuple(Candidate(**entry) for entry in json.loads(row["candidates"]))
        resolution = reconciler.resolve(row["raw"], context)
        if resolution.name and not candidates:
            key = resolution.member_id or resolution.partner_id or ""
            candidates = (Candidate(key, resolution.name, resolution.score or 0.0),)
        yield Doubt(
            kind=row["kind"],
            raw=row["raw"],
            region=row["region"],
            mentions=row["mentions"],
            candidates=candidates,
            why=resolution.why,
            printed=_printed(connection, row["first_row"]),
        )


def _people(connection: sqlite3.Connection, decided: Decisions) -> Iterator[Doubt]:
    """Yield people whose names are near to another person's; of two the first by id, once."""
    rows = connection.execute(
        """SELECT raw, count(*) AS mentions, min('appointment:' || report_id || '/' || position)
           FROM appointment GROUP BY raw ORDER BY raw"""
    ).fetchall()
    people = People(name for name, _, _ in rows)
    for raw, mentions, first_row in rows:
        own = person_id(raw)
        near = tuple(c for c in people.near(raw) if c.id > own and not _is_told(c, own, decided))
        if near:
            why = ("near to a known person, which is not enough",)
            printed = _printed(connection, first_row)
            yield Doubt("person", raw, None, mentions, near, why, printed)


def _is_told(candidate: Candidate, person: str, decided: Decisions) -> bool:
    """Tell whether a judgement on the candidate's own name says who the two are."""
    verdict = decided.about(candidate.name, Context(kind="person"))
    same = verdict.decision.member if verdict.decision else None
    return person in verdict.excluded or (same is not None and person_id(same) == person)


def _printed(connection: sqlite3.Connection, row: str) -> str:
    """Return the first printed line of a row's name with its place."""
    table, _, row_id = row.partition(":")
    found = connection.execute(
        """SELECT d.path, l.page, l.line_no, l.text FROM evidence e
           JOIN line l USING (document_id, line_no) JOIN document d USING (document_id)
           WHERE e.table_name = ? AND e.row_id = ? AND e.field = 'raw'
           ORDER BY l.line_no LIMIT 1""",
        (table, row_id),
    ).fetchone()
    return f"{found[0]}, page {found[1]}, line {found[2]}: {found[3].strip()}" if found else ""


def _is_decided(doubt: Doubt, decided: Decisions) -> bool:
    verdict = decided.about(doubt.raw, Context(region=doubt.region, kind=doubt.kind))
    return verdict.decision is not None or any(c.id in verdict.excluded for c in doubt.candidates)


# judgements


def judge(doubt: Doubt, judgement: str, member: str | None, why: str) -> Decision:
    """Return the judgement on a name, without who and when."""
    context = {"region": doubt.region} if doubt.region else {}
    return Decision(doubt.kind, doubt.raw, judgement, member, context, why=why)


def taken_back(decision: Decision) -> Decision:
    """Return the line that undoes a judgement; the file only grows."""
    return replace(decision, judgement=TAKEN_BACK, member=None, why="")


__all__ = [
    "DIFFERENT",
    "NOT_A_MEMBER",
    "SAME",
    "UNSURE",
    "Doubt",
    "doubts",
    "judge",
    "taken_back",
]
