"""Type, direction and baseline of pdfium's text objects."""

from __future__ import annotations

import ctypes
import math
import struct
from typing import NamedTuple

import regex

from . import calls
from .page import ASCENT, DESCENT, Style
from .stems import Stems
from .symbols import holds_signs
from .view import View

_QUARTER = math.pi / 2
# Lato-Bold   HelveticaNeue-Heavy   OpenSans-SemiBold   CMBX12
_BOLD = regex.compile(r"bold|black|heavy|demi|^cmbx|^cmssbx|^sfbx", regex.I)
# Lato-Light   BitstreamVeraSans-Roman
_REGULAR = regex.compile(r"regular|roman|book|light|thin|medium|italic|oblique", regex.I)
_BOLD_WEIGHT = 600
# ABCDEF+Lato-Bold: the mark of a subset before the font's name
_SUBSET = regex.compile(r"^[A-Z]{6}\+")


class Run(NamedTuple):
    """What the words of one text object share.

    `plain` where page and text are upright and its font is of letters, `named` where its font says
    which characters it sets.
    """

    style: Style
    turn: int
    base: float
    y0: float
    y1: float
    plain: bool
    named: bool


class Typefaces:
    """Reads text objects. What it keeps of fonts holds for one page, while pdfium holds them."""

    def __init__(self) -> None:
        self._fonts: dict[int | None, tuple[str, bool]] = {}
        self._styles: dict[Style, Style] = {}
        self._matrix = bytearray(24)
        self._colour = bytearray(16)
        self._matrix_at = calls.address(self._matrix)
        self._colour_at = calls.address(self._colour)
        self._unpack_matrix = struct.Struct("6f").unpack_from
        self._unpack_colour = struct.Struct("4I").unpack_from

    def turn_to(self, stems: Stems) -> None:
        """Go on with the next page, whose stems tell the weight of fonts without a name."""
        self._fonts.clear()
        self._stems = stems

    def run(self, text: int, index: int, owner: int, view: View) -> Run:
        """Return what the words of a text object share, `index` being one of its characters."""
        calls.get_matrix(text, index, self._matrix_at)
        a, b, c, d, e, f = self._unpack_matrix(self._matrix)
        size = calls.get_font_size(text, index) * (math.hypot(c, d) if c else abs(d))
        turn = (round(-math.atan2(b, a) / _QUARTER) + view.turn) % 4 if b or a < 0 else view.turn
        x, y = view.point(e, f) if view.turn else (e - view.left, view.top - f)
        font = calls.get_font(owner)
        if font not in self._fonts:
            self._fonts[font] = self._face(font)
        name, bold = self._fonts[font]
        told = Style(round(size, 1), bold, name, self._fill(owner))
        style = self._styles.setdefault(told, told)  # of equals one: they are compared so often
        named = calls.has_map_error(text, index) <= 0
        if turn % 2:
            return Run(style, turn, x, y, y, False, named)
        plain = view.turn == turn == 0 and not holds_signs(name)
        return Run(style, turn, y, y - ASCENT * size, y + DESCENT * size, plain, named)

    def _face(self, font: int) -> tuple[str, bool]:
        """Return name and weight of a font: the name tells, else the stems of its letters.

        A font's own figure for its weight tells only which are worth a look: what Ghostscript makes
        is heavy by it, whatever it is.
        """
        buffer = ctypes.create_string_buffer(128)
        calls.get_font_name(font, buffer, 128)
        name = plain_name(buffer.value.decode("utf-8", "replace"))
        if is_bold(name) or _REGULAR.search(name):
            return name, is_bold(name)
        is_light = name and calls.get_font_weight(font) < _BOLD_WEIGHT
        return name, not is_light and self._stems.are_bold(font)

    def _fill(self, owner: int) -> int:
        at = self._colour_at
        if not calls.get_fill(owner, at, at + 4, at + 8, at + 12):
            return 0
        red, green, blue, _ = self._unpack_colour(self._colour)
        return int(red << 16 | green << 8 | blue)


def plain_name(name: str) -> str:
    """Return a font's name without the mark of a subset."""
    return _SUBSET.sub("", name)


def is_bold(name: str) -> bool:
    """Tell whether a font is bold by its name."""
    return bool(_BOLD.search(name))
