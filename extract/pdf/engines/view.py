"""From a page's own coordinates to the page as it is seen."""

from __future__ import annotations

from dataclasses import dataclass

from ...document import Box

_SIDE, _UPSIDE_DOWN, _OTHER_SIDE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class View:
    """The visible part of a page (its crop box, y upwards) and its quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turn % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is seen, from the top left corner."""
        if self.turn == _SIDE:
            return y - self.bottom, x - self.left
        if self.turn == _UPSIDE_DOWN:
            return self.right - x, y - self.bottom
        if self.turn == _OTHER_SIDE:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def rect(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Return where a rectangle of the page is seen."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
