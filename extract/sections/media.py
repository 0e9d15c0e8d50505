"""METROPOLIS IN THE MEDIA: months, outlets, topics."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Role
from ..layout import Layout
from ..months import month_number
from ..printed import Printed
from ..records import MediaMention
from ..shapes import period_shape
from ..words import Account, Text, blocks, joined


def is_month(text: Text, language: str) -> bool:
    """Tell whether a line is a month heading: 'JULY', 'September', 'March 2022'."""
    if month_number(text.folded, language):
        return True
    shape = period_shape(text.text, language)
    return shape is not None and shape.first == shape.last


def read_media(texts: Sequence[Text], layout: Layout, account: Account) -> list[MediaMention]:
    """Return the mentions in the order of print.

    Two forms, told apart by most of the blocks: an outlet with its topic below it in one block,
    and an outlet and its topic in two blocks that take turns. A block of two lines is both in the
    first form, a topic of two lines in the second.
    """
    months: list[tuple[Text | None, list[Text]]] = [(None, [])]
    for text in texts:
        if is_month(text, layout.language):
            account.mark(Role.HEADING, text)
            months.append((text, []))
        elif text.folded in layout.words["media_legend"]:
            account.mark(Role.LABEL, text)
        else:
            months[-1][1].append(text)
    units = [(month, list(blocks(lines))) for month, lines in months]
    everything = [block for _, found in units for block in found]
    paired = sum(len(block) > 1 for block in everything) * 2 > len(everything)
    return [
        MediaMention(month.words if month else None, outlet, topic)
        for month, found in units
        for outlet, topic in (_paired(found) if paired else _taking_turns(found))
    ]


def _paired(found: list[list[Text]]) -> list[tuple[Printed, Printed | None]]:
    pairs: list[tuple[Printed, Printed | None]] = []
    for block in found:
        outlets = [n for n, text in enumerate(block) if text.line.bold] or [0]
        if block[0].line.bold is None and "**" in block[0].line.text:
            outlets = [n for n, text in enumerate(block) if "**" in text.line.text]
        if outlets[0] != 0:
            outlets = [0, *outlets]
        for start, end in zip(outlets, [*outlets[1:], len(block)], strict=True):
            topic = joined(block[start + 1 : end]) if end - start > 1 else None
            pairs.append((block[start].words, topic))
    return pairs


def _taking_turns(found: list[list[Text]]) -> list[tuple[Printed, Printed | None]]:
    pairs: list[tuple[Printed, Printed | None]] = []
    for n in range(0, len(found), 2):
        topic = joined(found[n + 1]) if n + 1 < len(found) else None
        pairs.append((joined(found[n]), topic))
    return pairs
