"""The first engine: PDFs through pdfium, opened, and read page by page."""

from __future__ import annotations

import io
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ...errors import Damaged, DocumentError, Encrypted, NoPages
from ..page import Page
from . import calls
from .characters import NoText, Reader


@contextmanager
def opened(data: bytes, password: str | None = None) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF. Raises Encrypted, NoPages or Damaged."""
    try:
        document = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        raise _refusal(error, data, password) from error
    try:
        yield document
    finally:
        document.close()


@contextmanager
def loaded(document: pdfium.PdfDocument, number: int, turn: int = 0) -> Iterator[Any]:
    """Load a page, turned back so many quarter turns. Raises Damaged."""
    page = raw.FPDF_LoadPage(document.raw, number - 1)
    if not page:
        raise Damaged(_unreadable(number, len(document)))
    try:
        if turn:
            raw.FPDFPage_SetRotation(page, (raw.FPDFPage_GetRotation(page) - turn) % 4)
        yield page
    finally:
        raw.FPDF_ClosePage(page)


def read_pages(
    document: pdfium.PdfDocument,
    turns: Mapping[int, int] | None = None,
    *,
    layered: bool = False,
    recognised: Container[int] = (),
) -> Iterator[Page]:
    """Yield the pages of a document, each with the words that are seen on it. Raises Damaged.

    Where `turns` tell which pages lie turned so many times clockwise, only those, set upright.
    Of a `layered` document any word may be unseen. All words of `recognised` pages are read: they
    are seen in a picture.
    """
    reader = Reader(calls.handle(document.raw), layered=layered)
    count = len(document)
    for number, turn in (turns or dict.fromkeys(range(1, count + 1), 0)).items():
        with loaded(document, number, turn) as page:
            try:
                yield reader.read(page, number, turn, laid=number in recognised)
            except NoText as error:
                raise Damaged(_unreadable(number, count)) from error


def _unreadable(number: int, count: int) -> str:
    return f"page {number} of {count} cannot be read; offer a whole copy"


def unlocked(document: pdfium.PdfDocument) -> bytes:
    """Return a document as a PDF that is not encrypted."""
    out = io.BytesIO()
    document.save(out, flags=raw.FPDF_REMOVE_SECURITY)
    return out.getvalue()


def _refusal(error: pdfium.PdfiumError, data: bytes, password: str | None) -> DocumentError:
    # Of a file that loads and has no pages the error is that of the file before.
    if _loads(data, password):
        return NoPages("the PDF has no pages that can be read; offer a whole copy")
    if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
        if password is None:
            return Encrypted("the PDF is encrypted; give its password with --password")
        return Encrypted("the PDF is encrypted and the password given does not open it")
    return Damaged("the PDF is damaged: its structure cannot be read; offer a whole copy")


def _loads(data: bytes, password: str | None) -> bool:
    word = None if password is None else password.encode("utf-8") + b"\0"
    handle = raw.FPDF_LoadMemDocument64(data, len(data), word)
    if handle:
        raw.FPDF_CloseDocument(handle)
    return bool(handle)
