"""The white beside a letter of which pdfium knows but the ink."""

from __future__ import annotations

import struct

from . import calls


class Ink:
    """Reads boxes of ink; the buffer that pdfium writes into is made once for all."""

    def __init__(self) -> None:
        self._buffer = bytearray(48)
        self._at = calls.address(self._buffer)
        self._unpack = struct.Struct("6d").unpack_from

    def with_white(self, text: int, index: int, left: float, right: float) -> tuple[float, float]:
        """Return the sides of a letter's loose box, with white at its right as it has at its left.

        pdfium knows but the ink of one whose text is not its font's, as that of small capitals is
        not in some files. Its loose box is that of its ink then, and its origin tells the white,
        unless it is a part of a ligature.
        """
        owner = calls.get_text_object
        if owner(text, index) in (owner(text, index - 1), owner(text, index + 1)):
            return left, right
        at = self._at
        calls.get_ink_box(text, index, at, at + 8, at + 16, at + 24)
        calls.get_origin(text, index, at + 32, at + 40)
        ink_left, ink_right, _, _, x, _ = self._unpack(self._buffer)
        white = left - x
        if (ink_left, ink_right) != (left, right) or not 0 < white < right - left:
            return left, right
        return x, right + white
