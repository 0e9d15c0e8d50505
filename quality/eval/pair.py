"""Which activity of the ledger is which of the gold."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from .fold import fold
from .told import Activity

# Gold and ledger; one side is None for an activity that is missed or extra.
Pair = tuple[Activity | None, Activity | None]
# The surest likeness first. A date is enough only when both sides have one activity left with it.
_LIKENESSES: tuple[tuple[Callable[[Activity], Hashable], bool], ...] = (
    (lambda activity: (activity.title, activity.days), False),
    (lambda activity: activity.title, False),
    (lambda activity: fold(activity.title), False),
    (lambda activity: activity.days, True),
)


def pair(gold: Sequence[Activity], found: Sequence[Activity]) -> list[Pair]:
    """Pair activities by title and date, then by title, then by title folded, then by date.

    Those of the gold come in its order, None beside one that is missed; extra ones follow.
    """
    matched: dict[int, int] = {}
    for likeness, only in _LIKENESSES:
        _match(matched, [likeness(a) for a in gold], [likeness(a) for a in found], only=only)
    taken = set(matched.values())
    pairs: list[Pair] = [
        (a, found[matched[n]] if n in matched else None) for n, a in enumerate(gold)
    ]
    return [*pairs, *((None, a) for n, a in enumerate(found) if n not in taken)]


def _match(
    matched: dict[int, int], gold: Sequence[Hashable], found: Sequence[Hashable], *, only: bool
) -> None:
    """Add pairs of equal keys among the unmatched, in order; if `only`, those of unique keys."""
    taken = set(matched.values())
    free = [n for n in range(len(found)) if n not in taken]
    left = [n for n in range(len(gold)) if n not in matched]
    for n in left:
        same = [m for m in free if found[m] == gold[n]]
        alone = len(same) == 1 and sum(gold[k] == gold[n] for k in left) == 1
        if same and (alone or not only):
            matched[n] = same[0]
            free.remove(same[0])
