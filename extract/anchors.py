"""Where activities begin: a line that is a date, and the title before or after it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .dated import DatedLine, date_at, day_before_sign, has_day, is_day, is_sure
from .dates import date_shape
from .labels import label_of
from .layout import Layout
from .lists import is_code_line
from .printed import Printed
from .shapes import CHALLENGE, GOES_ON, SENTENCE_END, SENTENCE_INSIDE
from .values import has_shape
from .words import Text, blocks, is_capitals, joined

# A title in a narrow column has so many lines at most.
_TITLE_LINES = 8
_TITLE_WORDS = 40
# A title that is a sentence has so many words at most.
_SENTENCE_WORDS = 15


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


def find_anchors(texts: Sequence[Text], layout: Layout) -> Iterator[Anchor]:
    """Yield where the activities among the lines begin, in order.

    A date counts only with a title at its side: before it in some layouts, after it in others,
    under the label 'Date' at either side, or behind it on its line; in a PDF, right of it. A line
    inside a paragraph that happens to be a date has none. A month alone is a date where it stands
    alone and fields follow; a weekday with a time of day where, besides, a field of the
    activity before comes again, since posters print such dates.
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
    find = (_title_before, _title_after) if layout.title_first else (_title_after, _title_before)
    sides = (_title_beside, *(find if date.labelled else find[:1]))
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
    block = next(blocks(texts[i : i + _TITLE_LINES + 1]))
    last = i + len(block) - 1
    title = joined(block).cut(sign.end())
    ends = SENTENCE_END.search(title.text) and title.text.endswith(".")
    if ends or not _is_title_size(block) or not is_sure(texts, i, last, layout):
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


_Title = tuple[int, int]


def _title_before(
    texts: Sequence[Text], date: DatedLine, free: int, layout: Layout
) -> _Title | None:
    """Return the lines of the block before the date as title.

    Without a gap between the two, the lines above must not run on into the date, nor the line
    below go on in small letters, as in a paragraph. A title ends a sentence only as a short block
    of its own over a sure date. What may be the value of a label is none.
    """
    if _runs_on_below(texts, date):
        return None
    first = date.first
    while first > free and date.first - first < _TITLE_LINES:
        above = texts[first - 1]
        if first < date.first and texts[first].gap:
            break
        ended = _ends_prose(above, first=first == date.first) and not (
            first == date.first and date.sure and _is_sentence(texts, free, first)
        )
        if not _may_be_title(above, layout) or ended:
            break
        first -= 1
    title = texts[first : date.first]
    if not title or not _is_title_size(title) or _is_value(title, texts[free:first], layout):
        return None
    if not texts[date.first].gap and GOES_ON.search(title[-1].text):
        return None
    return first, date.first - 1


def _title_beside(
    texts: Sequence[Text], date: DatedLine, free: int, layout: Layout
) -> _Title | None:
    """Return the lines right of the date, at its height, that are larger than it and the text over.

    Whatever the style, a large line at the side of a date is its title.
    """
    first = date.last + 1
    day, over = texts[date.first].line, texts[max(free, date.first - 1)].line
    if first == len(texts) or day.box is None:
        return None
    line = texts[first].line
    if line.box is None or not day.box.leads(line.box) or line.page != day.page:
        return None
    if (line.size or 0.0) <= max(day.size or 0.0, over.size or 0.0):
        return None
    last = first
    while last + 1 < len(texts) and _goes_on(texts[last], texts[last + 1]):
        last += 1
    title = texts[first : last + 1]
    may_be = all(_may_be_title(text, layout) for text in title)
    return (first, last) if may_be and _is_title_size(title) else None


def _goes_on(above: Text, below: Text) -> bool:
    alike = (above.line.size, above.line.bold) == (below.line.size, below.line.bold)
    return alike and not below.gap


def _is_value(title: Sequence[Text], above: Sequence[Text], layout: Layout) -> bool:
    """Tell whether lines stand under a label and may be its value."""
    label = label_of(above[-1], layout) if above else None
    if label is None or label.value:
        return False
    return all(has_shape(text, label.field, []) for text in title)


def _title_after(
    texts: Sequence[Text], date: DatedLine, free: int, layout: Layout
) -> _Title | None:
    """Return the lines after the date as title.

    Lines in capitals are the title as far as they go; else the block after the date is, when it
    is short and ends no sentence, or is one short sentence after a sure date.
    """
    del free
    first = date.last + 1
    last = first
    while last < len(texts) and last - first < _TITLE_LINES:
        text = texts[last]
        if (last > first and text.gap) or not _may_be_title(text, layout):
            break
        last += 1
    capitals = first
    while capitals < last and _may_be_capitals(texts[capitals].text, goes_on=capitals > first):
        capitals += 1
    if capitals > first:
        return first, capitals - 1
    title = texts[first:last]
    whole_block = last == len(texts) or texts[last].gap
    if not title or not whole_block or not texts[date.first].gap or title[0].text[0].islower():
        return None
    ends = SENTENCE_END.search(title[-1].text) and title[-1].text.rstrip("\"'”’").endswith(".")
    if ends and not (date.sure and _is_short_sentence(title)):
        return None
    return (first, last - 1) if _is_title_size(title) else None


def _is_sentence(texts: Sequence[Text], free: int, end: int) -> bool:
    """Tell whether the block that ends before a line is one short sentence."""
    first = end - 1
    while first > free and not texts[first].gap:
        first -= 1
    return texts[first].gap and _is_short_sentence(texts[first:end])


def _is_short_sentence(block: Sequence[Text]) -> bool:
    words = joined(block).text
    return len(words.split()) <= _SENTENCE_WORDS and not SENTENCE_INSIDE.search(words)


def _runs_on_below(texts: Sequence[Text], date: DatedLine) -> bool:
    below = texts[date.last + 1 : date.last + 2]
    alone = not below or below[0].gap or texts[date.last].gap
    return not alone and below[0].text[0].islower()


def _ends_prose(above: Text, *, first: bool) -> bool:
    """Tell whether the line above a title's lines ends the text before it."""
    if first:
        return above.text.endswith(".") and bool(SENTENCE_END.search(above.text))
    return bool(SENTENCE_END.search(above.text)) or above.text.endswith(",")


def _may_be_title(text: Text, layout: Layout) -> bool:
    return not (
        label_of(text, layout)
        or is_code_line(text)
        or CHALLENGE.match(text.text)
        or date_shape(text.text, layout.language)
    )


def _is_title_size(title: Sequence[Text]) -> bool:
    return sum(len(text.text.split()) for text in title) <= _TITLE_WORDS


def _may_be_capitals(words: str, *, goes_on: bool) -> bool:
    """Tell whether words are in capitals; a line below such words may be figures alone."""
    return is_capitals(words) or (goes_on and words.upper() == words.lower())
