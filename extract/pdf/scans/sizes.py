"""Recognised type: a recogniser measures each line, and lines of one size differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import inf
from statistics import median, quantiles

from ...chains import chains
from ..page import ASCENT, DESCENT, Page, Token
from ..words.glyphs import whole

# Sizes that are measured of one size of print are within this.
_ALIKE = 1.2
# A line is measured too large where it is larger by this factor than its letters' width tells; so
# many letters tell it. A letter that Helvetica does not have is so wide.
_TOO_LARGE = 1.35
_LETTERS = 4
_WIDTH = 556
# A space is narrower than so many letters, and no space within a line wider than so many.
_SPACE = 1.25
_WIDE = 4.0


def levelled(pages: Sequence[Page]) -> list[Page]:
    """Return recognised pages with few sizes of type instead of many, and with words to their end.

    A line that is measured much too large for the width of its letters is as large as those tell.
    The size in which most letters are set takes in all that are like it, then the next does. Some
    recognisers' words are as wide as their letters and the space after them, pressed into the width
    of the letters: those end a letter too early. A space that they print where letters touch, as in
    codes, parts no word.
    """
    pages = _plausible([replace(page, tokens=tuple(whole(page.tokens))) for page in pages])
    letters: Counter[float] = Counter()
    for page in pages:
        for token in page.tokens:
            letters[token.style.size] += len(token.text)
    sizes = _classes(letters)
    short = _end_early(pages)
    return [
        replace(page, tokens=tuple(_settled(t, sizes, short) for t in page.tokens), recognised=True)
        for page in pages
    ]


def _plausible(pages: Sequence[Page]) -> list[Page]:
    """Return pages with lines no larger than the width of their letters allows.

    Recognisers tell widths well and heights badly, too large rather than too small. So how high
    letters are for their width is told by the quarter of the words that are lowest for theirs.
    """
    lines = [[list(line) for line in chains(page.tokens, _is_one_line)] for page in pages]
    factors = [
        line[0].style.size / width
        for each in lines
        for line in each
        if (width := _by_width(line))
        for _ in line
    ]
    factor = quantiles(factors)[0] if len(factors) > 1 else inf
    return [
        page.changed({word: new for line in each for word, new in _no_larger(line, factor)})
        for page, each in zip(pages, lines, strict=True)
    ]


def _is_one_line(left: Token, right: Token) -> bool:
    return (left.base, left.style, left.turn) == (right.base, right.style, right.turn)


def _by_width(line: Sequence[Token]) -> float | None:
    """Return the size of type in Helvetica whose letters are as wide; None of few letters."""
    if line[0].turn or sum(len(word.text) for word in line) < _LETTERS:
        return None
    return sum(word.x1 - word.x0 for word in line) / sum(_width(word.text) for word in line)


@cache
def _widths() -> Mapping[str, int]:
    """Return how wide letters of Helvetica are, in thousandths of the size (Adobe's metrics)."""
    from pdfminer.fontmetrics import FONT_METRICS

    _, widths = FONT_METRICS["Helvetica"]
    return widths


def _width(text: str) -> float:
    """Return how wide a text is in Helvetica, in parts of the size."""
    return sum(_widths().get(char, _WIDTH) for char in text) / 1000


def _no_larger(line: Sequence[Token], factor: float) -> Iterator[tuple[Token, Token]]:
    """Yield the words of a line that is measured too large, each with what it is."""
    width = _by_width(line)
    if width and line[0].style.size > _TOO_LARGE * factor * width:
        yield from ((word, sized(word, factor * width)) for word in line)


def _end_early(pages: Iterable[Page]) -> bool:
    """Tell whether the words of a line are further apart than a space is wide."""
    pairs = (pair for page in pages for pair in pairwise(page.tokens))
    spaces = [(right.x0 - left.x1) / _letter(left) for left, right in pairs if _beside(left, right)]
    within = [space for space in spaces if 0 <= space <= _WIDE]
    return bool(within) and median(within) > _SPACE


def _beside(left: Token, right: Token) -> bool:
    level = abs(left.base - right.base) <= (ASCENT - DESCENT) / 2 * left.style.size
    return level and not left.turn and not right.turn and left.x1 > left.x0


def _letter(token: Token) -> float:
    """Return how wide a letter of a word is."""
    return (token.x1 - token.x0) / len(token.text)


def _classes(letters: Counter[float]) -> Mapping[float, float]:
    """Return the size that each size is an instance of."""
    found: dict[float, float] = {}
    for size, _ in sorted(letters.items(), key=lambda item: (-item[1], item[0])):
        if size in found:
            continue
        alike = [other for other in letters if max(size, other) <= _ALIKE * min(size, other)]
        found |= {other: size for other in alike if other not in found}
    return found


def _settled(token: Token, sizes: Mapping[float, float], short: bool) -> Token:
    if short and not token.turn:
        token = token._replace(x1=token.x1 + _letter(token))
    return sized(token, sizes[token.style.size])


def sized(token: Token, size: float) -> Token:
    """Return a word in type of another size, its box as high as that."""
    style = token.style._replace(size=size)
    if token.turn:
        return token._replace(style=style)
    return token._replace(
        style=style, y0=token.base - ASCENT * size, y1=token.base + DESCENT * size
    )
