"""What a difference is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

Value = str | int | float | None
Row = tuple[Value, ...]


class Kind(Enum):
    """What became of a row. A moved row has another position and is otherwise the same."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


class Cause(Enum):
    """What a ledger is made from, and so what a change can come from.

    NONE: every input is the same, so the rows were changed by something else than an ingest, or
    the program was changed without a new version.
    """

    DOCUMENT = "document"
    LAYOUT = "layout"
    DECISIONS = "decisions"
    REGISTER = "register"
    PROGRAM = "program"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Input:
    """An input of the two ledgers that is not the same; None where one has no such input."""

    cause: Cause
    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A value on both sides; None where it is null, or where the row is not there."""

    column: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class Change:
    """A row that differs.

    `key` is that of the new ledger, for a removed row that of the old. `cells` are all of the row
    when it was added or removed, else those that differ. `causes` are the inputs that differ and
    can touch this row, the nearest first: several when more than one differs.
    """

    table: str
    kind: Kind
    key: Row
    cells: tuple[Cell, ...]
    report_id: str | None = None
    causes: tuple[Cause, ...] = ()

    @property
    def row_id(self) -> str:
        """The key as `evidence` writes it."""
        return "/".join(map(str, self.key))


Named = Mapping[str, Value]
