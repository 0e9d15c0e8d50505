"""pdfium's functions as cheap calls.

The calls below are made once a word and hold no lock, so they keep Python's own lock (PYFUNCTYPE):
a third of the cost of the same call through pypdfium2. pdfium runs in one thread in any case.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

Call = Callable[..., Any]


def _cheap(function: Any, result: Any, *arguments: Any) -> Call:  # noqa: ANN401 - ctypes
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None  # noqa: S101 - a function that was loaded has an address
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_handle, _int, _pointer = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p

get_loose_box = _cheap(raw.FPDFText_GetLooseCharBox, _int, _handle, _int, _pointer)
get_origin = _cheap(raw.FPDFText_GetCharOrigin, _int, _handle, _int, _pointer, _pointer)
get_text_object = _cheap(raw.FPDFText_GetTextObject, ctypes.c_void_p, _handle, _int)
get_matrix = _cheap(raw.FPDFText_GetMatrix, _int, _handle, _int, _pointer)
get_font_size = _cheap(raw.FPDFText_GetFontSize, ctypes.c_double, _handle, _int)
get_font = _cheap(raw.FPDFTextObj_GetFont, ctypes.c_void_p, _handle)
get_fill = _cheap(
    raw.FPDFPageObj_GetFillColor, _int, _handle, _pointer, _pointer, _pointer, _pointer
)
get_object = _cheap(raw.FPDFPage_GetObject, ctypes.c_void_p, _handle, _int)
get_type = _cheap(raw.FPDFPageObj_GetType, _int, _handle)
get_bounds = _cheap(
    raw.FPDFPageObj_GetBounds, _int, _handle, _pointer, _pointer, _pointer, _pointer
)
get_draw_mode = _cheap(raw.FPDFPath_GetDrawMode, _int, _handle, _pointer, _pointer)
