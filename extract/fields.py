"""The fields of one activity block: labels and their values in any order, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from . import tables
from .dated import fields_over_a_day
from .document import Role
from .labels import Label, label_at, label_of, untabled
from .layout import Field, Layout
from .lists import codes, is_code_line, is_entry, names
from .overleaf import overleaf
from .printed import Printed
from .prose import is_description
from .records import Names
from .shapes import CHALLENGE, GOES_ON, SENTENCE_END
from .words import Account, Text, blocks, is_capitals, without_bullet

# A line of a list of names has items of at most so many words; organisations have longer names.
_NAME_WORDS = 6
_ALLIANCE_WORDS = 10
# So many lines between gaps, one name in each, are a list.
_SPACED_NAMES = 3
# The caption of a picture has so many lines at most.
_CAPTION_LINES = 4
# 1.1, 2.3 and 4.1
_CHALLENGE_CODES = regex.compile(r"^\d\.\d{1,2}(?:(?:\s*[,;/&]\s*|\s+and\s+|\s+)\d\.\d{1,2})*\.?$")
_CODE = regex.compile(r"[\s,;/&]+|\band\b")
_PARTING = regex.compile(r"[,;]|\s[/|·•]\s")
# What is left of a challenge for the next line of a narrow column: '3.3 Engaged' / 'Citizenship'.
_CHALLENGE_WORDS = 2


@dataclass(slots=True)
class Fields:
    """What the labels of a block introduce, and the body lines that none claims."""

    lists: dict[Field, list[Text]] = field(default_factory=dict)
    body: list[Text] = field(default_factory=list)

    def names(self, which: Field, *, conjunction: bool = True) -> Names:
        """Return the names under a label."""
        return names(self.lists.get(which, []), conjunction=conjunction)

    def codes(self) -> tuple[Printed, ...]:
        """Return the outcome codes."""
        return tuple(code for text in self.lists.get("outcomes", []) for code in codes(text))

    def challenges(self) -> tuple[Printed, ...]:
        """Return the challenges, each with its code and title, wrapped lines joined."""
        return challenge_items(self.lists.get("challenges", []))


def read_fields(texts: Sequence[Text], layout: Layout, account: Account) -> Fields:
    """Return the fields of a block. A label counts only when a value of its kind follows.

    A label that stands alone before another one, or at the end, names an empty field, as does one
    with 'None' or a dash. One that stands alone before something else has lost its value: nobody
    claims it, so that it is found. A second list under one label is that of an activity whose date
    was not read: nobody claims what stands behind the fields before it. So are fields right over a
    day, in a style whose titles stand there.

    The value may stand on the label's line after a colon, or below a caption of a picture. It ends
    where the next label begins, or where a gap follows a line that does not run on, or where a line
    has not its shape.
    """
    texts = list(untabled(overleaf(texts, layout), layout))
    if layout.title_first:
        texts = texts[: fields_over_a_day(texts, layout)]
    fields = Fields()
    i = behind = 0
    while i < len(texts):
        label = label_at(texts, i, layout)
        if label is None or not _may_label(label, layout):
            fields.body.append(texts[i])
            i += 1
            continue
        below = i + label.lines
        start, end = _value(texts, below, label, layout)
        value = [*([label.value] if label.value else []), *texts[start:end]]
        if value and all(text.folded in layout.words["nothing"] for text in value):
            account.mark(Role.LABEL, *texts[i:end])
        elif value and label.field in fields.lists:
            del fields.body[behind:]
            return fields
        elif value:
            fields.lists[label.field] = value
            fields.body += texts[below:start]
            behind = len(fields.body)
            if not label.value:
                account.mark(Role.LABEL, *texts[i:below])
            end += _doubtful(texts, end, value, label, layout)
        elif not _stands_alone(texts, i, below):
            fields.body += texts[i:below]
        elif below == len(texts) or label_at(texts, below, layout):
            account.mark(Role.LABEL, *texts[i:below])
        i = end
    return fields


def challenge_items(texts: Sequence[Text]) -> tuple[Printed, ...]:
    """Return the entries of a list of challenges: lines that begin no entry go on with one."""
    items: list[list[Printed]] = []
    for text in texts:
        words = Printed.join(tables.cells(without_bullet(text)))
        if _CHALLENGE_CODES.match(words.text):
            items += [[code.strip(".")] for code in words.split(_CODE)]
        elif CHALLENGE.match(words.text) or not items:
            items.append([words])
        else:
            items[-1].append(words)
    return tuple(Printed.join(item) for item in items)


def _may_label(label: Label, layout: Layout) -> bool:
    """Tell whether what stands on the label's line, if anything does, has the shape of a value."""
    value = label.value
    return (
        value is None
        or value.folded in layout.words["nothing"]
        or has_shape(value, label.field, [])
    )


def _stands_alone(texts: Sequence[Text], start: int, end: int) -> bool:
    return texts[start].gap and (end == len(texts) or texts[end].gap)


def _value(texts: Sequence[Text], below: int, label: Label, layout: Layout) -> tuple[int, int]:
    """Return where the lines of the value under a label begin and end; of no value, nowhere."""
    start = below
    if label.value is None:
        start += _picture(texts, below, label.field, layout)
        spaced = _spaced_names(texts, start, layout) if _lists_names(label.field) else 0
        if spaced >= _SPACED_NAMES:
            return start, start + spaced
    taken = [label.value] if label.value else []
    end = start
    for n in range(start, len(texts)):
        text = texts[n]
        if label_at(texts, n, layout) or not has_shape(text, label.field, taken):
            break
        if text.gap and taken and not _goes_on_over_gap(taken, text, label.field):
            break
        taken.append(text)
        end = n + 1
    return (start, end) if end > start else (below, below)


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
        running = bool(_PARTING.search(texts[below].text))
        poster = running and is_capitals(words) and not is_capitals(texts[below].text)
    else:
        poster = not has_shape(block[0], which, []) and not SENTENCE_END.search(words)
    return len(block) if poster else 0


def _spaced_names(texts: Sequence[Text], start: int, layout: Layout) -> int:
    """Return how many lines list one name each, with gaps between them and a label at their end."""
    end = start
    while end < len(texts) and texts[end].gap and not label_at(texts, end, layout):
        end += 1
    listed = texts[start:end]
    closed = end == len(texts) or texts[end].gap
    alike = {is_capitals(text.text) for text in listed}
    return end - start if closed and len(alike) == 1 and all(map(_is_one_name, listed)) else 0


def _is_one_name(text: Text) -> bool:
    words = text.text
    short = len(words.split()) <= _NAME_WORDS and words[0].isupper()
    return short and not _PARTING.search(words) and not SENTENCE_END.search(words)


def _doubtful(
    texts: Sequence[Text], end: int, value: Sequence[Text], label: Label, layout: Layout
) -> int:
    """Return 1 where a single name follows a single name over a gap, else 0.

    It is the second name of a list or a caption: nobody claims it.
    """
    if not _lists_names(label.field) or label.value or len(value) != 1 or end >= len(texts):
        return 0
    pair = _spaced_names(texts, end - 1, layout)
    return int(pair == _SPACED_NAMES - 1)


def _lists_names(which: Field) -> bool:
    return which in {"members", "alliances"}


def _goes_on_over_gap(taken: Sequence[Text], text: Text, which: Field) -> bool:
    """Codes, challenges and bullets go on over a gap; names after a comma or 'and'."""
    if which == "outcomes":
        return is_code_line(text)
    if which == "challenges":
        return _is_challenge(text, [])
    return (is_entry(taken[-1]) and is_entry(text)) or bool(GOES_ON.search(taken[-1].text))


def has_shape(text: Text, which: Field, taken: Sequence[Text]) -> bool:
    """Tell whether a line may be of a field's value, below those that are taken."""
    if which == "outcomes":
        return is_code_line(text)
    if which == "challenges":
        return _is_challenge(text, taken)
    ended = taken and taken[-1].text.endswith(".") and not text.gap
    return not ended and _is_names(text.text, which)


def _is_challenge(text: Text, taken: Sequence[Text]) -> bool:
    words = without_bullet(text).text
    if CHALLENGE.match(words) or _CHALLENGE_CODES.match(words):
        return True
    if not taken or text.gap:
        return False
    wraps = words[:1].islower() or bool(GOES_ON.search(taken[-1].text))
    return wraps or (words[:1].isalpha() and len(words.split()) <= _CHALLENGE_WORDS)


def _is_names(words: str, which: Field) -> bool:
    longest = _ALLIANCE_WORDS if which == "alliances" else _NAME_WORDS
    items = [item for item in _PARTING.split(words) if item.strip()]
    return bool(items) and all(len(item.split()) <= longest for item in items)
