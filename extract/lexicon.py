"""How often words are used in English, which reports are printed in: a torn word or a compound."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cache

# parts that keep their hyphen: 'pre-existing', 'co-led'
PREFIXES = frozenset("anti co inter mid multi non post pre pro re self semi socio sub".split())
# those that hardly any other word begins with, as 'pro' begins 'propositions'
_STRICT = frozenset("anti non self semi socio".split())
# What is met this often, in a list that counts words of films' subtitles, is a word and no syllable
# that somebody wrote apart: by its letters, since nearly all pairs of letters are met.
_OFTEN = {1: 500_000, 2: 500_000, 3: 20_000, **dict.fromkeys(range(4, 9), 500)}
_LONGER = 50
# Halves of names are words too ('Gaze-ta', 'Her-tie'), so of those more is asked.
_NAME = 5
# A word printed whole that is met this often is one, and so is one that is not much rarer than its
# halves are: 'online', but 'trade-off'.
_COMMON = 300
_SHARE = 0.003
# One that is met so many times as often as its halves is torn: 'be-' / 'longs'.
_FAR = 10


def is_compound(
    one: str, other: str, printed: Container[str], *, name: bool = False, chained: bool = False
) -> bool:
    """Tell whether two halves, in small letters, are a compound with a hyphen between them.

    They are where both are words, or the first a prefix, unless they are met as one word, as
    'work-' / 'shop' are. Words that the document prints count as words. `name` tells that the first
    half begins with a capital, `chained` that it follows a hyphen itself, as in 'day-to-' / 'day'.
    The counts are those of pyspellchecker's English list.
    """
    if not _are_words(one, other, printed, _NAME if name else 1):
        return False
    whole = _count(one + other)
    is_one = whole >= _COMMON or (whole > 0 and whole >= _SHARE * _rarer(one, other))
    return one in _STRICT or chained or not is_one


def is_torn(one: str, other: str, printed: Container[str]) -> bool:
    """Tell whether two halves, in small letters, can only be those of one word.

    The word is common, and its halves are no words, or are met by far less.
    """
    whole = _count(one + other)
    if whole < _COMMON:
        return False
    rare = one not in PREFIXES and whole >= _FAR * _rarer(one, other)
    return rare or not _are_words(one, other, printed)


def is_word(word: str, printed: Container[str]) -> bool:
    """Tell whether a word, in small letters, is met often or is one that the document prints."""
    return _is_word(word, printed, 1)


def _are_words(one: str, other: str, printed: Container[str], often: int = 1) -> bool:
    """Tell whether two halves are words each, or a prefix and a word."""
    return _is_word(other, printed, often) and (one in PREFIXES or _is_word(one, printed, often))


def _is_word(half: str, printed: Container[str], often: int) -> bool:
    return half in printed or _count(half) >= often * _OFTEN.get(len(half), _LONGER)


def _rarer(one: str, other: str) -> int:
    return min(_count(one), _count(other))


def _count(word: str) -> int:
    return _counts().get(word, 0)


@cache
def _counts() -> Mapping[str, int]:
    # Few documents need the list, and it takes a while to load.
    from spellchecker import SpellChecker

    counts: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return counts
