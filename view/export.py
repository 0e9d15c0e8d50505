"""Tables of a ledger as files for other programs."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from .cells import harmless

Writer = Callable[[TextIO, list[str], Iterable[sqlite3.Row]], None]


class CannotExport(Exception):
    """The files cannot be written; its text says where and what to do."""


def export(connection: sqlite3.Connection, folder: Path, form: str) -> list[Path]:
    """Write every table to `folder/<table>.<form>` in the order of its key; return the files.

    csv: text that a spreadsheet would take for a formula is led by an apostrophe, numbers are
    not. jsonl: one object a row, values as they are. Raises CannotExport.
    """
    write = WRITERS[form]
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    )
    made = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for (name,) in sorted(map(tuple, names)):
            rows = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - from the schema
            columns = [column[0] for column in rows.description]
            path = folder / f"{name}.{form}"
            with path.open("w", encoding="utf-8", newline="") as file:
                write(file, columns, rows)
            made.append(path)
    except OSError as error:
        raise CannotExport(
            f"{folder} cannot be written ({error.strerror}): give another"
        ) from error
    return made


def _csv(file: TextIO, columns: list[str], rows: Iterable[sqlite3.Row]) -> None:
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)


def _jsonl(file: TextIO, columns: list[str], rows: Iterable[sqlite3.Row]) -> None:
    for row in rows:
        file.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) + "\n")


WRITERS: dict[str, Writer] = {"csv": _csv, "jsonl": _jsonl}
