"""Words near a place of a page, without a look at all the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ..page import Token


class Places:
    """The words of a page by where they begin and by their baselines."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Sort the words both ways; of two at one place the first drawn stays first."""
        self._tokens = tokens
        self._lefts = sorted((token.x0, n) for n, token in enumerate(tokens))
        self._bases = sorted((token.base, n) for n, token in enumerate(tokens))
        self.tallest = max((token.y1 - token.y0 for token in tokens), default=0.0)

    def within(self, x0: float, top: float, x1: float, bottom: float) -> list[Token]:
        """Return the words that begin and have their baselines in a box, in the order of drawing.

        Both ends are in it. What is looked at are the words of its columns or of its rows,
        whichever are fewer.
        """
        beside = _between(self._lefts, x0, x1)
        level = _between(self._bases, top, bottom)
        found = (self._tokens[n] for n in sorted(n for _, n in min(beside, level, key=len)))
        return [word for word in found if x0 <= word.x0 <= x1 and top <= word.base <= bottom]


def _between(
    places: Sequence[tuple[float, int]], least: float, most: float
) -> Sequence[tuple[float, int]]:
    return places[bisect_left(places, (least, -1)) : bisect_right(places, (most, len(places)))]
