"""Where activities begin: a line that is a date, and the title before or after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .dates import date_shape, torn_ends
from .labels import label_of, labelled
from .layout import Layout
from .lists import is_code_line
from .printed import Printed
from .shapes import CHALLENGE, GOES_ON, SENTENCE_END, SENTENCE_INSIDE
from .words import Text, is_capitals, joined

_TITLE_LINES = 5
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


@dataclass(frozen=True, slots=True)
class _Date:
    """A date, and its lines. A sure one stands alone and fields follow before the next one."""

    printed: Printed
    first: int
    last: int
    labelled: bool
    sure: bool


def find_anchors(texts: Sequence[Text], layout: Layout) -> Iterator[Anchor]:
    """Yield where the activities among the lines begin, in order.

    A date counts only with a title at its side: before it in some layouts, after it in others,
    under the label 'Date' at either side. A line inside a paragraph that happens to be a date has
    none. A month alone is a date where it stands alone and fields follow.
    """
    find = (_title_before, _title_after) if layout.title_first else (_title_after, _title_before)
    free = 0
    for i in range(len(texts)):
        date = _date_at(texts, i, layout) if i >= free else None
        if date:
            sides = find if date.labelled else find[:1]
            titles = (side(texts, date, free, layout) for side in sides)
            title = next((title for title in titles if title), None)
            if title:
                sure = date.sure or _has_day(date.printed.text, layout)
                anchor = Anchor(date.printed, date.first, date.last, *title, sure)
                yield anchor
                free = anchor.end


def is_day(text: Text, layout: Layout) -> bool:
    """Tell whether a line is a date with a day, parted from the line before."""
    return text.gap and _has_day(text.text, layout)


def is_date(text: Text, layout: Layout) -> bool:
    """Tell whether a line is a date, perhaps a month alone."""
    return date_shape(text.text, layout.language, bare_month=True) is not None


def _has_day(words: str, layout: Layout) -> bool:
    shape = date_shape(words, layout.language)
    return shape is not None and shape.first[0] is not None


def _date_at(texts: Sequence[Text], i: int, layout: Layout) -> _Date | None:
    """Return the date that begins at a line, if one does."""
    text = texts[i]
    label = layout.words["date_labels"]
    if text.folded in label and i + 1 < len(texts):
        below = _plain_date(texts, i + 1, layout)
        return replace(below, first=i, labelled=True) if below else None
    if text.folded.startswith(tuple(label)):
        words, value = labelled(text)
        if words in label and value and date_shape(value.text, layout.language):
            return _Date(value.words, i, i, labelled=True, sure=_is_sure(texts, i, i, layout))
    return _plain_date(texts, i, layout)


def _plain_date(texts: Sequence[Text], i: int, layout: Layout) -> _Date | None:
    text = texts[i]
    last = i
    shape = date_shape(text.text, layout.language, bare_month=True)
    is_torn = not shape and text.text.endswith(torn_ends(layout.language))
    if is_torn and i + 1 < len(texts) and not texts[i + 1].gap:
        last = i + 1
        shape = date_shape(f"{text.text} {texts[last].text}", layout.language)
    if not shape:
        return None
    sure = _is_sure(texts, i, last, layout)
    if not sure and shape.first == shape.last and shape.first[0] is shape.first[2] is None:
        return None
    return _Date(joined(texts[i : last + 1]), i, last, labelled=False, sure=sure)


def _is_sure(texts: Sequence[Text], first: int, last: int, layout: Layout) -> bool:
    if not texts[first].gap or not (last + 1 < len(texts) and texts[last + 1].gap):
        return False
    for text in texts[last + 1 :]:
        if label_of(text, layout):
            return True
        if is_day(text, layout):
            return False
    return False


_Title = tuple[int, int]


def _title_before(texts: Sequence[Text], date: _Date, free: int, layout: Layout) -> _Title | None:
    """Return the lines of the block before the date as title.

    Without a gap between the two, the lines above must not run on into the date, nor the line
    below go on in small letters, as in a paragraph. A title ends a sentence only as a short block
    of its own over a sure date.
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
    if not title or not _is_title_size(title):
        return None
    if not texts[date.first].gap and GOES_ON.search(title[-1].text):
        return None
    return first, date.first - 1


def _title_after(texts: Sequence[Text], date: _Date, free: int, layout: Layout) -> _Title | None:
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


def _runs_on_below(texts: Sequence[Text], date: _Date) -> bool:
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
