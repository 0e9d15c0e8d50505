"""What a document may hold: more is no report and may be made to harm."""

from __future__ import annotations

from .document import Document
from .errors import TooBig

PAGES = 1_000
CHARACTERS = 5_000_000
# The longest edge of a page in points, as the PDF standard had it: 200 inches.
EDGE = 14_400


def check_pdf(data: bytes, password: str | None) -> None:
    """Refuse a PDF of too many or too large pages before any of them is read.

    Raises TooBig, and Encrypted, NoPages or Damaged where it does not open.
    """
    # A text is checked for its length without the engine that PDFs need.
    import pypdfium2.raw as raw

    from .pdf import pdfium

    with pdfium.opened(data, password) as document:
        count = len(document)
        if count > PAGES:
            raise TooBig(f"the PDF has {count:,} pages; a report has at most {PAGES:,}")
        size = raw.FS_SIZEF()
        for index in range(count):
            found = raw.FPDF_GetPageSizeByIndexF(document.raw, index, size)
            if found and max(size.width, size.height) > EDGE:
                raise TooBig(
                    f"page {index + 1} measures {size.width:.0f} × {size.height:.0f} points; "
                    f"a page has at most {EDGE:,}"
                )


def check_length(document: Document) -> None:
    """Raise TooBig for a document whose text is too long."""
    length = sum(len(line.text) for line in document.lines)
    if length > CHARACTERS:
        raise TooBig(f"it has {length:,} characters; a report has at most {CHARACTERS:,}")
