"""Columns of fields that run over the end of a page, brought together again."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from math import inf

from .edges import is_at
from .labels import label_at
from .layout import Layout
from .shapes import GOES_ON, RUNNING, SENTENCE_END, SENTENCE_INSIDE
from .starts import stands_at
from .words import Text, blocks


def overleaf(texts: Sequence[Text], layout: Layout) -> list[Text]:
    """Return the lines with those moved that go on with a column of fields of the page before.

    A column of fields holds a label, and no other column of its page begins at its left edge, or
    it ends with a list that goes on, as a comma tells, and another column is read after it.
    What stands at that edge on the next page, before any label or sentences there, goes on with
    it, the first block of it alone under a label that ends another column, beside which more is
    read. What stands on that side of all fields where prose stood before them goes on with the
    prose, as does what goes on in small letters with a sentence at its own edge. Centred lines go
    on with the centred value in whose middle they stand. Lines without boxes stay where they are.
    What no longer follows the line that it was printed under begins a block, unless it stands at
    the edge of the line before it.
    """
    pages: list[list[Text]] = []
    for text in texts:
        if not pages or pages[-1][-1].line.page != text.line.page:
            pages.append([])
        pages[-1].append(text)
    for before, after in itertools.pairwise(pages):
        first = after[0]
        prose, fields = _beside(before, layout)
        run = _run_beside(after, fields, prose, layout) if fields else []
        before[len(prose) : len(prose)] = run
        after[:] = _without(after, run)
        for edge in _field_edges(before, layout):
            run = _values_at(after, edge, layout)
            last = max(n for n, text in enumerate(before) if stands_at(text, edge))
            if run and last + 1 < len(before) + (run[0] is not after[0]):
                before[last + 1 : last + 1] = run
                after[:] = _without(after, run)
        for end in reversed(_bare_labels(before, layout)):
            run = _block_at(after, before[end - 1], layout)
            before[end:end] = run
            after[:] = _without(after, run)
        centred = _centred_values(before, layout)
        for end, middle in reversed(centred):
            run = _run_around(after, middle, [each for _, each in centred])
            before[end:end] = run
            after[:] = _without(after, run)
        last, run = _sentence(before, after, layout)
        before[last + 1 : last + 1] = run
        after[:] = _without(after, run)
        if after and after[0] is not first and not _shares_edge(before[-1], after[0]):
            after[0] = replace(after[0], gap=True)
    return [text for page in pages for text in page]


def columns_overleaf(
    texts: Sequence[Text], heads: Callable[[Text], bool], begins: Callable[[Text], bool]
) -> list[Text]:
    """Return the lines with those moved that go on with the first of columns under heads.

    Each column of a page but a last one ends inside an item where the next page goes on at its
    left edge before anything begins. Columns without heads flow: there the last one goes on.
    """
    pages = [list(page) for _, page in itertools.groupby(texts, lambda text: text.line.page)]
    for before, after in itertools.pairwise(pages):
        column = [n for n, text in enumerate(before) if _shares_edge(text, after[0])]
        last = column[-1] + 1 if column else len(before)
        if last == len(before) or not (heads(before[column[0]]) and heads(before[last])):
            continue
        run = list(itertools.takewhile(lambda text: not (begins(text) or heads(text)), after))
        if run and all(_shares_edge(text, run[0]) for text in run):
            before[last:last] = run
            after[:] = after[len(run) :]
    return [text for page in pages for text in page]


def _beside(texts: Sequence[Text], layout: Layout) -> tuple[Sequence[Text], Sequence[Text]]:
    """Return the prose of a page and the fields that stand beside it; nothing where none do."""
    n = next((n for n in range(len(texts)) if label_at(texts, n, layout)), 0)
    prose, fields = texts[:n], texts[n:]
    if n and (_left_of(prose, fields) or _left_of(fields, prose)):
        return prose, fields
    return (), ()


def _left_of(texts: Sequence[Text], others: Sequence[Text]) -> bool:
    """Tell whether some lines stand left of all others."""
    boxes = [text.line.box for text in texts]
    right = max((box.x1 for box in boxes if box), default=inf)
    boxes = [text.line.box for text in others]
    return right <= min((box.x0 for box in boxes if box), default=-inf)


def _run_beside(
    texts: Sequence[Text], fields: Sequence[Text], prose: Sequence[Text], layout: Layout
) -> list[Text]:
    """Return the lines on the side of fields on which prose stands, before any label there."""
    right = _left_of(fields, prose)
    run: list[Text] = []
    for n, text in enumerate(texts):
        if _left_of(fields, [text]) if right else _left_of([text], fields):
            if label_at(texts, n, layout):
                break
            run.append(text)
    return run


def _sentence(
    before: Sequence[Text], after: Sequence[Text], layout: Layout
) -> tuple[int, list[Text]]:
    """Return the last line of a column of prose, and the lines at its edge that go on with it.

    The first of them tops a column right of a column of fields, which was read before it.
    """
    edges = _field_edges(before, layout)
    for n in range(1, len(after) if edges else 0):
        text, over = after[n], after[n - 1]
        if text.gap or not text.text[:1].islower() or not _tops_column(over, text):
            continue
        if not any(stands_at(over, edge) for edge in edges):
            continue
        column = [m for m, line in enumerate(before) if _shares_edge(line, text)]
        if column and not SENTENCE_END.search(before[column[-1]].text):
            run = itertools.takewhile(partial(_shares_edge, text), after[n:])
            return column[-1], list(run)
    return -1, []


def _tops_column(over: Text, text: Text) -> bool:
    """Tell whether a line stands right of the one before it, and no lower."""
    left, box = over.line.box, text.line.box
    return left is not None and box is not None and left.x1 <= box.x0 and box.y0 <= left.y0


def _shares_edge(line: Text, other: Text) -> bool:
    return other.line.box is not None and stands_at(line, other.line.box.x0)


def _without(texts: Sequence[Text], run: Sequence[Text]) -> list[Text]:
    return [text for text in texts if all(text is not other for other in run)]


def _field_edges(texts: Sequence[Text], layout: Layout) -> list[float]:
    """Return the left edges of the columns of a page that hold but fields, or end inside one."""
    labels = [n for n, text in enumerate(texts) if text.line.box and label_at(texts, n, layout)]
    edges: list[float] = []
    for n in labels:
        box = texts[n].line.box
        if box is None or is_at(edges, box.x0):
            continue
        column = [m for m, text in enumerate(texts) if stands_at(text, box.x0)]
        beside = column[-1] + 1 < len(texts)
        if column[0] == n or (beside and _goes_on(texts[n + 1 : column[-1] + 1])):
            edges.append(box.x0)
    return edges


def _goes_on(values: Sequence[Text]) -> bool:
    """Tell whether values under a label are one list, and a comma ends it."""
    whole = not any(text.line.gap for text in values)
    return bool(values) and whole and bool(GOES_ON.search(values[-1].text))


def _bare_labels(texts: Sequence[Text], layout: Layout) -> list[int]:
    """Return where labels without a value end, that end their columns, and not the page."""
    found: list[int] = []
    for n, text in enumerate(texts):
        label = label_at(texts, n, layout) if text.line.box else None
        end = n + label.lines if label and not label.value else len(texts)
        if end < len(texts) and not any(_shares_edge(other, text) for other in texts[end:]):
            found.append(end)
    return found


def _block_at(texts: Sequence[Text], label: Text, layout: Layout) -> list[Text]:
    """Return the first block that stands at the edge of a label."""
    run = _run_at(texts, label.line.box.x0, layout) if label.line.box else []
    return run[:1] + list(itertools.takewhile(lambda text: not text.gap, run[1:]))


def _centred_values(texts: Sequence[Text], layout: Layout) -> list[tuple[int, float]]:
    """Return where centred values end that stand under centred labels, and their middles."""
    labels = [n for n in range(len(texts)) if label_at(texts, n, layout)]
    found: list[tuple[int, float]] = []
    for n, end in itertools.pairwise([*labels, len(texts)]):
        middle = _middle(texts[n])
        lefts = [text.line.box.x0 for text in texts[n:end] if text.line.box]
        around = all(is_at((middle,), _middle(text)) for text in texts[n:end])
        if around and not all(is_at(lefts[:1], left) for left in lefts):
            found.append((end, middle))
    return found


def _run_around(texts: Sequence[Text], middle: float, middles: Sequence[float]) -> list[Text]:
    """Return the lines in one middle, of those in several with which a page begins."""
    first = itertools.takewhile(lambda text: is_at(middles, _middle(text)), texts)
    return [text for text in first if is_at((middle,), _middle(text))]


def _middle(text: Text) -> float:
    box = text.line.box
    return (box.x0 + box.x1) / 2 if box else -inf


def _values_at(texts: Sequence[Text], edge: float, layout: Layout) -> list[Text]:
    """Return the lines at an edge before any label, and before a block of sentences.

    What goes on with such a block in small letters is none of a list.
    """
    run = list(blocks(_run_at(texts, edge, layout)))
    found = list(itertools.takewhile(_is_list, run))
    rest = len(found) < len(run) and run[0][0].text[:1].islower()
    return [] if rest else list(itertools.chain(*found))


def _is_list(block: Sequence[Text]) -> bool:
    """Tell whether a block neither holds the end of a sentence nor is the rest of one."""
    words = " ".join(text.text for text in block)
    ends = SENTENCE_END.search(words) and RUNNING.search(words)
    return not (ends or SENTENCE_INSIDE.search(words))


def _run_at(texts: Sequence[Text], edge: float, layout: Layout) -> list[Text]:
    run: list[Text] = []
    for n, text in enumerate(texts):
        if label_at(texts, n, layout):
            break
        if stands_at(text, edge):
            run.append(text)
        elif run:
            break
    return run
