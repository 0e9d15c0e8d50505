"""Print that is no part of a text: marks across its pages ('DRAFT'), numbers of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from ..columns.gutters import columns, gutters
from ..page import Page, Token
from ..words.runs import Segment

# A mark is so large at least, in parts of the lesser side of its page: 24 points on A4; and it
# stands in one place, of so many points, on so many pages and this share of all.
_LARGE = 0.04
_PLACE = 3.0
_PAGES = 3
_SHARE = 0.5
# Lines are numbered when so many of a page are, by steps whose heights differ by no more points;
# columns of numbers are no nearer to one another.
_LINES = 5
_EVEN = 1.0
_APART = 1.0

_Place = tuple[str, int, int]


def across(pages: Sequence[Page]) -> list[tuple[Token, ...]]:
    """Return the words of each page that are printed across it.

    Half of all pages print such a word in one place, large, and lesser print of some page runs
    through it.
    """
    large = [_large(page) for page in pages]
    count = Counter(place for words in large for place in set(map(_place, words)))
    enough = max(_PAGES, _SHARE * len(pages))
    often = {place for place, n in count.items() if n >= enough}
    if not often:
        return [()] * len(pages)
    known = {
        _place(word)
        for words, page in zip(large, pages, strict=True)
        for word in words
        if _place(word) in often and any(_runs_through(other, word) for other in page.tokens)
    }
    return [_in(known, words) for words in large]


def _large(page: Page) -> list[Token]:
    size = _LARGE * min(page.width, page.height)
    return [word for word in page.tokens if word.style.size >= size]


def _in(known: Container[_Place], words: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(word for word in words if _place(word) in known)


def _place(word: Token) -> _Place:
    return word.text, round(word.x0 / _PLACE), round(word.base / _PLACE)


def _runs_through(word: Token, mark: Token) -> bool:
    """Tell whether a smaller word is printed over a mark: its baseline is in the mark's height."""
    over = word.x0 < mark.x1 and word.x1 > mark.x0
    return over and word.style.size < mark.style.size and mark.y0 < word.base < mark.base


def line_numbers(runs: Sequence[Segment]) -> Iterator[Segment]:
    """Yield the numbers left or right of all other print of a page that rise evenly, from above."""
    numbers = [run for run in runs if run.text.isdecimal()]
    if len(numbers) < _LINES:
        return
    others = [run for run in runs if not run.text.isdecimal()]
    left = min((run.x0 for run in others), default=0.0)
    right = max((run.x1 for run in others), default=0.0)
    for column in columns(numbers, gutters(numbers, _APART)):
        column.sort(key=lambda run: run.base)
        beside = all(run.x1 <= left or run.x0 >= right for run in column)
        if beside and len(column) >= _LINES and _rise_evenly(column):
            yield from column


def _rise_evenly(numbers: Sequence[Segment]) -> bool:
    """Tell whether each number is as much more than the one over it, and as far below."""
    steps = {int(below.text) - int(above.text) for above, below in pairwise(numbers)}
    white = [below.base - above.base for above, below in pairwise(numbers)]
    return len(steps) == 1 and min(steps) > 0 and max(white) - min(white) <= _EVEN
