"""Where activities begin: a line that is a date, and the title before or after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .dates import date_shape
from .labels import label_of
from .layout import Layout
from .lists import is_code_line
from .shapes import CHALLENGE, GOES_ON, SENTENCE_END
from .words import Text, is_capitals

_TITLE_LINES = 5
_TITLE_WORDS = 40
# A range of days is torn after one of these.
_DASHES = ("-", "–", "—", "→", "/", " to", " and", "&")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Positions in the lines of a chapter: the date, and the title from `first` to `last`.

    The date goes from `date` to `until`: a range may be torn at its dash.
    """

    date: int
    until: int
    first: int
    last: int

    @property
    def start(self) -> int:
        """The first position of the activity."""
        return min(self.date, self.first)

    @property
    def end(self) -> int:
        """The position after its title and date."""
        return max(self.until, self.last) + 1


def find_anchors(texts: Sequence[Text], layout: Layout) -> list[Anchor]:
    """Return where the activities among the lines begin, in order.

    A date counts only with a title at its side: before it in some layouts, after it in others.
    A line inside a paragraph that happens to be a date has none.
    """
    find = _title_before if layout.title_first else _title_after
    anchors: list[Anchor] = []
    for i in range(len(texts)):
        free = anchors[-1].end if anchors else 0
        until = _date_until(texts, i, layout)
        if i >= free and until is not None:
            anchor = find(texts, (i, until), free, layout)
            if anchor:
                anchors.append(anchor)
    return anchors


def _date_until(texts: Sequence[Text], i: int, layout: Layout) -> int | None:
    """Return the last line of the date that begins at a line, None where none does."""
    text = texts[i].text
    if date_shape(text, layout.language):
        return i
    below = texts[i + 1].text if i + 1 < len(texts) and not texts[i + 1].gap else ""
    is_torn = text.endswith(_DASHES) and date_shape(f"{text} {below}", layout.language)
    return i + 1 if is_torn else None


def _title_before(
    texts: Sequence[Text], dates: tuple[int, int], free: int, layout: Layout
) -> Anchor | None:
    """Return the anchor with the block before the date as title.

    Without a gap between the two, the lines above must not run on into the date, nor the line
    below go on in small letters, as in a paragraph.
    """
    date, until = dates
    if _runs_on_below(texts, until):
        return None
    first = date
    while first > free and date - first < _TITLE_LINES:
        above = texts[first - 1]
        if first < date and texts[first].gap:
            break
        if not _may_be_title(above, layout) or _ends_prose(above, first=first == date):
            break
        first -= 1
    title = texts[first:date]
    if not title or not _is_title_size(title):
        return None
    if not texts[date].gap and GOES_ON.search(title[-1].text):
        return None
    return Anchor(date, until, first, date - 1)


def _title_after(
    texts: Sequence[Text], dates: tuple[int, int], free: int, layout: Layout
) -> Anchor | None:
    """Return the anchor with the lines after the date as title.

    Lines in capitals are the title as far as they go; else the block after the date is, when it
    is short and ends no sentence.
    """
    del free
    date, until = dates
    first = until + 1
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
        return Anchor(date, until, first, capitals - 1)
    title = texts[first:last]
    whole_block = last == len(texts) or texts[last].gap
    if not title or not whole_block or not texts[date].gap or not title[0].text[0].isupper():
        return None
    ends = SENTENCE_END.search(title[-1].text) and title[-1].text.rstrip("\"'”’").endswith(".")
    return None if ends or not _is_title_size(title) else Anchor(date, until, first, last - 1)


def _runs_on_below(texts: Sequence[Text], date: int) -> bool:
    below = texts[date + 1 : date + 2]
    return bool(below) and not below[0].gap and not texts[date].gap and below[0].text[0].islower()


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
