"""Columns of fields that run over the end of a page, brought together again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from .labels import label_at
from .layout import Layout
from .words import Text

# Lines of one column begin at most so many points apart.
_EDGE = 2.0


def overleaf(texts: Sequence[Text], layout: Layout) -> list[Text]:
    """Return the lines with those moved that go on with a column of fields of the page before.

    A column of fields holds a label, and no other column of its page begins at its left edge.
    What stands at that edge on the next page, before any label there, goes on with it. Lines
    without boxes stay where they are.
    """
    pages: list[list[Text]] = []
    for text in texts:
        if not pages or pages[-1][-1].line.page != text.line.page:
            pages.append([])
        pages[-1].append(text)
    for before, after in itertools.pairwise(pages):
        for edge in _field_edges(before, layout):
            run = _run_at(after, edge, layout)
            last = max(n for n, text in enumerate(before) if _at(text, edge))
            if run and last + 1 < len(before) + (run[0] is not after[0]):
                before[last + 1 : last + 1] = run
                after[:] = [text for text in after if all(text is not other for other in run)]
    return [text for page in pages for text in page]


def _field_edges(texts: Sequence[Text], layout: Layout) -> list[float]:
    """Return the left edges of the columns of a page that hold nothing but fields."""
    labels = [n for n, text in enumerate(texts) if text.line.box and label_at(texts, n, layout)]
    edges: list[float] = []
    for n in labels:
        box = texts[n].line.box
        if box is None or any(abs(box.x0 - edge) <= _EDGE for edge in edges):
            continue
        first = next(m for m, text in enumerate(texts) if _at(text, box.x0))
        if first == n:
            edges.append(box.x0)
    return edges


def _run_at(texts: Sequence[Text], edge: float, layout: Layout) -> list[Text]:
    run: list[Text] = []
    for n, text in enumerate(texts):
        if label_at(texts, n, layout):
            break
        if _at(text, edge):
            run.append(text)
        elif run:
            break
    return run


def _at(text: Text, edge: float) -> bool:
    return text.line.box is not None and abs(text.line.box.x0 - edge) <= _EDGE
