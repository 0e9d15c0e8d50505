"""The fields of one activity block: labels and their values in any order, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .dated import fields_over_a_day, is_day
from .document import Role
from .labels import Label, label_at, label_of, untabled
from .layout import Field, Layout
from .lists import codes, is_code_line, names
from .notes import is_note
from .overleaf import overleaf
from .printed import Printed
from .prose import is_description
from .records import Names
from .shapes import SENTENCE_END
from .values import (
    challenge_items,
    goes_on_over_gap,
    has_shape,
    is_one_name,
    is_running,
    lists_names,
)
from .words import Account, Text, blocks, is_capitals, is_smaller

# So many lines between gaps, one name in each, are a list.
_SPACED_NAMES = 3
# The caption of a picture has so many lines at most.
_CAPTION_LINES = 4
# Smaller type differs by this factor at least.
_SMALLER = 1.12


@dataclass(slots=True)
class Fields:
    """What the labels of a block introduce, and the body lines that none claims.

    `told` is how many entries a label says that there are.
    """

    lists: dict[Field, list[Text]] = field(default_factory=dict)
    told: dict[Field, Printed] = field(default_factory=dict)
    body: list[Text] = field(default_factory=list)

    def names(self, which: Field, *, conjunction: bool = True) -> Names:
        """Return the names under a label."""
        return names(self.lists.get(which, []), conjunction=conjunction)

    def codes(self) -> tuple[Printed, ...]:
        """Return the outcome codes."""
        lines = filter(is_code_line, self.lists.get("outcomes", []))
        return tuple(code for text in lines for code in codes(text))

    def challenges(self) -> tuple[Printed, ...]:
        """Return the challenges, each with its code and title, wrapped lines joined."""
        return challenge_items(self.lists.get("challenges", []))


@dataclass(frozen=True, slots=True)
class _Found:
    """A label at a line, and its value; `below` and `end` are the lines behind the two.

    Lines from `below` to `start` are the caption of a picture.
    """

    label: Label
    below: int
    start: int
    end: int
    value: list[Text]


def read_fields(texts: Sequence[Text], layout: Layout, account: Account) -> Fields:
    """Return the fields of a block. A label counts only when a value of its kind follows.

    A label that stands alone before another one, or at the end, names an empty field, as does one
    with 'None' or a dash. One that stands alone before something else has lost its value: nobody
    claims it, so that it is found. A second list under one label is that of an activity whose date
    was not read: nobody claims what stands behind the fields before it. So are fields right over a
    day, in a style whose titles stand there, and those right under a day that other fields precede.

    The value may stand on the label's line after a colon, or below a caption of a picture. It ends
    where the next label begins, or where a gap follows a line that does not run on, or where a line
    has not its shape, is a note, or names another column of a table.
    """
    texts = list(untabled(overleaf(texts, layout), layout))
    if layout.title_first:
        texts = texts[: fields_over_a_day(texts, layout)]
    fields = Fields()
    i = behind = 0
    while i < len(texts):
        if fields.lists and _is_day_over_label(texts, i, layout):
            break
        found = _found_at(texts, i, layout)
        if found is None:
            fields.body.append(texts[i])
            i += 1
        elif found.value and _says_nothing(found.value, layout):
            account.mark(Role.LABEL, *texts[i : found.end])
            i = found.end
        elif found.value and found.label.field in fields.lists:
            del fields.body[behind:]
            break
        elif found.value:
            _take(found, texts[i : found.start], fields, account)
            behind = len(fields.body)
            i = found.end + _doubtful(texts, found, layout)
        else:
            _take_empty(texts, i, found.below, layout, fields, account)
            i = found.end
    return fields


def _is_day_over_label(texts: Sequence[Text], i: int, layout: Layout) -> bool:
    below = i + 1 < len(texts) and texts[i + 1].text[:1].isupper()
    return below and is_day(texts[i], layout) and label_at(texts, i + 1, layout) is not None


def _found_at(texts: Sequence[Text], i: int, layout: Layout) -> _Found | None:
    label = label_at(texts, i, layout)
    if label is None or not _may_label(label, layout):
        return None
    below = i + label.lines
    start, end = _value(texts, below, label, layout)
    value = [*([label.value] if label.value else []), *texts[start:end]]
    return _Found(label, below, start, end, value)


def _take(found: _Found, above: Sequence[Text], fields: Fields, account: Account) -> None:
    """Take the value of a label; `above` are the lines of the label and of a caption under it."""
    lines = found.label.lines
    fields.lists[found.label.field] = found.value
    if found.label.told:
        fields.told[found.label.field] = found.label.told
    fields.body += above[lines:]
    account.mark(Role.LABEL, *above[: lines - 1 if found.label.value else lines])


def _take_empty(
    texts: Sequence[Text], i: int, below: int, layout: Layout, fields: Fields, account: Account
) -> None:
    """Take a label without a value: prose, an empty field, or one that has lost it."""
    if not _stands_alone(texts, i, below):
        fields.body += texts[i:below]
    elif below == len(texts) or label_at(texts, below, layout):
        account.mark(Role.LABEL, *texts[i:below])


def _says_nothing(value: Sequence[Text], layout: Layout) -> bool:
    return all(layout.says_nothing(text.folded) for text in value)


def _may_label(label: Label, layout: Layout) -> bool:
    """Tell whether what stands on the label's line, if anything does, has the shape of a value."""
    value = label.value
    return value is None or layout.says_nothing(value.folded) or has_shape(value, label.field, [])


def _stands_alone(texts: Sequence[Text], start: int, end: int) -> bool:
    return texts[start].gap and (end == len(texts) or texts[end].gap)


def _value(texts: Sequence[Text], below: int, label: Label, layout: Layout) -> tuple[int, int]:
    """Return where the lines of the value under a label begin and end; of no value, nowhere."""
    start = below
    if label.value is None and below < len(texts) and layout.says_nothing(texts[below].folded):
        return below, below + 1
    if label.value is None:
        start += _picture(texts, below, label.field, layout)
        spaced = _spaced_names(texts, start, layout) if lists_names(label.field) else 0
        of_table = any(_names_column(text, layout) for text in texts[start + spaced :][:1])
        if spaced >= _SPACED_NAMES or (spaced and of_table):
            return start, start + spaced
    taken = [label.value] if label.value else []
    end = start
    for n in range(start, len(texts)):
        text = texts[n]
        if label_at(texts, n, layout) or not has_shape(text, label.field, taken):
            break
        if text.gap and taken and not goes_on_over_gap(taken, text, label.field):
            break
        # A list has but one size of type.
        if taken and (is_smaller(text, taken[-1].line.size, _SMALLER) or is_note(text, taken)):
            break
        if _names_column(text, layout):
            break
        taken.append(text)
        end = n + 1
    return (start, end) if end > start else (below, below)


def _names_column(text: Text, layout: Layout) -> bool:
    """Tell whether a line that stands apart names a column of a table: its cells are no values."""
    return text.gap and text.folded in layout.columns


def _picture(texts: Sequence[Text], at: int, which: Field, layout: Layout) -> int:
    """Return how many lines at the beginning of a value are the caption of a picture.

    It is a block before the one that has the value's shape: a description, words that are no
    code, or words in capitals over a running list of names that are not.
    """
    block = next(blocks(texts[at : at + _CAPTION_LINES]), [])
    below = at + len(block)
    if not block or below >= len(texts) or not texts[below].gap:
        return 0
    if any(label_of(text, layout) for text in texts[at : below + 1]):
        return 0
    words = " ".join(text.text for text in block)
    if not has_shape(texts[below], which, []):
        return 0
    if is_description(words, layout):
        return len(block)
    if which == "alliances":
        return 0  # names of partners are capitals themselves: 'UCLG'
    if which == "members":
        poster = (
            is_running(texts[below].text)
            and is_capitals(words)
            and not is_capitals(texts[below].text)
        )
    else:
        poster = not has_shape(block[0], which, []) and not SENTENCE_END.search(words)
    return len(block) if poster else 0


def _spaced_names(texts: Sequence[Text], start: int, layout: Layout) -> int:
    """Return how many lines list a name each, with gaps between them, up to a label or column."""
    end = start
    while end < len(texts) and texts[end].gap and not label_at(texts, end, layout):
        if _names_column(texts[end], layout):
            break
        end += 1
    listed = texts[start:end]
    closed = end == len(texts) or texts[end].gap
    alike = {is_capitals(text.text) for text in listed}
    return end - start if closed and len(alike) == 1 and all(map(is_one_name, listed)) else 0


def _doubtful(texts: Sequence[Text], found: _Found, layout: Layout) -> int:
    """Return 1 where a single name follows a single name over a gap, else 0.

    It is the second name of a list or a caption: nobody claims it.
    """
    if not lists_names(found.label.field) or found.label.value or len(found.value) != 1:
        return 0
    if found.end >= len(texts):
        return 0
    pair = _spaced_names(texts, found.end - 1, layout)
    return int(pair == _SPACED_NAMES - 1)
