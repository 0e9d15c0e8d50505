"""METROPOLIS IN THE MEDIA: months, outlets, topics."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import regex

from .. import tables
from ..chains import chains
from ..dates import months_shape
from ..document import Role
from ..layout import Layout
from ..printed import Printed
from ..records import MediaMention
from ..shapes import BESIDE, BULLET, COUNT, GOES_ON, LINE_TITLE
from ..words import Account, Text, blocks, joined, without_bullet

_Pair = tuple[Printed, Printed | None]


# https://metropolis.org/atlas   www.metropolis.org
_ADDRESS = regex.compile(r"(?:https?://|www\.)\S+$")
# An outlet and its topic take so many lines at most.
_MENTION = 6


def is_month(words: Printed, language: str) -> bool:
    """Tell whether words head what belongs to a month: 'JULY', 'September (2):', 'March 2022'.

    A day or several months do so, too, and months of another language.
    """
    bare = COUNT.sub("", words.text.rstrip(": "))
    return months_shape(bare, language) is not None


def read_media(texts: Sequence[Text], layout: Layout, account: Account) -> list[MediaMention]:
    """Return the mentions in the order of print.

    Where type tells, outlets are bold and topics are not. Else there are three forms, told apart by
    most of the blocks: an outlet with its topic below it in one block, an outlet and its topic
    in two blocks that take turns, and both on one line, a mark between them. A block of two lines
    is both in the first form, a topic of two lines in the second. Where there are more bullets
    than half the blocks, those tell: they stand before all outlets, or before all topics. Tables
    tell by their first row. Words of the legend stand over the list, as an action line may; inside
    it they are outlets.
    """
    months: list[tuple[Printed | None, list[Text]]] = [(None, [])]
    mentions: list[MediaMention] = []
    for text, row in tables.under_headers(texts, layout, account):
        if is_month(text.words, layout.language):
            account.mark(Role.HEADING, text)
            months.append((text.words.strip(": ").remove(COUNT), []))
        elif months == [(None, [])] and text.folded in layout.words["media_legend"]:
            account.mark(Role.LABEL, text)
        elif months == [(None, [])] and text.gap and _is_action_line(text):
            account.mark(Role.FURNITURE, text)
        elif _ADDRESS.match(text.text):
            continue  # nobody claims it
        elif row.get("outlet"):
            month = row.get("month") or months[-1][0]
            mentions.append(MediaMention(month, row["outlet"], row.get("topic") or None))
        else:
            months[-1][1].append(without_bullet(text))
    pairs = _form([lines for _, lines in months])
    listed = [MediaMention(month, *pair) for month, lines in months for pair in pairs(lines)]
    return [*mentions, *listed]


def _is_action_line(text: Text) -> bool:
    """Tell whether a line is the title of an action line: 'L1 Metropolitan diplomacy'."""
    match = LINE_TITLE.match(text.text)
    return bool(match and match["title"]) and not BESIDE.search(text.text)


def _form(months: list[list[Text]]) -> Callable[[list[Text]], list[_Pair]]:
    """Return the reader of the form in which most mentions of all months are printed."""
    texts = [text for lines in months for text in lines]
    if {text.line.bold for text in texts} == {True, False}:
        return _by_weight
    found = [block for lines in months for block in blocks(lines)]
    if all(BESIDE.search(block[0].text) for block in found):
        return _marked
    if sum(map(_is_listed, texts)) * 2 > len(found):
        return _by_bullet
    return _paired if sum(len(block) > 1 for block in found) * 2 > len(found) else _taking_turns


def _marked(texts: list[Text]) -> list[_Pair]:
    """Return the pairs that a mark parts: one a line, or one a block where lines run on."""
    pairs: list[_Pair] = []
    for block in blocks(texts):
        one_a_line = all(BESIDE.search(text.text) for text in block)
        for lines in [[text] for text in block] if one_a_line else [block]:
            words = joined(lines)
            match = BESIDE.search(words.text)
            assert match is not None  # noqa: S101 - _form has seen it
            pairs.append((words.cut(0, match.start()).strip(), words.cut(match.end()).strip()))
    return pairs


def _paired(texts: list[Text]) -> list[_Pair]:
    """Return the pairs of blocks; in Markdown bold lines are outlets. An outlet may go on below.

    A block of more lines than an outlet and its topic take is of several mentions, which nothing
    parts: nobody claims it.
    """
    pairs: list[_Pair] = []
    for block in blocks(texts):
        outlets = [0]
        if "**" in block[0].line.text:
            outlets = [n for n, text in enumerate(block) if "**" in text.line.text]
        for start, end in zip(outlets, [*outlets[1:], len(block)], strict=True):
            below = start + 1
            while below + 1 < end and GOES_ON.search(block[below - 1].text):
                below += 1
            topic = joined(block[below:end]) if end > below else None
            if end - start <= _MENTION:
                pairs.append((joined(block[start:below]), topic))
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


def _is_listed(text: Text) -> bool:
    return bool(BULLET.match(text.line.reading.lstrip()))


def _by_bullet(texts: list[Text]) -> list[_Pair]:
    """Return what bullets stand before: outlets or, where none is first, topics.

    An outlet is of one line, but for words that go on below. Each topic under it is a mention.
    """
    if not texts:
        return []
    if _is_listed(texts[0]):
        return [_outlet_first(run) for run in _runs(texts)]
    starts = [n for n, (text, below) in enumerate(pairwise(texts)) if _heads_topics(text, below)]
    parts = pairwise([0, *starts[1:], len(texts)])
    return [pair for start, end in parts for pair in _topics(texts[start:end])]


def _runs(texts: list[Text]) -> Iterator[list[Text]]:
    return chains(texts, lambda _, text: not _is_listed(text))


def _heads_topics(text: Text, below: Text) -> bool:
    return _is_listed(below) and not _is_listed(text)


def _outlet_first(run: list[Text]) -> _Pair:
    topic = 1
    while topic < len(run) and GOES_ON.search(run[topic - 1].text):
        topic += 1
    return joined(run[:topic]), joined(run[topic:]) if run[topic:] else None


def _topics(lines: list[Text]) -> list[_Pair]:
    """Return the topics under an outlet, each with it."""
    outlet, *topics = _runs(lines)
    if not topics:
        return [_outlet_first(outlet)]
    return [(joined(outlet), joined(topic)) for topic in topics]


def _taking_turns(texts: list[Text]) -> list[_Pair]:
    found = list(blocks(texts))
    pairs: list[_Pair] = []
    for n in range(0, len(found), 2):
        topic = joined(found[n + 1]) if n + 1 < len(found) else None
        pairs.append((joined(found[n]), topic))
    return pairs
