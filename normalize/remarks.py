"""What is to be said of the reading of a document -> findings: what was not read, or not surely."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from ..extract.document import Document, Line, Role
from ..extract.fold import fold
from ..extract.letters import UNNAMED
from ..extract.markup import plain
from ..extract.misprints import meant
from ..extract.records import Report
from ..extract.shapes import COUNT
from .rows import FindingRow

_UNNAMED = {
    "application/pdf": "where '\ufffd' stands its fonts do not say which letter it is: try --ocr",
    "text/plain": "where '\ufffd' stands a letter was lost before: offer the report as printed",
}
_IN_COLUMNS = (
    "the text keeps the columns of its pages, and they alone tell what is read after what: white "
    "space of less than a line is lost in it; offer the PDF where there is one"
)
_MISNAMED = (
    "Ghostscript 10.00.0 made this PDF, which misnames letters of some fonts ('–' reads '3', '’' "
    "reads '9', 'fi' reads 'ü'): compare with the print, or offer the PDF that it was made from"
)
# Of words that are left out so many characters are told.
_LONG = 1_000
# Nothing is read from these lines.
_UNUSED = {Role.FURNITURE, Role.CAPTION}
# A label before its value ends behind so many letters at most.
_LABEL_LETTERS = 45
# Words of the layout.
_WORDS = {Role.HEADING, Role.LABEL}


def remarks(report_id: str, report: Report, *, misnamed: bool) -> Iterator[FindingRow]:
    """Yield what is to be said of pages that were recognised or not read, of columns of a text, of
    words that are not seen, of lost letters and of headings and labels that are misprinted.
    """
    document = report.document
    if pages := ", ".join(map(str, sorted(document.recognised))):
        told = f"what these pages print was recognised in pictures and may be misread: {pages}"
        yield of_report(report_id, document, "recognised-text", told)
    if document.in_columns:
        yield of_report(report_id, document, "text-in-columns", _IN_COLUMNS)
    for page in document.unread:
        told = f"page {page} is a picture without words, so nothing of it is read: try --ocr"
        finding = of_report(report_id, document, "unread-page", told)
        yield replace(finding, finding_id=f"{finding.finding_id}/{page}")
    if document.ligatures:
        each = ", ".join(f"'{letters}' ({count})" for letters, count in document.ligatures)
        told = f"fonts do not say which letters ligatures are, the words they stand in do: {each}"
        yield of_report(report_id, document, "unnamed-ligature", told)
    for page, words in document.unseen:
        told = f"page {page} holds words that nobody sees on it; they are left out"
        finding = of_report(report_id, document, "unseen-words", told)
        place = f"{finding.finding_id}/{page}"
        yield replace(finding, finding_id=place, found=textwrap.shorten(words, _LONG))
    if misnamed:
        yield of_report(report_id, document, "misnamed-letters", _MISNAMED)
    for line, role in zip(document.lines, report.roles, strict=True):
        if UNNAMED in line.text.lstrip(f"{UNNAMED} ") and role not in _UNUSED:
            yield of_line(
                report_id, document, line, "unnamed-letter", _UNNAMED[document.media_type]
            )
        near = meant(_label(line, role), report.layout.vocabulary)
        if near:
            told = "this is taken for a heading or label, in which a letter is misprinted"
            found = of_line(report_id, document, line, "misprinted-heading", told)
            yield replace(found, expected=min(near))


def _label(line: Line, role: Role) -> str:
    """Return the folded words of a heading or label, or of a label before its value, or none."""
    if role in _WORDS:
        return fold(plain(line).text)
    head, colon, _ = line.text.partition(":")
    if role is Role.RECORD and colon and len(head) <= _LABEL_LETTERS:
        return fold(COUNT.sub("", head.strip(" *_")))
    return ""


def of_report(report_id: str, document: Document, check: str, message: str) -> FindingRow:
    """Return a finding on the whole report."""
    return FindingRow(
        finding_id=f"{report_id}/{check}",
        report_id=report_id,
        check=check,
        severity="warning",
        message=message,
        expected=None,
        found=None,
        table_name="report",
        row_id=report_id,
        document_id=document.document_id,
        line_no=None,
    )


def of_line(report_id: str, document: Document, line: Line, check: str, message: str) -> FindingRow:
    """Return a finding on a line."""
    return replace(
        of_report(report_id, document, check, message),
        finding_id=f"{report_id}/{check}/{line.number}",
        found=line.text,
        table_name="line",
        row_id=f"{document.document_id}/{line.number}",
        line_no=line.number,
    )
