"""The words of each language: the small ones from languages.toml, months and days from CLDR.

Every room may read them; they know none.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import regex


@dataclass(frozen=True, slots=True)
class Language:
    """The small words of one language, in small letters; languages.toml tells what each list is."""

    joints: tuple[str, ...] = ()
    ands: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)
    spans: Mapping[str, int] = field(default_factory=dict)
    nth: Mapping[str, int] = field(default_factory=dict)
    undated: tuple[str, ...] = ()
    onward: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    honours: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    multiples: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    hundreds: Mapping[str, int] = field(default_factory=dict)


@cache
def languages() -> Mapping[str, Language]:
    """Return the languages that are listed, by their codes."""
    data = tomllib.loads((files(__package__) / "languages.toml").read_text("utf-8"))
    return {code: Language(**words) for code, words in data.items()}


def words_of(code: str) -> Language:
    """Return the words of a language, none where it is not listed."""
    return languages().get(code, Language())


@cache
def month_names(code: str) -> Mapping[str, int]:
    """Return names and abbreviations of months, case-folded, with their numbers from 1."""
    from babel.core import Locale

    return {**_names(Locale.parse(code).months), **words_of(code).months}


@cache
def written_in() -> Mapping[str, tuple[str, ...]]:
    """Return the languages that are listed in which a word, case-folded, is a month in full."""
    from babel.core import Locale

    found: dict[str, tuple[str, ...]] = {}
    for code in languages():
        for name in _names(Locale.parse(code).months, ("wide",)):
            found[name] = (*found.get(name, ()), code)
    return found


@cache
def weekday_names(code: str) -> Mapping[str, int]:
    """Return names and abbreviations of days, case-folded, with their numbers: Monday is 0."""
    from babel.core import Locale

    return {**_names(Locale.parse(code).days), **words_of(code).days}


def either(words: Iterable[str]) -> str:
    """Return the regex of any of these words, the longest first; of no word it matches nothing.

    White space and apostrophes in them are as any print has them.
    """
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    shapes = (regex.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in longest)
    return f"(?:{'|'.join(shapes)})" if longest else "(?!)"


def every(which: str) -> str:
    """Return the regex of the words of one kind in all languages."""
    return either(word for words in languages().values() for word in getattr(words, which))


def _names(
    tables: Mapping[str, Mapping[str, Mapping[int, str]]],
    widths: Iterable[str] = ("wide", "abbreviated"),
) -> dict[str, int]:
    return {
        name.casefold().rstrip("."): number
        for context in ("format", "stand-alone")
        for width in widths
        for number, name in tables.get(context, {}).get(width, {}).items()
    }
