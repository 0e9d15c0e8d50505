"""Where activities or sections begin on their pages, and lines that move from one to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from .edges import is_at
from .words import Text


class Start(NamedTuple):
    """Where an activity or a section begins: its number, page, left edge and height, and lines."""

    number: int
    page: int
    x: float
    y: float
    lines: range


def starts_at(texts: Sequence[Text], firsts: Sequence[int]) -> Iterator[Start]:
    """Yield what begins at some lines, nothing in a text without boxes."""
    for number, (first, end) in enumerate(pairwise([*firsts, len(texts)])):
        line = texts[first].line
        if line.box:
            yield Start(number, line.page, line.box.x0, line.box.y0, range(first, end))


def stands_at(text: Text, edge: float) -> bool:
    """Tell whether a line begins at a left edge."""
    return text.line.box is not None and is_at((edge,), text.line.box.x0)


def moved(
    texts: Sequence[Text], starts: Sequence[Start], owners: Mapping[int, int]
) -> Sequence[Text]:
    """Return the lines, some moved to the end of what they belong to, told by its number.

    No line is lost, whether it belongs to any of the starts or not.
    """
    if not owners:
        return texts
    taken: dict[int, list[Text]] = {}
    for n, number in owners.items():
        taken.setdefault(number, []).append(texts[n])
    ends = {start.lines.stop: start.number for start in starts}
    ordered: list[Text] = []
    for n, text in enumerate(texts):
        if n not in owners:
            ordered.append(text)
        ordered += taken.get(ends.get(n + 1, -1), ())
    return ordered
