"""From bytes to a reading: what a file holds, or why it is refused. This runs in the workers."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from .extract.document import Document
from .extract.errors import DocumentError, NeedsOcr
from .extract.guard import check_length
from .extract.letters import may_be_misnamed
from .extract.report import read_report
from .extract.text.reader import read_text
from .load.sheet import sheet_of
from .load.shelf import PDF, File, Loaded, Reading, Rejected
from .normalize.names import NamesError, Reconciler
from .normalize.remarks import of_line, of_report, remarks
from .normalize.report import normalize
from .normalize.rows import FindingRow

Engine = Literal["pdfium", "pdfplumber"]
ENGINES: tuple[Engine, ...] = ("pdfium", "pdfplumber")

# A PDF may begin with a few blanks or a byte order mark.
_MAGIC, _HEAD, _BEFORE = b"%PDF-", 1024, b" \t\r\n\f\x00\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Manner:
    """How PDFs are read: what opens them, by which engine, and what is done besides.

    `verify` reads with the other engine too, `ocr` recognises scans within so many seconds.
    """

    password: str | None = None
    engine: Engine = "pdfium"
    verify: bool = False
    ocr: bool = False
    seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class _Source:
    """A document, the bytes that its lines were read from, and what recognised them, if any did."""

    document: Document
    data: bytes
    recogniser: str | None = None


def read_one(path: Path, name: str, reconciler: Reconciler, manner: Manner) -> Reading:
    """Return what a file holds, or why it is refused. The answer depends on its bytes alone.

    Raises OSError when it cannot be opened.
    """
    return read_bytes(path.read_bytes(), name, reconciler, manner)


def read_bytes(
    data: bytes, name: str, reconciler: Reconciler, manner: Manner | None = None
) -> Reading:
    """Return what bytes hold, or why they are refused. Raises MemoryError."""
    media_type = PDF if _is_pdf(data) else "application/octet-stream"
    file = File(hashlib.sha256(data).hexdigest(), media_type, 0, len(data))
    manner = manner or Manner()
    document = None
    try:
        source = _read(data, name, manner)
        document = source.document
        file = File(
            file.document_id,
            document.media_type,
            document.pages,
            document.bytes,
            source.recogniser,
        )
        report = read_report(document)
        rows = normalize(report, reconciler)
        report_id, misnamed = rows.report.report_id, may_be_misnamed(data)
        found = [*remarks(report_id, report, misnamed=misnamed)]
        if manner.verify and document.media_type == PDF:
            found += _differing(source, report_id, manner)
        rows = replace(rows, findings=(*rows.findings, *found))
        return Loaded(file, sheet_of(rows, document, report.roles))
    except DocumentError as error:
        return Rejected(file, _reason(error, document))
    except (MemoryError, NamesError):
        raise
    except Exception as error:  # noqa: BLE001 - a stranger's file must not take the batch with it
        return Rejected(file, f"the program fails on it ({_fault(error)}): please report this")


def read_document(data: bytes, name: str, manner: Manner | None = None) -> Document:
    """Return the document in bytes; their content tells a PDF from a text.

    Raises DocumentError.
    """
    return _read(data, name, manner or Manner()).document


def _read(data: bytes, name: str, manner: Manner) -> _Source:
    """Read bytes; pages that are scans, or whose fonts do not name all letters of their words, are
    recognised where that is asked for.

    Raises DocumentError.
    """
    try:
        document = _read_plain(data, name, manner.password, manner.engine)
        pages: Sequence[int] = sorted({*document.unread, *document.unnamed})
        if not (manner.ocr and pages):
            return _Source(document, data)
    except NeedsOcr as error:
        pages = error.pages
        if not manner.ocr:
            raise
    from .extract import ocr

    text = ocr.recognised(data, manner.password, manner.seconds, pages)
    document = _read_plain(text, name, None, manner.engine, recognised=pages)
    own = hashlib.sha256(data).hexdigest()
    document = replace(document, document_id=own, bytes=len(data))
    return _Source(document, text, ocr.recogniser())


def _read_plain(
    data: bytes,
    name: str,
    password: str | None,
    engine: Engine,
    *,
    recognised: Collection[int] = (),
) -> Document:
    if not _is_pdf(data):
        document = read_text(data, name)
    else:
        # A text is read without the engines that PDFs need.
        from .extract.pdf import read_pdf
        from .extract.pdf.guards.guard import check_count, check_pdf

        count = check_pdf(data, password)
        document = read_pdf(data, name, password, engine, recognised=recognised)
        check_count(document, count)
    check_length(document)
    return document


def _reason(error: DocumentError, document: Document | None) -> str:
    """Return why a file is refused, with what may be behind it."""
    if not document or not document.unnamed:
        return str(error)
    return f"{error}; its fonts do not say which letters they print in some words: try --ocr"


def _differing(source: _Source, report_id: str, manner: Manner) -> Iterator[FindingRow]:
    """Yield the lines that the other engine reads differently, or that it reads none."""
    from .extract.verify import differences

    document = source.document
    second = next(name for name in ENGINES if name != manner.engine)
    password = None if document.recognised else manner.password
    try:
        other = _read_plain(
            source.data, document.path, password, second, recognised=document.recognised
        )
    except DocumentError as error:
        told = f"{second} does not read it: {error}"
        yield of_report(report_id, document, "engines-differ", told)
        return
    for number, each in enumerate(differences(document, other), 1):
        ours, theirs = (line.text if line else None for line in (each.one, each.other))
        told = "reads this line differently" if ours and theirs else "does not read this line"
        if ours is None:
            told = "reads another line near this"
        found = of_line(report_id, document, each.near, "engines-differ", f"{second} {told}")
        place = f"{found.finding_id}/{number}"
        yield replace(found, finding_id=place, expected=theirs, found=ours)


def _is_pdf(data: bytes) -> bool:
    return data[:_HEAD].lstrip(_BEFORE).startswith(_MAGIC)


def _fault(error: Exception) -> str:
    """Tell where the program failed: the same words for the same bytes."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = Path(trace.tb_frame.f_code.co_filename).name if trace else "somewhere"
    return f"{type(error).__name__} in {place}"
