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
from .words import Text

# One or two such places are those of a text that is right elsewhere; they become findings.
_PLACES = 3


def refuse_parted(
    texts: Sequence[Text], sections: Sequence[Section], roles: Sequence[Role], layout: Layout
) -> None:
    """Raise Flattened where labels and values stand apart in several places.

    Such a place is a label that nothing claims, when somewhere a line of codes is not claimed
    either, and the label of a focal point's seat under the heading of the board. `roles` are those
    of all lines of the document.
    """
    left = {number for number, role in enumerate(roles, 1) if role is Role.UNCLAIMED}
    free = [text for text in texts if text.line.number in left] if left else []
    labels = [text for text in free if label_of(text, layout)]
    codes = sum(map(is_code_line, free)) if labels else 0
    parted = [*labels[:codes], *_foreign(sections, layout)]
    if len(parted) >= _PLACES:
        first = min(text.line.number for text in parted)
        raise Flattened(
            f"labels and values stand apart in {len(parted)} places, the first at line {first}: "
            "the text was drawn from a PDF block by block, or its dates are not read as such; "
            "offer the PDF"
        )


def _foreign(sections: Sequence[Section], layout: Layout) -> Iterator[Text]:
    """Yield the labels of focal points that stand among the board."""
    foreign: Collection[str] = layout.roles["focal"].keys() - layout.roles["board"].keys()
    for section in sections:
        if section.kind == "board":
            yield from (text for text in section.texts if text.folded in foreign)
