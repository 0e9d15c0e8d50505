"""Accents that are drawn by themselves, over their letters: TeX does so where a font lacks 'ć'."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

import regex

# Each accent as a sign by itself, and as it joins a letter.
_JOINED = {
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "ˇ": "\u030c",
    "¨": "\u0308",
    "˜": "\u0303",
    "¸": "\u0327",
    "˛": "\u0328",
    "˚": "\u030a",
    "˙": "\u0307",
    "˝": "\u030b",
    "¯": "\u0304",
    "˘": "\u0306",
}
_ACCENT = regex.compile(f"[{''.join(_JOINED)}]")
# Accents of i and j are drawn over letters without a dot.
_DOTTED = {"ı": "i", "ȷ": "j"}
# The letter of an accent is no further from it than this in the order of drawing.
_NEAR = 120

# Left, one edge, right, other edge.
Sides = Sequence[float]


def joined(characters: Sequence[str], sides: Callable[[int], Sides]) -> list[str]:
    """Return the characters of a page with accents joined to the letters that they stand over.

    An accent that is joined leaves an empty text at its place. `sides` gives the box of a character
    by its number.
    """
    found = list(characters)
    for at, accent in enumerate(characters):
        if accent not in _JOINED:
            continue
        near = range(max(0, at - _NEAR), min(len(found), at + _NEAR))
        letters = {n: made for n in near if (made := _made(found[n], accent))}
        place = sides(at)
        under = [n for n in letters if _stands_over(place, sides(n))]
        if under:
            nearest = min(under, key=lambda n: abs(n - at))
            found[nearest], found[at] = letters[nearest], ""
    return found


def has_accents(text: str) -> bool:
    """Tell whether any accent stands by itself: a quick no for most pages."""
    return bool(_ACCENT.search(text))


def _made(letter: str, accent: str) -> str | None:
    """Return the letter with an accent, None where there is none such."""
    if not letter.isalpha():
        return None
    made = unicodedata.normalize("NFC", _DOTTED.get(letter, letter) + _JOINED[accent])
    return made if len(made) == 1 else None


def _stands_over(accent: Sides, letter: Sides) -> bool:
    """Tell whether the middle of an accent is over a letter, on one line."""
    x0, y0, x1, y1 = letter
    middle = (accent[0] + accent[2]) / 2
    return x0 <= middle <= x1 and min(y0, y1) < (accent[1] + accent[3]) / 2 < max(y0, y1)
