"""What a PDF may hold: more is no report and may be made to harm.

It is looked at before any of its pages is read, so what holds here holds for every engine.
"""

from __future__ import annotations

import pypdfium2.raw as raw
from pypdfium2 import PdfDocument

from ...document import Document
from ...errors import Damaged, NoPrint, TooBig
from ..engines import pdfium
from .filters import Spoiled
from .forms import refuse_endless
from .objects import objects_of
from .streams import MOST, Survey, Swollen

PAGES = 1_000
# The longest edge of a page in points, as the PDF standard had it: 200 inches.
EDGE = 14_400
_MEGABYTE = 1 << 20
# Bytes that come out of one stream that is a picture, and of all that are none.
PICTURE = 256 * _MEGABYTE
STREAMS = 256 * _MEGABYTE


def check_pdf(data: bytes, password: str | None) -> int:
    """Return the pages of a PDF; refuse too many, too large ones, or one whose print is spoiled.

    Raises TooBig, Damaged and NoPrint, and Encrypted or NoPages where it does not open.
    """
    is_encrypted = b"/Encrypt" in data
    spoiled = _spoiled(data)  # before it is opened: its list of objects may be a stream too
    with pdfium.opened(data, password) as document:
        count = len(document)
        _check_pages(document.raw, count)
        _check_print(document, data, password)
        if is_encrypted:
            spoiled = _spoiled(pdfium.unlocked(document))
    if spoiled:
        from .damage import refuse_spoiled

        refuse_spoiled(data, password, spoiled)
    return count


def _check_pages(document: raw.FPDF_DOCUMENT, count: int) -> None:
    """Raise TooBig for too many or too large pages."""
    if count > PAGES:
        raise TooBig(f"the PDF has {count:,} pages; a report has at most {PAGES:,}")
    size = raw.FS_SIZEF()
    for index in range(count):
        found = raw.FPDF_GetPageSizeByIndexF(document, index, size)
        if found and max(size.width, size.height) > EDGE:
            raise TooBig(
                f"page {index + 1} measures {size.width:.0f} × {size.height:.0f} points; "
                f"a page has at most {EDGE:,}"
            )


def _check_print(document: PdfDocument, data: bytes, password: str | None) -> None:
    """Raise NoPrint where what is read is not on the pages of a PDF."""
    if document.get_formtype() == raw.FORMTYPE_XFA_FULL:
        raise NoPrint(
            "the PDF is a form whose pages Adobe Reader makes when it opens it (XFA); "
            "offer it as printed from there"
        )
    files = raw.FPDFDoc_GetAttachmentCount(document.raw)
    if files > 0 and any(b"/Collection" in each for each in objects_of(data, password)):
        raise NoPrint(f"the PDF is a folder of {files} attached files; offer these by themselves")


def _spoiled(data: bytes) -> set[int]:
    """Return the objects of a PDF that are missing, or whose streams do not unpack.

    Of a stream that is given anew the last counts. Raises TooBig where more comes out than may,
    and Damaged where a form draws itself.
    """
    survey = Survey.of(data)
    spoiled = set(survey.torn)
    together = 0
    for stream in survey.streams:
        most = PICTURE if stream.is_picture else MOST
        try:
            size = survey.unpacked(stream, most)
        except Swollen as error:
            raise TooBig(_too_much(f"object {stream.number} of the PDF unpacks", most)) from error
        except Spoiled:
            if not stream.is_picture:
                spoiled.add(stream.number)
            continue
        spoiled.discard(stream.number)
        together += 0 if stream.is_picture else size
        if together > STREAMS:
            raise TooBig(_too_much("the objects of the PDF unpack", STREAMS))
    refuse_endless(survey)
    return spoiled | survey.missing


def _too_much(what: str, most: int) -> str:
    return f"{what} to more than {most // _MEGABYTE} MB; those of a report are smaller"


def check_count(document: Document, count: int) -> None:
    """Raise Damaged where an engine reads another number of pages than there are."""
    if document.pages != count:
        raise Damaged(
            f"the PDF has {count} pages, of which {document.pages} can be read; offer a whole copy"
        )
