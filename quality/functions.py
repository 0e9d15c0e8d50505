"""Functions that checks may call in SQL, beside those of SQLite.

fold(text)                      letters and digits alone, without case and accents: for comparing
unaccented(text)                the text without accents, case kept
alike(one, other)               0 to 100: likeness of two names, in whatever order their words stand
likeness(one, other)            0 to 1: how much of the shorter prose stands in the longer, too
capitalised(text)               JSON list of the words of seven letters or more with a capital first
misprint(word, name)            whether the word is the name but for a letter, or two exchanged
dates_in(text, language, near)  JSON list of {printed, start, end, weekday, real}: dates in a text;
                                one without a year lies nearest to the day `near`; weekday is the
                                name printed beside it, real the name that the day has, null both
                                where none is printed
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from datetime import date
from functools import lru_cache

import regex
from rapidfuzz import fuzz

from .dates import printed_dates, weekday_name

_RUN = 5  # words
_SHORT = 120  # characters: names and titles, which come again and again
_LEAST = 12  # words: shorter prose is like anything
_MARKS = frozenset({"Mn", "Mc", "Me"})
_APOSTROPHES = str.maketrans("", "", "'’‘`´")
# Palembang
_CAPITALISED = regex.compile(r"\b\p{Lu}[\p{L}\p{M}]{6,}\b")
# World Metropolitan Day 2021
_WORD = re.compile(r"\w+")


def register(connection: sqlite3.Connection) -> None:
    """Make the functions known to a connection."""
    for name, count, function in (
        ("fold", 1, fold),
        ("unaccented", 1, unaccented),
        ("alike", 2, alike),
        ("likeness", 2, likeness),
        ("capitalised", 1, capitalised),
        ("misprint", 2, misprint),
        ("dates_in", 3, dates_in),
    ):
        connection.create_function(name, count, function, deterministic=True)


def fold(text: str | None) -> str | None:
    """Return letters and digits alone, without case and accents, words parted by one blank."""
    if text is None:
        return None
    return _folded_name(text) if len(text) < _SHORT else _folded(text)


def unaccented(text: str | None) -> str | None:
    """Return the text without accents, case kept."""
    return None if text is None else _bare(text)


def alike(one: str | None, other: str | None) -> float:
    """Return the likeness of two names from 0 to 100, case, accents and order of words apart."""
    return fuzz.token_sort_ratio(fold(one) or "", fold(other) or "")


def likeness(one: str | None, other: str | None) -> float:
    """Return how many runs of five words of the shorter prose stand in the longer, 0 to 1.

    Prose under twelve words is like nothing: it repeats by chance.
    """
    runs = [_runs(text or "") for text in (one, other)]
    shorter, longer = sorted(runs, key=len)
    if len(shorter) + _RUN - 1 < _LEAST:
        return 0.0
    return len(shorter & longer) / len(shorter)


def capitalised(text: str | None) -> str:
    """Return the words of seven letters or more with a capital first, each once, as JSON."""
    return json.dumps(list(dict.fromkeys(_CAPITALISED.findall(text or ""))), ensure_ascii=False)


def misprint(word: str, name: str) -> bool:
    """Tell whether a word is a name but for one letter, or two that have changed places.

    A letter more at the end is an ending, as in 'Victorian', and no misprint.
    """
    if len(word) == len(name):
        differing = [pair for pair in zip(word, name, strict=True) if pair[0] != pair[1]]
        return len(differing) == 1 or (len(differing) == 2 and _exchanged(*differing))
    longer, shorter = sorted((word, name), key=len, reverse=True)
    at = range(len(longer) - (longer is word))
    return any(longer[:n] + longer[n + 1 :] == shorter for n in at)


def dates_in(text: str | None, language: str, near: str) -> str:
    """Return the dates in a text as JSON."""
    found = printed_dates(text or "", language, date.fromisoformat(near))
    if not found:
        return "[]"
    return json.dumps(
        [
            {
                "printed": each.printed,
                "start": each.start.isoformat(),
                "end": each.end.isoformat(),
                "weekday": _name(each.weekday, language),
                "real": None if each.weekday is None else weekday_name(each.end, language),
            }
            for each in found
        ],
        ensure_ascii=False,
    )


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(_bare(text).translate(_APOSTROPHES).casefold()))


def _exchanged(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one == other[::-1]


_folded_name = lru_cache(maxsize=50_000)(_folded)


def _bare(text: str) -> str:
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parts if unicodedata.category(letter) not in _MARKS)


@lru_cache(maxsize=200)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _folded(text).split()
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _name(weekday: int | None, language: str) -> str | None:
    # 1 January 2024 was a Monday.
    return None if weekday is None else weekday_name(date(2024, 1, 1 + weekday), language)
