"""A fresh SQLite file whose bytes follow from its rows alone."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from . import schema
from .canonical import digest, in_order
from .schema import Tables
from .sheet import Record, Sheet

# Set, since builds of SQLite differ in them. The file is nobody's until it is whole: no journal.
_SETTINGS = (
    "page_size = 4096",
    "auto_vacuum = NONE",
    "secure_delete = ON",
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "foreign_keys = ON",
)
# Fields of the header that tell of the writing and not of what is written, and their fixed value:
# the count of changes, the count that the size is valid for, and the version of SQLite.
_COUNT_AT, _VALID_AT, _VERSION_AT = 24, 92, 96
_COUNT, _VERSION = 1, 3_037_000  # the first version with STRICT tables


@dataclass(slots=True)
class Writer:
    """Writes rows in the order of their keys, and keeps a hash of all."""

    connection: Connection
    tables: Tables
    _hash: hashlib._Hash = field(default_factory=hashlib.sha256)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write rows together; foreign keys must hold at the end."""
        self.connection.exec_driver_sql("BEGIN")
        yield
        self.connection.exec_driver_sql("COMMIT")

    def write(self, name: str, rows: Iterable[Record]) -> None:
        """Insert rows of one table, in the order of its key."""
        records = in_order(self.tables[name], rows)
        self._insert(name, records)
        self._hash.update(digest([(name, records)]).encode())

    def write_sheet(self, sheet: Sheet, hashed: str) -> None:
        """Insert a report's own rows, but for its findings; they stand in the order of keys."""
        for table in self.tables.of_report:
            self._insert(table.name, sheet.rows[table.name])
        self._hash.update(hashed.encode())

    def _insert(self, name: str, records: Sequence[Record]) -> None:
        if records:
            sql = schema.insertion(self.tables[name])
            self.connection.exec_driver_sql(sql, list(records))

    @property
    def digest(self) -> str:
        """The hash of every row written so far."""
        return self._hash.hexdigest()


@contextmanager
def fresh(target: Path, tables: Tables) -> Iterator[Writer]:
    """Write a file beside the target and put it in its place when it is whole.

    Indexes are built when the rows are in. Whatever goes wrong, the target stays as it is and
    the new file is removed.
    """
    new = target.with_name(f"{target.name}.part")
    new.unlink(missing_ok=True)
    try:
        yield from _written(new, tables)
        _fix_header(new)
        _put_in_place(new, target)
    finally:
        new.unlink(missing_ok=True)


def _written(path: Path, tables: Tables) -> Iterator[Writer]:
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(path), poolclass=NullPool)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for setting in _SETTINGS:
            connection.exec_driver_sql(f"PRAGMA {setting}")
        _make(connection, (each.sql for each in schema.statements() if each.type == "table"))
        yield Writer(connection, tables)
        _make(connection, (each.sql for each in schema.statements() if each.type != "table"))


def _make(connection: Connection, statements: Iterable[str]) -> None:
    connection.exec_driver_sql("BEGIN")
    for statement in statements:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("COMMIT")


def _fix_header(path: Path) -> None:
    with path.open("r+b") as file:
        for at, value in ((_COUNT_AT, _COUNT), (_VALID_AT, _COUNT), (_VERSION_AT, _VERSION)):
            file.seek(at)
            file.write(value.to_bytes(4, "big"))


def _put_in_place(new: Path, target: Path) -> None:
    """Replace the target by the new file, on the disk and at once, with the target's rights."""
    if target.exists():
        new.chmod(target.stat().st_mode & 0o777)
    _sync(new)
    new.replace(target)
    _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
