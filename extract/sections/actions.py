"""Action lines: where they are presented, and where they stand over activities or in margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ..celled import head_of
from ..dated import is_beside_day
from ..document import Line, Role
from ..fold import DIGITS, unnumbered
from ..layout import Layout
from ..printed import Printed
from ..records import ActionLine, Activity
from ..shapes import ACTION_LINE, LINE_TITLE
from ..words import Account, Text, action_line, blocks, joined


@dataclass(frozen=True, slots=True)
class Marker:
    """An action line printed over a group of activities, or at the edge of their page."""

    code: Printed
    line: Line
    title: Printed


def margin_markers(furniture: Sequence[Text]) -> tuple[Marker, ...]:
    """Return the action lines that stand in the margins of pages."""
    found = [(text, LINE_TITLE.match(text.text)) for text in furniture if text.line.margin]
    return tuple(
        Marker(text.words.group(match, "code"), text.line, text.words)
        for text, match in found
        if match and match["title"]
    )


def take_markers(
    texts: Sequence[Text], layout: Layout, account: Account
) -> tuple[list[Text], list[Marker]]:
    """Return the lines without the action lines printed among them, and those.

    A marker stands alone: 'L2 Capacities for metropolitan governance' between two gaps, or
    'ACTION LINE 2' before it. What stands where a title must beside a date is none.
    """
    left: list[Text] = []
    markers: list[Marker] = []
    for n, text in enumerate(texts):
        alone = text.gap and (n + 1 == len(texts) or texts[n + 1].gap)
        marker = marker_of(text) if alone and not is_beside_day(texts, n, layout) else None
        if marker:
            account.mark(Role.FURNITURE, text)
            markers.append(marker)
        elif _is_head(text, layout) and not head_of(text, layout):
            account.mark(Role.HEADING, text)
        else:
            left.append(text)
    return left, markers


def marker_of(text: Text) -> Marker | None:
    """Return the action line that a line prints with its title, if it does."""
    match = action_line(text)
    return Marker(text.words.group(match, "code"), text.line, text.words) if match else None


def with_marker(activity: Activity, markers: Sequence[Marker], date: Text) -> Activity:
    """Return the activity with the action line that its print names, where it does.

    A marker on the same page speaks for the activities of that page; of two pages on one sheet each
    has its own. In a text of one page the last of the markers above it speaks.
    """
    on_page = [marker for marker in markers if marker.line.page == date.line.page]
    above = [m for m in on_page if m.code.lines[0] < date.line.number]
    codes = {marker.code.text for marker in on_page}
    if len(codes) == 1 and date.line.page > 1:
        return replace(activity, printed_line=on_page[0].code)
    if on_page and all(marker.line.margin for marker in on_page):
        above = [marker for marker in on_page if _is_beside(marker.line, date.line)]
        above.sort(key=lambda marker: -abs(marker.line.number - date.line.number))
    return replace(activity, printed_line=above[-1].code) if above else activity


def _is_beside(margin: Line, line: Line) -> bool:
    """Tell whether a line of the margin stands over what follows it, or under what it follows."""
    if not (margin.box and line.box):
        return False
    return (margin.number < line.number) == (margin.box.y0 < line.box.y0)


def read_action_lines(
    texts: Sequence[Text], layout: Layout, account: Account
) -> tuple[list[ActionLine], list[Text]]:
    """Return the action lines presented before the first activity, and the lines that are left.

    Two forms: 'Action Line 1 (L1)' with the title after it, and 'ACTION LINE 1' with
    'L1 Metropolitan diplomacy' after it. A code told twice counts once, the first time.
    """
    found: dict[str, ActionLine] = {}
    left: list[Text] = []
    pending: Printed | None = None
    for block in _presentations(texts, layout):
        head, rest = _headed(block, layout)
        if head:
            account.mark(Role.HEADING, block[0])
        code = _own_code(head, layout)
        line = _action_line(rest, code or pending) if rest else None
        if line:
            found.setdefault(line.code.text, line)
            pending = None
        else:
            left += rest
            pending = code or (pending if head else None)
    return list(found.values()), left


def _presentations(texts: Sequence[Text], layout: Layout) -> Iterator[list[Text]]:
    """Yield the blocks, cut before each 'Action Line' inside them."""
    for block in blocks(texts):
        at = [0, *(n for n, text in enumerate(block) if n and _is_head(text, layout)), len(block)]
        yield from (block[start:end] for start, end in pairwise(at))


def _is_head(text: Text, layout: Layout) -> bool:
    words = unnumbered(text.folded) if text.folded[:1] in DIGITS else text.folded
    return words.startswith(tuple(layout.words["action_line"]))


def _headed(block: list[Text], layout: Layout) -> tuple[Text | None, list[Text]]:
    return (block[0], block[1:]) if _is_head(block[0], layout) else (None, block)


def _own_code(head: Text | None, layout: Layout) -> Printed | None:
    """Return the code in 'Action Line 1 (L1)', or the number of 'ACTION LINE 1'."""
    if head is None:
        return None
    words = unnumbered(head.folded)
    number = len(head.folded) - len(words)
    start = max(len(w) for w in layout.words["action_line"] if words.startswith(w))
    match = ACTION_LINE.match(head.text, number + start)
    if not match:
        return None
    return head.words.group(match, "code" if match["code"] else "number")


def _action_line(texts: list[Text], code: Printed | None) -> ActionLine | None:
    words = joined(texts)
    match = LINE_TITLE.match(words.text)
    if match and match["title"]:
        return ActionLine(words.group(match, "code"), words.group(match, "title"))
    if code is None or not code.text.startswith("L"):
        return None
    return ActionLine(code, words)
