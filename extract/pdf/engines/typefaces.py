"""Type, direction and baseline of pdfium's text objects."""

from __future__ import annotations

import ctypes
import struct
from math import atan2, hypot, pi
from typing import NamedTuple

import pypdfium2.raw as raw
import regex

from ..page import ASCENT, DESCENT, Style
from . import calls
from .stems import Stems
from .symbols import holds_signs
from .view import View

_QUARTER = pi / 2
# Lato-Bold   HelveticaNeue-Heavy   OpenSans-SemiBold   CMBX12
_BOLD = regex.compile(r"bold|black|heavy|demi|^cmbx|^cmssbx|^sfbx", regex.I)
# Lato-Light   BitstreamVeraSans-Roman
_REGULAR = regex.compile(r"regular|roman|book|light|thin|medium|italic|oblique", regex.I)
_BOLD_WEIGHT = 600
# What is smaller, in points, or of less of 255 parts of its colour, may not be seen.
_TINY = 1.0
_CLEAR = 32
_BLACK = (0, 0, 0, 255)
# What leans by less is upright.
_UPRIGHT = 0.05
# ABCDEF+Lato-Bold: the mark of a subset before the font's name
_SUBSET = regex.compile(r"^[A-Z]{6}\+")


class Run(NamedTuple):
    """What the words of one text object share.

    `plain` where page and text are upright and its font is of letters, `named` where its font says
    which characters it sets. Letters that are slanted without a face for it lean by `slant`, in
    parts of their height.
    """

    style: Style
    turn: int
    base: float
    y0: float
    y1: float
    plain: bool
    named: bool
    slant: float = 0.0


class Typefaces:
    """Reads text objects. What it keeps of fonts holds for one page, while pdfium holds them.

    Of a page `styles` are all, `runs` those that were read, `undrawn` those that leave no print,
    `dim` those that may leave none that is seen, `clipped` those that something may be cut off.
    """

    def __init__(self) -> None:
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._styles: dict[Style, Style] = {}
        self.styles: dict[tuple[int, float, int], Style] = {}
        self.runs: list[tuple[int, Run]] = []
        self.undrawn: set[int] = set()
        self.dim: set[int] = set()
        self.clipped: set[int] = set()
        self._matrix = bytearray(24)
        self._colour = bytearray(16)
        self._matrix_at = calls.address(self._matrix)
        self._colour_at = calls.address(self._colour)
        self._unpack_matrix = struct.Struct("6f").unpack_from
        self._unpack_colour = struct.Struct("4I").unpack_from

    def turn_to(self, stems: Stems) -> None:
        """Go on with the next page, whose stems tell the weight of fonts without a name."""
        self._fonts.clear()
        for found in (self.styles, self.runs, self.undrawn, self.dim, self.clipped):
            found.clear()
        self._stems = stems

    def run(self, text: int, index: int, owner: int, view: View) -> Run:
        """Return what the words of a text object share, `index` being one of its characters."""
        calls.get_matrix(text, index, self._matrix_at)
        a, b, c, d, e, f = self._unpack_matrix(self._matrix)
        size = calls.get_font_size(text, index) * (hypot(c, d) if c else abs(d))
        if size < 0:  # a size below nothing turns type upside down, as its matrix does
            a, b, size = -a, -b, -size
        turn = (round(-atan2(b, a) / _QUARTER) + view.turn) % 4 if b or a < 0 else view.turn
        x, y = view.point(e, f) if view.turn else (e - view.left, view.top - f)
        at = self._colour_at
        is_filled = calls.get_fill(owner, at, at + 4, at + 8, at + 12)
        red, green, blue, alpha = self._unpack_colour(self._colour) if is_filled else _BLACK
        style = self._style(calls.get_font(owner), round(size, 1), red << 16 | green << 8 | blue)
        named = calls.has_map_error(text, index) <= 0
        mode = calls.get_mode(owner)
        if mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE and not style.bold:
            style = self._one(style._replace(bold=True))
        if alpha < _CLEAR or mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
            self.undrawn.add(owner)
        elif size < _TINY or calls.has_transparency(owner):
            self.dim.add(owner)
        if calls.count_clips(calls.get_clip(owner)) > 0:
            self.clipped.add(owner)
        if turn % 2:
            run = Run(style, turn, x, y, y, False, named)
        else:
            slant = c / d if c and d and not b and abs(c) > _UPRIGHT * abs(d) else 0.0
            plain = view.turn == turn == 0 and not (slant or holds_signs(style.font))
            run = Run(style, turn, y, y - ASCENT * size, y + DESCENT * size, plain, named, slant)
        self.runs.append((owner, run))
        return run

    def _style(self, font: int, size: float, colour: int) -> Style:
        known = self.styles.get((font, size, colour))
        if known:
            return known
        if font not in self._fonts:
            self._fonts[font] = self._face(font)
        name, bold = self._fonts[font]
        style = self.styles[font, size, colour] = self._one(Style(size, bold, name, colour))
        return style

    def _one(self, style: Style) -> Style:
        """Return one style for all its equals: they are compared so often."""
        return self._styles.setdefault(style, style)

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


def plain_name(name: str) -> str:
    """Return a font's name without the mark of a subset."""
    return _SUBSET.sub("", name)


def is_bold(name: str) -> bool:
    """Tell whether a font is bold by its name."""
    return bool(_BOLD.search(name))
