"""Cards: boxes that hold an activity each, with title, date and text. Each is read by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...document import Box
from ..page import Style
from ..words.runs import Segment
from .clues import Clues, is_date
from .gutters import bands, columns, gutters

# A card holds so many lines besides title and date at least.
_LINES = 3
# Print may stand over the edge of its card by so many points, and so may the next card.
_OVER = 2.0
# Cards side by side leave so much white between them, in points.
_WHITE = 1.0
_NO_STYLE = Style(0.0, False, "", 0)

_Cards = Mapping[int, list[Segment]]


def by_cards(items: Sequence[Segment], pictures: Sequence[Box]) -> Iterator[list[Segment]]:
    """Yield the parts of a page in reading order: each of several cards, and what is between.

    Cards are read row by row where white space runs through all columns of them, else column by
    column. Without two cards the page is one part.
    """
    boxes = [box for box in pictures if _holds_lines(box, items)] if len(pictures) > 1 else []
    cards = _cards(items, boxes) if len(boxes) > 1 else []
    if len(cards) < 2:
        yield list(items)
        return
    held = {id(run) for _, inside in cards for run in inside}
    found = {id(card): inside for card, inside in cards}
    rest = [item for item in items if id(item) not in held]
    yield from _parts([*(card for card, _ in cards), *rest], found)


def _holds_lines(box: Box, items: Sequence[Segment]) -> bool:
    """Tell whether as many lines begin in a box as a card has: a quick no for most pictures."""
    x0, y0, x1, y1 = box
    inside = sum(x0 <= item.x0 <= x1 and y0 <= item.base <= y1 for item in items if item.words)
    return inside >= _LINES + 2  # title and date


def _cards(
    items: Sequence[Segment], pictures: Sequence[Box]
) -> list[tuple[Segment, list[Segment]]]:
    """Return the cards of a page, each as a run without words, with the runs that it holds."""
    found: list[tuple[Segment, list[Segment]]] = []
    left = [item for item in items if item.words]
    for box in sorted(pictures, key=lambda box: box.area, reverse=True):
        inside = [run for run in left if box.meets(Box(*run[1:5]))]
        if _is_card(inside, box):
            x0, y0, x1, y1 = box
            inset = (x0, y0 + _OVER, x1, y1 - _OVER, y1 - _OVER)
            found.append((Segment((), *inset, _NO_STYLE, ""), inside))
            taken = {id(run) for run in inside}
            left = [run for run in left if id(run) not in taken]
    return found


def _is_card(inside: Sequence[Segment], box: Box) -> bool:
    """Tell whether a box holds a date, something larger than most of its text, and text."""
    if any(run.x0 < box.x0 - _OVER or run.x1 > box.x1 + _OVER for run in inside):
        return False
    if any(run.y0 < box.y0 - _OVER or run.y1 > box.y1 + _OVER for run in inside):
        return False
    own = Clues.of(inside)
    titles = [run for run in inside if own.is_large(run)]
    dates = [run for run in inside if is_date(run)] if titles else []
    return bool(titles and dates) and len(inside) - len(titles) - len(dates) >= _LINES


def _parts(items: Sequence[Segment], cards: _Cards) -> Iterator[list[Segment]]:
    part: list[Segment] = []
    for band in bands(items):
        if not any(id(item) in cards for item in band):
            part += band
            continue
        if part:
            yield part
        yield from _side_by_side(band, cards)
        part = []
    if part:
        yield part


def _side_by_side(band: list[Segment], cards: _Cards) -> Iterator[list[Segment]]:
    """Yield the parts of a band with cards, column by column."""
    if len(band) == 1:
        yield cards[id(band[0])]
        return
    cells = columns(band, gutters(band, _WHITE))
    if len(cells) == 1:
        yield list(_held(band, cards))
        return
    for cell in cells:
        yield from _parts(cell, cards)


def _held(band: Iterable[Segment], cards: _Cards) -> Iterator[Segment]:
    for item in band:
        yield from cards.get(id(item), [item])
