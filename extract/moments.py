"""The words of a printed date, each of its kind -> the moments that they tell."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from ..languages import words_of
from .datewords import Word, date_words
from .months import is_misprinted_month, month_number

MONTHS = 12
_CENTURY = 2000  # of '’20'
# The letters of the words make a sentence of moments: 'WDMY' is 'Friday 3 July 2020', 'DJDM'
# '2–4 July', 'DMJDM' '2 July & 9 October', 'MDJDCY' 'July 3–5, 2020', 'SWDSMSY' 'el viernes 3 de
# julio de 2020', 'QY' 'Q3 2020'.
_DAY_FIRST = r"DS*(?:[MU](?:[CS]?Y)?|C?Y)?"
_MONTH_FIRST = r"[MU]S*C?D(?:C?Y)?|[MU][CS]?Y|M"
_MOMENT = rf"(?P<moment>S*W?C?S*(?:{_DAY_FIRST}|{_MONTH_FIRST}|Q[CS]?Y?|I|N)W?)"
_FIGURES = regex.compile(r"\d+")
# 2020, as in every period
FOUR_FIGURES = regex.compile(r"\d{4}")
_SENTENCE = regex.compile(rf"O?{_MOMENT}(?:(?:C|C?J){_MOMENT})*")
_DAY_BEFORE = regex.compile("DC?J?I")


@dataclass(slots=True)
class Moment:
    """What is printed of one day or month, or of several months, of which `until` is the last."""

    day: int | None = None
    month: int | None = None
    until: int | None = None
    year: int | None = None
    weekday: bool = False
    month_first: bool = False


def moments_of(text: str, language: str) -> list[Moment]:
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


def _moment(words: list[Word], language: str, *, day_before: bool) -> Moment:
    moment = Moment()
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
    return (last - months + 1, last) if last <= MONTHS else (0, 0)


def _figures(text: str, *, day_before: bool) -> tuple[int | None, int, int | None]:
    """Return year, month and day. The day stands before the month or, in America, behind it.

    Where both figures may be the month, the month is 0, unless dots or a day before them tell that
    it is not America: '1-3/07/2020'.
    """
    one, two, *years = (int(figure) for figure in _FIGURES.findall(text))
    if _is_year_first(text):
        return one, two, years[0]
    year = years[0] if years else None
    if day_before or "." in text or one > MONTHS or one == two:
        return year, two, one
    return (year, one, two) if two > MONTHS else (year, 0, None)


def _is_year_first(text: str) -> bool:
    return bool(FOUR_FIGURES.match(text))


def _complete(moments: list[Moment]) -> None:
    """Give days without a month that of the next moment, or of the one before in 'July 3 and 5'."""
    after: int | None = None
    for moment in reversed(moments):
        if moment.month is None:
            moment.month = after
        after = None if moment.month_first else moment.month
    for before, moment in pairwise(moments):
        if moment.month is None and before.month_first:
            moment.month, moment.month_first = before.month, True
