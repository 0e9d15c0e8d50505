"""A region of a page: its bands of runs, and what each run stands under, beside and over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...edges import EVEN
from ..words.runs import Segment
from ..words.vocabulary import begins_label_text, is_heading_text, is_section_text
from .clues import Clues, is_date, is_label, is_section
from .flow import column_gutters
from .gutters import LINES, Strip, columns

# A gutter under a heading is so wide, in parts of the body's size.
_COLUMN = 0.8
# Text so far below other text does not go on with it, in parts of its size.
_FAR = 2.5
# A value stands at the height of its label, in parts of its size.
_SAME = 0.3
# Lines of one heading are no further apart, in parts of its size.
_WRAP = 0.9

_Band = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """The bands of a region: all that stands in them, the texts, and what of these is what."""

    rows: Sequence[Sequence[Segment]]
    texts: tuple[_Band, ...]
    headings: tuple[_Band, ...]
    labels: tuple[_Band, ...]
    clues: Clues

    @classmethod
    def of(cls, rows: Sequence[Sequence[Segment]], clues: Clues) -> Region:
        """Return the bands of a region."""
        texts = tuple(tuple(item for item in row if item.words) for row in rows)
        return cls(
            rows=rows,
            texts=texts,
            headings=tuple(tuple(filter(clues.is_heading, row)) for row in texts),
            labels=tuple(tuple(filter(is_label, row)) for row in texts),
            clues=clues,
        )

    def is_lone(self, n: int) -> bool:
        """Tell whether nothing but headings stands in a band, a wrapped number included."""
        row, headings = self.texts[n], self.headings[n]
        if not row or len(headings) == len(row):
            return bool(row)
        return all(item in headings or self.wraps(n, item) for item in row)

    def wraps(self, n: int, item: Segment) -> bool:
        """Tell whether an item goes on with a heading over it."""
        if not self.clues.is_large(item):
            return False
        over = self.above(n, item)
        if over is None or over[1].style != item.style:
            return False
        near = item.y0 - over[1].y1 <= _WRAP * item.style.size
        return near and (self.clues.is_heading(over[1]) or self.wraps(*over))

    def is_section(self, n: int, after: int, item: Segment) -> bool:
        """Tell whether a heading that begins in band n, and ends before another, is a section's.

        All of its lines are its name, or each is: two sections may begin one after the other, or a
        month after a section.
        """
        below = [text for row in self.texts[n + 1 : after] for text in row]
        lines = [item, *(line for line in below if line.x0 < item.x1 and line.x1 > item.x0)]
        whole = " ".join(line.text for line in lines)
        each = (is_section(i) or is_heading_text(i.text) or is_date(i) for i in lines)
        return is_section_text(whole) or (is_section(item) and all(each))

    def above(self, n: int, item: Segment) -> tuple[int, Segment] | None:
        """Return the nearest text over an item of band n, and its band; none that it overprints."""
        top = item.base - LINES * item.style.size
        for m in range(n, -1, -1):
            over = [
                text
                for text in self.texts[m]
                if text.x0 < item.x1 and text.x1 > item.x0 and text.base <= top
            ]
            if over:
                return m, max(over, key=lambda text: text.base)
        return None

    def fronts(self, n: int) -> list[Segment]:
        """Return the first texts of every column from band n on."""
        items = [item for row in self.texts[n:] for item in row]
        cells = columns(items, self.gutters(items))
        return [min(cell, key=lambda item: (item.base, item.x0)) for cell in cells if cell]

    def white_over(self, n: int) -> int:
        """Return the band that begins with band n: no white space parts it from what is beside."""
        while n and self.texts[n - 1]:
            above = self.texts[n - 1]
            bottom = max(item.y1 for item in above)
            beside = [item for item in self.texts[n] if item.y0 < bottom]
            if not beside or any(a.x0 < b.x1 and a.x1 > b.x0 for a in above for b in beside):
                break
            n -= 1
        return n

    def is_next(self, n: int, item: Segment) -> bool:
        """Tell whether an item stands as far below the line over it as that below another."""
        over = self.above(n, item)
        before = self.above(*over) if over else None
        if over is None or before is None or item.style != over[1].style:
            return False
        return item.base - over[1].base <= EVEN * (over[1].base - before[1].base)

    def begins(self, n: int, item: Segment) -> bool:
        """Tell whether an item does not go on with the text over it: it heads what follows, or it
        stands far below.
        """
        over = self.above(n, item)
        far = over is not None and item.y0 - over[1].y1 >= _FAR * item.style.size
        return far or self.heads(n, item)

    def heads(self, n: int, item: Segment) -> bool:
        """Tell whether an item is set in stronger type than the text over it, if there is any, is a
        label, or the first value beside one.
        """
        over = self.above(n, item)
        if over is None or begins_label(item) or self.is_value(n, item):
            return True
        style, other = item.style, over[1].style
        return style.size > other.size or (style.bold and not other.bold)

    def is_value(self, n: int, item: Segment) -> bool:
        """Tell whether a label, whole or the first line of one, stands left of an item."""
        near = _SAME * item.style.size
        return any(
            text.x1 <= item.x0 and abs(text.base - item.base) <= near and begins_label(text)
            for row in self.texts[max(0, n - 1) : n + 2]
            for text in row
        )

    def gutters(self, items: Iterable[Segment]) -> list[Strip]:
        """Return the gutters between some of its items."""
        return column_gutters(items, _COLUMN * self.clues.body, self.clues)


def begins_label(item: Segment) -> bool:
    """Tell whether an item is a label or the first line of one."""
    return is_label(item) or begins_label_text(item.text)
