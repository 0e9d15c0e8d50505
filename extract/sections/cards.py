"""People side by side, a card each, whose row the end of a page tears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import inf

from ..edges import is_at
from ..words import Text


def whole_cards(texts: Sequence[Text]) -> list[Text]:
    """Return the lines with those moved that go on with a card of the page before.

    That page ends with bold lines in a row, names. What the next page begins with, before anything
    bold, stands at their left edges: each line goes on with the name that is over it there. Where
    another line stands there too, or lines have no boxes, all stay as they are.
    """
    found: list[Text] = []
    for _, page in groupby(texts, lambda text: text.line.page):
        after = list(page)
        row = _last_row(found)
        rest = list(_above_bold(after)) if len(row) > 1 else []
        if rest and all(is_at(row, _left(text)) for text in rest):
            for text in rest:
                found.insert(_below(found, _left(text)), replace(text, gap=False))
            after = [text for text in after if text not in rest]
        found += after
    return found


def _last_row(texts: Sequence[Text]) -> list[float]:
    """Return the left edges of the last row of some lines, if all in it are bold."""
    page = [text for text in texts if text.line.page == texts[-1].line.page]
    lowest = max(map(_top, page), default=inf)
    row = [text for text in page if is_at([lowest], _top(text))]
    return [_left(text) for text in row] if all(text.line.bold for text in row) else []


def _above_bold(texts: Sequence[Text]) -> Iterator[Text]:
    """Yield the lines of a page that stand over all bold ones."""
    end = min((_top(text) for text in texts if text.line.bold), default=inf)
    return (text for text in texts if _top(text) < end)


def _below(texts: Sequence[Text], left: float) -> int:
    """Return the place behind the last line at a left edge."""
    return 1 + max(n for n, text in enumerate(texts) if is_at([left], _left(text)))


def _left(text: Text) -> float:
    return text.line.box.x0 if text.line.box else -inf


def _top(text: Text) -> float:
    return text.line.box.y0 if text.line.box else -inf
