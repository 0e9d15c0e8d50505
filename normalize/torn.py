"""Names torn over the rows of a table or the lines of a column, made whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..extract.printed import Printed
from .names import Resolution

# A name takes so many cells at most: 'SANTIAGO' / 'DE' / 'CHILE'.
_CELLS = 3
# What a reading of cells costs: a name that the register knows costs nothing, so known names win
# over pieces, and pieces over joints that nobody knows.
_PLACE = 0.6
_AMBIGUOUS = 0.3
_MISPRINT = 0.5
_UNKNOWN = 1.0
_OUT_OF_ORDER = 1.2


def whole_names(
    cells: Sequence[Printed], resolve: Callable[[str], Resolution]
) -> tuple[Printed, ...]:
    """Return the names in cells that stand one under the other.

    The cheapest reading of the column wins, by dynamic programming; of two the one with fewer
    joints. Cells join into a name of the register, or into an unknown name where the second cell
    stands out of the alphabetical order of the column and the first does not.
    """
    known = [_cost(cells, at, at + 1, resolve) == 0 for at in range(len(cells))]
    if all(known):
        return tuple(cells)
    best: list[tuple[float, int, tuple[Printed, ...]]] = [(0.0, 0, ())]
    for end in range(1, len(cells) + 1):
        options = []
        for taken in range(1, min(_CELLS, end) + 1):
            start = end - taken
            if taken > 1 and all(known[start:end]):
                continue  # apart they cost nothing, and no joint
            cost = _cost(cells, start, end, resolve)
            if cost is not None:
                name = Printed.join(cells[start:end])
                before = best[start]
                options.append((before[0] + cost, before[1] + taken - 1, (*before[2], name)))
        best.append(min(options, key=lambda option: option[:2]))
    return best[-1][2]


def _cost(
    cells: Sequence[Printed], start: int, end: int, resolve: Callable[[str], Resolution]
) -> float | None:
    found = resolve(" ".join(cell.text for cell in cells[start:end]))
    single = end - start == 1
    match found.status:
        case "resolved" if found.method != "fuzzy":
            return 0.0
        case "resolved":
            return _MISPRINT
        case "ambiguous":
            return _AMBIGUOUS
        case "place":
            return _PLACE
        case _ if single:
            return _UNKNOWN
        case _ if end - start == 2 and _is_out_of_order(cells, start):
            return _OUT_OF_ORDER
    return None


def _is_out_of_order(cells: Sequence[Printed], start: int) -> bool:
    if start + 2 >= len(cells):
        return False
    first, second, after = (cells[start + n].text.casefold() for n in range(3))
    return first <= after < second
