"""What a page draws, in the order of drawing: text objects, pictures, and what may cover either."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2.raw as raw

from ...document import Box
from . import calls
from .view import View

# What is thinner, in points, covers no word: a rule, or the line under a word.
_THIN = 4.0
_PICTURES = {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING}

# Forms stand in one another so deep at most.
DEEP = 32

_Matrix = tuple[float, ...]


class Cover(NamedTuple):
    """An image or a filled shape that is drawn when so many text objects of its page are.

    `fill` is None where it may be of more colours than one.
    """

    box: Box
    after: int
    fill: int | None


class Form(NamedTuple):
    """What forms put on what they draw: where, how deep in one another, whether masked or cut."""

    matrix: _Matrix
    depth: int
    is_veiled: bool

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of what they draw is on the page."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def sides(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, ...]:
        """Return the sides on the page of a box in what they draw: left, bottom, right, top."""
        corners = [self.point(x, y) for x in (x0, x1) for y in (y0, y1)]
        (left, *_, right), (bottom, *_, top) = map(sorted, zip(*corners, strict=True))
        return left, bottom, right, top


PAGE = Form((1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 0, False)


@dataclass(slots=True)
class Drawing:
    """What a page draws: handles of its text objects, where pictures are seen, those that cover.

    `placed` are the text objects that are in forms.
    """

    texts: list[int] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    covers: list[Cover] = field(default_factory=list)
    placed: dict[int, Form] = field(default_factory=dict)

    @property
    def veiled(self) -> Iterator[int]:
        """The text objects that a form draws through a mask or clip, or blends with its ground."""
        return (item for item, form in self.placed.items() if form.is_veiled)


class Draughtsman:
    """Reads what pages draw; the buffers that pdfium writes into are made once for all pages."""

    def __init__(self) -> None:
        self._box, self._fill, self._mode = bytearray(16), bytearray(16), bytearray(8)
        self._box_at = calls.address(self._box)
        self._fill_at = calls.address(self._fill)
        self._mode_at = calls.address(self._mode)
        self._unpack = struct.Struct("4f").unpack_from

    def drawing(self, page: int, view: View) -> Drawing:
        """Return what a page draws, that in forms where their matrices put it."""
        found = Drawing()
        self._take_in(
            found, (calls.get_object(page, n) for n in range(calls.count_objects(page))), view
        )
        return found

    def box(self, item: int, form: Form, view: View) -> Box | None:
        """Return where an object is seen that a form draws; None of one without sides."""
        at = self._box_at
        if not calls.get_bounds(item, at, at + 4, at + 8, at + 12):
            return None
        sides = self._unpack(self._box)
        return view.rect(*(form.sides(*sides) if form.depth else sides))

    def _take_in(self, found: Drawing, items: Iterator[int], view: View, form: Form = PAGE) -> None:
        """Take in objects of a page or of a form on it."""
        get_type, texts = calls.get_type, found.texts
        for item in items:
            kind = get_type(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                texts.append(item)
                if form.depth:
                    found.placed[item] = form
            elif kind == raw.FPDF_PAGEOBJ_FORM:
                if form.depth < DEEP and (inside := _inside(item, form)):
                    inner = (calls.get_inner(item, n) for n in range(calls.count_inner(item)))
                    self._take_in(found, inner, view, inside)
            elif kind in _PICTURES and (box := self.box(item, form, view)):
                found.pictures.append(box)
                if min(box.x1 - box.x0, box.y1 - box.y0) >= _THIN and self._covers(kind, item):
                    found.covers.append(Cover(box, len(texts), self._colour(kind, item)))

    def _covers(self, kind: int, item: int) -> bool:
        """Tell whether something is laid over what is under it: what is only outlined is not."""
        if kind != raw.FPDF_PAGEOBJ_PATH:
            return True
        drawn = calls.get_draw_mode(item, self._mode_at, self._mode_at + 4)
        return bool(drawn and memoryview(self._mode).cast("i")[0])

    def _colour(self, kind: int, item: int) -> int | None:
        at = self._fill_at
        if kind != raw.FPDF_PAGEOBJ_PATH or not calls.get_fill(item, at, at + 4, at + 8, at + 12):
            return None
        red, green, blue, _ = memoryview(self._fill).cast("I")
        return int(red << 16 | green << 8 | blue)


def _inside(form: int, outer: Form) -> Form | None:
    """Return what a form puts on what it draws, None of one without a place."""
    matrix = bytearray(24)
    if not calls.get_object_matrix(form, calls.address(matrix)):
        return None
    inner = struct.unpack("6f", matrix)
    is_cut = calls.count_clips(calls.get_clip(form)) > 0
    is_veiled = outer.is_veiled or is_cut or bool(calls.has_transparency(form))
    return Form(_product(inner, outer.matrix), outer.depth + 1, is_veiled)


def _product(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """Return the matrix that does what one does, then the other."""
    a, b, c, d, e, f = inner
    A, B, C, D, E, F = outer  # noqa: N806 - as ISO 32000-1, 8.3.4 has them
    return (
        a * A + b * C,
        a * B + b * D,
        c * A + d * C,
        c * B + d * D,
        e * A + f * C + E,
        e * B + f * D + F,
    )
