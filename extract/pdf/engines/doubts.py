"""Text objects of which it is doubtful that they are seen, told without drawing their page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2.raw as raw

from ...document import Box
from ..page import COVERED
from . import calls
from .drawing import PAGE, Draughtsman, Drawing
from .typefaces import Typefaces
from .view import View

# What is behind a word where nothing is drawn; colours that are alike agree in these bits.
_WHITE, _ALIKE = 0xFFFFFF, 0xF0F0F0
# What cuts off less of a word, in points, hides nothing of it.
_SLACK = 1.0
# A recogniser's words are so many of its page.
_NEARLY_ALL = 0.9


@dataclass(slots=True)
class Doubts:
    """The text objects of a page that are read, in what is drawn there."""

    drawing: Drawing
    draughtsman: Draughtsman
    view: View
    faces: Typefaces
    _numbers: dict[int, int] = field(default_factory=dict)

    def found(self, *, everywhere: bool) -> set[int]:
        """Return those that may be unseen; print that only cuts out other drawings is seen."""
        found = {owner for owner, _ in self.faces.runs} if everywhere else set()
        found |= {owner for owner in self.faces.undrawn if not self._is_on_picture(owner)}
        found |= {owner for owner in self.faces.clipped if self._is_cut(owner)}
        found.update(
            self.faces.dim, self.drawing.veiled, self._like_their_ground(), self._under_others()
        )
        return {owner for owner in found if calls.get_mode(owner) < raw.FPDF_TEXTRENDERMODE_CLIP}

    def are_laid(self) -> bool:
        """Tell whether nearly all lie undrawn on pictures, or under one that covers the page."""
        runs, undrawn = self.faces.runs, self.faces.undrawn
        if undrawn and sum(owner in undrawn for owner, _ in runs) >= _NEARLY_ALL * len(runs):
            return any(map(self._is_on_picture, undrawn))
        width, height = self.view.size
        under, area = _NEARLY_ALL * len(self.drawing.texts), COVERED * width * height
        covers = self.drawing.covers
        return any(c.after >= under > 0 and c.fill is None and c.box.area >= area for c in covers)

    def _is_on_picture(self, owner: int) -> bool:
        """Tell whether one lies on a picture: if it is not drawn, its words are seen there."""
        box, covers = self._box(owner), self.drawing.covers
        return box is not None and any(
            cover.fill is None and cover.box.holds(*box.centre) for cover in covers
        )

    def _is_cut(self, owner: int) -> bool:
        """Tell whether a clip may cut off something of one; in a form both stand as there."""
        clip, box = calls.get_clip(owner), self.draughtsman.box(owner, PAGE, self.view)
        clips = (_clip(clip, n, self.view) for n in range(calls.count_clips(clip)))
        return box is not None and not all(_surrounds(each, box) for each in clips)

    def _like_their_ground(self) -> Iterator[int]:
        """Yield those of the colour of what is behind them, or behind which is a picture."""
        covers = self.drawing.covers
        grounds = {_WHITE & _ALIKE, *(c.fill & _ALIKE for c in covers if c.fill is not None)}
        like = {s for s in self.faces.styles.values() if s.colour & _ALIKE in grounds}
        for owner, run in self.faces.runs if like else ():
            if run.style in like and (box := self._box(owner)):
                ground = self._ground(owner, box)
                if ground is None or ground & _ALIKE == run.style.colour & _ALIKE:
                    yield owner

    def _ground(self, owner: int, box: Box) -> int | None:
        """Return the colour behind one, None where it may be any."""
        before, covers = self._number(owner), reversed(self.drawing.covers)
        under = (c for c in covers if c.after <= before and c.box.holds(*box.centre))
        found = next(under, None)
        return found.fill if found else _WHITE

    def _under_others(self) -> Iterator[int]:
        """Yield those over which something is drawn."""
        late = [cover for cover in self.drawing.covers if cover.after]
        bands = [(run.y0, run.y1, run.turn, owner) for owner, run in self.faces.runs if late]
        for cover in late:
            _, top, _, bottom = cover.box
            for y0, y1, turn, owner in bands:
                if (y0 < bottom and top < y1) or turn:
                    box = self._box(owner) if self._number(owner) < cover.after else None
                    if box and box.meets(cover.box):
                        yield owner

    def _number(self, owner: int) -> int:
        """Return how many text objects are drawn before one, all where nobody looks so deep."""
        if not self._numbers:
            self._numbers = {owner: number for number, owner in enumerate(self.drawing.texts)}
        return self._numbers.get(owner, len(self._numbers))

    def _box(self, owner: int) -> Box | None:
        return self.draughtsman.box(owner, self.drawing.placed.get(owner, PAGE), self.view)


def _clip(clip: int, path: int, view: View) -> Box | None:
    """Return where the corners of a path of a clip are seen, None of a path without any."""
    corners = [_corner(clip, path, n) for n in range(max(0, calls.count_corners(clip, path)))]
    return Box.around(view.rect(*corner, *corner) for corner in corners) if corners else None


def _corner(clip: int, path: int, number: int) -> tuple[float, float]:
    point = bytearray(8)
    at = calls.address(point)
    calls.get_point(calls.get_corner(clip, path, number), at, at + 4)
    x, y = memoryview(point).cast("f")
    return x, y


def _surrounds(clip: Box | None, box: Box) -> bool:
    if not clip:
        return False
    return (
        clip.x0 <= box.x0 + _SLACK
        and clip.y0 <= box.y0 + _SLACK
        and box.x1 <= clip.x1 + _SLACK
        and box.y1 <= clip.y1 + _SLACK
    )
