"""Pages of a text that has lost its form feeds: each ends with its number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..chains import counting_up
from ..shapes import LINE_TITLE, PAGE_NUMBER, PLAN_ITEM


def by_number(pages: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return the pages of a text; one page is parted behind rows that are but its page numbers.

    Those are rows that count up by one. A cover without a number stands on the page after it.
    Where action lines stand under the numbers of their pages, and not over the next ones, nothing
    is parted: activities would be on the lines of others.
    """
    if len(pages) > 1:
        return pages
    (rows,) = pages
    printed = ((row, text.strip()) for row, text in enumerate(rows))
    found = ((row, PAGE_NUMBER.match(text)) for row, text in printed)
    ends = counting_up(("", int(match["number"]), row + 1) for row, match in found if match)
    parted = [rows[start:end] for start, end in pairwise([0, *ends, len(rows)])]
    return pages if _are_footers(parted) else [page for page in parted if any(page)]


def _are_footers(pages: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first page that an action line stands over is behind one with codes."""
    for before, page in pairwise(pages):
        first = next((text.strip() for text in page if text.strip()), "")
        if LINE_TITLE.match(first):
            words = (word.strip(",;") for text in before for word in text.split())
            return any(PLAN_ITEM.match(word) and len(word) > len("L1") for word in words)
    return False
