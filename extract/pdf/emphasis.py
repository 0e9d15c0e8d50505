"""Weight of recognised type, which no recogniser tells: headings are bold.

Weight tells where a page is cut, so the words of the house styles' headings take its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .page import Page, Token
from .runs import runs
from .vocabulary import is_heading_text


def emphasised(pages: Sequence[Page]) -> list[Page]:
    """Return pages with the words of each run bold that is a heading and nothing else."""
    return [_emphasised(page) for page in pages]


def _emphasised(page: Page) -> Page:
    upright = [token for token in page.tokens if not token.turn]
    headings = [run for run in runs(upright) if is_heading_text(run.text)]
    found = {word: _bold(word) for run in headings for word in run.words}
    return replace(
        page,
        tokens=tuple(found.get(token, token) for token in page.tokens),
        ornaments={found.get(word, word): sign for word, sign in page.ornaments.items()},
    )


def _bold(token: Token) -> Token:
    return token._replace(style=token.style._replace(bold=True))
