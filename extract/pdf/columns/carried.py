"""What a page goes on with from the one before: rows of a table, or fields, under names there."""

from __future__ import annotations

from collections.abc import Sequence

from ..words.runs import Segment
from . import labelled, tables
from .clues import is_label

# Names that end a page stand at one height, up to so many points.
_LEVEL = 1.5


def names_at_end(items: Sequence[Segment], last: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return the names under which the next page may go on; nothing where a page ends otherwise.

    They are the head of the table that is read last, or a row of labels under all other print.
    """
    if last and tables.is_head(last[0]):
        return (last[0],)
    if not last or not is_label(last[-1]):
        return ()  # as most pages end
    bottom = max([item.base for item in items if item.words])
    row = [item for item in items if item.words and item.base >= bottom - _LEVEL]
    return tuple(labelled.labels_in(row))


def carried(
    names: Sequence[Segment], items: Sequence[Segment]
) -> tuple[list[list[Segment]], list[Segment]]:
    """Return the blocks with which a page goes on under the names, and what is left of it."""
    if len(names) == 1:
        return tables.goes_on(names[0], items)
    return labelled.goes_on(names, items) if names else ([], list(items))
