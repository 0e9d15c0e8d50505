"""Recognised type: a recogniser measures each line, and lines of one size differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .page import ASCENT, DESCENT, Page, Token

# Sizes that are measured of one size of print are within this.
_ALIKE = 1.2


def levelled(pages: Sequence[Page]) -> list[Page]:
    """Return recognised pages with few sizes of type instead of many, and with words to their end.

    The size in which most letters are set takes in all that are like it, then the next does.
    """
    letters: Counter[float] = Counter()
    for page in pages:
        for token in page.tokens:
            letters[token.style.size] += len(token.text)
    sizes = _classes(letters)
    return [
        replace(page, tokens=tuple(_sized(t, sizes) for t in page.tokens), recognised=True)
        for page in pages
    ]


def _classes(letters: Counter[float]) -> Mapping[float, float]:
    """Return the size that each size is an instance of."""
    found: dict[float, float] = {}
    for size, _ in sorted(letters.items(), key=lambda item: (-item[1], item[0])):
        if size in found:
            continue
        alike = [other for other in letters if max(size, other) <= _ALIKE * min(size, other)]
        found |= {other: size for other in alike if other not in found}
    return found


def _sized(token: Token, sizes: Mapping[float, float]) -> Token:
    size = sizes[token.style.size]
    style = token.style._replace(size=size)
    if token.turn:
        return token._replace(style=style)
    # A word's letters are as wide as it, but the space after them is among them.
    x1 = token.x1 + (token.x1 - token.x0) / len(token.text)
    y0, y1 = token.base - ASCENT * size, token.base + DESCENT * size
    return token._replace(style=style, x1=x1, y0=y0, y1=y1)
