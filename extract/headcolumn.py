"""Titles and dates in a column of their own, which the end of a page tears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from .dated import is_date
from .layout import Layout
from .starts import stands_at
from .words import Text

# Lines of one title are no further apart, in parts of their height.
_NEAR = 0.7

_Type = tuple[float | None, bool | None]


def heads_in_order(texts: Sequence[Text], layout: Layout) -> Sequence[Text]:
    """Return the lines with those moved that go on with a title that was read before others.

    Lines of one large title stand one under the other, though one may reach into the next column.
    And where titles, in a type of their own, and their dates are all that stands in the first
    column at a page's foot, it goes on with what that column begins with on the next page: the
    title or the rest of it, and a date where titles stand before theirs.
    """
    if not any(text.line.box for text in texts):
        return texts
    pages = [_with_whole_titles(list(page)) for _, page in groupby(texts, lambda t: t.line.page)]
    for before, after in pairwise(pages):
        last, title = _last_head(before, layout)
        run = _run(title, after, layout) if title else []
        if run:
            before[last + 1 : last + 1] = run
            lines = {text.line.number for text in run}
            after[:] = [text for text in after if text.line.number not in lines]
    return [text for page in pages for text in page]


def _with_whole_titles(page: Sequence[Text]) -> list[Text]:
    """Return the lines of a page, those of each title together."""
    (body, _), _ = _types(page).most_common(1)[0]
    found: list[list[Text]] = []
    last: dict[_Type, list[Text]] = {}
    for text in page:
        large = text.line.bold and (text.line.size or 0.0) > (body or 0.0)
        title = last.get(_type(text), []) if large else []
        if title and title is not found[-1] and _is_right_under(title[-1], text):
            title.append(replace(text, gap=False))
            continue
        found.append([text])
        if large:
            last[_type(text)] = found[-1]
    return [text for lines in found for text in lines]


def _is_right_under(over: Text, text: Text) -> bool:
    """Tell whether a line goes on with a title over it."""
    box, above = text.line.box, over.line.box
    if not (box and above and _is_alike(over, text) and stands_at(text, above.x0)):
        return False
    return box.y0 > above.y0 and box.y0 - above.y1 <= _NEAR * (above.y1 - above.y0)


def _last_head(page: Sequence[Text], layout: Layout) -> tuple[int, Text | None]:
    """Return the last line of the first column of a page, and the last one of a title there.

    There is none where that column ends with other text or is read last, where no date stands
    among the titles at its foot, or where another column holds lines of their type. Under a date
    nothing is torn in a style whose dates stand under titles.
    """
    edge = min((text.line.box.x0 for text in page if text.line.box), default=0.0)
    column = [n for n, text in enumerate(page) if stands_at(text, edge)]
    title = next((page[n] for n in reversed(column) if not is_date(page[n], layout)), None)
    if title is None or column[-1] + 1 == len(page):
        return 0, None
    alike = {n for n in column if _is_alike(page[n], title)}
    types = _types(page)
    if types[_type(title)] != len(alike) or types.most_common(1)[0][0] == _type(title):
        return 0, None
    foot = list(takewhile(lambda n: n in alike or is_date(page[n], layout), reversed(column)))
    dates = [n for n in foot if n not in alike]
    ends = bool(dates) and not (layout.title_first and dates[0] == column[-1])
    return column[-1], title if ends else None


def _run(title: Text, page: Sequence[Text], layout: Layout) -> list[Text]:
    """Return the lines at the head of a page that go on with a title, nothing if they do not."""
    box = title.line.box
    column = [text for text in page if box and stands_at(text, box.x0)]
    rest = list(takewhile(lambda text: _is_alike(text, title), column))
    below = column[len(rest) :]
    dates = list(takewhile(lambda text: is_date(text, layout), below))
    if rest:
        rest[0] = replace(rest[0], gap=False)
    if layout.title_first:
        return [*rest, *dates] if dates else []
    return rest


def _is_alike(text: Text, title: Text) -> bool:
    return _type(text) == _type(title)


def _types(page: Sequence[Text]) -> Counter[_Type]:
    return Counter(map(_type, page))


def _type(text: Text) -> _Type:
    return text.line.size, text.line.bold
