"""Text that is turned to the side or upside down -> lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from ..chains import chains
from ..document import Box
from .glyphs import gap
from .page import Token
from .runs import WIDE, Segment

# Turned text this far into the text beside it, in points, still belongs to the margin.
_INTO = 2.0
# Words on one baseline stand so near to it, in parts of the size.
_LEVEL = 0.15


def turned_runs(tokens: Sequence[Token]) -> list[Segment]:
    """Return the runs of turned words in the order of drawing; each is a line by itself.

    The box of a run is as seen, and its bottom stands for its baseline.
    """
    return [_run(words) for words in chains((token for token in tokens if token.turn), _goes_on)]


def in_margin(run: Segment, beside: Sequence[Segment]) -> bool:
    """Tell whether a turned run stands left or right of all text in the body of its page."""
    if not beside:
        return True
    left, right = min(other.x0 for other in beside), max(other.x1 for other in beside)
    return run.x1 <= left + _INTO or run.x0 >= right - _INTO


def _goes_on(left: Token, right: Token) -> bool:
    size = max(left.style.size, right.style.size)
    if left.turn != right.turn or abs(left.base - right.base) > _LEVEL * size:
        return False
    return abs(gap(left, right)) <= WIDE * size


def _run(words: list[Token]) -> Segment:
    box = Box.around(Box(*word[1:5]) for word in words)
    text = " ".join(word.text for word in words)
    return Segment(tuple(words), *box, box.y1, words[0].style, text)
