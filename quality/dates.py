"""Dates in running print: '8 / 13 NOV 2021', 'Tuesday 9th October', 'from October 7th to 9th'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import get_day_names

from ..languages import either, month_names, weekday_names, words_of

_YEARS_AROUND = (-1, 0, 1)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date or a span of days as printed; the weekday (Monday is 0) only of a single date."""

    printed: str
    start: date
    end: date
    weekday: int | None


def printed_dates(text: str, language: str, near: date) -> list[PrintedDate]:
    """Return the dates in a text, in order; what is no day of the calendar is left out.

    A year that is not printed is the one that brings the date nearest to `near`.
    """
    return list(_dates(text, language, near))


def weekday_name(day: date, language: str) -> str:
    """Return the name of a day of the week."""
    return str(get_day_names("wide", "format", language)[day.weekday()])


def _dates(text: str, language: str, near: date) -> Iterator[PrintedDate]:
    if not (_DIGIT.search(text) and _month_shape(language).search(text.casefold())):
        return  # most lines, at little cost
    for shape in _shapes(language):
        for match in shape.finditer(text):
            found = _date(match, language, near)
            if found:
                yield found


def _date(match: re.Match[str], language: str, near: date) -> PrintedDate | None:
    part = match.groupdict()
    months = month_names(language)
    last_month = months[part["month"].casefold()]
    first_month = months[part["first_month"].casefold()] if part.get("first_month") else last_month
    last_day = int(part["day"])
    first_day = int(part["first_day"]) if part["first_day"] else last_day
    end = _day(part["year"], last_month, last_day, near)
    start = _day(str(end.year), first_month, first_day, near) if end else None
    if start is None or end is None:
        return None
    if start > end and first_month > last_month:
        start = start.replace(year=start.year - 1)
    weekday = part["weekday"]
    return PrintedDate(
        match[0], start, end, weekday_names(language)[weekday.casefold()] if weekday else None
    )


def _day(year: str | None, month: int, day: int, near: date) -> date | None:
    years = [int(year)] if year else [near.year + offset for offset in _YEARS_AROUND]
    days = [found for found in (_valid(each, month, day) for each in years) if found]
    return min(days, key=lambda found: abs(found - near), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _shapes(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    month, weekday = either(month_names(language)), either(weekday_names(language))
    words = words_of(language)
    # Blanks are bounded, so that no line makes the search slow.
    day = r"(?:3[01]|[12]\d|0?[1-9])"
    mark = rf"(?:{either(words.ordinals)}|[ºª°.])?"
    inside = either(words.inside)
    of = rf"\s{{0,3}}{inside}?\s{{0,3}}"
    named = rf"(?<!\w)(?:(?P<weekday>{weekday})\.?,?\s{{1,3}})?"
    joint = rf"\s{{0,3}}(?:[-–—→/]|{either(words.joints)}(?:\s{{1,3}}{inside})?)\s{{0,3}}"
    year = rf"(?:,?\s{{0,3}}(?:{inside}\s{{1,3}})?(?P<year>(?:19|20)\d\d)(?!\d))?"
    # WEDNESDAY 17th NOVEMBER 2021   8 / 13 NOV 2021   1 January to 30 September
    before = (
        rf"{named}(?:(?P<first_day>{day}){mark}(?:{of}(?P<first_month>{month})\.?)?{joint})?"
        rf"(?<!\d)(?P<day>{day}){mark}{of}(?P<month>{month})(?!\w)\.?{year}"
    )
    # October 7th   November 8–13, 2021
    no_day = "".join(rf"(?<!\d{ordinal} )" for ordinal in ("", *words.ordinals))
    after = (
        rf"{no_day}{named}(?P<month>{month})\.?\s{{1,3}}"
        rf"(?:(?P<first_day>{day}){mark}{joint})?"
        rf"(?P<day>{day})(?![\d:]){mark}(?!\w){year}"
    )
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


@cache
def _month_shape(language: str) -> re.Pattern[str]:
    # october   nov: ignoring case would take seven times as long
    return re.compile("|".join(map(re.escape, month_names(language))))
