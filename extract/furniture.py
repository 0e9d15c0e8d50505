"""Page numbers and running headers: print that belongs to the page, not to the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

import regex

from .chains import counting_up
from .dates import date_shape, period_shape
from .fold import fold
from .layout import Layout
from .lists import is_code_line
from .shapes import CHALLENGE, LINE_TITLE, PAGE_NUMBER
from .words import Text

# Lines at the top and the bottom of a page that may be its header or footer.
_EDGE = 2
# So many lines a header or footer may have.
_ZONE = 4
# So many pages must print a line alike before it is a running header.
_PAGES = 3
_DIGITS = regex.compile(r"\d+")
_COLUMNS = regex.compile(r"\s{2,}|\t|\s[|·•]\s")


def page_furniture(texts: Sequence[Text], layout: Layout) -> list[Text]:
    """Return the page numbers and running headers among the lines.

    A running header is a line that prints nothing but the report's title, its period and a page
    number, after the first one of the document. Where the reader has found margins, what stands
    there is furniture too. Where it does not know where lines stand, so is a line at the edge of a
    page after the first that three pages or more print alike, digits aside, unless it is a heading,
    a label or a day.
    A page number stands at the edge of a page, or is one of three or more that count up by one, or
    it is that of its page and stands beside such a header.
    What three pages print alike before or right behind such a line is more of the same.
    """
    headers = {text.line.number for text in _headers(texts, layout)}
    if any(text.line.margin for text in texts):
        return [text for text in texts if text.line.margin or text.line.number in headers]
    edges = list(_edges(texts))
    alike = Counter(_DIGITS.sub("#", text.folded) for text in edges)
    running = {
        text.line.number
        for text in edges
        if text.line.box is None
        and alike[_DIGITS.sub("#", text.folded)] >= _PAGES
        and _may_run(text, layout)
    }
    numbers = {text.line.number for text in _page_numbers(texts, edges)}
    found = running | numbers | headers
    found |= {text.line.number for text in _beside(texts, headers)}
    found |= {text.line.number for text in _around(texts, found, layout)}
    return [text for text in texts if text.line.number in found]


def _pages(texts: Sequence[Text]) -> list[list[Text]]:
    """Return the lines page by page, nothing where there are too few pages to compare."""
    pages: dict[int, list[Text]] = {}
    for text in texts:
        pages.setdefault(text.line.page, []).append(text)
    return list(pages.values()) if len(pages) >= _PAGES else []


def _around(texts: Sequence[Text], found: Container[int], layout: Layout) -> Iterator[Text]:
    """Yield the lines before and right behind furniture at a page's edge that are printed alike."""
    sides = [side for lines in _pages(texts) for side in (lines, lines[::-1])]
    zones = [_zone(side, found) for side in sides]
    alike = Counter(
        _DIGITS.sub("#", text.folded) for outer, behind in zones for text in (*outer, *behind)
    )

    def is_more(text: Text) -> bool:
        often = alike[_DIGITS.sub("#", text.folded)] >= _PAGES
        return often and _may_follow(text, layout)

    for outer, behind in zones:
        yield from filter(is_more, outer)
        yield from takewhile(is_more, behind)


def _zone(side: Sequence[Text], found: Container[int]) -> tuple[Sequence[Text], Sequence[Text]]:
    """Return the lines before the furniture at one side of a page, and some behind it."""
    at = [n for n, text in enumerate(side[:_ZONE]) if text.line.number in found]
    return (side[: at[0]], side[at[-1] + 1 : at[-1] + 1 + _ZONE]) if at else ((), ())


def _may_follow(text: Text, layout: Layout) -> bool:
    """Tell whether a line may be more of a header: an action line, a period or a page number."""
    is_line_title = LINE_TITLE.match(text.text) and text.line.page > 1
    return bool(is_line_title) or _belongs(text.text, layout)


def _edges(texts: Sequence[Text]) -> Iterator[Text]:
    for lines in _pages(texts):
        last = max(len(lines) - _EDGE, _EDGE)
        for n, text in enumerate(lines):
            below = lines[n + 1] if n + 1 < len(lines) else None
            if (n < _EDGE or n >= last) and text.gap and (below is None or below.gap or n == 0):
                yield text


def _may_run(text: Text, layout: Layout) -> bool:
    shape = date_shape(text.text, layout.language)
    if is_code_line(text) or CHALLENGE.match(text.text):
        return False
    if text.line.page == 1 or text.folded in layout.vocabulary or (shape and shape.first[0]):
        return False
    return any(char.isalpha() for char in text.text) and not LINE_TITLE.match(text.text)


def _page_numbers(texts: Sequence[Text], edges: Sequence[Text]) -> Iterator[Text]:
    at_edge = {text.line.number for text in edges}
    offsets = Counter(
        number - text.line.page for text in edges if (number := _number(text)) is not None
    )
    common = offsets.most_common(1)
    for text in texts:
        number = _number(text)
        if text.line.number not in at_edge or number is None:
            continue
        if common[0][1] >= _PAGES and number - text.line.page == common[0][0]:
            yield text
    if not at_edge:
        numbered = ((text, number) for text in texts if (number := _number(text)) is not None)
        yield from counting_up((_DIGITS.sub("#", text.folded), n, text) for text, n in numbered)


def _beside(texts: Sequence[Text], headers: Container[int]) -> Iterator[Text]:
    """Yield the lines right before or behind a header that are the number of their page."""
    for text in texts:
        number = text.line.number
        is_page = text.line.page > 1 and _number(text) == text.line.page
        if is_page and (number - 1 in headers or number + 1 in headers):
            yield text


def _number(text: Text) -> int | None:
    match = PAGE_NUMBER.match(text.text)
    return int(match["number"]) if match else None


def _headers(texts: Sequence[Text], layout: Layout) -> Iterator[Text]:
    title = fold(layout.title)
    seen = False
    for text in texts:
        if title not in text.folded:
            continue  # as most lines
        parts = [fold(part) for part in _COLUMNS.split(text.text) if part.strip()]
        if title not in (part.rstrip(".") for part in parts) and not text.folded.startswith(title):
            continue
        rest = text.folded.removeprefix(title).strip(" .|·-") if len(parts) == 1 else ""
        others = [part for part in parts if part.rstrip(".") != title] if len(parts) > 1 else [rest]
        if all(_belongs(other, layout) for other in others):
            if seen:
                yield text
            seen = True


def _belongs(words: str, layout: Layout) -> bool:
    if not words or PAGE_NUMBER.match(words):
        return True
    without_page = regex.sub(r"\s+\d{1,3}$", "", words)
    return any(period_shape(part, layout.language) for part in (words, without_page))
