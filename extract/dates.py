"""Printed dates and ranges: first the words, each of its kind, then what they make together."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import regex

from ..languages import languages, words_of, written_in
from .datewords import (
    Word,
    before_time,
    date_words,
    foreign,
    may_be_date,
    names_months,
    without_places,
)
from .months import is_misprinted_month, month_number

# A date of several ranges has so many characters at most.
LONGEST = 80
_MONTHS = 12
_CENTURY = 2000  # of '’20'
# The letters of the words make a sentence of moments: 'WDMY' is 'Friday 3 July 2020', 'DJDM'
# '2–4 July', 'DMJDM' '2 July & 9 October', 'MDJDCY' 'July 3–5, 2020', 'SWDSMSY' 'el viernes 3 de
# julio de 2020', 'QY' 'Q3 2020'.
_DAY_FIRST = r"DS*(?:[MU](?:[CS]?Y)?|C?Y)?"
_MONTH_FIRST = r"[MU]S*C?D(?:C?Y)?|[MU][CS]?Y|M"
_MOMENT = rf"(?P<moment>S*W?C?S*(?:{_DAY_FIRST}|{_MONTH_FIRST}|Q[CS]?Y?|I|N)W?)"
_FIGURE = regex.compile(r"\d")
_FIGURES = regex.compile(r"\d+")
# 2020, as in every period
_FOUR_FIGURES = regex.compile(r"\d{4}")
_SENTENCE = regex.compile(rf"O?{_MOMENT}(?:(?:C|C?J){_MOMENT})*")
_DAY_BEFORE = regex.compile("DC?J?I")
End = tuple[int | None, int, int | None]


@dataclass(frozen=True, slots=True)
class DateShape:
    """A printed date or range, taken apart but not yet placed in a year.

    Each end is (day, month, year); what is not printed is None, a month that cannot be told is 0:
    misprinted, or either figure of 03/07/2020. Of a single date both ends are the same. A weekday
    together with a time of day makes it one that posters print, as does a place: `placed`.
    """

    first: End
    last: End
    of_poster: bool = False
    placed: bool = False

    @property
    def untold(self) -> bool:
        """Tell whether a month cannot be told."""
        return 0 in (self.first[1], self.last[1])


def date_shape(
    text: str, language: str, *, bare_month: bool = False, of_poster: bool = False
) -> DateShape | None:
    """Return the date or range that the whole text prints, None when it is none.

    Of several ranges it is the start of the first and the end of the last. Days are not checked:
    '35 May' has the shape of a date. 'September' is one only with `bare_month`, a poster's date
    only with `of_poster`.
    """
    shape = _shape(text, language) if len(text) <= LONGEST else None
    if shape and shape.of_poster and not of_poster:
        return None
    if shape and shape.first == shape.last == (None, shape.first[1], None) and not bare_month:
        return None
    return shape


# The same line is asked for a date by the furniture, the anchors and the titles.
@lru_cache(maxsize=1 << 12)
def _shape(text: str, language: str) -> DateShape | None:
    """Return the shape that a text has in its language, or else in the one other that tells it.

    A line may be set in another language than its report: there it prints a day and a month in
    full, and no month that is misprinted. Or it may be set in both.
    """
    own = _shape_in(text, language)
    if own and not own.untold:
        return own
    if "/" in text and (twice := _told_twice(text, language)):
        return twice
    if not _FIGURE.search(text):
        return own  # as most lines
    others = (_shape_in(text, other) for other in foreign(text, language))
    return _the_one(shape for shape in others if shape and shape.first[0]) or own


def _told_twice(text: str, language: str) -> DateShape | None:
    """Return the date that each half of a text prints: 'October / Octubre'."""
    halves = text.split("/")
    shapes = {months_shape(half.strip(), language) for half in halves}
    return shapes.pop() if (len(halves), len(shapes)) == (2, 1) else None


def _the_one(shapes: Iterable[DateShape]) -> DateShape | None:
    """Return the shape that some languages tell, None where none does, or they tell several."""
    told = {shape for shape in shapes if not shape.untold}
    return told.pop() if len(told) == 1 else None


def _shape_in(text: str, language: str) -> DateShape | None:
    if not may_be_date(text, language):
        return None
    moments = _moments(text, language)
    if moments:
        return _between(moments)
    day = before_time(text, language)
    moments = _moments(day, language) if day else []
    if moments:
        shape = _between(moments)
        return replace(shape, of_poster=moments[0].weekday) if shape else None
    return _placed(text, language)


def _placed(text: str, language: str) -> DateShape | None:
    """Return the date of days that are told with their places."""
    bare = without_places(text)
    moments = _moments(bare, language) if bare != text else []
    shape = _between(moments) if moments else None
    told = shape and shape.first[0] is not None and not shape.untold
    return replace(shape, of_poster=True, placed=True) if shape and told else None


def months_shape(text: str, language: str) -> DateShape | None:
    """Return the date that heads what belongs to it, most often a month alone.

    One that begins with a month in full is read in any language: 'Septiembre', 'mars – avril 2021'.
    """
    own = date_shape(text, language, bare_month=True)
    if own or written_in().keys().isdisjoint(text.casefold().split(maxsplit=1)[:1]):
        return own
    return _the_one(filter(None, (_shape_in(text, other) for other in foreign(text, language))))


def period_shape(text: str, language: str) -> DateShape | None:
    """Return the months that a text prints as a period, with the year of its end at least.

    Days may be printed where they are the first of a month and the last of one. What its language
    does not tell may be set in another: 'Septiembre – diciembre 2021', '2.º trimestre de 2018'.
    """
    own = _period_in(text, language)
    if own or not _FOUR_FIGURES.search(text) or not names_months(text):
        return own
    return _the_one(filter(None, (_period_in(text, other) for other in languages())))


def _period_in(text: str, language: str) -> DateShape | None:
    moments = _moments(text, language)
    if not moments or moments[-1].year is None:
        return None
    shape = _between(moments)
    if shape is None or shape.untold:
        return None
    if any(moment.day for moment in moments):
        return _whole_months(shape)
    return shape


def _whole_months(shape: DateShape) -> DateShape | None:
    """Return the months from the first day of one to the last day of one, None for other days."""
    (first_day, first_month, first_year), (last_day, last_month, last_year) = (
        shape.first,
        shape.last,
    )
    if last_year is None or max(first_month, last_month) > _MONTHS:
        return None
    if (first_day, last_day) != (1, monthrange(last_year, last_month)[1]):
        return None
    return DateShape((None, first_month, first_year), (None, last_month, last_year))


@dataclass(slots=True)
class _Moment:
    """What is printed of one day or month, or of several months, of which `until` is the last."""

    day: int | None = None
    month: int | None = None
    until: int | None = None
    year: int | None = None
    weekday: bool = False
    month_first: bool = False


def _moments(text: str, language: str) -> list[_Moment]:
    """Return the moments that a text prints, none unless all of its words belong to a date."""
    words = date_words(text, language)
    kinds = "".join(word.kind for word in words)
    sentence = _SENTENCE.fullmatch(kinds)
    if not sentence or any(
        word.kind == "U" and not is_misprinted_month(word.text, language) for word in words
    ):
        return []
    day_before = bool(_DAY_BEFORE.search(kinds))
    spans = sentence.spans("moment")
    moments = [_moment(words[start:end], language, day_before=day_before) for start, end in spans]
    _complete(moments)
    if any(moment.until for moment in moments) and moments[-1].year is None:
        return []  # 'Q3' by itself may be anything
    return moments if all(moment.month is not None for moment in moments) else []


def _moment(words: list[Word], language: str, *, day_before: bool) -> _Moment:
    moment = _Moment()
    for word in words:
        match word.kind:
            case "D":
                moment.day = int(word.text)
            case "M" | "U":
                moment.month = month_number(word.text, language) or 0
                moment.month_first = moment.day is None
            case "Y":
                moment.year = _year(word.text)
            case "I" | "N":
                moment.year, moment.month, moment.day = _figures(word.text, day_before=day_before)
                moment.month_first = _is_year_first(word.text)
            case "Q":
                moment.month, moment.until = _part(word.text, language)
            case "W":
                moment.weekday = True
    return moment


def _year(text: str) -> int:
    return int(text) if text.isdigit() else _CENTURY + int(text[1:])


def _part(text: str, language: str) -> tuple[int, int]:
    """Return the first and the last month of a part of a year; 0 where it has no such part."""
    words = words_of(language)
    nth, *_, span = text.split() if text[-1].isalpha() else (text[-1], text[:-1])
    months = words.spans.get(span) or words.parts[span]
    last = months * (words.nth.get(nth) or int(nth[0]))
    return (last - months + 1, last) if last <= _MONTHS else (0, 0)


def _figures(text: str, *, day_before: bool) -> tuple[int | None, int, int | None]:
    """Return year, month and day. The day stands before the month or, in America, behind it.

    Where both figures may be the month, the month is 0, unless dots or a day before them tell that
    it is not America: '1-3/07/2020'.
    """
    one, two, *years = (int(figure) for figure in _FIGURES.findall(text))
    if _is_year_first(text):
        return one, two, years[0]
    year = years[0] if years else None
    if day_before or "." in text or one > _MONTHS or one == two:
        return year, two, one
    return (year, one, two) if two > _MONTHS else (year, 0, None)


def _is_year_first(text: str) -> bool:
    return bool(_FOUR_FIGURES.match(text))


def _complete(moments: list[_Moment]) -> None:
    """Give days without a month that of the next moment, or of the one before in 'July 3 and 5'."""
    after: int | None = None
    for moment in reversed(moments):
        if moment.month is None:
            moment.month = after
        after = None if moment.month_first else moment.month
    for before, moment in pairwise(moments):
        if moment.month is None and before.month_first:
            moment.month, moment.month_first = before.month, True


def _between(moments: list[_Moment]) -> DateShape | None:
    """Return the shape from the first moment to the last; None with a year in between alone."""
    first, last = moments[0], moments[-1]
    if first.month is None or last.month is None:
        return None
    until = last.until or last.month
    same = (first.day, first.month) == (last.day, until)
    year = last.year if same and first.year is None else first.year
    if year is None and last.year is None and any(moment.year for moment in moments):
        return None
    return DateShape((first.day, first.month, year), (last.day, until, last.year))
