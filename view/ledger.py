"""A ledger opened for reading."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ..normalize.names.errors import DecisionsError

_SQLITE_URL = "sqlite:///"


class NoLedger(Exception):
    """The database cannot be read; its text says what, where and what to do."""


def ledger_path(db: str) -> Path:
    """Return the file that `--db` names: a path, or a SQLAlchemy URL of SQLite.

    Raises NoLedger for a URL of another database, or one without a file.
    """
    name = db.removeprefix(_SQLITE_URL)
    if "://" in name:
        raise NoLedger(f"{db}: only SQLite files can be used; give a path or {_SQLITE_URL}PATH")
    if not Path(name).name:
        raise NoLedger("--db names no file: give it one")
    return Path(name)


def decisions_beside(db: str) -> Path:
    """Return where the decisions of a ledger stand when no other file is given."""
    return ledger_path(db).with_name("decisions.jsonl")


def decisions_to_read(db: str, given: Path | None) -> Path:
    """Return the file of decisions that is meant: the one that is named, else that of the ledger.

    Raises DecisionsError when a file is named and is not there.
    """
    if given is not None and not given.is_file():
        raise DecisionsError(f"{given}: there is no such file of decisions")
    return given or decisions_beside(db)


def open_ledger(db: str) -> sqlite3.Connection:
    """Return a read-only connection whose rows have named columns.

    Raises NoLedger when there is no such file, or it is no ledger.
    """
    path = ledger_path(db)
    if not path.is_file():
        raise NoLedger(f"{path}: there is no such database; make one with 'metroledger ingest'")
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("SELECT count(*) FROM report, meta LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise NoLedger(f"{path}: this is no ledger ({error}); give the file with --db") from error
    return connection
