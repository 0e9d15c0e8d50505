"""The ledger: documents in, one SQLite file out, the same bytes in whatever order they came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..normalize.names import Register
from . import schema
from .batch import Batch, Misfit, Written
from .errors import CannotWrite, StaleLedger
from .faults import told
from .lock import only_one
from .previous import Previous, previous
from .provenance import Provenance
from .register import register_rows
from .schema import Tables
from .shelf import Loaded, Offer, Shelf
from .writer import fresh

_URL = "sqlite:///"


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger that is ours alone until it is closed, and what it held before."""

    path: Path
    tables: Tables
    previous: Previous | None

    def write(self, offers: Sequence[Offer], provenance: Provenance, register: Register) -> Written:
        """Add documents and replace the file.

        A report whose rows break a rule of the tables is rejected; the others are written.
        Raises StaleLedger, AlteredLedger, CannotWrite or DiskFull, and leaves the file as it was.
        """
        with told(self.path):
            shelf, kept = self._shelf(offers, provenance)
        sheets = {
            offer.reading.file.document_id: offer.reading.sheet
            for offer in offers
            if isinstance(offer.reading, Loaded)
        }
        while True:
            batch = Batch(shelf, sheets, kept)
            try:
                with told(self.path), fresh(self.path, self.tables) as writer:
                    return batch.write(writer, register_rows(register), provenance)
            except Misfit as misfit:
                shelf = shelf.without_sheet(misfit.document_id, misfit.reason)
                sheets.pop(misfit.document_id, None)

    def _shelf(
        self, offers: Sequence[Offer], provenance: Provenance
    ) -> tuple[Shelf, Previous | None]:
        """Return all documents, and the old ledger where its reports still hold."""
        offered = Shelf().with_offers(offers)
        if self.previous is None:
            return offered, None
        old = self.previous.shelf()
        changes = provenance.changes(self.previous.meta)
        if not changes:
            return old.with_offers(offers), self.previous
        missing = sorted(
            min(held.paths) for key, held in old.holdings.items() if key not in offered.holdings
        )
        if missing:
            raise StaleLedger(
                f"{self.path} was made with another {', another '.join(changes)}: offer its other"
                f" documents again too ({_some(missing)}), or give --db a new name"
            )
        return offered.with_paths(old), None


@contextmanager
def open_ledger(db: str | Path) -> Iterator[Ledger]:
    """Open a ledger (a path or a URL of SQLite) for one ingest; a new one begins empty.

    Raises NoLedger, OtherSchema, Busy or CannotWrite.
    """
    path = target(db)
    with ExitStack() as stack:
        with told(path):
            stack.enter_context(only_one(path))
        yield Ledger(path, schema.tables(), stack.enter_context(previous(path)))


def target(db: str | Path) -> Path:
    """Return the file that is meant, links followed.

    Raises CannotWrite for the URL of another database, or a folder that is not there.
    """
    name = str(db)
    if name.startswith(_URL):
        name = name.removeprefix(_URL)
    elif "://" in name:
        raise CannotWrite(f"{name} is no SQLite file: only those can be written")
    path = Path(name).resolve()
    if not name:
        raise CannotWrite("--db names no file: give it one")
    if not path.parent.is_dir():
        raise CannotWrite(f"{path} cannot be written: make the folder {path.parent} first")
    return path


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more
