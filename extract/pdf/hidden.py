"""Words that nobody sees: a recogniser has laid them under the picture of a page, or drawn nothing.

Whichever engine reads a document, pdfium tells of them: pdfminer does not keep how text is drawn.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pypdfium2.raw as raw

from . import calls, pdfium
from .page import Page

# A picture that covers so much of a page is what is seen of it.
COVERED = 0.5
# So many characters of a page are looked at, of which this share is hidden where all are.
_SAMPLE = 200
_SHARE = 0.9


def covered(page: Page) -> bool:
    """Tell whether one picture covers most of a page."""
    whole = page.width * page.height
    return any(box.area >= COVERED * whole for box in page.pictures)


def hidden_pages(data: bytes, password: str | None, numbers: Collection[int]) -> frozenset[int]:
    """Return those of some pages, by number, whose words are hidden. Raises as an engine does."""
    if not numbers:
        return frozenset()
    with pdfium.opened(data, password) as document:
        return frozenset(n for n in numbers if _is_hidden(document.raw, n - 1))


def _is_hidden(document: Any, index: int) -> bool:  # noqa: ANN401 - ctypes
    page = raw.FPDF_LoadPage(document, index)
    text = raw.FPDFText_LoadPage(page) if page else None
    try:
        return bool(text) and (_are_undrawn(text) or _are_under_picture(page))
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
        if page:
            raw.FPDF_ClosePage(page)


def _are_undrawn(text: Any) -> bool:  # noqa: ANN401 - ctypes
    """Tell whether nearly all characters of a page are set, and not drawn."""
    count = raw.FPDFText_CountChars(text)
    some = range(0, count, 1 + count // _SAMPLE)
    items = [item for n in some if (item := raw.FPDFText_GetTextObject(text, n))]
    undrawn = sum(
        raw.FPDFTextObj_GetTextRenderMode(item) == raw.FPDF_TEXTRENDERMODE_INVISIBLE
        for item in items
    )
    return bool(items) and undrawn >= _SHARE * len(items)


def _are_under_picture(page: Any) -> bool:  # noqa: ANN401 - ctypes
    """Tell whether a picture is drawn over all text of a page."""
    found = [raw.FPDFPage_GetObject(page, n) for n in range(raw.FPDFPage_CountObjects(page))]
    kinds = [raw.FPDFPageObj_GetType(item) for item in found]
    if raw.FPDF_PAGEOBJ_TEXT not in kinds or raw.FPDF_PAGEOBJ_FORM in kinds:
        return False
    last = max(n for n, kind in enumerate(kinds) if kind == raw.FPDF_PAGEOBJ_TEXT)
    whole = raw.FPDF_GetPageWidthF(page) * raw.FPDF_GetPageHeightF(page)
    over = zip(found[last:], kinds[last:], strict=True)
    areas = [_area(item) for item, kind in over if kind == raw.FPDF_PAGEOBJ_IMAGE]
    return any(area >= COVERED * whole for area in areas)


def _area(item: Any) -> float:  # noqa: ANN401 - ctypes
    box = bytearray(16)
    at = calls.address(box)
    if not calls.get_bounds(calls.handle(item), at, at + 4, at + 8, at + 12):
        return 0.0
    left, bottom, right, top = memoryview(box).cast("f")
    return float((right - left) * (top - bottom))
