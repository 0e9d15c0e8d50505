"""Where a region with columns is cut across: before headings, and after those that stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .clues import Clues, is_date, is_label, is_section
from .flow import flows
from .gutters import columns, gutters
from .runs import Segment
from .vocabulary import begins_label_text, is_section_text

# White space over a heading beside which other columns begin too, in parts of its size.
_OVER = 0.6
# Titles beside which other columns begin are so much larger than the body.
_TITLE = 1.25
# What stands no higher beside a heading than this, in parts of its size, begins with it.
_LEVEL = 0.8
# Sizes that differ by less are one rank of heading.
_RANK = 0.95
# A date so near to its title belongs to it, in parts of the title's size.
_KICKER = 1.2
# A gutter under a heading is so wide, in parts of the body's size.
_COLUMN = 0.8
# Fields that begin a part of their own have so much white space over them, in parts of the size.
_FIELDS = 0.8
# Distances of lines that are meant to be equal differ by no more than this factor.
_EVEN = 1.13
# Text so far below other text does not go on with it, in parts of its size.
_FAR = 2.5
# A value stands at the height of its label, in parts of its size.
_SAME = 0.3
# Lines of one heading are no further apart, in parts of its size.
_WRAP = 0.9


@dataclass(frozen=True, slots=True)
class _Rows:
    """The bands of a region, with their texts, and those bands that hold large type alone."""

    texts: tuple[tuple[Segment, ...], ...]
    large: tuple[bool, ...]
    clues: Clues

    @classmethod
    def of(cls, rows: Sequence[Sequence[Segment]], clues: Clues) -> _Rows:
        """Return the bands of a region."""
        texts = tuple(tuple(item for item in row if item.words) for row in rows)
        large = tuple(
            bool(row) and all(clues.is_large(item) or clues.is_heading(item) for item in row)
            for row in texts
        )
        return cls(texts, large, clues)

    def is_lone(self, n: int) -> bool:
        """Tell whether nothing but headings stands in a band, a wrapped number included."""
        return self.large[n] and all(
            self.clues.is_heading(item) or self.wraps(n, item) for item in self.texts[n]
        )

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

        All of its lines are its name, or each is: two sections may begin one after the other.
        """
        below = [text for row in self.texts[n + 1 : after] for text in row]
        lines = [item, *(line for line in below if line.x0 < item.x1 and line.x1 > item.x0)]
        whole = " ".join(line.text for line in lines)
        return is_section_text(whole) or all(is_section(line) for line in lines)

    def above(self, n: int, item: Segment) -> tuple[int, Segment] | None:
        """Return the nearest text over an item of band n, and its band."""
        for m in range(n, -1, -1):
            over = [
                text
                for text in self.texts[m]
                if text.x0 < item.x1 and text.x1 > item.x0 and text.base < item.base
            ]
            if over:
                return m, max(over, key=lambda text: text.base)
        return None

    def fronts(self, n: int) -> list[Segment]:
        """Return the first texts of every column from band n on."""
        items = [item for row in self.texts[n:] for item in row]
        cells = columns(items, gutters(items, _COLUMN * self.clues.body))
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
        return item.base - over[1].base <= _EVEN * (over[1].base - before[1].base)

    def begins(self, n: int, item: Segment) -> bool:
        """Tell whether an item does not go on with the text over it.

        It is set in stronger type, is a label, or the first value beside one, or it stands far
        below.
        """
        over = self.above(n, item)
        if over is None or _begins_label(item) or self._is_value(n, item):
            return True
        style, other = item.style, over[1].style
        if item.y0 - over[1].y1 >= _FAR * style.size:
            return True
        return style.size > other.size or (style.bold and not other.bold)

    def _is_value(self, n: int, item: Segment) -> bool:
        """Tell whether a label, whole or the first line of one, stands left of an item."""
        near = _SAME * item.style.size
        return any(
            text.x1 <= item.x0 and abs(text.base - item.base) <= near and _begins_label(text)
            for row in self.texts[max(0, n - 1) : n + 2]
            for text in row
        )


def breaks(rows: Sequence[list[Segment]], clues: Clues) -> list[int]:
    """Return the bands, by number, before which a region is cut.

    A cut comes before and after a heading that stands alone in its band, wrapped lines and the
    date at its side included; and before a band in which the largest headings of the region
    begin, when whatever else is in the band begins there too. Fields in a row under columns of
    text begin a part of their own, and so do pictures in a row.
    """
    region = _Rows.of(rows, clues)
    found = _lone(region) | _mixed(region) | _field_rows(region)
    found |= _sections(region) | _galleries(rows, clues.body) | _last_date(region)
    found = {region.white_over(n) for n in found if n < len(rows)}
    return sorted(n for n in found if n and any(region.texts[:n]))


def _begins_label(item: Segment) -> bool:
    """Tell whether an item is a label or the first line of one."""
    return is_label(item) or begins_label_text(item.text)


def _lone(region: _Rows) -> set[int]:
    """Return the cuts around the headings that stand alone in their bands.

    Several headings in a band head the columns below them. A single one heads the columns below
    it, or it ends the fields beside the text over it, or it is a section's by its words or by the
    rank of one that does. Else it is a heading inside a column, and the next column goes on where
    its own ends.
    """
    found: set[int] = set()
    flowing = _flowing(region) if any(region.large) else frozenset()
    rank = float("inf")
    for n, row in enumerate(region.texts):
        if not region.is_lone(n) or region.wraps(n, row[0]):
            continue
        after = n + 1
        while after < len(region.texts) and _goes_on(region, after):
            after += 1
        if after < len(region.texts) and any(
            region.wraps(after, item) for item in region.texts[after]
        ):
            continue
        below = _until_heading(region, after)
        spreads = _spreads(region, n, below)
        alone = not _heads_columns(region, row, below)
        if spreads and alone:
            rank = min(rank, row[0].style.size)
        ranked = row[0].style.size >= rank or _fields_beside(region, n, row)
        sections = [region.is_section(n, after, item) for item in row]
        ends = sections[0] or (below and ranked)
        if not (spreads or ends or not alone):
            continue
        if row[0].style.size in flowing and not any(sections):
            continue
        found.add(_with_kicker(region, n, row[0]))
        if sections[0] and not below:
            found.add(after)
        several = len(region.texts[after]) > 1 if after < len(region.texts) else False
        if spreads and alone and (several or gutters(below, _COLUMN * region.clues.body)):
            following = region.texts[after]
            found.add(after + 1 if len(following) == 1 and is_date(following[0]) else after)
    return found


def _goes_on(region: _Rows, n: int) -> bool:
    """Tell whether a band holds but a picture, or the next line of a heading."""
    row = region.texts[n]
    return not row or (region.is_lone(n) and region.wraps(n, row[0]))


def _flowing(region: _Rows) -> frozenset[float]:
    """Return the sizes of headings that stand in several columns, here and there.

    Such columns flow: one goes on where the other ends, even if two titles stand side by side by
    chance, or here one column has none. Where every title has one beside it, they are rows of
    pairs and do not flow.
    """
    items = [item for row in region.texts for item in row]
    cells = columns(items, gutters(items, _COLUMN * region.clues.body))
    sizes = [{i.style.size for i in c if region.clues.is_heading(i)} for c in cells]
    shared = {size for one in sizes for size in one if sum(size in other for other in sizes) > 1}
    elsewhere = {
        size for size in frozenset[float]().union(*sizes) if flows(region.clues, size, cells)
    }
    return frozenset({size for size in shared if not _paired(region, cells, size)} | elsewhere)


def _paired(region: _Rows, cells: Sequence[Sequence[Segment]], size: float) -> bool:
    """Tell whether every title of a size right of the first column has one beside it."""
    tops = [
        {
            n
            for n, row in enumerate(region.texts)
            for item in row
            if item.style.size == size and item in cell and not region.wraps(n, item)
        }
        for cell in cells
    ]
    return all(bands <= tops[0] for bands in tops[1:])


def _heads_columns(region: _Rows, row: Sequence[Segment], below: Sequence[Segment]) -> bool:
    """Tell whether the headings of a band stand over different columns."""
    strips = gutters([*row, *below], _COLUMN * region.clues.body)
    return sum(bool(column) for column in columns(row, strips)) > 1


def _until_heading(region: _Rows, n: int) -> list[Segment]:
    """Return the texts from band n on, up to the next heading that stands alone."""
    found: list[Segment] = []
    for m in range(n, len(region.texts)):
        if region.is_lone(m):
            break
        found += region.texts[m]
    return found


def _spreads(region: _Rows, n: int, below: Sequence[Segment]) -> bool:
    """Tell whether the text under a heading leaves the column in which the heading stands."""
    row = region.texts[n]
    over = [item for above in region.texts[:n] for item in above]
    left, right = float("-inf"), float("inf")
    for strip in gutters([*over, *row], _COLUMN * region.clues.body):
        if strip.x1 <= row[0].x0:
            left = strip.x0
        elif strip.x0 >= row[-1].x1:
            right = min(right, strip.x1)
    if (left, right) == (float("-inf"), float("inf")):
        return bool(gutters(below, _COLUMN * region.clues.body))
    return any(item.x0 <= left or item.x1 >= right for item in below)


def _fields_beside(region: _Rows, n: int, row: Sequence[Segment]) -> bool:
    """Tell whether fields stand over a heading, but not in its own column."""
    left, right = min(item.x0 for item in row), max(item.x1 for item in row)
    return any(
        is_label(item) and (item.x1 <= left or item.x0 >= right)
        for above in region.texts[:n]
        for item in above
    )


def _with_kicker(region: _Rows, n: int, heading: Segment) -> int:
    """Return the band where a heading's date begins, when it stands right over it."""
    over = region.above(n, heading)
    near = over is not None and heading.y0 - over[1].y1 <= _KICKER * heading.style.size
    return over[0] if over and near and is_date(over[1]) else n


def _sections(region: _Rows) -> set[int]:
    """Return the bands where the heading of a section begins, and all columns begin with it.

    What stands a little higher beside the heading begins with it.
    """
    found: set[int] = set()
    for n, row in enumerate(region.texts):
        heading = next((i for i in row if is_section(i) and region.clues.is_heading(i)), None)
        if heading is None or region.is_lone(n):
            continue
        start = n
        top = heading.y0 - _LEVEL * heading.style.size
        while start and region.texts[start - 1] and region.texts[start - 1][0].y0 >= top:
            start -= 1
        over = [item.y1 for above in region.texts[:start] for item in above]
        fronts = region.fronts(start)
        apart = over and min(i.y0 for i in fronts) - max(over) >= _OVER * heading.style.size
        if apart and not any(region.is_next(start, i) for i in fronts if i is not heading):
            found.add(start)
    return found


def _mixed(region: _Rows) -> set[int]:
    """Return the bands where headings begin beside other columns; none if any heading does not."""
    headings = [
        (n, item)
        for n, row in enumerate(region.texts)
        if not region.is_lone(n)
        for item in row
        if region.clues.is_heading(item) and item.style.size >= _TITLE * region.clues.body
    ]
    largest = max((item.style.size for _, item in headings), default=0.0)
    flowing = _flowing(region) if headings else frozenset()
    found: set[int] = set()
    for n, item in headings:
        if item.style.size < _RANK * largest:
            continue
        over = region.above(n, item)
        start = _with_kicker(region, n, item)
        if over and over[1].style == item.style and not _apart(over[1], item):
            continue
        if over and not _apart(over[1], item) and start == n:
            return set()
        if not all(region.begins(start, front) for front in region.fronts(start)):
            return set()
        if item.style.size in flowing:
            return set()
        found.add(start)
    return found


def _apart(over: Segment, heading: Segment) -> bool:
    return heading.y0 - over.y1 >= _OVER * heading.style.size


def _field_rows(region: _Rows) -> set[int]:
    """Return the bands where nothing but fields begin, under columns of text.

    Where columns have headings of their own, the fields belong to them and begin no part.
    """
    if any(_heads_own_column(region, n) for n in range(len(region.texts))):
        return set()
    found = set()
    since = 0
    for n, row in enumerate(region.texts):
        if region.is_lone(n):
            since = n + 1
        labels = [item for item in row if is_label(item)]
        if n == since or not labels or not any(region.texts[since:n]):
            continue
        over = [item for above in region.texts[since:n] for item in above]
        if any(is_label(item) for item in over):
            continue
        apart = labels[0].y0 - max(item.y1 for item in over) >= _FIELDS * labels[0].style.size
        inline = bool(labels[0].text.partition(":")[2].strip())
        if (apart or inline) and all(is_label(item) for item in region.fronts(n)):
            found.add(n)
    return found


def _last_date(region: _Rows) -> set[int]:
    """Return the last band where it is but a date, whose title stands on the next page."""
    last = max((n for n, row in enumerate(region.texts) if row), default=0)
    row = region.texts[last]
    if len(row) != 1 or not is_date(row[0]):
        return set()
    over = region.above(last, row[0])
    return set() if over and region.clues.is_heading(over[1]) else {last}


def _galleries(rows: Sequence[Sequence[Segment]], body: float) -> set[int]:
    """Return the bands of several pictures and no text; those of one column part nothing."""
    strips = gutters([item for row in rows for item in row], _COLUMN * body)
    found = {n for n, row in enumerate(rows) if len(row) > 1 and not any(i.words for i in row)}
    return {n for n in found if not strips or sum(map(bool, columns(rows[n], strips))) > 1}


def _heads_own_column(region: _Rows, n: int) -> bool:
    headings = [item for item in region.texts[n] if region.clues.is_heading(item)]
    return len(headings) > 1 or bool(headings and not region.is_lone(n))
