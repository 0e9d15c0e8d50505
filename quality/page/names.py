"""Names that were changed in reading, and names in doubt."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from ..finding import Place
from ..functions import fold
from .printed import Print, PrintedLine

_DOUBTFUL = frozenset({"ambiguous", "unresolved", "place"})
_TABLES = ("report_member", "activity_member", "report_activated_member", "bilateral_meeting",
           "activity_alliance")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name and what it was taken for; None while it is in doubt."""

    raw: str
    kind: str
    name: str | None
    method: str
    score: float | None
    candidates: tuple[str, ...]
    reports: tuple[str, ...]
    line: PrintedLine | None


@dataclass(frozen=True, slots=True)
class Names:
    """Names in doubt, or settled by likeness alone; names that were changed; and all of them."""

    doubtful: tuple[Name, ...]
    changed: tuple[Name, ...]
    same: int


def names(connection: sqlite3.Connection, prints: Print) -> Names:
    """Return every printed name that is not simply the canonical one, case and accents apart.

    A name of an honorary member is in no register and in no doubt.
    """
    query = """
        SELECT r.raw, r.kind, coalesce(m.name, p.name), r.status, r.method, max(r.score),
               r.candidates, group_concat(DISTINCT r.report_id), min(r.resolution_id)
        FROM resolution AS r
        LEFT JOIN member AS m USING (member_id)
        LEFT JOIN partner AS p USING (partner_id)
        WHERE r.resolution_id NOT IN (
            SELECT resolution_id FROM report_member WHERE status = 'honorary'
        )
        GROUP BY r.raw, r.kind, coalesce(m.name, p.name), r.status, r.method
        ORDER BY fold(coalesce(m.name, p.name, r.raw)), r.raw
    """
    doubtful: list[Name] = []
    changed: list[Name] = []
    same = 0
    for (
        raw,
        kind,
        name,
        status,
        method,
        score,
        candidates,
        where,
        resolution_id,
    ) in connection.execute(query):
        if status not in _DOUBTFUL and method != "fuzzy" and fold(raw) == fold(name):
            same += 1
            continue
        told = Name(
            raw=raw,
            kind=kind,
            name=name,
            method="a place" if status == "place" else method,
            score=score,
            candidates=tuple(_candidates(candidates)),
            reports=tuple(sorted(where.split(","))),
            line=_line(connection, prints, resolution_id),
        )
        (doubtful if status in _DOUBTFUL or method == "fuzzy" else changed).append(told)
    return Names(tuple(doubtful), tuple(changed), same)


def _candidates(listed: str) -> Iterator[str]:
    for candidate in json.loads(listed):
        yield str(candidate["name"])


def _line(connection: sqlite3.Connection, prints: Print, resolution_id: str) -> PrintedLine | None:
    for table in _TABLES:
        parent = "activity_id" if table.startswith("activity") else "report_id"
        query = (
            f"SELECT {parent} || '/' || position FROM {table}"  # noqa: S608 our own names
            " WHERE resolution_id = ? LIMIT 1"
        )
        row = connection.execute(query, (resolution_id,)).fetchone()
        if row:
            found = prints.of(Place(table, row[0], "raw"), 1)
            return found[0] if found else None
    return None
