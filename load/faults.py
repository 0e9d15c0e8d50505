"""What SQLite and the system report, said as one line of ours."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from .errors import Busy, CannotWrite, DiskFull, LedgerError, NoLedger

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_SHUT = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn failures of the file at `path` into LedgerError; faults of the program pass through."""
    try:
        yield
    except OSError as error:
        raise _of_system(error, path) from error
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise _of_sqlite(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) or error from error


def _of_system(error: OSError, path: Path) -> LedgerError:
    if error.errno in _FULL:
        return _full(path)
    return CannotWrite(
        f"{path} cannot be written ({error.strerror}): give it another folder or change its rights"
    )


def _of_sqlite(error: sqlite3.Error, path: Path) -> LedgerError | None:
    """Return what an error of SQLite means, None for a fault of the program."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return Busy(f"{path} is locked by another program: close it there, then try again")
    if code in _DAMAGED:
        return NoLedger(f"{path} is no sound SQLite file: move it away and ingest again")
    if code in _SHUT:
        return CannotWrite(
            f"{path} cannot be written ({error}): give it another folder or change its rights"
        )
    return _full(path) if code == sqlite3.SQLITE_FULL else None


def _full(path: Path) -> DiskFull:
    return DiskFull(f"{path} was not written, its disk is full: make room, then try again")
