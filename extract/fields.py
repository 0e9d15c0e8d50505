"""The fields of one activity block: labels and their values in any order, and what is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .document import Role
from .fold import fold
from .layout import Field, Layout
from .lists import codes, is_code_line, names
from .overleaf import overleaf
from .printed import Printed
from .recognise import lookahead
from .records import Names
from .shapes import CHALLENGE, GOES_ON
from .words import Account, Text, without_bullet

# A line of a list of names has items of at most so many words; organisations have longer names.
_NAME_WORDS = 6
_ALLIANCE_WORDS = 10


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

    A label that stands alone before another one, or at the end, names an empty field. One that
    stands alone before something else has lost its value, and a second list under one label may be
    that of an activity whose date was not read: nobody claims them, so that they are found.

    The value may stand on the label's line after a colon. It ends where the next label begins,
    or where a gap follows a line that does not run on, or where a line has not its shape.
    """
    texts = overleaf(texts, layout)
    fields = Fields()
    i = 0
    while i < len(texts):
        which, value, lines = _label_at(texts, i, layout)
        taken = 0
        if which:
            first = [value] if value else []
            taken = _value_length(texts, i + lines, which, layout, has_value=bool(value))
        if which and (value or taken) and which in fields.lists:
            i += lines + taken  # a second list of a kind: perhaps of an activity that was not seen
        elif which and (value or taken):
            if not value:
                account.mark(Role.LABEL, *texts[i : i + lines])
            end = i + lines + taken
            fields.lists.setdefault(which, []).extend([*first, *texts[i + lines : end]])
            i = end
        elif which and _stands_alone(texts, i, i + lines):
            if i + lines == len(texts) or _label_at(texts, i + lines, layout)[0]:
                account.mark(Role.LABEL, *texts[i : i + lines])
            i += lines
        else:
            fields.body.append(texts[i])
            i += 1
    return fields


def _stands_alone(texts: Sequence[Text], start: int, end: int) -> bool:
    return texts[start].gap and (end == len(texts) or texts[end].gap)


def challenge_items(texts: Sequence[Text]) -> tuple[Printed, ...]:
    """Return the entries of a list of challenges: lines that begin no entry go on with one."""
    items: list[list[Printed]] = []
    for text in texts:
        words = without_bullet(text).words
        if CHALLENGE.match(words.text) or not items:
            items.append([words])
        else:
            items[-1].append(words)
    return tuple(Printed.join(item) for item in items)


def _label_at(
    texts: Sequence[Text], i: int, layout: Layout
) -> tuple[Field | None, Text | None, int]:
    """Return the field that a line labels, its value on that line, and the lines of the label."""
    which, value = _label(texts[i], layout)
    if which is None:
        for taken, words in lookahead(texts, i).items():
            if taken > 1 and words in layout.labels:
                return layout.labels[words], None, taken
    return which, value, 1


def _label(text: Text, layout: Layout) -> tuple[Field | None, Text | None]:
    """Return the field that a line labels, and the value on the same line after a colon."""
    if text.folded in layout.labels:
        return layout.labels[text.folded], None
    head, colon, tail = text.text.partition(":")
    which = layout.labels.get(fold(head)) if colon and tail.strip() else None
    if which is None:
        return None, None
    value = Text.of(text.line, text.words.cut(len(head) + 1).strip())
    return (which, value) if _has_shape(value, which, []) else (None, None)


def _value_length(
    texts: Sequence[Text], start: int, which: Field, layout: Layout, *, has_value: bool
) -> int:
    taken: list[Text] = []
    for n, text in enumerate(texts[start:]):
        if _label_at(texts, start + n, layout)[0]:
            break
        if text.gap and (taken or has_value) and not _goes_on_over_gap(taken, text, which):
            break
        if not _has_shape(text, which, taken):
            break
        taken.append(text)
    return len(taken)


def _goes_on_over_gap(taken: Sequence[Text], text: Text, which: Field) -> bool:
    """Codes and challenges go on over a gap by their shape, names only after a comma or 'and'."""
    if which == "outcomes":
        return is_code_line(text)
    if which == "challenges":
        return bool(CHALLENGE.match(without_bullet(text).text))
    return bool(taken) and bool(GOES_ON.search(taken[-1].text))


def _has_shape(text: Text, which: Field, taken: Sequence[Text]) -> bool:
    if which == "outcomes":
        return is_code_line(text)
    if which == "challenges":
        return _is_challenge(text, taken)
    ended = taken and taken[-1].text.endswith(".") and not text.gap
    return not ended and _is_names(text.text, which)


def _is_challenge(text: Text, taken: Sequence[Text]) -> bool:
    words = without_bullet(text).text
    if CHALLENGE.match(words):
        return True
    if not taken or text.gap:
        return False
    return words[:1].islower() or bool(GOES_ON.search(taken[-1].text))


def _is_names(words: str, which: Field) -> bool:
    longest = _ALLIANCE_WORDS if which == "alliances" else _NAME_WORDS
    items = [item for item in words.replace(";", ",").split(",") if item.strip()]
    return bool(items) and all(len(item.split()) <= longest for item in items)
