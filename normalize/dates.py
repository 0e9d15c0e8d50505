"""Printed dates -> ISO dates, the year taken from the period of the report."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..extract.dates import DateShape

_YEARS_AROUND = 1
_HALF_YEAR = timedelta(183)


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a report covers, both included."""

    start: date
    end: date

    @property
    def report_id(self) -> str:
        """The key of the report: '2020-07--2020-09'."""
        return f"{self.start.isoformat()[:7]}--{self.end.isoformat()[:7]}"

    def gap(self, start: date, end: date) -> timedelta:
        """Return how far days lie outside the period, zero where they touch it."""
        nothing = timedelta(0)
        return max(start - self.end, self.start - end, nothing)


def period(shape: DateShape) -> Period | None:
    """Return the period of months that a cover prints.

    The year of the end is printed; a start without one lies in the same year, or in the year
    before where its month comes later. None when the end comes before the start, or there are no
    such years or months.
    """
    _, first_month, first_year = shape.first
    _, last_month, last_year = shape.last
    if last_year is None or not first_month or not last_month:
        return None
    if first_year is None:
        first_year = last_year - (first_month > last_month)
    months = (None, first_month, first_year), (None, last_month, last_year)
    found = _pair(DateShape(*months), first_year, last_year)
    return Period(*found) if found else None


def days(shape: DateShape, covered: Period) -> tuple[date, date] | None:
    """Return the first and the last day of a printed date or range.

    A printed year wins. Without one the year is that in which the range lies nearest to the
    period, the earlier of two; a range whose end comes before its start goes over the year's end.
    Months without a day stand for their first and last day. None when a month cannot be told, when
    there is no such day ('31 February'), when printed years put the end before the start, or when
    months without a year would take more than half a year over the year's end.
    """
    if shape.untold:
        return None
    found = [pair for years in _years(shape, covered) if (pair := _pair(shape, *years))]
    dated = shape.first[2] is not None and shape.last[2] is not None
    if not dated:
        found = [(a, b) for a, b in found if a.year == b.year or b - a <= _HALF_YEAR]
    if not found:
        return None
    return min(found, key=lambda pair: (covered.gap(*pair), pair))


def _years(shape: DateShape, covered: Period) -> Iterator[tuple[int, int]]:
    first, last = shape.first[2], shape.last[2]
    over = _month_day(shape.first) > _month_day(shape.last)
    if first is not None and last is not None:
        yield first, last
    elif last is not None:
        yield last - over, last
    elif first is not None:
        yield first, first + over
    else:
        for year in range(covered.start.year - _YEARS_AROUND, covered.end.year + 2):
            yield year, year + over


def _month_day(end: tuple[int | None, int, int | None]) -> tuple[int, int]:
    return end[1], end[0] or 0


def _pair(shape: DateShape, first_year: int, last_year: int) -> tuple[date, date] | None:
    try:
        (first_day, first_month, _), (last_day, last_month, _) = shape.first, shape.last
        start = date(first_year, first_month, 1 if first_day is None else first_day)
        days_in_month = monthrange(last_year, last_month)[1]
        end = date(last_year, last_month, days_in_month if last_day is None else last_day)
    except ValueError:
        return None
    return (start, end) if start <= end else None
