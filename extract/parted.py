"""Texts whose labels stand apart from their values are refused.

A converter that draws a page block by block prints the labels of a column, and what belongs to them
further on. Nothing in such a text tells which value is whose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from .cut import Section
from .document import Role
from .errors import Flattened
from .labels import label_of
from .layout import Layout
from .lists import is_code_line
from .records import Activity, Report
from .words import Text

# One or two such places are those of a text that is right elsewhere; they become findings.
_PLACES = 3
# Labels that nothing claims tell of a text drawn block by block where they are this share of all.
_SHARE = 0.4


def refuse_parted(
    texts: Sequence[Text], sections: Sequence[Section], report: Report, layout: Layout
) -> None:
    """Raise Flattened where labels and values stand apart in several places.

    Such a place is the label of a focal point's seat under the heading of the board; and a label
    that nothing claims, when somewhere a line of codes is not claimed either, and other activities
    have no fields at all or as good as half of the labels are such. Where a date is not read, the
    fields under it are free as well, but no other activity misses them.
    """
    left = {number for number, role in enumerate(report.roles, 1) if role is Role.UNCLAIMED}
    free = [text for text in texts if text.line.number in left] if left else []
    labels = [text for text in free if label_of(text, layout)]
    codes = sum(map(is_code_line, free)) if labels else 0
    if not any(map(_is_bare, report.activities)) and not _are_many(labels, texts, layout):
        codes = 0
    parted = [*labels[:codes], *_foreign(sections, layout)]
    if len(parted) >= _PLACES:
        first = min(text.line.number for text in parted)
        raise Flattened(
            f"labels and values stand apart in {len(parted)} places, the first at line {first}: "
            "the text was drawn from a PDF block by block, or its dates are not read as such; "
            "offer the PDF"
        )


def _is_bare(activity: Activity) -> bool:
    """Tell whether an activity has no fields."""
    fields = activity.outcomes, activity.challenges, activity.members.items, activity.alliances
    return not any(fields)


def _are_many(labels: Sequence[Text], texts: Sequence[Text], layout: Layout) -> bool:
    """Tell whether labels are a large share of those that a document prints."""
    if not labels:
        return False
    return len(labels) >= _SHARE * sum(label_of(text, layout) is not None for text in texts)


def _foreign(sections: Sequence[Section], layout: Layout) -> Iterator[Text]:
    """Yield the labels of focal points that stand among the board."""
    foreign: Collection[str] = layout.roles["focal"].keys() - layout.roles["board"].keys()
    for section in sections:
        if section.kind == "board":
            yield from (text for text in section.texts if text.folded in foreign)
