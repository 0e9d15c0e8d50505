"""Pages as an engine gives them -> the lines of a document, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ..document import Box, Line, Turning
from .aside.frames import framed, unframed
from .aside.margins import Sheet, sheets
from .aside.marks import across, line_numbers
from .aside.turned import Turned, turned, under_headings
from .columns.cards import by_cards
from .columns.carried import carried, names_at_end
from .columns.clues import Clues
from .columns.flow import flow_of, through_gutters
from .columns.gutters import columns
from .columns.lines import Leading, Row, level, rows
from .columns.order import Block, reading_order
from .columns.pills import on_pills
from .facing import parted
from .page import Page, Style, Token
from .scans.ornaments import adorned, lost, reading
from .words.dropped import undropped
from .words.icons import without_icons
from .words.runs import Segment, runs
from .words.spaced import Trackings, trackings, unspaced
from .words.stretched import unstretched

# Pictures smaller than this, in points, are icons and bullets; thinner ones are rules.
_ICON = 20.0
# A picture that covers more of a page is its background.
_BACKGROUND = 0.5
_NO_STYLE = Style(0.0, False, "", 0)

# Of the heights and runs of pages.
Margins = Callable[[Sequence[tuple[float, Sequence[Segment]]], Clues], list[Sheet]]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A page laid out: its margins, and its blocks of lines in reading order.

    `names` are those that end it, of columns under which the next page may go on.
    """

    page: Page
    head: tuple[Segment, ...]
    blocks: tuple[list[Segment], ...]
    foot: tuple[Segment, ...]
    names: tuple[Segment, ...]


def lines_of(pages: Sequence[Page], margins_of: Margins = sheets) -> list[Line]:
    """Return the lines of a document; on each page head, body and foot follow one another.

    Lines are laid out without the ornaments of their pages, and begin with them. What stands in the
    margins is told by places and words, unless something else is known of it.
    """
    pages = [without_icons(page) for page in parted([_cropped(page) for page in pages])]
    marks = across(pages)
    pages = [_without(page, words) for page, words in zip(pages, marks, strict=True)]
    known = trackings(pages)
    upright = unstretched([_upright(page, known) for page in pages])
    clues = Clues.of(run for body in upright for run in body)
    heights = [page.height for page in pages]
    margins = _margins(heights, upright, marks, lambda found: margins_of(found, clues))
    bodies = [sheet.body for sheet in margins]
    flow = flow_of(bodies, clues)
    clues = replace(clues, flow=flow, gutters=through_gutters(bodies, flow, clues.body))
    aside = turned([page.tokens for page in pages], bodies, clues)
    laid: list[_Laid] = []
    for each in zip(pages, margins, aside, strict=True):
        laid.append(_laid(*each, clues, laid[-1].names if laid else ()))
    leading = Leading.of(block for page in laid for block in page.blocks)
    lines: list[Line] = []
    before: Sequence[Sequence[Row]] = ()
    for page in laid:
        blocks = rows(page.blocks, leading, before)
        before = blocks or before
        body = [row for block in blocks for row in block]
        for row, margin in _with_margins(page, body):
            lines.append(_line(row, page.page, len(lines) + 1, margin=margin))
    return lines


def _margins(
    heights: Sequence[float],
    bodies: Sequence[Sequence[Segment]],
    marks: Sequence[Sequence[Token]],
    margins_of: Callable[[Sequence[tuple[float, Sequence[Segment]]]], Iterable[Sheet]],
) -> list[Sheet]:
    """Return pages parted from their margins; marks and numbers of lines are of the foot."""
    numbers = [tuple(line_numbers(body)) for body in bodies]
    rest = [
        [run for run in body if run not in beside] if beside else body
        for body, beside in zip(bodies, numbers, strict=True)
    ]
    found = margins_of(list(zip(heights, rest, strict=True)))
    return [
        replace(sheet, foot=(*sheet.foot, *map(_run_of, words), *beside))
        for sheet, words, beside in zip(found, marks, numbers, strict=True)
    ]


def _cropped(page: Page) -> Page:
    """Return a page without the words that cannot be seen on it."""
    right, bottom = 2 * page.width, 2 * page.height
    seen = [
        token
        for token in page.tokens
        if 0 <= token.x0 + token.x1 <= right and 0 <= token.y0 + token.y1 <= bottom
    ]
    return page if len(seen) == len(page.tokens) else replace(page, tokens=tuple(seen))


def _without(page: Page, words: Sequence[Token]) -> Page:
    if not words:
        return page
    return replace(page, tokens=tuple(token for token in page.tokens if token not in words))


def _run_of(word: Token) -> Segment:
    return Segment.of([word])


def _upright(page: Page, known: Trackings) -> list[Segment]:
    upright = [token for token in page.tokens if not token.turn]
    return runs(unspaced(undropped(upright), known))


def _laid(
    page: Page, sheet: Sheet, aside: Turned, clues: Clues, names: tuple[Segment, ...]
) -> _Laid:
    body = [*on_pills(sheet.body, page.pictures), *aside.inside]
    clues = clues.on(body)
    pictures = [picture for picture in page.pictures if _is_large(picture, page)]
    items, frames = framed(pictures, body, clues.body)
    items = [*items, *_obstacles(pictures, items)]
    blocks, items = carried(names, items)
    last: Block = []
    for heading, part in under_headings(items, aside.headings):
        blocks += [list(heading)] if heading else []
        for piece in by_cards(part, pictures):
            for block in _read(piece, clues):
                last = block
                blocks += unframed(block, frames, clues) if frames else [level(block)]
    head = (*sheet.head, *aside.margin)
    everything = chain(head, *blocks, sheet.foot)
    foot = (*sheet.foot, *lost(everything, page.ornaments))
    names = names_at_end(items, last) if last else names
    return _Laid(page, head, tuple(blocks), foot, names)


def _read(items: Sequence[Segment], clues: Clues) -> Iterator[Block]:
    """Yield the blocks of a part of a page, each column by itself that flows through all pages."""
    for column in columns(items, clues.gutters) if clues.gutters else [items]:
        yield from reading_order(column, clues)


def _is_large(picture: Box, page: Page) -> bool:
    """Tell whether a picture is neither icon, bullet or rule, nor the background of its page."""
    width, height = picture.x1 - picture.x0, picture.y1 - picture.y0
    small = picture.area < _BACKGROUND * page.width * page.height
    return small and width >= _ICON and height >= _ICON


def _obstacles(pictures: Iterable[Box], texts: Iterable[Segment]) -> list[Segment]:
    """Return the pictures that no text stands on, as runs without words."""
    centres = [((run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2) for run in texts]
    return [
        Segment((), *picture, picture.y1, _NO_STYLE, "")
        for picture in pictures
        if not any(picture.holds(*centre) for centre in centres)
    ]


def _with_margins(page: _Laid, body: Iterable[Row]) -> Iterator[tuple[Row, bool]]:
    """Yield the lines of a page, each with whether it stands in the margin."""
    yield from ((Row(run, True), True) for run in page.head)
    yield from ((row, False) for row in body)
    yield from ((Row(run, True), True) for run in page.foot)


def _line(row: Row, page: Page, number: int, *, margin: bool) -> Line:
    run = adorned(row.run, page.ornaments)
    box, words = _inside(page, run), run.words
    if box != run[1:5]:  # else every word is inside too
        words = tuple(Token(word.text, *_inside(page, word), *word[5:]) for word in words)
    return Line(
        number=number,
        page=page.number,
        text=run.text,
        gap=row.gap,
        box=box,
        words=words,
        size=run.style.size,
        bold=run.style.bold,
        margin=margin,
        mended=reading(run, page.ornaments),
        turning=Turning(page.turned, page.width, page.height) if page.turned else None,
    )


def _inside(page: Page, item: Segment | Token) -> Box:
    """Return the box of a run or word, cut to the page."""
    _, x0, y0, x1, y1, *_ = item
    if x0 >= 0 and y0 >= 0 and x1 <= page.width and y1 <= page.height:
        return Box(x0, y0, x1, y1)
    return Box(
        min(max(0.0, x0), page.width),
        min(max(0.0, y0), page.height),
        min(max(0.0, x1), page.width),
        min(max(0.0, y1), page.height),
    )
