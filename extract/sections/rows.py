"""Activities that are rows of a table."""

from __future__ import annotations

from collections.abc import Iterator

from ..celled import DATE, TITLE
from ..fields import Fields, read_fields
from ..layout import FIELDS, Field, Layout
from ..printed import Printed
from ..prose import read_prose
from ..records import Activity
from ..shapes import LINE_TITLE
from ..tabled import Row
from ..words import Account, Text, joined

_TELLS, _LINE = "description", "line"


def read_row(row: Row, layout: Layout, known: frozenset[str], account: Account) -> Activity:
    """Return the activity of a row: its cells, and the fields and the prose of lines under it.

    What stands in a column of another kind, or of none that is known, is kept in the narrative
    with the name of its column.
    """
    below = read_fields(row.body, layout, account)
    prose = read_prose(below.body, layout, known)
    fields = Fields({**below.lists, **dict(_fields(row, layout))}, below.told)
    code = _code(row)
    return Activity(
        title=joined(row.cell(TITLE)),
        date=joined(row.cell(DATE)),
        outcomes=fields.codes(),
        challenges=fields.challenges(),
        members=fields.names("members"),
        alliances=fields.names("alliances", conjunction=False).items,
        narrative=(*_told(row, layout, has_code=code is not None), *prose.paragraphs),
        printed_line=code,
        told=tuple(fields.told.items()),
    )


def _fields(row: Row, layout: Layout) -> Iterator[tuple[Field, list[Text]]]:
    for which in FIELDS:
        lines = [line for line in row.cell(which) if not layout.says_nothing(line.folded)]
        if lines:
            yield which, lines


def _code(row: Row) -> Printed | None:
    """Return the code of the action line in the column of those."""
    words = joined(row.cell(_LINE))
    match = LINE_TITLE.match(words.text)
    return words.group(match, "code") if match else None


def _told(row: Row, layout: Layout, *, has_code: bool) -> Iterator[Printed]:
    read = {TITLE, DATE, *FIELDS, *([_LINE] if has_code else [])}
    for name, kind, cell in zip(row.head.names, row.head.kinds, row.cells, strict=True):
        words = joined(cell)
        if kind == _TELLS and cell:
            yield words
        elif kind not in read and cell and not layout.says_nothing(cell[0].folded):
            yield Printed.join([name, words], ": ") if name else words
