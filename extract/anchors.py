"""Where activities begin: a line that is a date, and the title before or after it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .dated import DatedLine, date_at, day_before_sign, has_day, is_day, is_sure
from .labels import label_of
from .layout import Layout
from .printed import Printed
from .shapes import SENTENCE_END
from .titles import TITLE_LINES, is_title_size, title_after, title_before, title_beside
from .words import Text, blocks, joined


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an activity begins: its date, and the positions of its lines in the chapter.

    The lines of the date go from `date` to `until`, since a range may be torn at its dash and a
    label may stand over it; those of the title from `first` to `last`. A month is a sure date only
    where fields follow; elsewhere it may head a list.
    """

    printed: Printed
    title: Printed
    date: int
    until: int
    first: int
    last: int
    sure: bool

    @property
    def start(self) -> int:
        """The first position of the activity."""
        return min(self.date, self.first)

    @property
    def end(self) -> int:
        """The position after its title and date."""
        return max(self.until, self.last) + 1

    @property
    def between(self) -> range:
        """The positions of the lines between its title and its date, which tell more of it."""
        return range(min(self.until, self.last) + 1, max(self.date, self.first))


def find_anchors(texts: Sequence[Text], layout: Layout) -> Iterator[Anchor]:
    """Yield where the activities among the lines begin, in order.

    A date counts only with a title at its side: before it in some layouts, after it in others,
    under the label 'Date' at either side, or behind it on its line; in a PDF, right of it. A line
    inside a paragraph that happens to be a date has none. A month alone is a date where it stands
    alone and fields follow; a weekday with a time of day, or words in the place of a date
    ('Ongoing'), where, besides, a field of the activity before comes again, since posters print
    such dates.
    """
    free = 0
    for i in range(len(texts)):
        anchor = _anchor_at(texts, i, free, layout) if i >= free else None
        if anchor:
            yield anchor
            free = anchor.end


def _anchor_at(texts: Sequence[Text], i: int, free: int, layout: Layout) -> Anchor | None:
    """Return the anchor whose date begins at a line; lines from `free` on may be its title."""
    date = date_at(texts, i, layout)
    if date and date.of_poster and not (date.sure and _begins_anew(texts, date, free, layout)):
        return None
    if date is None:
        return _on_one_line(texts, i, free, layout) if texts[i].gap else None
    find = (title_before, title_after) if layout.title_first else (title_after, title_before)
    sides = (title_beside, *(find if date.labelled else find[:1]))
    found = next(filter(None, (side(texts, date, free, layout) for side in sides)), None)
    if found is None:
        return None
    first, last = found
    title = joined(texts[first : last + 1])
    sure = date.sure or has_day(date.printed.text, layout)
    return Anchor(date.printed, title, date.first, date.last, first, last, sure)


def _on_one_line(texts: Sequence[Text], i: int, free: int, layout: Layout) -> Anchor | None:
    """Return the anchor of a block that is a day and, behind a sign, a title.

    It may be a line of prose: it counts where fields follow, and those of the activity before
    have been printed.
    """
    head = texts[i]
    sign = day_before_sign(head, layout)
    if sign is None or not _are_told(texts[free:i], free, layout):
        return None
    block = next(blocks(texts[i : i + TITLE_LINES + 1]))
    last = i + len(block) - 1
    title = joined(block).cut(sign.end())
    ends = SENTENCE_END.search(title.text) and title.text.endswith(".")
    if ends or not is_title_size(block) or not is_sure(texts, i, last, layout):
        return None
    return Anchor(head.words.cut(0, sign.start()), title, i, i, i, last, sure=True)


def _are_told(above: Sequence[Text], free: int, layout: Layout) -> bool:
    """Tell whether the activity before, if there is one, has its fields among the lines above."""
    return not free or any(label_of(text, layout) for text in above)


def _begins_anew(texts: Sequence[Text], date: DatedLine, free: int, layout: Layout) -> bool:
    """Tell whether a field of the activity before, if there is one, comes again under a date."""
    above = {label.field for text in texts[free : date.first] if (label := label_of(text, layout))}
    below = itertools.takewhile(lambda text: not is_day(text, layout), texts[date.last + 1 :])
    again = {label.field for text in below if (label := label_of(text, layout))}
    return not free or bool(above & again)
