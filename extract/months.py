"""Words that are months, or misprints of one."""

from rapidfuzz.distance import OSA

from ..languages import month_names

# A misprint of a month's name: at most two edits, in a word of at least four letters.
_EDITS = 2
_LETTERS = 4


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
