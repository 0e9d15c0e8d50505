"""PDF files as documents: words -> runs -> blocks in reading order -> lines."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

from ..document import Box, Document, Line, Word
from ..errors import NeedsOcr
from . import pdfium
from .clues import Clues
from .lines import Leading, Row, level, rows
from .margins import Sheet, sheets
from .order import reading_order
from .page import Page, Style, Token
from .runs import Segment, runs
from .spaced import unspaced

Reader = Callable[[bytes, str | None], list[Page]]

# Pictures smaller than this, in points, are icons and bullets; thinner ones are rules.
_ICON = 20.0
# A picture that covers more of a page is its background.
_BACKGROUND = 0.5
_NO_STYLE = Style(0.0, False, "", 0)


def read_pdf(
    data: bytes, path: str, password: str | None = None, engine: str = "pdfium"
) -> Document:
    """Return the document in the bytes of a PDF, in reading order, every line with its box.

    Lines in the margins (running headers, page numbers) come first and last on their page.
    Raises Encrypted, Damaged, NoPages or NeedsOcr.
    """
    pages = _READERS[engine](data, password)
    if not any(page.tokens for page in pages):
        raise NeedsOcr("no page has text: the PDF is a scan and needs OCR; read it with --ocr")
    return Document(
        document_id=hashlib.sha256(data).hexdigest(),
        path=path,
        media_type="application/pdf",
        pages=len(pages),
        bytes=len(data),
        lines=tuple(_lines(pages)),
    )


def _read_with_pdfium(data: bytes, password: str | None) -> list[Page]:
    with pdfium.opened(data, password) as document:
        return list(pdfium.read_pages(document))


def _read_with_pdfplumber(data: bytes, password: str | None) -> list[Page]:
    from . import plumber

    with plumber.opened(data, password) as document:
        return list(plumber.read_pages(document))


_READERS: dict[str, Reader] = {
    "pdfium": _read_with_pdfium,
    "pdfplumber": _read_with_pdfplumber,
}


def _lines(pages: Sequence[Page]) -> list[Line]:
    clues = Clues.of(token for page in pages for token in page.tokens)
    found = [(page.height, runs(unspaced(page.tokens))) for page in pages]
    leaves = [
        _blocks(sheet, _obstacles(page, sheet.body), clues)
        for page, sheet in zip(pages, sheets(found, clues), strict=True)
    ]
    leading = Leading.of(block for _, blocks, _ in leaves for block in blocks)
    lines: list[Line] = []
    for page, (head, blocks, foot) in zip(pages, leaves, strict=True):
        margin = [Row(run, True) for run in head], [Row(run, True) for run in foot]
        for row, in_margin in (
            *((row, True) for row in margin[0]),
            *((row, False) for row in rows(blocks, leading)),
            *((row, True) for row in margin[1]),
        ):
            lines.append(_line(row, page, len(lines) + 1, in_margin))
    return lines


def _blocks(
    sheet: Sheet, obstacles: list[Segment], clues: Clues
) -> tuple[tuple[Segment, ...], list[list[Segment]], tuple[Segment, ...]]:
    blocks = reading_order([*sheet.body, *obstacles], clues)
    return sheet.head, [level(block) for block in blocks], sheet.foot


def _obstacles(page: Page, texts: Iterable[Segment]) -> list[Segment]:
    """Return the pictures that no text stands on, as runs without words."""
    whole = page.width * page.height
    centres = [((run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2) for run in texts]
    return [
        Segment((), *picture, picture.y1, _NO_STYLE, "")
        for picture in page.pictures
        if picture.x1 - picture.x0 >= _ICON
        and picture.y1 - picture.y0 >= _ICON
        and picture.area < _BACKGROUND * whole
        and not any(picture.holds(*centre) for centre in centres)
    ]


def _line(row: Row, page: Page, number: int, in_margin: bool) -> Line:
    run = row.run
    words: list[Word] = []
    at = 0
    for token in run.words:
        end = at + len(token.text)
        words.append(Word(at, end, _inside(page, token)))
        at = end + 1
    return Line(
        number=number,
        page=page.number,
        text=run.text,
        gap=row.gap,
        box=_inside(page, run),
        words=tuple(words),
        size=run.style.size,
        bold=run.style.bold,
        margin=in_margin,
    )


def _inside(page: Page, item: Segment | Token) -> Box:
    """Return the box of a run or word, cut to the page."""
    _, x0, y0, x1, y1, *_ = item
    if x0 >= 0 and y0 >= 0 and x1 <= page.width and y1 <= page.height:
        return Box(x0, y0, x1, y1)
    return Box(max(0.0, x0), max(0.0, y0), min(page.width, x1), min(page.height, y1))
