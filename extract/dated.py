"""Lines that are dates, by themselves, under a label, or before a sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

import regex

from ..languages import every, languages
from .dates import LONGEST, DateShape, date_shape, months_shape
from .datewords import torn_ends
from .fold import fold
from .labels import label_of, labelled
from .layout import Layout
from .printed import Printed
from .words import Text, joined

# Most lines have no figure among their first letters, and are told at little cost.
_FIGURE = regex.compile(r"\D{0,20}\d")
# 3 July: Night buses   2–4 July – Night buses
_SIGN = regex.compile(r"(?:\s*:|\s[-–—|])\s+(?=\W*\p{Lu})")
# 30 September / – 2 October: a range may be torn before its dash; 30 December / 2023: or its year
_REST = regex.compile(r"[-–—]\s*\d|(?:\p{Ll}{1,3}\s)?(?:19|20|['’])\d\d(?!\d)")
# A narrow column tears a date over so many lines.
_TORN_LINES = 3
# 2 November– / 16 December: or behind it, where no space parts the days from it
_CLINGS = regex.compile(r"\w[-–—]$")
# Ongoing   Summer 2023   Postponed to May 2018   Cancelled (rain)
_UNDATED = regex.compile(
    rf"^{every('undated')}(?!\w)\s*(?P<rest>[^()]*?)\s*(?:\([^()]*\))?$", regex.I
)
# 2023   2022/23
_YEARS = regex.compile(r"\d{4}(?:\s?[/–-]\s?(?:\d\d){1,2})?")
_BEGIN_UNDATED = frozenset(
    words.partition(" ")[0] for each in languages().values() for words in each.undated
)


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A date, and its lines. A sure one stands alone and fields follow before the next one.

    With a weekday and a time of day it may be that of a poster, and so may words in its place.
    """

    printed: Printed
    first: int
    last: int
    labelled: bool
    sure: bool
    of_poster: bool = False


def is_day(text: Text, layout: Layout) -> bool:
    """Tell whether a line is a date with a day, parted from the line before."""
    return text.gap and has_day(text.text, layout)


def is_beside_day(texts: Sequence[Text], n: int, layout: Layout) -> bool:
    """Tell whether a line stands where the title of an activity does, right beside a day."""
    beside = texts[n + 1 : n + 2] if layout.title_first else texts[max(n - 1, 0) : n]
    return any(may_be_day(text, layout) for text in beside)


def may_be_day(text: Text, layout: Layout) -> bool:
    """Tell whether a line is a date with a day, parted from the line before, perhaps placed."""
    shape = date_shape(text.text, layout.language, of_poster=True) if text.gap else None
    return shape is not None and shape.first[0] is not None and shape.of_poster == shape.placed


def is_date(text: Text, layout: Layout) -> bool:
    """Tell whether a line is a date, perhaps a month alone."""
    return date_shape(text.text, layout.language, bare_month=True) is not None


def is_undated(text: Text, layout: Layout) -> bool:
    """Tell whether a line stands in the place of a date."""
    return tells_no_date(text.text, layout.language)


def tells_no_date(words: str, language: str) -> bool:
    """Tell whether words stand in the place of a date, alone or with a year or another date."""
    if len(words) > LONGEST or fold(words).partition(" ")[0] not in _BEGIN_UNDATED:
        return False
    match = _UNDATED.match(words)
    rest = match["rest"] if match else "?"
    return not rest or bool(_YEARS.fullmatch(rest) or months_shape(rest, language))


def has_day(words: str, layout: Layout) -> bool:
    """Tell whether words are a date with a day."""
    shape = date_shape(words, layout.language)
    return shape is not None and shape.first[0] is not None


def date_at(texts: Sequence[Text], i: int, layout: Layout) -> DatedLine | None:
    """Return the date that begins at a line, if one does; under its label any words may be one."""
    text = texts[i]
    label = layout.words["date_labels"]
    if text.folded in label and i + 1 < len(texts):
        below = _plain_date(texts, i + 1, layout) or _in_words(texts, i + 1, layout, texts[i + 1])
        return replace(below, first=i, labelled=True) if below else None
    if text.folded.startswith(tuple(label)):
        words, value = labelled(text)
        if words in label and value:
            dated = _plain_date(texts, i, layout, value) or _in_words(texts, i, layout, value)
            return replace(dated, labelled=True) if dated else None
    return _plain_date(texts, i, layout)


def _in_words(texts: Sequence[Text], i: int, layout: Layout, value: Text) -> DatedLine | None:
    """Return the words under the label of a date as one that tells no day, but for a field's."""
    if len(value.text) > LONGEST or label_of(value, layout):
        return None
    sure = _fields_follow(texts[i + 1 :], layout)
    return DatedLine(value.words, i, i, labelled=True, sure=sure, of_poster=True)


def is_detail(text: Text, layout: Layout) -> bool:
    """Tell whether a line tells more of a date under a label of its own: 'Place: online'."""
    if text.folded.partition(" ")[0].rstrip(":") not in layout.words["details"]:
        return False
    words, value = labelled(text)
    return value is not None and words in layout.words["details"]


def _plain_date(
    texts: Sequence[Text], i: int, layout: Layout, value: Text | None = None
) -> DatedLine | None:
    """Return the date that a line is, or its value; it may be torn over several lines."""
    text = value or texts[i]
    last = i
    shape = date_shape(text.text, layout.language, bare_month=True, of_poster=True)
    goes_on = i + 1 < len(texts) and not texts[i + 1].gap
    if goes_on and (_REST.match(texts[i + 1].text) if shape else _may_be_torn(text, layout)):
        shape, last = _torn(texts, i, text, layout) or (shape, i)
    if not shape:
        return _undated(texts, i, layout) if text.gap else None
    sure = is_sure(texts, i, last, layout)
    if not sure and shape.first == shape.last and shape.first[0] is shape.first[2] is None:
        return None
    printed = joined([text, *texts[i + 1 : last + 1]])
    if last == i + 1 and _CLINGS.search(text.text):
        printed = Printed.join([text.words, texts[last].words], "")
    return DatedLine(printed, i, last, labelled=False, sure=sure, of_poster=shape.of_poster)


def _torn(
    texts: Sequence[Text], i: int, text: Text, layout: Layout
) -> tuple[DateShape, int] | None:
    """Return the longest date that a line is with those of its block below, and its last line."""
    below = list(takewhile(lambda each: not each.gap, texts[i + 1 : i + _TORN_LINES]))
    for lines in range(len(below), 0, -1):
        whole = joined([text, *below[:lines]]).text
        if shape := date_shape(whole, layout.language, of_poster=True):
            return shape, i + lines
    return None


def _undated(texts: Sequence[Text], i: int, layout: Layout) -> DatedLine | None:
    """Return the words in the place of a date that a line is, or that it begins: 'May' / '2018'."""
    if texts[i].folded.partition(" ")[0] not in _BEGIN_UNDATED:
        return None  # as most lines
    for last in (i + 1, i):
        whole = texts[i : last + 1]
        printed = joined(whole)
        if any(text.gap for text in whole[1:]) or not tells_no_date(printed.text, layout.language):
            continue
        if is_sure(texts, i, last, layout):
            return DatedLine(printed, i, last, labelled=False, sure=True, of_poster=True)
    return None


def _may_be_torn(text: Text, layout: Layout) -> bool:
    """Tell whether a line may be the first of a date; most have no figure and end in no joint."""
    return bool(_FIGURE.match(text.text)) or text.text.endswith(torn_ends(layout.language))


def is_sure(texts: Sequence[Text], first: int, last: int, layout: Layout) -> bool:
    """Tell whether lines stand alone or right over a label, or one follows before the next day."""
    below = texts[last + 1 : last + 2]
    if not texts[first].gap or not below or not (below[0].gap or label_of(below[0], layout)):
        return False
    return _fields_follow(texts[last + 1 :], layout)


def _fields_follow(texts: Sequence[Text], layout: Layout) -> bool:
    """Tell whether a label stands among lines before the next day, which may tell its place."""
    for text in texts:
        if label_of(text, layout):
            return True
        if may_be_day(text, layout):
            return False
    return False


def day_before_sign(text: Text, layout: Layout) -> regex.Match[str] | None:
    """Return the sign in '3 July: Night buses' that parts a day from words, the last of several."""
    if not text.gap or not _FIGURE.match(text.text):
        return None
    signs = list(_SIGN.finditer(text.text, endpos=LONGEST))
    days = (sign for sign in signs[::-1] if has_day(text.text[: sign.start()], layout))
    return next(days, None)


def fields_over_a_day(texts: Sequence[Text], layout: Layout) -> int:
    """Return where fields begin that stand right over a day, else the end of the lines."""
    for n in range(1, len(texts)):
        if is_day(texts[n], layout):
            start = _fields_over(texts, n, layout)
            if start < n:
                return start
    return len(texts)


def _fields_over(texts: Sequence[Text], end: int, layout: Layout) -> int:
    """Return where the fields begin that end right above a line; there, when none does."""
    start = end
    while start:
        first = start - 1
        while first and not texts[first].gap:
            first -= 1
        first -= first > 0 and not label_of(texts[first], layout)
        if not label_of(texts[first], layout):
            break
        start = first
    return start
