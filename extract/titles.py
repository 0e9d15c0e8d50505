"""The title of an activity: the lines before its date, after it, or right of it."""

from __future__ import annotations

from collections.abc import Sequence

from .dated import DatedLine, is_detail
from .dates import date_shape
from .labels import label_of
from .layout import Layout
from .lists import is_code_line
from .shapes import CHALLENGE, GOES_ON, SENTENCE_END, SENTENCE_INSIDE
from .values import has_shape
from .words import Text, is_capitals, joined

# A title in a narrow column has so many lines at most.
TITLE_LINES = 12
_TITLE_WORDS = 40
# A title that is a sentence has so many words at most.
_SENTENCE_WORDS = 15

_Title = tuple[int, int]


def title_before(
    texts: Sequence[Text], date: DatedLine, free: int, layout: Layout
) -> _Title | None:
    """Return the lines of the block before the date as title.

    Without a gap between the two, the lines above must not run on into the date, nor the line
    below go on in small letters, as in a paragraph. A title ends a sentence only as a short block
    of its own over a sure date. What may be the value of a label is none.
    """
    if _runs_on_below(texts, date):
        return None
    end = date.first
    while end > free and _tells_more(texts, end - 1, end, date, layout):
        end -= 1
    first = end
    while first > free and end - first < TITLE_LINES:
        above = texts[first - 1]
        if first < end and texts[first].gap:
            break
        ended = _ends_prose(above, first=first == end) and not (
            first == end and date.sure and _is_sentence(texts, free, first)
        )
        bold = first < date.first and above.line.bold and _goes_on(above, texts[first])
        if not _may_be_title(above, layout) or (ended and not bold):
            break
        first -= 1
    title = texts[first:end]
    if not title or not is_title_size(title) or _is_value(title, texts[free:first], layout):
        return None
    if not texts[end].gap and GOES_ON.search(title[-1].text):
        return None
    return first, end - 1


def title_beside(
    texts: Sequence[Text], date: DatedLine, free: int, layout: Layout
) -> _Title | None:
    """Return the lines beside the date, at its height, that are larger than it and the text over.

    Whatever the style, a large line at the side of a date is its title.
    """
    return _right_of(texts, date, free, layout) or _left_of(texts, date, free, layout)


def _left_of(texts: Sequence[Text], date: DatedLine, free: int, layout: Layout) -> _Title | None:
    first = last = date.first - 1
    day = texts[date.first].line
    if first < free or day.box is None:
        return None
    while first > free and _goes_on(texts[first - 1], texts[first]):
        first -= 1
    line = texts[first].line
    if line.box is None or not line.box.leads(day.box) or line.page != day.page:
        return None
    if (line.size or 0.0) <= (day.size or 0.0):
        return None
    return _checked(texts, first, last, layout)


def _right_of(texts: Sequence[Text], date: DatedLine, free: int, layout: Layout) -> _Title | None:
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
    return _checked(texts, first, last, layout)


def _checked(texts: Sequence[Text], first: int, last: int, layout: Layout) -> _Title | None:
    title = texts[first : last + 1]
    may_be = all(_may_be_title(text, layout) for text in title)
    return (first, last) if may_be and is_title_size(title) else None


def _goes_on(above: Text, below: Text) -> bool:
    alike = (above.line.size, above.line.bold) == (below.line.size, below.line.bold)
    return alike and not below.gap


def _is_value(title: Sequence[Text], above: Sequence[Text], layout: Layout) -> bool:
    """Tell whether lines stand under a label and may be its value."""
    label = label_of(above[-1], layout) if above else None
    if label is None or label.value:
        return False
    return all(has_shape(text, label.field, []) for text in title)


def title_after(texts: Sequence[Text], date: DatedLine, free: int, layout: Layout) -> _Title | None:
    """Return the lines after the date as title.

    Lines in capitals are the title as far as they go; else the block after the date is, when it
    is short and ends no sentence, or is one short sentence after a sure date.
    """
    del free
    first = date.last + 1
    while first < len(texts) and _tells_more(texts, first, first, date, layout):
        first += 1
    last = first
    while last < len(texts) and last - first < TITLE_LINES:
        text = texts[last]
        if (last > first and text.gap) or not _may_be_title(text, layout):
            break
        last += 1
    capitals = first
    while capitals < last and may_be_capitals(texts[capitals].text, goes_on=capitals > first):
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
    return (first, last - 1) if is_title_size(title) else None


def _is_sentence(texts: Sequence[Text], free: int, end: int) -> bool:
    """Tell whether the block that ends before a line is one short sentence."""
    first = end - 1
    while first > free and not texts[first].gap:
        first -= 1
    return texts[first].gap and _is_short_sentence(texts[first:end])


def _is_short_sentence(block: Sequence[Text]) -> bool:
    words = joined(block).text
    return len(words.split()) <= _SENTENCE_WORDS and not SENTENCE_INSIDE.search(words)


def _tells_more(texts: Sequence[Text], n: int, below: int, date: DatedLine, layout: Layout) -> bool:
    """Tell whether a line is a detail of a date that has a label, too, or stands in its block."""
    return (date.labelled or not texts[below].gap) and is_detail(texts[n], layout)


def _runs_on_below(texts: Sequence[Text], date: DatedLine) -> bool:
    """Tell whether the line below a date goes on in small letters, over a gap a whole word.

    Under a title that is set as one it goes on with nothing: its first letter may be lost.
    """
    below = texts[date.last + 1 : date.last + 2]
    if not below or not below[0].text[0].islower():
        return False
    alone = below[0].gap or texts[date.last].gap
    whole = below[0].text.split()[0].islower()
    return not alone or (whole and not _is_set_off(texts, date.first))


def _is_set_off(texts: Sequence[Text], n: int) -> bool:
    """Tell whether the line over another is bold or larger, and that is not."""
    over, line = texts[max(0, n - 1)].line, texts[n].line
    return (over.bold and not line.bold) or (over.size or 0.0) > (line.size or 0.0)


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


def is_title_size(title: Sequence[Text]) -> bool:
    """Tell whether lines have few enough words for a title."""
    return sum(len(text.text.split()) for text in title) <= _TITLE_WORDS


def may_be_capitals(words: str, *, goes_on: bool) -> bool:
    """Tell whether words are in capitals; a line below such words may be figures alone."""
    return is_capitals(words) or (goes_on and words.upper() == words.lower())
