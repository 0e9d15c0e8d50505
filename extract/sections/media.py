"""METROPOLIS IN THE MEDIA: months, outlets, topics."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..dates import period_shape
from ..document import Role
from ..layout import Layout
from ..months import month_number
from ..printed import Printed
from ..records import MediaMention
from ..words import Account, Text, blocks, joined

_Pair = tuple[Printed, Printed | None]


def is_month(text: Text, language: str) -> bool:
    """Tell whether a line is a month heading: 'JULY', 'September', 'March 2022'."""
    if month_number(text.folded, language):
        return True
    shape = period_shape(text.text, language)
    return shape is not None and shape.first == shape.last


def read_media(texts: Sequence[Text], layout: Layout, account: Account) -> list[MediaMention]:
    """Return the mentions in the order of print.

    Where type tells, outlets are bold and topics are not. Else there are two forms, told apart by
    most of the blocks: an outlet with its topic below it in one block, and an outlet and its topic
    in two blocks that take turns. A block of two lines is both in the first form, a topic of two
    lines in the second.
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
    pairs = _form([text for _, lines in months for text in lines])
    return [
        MediaMention(month.words if month else None, outlet, topic)
        for month, lines in months
        for outlet, topic in pairs(lines)
    ]


def _form(texts: list[Text]) -> Callable[[list[Text]], list[_Pair]]:
    """Return the reader of the form in which most mentions are printed."""
    if {text.line.bold for text in texts} == {True, False}:
        return _by_weight
    found = list(blocks(texts))
    return _paired if sum(len(block) > 1 for block in found) * 2 > len(found) else _taking_turns


def _paired(texts: list[Text]) -> list[_Pair]:
    """Return the pairs of blocks; in Markdown bold lines are outlets."""
    pairs: list[_Pair] = []
    for block in blocks(texts):
        outlets = [0]
        if "**" in block[0].line.text:
            outlets = [n for n, text in enumerate(block) if "**" in text.line.text]
        for start, end in zip(outlets, [*outlets[1:], len(block)], strict=True):
            topic = joined(block[start + 1 : end]) if end - start > 1 else None
            pairs.append((block[start].words, topic))
    return pairs


def _by_weight(texts: list[Text]) -> list[_Pair]:
    """Return the runs of bold lines, each with the run of other lines after it."""
    runs: list[tuple[bool, list[Text]]] = []
    for text in texts:
        bold = bool(text.line.bold)
        if runs and runs[-1][0] == bold:
            runs[-1][1].append(text)
        else:
            runs.append((bold, [text]))
    pairs: list[_Pair] = []
    for bold, lines in runs:
        if bold or not pairs:
            pairs.append((joined(lines), None))
        else:
            pairs[-1] = (pairs[-1][0], joined(lines))
    return pairs


def _taking_turns(texts: list[Text]) -> list[_Pair]:
    found = list(blocks(texts))
    pairs: list[_Pair] = []
    for n in range(0, len(found), 2):
        topic = joined(found[n + 1]) if n + 1 < len(found) else None
        pairs.append((joined(found[n]), topic))
    return pairs
