"""Pages whose print lies on its side or upside down, and the turns that set it upright."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ..page import Page

# The print of a page runs in one direction where this share of its words do; a folio and a running
# header may stand as the other pages do.
_SHARE = 0.8
# A page of fewer words is turned only where most pages are: a credit beside a picture is no page.
_WORDS = 25


def lying(pages: Sequence[Page]) -> Mapping[int, int]:
    """Return the pages, by number, whose print is not upright: the quarter turns it is set in.

    A scanner, a wrong /Rotate or a wide table that is set sideways lay them so.
    """
    turns = {page.number: _turn(page) for page in pages}
    most = Counter(turns.values()).most_common(1)
    return {
        page.number: turn
        for page in pages
        if (turn := turns[page.number]) and (len(page.tokens) >= _WORDS or turn == most[0][0])
    }


def _turn(page: Page) -> int:
    """Return the quarter turns, clockwise, of nearly all words of a page; 0 where it has none."""
    aside = Counter(token.turn for token in page.tokens if token.turn)
    turn, count = max(aside.items(), key=lambda item: item[1], default=(0, 0))
    return turn if count >= _SHARE * len(page.tokens) else 0
