"""Two ordered runs of rows, side by side, in bounded memory.

Rows come in blocks; equal blocks are passed over at once. What is held is two blocks, and the two
groups that differ: the rows of one list, or a single row.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any

from .change import Row
from .tables import Table

_BLOCK = 512
Groups = tuple[list[Row], list[Row]]


class Rows:
    """A run of rows that can be looked at before they are taken."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self.block: list[Row] = []
        self.at = 0
        self.count = 0

    def more(self) -> bool:
        """Tell whether a row is left, with a block that holds it."""
        if self.at == len(self.block):
            self.block, self.at = self._cursor.fetchmany(_BLOCK), 0
            self.count += len(self.block)
        return bool(self.block)

    def take(self, key: Callable[[Row], Any], wanted: Any) -> list[Row]:  # noqa: ANN401 - a key
        """Take the rows that follow with one key."""
        taken = []
        while self.more() and key(self.block[self.at]) == wanted:
            taken.append(self.block[self.at])
            self.at += 1
        return taken


def groups(old: Rows, new: Rows, table: Table) -> Iterator[Groups]:
    """Yield the groups of rows that are not the same on both sides, in the order of the key.

    Rows at the head of a group that are the same on both sides are left out.
    """
    key = itemgetter(*table.at(table.group))
    while _skip_same(old, new):
        keys = [key(side.block[side.at]) for side in (old, new) if side.more()]
        first = min(keys)
        yield old.take(key, first), new.take(key, first)


def _skip_same(old: Rows, new: Rows) -> bool:
    """Pass over rows that are the same on both sides; tell whether a row is left on any."""
    while old.more() and new.more():
        if old.at == new.at == 0 and old.block == new.block:
            old.at = new.at = len(old.block)
        elif old.block[old.at] == new.block[new.at]:
            old.at += 1
            new.at += 1
        else:
            return True
    return old.more() or new.more()
