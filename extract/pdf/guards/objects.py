"""The objects of a PDF as bytes, to tell quickly what it cannot hold."""

from __future__ import annotations

from ..engines import pdfium
from .streams import Survey

_PACKED = b"/ObjStm"


def objects_of(data: bytes, password: str | None) -> list[bytes]:
    """Return the bytes of a PDF, and what comes out of the streams that hold objects.

    Raises as an engine does.
    """
    if _PACKED not in data:
        return [data]
    if b"/Encrypt" in data:
        with pdfium.opened(data, password) as document:
            data = pdfium.unlocked(document)
    streams = (stream for stream in Survey.of(data).streams if stream.holds_objects)
    return [data, *(stream.content(data) for stream in streams)]
