"""The small words of each language, from languages.toml."""

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
    inside: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    days: tuple[str, ...] = ()
    onward: tuple[str, ...] = ()


@cache
def languages() -> Mapping[str, Language]:
    """Return the languages that are listed, by their codes."""
    data = tomllib.loads((files(__package__) / "languages.toml").read_text("utf-8"))
    return {code: Language(**words) for code, words in data.items()}


def words_of(code: str) -> Language:
    """Return the words of a language, none where it is not listed."""
    return languages().get(code, Language())


def either(words: Iterable[str]) -> str:
    """Return the regex of any of these words, the longest first; of no word it matches nothing.

    White space and apostrophes in them are as any print has them.
    """
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    shapes = (regex.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") for word in longest)
    return f"(?:{'|'.join(shapes)})" if longest else "(?!)"
