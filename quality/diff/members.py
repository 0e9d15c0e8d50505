"""Members in two reports: who joined and left, who is named or placed otherwise, who did what."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..eval.fold import fold

# Who is meant, and the how-manieth mention: a name that means nobody for sure stands for itself.
_Mention = tuple[str, int]


class Listed(NamedTuple):
    """A member in a list by region. `name` is canonical; as printed while nobody is meant."""

    member_id: str | None
    name: str
    raw: str
    region: str
    status: str


class Move(NamedTuple):
    """A member and what changed about it."""

    member_id: str | None
    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Members:
    """The lists of members by region. A renamed member is printed otherwise, case aside."""

    count_old: int
    count_new: int
    joined: tuple[Listed, ...]
    left: tuple[Listed, ...]
    renamed: tuple[Move, ...]
    moved_region: tuple[Move, ...]
    standing: tuple[Move, ...]

    @property
    def differs(self) -> bool:
        """Tell whether anything differs."""
        return any((self.joined, self.left, self.renamed, self.moved_region, self.standing))


class Count(NamedTuple):
    """How often something is counted in the old and in the new report."""

    name: str
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Activity:
    """Activities per member, and by region: activities with a member of it, members in any."""

    activities_old: int
    activities_new: int
    by_member: tuple[Count, ...]
    by_region: tuple[Count, ...]
    members_by_region: tuple[Count, ...]

    @property
    def differs(self) -> bool:
        """Tell whether any count differs."""
        counts = (*self.by_member, *self.by_region, *self.members_by_region)
        return self.activities_old != self.activities_new or any(c.old != c.new for c in counts)


def compare_members(connection: sqlite3.Connection, old: str, new: str) -> Members:
    """Compare the lists of members by region of two reports."""
    before, after = _listed(connection, old), _listed(connection, new)
    both = [(before[key], after[key]) for key in before if key in after]
    return Members(
        count_old=len(before),
        count_new=len(after),
        joined=tuple(after[key] for key in after if key not in before),
        left=tuple(before[key] for key in before if key not in after),
        renamed=tuple(move for move in _moves(both, "raw") if not _same_but_case(move)),
        moved_region=tuple(_moves(both, "region")),
        standing=tuple(_moves(both, "status")),
    )


def compare_activity(connection: sqlite3.Connection, old: str, new: str) -> Activity:
    """Compare what members did in two reports. Names that mean nobody for sure are not counted."""
    total = "SELECT '', count(*) FROM activity WHERE report_id = ?"
    by_member = """SELECT name, count(DISTINCT activity_id) FROM activity_member
        JOIN activity USING (activity_id) JOIN member USING (member_id)
        WHERE report_id = ? GROUP BY member_id"""
    by_region = """SELECT region, count(DISTINCT activity_id) FROM activity_member
        JOIN activity USING (activity_id) JOIN member USING (member_id)
        WHERE report_id = ? GROUP BY region"""
    members = """SELECT region, count(DISTINCT member_id) FROM activity_member
        JOIN activity USING (activity_id) JOIN member USING (member_id)
        WHERE report_id = ? GROUP BY region"""
    (count,) = _counts(connection, total, old, new)
    return Activity(
        activities_old=count.old,
        activities_new=count.new,
        by_member=_counts(connection, by_member, old, new),
        by_region=_counts(connection, by_region, old, new),
        members_by_region=_counts(connection, members, old, new),
    )


def _listed(connection: sqlite3.Connection, report_id: str) -> Mapping[_Mention, Listed]:
    query = """SELECT member_id, coalesce(name, raw), raw, listed.region, status
        FROM report_member listed LEFT JOIN member USING (member_id)
        WHERE report_id = ? ORDER BY position"""
    seen: Counter[str] = Counter()
    found = {}
    for row in connection.execute(query, (report_id,)):
        member = Listed(*row)
        key = member.member_id or f"{fold(member.raw)}?"
        found[key, seen[key]] = member
        seen[key] += 1
    return found


def _same_but_case(move: Move) -> bool:
    """Tell whether two spellings differ in their case alone: a matter of the house style."""
    return move.old.casefold() == move.new.casefold()


def _moves(both: list[tuple[Listed, Listed]], field: str) -> Iterator[Move]:
    for old, new in both:
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            yield Move(new.member_id, new.name, before, after)


def _counts(connection: sqlite3.Connection, query: str, old: str, new: str) -> tuple[Count, ...]:
    before = dict(connection.execute(query, (old,)).fetchall())
    after = dict(connection.execute(query, (new,)).fetchall())
    names = sorted(before.keys() | after.keys())
    return tuple(Count(name, before.get(name, 0), after.get(name, 0)) for name in names)
