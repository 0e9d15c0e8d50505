"""Printed dates and ranges: first the words, each of its kind, then what they make together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import regex

from .languages import either, words_of
from .months import is_misprinted_month, month_names, month_number, weekday_names

# A date of several ranges has so many characters at most.
LONGEST = 80
_MONTHS = 12
_MONTHS_AND_DAYS = 31
# The letters of the words make a sentence of moments: 'WDMY' is 'Friday 3 July 2020', 'DJDM'
# '2–4 July', 'DMJDM' '2 July & 9 October', 'MDCY' 'July 3, 2020', 'SWDSMSY' 'el viernes 3 de julio
# de 2020'. U is a word that is not known.
_MOMENT = r"(?P<moment>S*W?C?S*(?:DS*(?:[MU](?:[CS]?Y)?)?|[MU]S*D(?:C?Y)?|[MU][CS]?Y|M|I)W?)"
_SENTENCE = regex.compile(rf"O?{_MOMENT}(?:(?:C|C?J){_MOMENT})*")
# '(3 July)'   '3 July (Friday)'   '3 July (online)': what stands in brackets behind it is no date
_BRACKETS = regex.compile(r"(?<=\S)\s*\([^()\d]{2,30}\)$|[()]")
# Signs between two days; a range is torn behind them.
_SIGNS = "-‐‑‒–—→/&+"
_TORN = ("-", "–", "—", "→", "/", "&")

_LETTERS = regex.compile(r"\p{L}+")
_FIGURE_OR_WORD = regex.compile(r"\d|\p{L}+")

End = tuple[int | None, int, int | None]


@dataclass(frozen=True, slots=True)
class DateShape:
    """A printed date or range, taken apart but not yet placed in a year.

    Each end is (day, month, year); what is not printed is None, a month that cannot be told is 0:
    misprinted, or either figure of 03/07/2020. Of a single date both ends are the same.
    """

    first: End
    last: End

    @property
    def untold(self) -> bool:
        """Tell whether a month cannot be told."""
        return 0 in (self.first[1], self.last[1])


def date_shape(text: str, language: str, *, bare_month: bool = False) -> DateShape | None:
    """Return the date or range that the whole text prints, None when it is none.

    Of several ranges it is the start of the first and the end of the last. Days are not checked:
    '35 May' has the shape of a date. A weekday together with a time of day makes it a poster's
    date, which is none here. 'September' is one only with `bare_month`.
    """
    shape = _shape(text, language) if len(text) <= LONGEST else None
    if shape and shape.first == shape.last == (None, shape.first[1], None) and not bare_month:
        return None
    return shape


# The same line is asked for a date by the furniture, the anchors and the titles.
@lru_cache(maxsize=1 << 12)
def _shape(text: str, language: str) -> DateShape | None:
    if not _may_be_date(text, language):
        return None
    moments = _moments(text, language)
    if not moments:
        time = _Print.of(language).time.search(text)
        moments = _moments(text[: time.start()], language) if time else []
        if not moments or moments[0].weekday:
            return None
    return _between(moments)


def _may_be_date(text: str, language: str) -> bool:
    """Tell whether a figure, a month or a day comes before two other words: a quick no for prose.

    One word may be misprinted; small ones do not count.
    """
    known = _Print.of(language)
    others = 0
    for match in _FIGURE_OR_WORD.finditer(text):
        word = match[0].casefold()
        if word in known.names or word.isdigit():
            return True
        others += word not in known.small
        if others > 1:
            return False
    return False


def period_shape(text: str, language: str) -> DateShape | None:
    """Return the months that a text prints as a period, with the year of its end at least."""
    moments = _moments(text, language)
    if not moments or moments[-1].year is None or any(moment.day for moment in moments):
        return None
    shape = _between(moments)
    return None if shape is None or shape.untold else shape


def torn_ends(language: str) -> tuple[str, ...]:
    """Return what the first line of a range ends with that is torn over two lines."""
    return _Print.of(language).torn_ends


@dataclass(frozen=True, slots=True)
class _Print:
    """How a language prints dates: one word of them, a time of day, the end of a torn range.

    Each word is in a group that is named by the letter of its kind. `names` are the words in the
    names of months and days, `small` those in whatever else stands in a date.
    """

    word: regex.Pattern[str]
    time: regex.Pattern[str]
    torn_ends: tuple[str, ...]
    names: frozenset[str]
    small: frozenset[str]

    @classmethod
    @cache
    def of(cls, language: str) -> _Print:
        """Return how this language prints dates."""
        words = words_of(language)
        known = (*month_names(language), *weekday_names(language))
        names = " ".join(known)
        several = [name for name in known if name[0].isalpha() and not name.isalpha()]
        small = " ".join((*words.joints, *words.opening, *words.inside))
        # 3   3rd   1º   1.º   3. before a word, a dash or a comma
        sign = r"\.?\s?[ºª°](?!\p{L})"
        ordinal = rf"\s?{either(words.ordinals)}\b|{sign}|\.(?=\s*[{_SIGNS},;\p{{L}}])"
        word = rf"""\s*(?:
          (?P<U>{either(several)}(?!\p{{L}}))                       # segunda-feira
        | (?P<I>\d{{4}}-\d\d-\d\d|\d\d?[./-]\d\d?[./-]\d{{4}}(?!\d))  # 2020-07-03   3.7.2020
        | (?P<Y>\d{{4}}(?!\d))
        | (?P<D>\d{{1,2}}(?!\d))(?:{ordinal})?
        | (?P<J>[{_SIGNS}]|{either(words.joints)}(?!\p{{L}}))
        | (?P<C>[,;])
        | (?P<O>{either(words.opening)}(?!\p{{L}}))
        | (?P<S>{either(words.inside)}(?!\p{{L}}))
        | (?P<U>\p{{L}}+)\.?
        )"""
        # '3 July, 15:00 CET'   '3 July at 3 pm'   '3 July | 15h00 – 16h30'   '3. Juli um 15 Uhr'
        hour = rf"[:.h]\d{{2}}\b|\s?h\b|\s?[ap]\.?m\b|\s?{either(words.hours)}\b"
        time = rf"\s*[,|·]?(?:\s*\b{either(words.clock)}\b)?\s+\d{{1,2}}(?:{hour}).*$"
        return cls(
            word=regex.compile(word, regex.X | regex.I),
            time=regex.compile(time, regex.I),
            torn_ends=(*_TORN, *(f" {joint}" for joint in words.joints)),
            names=frozenset(_LETTERS.findall(names)),
            small=frozenset(_LETTERS.findall(small)),
        )


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    text: str


@dataclass(slots=True)
class _Moment:
    """What is printed of one day or month."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: bool = False
    month_first: bool = False


def _moments(text: str, language: str) -> list[_Moment]:
    """Return the moments that a text prints, none unless all of its words belong to a date."""
    words = _words(text, language)
    sentence = _SENTENCE.fullmatch("".join(word.kind for word in words))
    if not sentence or any(
        word.kind == "U" and not is_misprinted_month(word.text, language) for word in words
    ):
        return []
    moments = [_moment(words[start:end], language) for start, end in sentence.spans("moment")]
    _complete(moments)
    return moments if all(moment.month is not None for moment in moments) else []


def _words(text: str, language: str) -> list[_Word]:
    """Return the words of a text, none when one is of no kind.

    One word may be unknown, since it may be a month that is misprinted.
    """
    pattern = _Print.of(language).word
    text = text.strip()
    if text.endswith(")"):
        text = _BRACKETS.sub(" ", text).strip()
    words: list[_Word] = []
    at = unknown = 0
    while at < len(text):
        match = pattern.match(text, at)
        if not match:
            return []
        kind = str(match.lastgroup)
        word = match[kind].casefold()
        if kind == "U":
            kind = _kind(word, language)
            unknown += kind == "U"
        if unknown > 1:
            return []
        words.append(_Word(kind, word))
        at = match.end()
    return words


def _kind(word: str, language: str) -> str:
    if month_number(word, language):
        return "M"
    return "W" if word in weekday_names(language) else "U"


def _moment(words: list[_Word], language: str) -> _Moment:
    moment = _Moment()
    for word in words:
        match word.kind:
            case "D":
                moment.day = int(word.text)
            case "M" | "U":
                moment.month = month_number(word.text, language) or 0
                moment.month_first = moment.day is None
            case "Y":
                moment.year = int(word.text)
            case "I":
                moment.year, moment.month, moment.day = _figures(word.text)
            case "W":
                moment.weekday = True
    return moment


def _figures(text: str) -> tuple[int, int, int | None]:
    """Return year, month and day. The day stands before the month or, in America, behind it.

    Where both figures may be the month, and no dots tell that it is not America, the month is 0.
    """
    one, two, three = (int(figure) for figure in regex.findall(r"\d+", text))
    if one > _MONTHS_AND_DAYS:
        return one, two, three
    if "." in text or one > _MONTHS or one == two:
        return three, two, one
    return (three, one, two) if two > _MONTHS else (three, 0, None)


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
    same = (first.day, first.month) == (last.day, last.month)
    year = last.year if same and first.year is None else first.year
    if year is None and last.year is None and any(moment.year for moment in moments):
        return None
    return DateShape((first.day, first.month, year), (last.day, last.month, last.year))
