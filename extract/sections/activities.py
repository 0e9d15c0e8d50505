"""ACTIVITIES: one block per activity, or one row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..abreast import activities_in_order
from ..anchors import Anchor
from ..celled import DATE
from ..dated import day_before_sign, is_detail
from ..dates import date_shape
from ..document import Role
from ..fields import Fields, read_fields
from ..fold import fold
from ..layout import Layout
from ..printed import Printed
from ..prose import read_prose
from ..records import Activity
from ..shapes import LOST_CODE
from ..tabled import Table, find_tables
from ..words import Account, Text, joined, without_bullet
from .actions import Marker, marker_of, take_markers, with_marker
from .rows import read_row


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
    texts, inside = take_markers(texts, layout, account)
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
    markers = [*markers, *filter(None, map(marker_of, table.lines))]
    for row in table.rows:
        activity = read_row(row, layout, known, account)
        date = row.cell(DATE)[0]
        yield activity if activity.printed_line else with_marker(activity, markers, date)


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
        with_marker(
            _activity(texts, anchor, end, layout, known, account), markers, texts[anchor.date]
        )
        for anchor, end in zip(anchors, starts[1:], strict=True)
    ]


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
