"""The weight of a font without a name: how thick the stems of its letters are.

Fonts whose letters are drawn by the page itself (Type 3) have no name and no figure that an engine
could ask for. Chromium makes such of every OpenType font with PostScript outlines.
"""

from __future__ import annotations

import ctypes
import math
import struct
from collections.abc import Iterator
from statistics import median

import pypdfium2.raw as raw

from . import calls

# So many pixels are a font's size where it is measured, and so many objects are looked at.
_PIXELS = 64
_SAMPLES = 24
# Stems are thicker than this in parts of the size: 13 regular faces have 0.06 to 0.10, 12 bold
# ones 0.12 to 0.19.
_BOLD = 0.11
# Fewer crossings of letters tell nothing.
_CROSSINGS = 20
# Objects of more pixels than this are no words.
_LARGEST = 1 << 21
# A pixel is ink when it covers half of what is under it.
_INK = bytes(b"x"[0] if alpha > 127 else b" "[0] for alpha in range(256))


class Stems:
    """Measures the fonts of one page, and looks at the page once, when it is first asked."""

    def __init__(self, document: int, page: int) -> None:
        self._document = document
        self._page = page
        self._samples: dict[int, list[int]] | None = None

    def are_bold(self, font: int) -> bool:
        """Tell whether the letters that a page sets in a font have thick stems."""
        if self._samples is None:
            self._samples = _samples(self._page)
        found = [part for item in self._samples.get(font, ()) for part in self._crossings(item)]
        return len(found) >= _CROSSINGS and median(found) > _BOLD * _PIXELS

    def _crossings(self, item: int) -> Iterator[int]:
        """Yield how wide the ink is wherever a line of pixels crosses a letter."""
        scale = _scale(item)
        bitmap = calls.drawn(self._document, self._page, item, scale) if scale else None
        if not bitmap:
            return
        stride, width = calls.get_stride(bitmap), calls.get_width(bitmap)
        pixels = ctypes.string_at(calls.get_pixels(bitmap), stride * calls.get_height(bitmap))
        calls.destroy(bitmap)
        for start in range(0, len(pixels), stride):
            opacity = pixels[start + 3 : start + 4 * width : 4]
            yield from map(len, opacity.translate(_INK).split())


def _samples(page: int) -> dict[int, list[int]]:
    """Return some text objects of each font on a page."""
    found: dict[int, list[int]] = {}
    for index in range(raw.FPDFPage_CountObjects(ctypes.cast(page, raw.FPDF_PAGE))):
        item = calls.get_object(page, index)
        if calls.get_type(item) == raw.FPDF_PAGEOBJ_TEXT:
            of_font = found.setdefault(calls.get_font(item), [])
            if len(of_font) < _SAMPLES:
                of_font.append(item)
    return found


def _scale(item: int) -> float:
    """Return how much larger a text object has to be drawn, 0 where that is too much."""
    size, matrix, box = bytearray(4), bytearray(24), bytearray(16)
    at = calls.address(box)
    if not (
        calls.get_size(item, calls.address(size))
        and calls.get_object_matrix(item, calls.address(matrix))
        and calls.get_bounds(item, at, at + 4, at + 8, at + 12)
    ):
        return 0.0
    _, _, c, d, _, _ = struct.unpack("6f", matrix)
    height = struct.unpack("f", size)[0] * math.hypot(c, d)
    scale = _PIXELS / height if height > 0 else 0.0
    left, bottom, right, top = struct.unpack("4f", box)
    return scale if (right - left) * (top - bottom) * scale * scale <= _LARGEST else 0.0
