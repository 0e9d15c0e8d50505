"""Shapes of print: each regex is named, with a printed sample above it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from .months import is_misprinted_month, month_number

# – — - → / to until and &
_DASH = r"\s*(?:[-‐‑‒–—→/]|to|until|till|and|&)\s*"
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th|º|ª))?"
_MONTH = r"\p{L}{3,12}\.?"
_YEAR = r"\d{4}"

# 03 July   31 August – 02 September   26–28 October   2, 3 and 5 July 2020   15th of May, 2021
_DAY_FIRST = regex.compile(
    rf"""^(?:(?P<d1>{_DAY})(?:\s*,\s*{_DAY})*
          (?:\s*(?:of\s+)?(?P<m1>{_MONTH})(?:\s*,?\s*(?P<y1>{_YEAR}))?)?{_DASH})?
        (?P<d2>{_DAY})\s*(?:of\s+)?(?P<m2>{_MONTH})(?:\s*,?\s*(?P<y2>{_YEAR}))?$""",
    regex.X | regex.I,
)
# July 3, 2020   October 26–28   December 30, 2021 – January 2, 2022
_MONTH_FIRST = regex.compile(
    rf"""^(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?:\s*,?\s*(?P<y1>{_YEAR}))?
        (?:{_DASH}(?:(?P<m2>{_MONTH})\s+)?(?P<d2>{_DAY})(?:\s*,?\s*(?P<y2>{_YEAR}))?)?$""",
    regex.X | regex.I,
)
# July 2020   September → December 2021   July – September 2020   December 2021 – March 2022
_MONTHS_ONLY = regex.compile(
    rf"""^(?:(?P<m1>{_MONTH})(?:\s*,?\s*(?P<y1>{_YEAR}))?{_DASH})?
        (?P<m2>{_MONTH})\s*,?\s*(?P<y2>{_YEAR})$""",
    regex.X | regex.I,
)
# 03/07/2020   3.7.2020   03-07-2020: the day first, as the house writes dates
_FIGURES = regex.compile(r"^(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4})$")
# what may stand around a date: '(3 July)', 'From 2 to 4 September', 'Friday 3 July',
# '3 July, 15:00 CET'; a weekday and a time of day together are a poster's
_AROUND = regex.compile(
    r"""^\(?(?:from\s+|on\s+|(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s*,?\s+)?
        (?P<date>.+?)(?P<time>\s*[,|·]?\s+\d{1,2}[:.h]\d{2}\b.*)?\)?$""",
    regex.X | regex.I,
)
# September – October
_MONTHS_WITHOUT_YEAR = regex.compile(rf"^(?P<m1>{_MONTH}){_DASH}(?P<m2>{_MONTH})$", regex.I)


@dataclass(frozen=True, slots=True)
class DateShape:
    """A printed date or range, taken apart but not yet placed in a year.

    Each end is (day, month, year); what is not printed is None, a month that is misprinted is 0.
    Of a single date both ends are the same.
    """

    first: tuple[int | None, int, int | None]
    last: tuple[int | None, int, int | None]

    @property
    def misprinted(self) -> bool:
        """Tell whether a month's name is misprinted."""
        return 0 in (self.first[1], self.last[1])


# The same line is asked for a date by the furniture, the anchors and the titles.
@lru_cache(maxsize=1 << 12)
def date_shape(text: str, language: str) -> DateShape | None:
    """Return the date or range that the whole text prints, None when it is none.

    Days are not checked: '35 May' has the shape of a date. A weekday together with a time of day
    makes it a poster's date, which is none here.
    """
    around = _AROUND.match(text.strip())
    if not around or (around["weekday"] and around["time"]):
        return None
    figures = _FIGURES.match(around["date"])
    if figures:
        end = int(figures["d"]), int(figures["m"]), int(figures["y"])
        return DateShape(end, end)
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _MONTHS_ONLY, _MONTHS_WITHOUT_YEAR):
        match = pattern.match(around["date"])
        if match:
            shape = _shape(match, language)
            if shape:
                return shape
    return None


def period_shape(text: str, language: str) -> DateShape | None:
    """Return the months that a text prints as a period, with the year of its end at least."""
    match = _MONTHS_ONLY.match(text.strip())
    shape = _shape(match, language) if match else None
    return None if shape is None or shape.misprinted else shape


def _shape(match: regex.Match[str], language: str) -> DateShape | None:
    part = match.groupdict()
    first_month = _month(part.get("m1") or part.get("m2"), language)
    last_month = _month(part.get("m2") or part.get("m1"), language)
    if first_month is None or last_month is None:
        return None
    first_day = _number(part.get("d1") or part.get("d2"))
    last_day = _number(part.get("d2") or part.get("d1"))
    last_year = _number(part.get("y2") or part.get("y1"))
    first_year = _number(part.get("y1"))
    if first_year is None and (first_month, first_day) == (last_month, last_day):
        first_year = last_year
    return DateShape((first_day, first_month, first_year), (last_day, last_month, last_year))


def _month(word: str | None, language: str) -> int | None:
    if word is None:
        return None
    number = month_number(word, language)
    if number is None and is_misprinted_month(word, language):
        return 0
    return number


def _number(digits: str | None) -> int | None:
    found = regex.match(r"\d+", digits) if digits else None
    return int(found[0]) if found else None


# L1M1D3   L2A2D4   L1A1   L3   a code of a plan, whole
CODE = regex.compile(r"L\d{1,2}(?:[A-Z]\d{1,2}(?:D\d{1,2})?)?")
# L1M1D3*   LIA2D1   L1A1-D2   what stands in a list of codes, misprints among them
CODE_LIKE = regex.compile(r"[Ll1I|]\s?[\dOlI](?:[A-Z0-9.\-]{0,8})\*?\.?")
# L2M1D3* Annual call   L1 Strengthen global leadership   L1M1
PLAN_ITEM = regex.compile(
    r"^(?P<code>L\d{1,2}(?:[A-Z]\d{1,2}(?:D\d{1,2})?)?)(?P<star>\*?)(?:[\s:.\-–—]+(?P<title>\S.*))?$"
)
# L1 urban diplomacy and metropolitan advocacy   L1 Metropolitan diplomacy
LINE_TITLE = regex.compile(r"^(?P<code>L\d{1,2})\b[\s:.\-–—]*(?P<title>\p{L}.*)?$")
# ACTION LINE 1   Action Line 1 (L1)   Action Line 2: Capacities
ACTION_LINE = regex.compile(r"\s*(?P<number>\d{1,2})\b\s*(?:\((?P<code>L\d{1,2})\))?[\s:.\-–—]*")
# 1.1 Combating inequalities   - 2.3 Climate resilience   4.1. Promoting
CHALLENGE = regex.compile(r"^(?P<code>\d{1,2}\.\d{1,2})\.?[\s:–—-]+(?P<title>\p{L}.*)$")
# (L1A1D1)   L1A1D1 Policy recommendations   1.1) Combating   2.3   what begins like a code
LOST_CODE = regex.compile(r"^\(?(?:L\d{1,2}[A-Z]\d{1,2}|\d{1,2}\.\d{1,2}(?:\)|,|\s|$))")
# - Abidjan   • Affordable housing
BULLET = regex.compile(r"^(?P<mark>[-–•·▪■◦‣∙*●○])\s+(?=\S)")
# 346,021.63 €   1,200+   +1,412   55   EUR 1.200,50   ~ 300
AMOUNT = regex.compile(
    r"""^(?P<before>[+~≈<>≤≥]|€|\$|£|EUR|USD|GBP)?\s*(?P<number>\d[\d.,'’\u00a0\u202f ]*\d|\d)\s*
        (?P<after>€|\$|£|EUR|USD|GBP|%)?\s*(?P<more>\+)?$""",
    regex.X,
)
# (until 18th September)   (since 24th September 2021)   (from 22nd November)
TENURE = regex.compile(r"\((?P<word>until|till|from|since|as of)\s+(?P<date>[^()]+)\)", regex.I)
# 5   – 12 –   Page 7   7 / 34
PAGE_NUMBER = regex.compile(
    r"^(?:page|pag\.|p\.)?\s*[-–—|]?\s*(?P<number>\d{1,3})(?:\s*(?:/|of)\s*\d{1,3})?\s*[-–—|]?$",
    regex.I,
)
# a line that goes on below: 'Bogotá,'   'Rabat and'
GOES_ON = regex.compile(
    r"(?:[,;/&]|\b(?:and|of|the|de|for|from|in|on|at|by|to|with|a|an|y|et|e))$", regex.I
)
# a sentence ends: 'crisis.'   'cities.”'   'Europe?)'   'cities.[1]'
SENTENCE_END = regex.compile(r"[.!?…][\"'”’»)\]]*(?:\[\d+\])?$")
# a sentence ends inside: 'Europe? And'
SENTENCE_INSIDE = regex.compile(r"\p{Ll}\p{Ll}[\"'”’)]*[.!?][\"'”’)]*\s+[\"'“‘(]?\p{Lu}")
