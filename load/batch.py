"""One writing of the whole ledger: what is on the shelf, in canonical order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.exc import IntegrityError

from ..normalize.rows import FindingRow
from .canonical import canonical, hash_of
from .editions import Edition, differences, edition_of, values_of
from .previous import Previous
from .provenance import Provenance, recognised_facts
from .schema import Tables
from .settle import settle, shared_of
from .sheet import Record, Sheet, record
from .shelf import DocumentRow, Holding, Shelf
from .writer import Writer

_SHARED = ("plan", "plan_item", "challenge", "person")


class Misfit(Exception):
    """A report whose rows break a rule of the tables."""

    def __init__(self, document_id: str, reason: str) -> None:
        super().__init__(reason)
        self.document_id = document_id
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Counts:
    """What a document gave. Members are those that its printed names resolve to."""

    activities: int
    members: int
    unresolved: int
    ambiguous: int
    findings: int
    lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the ledger now: all documents, the counts of each that was read, the hash."""

    documents: tuple[DocumentRow, ...]
    counts: Mapping[str, Counts]
    digest: str


@dataclass(slots=True)
class Batch:
    """Documents on the shelf, the sheets read in this run, and the old ledger for the others."""

    shelf: Shelf
    sheets: dict[str, Sheet]
    previous: Previous | None
    _loaded_before: Mapping[str, str] = field(init=False)
    _counts: dict[str, Counts] = field(init=False, default_factory=dict)
    _hashes: dict[str, str] = field(init=False, default_factory=dict)
    _meta: dict[str, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._loaded_before = self.previous.loaded() if self.previous else {}

    def write(
        self, writer: Writer, register: Mapping[str, Sequence[Record]], provenance: Provenance
    ) -> Written:
        """Write everything: the register, what reports share, each report, what was rejected.

        Raises Misfit for the first report that does not fit.
        """
        self._take_sheets(writer.tables)
        editions = self.shelf.editions()
        documents = sorted(self.shelf.documents())
        settled = settle(shared_of(self._sheet(first)) for first, *_ in editions.values())
        with writer.transaction():
            for table, rows in register.items():
                writer.write(table, rows)
            writer.write("content", [(key, h.lines) for key, h in self.shelf.holdings.items()])
            for table in _SHARED:
                writer.write(table, settled.rows[table])
        for report_id, held in editions.items():
            self._write_report(writer, held, settled.findings.get(report_id, []))
        with writer.transaction():
            writer.write("document", documents)
        facts = {
            **provenance.facts(),
            **recognised_facts(self.shelf.recognisers()),
            **self._meta,
            "content": writer.digest,
        }
        with writer.transaction():
            writer.write("meta", list(facts.items()))
        return Written(tuple(documents), self._counts, writer.digest)

    def _take_sheets(self, tables: Tables) -> None:
        """Bring the sheets of this run into order; text that is no Unicode makes a Misfit."""
        for document_id, sheet in self.sheets.items():
            self.sheets[document_id] = canonical(tables, sheet)
            try:
                self._hashes[document_id] = hash_of(tables, self.sheets[document_id])
            except UnicodeEncodeError as error:
                raise Misfit(document_id, _broken_rule(error)) from error

    def _write_report(
        self, writer: Writer, held: Sequence[Holding], differing: Sequence[FindingRow]
    ) -> None:
        """Write one report and its other editions in one transaction."""
        sheet = self._sheet(held[0])
        editions = [self._edition(other) for other in held[1:]]
        hashed = self._hash(sheet)
        findings = [*differing, *_differences(sheet, editions)]
        try:
            with writer.transaction():
                writer.write_sheet(sheet, hashed)
                for edition in editions:
                    writer.write("line", edition.lines)
                    writer.write("edition_value", edition.records())
                told = [*sheet.rows.get("finding", ()), *map(record, findings)]
                writer.write("finding", told)
        except (IntegrityError, OverflowError) as error:
            raise Misfit(sheet.document_id, _broken_rule(error)) from error
        self._meta[f"report/{sheet.report_id}"] = hashed
        self._counts[sheet.document_id] = counts_of(sheet, len(told))
        for other in held[1:]:
            if read := self.sheets.get(other.file.document_id):
                self._counts[read.document_id] = counts_of(read, len(read.rows["finding"]))

    def _hash(self, sheet: Sheet) -> str:
        """Return the hash of a sheet; one from the old ledger has been held against it there."""
        known = self._hashes.get(sheet.document_id)
        return known or self._before.meta[f"report/{sheet.report_id}"]

    def _sheet(self, held: Holding) -> Sheet:
        """Return what a document prints: as read in this run, else as the old ledger has it."""
        document_id = held.file.document_id
        if document_id in self.sheets:
            return self.sheets[document_id]
        return self._before.sheet(self._loaded_before[document_id])

    def _edition(self, held: Holding) -> Edition:
        document_id = held.file.document_id
        if document_id in self.sheets or document_id in self._loaded_before:
            return edition_of(self._sheet(held))
        return self._before.edition(document_id)

    @property
    def _before(self) -> Previous:
        """The old ledger; a document that was not read in this run comes from there."""
        assert self.previous is not None  # noqa: S101 - nothing else puts a document on the shelf
        return self.previous


def _differences(sheet: Sheet, editions: Sequence[Edition]) -> Iterator[FindingRow]:
    values = values_of(sheet) if editions else {}
    for edition in editions:
        yield from differences(sheet.report_id, values, edition)


def counts_of(sheet: Sheet, findings: int) -> Counts:
    """Return the counts of a sheet and of the findings on it."""
    names = [row for row in sheet.named("resolution") if row["kind"] == "member"]
    statuses = Counter(row["status"] for row in names)
    return Counts(
        activities=len(sheet.rows.get("activity", ())),
        members=len({row["member_id"] for row in names if row["member_id"]}),
        unresolved=statuses["unresolved"],
        ambiguous=statuses["ambiguous"],
        findings=findings,
        lines=Counter(str(row["role"]) for row in sheet.named("line")),
    )


def _broken_rule(error: Exception) -> str:
    told = error.orig if isinstance(error, IntegrityError) else error
    return f"its rows break a rule of the tables ({told}): please report this with the file"
