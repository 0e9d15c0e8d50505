"""Headings of recognised pages, told by the words of the house styles: bold, of their own rank.

A picture of poor print tells no weight, and a recogniser measures headings as large as titles.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...shapes import GOES_ON
from ..page import Page, Token
from ..words.runs import Segment, runs
from ..words.vocabulary import is_action_line_text, is_heading_text
from .weight import heavy

# Headings are set larger than titles by so much at least, and often measured as large.
_RANK = 1.05
# A line goes on in one that is no further below, in parts of the size.
_UNDER = 1.6


def emphasised(pages: Sequence[Page]) -> list[Page]:
    """Return pages with the words of each run bold that is a heading and nothing else.

    A phrase that breaks off may go on below in such words: 'Focal Point for / Africa'.
    """
    return [_emphasised(page) for page in pages]


def _emphasised(page: Page) -> Page:
    upright = [token for token in page.tokens if not token.turn]
    lines = runs(upright)
    headings = [run for run in lines if _is_heading(run) and not _goes_on(run, lines)]
    return page.changed({word: _ranked(heavy(word)) for run in headings for word in run.words})


def _is_heading(run: Segment) -> bool:
    return is_heading_text(run.text) or is_action_line_text(run.text)


def _goes_on(run: Segment, lines: Sequence[Segment]) -> bool:
    """Tell whether a run is the end of a phrase that breaks off right over it."""
    return any(
        0 < run.base - over.base <= _UNDER * run.style.size
        and abs(run.x0 - over.x0) <= run.style.size
        and over.style.size == run.style.size
        and GOES_ON.search(over.text)
        for over in lines
    )


def _ranked(word: Token) -> Token:
    return word._replace(style=word.style._replace(size=_RANK * word.style.size))
