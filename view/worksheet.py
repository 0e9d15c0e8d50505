"""Judgements in a spreadsheet: doubtful names go out as CSV, and come back filled in."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ..normalize.names import Decision
from ..normalize.names.decisions import DIFFERENT, JUDGEMENTS, SAME
from .cells import Cell, as_written, harmless
from .review import Doubt

# The first three come back as they went out; a person fills the last three.
COLUMNS = (
    "kind", "raw", "region", "mentions", "candidates", "printed", "judgement", "member", "why",
)  # fmt: skip

Known = Callable[[str, str], bool]


class BadSheet(Exception):
    """A sheet that cannot be written or taken; its text says which line and why."""


def write_sheet(path: Path, found: Iterable[Doubt]) -> None:
    """Write the doubtful names as CSV, the last three columns empty for a person to fill.

    Raises BadSheet when there is such a file: a person's work may stand in it.
    """
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            sheet = csv.writer(file)
            sheet.writerow(COLUMNS)
            sheet.writerows([harmless(cell) for cell in _cells(doubt)] for doubt in found)
    except FileExistsError as error:
        raise BadSheet(
            f"{path} is there already, and judgements may stand in it: name another"
        ) from error


def _cells(doubt: Doubt) -> list[Cell]:
    candidates = "; ".join(f"{c.id} = {c.name} ({c.score:.0f})" for c in doubt.candidates)
    name: list[Cell] = [doubt.kind, doubt.raw, doubt.region or "", doubt.mentions]
    return [*name, candidates, doubt.printed, "", "", ""]


def read_sheet(path: Path, known: Known) -> list[Decision]:
    """Return the judgements in a filled sheet; rows without one are passed over.

    `known` tells whether an id is one of its kind. Raises BadSheet for the first wrong row; then
    none is taken.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(_decisions(csv.DictReader(file), path, known))
    except UnicodeDecodeError as error:
        raise BadSheet(f"{path}: this is no UTF-8: save the sheet as 'CSV UTF-8'") from error
    except csv.Error as error:
        raise BadSheet(f"{path}: this is no CSV ({error})") from error


def _decisions(rows: csv.DictReader[str], path: Path, known: Known) -> Iterator[Decision]:
    if rows.fieldnames is None or not set(COLUMNS) <= set(rows.fieldnames):
        raise BadSheet(f"{path}: the columns must be {', '.join(COLUMNS)}, parted by commas")
    for row in rows:
        where = f"{path}, line {rows.line_num}"
        if None in row or None in row.values():
            raise BadSheet(f"{where}: the row has not as many cells as there are columns")
        if row["judgement"].strip():
            yield _decision(row, where, known)


def _decision(row: dict[str, str], where: str, known: Known) -> Decision:
    judgement, member = row["judgement"].strip(), row["member"].strip() or None
    if judgement not in JUDGEMENTS:
        raise BadSheet(f"{where}: judgement '{judgement}' must be one of {', '.join(JUDGEMENTS)}")
    if (judgement in (SAME, DIFFERENT)) != (member is not None):
        raise BadSheet(f"{where}: '{SAME}' and '{DIFFERENT}' need a member, others have none")
    if member and not known(row["kind"], member):
        raise BadSheet(f"{where}: there is no {row['kind']} '{member}'")
    context = {"region": row["region"]} if row["region"] else {}
    raw = as_written(row["raw"])
    return Decision(row["kind"], raw, judgement, member, context, why=row["why"])
