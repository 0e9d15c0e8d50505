"""Editions: two documents of one report. One is loaded, the other is held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..normalize.rows import FindingRow
from .sheet import KINDS, Record, Sheet, first_lines

# What reports share is settled between them, so it is compared where each report tells its own.
_SHARED = frozenset({"plan", "plan_item", "challenge", "person"})


class Place(NamedTuple):
    """A value: its table, its row and its column."""

    table: str
    row_id: str
    field: str


class Told(NamedTuple):
    """A value as text, and the first line that it stands on."""

    value: str | None
    line_no: int | None


Values = Mapping[Place, Told]


@dataclass(frozen=True, slots=True)
class Edition:
    """A document that is kept beside the loaded one: its lines and its values."""

    document_id: str
    lines: Sequence[Record]
    values: Values

    def records(self) -> Iterator[Record]:
        """Yield the rows of `edition_value`."""
        for place, told in self.values.items():
            yield (self.document_id, *place, *told)


def edition_of(sheet: Sheet) -> Edition:
    """Return what is kept of a sheet that is not loaded."""
    return Edition(sheet.document_id, sheet.rows.get("line", ()), values_of(sheet))


def values_of(sheet: Sheet) -> Values:
    """Return the values of a sheet that have evidence: those are what a document says."""
    rows = {
        (table, "/".join(str(row[column]) for column in KINDS[table].KEY)): row
        for table in sheet.rows
        if table not in _SHARED
        for row in sheet.named(table)
    }
    return {
        Place(*place): Told(_text(rows[place[:2]][place[2]]), line_no)
        for place, line_no in first_lines(sheet).items()
        if place[0] not in _SHARED
    }


def differences(report_id: str, loaded: Values, edition: Edition) -> list[FindingRow]:
    """Return one finding per value on which the edition and the loaded document disagree."""
    nothing = Told(None, None)
    places = sorted(loaded.keys() | edition.values.keys())
    pairs = ((p, loaded.get(p, nothing), edition.values.get(p, nothing)) for p in places)
    return [
        _differs(report_id, edition.document_id, place, ours, theirs)
        for place, ours, theirs in pairs
        if ours.value != theirs.value
    ]


def restored(document_id: str, lines: Sequence[Record], values: Iterable[Record]) -> Edition:
    """Return an edition from its rows in `line` and `edition_value`."""
    found = {
        Place(str(table), str(row_id), str(field)): Told(
            _text(value), line_no if isinstance(line_no, int) else None
        )
        for _, table, row_id, field, value, line_no in values
    }
    return Edition(document_id, lines, found)


def _differs(
    report_id: str, document_id: str, place: Place, ours: Told, theirs: Told
) -> FindingRow:
    key = f"edition-differs/{document_id[:12]}/{place.table}/{place.row_id}/{place.field}"
    return FindingRow(
        finding_id=f"{report_id}/{key}",
        report_id=report_id,
        check="edition-differs",
        severity="warning",
        message=f"another edition of the report prints another {place.field.replace('_', ' ')}",
        expected=ours.value,
        found=theirs.value,
        table_name=place.table,
        row_id=place.row_id,
        document_id=document_id,
        line_no=theirs.line_no,
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
