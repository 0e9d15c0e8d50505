"""Differences as JSON; `docs/diff.schema.json` says what stands in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from .change import Change, Kind, Value
from .ledgers import Comparison
from .reports import ReportChanges
from .summary import Summary, TableCounts, summarise

Json = dict[str, Any]
_SIDES = {Kind.ADDED: "new", Kind.REMOVED: "old"}


def write_json(comparison: Comparison, write: Callable[[str], object]) -> Summary:
    """Write every change of two ledgers as one JSON object, and return the summary.

    It is written as it is found, so nothing is held. Raises CannotCompare.
    """
    write(f'{{"kind": "ledgers",\n"inputs": {_dump(plain(comparison.inputs))},\n"changes": [')
    separator = "\n"

    def add(change: Change) -> None:
        nonlocal separator
        write(separator + _dump(change_json(change)))
        separator = ",\n"

    summary = summarise(comparison, most=0, watch=add)
    write(f'\n],\n"tables": {_dump([_counts(table) for table in summary.tables])},\n')
    causes = [{"causes": plain(known), "changes": n} for known, n in summary.causes.items()]
    write(f'"causes": {_dump(causes)},\n"differs": {_dump(summary.differs)}}}\n')
    return summary


def reports_json(changes: ReportChanges) -> Json:
    """Return what changed between two reports as a JSON object."""
    return {"kind": "reports", **plain(changes), "differs": changes.differs}


def change_json(change: Change) -> Json:
    """Return one change as a JSON object: the whole row, or the cells that differ."""
    told: Json = {
        "table": change.table,
        "kind": change.kind.value,
        "row_id": change.row_id,
        "report_id": change.report_id,
        "causes": plain(change.causes),
    }
    side = _SIDES.get(change.kind)
    if side:
        return told | {"row": {cell.column: getattr(cell, side) for cell in change.cells}}
    return told | {"cells": {cell.column: _both(cell.old, cell.new) for cell in change.cells}}


def plain(value: Any) -> Any:  # noqa: ANN401 - records of any kind
    """Return records as objects, sequences as lists, what is enumerated by its value."""
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(each) for name, each in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


def _both(old: Value, new: Value) -> Mapping[str, Value]:
    return {"old": old, "new": new}


def _counts(table: TableCounts) -> Json:
    kinds = {kind.value: table.kinds.get(kind, 0) for kind in Kind}
    return {
        "table": table.table, "rows_old": table.rows_old, "rows_new": table.rows_new, **kinds
    }  # fmt: skip


def _dump(value: Any) -> str:  # noqa: ANN401 - any JSON
    return json.dumps(value, ensure_ascii=False)
