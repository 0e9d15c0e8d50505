"""Sheets of two facing pages, as designs are exported in spreads -> one page after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..document import Box
from ..edges import EDGE
from .aside.margins import zone
from .page import Page, Token

# So many sheets, and this share of all, have two page numbers that follow one another.
_SHEETS = 2
_SHARE = 0.5


def parted(pages: Sequence[Page]) -> list[Page]:
    """Return the pages with sheets of two pages as two of one number, which keep their places.

    Sheets are such where half of all have two page numbers, one more at the right, at one height.
    One whose middle a word crosses is left whole, as a cover that folds round may be.
    """
    pairs = sum(_has_two_numbers(page) for page in pages)
    if pairs < max(_SHEETS, _SHARE * len(pages)):
        return list(pages)
    return [part for page in pages for part in _halves(page)]


def _has_two_numbers(page: Page) -> bool:
    """Tell whether a page number stands left of the middle, and the next right of it."""
    decimals = [token for token in page.tokens if token.text.isdecimal()]
    head, foot = zone(page.height, [token.base for token in page.tokens]) if decimals else (0, 0)
    numbers = [token for token in decimals if not head < token.base < foot]
    return any(
        int(right.text) == int(left.text) + 1
        and abs(left.base - right.base) <= EDGE
        and left.style == right.style
        for left in numbers
        for right in numbers
        if left.x1 < page.width / 2 < right.x0
    )


def _halves(page: Page) -> list[Page]:
    middle = page.width / 2
    if any(token.x0 < middle < token.x1 for token in page.tokens):
        return [page]
    sides = _sided(page.tokens, middle)
    return [
        replace(
            page,
            tokens=tuple(tokens),
            pictures=tuple(_cut(page.pictures, edges)),
            ornaments={word: sign for word, sign in page.ornaments.items() if word in tokens},
        )
        for tokens, edges in zip(sides, ((0.0, middle), (middle, page.width)), strict=True)
    ]


def _sided(tokens: Iterable[Token], middle: float) -> tuple[list[Token], list[Token]]:
    left: list[Token] = []
    right: list[Token] = []
    for token in tokens:
        (left if token.x1 <= middle else right).append(token)
    return left, right


def _cut(pictures: Iterable[Box], edges: tuple[float, float]) -> Iterator[Box]:
    """Return what of pictures stands between two edges."""
    left, right = edges
    for x0, y0, x1, y1 in pictures:
        if x0 < right and x1 > left:
            yield Box(max(x0, left), y0, min(x1, right), y1)
