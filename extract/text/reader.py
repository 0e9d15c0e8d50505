"""Text file -> Document."""

import hashlib

import regex

from ..document import Document, Line
from .decode import decode

# Line ends of every system; a form feed ends a page.
_LINE_END = regex.compile(r"\r\n|\r|\n")
_PAGE_END = "\f"


def read_text(data: bytes, path: str) -> Document:
    """Return the document in the bytes of a text file.

    Pages end at form feeds; a blank line or a new page makes a gap. No line has a box.
    Raises EmptyDocument or NotText.
    """
    text = decode(data)
    pages = text.split(_PAGE_END)
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    return Document(
        document_id=hashlib.sha256(data).hexdigest(),
        path=path,
        media_type="text/plain",
        pages=len(pages),
        bytes=len(data),
        lines=tuple(_lines(pages)),
    )


def _lines(pages: list[str]) -> list[Line]:
    lines: list[Line] = []
    for page, text in enumerate(pages, 1):
        gap = True
        for printed in _LINE_END.split(text):
            if printed.strip():
                lines.append(Line(len(lines) + 1, page, printed.rstrip(), gap))
            gap = not printed.strip()
    return lines
