"""Where the file of a document is now: the log of runs tells where it was when it was read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from .picture import NoPicture


def original(ledger: Path, document_id: str, given: Path | None = None) -> Path:
    """Return the file that holds a document: the one given, else the last one in the log.

    Raises NoPicture when there is none with these bytes.
    """
    if given:
        if _holds(given, document_id):
            return given
        raise NoPicture(f"{given}: this is not the file that was read, or it cannot be opened")
    for path in _logged(ledger, document_id):
        if _holds(path, document_id):
            return path
    raise NoPicture(f"the file that was read (sha256 {document_id[:12]}…) is gone; give --file")


def _logged(ledger: Path, document_id: str) -> Iterator[Path]:
    """Yield where a document was, the latest place first; what is no log of ours is passed over."""
    try:
        log = ledger.resolve()
        runs = log.with_name(f"{log.name}.runs.jsonl").read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for run in reversed(runs):
        try:
            documents = json.loads(run)["documents"]
            paths = [Path(d["path"]) for d in documents if d["document_id"] == document_id]
        except (ValueError, KeyError, TypeError):
            continue
        yield from paths


def _holds(path: Path, document_id: str) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest() == document_id
    except OSError:
        return False
