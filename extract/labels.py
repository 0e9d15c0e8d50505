"""Labels of fields: 'Members', 'Members (2):', 'Members: Berlin', and the first row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from . import tables
from .fold import fold
from .layout import FIELDS, Field, Layout
from .lists import is_code_line
from .misprints import meant
from .printed import Printed
from .recognise import lookahead
from .words import Text

# What may stand between a label and its value.
LABEL_END = " \t:：-–—"
# Members (2)   Members:   Members (2): Berlin, Rabat   Members    Berlin, Rabat   Members – Berlin
# Members ..... Berlin   Members:: Berlin   Members (online): Berlin
_LABEL = regex.compile(
    r"^(?P<words>\p{L}[\p{L} \u00a0-]{2,40}?)(?:\s*\((?:\d{1,3}|\p{Ll}[^()]{2,30})\))?"
    r"(?:\s*(?:[:：]+|[.…]{2,})\s*|\s[-–—](?:\s|$)|\t\s*| {2,}|$)(?P<value>\S.*)?$"
)
# Related outcomes L1M1D3, L1M2D1
_BEFORE_CODES = regex.compile(r"^(?P<words>\p{L}[\p{L}\s]{2,40}?)\s+(?P<value>L\d.*)$")
_SIGN = regex.compile(r"[:：(…]|\s[-–—.]")
# Members (2): Berlin, Rabat
_COUNT = regex.compile(r"^[^:：()]{3,40}(?P<count>\(\d{1,3}\))")
# (2): Berlin, Rabat   (2)
_NUMBER = regex.compile(r"^(?P<count>\(\d{1,3}\))\s*:?\s*(?P<value>\S.*)?$")


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its field, the lines it takes, and the value on its last line, if any.

    `told` is the number of entries that it prints, as printed: '(2)'.
    """

    field: Field
    lines: int = 1
    value: Text | None = None
    told: Printed | None = None


def label_of(text: Text, layout: Layout) -> Label | None:
    """Return the label that a line is or begins with; the value stands behind a sign or a tab.

    It begins with a capital, as no word does that a line of prose happens to begin with. The number
    of entries or a remark may stand behind it: 'Members (2)', and codes without a sign. A letter of
    it may be misprinted.
    """
    if not text.text[:1].isupper():
        return None
    words, value = labelled(text)
    which = layout.labels.get(words) or _misprinted(words, layout)
    if which:
        return Label(which, value=value, told=_told(text))
    return _over_codes(text, layout) if "L" in text.text[1:] else None


def _over_codes(text: Text, layout: Layout) -> Label | None:
    match = _BEFORE_CODES.match(text.text)
    if match is None or layout.labels.get(fold(match["words"])) != "outcomes":
        return None
    value = Text.of(text.line, text.words.group(match, "value"), text.tear)
    return Label("outcomes", value=value) if is_code_line(value) else None


def _told(text: Text) -> Printed | None:
    match = _COUNT.match(text.text) if "(" in text.text else None
    return text.words.group(match, "count") if match else None


def _misprinted(words: str, layout: Layout) -> Field | None:
    near = {layout.labels[each] for each in meant(words, layout.vocabulary) & layout.labels.keys()}
    return near.pop() if len(near) == 1 else None


def label_at(texts: Sequence[Text], i: int, layout: Layout) -> Label | None:
    """Return the label at a line, which may be torn over several lines of its block.

    So may the number of entries be torn from it, 'Members' / '(2): Berlin, Rabat', or stand behind
    its last line, as the value may: 'Related' / 'outcomes (2): L1A1D1, L1A1D2'.
    """
    found = label_of(texts[i], layout)
    if found and not found.value and i + 1 < len(texts) and not texts[i + 1].gap:
        return _with_count(found, texts[i + 1])
    if found or not texts[i].text[:1].isupper() or not layout.begins.allow(texts[i].folded):
        return found
    for taken, words in lookahead(texts, i).items():
        if taken > 1:
            last = texts[i + taken - 1]
            end, value = labelled(last)
            which = layout.labels.get(words.removesuffix(last.folded) + end)
            if which:
                return Label(which, taken, value, _told(last))
    return None


def _with_count(label: Label, below: Text) -> Label:
    match = _NUMBER.match(below.text)
    if not match:
        return label
    value = below.words.group(match, "value") if match["value"] else None
    text = Text.of(below.line, value, below.tear) if value else None
    return Label(label.field, 2, text, below.words.group(match, "count"))


def labelled(text: Text) -> tuple[str, Text | None]:
    """Return the folded words that may label a line, and what stands behind them."""
    words = text.text
    if not (_SIGN.search(words) or tables.has_cells(text)):
        return text.folded, None
    match = _LABEL.match(words)
    if not match:
        return "", None
    value = text.words.group(match, "value") if match["value"] else None
    return fold(match["words"]), Text.of(text.line, value, text.tear) if value else None


def untabled(texts: Sequence[Text], layout: Layout) -> Iterator[Text]:
    """Yield the lines, tables under a row of labels taken apart into labels and their values.

    Columns under words that are no label of a field, such as 'Country', are left out. A table ends
    over white space, or over a row that begins with a label.
    """
    if not any(map(tables.has_cells, texts)):
        yield from texts
        return
    i = 0
    while i < len(texts):
        head = tables.header(texts[i], layout)
        if not any(column in FIELDS for column in head):
            yield texts[i]
            i += 1
            continue
        end = i + 1
        while end < len(texts) and _is_row(texts[end], layout):
            end += 1
        rows = list(zip(texts[i:end], tables.grid(texts[i:end]), strict=True))
        for at, column in enumerate(head):
            if column in FIELDS:
                found = ((text, row[at]) for text, row in rows if at < len(row))
                yield from (Text.of(text.line, cell) for text, cell in found if cell)
        i = end


def _is_row(text: Text, layout: Layout) -> bool:
    return not text.gap and tables.has_cells(text) and not label_of(text, layout)
