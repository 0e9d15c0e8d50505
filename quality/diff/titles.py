"""Titled codes that reports list: items of the plan, and challenges."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Titled(NamedTuple):
    """A code of a plan and its title as a report prints it."""

    plan_id: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Titles:
    """What the newer report lists anew, no longer lists, or titles otherwise (old, new).

    Codes of two plans are never the same item, even where the letters are.
    """

    listed: tuple[Titled, ...]
    dropped: tuple[Titled, ...]
    retitled: tuple[tuple[Titled, Titled], ...]

    @property
    def differs(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.listed or self.dropped or self.retitled)


def compare_plan_items(connection: sqlite3.Connection, old: str, new: str) -> Titles:
    """Compare the items of the plan that two reports list."""
    query = """SELECT plan_id, code, title FROM report_plan_item
        WHERE report_id = ? ORDER BY plan_id, code"""
    return _compare(_read(connection, query, old), _read(connection, query, new))


def compare_challenges(connection: sqlite3.Connection, old: str, new: str) -> Titles:
    """Compare the challenges that two reports list."""
    query = """SELECT plan_id, code, title FROM report_challenge
        WHERE report_id = ? ORDER BY plan_id, code"""
    return _compare(_read(connection, query, old), _read(connection, query, new))


def _read(
    connection: sqlite3.Connection, query: str, report_id: str
) -> dict[tuple[str, str], Titled]:
    rows = (Titled(*row) for row in connection.execute(query, (report_id,)))
    return {(row.plan_id, row.code): row for row in rows}


def _compare(
    old: Mapping[tuple[str, str], Titled], new: Mapping[tuple[str, str], Titled]
) -> Titles:
    both = ((old[place], new[place]) for place in old if place in new)
    return Titles(
        listed=tuple(new[place] for place in new if place not in old),
        dropped=tuple(old[place] for place in old if place not in new),
        retitled=tuple((a, b) for a, b in both if a.title != b.title),
    )
