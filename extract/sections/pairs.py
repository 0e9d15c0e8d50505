"""Names and titles that all stand apart: of two distances the smaller one is inside a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..edges import EVEN, is_at
from ..words import Text

# Distances differ that differ by more than this factor.
_OTHER = 1.25


def paired(texts: Sequence[Text]) -> Sequence[Text]:
    """Return lines without the white space that parts each name from its title.

    Every line stands apart from the one over it, names and titles in turn, those in one column at
    two distances. Else the lines stay as they are: of one distance nothing can be told.
    """
    if not all(text.gap for text in texts):
        return texts
    steps = [_step(above, text) for above, text in pairwise(texts)]
    known = [step for step in steps if step is not None]
    if not known or max(known) <= _OTHER * min(known):
        return texts
    near = [False, *(step is not None and step <= EVEN * min(known) for step in steps)]
    if any(both == (True, True) for both in pairwise(near)):
        return texts
    return [replace(text, gap=not joins) for text, joins in zip(texts, near, strict=True)]


def evenly(texts: Sequence[Text], under: Sequence[Text]) -> Sequence[Text]:
    """Return two of some lines, which stand under a label, as one block if all three are even.

    White space that parts a name from its label too is none between two people.
    """
    n = next((n for n, text in enumerate(texts) if under and text.line is under[0].line), 0)
    if len(under) != 2 or n == 0:
        return under
    first, second = _step(texts[n - 1], under[0]), _step(*under)
    if first is None or second is None or not first / EVEN <= second <= EVEN * first:
        return under
    return [under[0], replace(under[1], gap=False)]


def _step(above: Text, text: Text) -> float | None:
    """Return how far a line stands below another of its column, None of one of another column."""
    over, box = above.line.box, text.line.box
    if over is None or box is None or above.line.page != text.line.page:
        return None
    return box.y0 - over.y0 if is_at([over.x0], box.x0) and box.y0 > over.y0 else None
