"""The second engine: the same words, read by pdfplumber, whose code shares nothing with pdfium's.

It is slow and serves to check the first: the words, their places and their type must come out the
same, and so must the rows.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from ...errors import Damaged, DocumentError, Encrypted, NoPages
from ..page import Page, Unseen
from .chars import Reader

# What pdfplumber raises of a broken file: its own, and what it or pdfminer stumbles over.
_STUMBLES = (
    PdfminerException,
    MalformedPDFException,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
# They warn of every oddity of a file; what matters of it is told in one line by who reads it.
for _name in ("pdfminer", "pdfplumber"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@contextmanager
def opened(data: bytes, password: str | None = None) -> Iterator[PDF]:
    """Open a PDF. Raises Encrypted, NoPages or Damaged."""
    try:
        document = pdfplumber.open(io.BytesIO(data), password=password)
        pages = len(document.pages)
    except _STUMBLES as error:
        raise _refusal(error, password) from error
    try:
        if not pages:
            raise NoPages("the PDF has no pages that can be read; offer a whole copy")
        yield document
    finally:
        document.close()


def read_pages(
    document: PDF,
    turns: Mapping[int, int] | None = None,
    unseen: Mapping[int, Unseen] = MappingProxyType({}),
) -> Iterator[Page]:
    """Yield the pages of a document, each with its words. Raises Damaged.

    Where `turns` tell which pages lie turned so many times clockwise, only those, set upright.
    What is `unseen` of a page, by its number, is left out.
    """
    reader = Reader()
    count = len(document.pages)
    for number, turn in (turns or dict.fromkeys(range(1, count + 1), 0)).items():
        page = document.pages[number - 1]
        try:
            upright = _set_upright(page, turn) if turn else page
            yield reader.read(upright, number, turn, unseen.get(number, Unseen()))
        except _STUMBLES as error:
            _pass_on_memory(error)
            raise Damaged(f"page {number} of {count} cannot be read; offer a whole copy") from error
        finally:
            page.close()


def _refusal(error: Exception, password: str | None) -> DocumentError:
    _pass_on_memory(error)
    if any(isinstance(cause, PDFPasswordIncorrect) for cause in error.args):
        if password is None:
            return Encrypted("the PDF is encrypted; give its password with --password")
        return Encrypted("the PDF is encrypted and the password given does not open it")
    return Damaged("the PDF is damaged: its structure cannot be read; offer a whole copy")


def _pass_on_memory(error: Exception) -> None:
    """Raise MemoryError where pdfplumber has wrapped one: the file may be whole."""
    if any(isinstance(cause, MemoryError) for cause in error.args):
        raise MemoryError


def _set_upright(page: PlumberPage, turn: int) -> PlumberPage:
    """Return a page as it would be with its print turned back so many quarter turns."""
    own = page.page_obj
    own.rotate = own.attrs["Rotate"] = (own.rotate - 90 * turn) % 360
    return PlumberPage(page.pdf, own, page.page_number, page.initial_doctop)
