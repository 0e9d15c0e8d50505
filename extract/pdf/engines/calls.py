"""pdfium's functions as cheap calls.

These are called once a word or once a text object. They keep Python's lock (PYFUNCTYPE), which
makes a call cost a third of what it costs through pypdfium2; pdfium runs in one thread anyway.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

_at, _int, _long = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong
_float, _double, _size = ctypes.c_float, ctypes.c_double, ctypes.c_size_t


def _cheap(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:  # noqa: ANN401
    return ctypes.PYFUNCTYPE(result, *arguments)(handle(function))


def handle(pointer: Any) -> int:  # noqa: ANN401 - ctypes
    """Return the address that a handle, function or pointer stands for, 0 for none."""
    return ctypes.cast(pointer, _at).value or 0


def address(buffer: bytearray) -> int:
    """Return the address of a buffer. The buffer must outlive it and not change its length."""
    return ctypes.addressof((ctypes.c_char * len(buffer)).from_buffer(buffer))


get_loose_box = _cheap(raw.FPDFText_GetLooseCharBox, _int, _at, _int, _at)
get_ink_box = _cheap(raw.FPDFText_GetCharBox, _int, _at, _int, _at, _at, _at, _at)
get_origin = _cheap(raw.FPDFText_GetCharOrigin, _int, _at, _int, _at, _at)
get_text_object = _cheap(raw.FPDFText_GetTextObject, _at, _at, _int)
get_matrix = _cheap(raw.FPDFText_GetMatrix, _int, _at, _int, _at)
get_font_size = _cheap(raw.FPDFText_GetFontSize, _double, _at, _int)
is_generated = _cheap(raw.FPDFText_IsGenerated, _int, _at, _int)
has_map_error = _cheap(raw.FPDFText_HasUnicodeMapError, _int, _at, _int)
get_font = _cheap(raw.FPDFTextObj_GetFont, _at, _at)
get_font_name = _cheap(raw.FPDFFont_GetBaseFontName, _size, _at, _at, _size)
get_font_weight = _cheap(raw.FPDFFont_GetWeight, _int, _at)
get_fill = _cheap(raw.FPDFPageObj_GetFillColor, _int, _at, _at, _at, _at, _at)
has_transparency = _cheap(raw.FPDFPageObj_HasTransparency, _int, _at)
get_mode = _cheap(raw.FPDFTextObj_GetTextRenderMode, _int, _at)
count_objects = _cheap(raw.FPDFPage_CountObjects, _int, _at)
get_object = _cheap(raw.FPDFPage_GetObject, _at, _at, _int)
get_inner = _cheap(raw.FPDFFormObj_GetObject, _at, _at, _long)
count_inner = _cheap(raw.FPDFFormObj_CountObjects, _int, _at)
get_type = _cheap(raw.FPDFPageObj_GetType, _int, _at)
get_draw_mode = _cheap(raw.FPDFPath_GetDrawMode, _int, _at, _at, _at)
get_clip = _cheap(raw.FPDFPageObj_GetClipPath, _at, _at)
count_clips = _cheap(raw.FPDFClipPath_CountPaths, _int, _at)
count_corners = _cheap(raw.FPDFClipPath_CountPathSegments, _int, _at, _int)
get_corner = _cheap(raw.FPDFClipPath_GetPathSegment, _at, _at, _int, _int)
get_point = _cheap(raw.FPDFPathSegment_GetPoint, _int, _at, _at, _at)
get_bounds = _cheap(raw.FPDFPageObj_GetBounds, _int, _at, _at, _at, _at, _at)
get_size = _cheap(raw.FPDFTextObj_GetFontSize, _int, _at, _at)
get_object_matrix = _cheap(raw.FPDFPageObj_GetMatrix, _int, _at, _at)
drawn = _cheap(raw.FPDFTextObj_GetRenderedBitmap, _at, _at, _at, _at, _float)
get_width = _cheap(raw.FPDFBitmap_GetWidth, _int, _at)
get_height = _cheap(raw.FPDFBitmap_GetHeight, _int, _at)
get_stride = _cheap(raw.FPDFBitmap_GetStride, _int, _at)
get_pixels = _cheap(raw.FPDFBitmap_GetBuffer, _at, _at)
destroy = _cheap(raw.FPDFBitmap_Destroy, None, _at)
