"""Values of fields at the edge of a page, which are no header or footer whatever comes again."""

from __future__ import annotations

from collections.abc import Sequence

from ...shapes import PAGE_NUMBER
from ..columns.clues import is_label
from ..words.runs import Segment

# The baselines of a label and its value, or of two lines of one, are no further apart, in parts of
# the size; those of what stands on one line differ by so much.
_LEADING = 2.0
_LEVEL = 0.2


def is_value(run: Segment, runs: Sequence[Segment]) -> bool:
    """Tell whether a run stands beside the label of a field, or in a list of its type under one."""
    while not PAGE_NUMBER.match(run.text):
        _, x0, _, x1, _, base, style, _ = run
        level, top = _LEVEL * style.size, base - _LEADING * style.size
        beside = [o for o in runs if o.x1 <= x0 and -level <= o.base - base <= level]
        over = [o for o in runs if top <= o.base < base and o.x0 < x1 and x0 < o.x1]
        if any(map(is_label, beside)) or any(map(is_label, over)):
            return True
        above = next((other for other in over if other.style == style), None)
        if above is None:
            return False
        run = above
    return False
