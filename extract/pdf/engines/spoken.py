"""Print that is read in other words than it is drawn in: ligatures, small capitals (ActualText).

Of such a text object in a form pdfium gives boxes and origins as they are in the form; of any other
it gives those on the page.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

from . import calls
from .drawing import Form

# Places are one that differ by less, in points: the two are told in single and double precision.
_SAME = 0.01


class Spoken:
    """The text objects of a page that forms draw, and which of them are read in other words."""

    def __init__(self, placed: Mapping[int, Form]) -> None:
        self._placed = placed
        self._forms: dict[int, Form | None] = {}
        self._buffer = bytearray(64)
        self._at = calls.address(self._buffer)

    def form(self, text: int, index: int) -> Form | None:
        """Return the form that a character's boxes are in, None where they are on the page."""
        if not self._placed:
            return None
        owner = calls.get_text_object(text, index)
        if owner not in self._forms:
            form = self._placed.get(owner)
            self._forms[owner] = form if form and self._is_spoken(text, index, owner) else None
        return self._forms[owner]

    def _is_spoken(self, text: int, index: int, owner: int) -> bool:
        """Tell whether a character is where its text object is in the form, not on the page."""
        at = self._at
        calls.get_origin(text, index, at, at + 8)
        calls.get_object_matrix(owner, at + 16)
        calls.get_matrix(text, index, at + 40)
        x, y, *_, e, f = struct.unpack("2d6f", self._buffer[:40])
        *_, right, up = struct.unpack("6f", self._buffer[40:])
        return _are_one((x, y), (e, f)) and not _are_one((right, up), (e, f))


def _are_one(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < _SAME for a, b in zip(one, other, strict=True))
