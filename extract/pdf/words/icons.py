"""Icons of symbol fonts that stand beside a line, but not on it: a sign left of label and value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from ..page import Page, Token
from .near import Places

# ✔   ★   a character of private use
_SIGN = regex.compile(r"[\p{So}\p{Co}]{1,2}")
# What an icon stands before is no further away, in parts of the icon's size.
_NEAR = 2.5
# A sign whose baseline is no further from that of its word stands on its line.
_LEVEL = 0.3
# An icon and its line share so much of their heights, in parts of the lesser one.
_SHARED = 0.3
# Lines that begin at one edge differ by so many points.
_EDGE = 1.5


def is_icon(text: str) -> bool:
    """Tell whether signs are an icon's: no letter, figure or punctuation."""
    return len(text) <= 2 and bool(_SIGN.fullmatch(text))


def without_icons(page: Page) -> Page:
    """Return a page without the icons between the heights of lines, given to the word they precede.

    Of several lines beside an icon that is the upper one. A sign on the line of its words stays.
    """
    signs = [token for token in page.tokens if not token.text.isascii() and is_icon(token.text)]
    if not signs:
        return page
    places = Places(page.tokens)
    found = {word: sign for sign in signs if (word := _beside(sign, places))}
    if not found:
        return page
    taken = set(found.values())
    rest = tuple(token for token in page.tokens if token not in taken)
    return replace(page, tokens=rest, ornaments={**page.ornaments, **found})


def _beside(sign: Token, places: Places) -> Token | None:
    """Return the word that begins the upper line right of an icon, None if it is on a line."""
    words = list(_near(sign, places))
    level = _LEVEL * sign.style.size
    if not words or any(abs(word.base - sign.base) <= level for word in words):
        return None
    edge = min(word.x0 for word in words) + _EDGE
    return min((word for word in words if word.x0 <= edge), key=lambda word: word.base)


def _near(sign: Token, places: Places) -> Iterator[Token]:
    reach = _NEAR * sign.style.size
    tallest = places.tallest
    for word in places.within(sign.x1, sign.y0 - tallest, sign.x1 + reach, sign.y1 + tallest):
        shared = min(word.y1, sign.y1) - max(word.y0, sign.y0)
        if not word.turn and shared >= _SHARED * min(word.y1 - word.y0, sign.y1 - sign.y0):
            yield word
