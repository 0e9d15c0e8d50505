"""Entries that stand on small shapes of their own, as labels do: each is a cell of its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...chains import chains
from ...document import Box
from ..page import Token
from ..words.runs import Segment, by_line

# A pill is no higher than this and leaves no more white beside its words, in parts of the size.
_HIGH = 2.5
_WHITE = 1.3
# Shapes lower than this, in points, are rules, and higher ones pictures.
_RULE = 5.0
_HIGHEST = 40.0
# Pills of one line are no further apart, in parts of the size; cells of a table touch.
_NEAR = 2.5
_APART = 0.5


def on_pills(runs: Sequence[Segment], pictures: Sequence[Box]) -> list[Segment]:
    """Return runs with the entries that stand side by side on pills as one, parted by tabs."""
    shapes = [box for box in pictures if _RULE <= box.y1 - box.y0 <= _HIGHEST and _is_wide(box)]
    if not any(_go_beside(one, other) for one, other in pairwise(sorted(shapes, key=_place))):
        return list(runs)
    tops, bottoms = min(box.y0 for box in shapes), max(box.y1 for box in shapes)
    found = [run for run in runs if not tops <= run.base <= bottoms]
    for line in by_line(run for run in runs if tops <= run.base <= bottoms):
        parts = [part for run in line for part in _parts(run, shapes)]
        for row in chains(parts, _go_on):
            found.append(row[0][0] if len(row) == 1 else _row([run for run, _ in row]))
    return found


def _place(box: Box) -> tuple[int, float]:
    return round(box.y0), box.x0


def _go_beside(left: Box, right: Box) -> bool:
    """Tell whether two shapes stand side by side, a little apart: a quick no for most pages."""
    level = abs(left.y0 - right.y0) < _RULE
    return level and _APART <= right.x0 - left.x1 <= _HIGH * (left.y1 - left.y0)


def _is_wide(box: Box) -> bool:
    return box.x1 - box.x0 >= box.y1 - box.y0


def _parts(run: Segment, shapes: Sequence[Box]) -> Iterator[tuple[Segment, Box | None]]:
    """Yield a run, each part of it that stands on a pill by itself, with the pill."""
    near = [box for box in shapes if box.y0 <= run.base <= box.y1]
    near = [box for box in near if box.x0 < run.x1 and box.x1 > run.x0]
    if not near:
        yield run, None
        return
    pills = [_pill(word, near) for word in run.words]
    start = 0
    for n, (one, other) in enumerate(pairwise([*pills, None]), 1):
        if n == len(pills) or one != other:
            part = run if n - start == len(pills) else Segment.of(run.words[start:n])
            yield part, one if one and _fits(part, one) else None
            start = n


def _pill(word: Token, shapes: Sequence[Box]) -> Box | None:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return next((box for box in reversed(shapes) if box.holds(x, y)), None)


def _fits(run: Segment, box: Box) -> bool:
    size = run.style.size
    white = max(run.x0 - box.x0, box.x1 - run.x1)
    return box.y1 - box.y0 <= _HIGH * size and white <= _WHITE * size


def _go_on(left: tuple[Segment, Box | None], right: tuple[Segment, Box | None]) -> bool:
    """Tell whether two runs stand on pills side by side."""
    if left[1] is None or right[1] is None:
        return False
    near = right[0].x0 - left[0].x1 <= _NEAR * left[0].style.size
    return near and right[1].x0 - left[1].x1 >= _APART


def _row(runs: Sequence[Segment]) -> Segment:
    whole = Segment.of([word for run in runs for word in run.words])
    return whole._replace(text="\t".join(run.text for run in runs))
