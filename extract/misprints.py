"""Words of a layout that are misprinted: what is one letter away from one of them."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from .layout import LONGEST

# A misprint has so many letters at least: shorter words have neighbours that are words. Two letters
# of words with so many may be wrong.
_LETTERS = 7
_LONG = 14


# Each line is asked for as often as it may be a label.
@lru_cache(maxsize=1 << 13)
def meant(folded: str, known: frozenset[str]) -> frozenset[str]:
    """Return the known words from which these differ by a letter more, less or other, or by two
    exchanged; long ones twice. None where they are known themselves, are short, or hold a sign.
    """
    if not _LETTERS <= len(folded) <= LONGEST or folded in known:
        return frozenset()
    if not folded.replace(" ", "").replace("-", "").isalnum():
        return frozenset()
    edits = 1 + (len(folded) >= _LONG)
    lengths = _by_length(known)
    near = range(len(folded) - edits, len(folded) + edits + 1)
    return frozenset(
        words
        for length in near
        for words in lengths.get(length, ())
        if OSA.distance(words, folded, score_cutoff=edits) <= edits
    )


@lru_cache(maxsize=8)
def _by_length(known: frozenset[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for words in known:
        found.setdefault(len(words), []).append(words)
    return found
