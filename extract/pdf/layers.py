"""Layers of a PDF (optional content, ISO 32000-1, 8.11): may one be switched off?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .guard import STREAM
from .streams import Spoiled, Survey, Swollen

# /OCProperties << /D << /OFF [12 0 R] >> >>
_LAYERS = b"/OCProperties"
# /OFF [12 0 R]   /OFF 9 0 R   /BaseState /OFF   /ViewState /OFF   /P /AllOff   /VE [/Not 12 0 R]
_OFF = re.compile(rb"/OFF\s*(?:\[\s*\d|\d)|State\s*/OFF\b|/A(?:ll|ny)Off\b|/VE\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")


def may_hide(data: bytes) -> bool:
    """Tell whether a PDF may have a layer that is off, as its objects name it; most have none."""
    if _LAYERS not in data and not _PACKED.search(data):
        return False
    objects = list(_objects(data))
    return any(_LAYERS in each for each in objects) and any(_OFF.search(each) for each in objects)


def _objects(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a PDF, and what comes out of the streams that hold objects."""
    yield data
    for stream in Survey.of(data).streams if _PACKED.search(data) else ():
        if stream.holds_objects:
            try:
                yield b"".join(stream.pieces(data, STREAM))
            except (Spoiled, Swollen):
                continue
