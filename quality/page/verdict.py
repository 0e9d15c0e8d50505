"""What the page says first: whether to trust the ledger, and what to do."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..finding import Finding, State
from .tables import Table

_WORDS: Mapping[str, str] = {
    "error": "Mend first: something is wrong or lost",
    "warning": "Usable, but a person has to decide",
    "note": "Sound: nothing contradicts itself",
    "": "Sound: nothing was found",
}


@dataclass(frozen=True, slots=True)
class Trust:
    """How many rows of a table no open error or warning is about."""

    table: str
    rows: int
    doubted: int

    @property
    def share(self) -> float:
        """The part without doubt, from 0 to 1."""
        return 1 - self.doubted / self.rows if self.rows else 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gravest open severity, what it means, and the numbers behind it."""

    gravest: str
    words: str
    counts: Mapping[str, int]
    accepted: int
    trusts: tuple[Trust, ...]

    @property
    def rows(self) -> int:
        """All rows that the page judges."""
        return sum(trust.rows for trust in self.trusts)

    @property
    def doubted(self) -> int:
        """Rows that an open error or warning is about."""
        return sum(trust.doubted for trust in self.trusts)


def verdict(
    connection: sqlite3.Connection, findings: Sequence[Finding], tables: Sequence[Table]
) -> Verdict:
    """Return the verdict on a ledger. Only open findings count; notes doubt no row."""
    still = [each for each in findings if each.state is State.OPEN]
    counts = Counter(each.severity for each in still)
    gravest = next((each for each in ("error", "warning", "note") if counts[each]), "")
    return Verdict(
        gravest=gravest,
        words=_WORDS[gravest],
        counts=counts,
        accepted=len(findings) - len(still),
        trusts=tuple(_trusts(connection, still, tables)),
    )


def _trusts(
    connection: sqlite3.Connection, findings: Sequence[Finding], tables: Sequence[Table]
) -> Iterator[Trust]:
    doubted = {
        (place.table_name, place.row_id)
        for each in findings
        if each.severity != "note"
        for place in (each.place, each.against)
        if place
    }
    by_table = Counter(table for table, _ in doubted)
    for table in tables:
        query = f"SELECT count(*) FROM {table.name}"  # noqa: S608 our own names
        rows = int(connection.execute(query).fetchone()[0])
        yield Trust(table.name, rows, by_table[table.name])
