"""Differences as lines for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from ..printable import aligned, shorten, visible
from .change import Cause, Cell, Change, Kind
from .members import Count, Listed, Members, Move
from .reports import Figure, ReportChanges
from .seats import Seat, SeatChange, Seats
from .summary import Summary, TableCounts
from .tables import COUNTED, DERIVED
from .titles import Titled, Titles

T = TypeVar("T")
_LONGEST = 60
_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.CHANGED: "~", Kind.MOVED: "^"}
_WORDS = {Cause.NONE: "no input that differs"}


def summary_lines(summary: Summary) -> Iterator[str]:
    """Yield what differs between two ledgers: inputs, counts, causes, then the first changes.

    Rows that only moved, or came or went with their report, are counted, not shown.
    """
    if not summary.differs:
        yield "the two ledgers hold the same rows"
    for each in summary.inputs:
        yield visible(f"other {each.cause.value}: {each.name} {each.old} -> {each.new}")
    differing = [table for table in summary.tables if table.differing]
    if differing:
        head = ("table", "old", "new", *(kind.value for kind in Kind))
        yield from aligned([head, *(_row(table) for table in differing)])
    for causes, count in sorted(summary.causes.items(), key=lambda item: -item[1]):
        yield f"{count} changes come from {_cause(causes)}"
    for table in differing:
        if table.table not in COUNTED:
            yield from _table_lines(table)
    followers = sum(table.followers for table in summary.tables)
    if followers:
        yield f"{followers} more rows came or went with their report or activity"


def report_lines(changes: ReportChanges) -> Iterator[str]:
    """Yield what changed from one report to another; a part without change has no line."""
    yield f"{changes.old.report_id} -> {changes.new.report_id}"
    if not changes.differs:
        yield "the two reports tell the same"
    yield from _member_lines(changes.members)
    yield from _seat_lines(changes.seats)
    if changes.old.plan_id != changes.new.plan_id:
        yield f"plan: {changes.old.plan_id} -> {changes.new.plan_id}"
    yield from _title_lines("plan item", changes.plan_items)
    yield from _title_lines("challenge", changes.challenges)
    activity = changes.activity
    yield from _count_lines(
        "activities", [Count("all", activity.activities_old, activity.activities_new)]
    )
    yield from _count_lines("activities by region", activity.by_region)
    yield from _count_lines("members active by region", activity.members_by_region)
    yield from _count_lines("activities by member", activity.by_member)
    yield from (visible(_figure(each)) for each in changes.figures if each.differs)


def _row(table: TableCounts) -> tuple[str, ...]:
    kinds = (str(table.kinds.get(kind, 0) or "") for kind in Kind)
    return (table.table, str(table.rows_old), str(table.rows_new), *kinds)


def _table_lines(table: TableCounts) -> Iterator[str]:
    for change in table.first:
        yield from _change_lines(change)
    if table.hidden:
        yield f"  and {table.hidden} more in {table.table}"


def _change_lines(change: Change) -> Iterator[str]:
    yield visible(f"{_SIGNS[change.kind]} {change.table} {change.row_id} ({_cause(change.causes)})")
    if change.kind is Kind.CHANGED:
        shown = [cell for cell in change.cells if cell.column not in DERIVED] or change.cells
        yield from (f"    {_cell(cell)}" for cell in shown)


def _cell(cell: Cell) -> str:
    return f"{cell.column}: {_value(cell.old)} -> {_value(cell.new)}"


def _value(value: str | int | float | None) -> str:
    return "nothing" if value is None else shorten(value, _LONGEST)


def _cause(causes: Sequence[Cause]) -> str:
    return " or ".join(_WORDS.get(cause, f"the {cause.value}") for cause in causes)


def _member_lines(members: Members) -> Iterator[str]:
    if members.count_old != members.count_new:
        yield f"members: {members.count_old} -> {members.count_new}"
    yield from _each("joined", members.joined, _listed)
    yield from _each("left", members.left, _listed)
    yield from _each("printed otherwise", members.renamed, _move)
    yield from _each("moved region", members.moved_region, _move)
    yield from _each("other standing", members.standing, _move)


def _seat_lines(seats: Seats) -> Iterator[str]:
    yield from _each("came", seats.joined, _seat)
    yield from _each("went", seats.left, _seat)
    yield from _each("changed", seats.changed, _seat_change)


def _title_lines(what: str, titles: Titles) -> Iterator[str]:
    yield from _each(f"{what} listed", titles.listed, _titled)
    yield from _each(f"{what} no longer listed", titles.dropped, _titled)
    yield from _each(f"{what} titled otherwise", titles.retitled, _retitled)


def _count_lines(what: str, counts: Sequence[Count]) -> Iterator[str]:
    yield from _each(what, (count for count in counts if count.old != count.new), _count)


def _each(label: str, items: Iterable[T], say: Callable[[T], str]) -> Iterator[str]:
    for item in items:
        yield visible(f"{label}: {say(item)}")


def _listed(member: Listed) -> str:
    doubt = "" if member.member_id else ", not resolved"
    return f"{member.name} ({member.region}, {member.status}{doubt})"


def _move(move: Move) -> str:
    return f"{move.name}: {move.old} -> {move.new}"


def _seat(seat: Seat) -> str:
    place = (seat.body, seat.region, seat.role, seat.title)
    return f"{seat.name} ({', '.join(each for each in place if each)})"


def _seat_change(change: SeatChange) -> str:
    succeeded = change.old.person_id != change.new.person_id
    who = f" -> {change.new.name}" if succeeded else ""
    cells = ", ".join(_cell(cell) for cell in change.cells if cell.column != "person_id")
    perhaps = " (the same words: perhaps one person)" if change.same_words else ""
    return f"{_seat(change.old)}{who}{perhaps}{f'; {cells}' if cells else ''}"


def _titled(item: Titled) -> str:
    return f"{item.plan_id} {item.code} {shorten(item.title, _LONGEST)}"


def _retitled(pair: tuple[Titled, Titled]) -> str:
    old, new = pair
    return f"{_titled(old)} -> {shorten(new.title, _LONGEST)}"


def _count(count: Count) -> str:
    return f"{count.name} {count.old} -> {count.new}"


def _figure(figure: Figure) -> str:
    change = f" ({figure.change_text})" if figure.change_text else ""
    return f"{figure.section}, {figure.label}: {_value(figure.old)} -> {_value(figure.new)}{change}"
