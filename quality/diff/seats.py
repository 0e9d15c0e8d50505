"""Seats and posts in two reports: who came, who went, and whose seat is another's now."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..eval.fold import fold
from .change import Cell


class Seat(NamedTuple):
    """A person in a seat or post."""

    person_id: str
    name: str
    body: str
    region: str | None
    role: str | None
    title: str | None
    member: str | None
    date_from: str | None
    date_until: str | None


class SeatChange(NamedTuple):
    """A seat on both sides and the cells that differ; another person makes it a succession.

    `same_words`: the two names are the same words in another order, so perhaps one person.
    """

    old: Seat
    new: Seat
    cells: tuple[Cell, ...]
    same_words: bool


@dataclass(frozen=True, slots=True)
class Seats:
    """Who is new in a body, who is not in it any more, and seats that differ."""

    joined: tuple[Seat, ...]
    left: tuple[Seat, ...]
    changed: tuple[SeatChange, ...]

    @property
    def differs(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.joined or self.left or self.changed)


# Seats are paired by the same person in the same body, then by the member that holds the seat,
# first in the same role. None is never the same.
_LIKENESSES: tuple[Callable[[Seat], Hashable | None], ...] = (
    lambda seat: (seat.person_id, seat.body, seat.region, seat.role, seat.title),
    lambda seat: (seat.person_id, seat.body),
    lambda seat: (seat.body, seat.region, seat.role, seat.member) if seat.member else None,
    lambda seat: (seat.body, seat.region, seat.member) if seat.member else None,
)
# A spelling is no change of a seat; a member only repeats what the title names.
_COMPARED = ("person_id", "region", "role", "title", "date_from", "date_until")


def compare_seats(connection: sqlite3.Connection, old: str, new: str) -> Seats:
    """Compare the appointments of two reports."""
    before, after = list(_read(connection, old)), list(_read(connection, new))
    pairs: list[tuple[Seat, Seat]] = []
    for likeness in _LIKENESSES:
        pairs += _take_pairs(before, after, likeness)
    changes = [SeatChange(a, b, _cells(a, b), _same_words(a, b)) for a, b in pairs]
    return Seats(tuple(after), tuple(before), tuple(each for each in changes if each.cells))


def _read(connection: sqlite3.Connection, report_id: str) -> Iterator[Seat]:
    query = """SELECT person_id, person.name, body, seat.region, role, title, member.name,
            date_from, date_until
        FROM appointment seat JOIN person USING (person_id) LEFT JOIN member USING (member_id)
        WHERE report_id = ? ORDER BY position"""
    for row in connection.execute(query, (report_id,)):
        yield Seat(*row)


def _take_pairs(
    before: list[Seat], after: list[Seat], likeness: Callable[[Seat], Hashable | None]
) -> Iterator[tuple[Seat, Seat]]:
    """Take seats that are alike out of both lists, in order, and yield them."""
    for old in list(before):
        key = likeness(old)
        new = next((seat for seat in after if key is not None and likeness(seat) == key), None)
        if new is not None:
            before.remove(old)
            after.remove(new)
            yield old, new


def _same_words(old: Seat, new: Seat) -> bool:
    names = (sorted(fold(seat.name).split()) for seat in (old, new))
    return old.person_id != new.person_id and next(names) == next(names)


def _cells(old: Seat, new: Seat) -> tuple[Cell, ...]:
    both = ((column, getattr(old, column), getattr(new, column)) for column in _COMPARED)
    return tuple(Cell(column, a, b) for column, a, b in both if a != b)
