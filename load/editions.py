"""Editions: two documents of one report. One is loaded, the other is held against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from ..normalize.rows import FindingRow
from .sheet import KEYS, Record, Sheet, first_lines

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
        (table, "/".join(str(row[column]) for column in KEYS[table])): row
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
    """Return the findings on values on which the edition and the loaded document disagree.

    Rows are paired by key. Entries of a list are paired by what they say, then in order, so that
    one entry more or another order differs in nothing else. A value is compared where both print
    it, white space aside; a row that only one of them prints is one finding.
    """
    pairs = _paired(_rows(loaded), _rows(edition.values))
    return [
        _differs(report_id, edition.document_id, *found)
        for ours, theirs in pairs
        for found in _row_differences(ours, theirs)
    ]


class _RowTold(NamedTuple):
    """A row as a document tells it: its table and key, and what is told by column."""

    table: str
    row_id: str
    told: Mapping[str, Told]

    @property
    def is_entry(self) -> bool:
        """Tell whether it is an entry of a list: rows that differ in their position alone."""
        return KEYS[self.table][-1] == "position"

    @property
    def group(self) -> tuple[str, str]:
        """Table and key of what it is told of: the list of an entry, else the row itself."""
        return self.table, self.row_id.rpartition("/")[0] if self.is_entry else self.row_id

    @property
    def position(self) -> tuple[int, str]:
        """Where it stands in its list."""
        last = self.row_id.rpartition("/")[2]
        return (int(last) if self.is_entry and last.isdigit() else 0, self.row_id)

    @property
    def content(self) -> tuple[tuple[str, str], ...]:
        """What an entry says, to tell it from others."""
        return tuple(sorted((field, _spaced(told.value)) for field, told in self.told.items()))


def _rows(values: Values) -> list[_RowTold]:
    rows: dict[tuple[str, str], dict[str, Told]] = {}
    for place, told in values.items():
        rows.setdefault((place.table, place.row_id), {})[place.field] = told
    return [_RowTold(table, row_id, told) for (table, row_id), told in rows.items()]


def _paired(
    ours: Sequence[_RowTold], theirs: Sequence[_RowTold]
) -> Iterator[tuple[_RowTold | None, _RowTold | None]]:
    """Yield the rows that speak of one thing together, in the order of their keys."""
    left, right = _by_group(ours), _by_group(theirs)
    for group in sorted(left.keys() | right.keys()):
        mine, others = left.get(group, []), right.get(group, [])
        same = Counter(row.content for row in mine) & Counter(row.content for row in others)
        yield from zip_longest(_without(mine, same), _without(others, same))


def _by_group(rows: Iterable[_RowTold]) -> dict[tuple[str, str], list[_RowTold]]:
    groups: dict[tuple[str, str], list[_RowTold]] = {}
    for row in sorted(rows, key=lambda row: row.position):
        groups.setdefault(row.group, []).append(row)
    return groups


def _without(
    rows: Sequence[_RowTold], contents: Counter[tuple[tuple[str, str], ...]]
) -> list[_RowTold]:
    left = Counter(contents)
    kept = []
    for row in rows:
        if left[row.content] > 0:
            left[row.content] -= 1
        else:
            kept.append(row)
    return kept


def _row_differences(
    ours: _RowTold | None, theirs: _RowTold | None
) -> Iterator[tuple[Place, Told, Told]]:
    if ours is not None and theirs is not None:
        for field in sorted(ours.told.keys() & theirs.told.keys()):
            if _spaced(ours.told[field].value) != _spaced(theirs.told[field].value):
                place = Place(ours.table, ours.row_id, field)
                yield place, ours.told[field], theirs.told[field]
        return
    row = ours or theirs
    assert row is not None  # noqa: S101 - zip_longest yields at least one
    field = max(row.told, key=lambda name: (name in {"raw", "title", "code"}, name))
    told, nothing = row.told[field], Told(None, None)
    yield Place(row.table, row.row_id, field), *((told, nothing) if ours else (nothing, told))


def _spaced(value: str | None) -> str:
    return " ".join((value or "").split())


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
