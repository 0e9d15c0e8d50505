"""Scores: what the ledger tells of a report, held against its gold."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from . import gold as goldfile
from . import stored
from .fold import HASH_SIGN, digest, fold
from .pair import Pair, pair
from .tally import Tally, tally
from .told import ACTIVITY_FIELDS, REPORT_FIELDS, Cell, Entry, Told

FIELDS = (*REPORT_FIELDS, *ACTIVITY_FIELDS)
Entries = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field: counts as printed, counts folded, and whether the order is that of the gold."""

    field: str
    strict: Tally
    folded: Tally
    in_order: bool


@dataclass(frozen=True, slots=True)
class Miss:
    """An entry that is missed or extra; `where` is the report, and the title of its activity.

    `folded` tells that it is right but for case, accents, quotes or spaces.
    """

    field: str
    where: str
    kind: Literal["missed", "extra"]
    entry: Entry
    folded: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How right the ledger is on one report, or on several together.

    `whole` activities have every field right and in order. `stored` tells whether the ledger
    holds the report at all.
    """

    report_id: str
    stored: bool
    fields: tuple[FieldScore, ...]
    activities: int
    whole: int
    misses: tuple[Miss, ...]

    @property
    def perfect(self) -> bool:
        """Tell whether every field is right and in order, and so every activity."""
        return all(each.strict.perfect and each.in_order for each in self.fields)


@dataclass(frozen=True, slots=True)
class _Held:
    """The entries of one field at one place, on both sides."""

    field: str
    where: str
    gold: Entries
    found: Entries


def evaluate(connection: sqlite3.Connection, paths: Sequence[Path]) -> list[Score]:
    """Return the score of each gold file; a folder stands for every `.json` in it.

    Raises NoGold for a file that holds none.
    """
    return [score(connection, goldfile.load(path)) for path in goldfile.find(paths)]


def score(connection: sqlite3.Connection, gold: goldfile.Gold) -> Score:
    """Hold the ledger's rows of the report that gold tells of against it. Raises NoGold."""
    expected = goldfile.read(gold)
    found = stored.read(connection, expected.report_id)
    pairs = pair(expected.activities, found.activities)
    held = [_veiled(each) for each in _of_report(expected, found)]
    activities = [[_veiled(each) for each in _of_pair(expected, one)] for one in pairs]
    held += chain.from_iterable(activities)
    return Score(
        report_id=expected.report_id,
        stored=bool(found.fields["report"]),
        fields=tuple(_field(field, held) for field in FIELDS),
        activities=len(expected.activities),
        whole=sum(all(each.gold == each.found for each in one) for one in activities),
        misses=tuple(miss for each in held for miss in _misses(each)),
    )


def total(scores: Iterable[Score]) -> Score:
    """Return the scores of several reports as one."""
    known = list(scores)
    by_field = [[each.fields[n] for each in known] for n in range(len(FIELDS))]
    return Score(
        report_id=f"{len(known)} reports",
        stored=all(each.stored for each in known),
        fields=tuple(
            FieldScore(
                field,
                sum((one.strict for one in ones), Tally()),
                sum((one.folded for one in ones), Tally()),
                all(one.in_order for one in ones),
            )
            for field, ones in zip(FIELDS, by_field, strict=True)
        ),
        activities=sum(each.activities for each in known),
        whole=sum(each.whole for each in known),
        misses=tuple(miss for each in known for miss in each.misses),
    )


def _of_report(gold: Told, found: Told) -> Iterator[_Held]:
    for field in REPORT_FIELDS:
        yield _Held(field, gold.report_id, gold.fields[field], found.fields[field])


def _of_pair(report: Told, pair: Pair) -> Iterator[_Held]:
    """Yield every field of a pair; an activity that is missing misses all its entries."""
    gold, found = pair
    title = (gold or found or report.activities[0]).title
    for field in ACTIVITY_FIELDS:
        yield _Held(
            field,
            f"{report.report_id}: {title}",
            gold.fields[field] if gold else (),
            found.fields[field] if found else (),
        )


def _veiled(held: _Held) -> _Held:
    """Put hashes in place of the texts that gold knows by their hash alone."""
    hashes = {cell for entry in held.gold for cell in entry if _is_hash(cell)}
    if not hashes:
        return held

    def veil(cell: Cell) -> Cell:
        if isinstance(cell, str) and digest(cell) in hashes:
            return digest(cell)
        return cell

    veiled = tuple(tuple(veil(cell) for cell in entry) for entry in held.found)
    return _Held(held.field, held.where, held.gold, veiled)


def _field(field: str, held: Sequence[_Held]) -> FieldScore:
    own = [each for each in held if each.field == field]
    return FieldScore(
        field=field,
        strict=sum((tally(each.gold, each.found) for each in own), Tally()),
        folded=sum((tally(_folded(each.gold), _folded(each.found)) for each in own), Tally()),
        in_order=all(_in_order(each.gold, each.found) for each in own),
    )


def _in_order(gold: Entries, found: Entries) -> bool:
    """Tell whether the entries that both sides have stand in the same order."""
    both = Counter(gold) & Counter(found)
    return _kept(gold, both) == _kept(found, both)


def _kept(entries: Entries, both: Counter[Entry]) -> list[Entry]:
    left = Counter(both)
    kept = []
    for entry in entries:
        if left[entry]:
            left[entry] -= 1
            kept.append(entry)
    return kept


def _misses(held: _Held) -> Iterator[Miss]:
    gold, found = Counter(held.gold), Counter(held.found)
    missed, extra = list((gold - found).elements()), list((found - gold).elements())
    near = Counter(_folded(missed)) & Counter(_folded(extra))
    for entry in missed:
        yield Miss(held.field, held.where, "missed", entry, _folded([entry])[0] in near)
    for entry in extra:
        yield Miss(held.field, held.where, "extra", entry, _folded([entry])[0] in near)


def _folded(entries: Iterable[Entry]) -> Entries:
    return tuple(
        tuple(
            fold(cell) if isinstance(cell, str) and not _is_hash(cell) else cell for cell in entry
        )
        for entry in entries
    )


def _is_hash(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.startswith(HASH_SIGN)
