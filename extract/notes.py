"""Notes: '¹ Until May', '* Provisional', under the words that bear their mark: 'Rabat¹', '12*'."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import regex

from ..languages import every
from .shapes import MARKS
from .words import Text

# ¹ Until May   * Provisional   [1] Sold since   (a) In person
_NOTE = regex.compile(
    rf"^(?P<mark>[{MARKS}]{{1,3}}|\[\d{{1,2}}\]|\(\p{{Ll}}\))\s*(?=[\p{{L}}\d“\"'‘])"
)
# Total: 12 members   TOTAL (12)   12 members
_TOTAL = regex.compile(
    rf"""(?i:{every("totals")})(?!\p{{L}})[\p{{L}}\s]{{0,30}}[:=\s(]+\d[\d.,]*\)?(?:\s\p{{Ll}}+){{0,4}}\.?
       |\d[\d.,]*(?:\s\p{{Ll}}+){{1,4}}\.?""",
    regex.X,
)
_FIGURE = regex.compile(r"\d")
_MAY_BEGIN = regex.compile(rf"\n[{MARKS}\[(]")
_BEGIN = frozenset(f"{MARKS}[(")


def begins_note(text: Text) -> bool:
    """Tell whether a line begins with a mark: a quick no for most."""
    return text.text[:1] in _BEGIN and bool(_NOTE.match(text.text))


def is_note(text: Text, above: Sequence[Text]) -> bool:
    """Tell whether a line is a note: it begins with a mark that words above it bear.

    Lines that all begin with a star have it for their bullet.
    """
    match = _NOTE.match(text.text) if text.text[:1] in _BEGIN else None
    if match is None or any(each.text.startswith(f"{match['mark']} ") for each in above[:1]):
        return False
    bearing = regex.compile(rf"\S\s?{regex.escape(match['mark'])}(?![\p{{L}}\d])")
    return any(bearing.search(each.text) for each in above)


def is_total(text: Text) -> bool:
    """Tell whether a line counts what is listed, and is no name: 'Total: 12', '12 members'."""
    return bool(_FIGURE.search(text.text) and _TOTAL.fullmatch(text.text))


def part_notes(
    texts: Sequence[Text], *, of_names: bool = False
) -> tuple[Sequence[Text], list[list[Text]]]:
    """Return the lines without notes, and the notes, of which each may go on in small letters.

    In a list of names so are counts of them.
    """
    whole = "\n".join(map(attrgetter("text"), texts))
    if not _MAY_BEGIN.search(whole) and not (of_names and _FIGURE.search(whole)):
        return texts, []
    left: list[Text] = []
    notes: list[list[Text]] = []
    above: Text | None = None
    for text in texts:
        begins = text.text[:1] in _BEGIN
        if (begins and is_note(text, left)) or (of_names and is_total(text)):
            notes.append([text])
        elif notes and notes[-1][-1] is above and not text.gap and text.text[:1].islower():
            notes[-1].append(text)
        else:
            left.append(text)
        above = text
    return left, notes
