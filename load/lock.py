"""One ingest at a time: a lock file beside the ledger, held for the whole run."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import Busy


@contextmanager
def only_one(ledger: Path) -> Iterator[None]:
    """Hold `<ledger>.lock`; raises Busy when another ingest holds it.

    The system lets go of the lock when a process dies, so a file left behind stops nobody.
    """
    path = ledger.with_name(f"{ledger.name}.lock")
    handle = _locked(path, ledger)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _locked(path: Path, ledger: Path) -> int:
    """Return an open lock file that is ours and still in its place.

    A file that its former holder has just removed locks nothing: it is opened anew.
    """
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise Busy(f"{ledger} is being written by another ingest: wait for its end") from error
        if _in_place(handle, path):
            return handle
        os.close(handle)


def _in_place(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
