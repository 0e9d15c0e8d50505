"""Names of months and weekdays, from CLDR through Babel and from languages.toml."""

from collections.abc import Mapping
from functools import cache

from babel.core import Locale
from rapidfuzz.distance import OSA

from .languages import words_of

# A misprint of a month's name: at most two edits, in a word of at least four letters.
_EDITS = 2
_LETTERS = 4


@cache
def month_names(language: str) -> Mapping[str, int]:
    """Return month names and abbreviations of a language, case-folded, with their numbers."""
    names = dict(words_of(language).months)
    months = Locale.parse(language).months
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            table = months[context][width]
            names |= {name.casefold().rstrip("."): number for number, name in table.items()}
    return names


@cache
def weekday_names(language: str) -> frozenset[str]:
    """Return names and abbreviations of the days of the week in a language, case-folded."""
    table = Locale.parse(language).days["format"]
    names = (name for width in ("wide", "abbreviated") for name in table[width].values())
    return frozenset([*(name.casefold().rstrip(".") for name in names), *words_of(language).days])


def month_number(word: str, language: str) -> int | None:
    """Return the number of a month by its full name or abbreviation, None for other words."""
    return month_names(language).get(word.casefold().rstrip("."))


def is_misprinted_month(word: str, language: str) -> bool:
    """Tell whether a word is no month but at most two edits from the full name of one."""
    folded = word.casefold()
    if len(folded) < _LETTERS or folded in month_names(language):
        return False
    return any(
        OSA.distance(folded, name, score_cutoff=_EDITS) <= min(_EDITS, len(name) // 3)
        for name in month_names(language)
        if len(name) >= _LETTERS
    )
