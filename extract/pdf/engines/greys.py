"""Pages drawn in shades of grey, to measure what was recognised in their pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..page import Page
from . import pdfium

if TYPE_CHECKING:
    from PIL.Image import Image

# Scans have so many dots an inch, or about; a page is drawn with no more dots than this.
_DPI = 200
_INCH = 72  # points
_DOTS = 1 << 24


def greys(
    data: bytes, password: str | None, pages: Sequence[Page]
) -> Iterator[tuple[Image, float]]:
    """Yield pages as pictures, upright as read, and how many dots make a point. Raises Damaged."""
    import pypdfium2
    import pypdfium2.raw as raw

    with pdfium.opened(data, password) as document:
        for page in pages:
            area = max(1.0, page.width * page.height)
            scale = min(_DPI / _INCH, math.sqrt(_DOTS / area))
            width, height = (max(1, round(scale * side)) for side in (page.width, page.height))
            bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_Gray)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
            with pdfium.loaded(document, page.number, page.turned) as handle:
                raw.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, 0)
            yield bitmap.to_pil(), scale
            bitmap.close()
