"""Which row of a list is which: by all that it says, then by what it is about, then by place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from .change import Row

Pair = tuple[Row | None, Row | None]
Likeness = Callable[[Row], Hashable]
# Longer lists are paired by their order alone: finding what is common takes the square of it.
_LONGEST = 2000


def align(old: Sequence[Row], new: Sequence[Row], likenesses: Sequence[Likeness]) -> Iterator[Pair]:
    """Yield pairs of rows in order, None beside one that stands on one side alone.

    Between rows that are alike, those left over are paired by the next likeness; at the end, runs
    of equal length are paired by their order.
    """
    if not likenesses or max(len(old), len(new)) > _LONGEST:
        yield from _in_order(old, new)
        return
    likeness, *others = likenesses
    matcher = SequenceMatcher(
        None, list(map(likeness, old)), list(map(likeness, new)), autojunk=False
    )
    a = b = 0
    for block in matcher.get_matching_blocks():
        yield from align(old[a : block.a], new[b : block.b], others)
        a, b = block.a + block.size, block.b + block.size
        yield from zip(old[block.a : a], new[block.b : b], strict=True)


def _in_order(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Pair]:
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    yield from ((row, None) for row in old)
    yield from ((None, row) for row in new)
