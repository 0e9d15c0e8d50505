"""Blocks -> printed lines, each with its words, and the white space before it."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...chains import chains
from ...edges import EDGE, is_at
from ...shapes import AMOUNT
from ..page import ASCENT, Token
from ..words.runs import WIDE, Segment, ends_heading, one_rank
from ..words.vocabulary import is_label_text
from .clues import Clues, stands_as_date
from .order import Block
from .overrun import runs_over, tears_title
from .region import begins_label
from .tables import is_head, is_row

# Lines further apart than usual by this factor have white space between them.
_GAP = 1.13
# A distance comes often that has this share of the lines which the most common one has; those that
# differ by fewer points are equal.
_OFTEN = 0.2
_EQUAL = 0.25
# So many lines that go on tell how far apart the lines of a paragraph stand.
_WRAPPED = 8
# Type is so much smaller than that of the text, by this factor, under pictures and on them.
_CAPTION = 1.25
# The distance of lines, in parts of their size, where a document tells nothing better.
_LEADING = 1.35
# Runs of different size on one baseline are one line when they are an ordinary space apart.
_SPACE = 0.4
# Baselines of one line differ by so much, in parts of the size.
_LEVEL = 0.3


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one printed line from left to right, and the type of most of its letters."""

    run: Segment
    gap: bool


@dataclass(frozen=True, slots=True)
class Leading:
    """How far apart lines of each size and weight stand in a document."""

    usual: dict[tuple[float, bool], float]
    body: float

    @classmethod
    def of(cls, blocks: Iterable[Sequence[Segment]]) -> Leading:
        """Return how far apart the lines of one paragraph stand, for each type.

        That is the least distance that comes often over lines that begin with a small letter, so
        that they go on; of type that seldom does, over all: where most lines are items of lists,
        set apart from one another, it is the wrapped ones that tell. What stands nearer than
        letters are high are no two lines.
        """
        seen: dict[tuple[float, bool], list[float]] = {}
        wrapped: dict[tuple[float, bool], list[float]] = {}
        for block in blocks:
            for above, below in itertools.pairwise(block):
                distance = below.base - above.base
                if above.style == below.style and distance >= ASCENT * below.style.size:
                    seen.setdefault(below.style[:2], []).append(distance)
                    if below.text[:1].islower():
                        wrapped.setdefault(below.style[:2], []).append(distance)
        body = max(seen, key=lambda kind: len(seen[kind]), default=(0.0, False))[0]
        enough = {kind: found for kind, found in wrapped.items() if len(found) >= _WRAPPED}
        return cls({kind: _least(sorted(each)) for kind, each in (seen | enough).items()}, body)

    def parts(self, above: Segment, below: Segment) -> bool:
        """Tell whether there is white space between two lines of a block, or new type parts them.

        So a caption is parted, and a title, from text on either side. What does not stand under a
        line is no more of it.
        """
        distance = below.base - above.base
        if distance >= below.style.size and not _over(above, below):
            parted = True
        elif above.style is below.style:
            parted = distance > _GAP * self._usual(below)
        else:
            parted = (
                self._is_caption(below, above)
                or self._is_caption(above, below)
                or self._is_title(above) != self._is_title(below)
                or distance > _GAP * max(self._usual(above), self._usual(below))
                or (above.style != below.style and _is_dated(above) != _is_dated(below))
            )
        return parted and not (is_row(above) and is_row(below))  # of one table

    def _usual(self, run: Segment) -> float:
        return self.usual.get(run.style[:2], _LEADING * run.style.size)

    def _is_caption(self, run: Segment, beside: Segment) -> bool:
        """Tell whether a line is so much smaller than text that stands right over or under it."""
        is_text = beside.style.size <= self.body and not beside.style.bold
        return is_text and run.style.size * _CAPTION <= beside.style.size

    def _is_title(self, run: Segment) -> bool:
        return run.style.bold and Clues(self.body).is_large(run)


def _is_dated(run: Segment) -> bool:
    """Tell whether a line stands as a date, and not, in brackets, as a tenure."""
    return stands_as_date(run) and not run.text.startswith("(")


def _over(above: Segment, run: Segment) -> bool:
    return run.x0 < above.x1 and run.x1 > above.x0


def _least(distances: Sequence[float]) -> float:
    """Return the least distance that comes often, the largest of those that are but rounded."""
    near = [_near(distances, distance) for distance in distances]
    enough = _OFTEN * max(near)
    often = [distance for distance, n in zip(distances, near, strict=True) if n >= enough]
    return often[bisect_right(often, _GAP * often[0]) - 1]


def _near(distances: Sequence[float], distance: float) -> int:
    """Return how many distances, sorted, are nearly equal to one."""
    return bisect_right(distances, distance + _EQUAL) - bisect_left(distances, distance - _EQUAL)


def level(block: Block) -> list[Segment]:
    """Return the lines of a block from above: runs on one baseline are one line.

    Of two that are printed over one another each is a line of its own.
    """
    rows: list[list[Segment]] = []
    for run in sorted(block, key=lambda run: run.base):
        near = _LEVEL * run.style.size
        if (
            rows
            and run.base - rows[-1][0].base <= near
            and not any(min(run.x1, other.x1) - max(run.x0, other.x0) > near for other in rows[-1])
        ):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [line for row in rows for line in _lines(row)]


def _lines(row: list[Segment]) -> list[Segment]:
    """Return the lines on one baseline, from the left."""
    if len(row) == 1:
        return row
    parts: list[list[Segment]] = []
    for run in sorted(row, key=lambda run: run.x0):
        if parts and _joins(parts[-1][-1], run):
            parts[-1].append(run)
        else:
            parts.append([run])
    return [part[0] if len(part) == 1 else _one(part) for part in parts]


def _joins(left: Segment, right: Segment) -> bool:
    """Tell whether two runs on one baseline are one line: of one rank, or a space apart.

    A bold label is a line of its own, as are the first line of one beside other type, turned text
    and a heading before a code.
    """
    if left.words[0].turn or right.words[0].turn:
        return False
    lighter = left.style.bold and not right.style.bold
    if (left.style.bold and is_label_text(left.text)) or (lighter and begins_label(left)):
        return False
    if ends_heading(left.words, right.words[0]):
        return False
    near = abs(right.x0 - left.x1) <= _SPACE * min(left.style.size, right.style.size)
    return near or one_rank(left.style, right.style)


def rows(
    blocks: Sequence[Sequence[Segment]], leading: Leading, before: Sequence[Sequence[Row]] = ()
) -> list[list[Row]]:
    """Return the lines of a page's blocks; one begins with a gap, but inside a paragraph or title.

    A block may go on with the one before it, or with what stands in its column in the blocks of
    the page before. The rows of a table do, but for a head.
    """
    found: list[list[Row]] = []
    column = {n: _left(rows) for n, rows in enumerate(before)}
    taken: list[float] = []
    for block in blocks:
        left = min(run.x0 for run in block)
        above = [n for n, other in column.items() if abs(left - other) <= EDGE]
        is_first = above and not is_at(taken, left)
        over = (*(found or before)[-1:], _overleaf(before, above) if is_first else ())
        taken.append(left)
        rest = [Row(run, leading.parts(over, run)) for over, run in itertools.pairwise(block)]
        paragraph = itertools.takewhile(lambda row: not row.gap, rest)
        first = [block[0], *(row.run for row in paragraph)]
        goes_on = any(_goes_on(above, first, leading) for above in over)
        if before and not found and is_row(before[-1][-1].run) and is_row(block[0]):
            goes_on = not is_head(block[0])
        found.append([Row(block[0], not goes_on), *rest])
    return found


def _overleaf(before: Sequence[Sequence[Row]], column: Sequence[int]) -> list[Row]:
    """Return the lines of a column of the page before, given as its blocks, if they are open.

    Nothing stands under them, or went on with them there.
    """
    last = before[column[-1]][-1].run
    rest = [row for rows in before[column[-1] + 1 :] for row in rows]
    if any(not row.gap for row in rest[:1]) or any(_under(last, row.run) for row in rest):
        return []
    return [row for n in column for row in before[n]]


def _under(above: Segment, run: Segment) -> bool:
    return run.base > above.base and _over(above, run)


def _left(rows: Sequence[Row]) -> float:
    return min(row.run.x0 for row in rows)


def _goes_on(above: Sequence[Row], below: Sequence[Segment], leading: Leading) -> bool:
    if not above:
        return False
    if tears_title(above[-1].run, below[0], Clues(leading.body)):
        return True
    paragraphs = chains(above, lambda _, row: not row.gap)
    return runs_over([[row.run for row in paragraph] for paragraph in paragraphs], below)


def _one(runs: list[Segment]) -> Segment:
    """Return runs as one line; white space between words and their figure or value is a tab."""
    words: list[Token] = sorted(
        (word for run in runs for word in run.words), key=lambda word: word.x0
    )
    line = Segment.of(words)
    if len(runs) == 2 and _are_cells(*runs):
        return line._replace(text="\t".join(run.text for run in runs))
    return line


def _are_cells(left: Segment, right: Segment) -> bool:
    """Tell whether two runs are a label and its value, or words and a figure, in columns."""
    if right.x0 - left.x1 < WIDE * left.style.size:
        return False
    figures = [bool(AMOUNT.match(run.text)) for run in (left, right)]
    return is_label_text(left.text) or sum(figures) == 1
