"""From paths to a ledger: document -> report -> rows -> file. The rooms meet here."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from .extract.layout import Layout, layouts
from .load.offered import Offered, offered
from .load.shelf import File, Offer, Reading, Rejected
from .normalize.names import Decisions, Reconciler, Register
from .normalize.names.register import DIRECTORY
from .reading import Engine, Manner, read_one
from .worker import Crew, Limits, Lost

if TYPE_CHECKING:
    from .load.batch import Counts, Written
    from .load.provenance import Provenance

# Recognising a page takes seconds: a scan may take so many times as long as another file.
_OCR = 10
Became = Literal["loaded", "duplicate", "edition", "rejected", "unreadable", "passed"]
_CLOSED = "it cannot be opened: look at its rights"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one offered file. One that cannot be read at all, or was passed over in a
    folder, is no document.
    """

    path: Path
    name: str
    status: Became
    reason: str | None = None
    document_id: str | None = None
    report_id: str | None = None
    counts: Counts | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What an ingest did: one outcome per file, in their order. No digest: nothing written."""

    ledger: Path
    outcomes: tuple[Outcome, ...]
    digest: str | None

    @property
    def totals(self) -> Mapping[str, int]:
        """The number of files by status."""
        return Counter(outcome.status for outcome in self.outcomes)

    @property
    def lines(self) -> Mapping[str, int]:
        """The number of lines by role, over all documents that were loaded."""
        roles: Counter[str] = Counter()
        for outcome in self.outcomes:
            if outcome.status == "loaded" and outcome.counts:
                roles.update(outcome.counts.lines)
        return roles


@dataclass(frozen=True, slots=True)
class Inputs:
    """What names are resolved with, how PDFs are read, and what a document may cost.

    `workers` is the number of processes that read documents, by default one a processor. Where
    scans are recognised, a document may take longer.
    """

    register: Path = DIRECTORY
    decisions: Path | None = None
    password: str | None = None
    limits: Limits = field(default_factory=Limits)
    workers: int | None = None
    engine: Engine = "pdfium"
    verify: bool = False
    ocr: bool = False

    @property
    def manner(self) -> Manner:
        """How PDFs are read; recognising must end before the worker's time does."""
        seconds = 0.9 * self.cost.clock
        return Manner(self.password, self.engine, self.verify, self.ocr, seconds)

    @property
    def cost(self) -> Limits:
        """What a document may cost."""
        if not self.ocr:
            return self.limits
        seconds = _OCR * self.limits.clock, _OCR * self.limits.processor
        return replace(self.limits, clock=seconds[0], processor=seconds[1])


def ingest(
    paths: Sequence[Path],
    db: str | Path,
    inputs: Inputs | None = None,
    watch: Callable[[Offered], None] = lambda _: None,
) -> Result:
    """Read files and folders and write them into the ledger; `watch` is told of each file.

    A document that is refused does not stop the others; when nothing can be read, nothing is
    written. Raises LedgerError (with the ledger as it was) and NamesError.
    """
    inputs = inputs or Inputs()
    register = Register.load(inputs.register)
    decisions = Decisions.load(inputs.decisions) if inputs.decisions else Decisions.empty()
    shelf = _Shelf(list(offered(paths)), Reconciler(register, decisions), inputs)
    with shelf.crew as crew:
        # The workers are reading while SQLAlchemy is imported and the old ledger is opened.
        from .load.runlog import append_run
        from .load.store import open_ledger

        with open_ledger(db) as ledger:
            provenance = provenance_of(inputs, decisions)
            found = shelf.readings(crew, watch)
            offers = [
                Offer(f.name, reading) for f, reading in found if not isinstance(reading, str)
            ]
            written = ledger.write(offers, provenance, register) if offers else None
            outcomes = tuple(_outcome(file, reading, written) for file, reading in found)
            append_run(ledger.path, _run(paths, provenance, outcomes, written))
            return Result(ledger.path, outcomes, written.digest if written else None)


class _Shelf:
    """Files that are read each content once, under whatever paths it is offered."""

    def __init__(self, files: Sequence[Offered], reconciler: Reconciler, inputs: Inputs) -> None:
        self.files = files
        self.contents = {file: _hash_of(file) for file in files}
        first = {key: file for file, key in reversed(self.contents.items()) if key}
        # What a worker is given must be fit to be sent to one that is not forked.
        read = partial(_read_file, reconciler=reconciler, manner=inputs.manner)
        tasks = [file for file in files if first.get(self.contents[file] or "") is file]
        self.crew = Crew(tasks, read, inputs.cost, inputs.workers)

    def readings(
        self, crew: Crew[Offered, Reading | str], watch: Callable[[Offered], None]
    ) -> list[tuple[Offered, Reading | str]]:
        """Return every file with its reading, or with the reason why it cannot be opened."""
        known: dict[str, Reading | str] = {}
        for file, answer in crew.answers():
            watch(file)
            key = self.contents[file] or ""
            known[key] = _lost(file, key, answer) if isinstance(answer, Lost) else answer
        return [(file, known.get(self.contents[file] or "", _CLOSED)) for file in self.files]


def _hash_of(file: Offered) -> str | None:
    """Return the sha256 of a file, None when it cannot be opened."""
    if file.fault:
        return None
    try:
        with file.path.open("rb") as data:
            return hashlib.file_digest(data, "sha256").hexdigest()
    except OSError:
        return None


def _read_file(file: Offered, reconciler: Reconciler, manner: Manner) -> Reading | str:
    try:
        return read_one(file.path, file.name, reconciler, manner)
    except OSError as error:
        return f"it cannot be opened ({error.strerror}): look at its rights"


def _lost(file: Offered, key: str, lost: Lost) -> Rejected:
    size = file.path.stat().st_size
    return Rejected(File(key, "application/octet-stream", 0, size), lost.reason)


def provenance_of(inputs: Inputs, decisions: Decisions) -> Provenance:
    """Return the version of the program, how PDFs are read, and the hashes of its inputs."""
    from .load.provenance import Provenance

    tables = sorted(p for p in inputs.register.iterdir() if p.suffix in {".csv", ".toml"})
    return Provenance(
        program=version("metroledger"),
        register=_hash(part for p in tables for part in (p.name.encode(), p.read_bytes())),
        decisions=_hash(decision.as_line().encode() for decision in decisions.all),
        layouts=tuple((style.id, _hash([_bytes(style)])) for style in layouts()),
        engine=f"{inputs.engine}, verified" if inputs.verify else inputs.engine,
    )


def _bytes(style: Layout) -> bytes:
    return (files(f"{__package__}.extract.layouts") / f"{style.id}.toml").read_bytes()


def _outcome(file: Offered, reading: Reading | str, written: Written | None) -> Outcome:
    if isinstance(reading, str) or written is None:
        status: Became = "passed" if file.passed else "unreadable"
        return Outcome(file.path, file.name, status, file.fault or str(reading))
    document_id = reading.file.document_id
    row = next(r for r in written.documents if (r.document_id, r.path) == (document_id, file.name))
    return Outcome(
        path=file.path,
        name=file.name,
        status=row.status,
        reason=row.reason,
        document_id=document_id,
        report_id=row.report_id,
        counts=written.counts.get(document_id),
    )


def _run(
    paths: Iterable[Path],
    provenance: Provenance,
    outcomes: Iterable[Outcome],
    written: Written | None,
) -> dict[str, object]:
    """Return the facts of a run for the log."""
    return {
        "program": provenance.program,
        "inputs": [str(path.absolute()) for path in paths],
        "documents": [
            {
                "path": str(outcome.path.absolute()),
                "status": outcome.status,
                "reason": outcome.reason,
                "document_id": outcome.document_id,
                "report_id": outcome.report_id,
            }
            for outcome in outcomes
        ],
        "content": written.digest if written else None,
    }


def _hash(parts: Iterable[bytes]) -> str:
    content = hashlib.sha256()
    for part in parts:
        content.update(len(part).to_bytes(8, "big") + part)
    return content.hexdigest()
