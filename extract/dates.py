"""Printed dates and ranges: what moments make together."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from ..languages import languages, written_in
from .datewords import before_time, foreign, may_be_date, names_months, without_places
from .moments import FOUR_FIGURES, MONTHS, Moment, moments_of

# A date of several ranges has so many characters at most.
LONGEST = 80
_FIGURE = regex.compile(r"\d")
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
    moments = moments_of(text, language)
    if moments:
        return _between(moments)
    day = before_time(text, language)
    moments = moments_of(day, language) if day else []
    if moments:
        shape = _between(moments)
        return replace(shape, of_poster=moments[0].weekday) if shape else None
    return _placed(text, language)


def _placed(text: str, language: str) -> DateShape | None:
    """Return the date of days that are told with their places."""
    bare = without_places(text)
    moments = moments_of(bare, language) if bare != text else []
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
    if own or not FOUR_FIGURES.search(text) or not names_months(text):
        return own
    return _the_one(filter(None, (_period_in(text, other) for other in languages())))


def _period_in(text: str, language: str) -> DateShape | None:
    moments = moments_of(text, language)
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
    if last_year is None or max(first_month, last_month) > MONTHS:
        return None
    if (first_day, last_day) != (1, monthrange(last_year, last_month)[1]):
        return None
    return DateShape((None, first_month, first_year), (None, last_month, last_year))


def _between(moments: list[Moment]) -> DateShape | None:
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
