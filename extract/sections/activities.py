"""ACTIVITIES: action lines, then one block per activity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from ..abreast import activities_in_order
from ..anchors import Anchor
from ..celled import DATE, head_of
from ..dated import day_before_sign, is_beside_day, is_detail
from ..dates import date_shape
from ..document import Line, Role
from ..fields import Fields, read_fields
from ..fold import DIGITS, fold, unnumbered
from ..layout import Layout
from ..printed import Printed
from ..prose import read_prose
from ..records import ActionLine, Activity
from ..shapes import ACTION_LINE, LINE_TITLE, LOST_CODE
from ..tabled import Table, find_tables
from ..words import Account, Text, blocks, joined, without_bullet
from .rows import read_row


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


def read_activities(
    texts: Sequence[Text],
    layout: Layout,
    known: frozenset[str],
    account: Account,
    markers: Sequence[Marker] = (),
) -> list[Activity]:
    """Return the activities among lines; lines before the first one are captions, up to a field.

    `markers` are the action lines in the margins of the document's pages.
    """
    texts, inside = _take_markers(texts, layout, account)
    markers = [*markers, *inside]
    found: list[Activity] = []
    done = 0
    for table in find_tables(texts, layout, known):
        found += _activities(texts[done : table.start], layout, known, account, markers)
        found += _tabled(table, layout, known, account, markers)
        done = table.end
    return [*found, *_activities(texts[done:], layout, known, account, markers)]


def _tabled(
    table: Table,
    layout: Layout,
    known: frozenset[str],
    account: Account,
    markers: Sequence[Marker],
) -> Iterator[Activity]:
    """Yield the activities that are the rows of a table; rows of one cell may be action lines."""
    if table.rows:
        account.mark(Role.LABEL, table.head.text)
    account.mark(Role.FURNITURE, *table.lines)
    markers = [*markers, *filter(None, map(_marker, table.lines))]
    for row in table.rows:
        activity = read_row(row, layout, known, account)
        date = row.cell(DATE)[0]
        yield activity if activity.printed_line else _with_marker(activity, markers, date)


def _activities(
    texts: Sequence[Text],
    layout: Layout,
    known: frozenset[str],
    account: Account,
    markers: Sequence[Marker],
) -> list[Activity]:
    """Return the activities each of which begins with its title and date on lines of their own."""
    texts, anchors = activities_in_order(texts, layout)
    starts = [*(anchor.start for anchor in anchors), len(texts)]
    account.mark(Role.CAPTION, *before_fields(texts[: starts[0]], layout))
    return [
        _with_marker(
            _activity(texts, anchor, end, layout, known, account), markers, texts[anchor.date]
        )
        for anchor, end in zip(anchors, starts[1:], strict=True)
    ]


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


def _activity(
    texts: Sequence[Text],
    anchor: Anchor,
    end: int,
    layout: Layout,
    known: frozenset[str],
    account: Account,
) -> Activity:
    labels = [text for text in texts[anchor.date : anchor.until] if _is_date_label(text, layout)]
    account.mark(Role.LABEL, *labels)
    below = list(takewhile(lambda text: is_detail(text, layout), texts[anchor.end : end]))
    details = [*(texts[n] for n in anchor.between), *below]
    fields = read_fields(texts[anchor.end + len(below) : end], layout, account)
    prose = read_prose(fields.body, layout, known)
    account.mark(Role.CAPTION, *pictures(prose.captions, layout))
    return Activity(
        title=anchor.title,
        date=anchor.printed,
        outcomes=fields.codes(),
        challenges=fields.challenges(),
        members=fields.names("members"),
        alliances=_alliances(fields),
        narrative=(*([joined(details)] if details else []), *prose.paragraphs),
        printed_line=None,
        told=tuple(fields.told.items()),
    )


def _is_date_label(text: Text, layout: Layout) -> bool:
    return text.folded in layout.words["date_labels"]


def before_fields(texts: Sequence[Text], layout: Layout) -> Sequence[Text]:
    """Return the lines before the first that looks like a date or a field: pictures, no activity.

    What follows that line is an activity that was not read, and nobody claims it.
    """
    lost = (n for n, text in enumerate(texts) if _is_lost_field(text, layout))
    return texts[: next(lost, len(texts))]


def pictures(captions: Sequence[Text], layout: Layout) -> list[Text]:
    """Return the captions but those that look like a field that was not read.

    Such a line stays unclaimed, so that it becomes a finding and is not lost among pictures.
    """
    return [text for text in captions if not _is_lost_field(text, layout)]


def _is_lost_field(text: Text, layout: Layout) -> bool:
    words = without_bullet(text).text
    folded = fold(words)
    is_label = any(
        folded == label or folded.startswith((f"{label} ", f"{label}:")) for label in layout.labels
    )
    is_date = date_shape(words, layout.language) or day_before_sign(text, layout)
    return is_label or bool(is_date) or bool(LOST_CODE.match(words))


def _alliances(fields: Fields) -> tuple[Printed, ...]:
    """Return the partners; an 'and' stays, since it stands inside names of organisations."""
    return fields.names("alliances", conjunction=False).items


def _take_markers(
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
        marker = _marker(text) if alone and not is_beside_day(texts, n, layout) else None
        if marker:
            account.mark(Role.FURNITURE, text)
            markers.append(marker)
        elif _is_head(text, layout) and not head_of(text, layout):
            account.mark(Role.HEADING, text)
        else:
            left.append(text)
    return left, markers


def _marker(text: Text) -> Marker | None:
    match = LINE_TITLE.match(text.text)
    if not match or not match["title"] or text.text.endswith("."):
        return None
    return Marker(text.words.group(match, "code"), text.line, text.words)


def _with_marker(activity: Activity, markers: Sequence[Marker], date: Text) -> Activity:
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
