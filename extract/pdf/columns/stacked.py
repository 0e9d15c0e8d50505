"""Bands one under the other: those that share gutters belong together."""

from __future__ import annotations

from ..words.runs import Segment
from .breaks import breaks
from .clues import Clues, is_date, is_label
from .gutters import FEW, Strip, gutter_width, gutters, is_stretched, left_open
from .labelled import fields_end, fits_labels, heads_labels, labels_in

# A gap in one line, up to this width, is no gutter where a line near it runs across.
_CHANCE = 2.5
# Lines of one paragraph are no further apart, and no further indented, in parts of the size.
_NEAR = 0.9
_INDENT = 3.0


def stacked(rows: list[list[Segment]], clues: Clues) -> list[list[Segment]]:
    """Return the groups of bands that share gutters, where none runs through all of them."""
    width = gutter_width([item for row in rows for item in row], FEW)
    single = [_is_single(rows, n) for n in range(len(rows))]
    if all(single):
        return [[item for row in rows for item in row]]
    forced = set(breaks(rows, clues))
    groups: list[list[list[Segment]]] = []
    strips: list[Strip] = []
    labels: list[Segment] = []
    end = 0
    for n, row in enumerate(rows):
        whole = _with_title(rows, n, clues)
        if n not in forced and n < end and fits_labels(whole, labels):
            groups[-1].append(row)
            continue
        anew = n in forced or bool(labels) or not groups
        if not anew and not _wraps(groups[-1][-1:], row):
            heads = _heads_anew(groups[-1], row, clues)
            anew = heads or _heads_wider(rows, n, strips, width, clues)
        labels = labels_in(row)
        end = n + fields_end(rows[n:], clues)
        left = [] if labels or anew else left_open(strips, whole, width)
        if not anew and (left if strips else single[n]):
            groups[-1].append(row)
            strips = left
            continue
        first: list[list[Segment]] = []
        if n and groups[-1] and heads_labels(rows[n - 1], row):
            first = [groups[-1].pop()]
        elif not anew and not single[n]:
            first = _pull_back(groups, row, width)
        groups.append([*first, row])
        strips = [] if single[n] else gutters([item for r in groups[-1] for item in r], width)
    return [[item for row in group for item in row] for group in groups if group]


def _heads_anew(group: list[list[Segment]], row: list[Segment], clues: Clues) -> bool:
    """Tell whether a band is a title under a single row of cells, as under captions."""
    return (
        _is_title(row, clues) and not is_date(row[0]) and sum(len(band) > 1 for band in group) == 1
    )


def _wraps(above: list[list[Segment]], row: list[Segment]) -> bool:
    """Tell whether a band is the next line of a title over it that a date stands beside."""
    beside = [item for over in above for item in over]
    return len(row) == 1 and any(_continues(i, row) for i in beside) and any(map(is_date, beside))


def _heads_wider(
    rows: list[list[Segment]], n: int, strips: list[Strip], width: float, clues: Clues
) -> bool:
    """Tell whether a title begins with a band, its date allowed for, over text of all columns."""
    below = n
    title = False
    while below < len(rows) and _is_title(rows[below], clues):
        title = title or not is_date(rows[below][0])
        below += 1
    return (
        bool(strips) and title and below < len(rows) and not left_open(strips, rows[below], width)
    )


def _is_title(row: list[Segment], clues: Clues) -> bool:
    """Tell whether a band is a line of a title or its date."""
    if len(row) != 1:
        return False
    return is_date(row[0]) or (clues.is_large(row[0]) and clues.is_heading(row[0]))


def _with_title(rows: list[list[Segment]], n: int, clues: Clues) -> list[Segment]:
    """Return a band, and the title under it if it is the title's date: both stand in one column."""
    row, below = rows[n], rows[n + 1] if n + 1 < len(rows) else []
    is_kicker = len(row) == 1 and is_date(row[0]) and below and clues.is_heading(below[0])
    return [*row, *below] if is_kicker else row


def _is_single(rows: list[list[Segment]], n: int) -> bool:
    """Tell whether a band is of one column: a gap that a near line runs across is no gutter."""
    row = rows[n]
    if len(row) == 1:
        return True
    width = gutter_width(row, 1)
    strips = gutters(row, width)
    if not strips:
        return True
    size = max(item.style.size for item in row)
    if any(strip.x1 - strip.x0 > _CHANCE * size for strip in strips) or is_label(row[0]):
        return False
    if not is_stretched(row):
        return False
    near = [other for other in rows[max(0, n - 1) : n] + rows[n + 1 : n + 2] if _close(row, other)]
    left = min(item.x0 for item in row) + _INDENT * size
    return any(
        min(item.x0 for item in other) <= left and not left_open(strips, other, width)
        for other in near
    )


def _close(row: list[Segment], other: list[Segment]) -> bool:
    above, below = sorted((row, other), key=lambda items: items[0].y0)
    white = min(item.y0 for item in below) - max(item.y1 for item in above)
    return white <= _NEAR * row[0].style.size and row[0].style == other[0].style


def _pull_back(
    groups: list[list[list[Segment]]], row: list[Segment], width: float
) -> list[list[Segment]]:
    """Return the last bands of the group above that begin a column of this one, and take them.

    The last line of a paragraph that runs over both columns begins none.
    """
    taken: list[list[Segment]] = []
    strips = gutters(row, width)
    below = row
    while groups and groups[-1]:
        above = groups[-1][-1]
        if (
            len(above) > 1
            or not left_open(strips, above, width)
            or not (_continues(above[0], below) or _reaches_into(above[0], below))
        ):
            break
        taken.insert(0, groups[-1].pop())
        below = above
    before = groups[-1][-1] if groups and groups[-1] and taken else None
    if before and not left_open(strips, before, width) and _close(before, taken[0]):
        groups[-1] += taken
        return []
    return taken


def _reaches_into(above: Segment, row: list[Segment]) -> bool:
    """Tell whether no white space parts a run from the row under it."""
    return min(item.y0 for item in row) < above.y1


def _continues(above: Segment, row: list[Segment]) -> bool:
    """Tell whether a run goes on below in its type, or is the label of what stands there."""
    return any(
        (item.style == above.style or is_label(above))
        and item.x0 < above.x1
        and item.x1 > above.x0
        and item.y0 - above.y1 <= _NEAR * item.style.size
        for item in row
    )
