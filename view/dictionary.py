"""The data dictionary, read from the comments of `schema.sql`."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import regex

# CREATE TABLE meta ( -- What made this file.
_TABLE = regex.compile(r"^CREATE TABLE (?P<name>\w+) \( -- (?P<comment>.+)$")
#     line_no INTEGER NOT NULL, -- count of non-blank lines
_COLUMN = regex.compile(
    r'^    "?(?P<name>\w+)"? (?P<type>TEXT|INTEGER|REAL)\b.*? -- (?P<comment>.+)$'
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column, its storage class, and what it says."""

    name: str
    type: str
    comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table and what a row of it is."""

    name: str
    comment: str
    columns: tuple[Column, ...]


def dictionary() -> tuple[Table, ...]:
    """Return every table of the schema in its order, each with its columns."""
    found: list[Table] = []
    for line in files("metroledger").joinpath("schema.sql").read_text("utf-8").splitlines():
        if match := _TABLE.match(line):
            found.append(Table(match["name"], match["comment"], ()))
        elif match := _COLUMN.match(line):
            column = Column(match["name"], match["type"], match["comment"])
            last = found[-1]
            found[-1] = Table(last.name, last.comment, (*last.columns, column))
    return tuple(found)
