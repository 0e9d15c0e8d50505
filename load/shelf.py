"""The shelf: every file that was ever offered, and what becomes of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from .sheet import Sheet

Status = Literal["loaded", "duplicate", "edition", "rejected"]
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class File:
    """What a file is, whatever it prints: `document_id` is the sha256 of its bytes, in hex.

    `recogniser` names the programs that recognised its pictures, None where none did.
    """

    document_id: str
    media_type: str
    pages: int
    bytes: int
    recogniser: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document that was read."""

    file: File
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Rejected:
    """A document that was refused, and why: one line that does not name its path."""

    file: File
    reason: str


Reading = Loaded | Rejected


@dataclass(frozen=True, slots=True)
class Offer:
    """A reading and a path that its bytes were offered under."""

    path: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Holding:
    """A document on the shelf with all its paths.

    A rejected one has a reason, no report, and no lines that are kept.
    """

    file: File
    lines: int
    report_id: str | None
    reason: str | None
    paths: frozenset[str]

    @property
    def rank(self) -> tuple[bool, str, str]:
        """Tell which edition is loaded, the least one: PDF before text, then by path."""
        return self.file.media_type != PDF, min(self.paths), self.file.document_id


class DocumentRow(NamedTuple):
    """A row of `document`."""

    document_id: str
    path: str
    media_type: str
    pages: int
    bytes: int
    status: Status
    reason: str | None
    report_id: str | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """All documents by id."""

    holdings: Mapping[str, Holding] = field(default_factory=dict)

    def with_offers(self, offers: Iterable[Offer]) -> Shelf:
        """Return the shelf with more documents, the same in whatever order they come.

        A document that was read once is not rejected later.
        """
        holdings = dict(self.holdings)
        for offer in offers:
            new = _holding(offer)
            old = holdings.get(new.file.document_id)
            if old:
                told = old if new.report_id is None and old.report_id else new
                new = replace(told, paths=old.paths | new.paths)
            holdings[new.file.document_id] = new
        return Shelf(holdings)

    def with_paths(self, other: Shelf) -> Shelf:
        """Return the shelf with the paths that another one knows for the same documents."""
        return Shelf(
            {
                key: replace(held, paths=held.paths | other.holdings[key].paths)
                if key in other.holdings
                else held
                for key, held in self.holdings.items()
            }
        )

    def without_sheet(self, document_id: str, reason: str) -> Shelf:
        """Return the shelf with one document rejected after all."""
        held = replace(self.holdings[document_id], lines=0, report_id=None, reason=reason)
        return Shelf({**self.holdings, document_id: held})

    def editions(self) -> dict[str, list[Holding]]:
        """Return the documents of each report: the loaded one first."""
        found: dict[str, list[Holding]] = defaultdict(list)
        for held in self.holdings.values():
            if held.report_id is not None:
                found[held.report_id].append(held)
        return {
            report_id: sorted(found[report_id], key=lambda held: held.rank)
            for report_id in sorted(found)
        }

    def recognisers(self) -> dict[str, str]:
        """Return what recognised the pictures of documents, by document, in their order."""
        files = (self.holdings[key].file for key in sorted(self.holdings))
        return {file.document_id: file.recogniser for file in files if file.recogniser}

    def documents(self) -> Iterator[DocumentRow]:
        """Yield one row per document and path."""
        for first, *others in self.editions().values():
            yield from _rows(first, "loaded", None)
            for other in others:
                reason = f"another edition of {first.report_id} is loaded: {_beside(first, other)}"
                yield from _rows(other, "edition", reason)
        for held in self.holdings.values():
            for path in held.paths if held.report_id is None else ():
                yield DocumentRow(*_file(held.file, path), "rejected", held.reason, None)


def _holding(offer: Offer) -> Holding:
    reading, paths = offer.reading, frozenset({offer.path})
    if isinstance(reading, Loaded):
        sheet = reading.sheet
        return Holding(reading.file, len(sheet.rows.get("line", ())), sheet.report_id, None, paths)
    return Holding(reading.file, 0, None, reading.reason, paths)


def _beside(loaded: Holding, other: Holding) -> str:
    """Tell which document is loaded; one of the same name may be what the other corrects."""
    path = min(loaded.paths)
    if path not in other.paths:
        return path
    digest = loaded.file.document_id[:12]
    return f"{path} of other bytes (sha256 {digest}): if this replaces it, make the database anew"


def _rows(held: Holding, status: Status, reason: str | None) -> Iterator[DocumentRow]:
    """Yield the first path with its status and the others as duplicates."""
    first, *others = sorted(held.paths)
    yield DocumentRow(*_file(held.file, first), status, reason, held.report_id)
    for path in others:
        said = f"same bytes as {first}"
        yield DocumentRow(*_file(held.file, path), "duplicate", said, held.report_id)


def _file(file: File, path: str) -> tuple[str, str, str, int, int]:
    return file.document_id, path, file.media_type, file.pages, file.bytes
