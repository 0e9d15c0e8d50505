"""Text file -> Document."""

import hashlib
from collections.abc import Iterator, Sequence

import regex

from ..document import Document, Line
from ..markup import is_empty_quote
from .decode import decode
from .flattened import keeps_columns, refuse_flattened
from .numbered import by_number

# Line ends of every system, and of word processors; a form feed ends a page.
_LINE_END = regex.compile(r"\r\n|[\r\n\v\x85\u2028\u2029]")
_PAGE_END = "\f"


def read_text(data: bytes, path: str) -> Document:
    """Return the document in the bytes of a text file.

    Pages end at form feeds; a blank line, an empty quotation or a new page makes a gap; where all
    lines are set with double spacing, more than the least number of blank lines does. No line has
    a box.
    Raises EmptyDocument, NotText or Flattened.
    """
    text = decode(data)
    pages = text.split(_PAGE_END)
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    rows: Sequence[Sequence[str]] = [_LINE_END.split(page) for page in pages]
    lines = _lines(rows)
    refuse_flattened(lines)
    unsure = frozenset[int]()
    if keeps_columns(lines):
        from .columns import lines_in_columns  # a text without columns is read without the PDF room

        rows = by_number(rows)
        lines, unsure = lines_in_columns(rows)
    return Document(
        document_id=hashlib.sha256(data).hexdigest(),
        path=path,
        media_type="text/plain",
        pages=len(rows),
        bytes=len(data),
        lines=tuple(lines),
        unsure=unsure,
    )


def _lines(pages: Sequence[Sequence[str]]) -> list[Line]:
    spaced = [list(_spaced(rows)) for rows in pages]
    inside = [blanks for page in spaced for blanks, _ in page[1:]]
    usual = _usual(inside)
    lines: list[Line] = []
    for page, found in enumerate(spaced, 1):
        parted = True
        for blanks, printed in found:
            lines.append(Line(len(lines) + 1, page, printed, parted or blanks > usual))
            parted = is_empty_quote(printed)
    return lines


def _spaced(rows: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the printed lines of a page, each with the number of blank ones before it."""
    blanks = 0
    for printed in rows:
        if printed.strip():
            yield blanks, printed.rstrip()
        blanks = 0 if printed.strip() else blanks + 1


def _usual(blanks: Sequence[int]) -> int:
    """Return how many blank lines part the lines of a block: none, unless all lines are parted.

    In a text that is set with double spacing no two lines stand together; then the least distance
    is no gap.
    """
    return min(blanks) if blanks and max(blanks) > min(blanks) else 0
