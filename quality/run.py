"""From a ledger to its findings: every check is run, every offence cites its line."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from .check import Check, Offence, checks
from .finding import Finding, Place
from .functions import register

_PREPARE = Path(__file__).resolve().parent / "prepare.sql"
_LEDGER = "ledger"  # what a finding about no report is filed under


def findings(connection: sqlite3.Connection, directories: Sequence[Path] = ()) -> list[Finding]:
    """Return what our checks and those of other directories find, and what loading found.

    The connection may be read-only; what it holds stays as it is. Raises CheckError.
    """
    known = checks(directories)
    prepare(connection)
    found = [each for check in known for each in _run(check, connection)]
    names = {check.name for check in known}
    found += [each for each in _stored(connection) if each.check not in names]
    return sorted(found, key=lambda each: each.order)


def prepare(connection: sqlite3.Connection) -> None:
    """Make what checks may use: functions, and temporary tables of what many of them ask."""
    register(connection)
    connection.executescript(_PREPARE.read_text("utf-8"))


def prepared(connection: sqlite3.Connection) -> None:
    """Prepare a connection unless that is done: for those who read what the findings came from."""
    if not connection.execute("SELECT 1 FROM temp.sqlite_schema").fetchone():
        prepare(connection)


def _run(check: Check, connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield the findings of one check; of several with one id all but the first are numbered."""
    told = [_finding(check, offence, connection) for offence in check.offences(connection)]
    seen: Counter[str] = Counter()
    for each in sorted(told, key=lambda each: (*each.order, each.message)):
        seen[each.finding_id] += 1
        count = seen[each.finding_id]
        yield each if count == 1 else replace(each, finding_id=f"{each.finding_id}~{count}")


def _finding(check: Check, offence: Offence, connection: sqlite3.Connection) -> Finding:
    place = _place(offence, "table_name", "row_id", "field")
    document_id, line_no = _text(offence.get("document_id")), offence.get("line_no")
    if line_no is None and place:
        document_id, line_no = _first_line(connection, place)
    return Finding(
        finding_id=_id(check, offence),
        report_id=_text(offence["report_id"]),
        check=check.name,
        severity=check.severity,
        message=check.say(offence),
        expected=_text(offence["expected"]),
        found=_text(offence["found"]),
        place=place,
        document_id=document_id,
        line_no=None if line_no is None else int(line_no),
        against=_place(offence, "against_table", "against_row", "against_field"),
    )


def _id(check: Check, offence: Offence) -> str:
    """Return report/check/key; the key is the row's id unless the query gives another."""
    report = _text(offence["report_id"])
    key = _text(offence.get("key")) or _text(offence["row_id"]) or "whole"
    if report and key.startswith(f"{report}/"):
        key = key.removeprefix(f"{report}/")
    return f"{report or _LEDGER}/{check.name}/{key}"


def _place(offence: Offence, table: str, row: str, field: str) -> Place | None:
    table_name, row_id = _text(offence.get(table)), _text(offence.get(row))
    if table_name is None or row_id is None:
        return None
    return Place(table_name, row_id, _text(offence.get(field)))


def _first_line(connection: sqlite3.Connection, place: Place) -> tuple[str | None, int | None]:
    """Return the first line behind a row, or behind one of its values if that has evidence."""
    query = (
        "SELECT document_id, line_no FROM evidence WHERE table_name = ? AND row_id = ?"
        " ORDER BY field <> ?, line_no, document_id LIMIT 1"
    )
    values = place.table_name, place.row_id, place.field or ""
    row = connection.execute(query, values).fetchone()
    return (row[0], row[1]) if row else (None, None)


def _stored(connection: sqlite3.Connection) -> Iterable[Finding]:
    """Yield the findings of the ledger itself: what reading and loading have found."""
    rows = connection.execute(
        'SELECT finding_id, report_id, "check", severity, message, expected, found,'
        " table_name, row_id, document_id, line_no FROM finding"
    )
    for row in rows:
        finding_id, report_id, check, severity, message, expected, found, *where = row
        table_name, row_id, document_id, line_no = where
        yield Finding(
            finding_id=finding_id,
            report_id=report_id,
            check=check,
            severity=severity,
            message=message,
            expected=expected,
            found=found,
            place=Place(table_name, row_id) if table_name and row_id else None,
            document_id=document_id,
            line_no=line_no,
        )


def _text(value: str | int | float | None) -> str | None:
    return None if value is None else str(value)
