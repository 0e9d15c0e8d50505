"""A page drawn in pixels, to compare how it looks."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from ...document import Box

# Levels of a colour that differ by no more look alike.
_FAINT = 16
# A page is drawn at a pixel a point, and with no more pixels than this.
_PIXELS = 1 << 22
_BYTES = 4  # of a pixel: blue, green, red, and one that is not used
_WHITE = 0xFFFFFFFF


class Pixels(NamedTuple):
    """A rectangle of pixels, from the top left corner; the last ones are not in it."""

    x0: int
    y0: int
    x1: int
    y1: int


class Sheet:
    """Draws one page as it is seen, white where nothing is on it."""

    def __init__(self, page: Any, size: tuple[float, float]) -> None:  # noqa: ANN401 - ctypes
        self._page = page
        width, height = size
        self._scale = min(1.0, math.sqrt(_PIXELS / max(1.0, width * height)))
        self._width, self._height = (max(1, round(self._scale * side)) for side in size)

    def drawn(self) -> bytes:
        """Return the pixels of the page as it is now."""
        buffer = ctypes.create_string_buffer(self._width * self._height * _BYTES)
        bitmap = raw.FPDFBitmap_CreateEx(
            self._width, self._height, raw.FPDFBitmap_BGRx, buffer, self._width * _BYTES
        )
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, self._width, self._height, _WHITE)
            raw.FPDF_RenderPageBitmap(bitmap, self._page, 0, 0, self._width, self._height, 0, 0)
            return buffer.raw
        finally:
            raw.FPDFBitmap_Destroy(bitmap)

    def pixels(self, box: Box) -> Pixels:
        """Return the pixels of a part of the page; none of them where it is off the page."""
        sides = zip(box, (self._width, self._height) * 2, strict=True)
        x0, y0, x1, y1 = (min(most, max(0.0, self._scale * side)) for side, most in sides)
        return Pixels(math.floor(x0), math.floor(y0), math.ceil(x1), math.ceil(y1))

    def differ(self, one: bytes, other: bytes, where: Pixels) -> bool:
        """Tell whether two drawings of the page look different in a part of it."""
        for row in self._rows(where, _BYTES):
            if one[row] != other[row] and any(
                abs(a - b) > _FAINT for a, b in zip(one[row], other[row], strict=True)
            ):
                return True
        return False

    def is_free(self, taken: bytearray, where: Pixels) -> bool:
        """Tell whether nothing stands in a part of the page, by a mark for each pixel."""
        return not any(1 in taken[row] for row in self._rows(where))

    def mark(self, taken: bytearray, where: Pixels) -> None:
        """Mark the pixels of a part of the page."""
        for row in self._rows(where):
            taken[row] = bytes((1,)) * len(taken[row])

    def unmarked(self) -> bytearray:
        """Return a mark for each pixel, none of them set."""
        return bytearray(self._width * self._height)

    def _rows(self, where: Pixels, size: int = 1) -> Iterator[slice]:
        """Yield where the rows of a part are, of `size` bytes a pixel."""
        x0, y0, x1, y1 = where
        for y in range(y0, y1 if x0 < x1 else y0):
            start = y * self._width
            yield slice((start + x0) * size, (start + x1) * size)
