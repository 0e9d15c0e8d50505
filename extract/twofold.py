"""Headings and labels in two languages: 'Activities / Actividades', 'MEMBERS/MEMBRES:'."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

import regex

from .dated import is_beside_day
from .fold import fold
from .layout import LONGEST, Layout
from .words import Text, is_capitals

# Letters and spaces alone: a heading in another language, and no medium or list of names.
_WORDS = r"\p{L}[\p{L}\p{M}\s'’-]+:?"
# Activities / Actividades   EUROPE/EUROPA
_BOTH = regex.compile(rf"(?P<one>{_WORDS})\s*/\s*(?P<two>{_WORDS})")


TwoFold = Sequence[tuple[int, regex.Match[str]]]


def two_fold(texts: Sequence[Text]) -> TwoFold:
    """Return the positions of lines that a sign parts into two runs of words."""
    signed = _with_sign("\n".join(map(attrgetter("text"), texts)))
    return [(n, match) for n in signed if (match := _BOTH.fullmatch(texts[n].text))]


def _with_sign(whole: str) -> Iterable[int]:
    """Return the numbers of the lines of a text that hold a sign."""
    found: dict[int, None] = {}
    n = at = 0
    while (sign := whole.find("/", at)) >= 0:
        n += whole.count("\n", at, sign)
        found[n] = None
        at = sign + 1
    return found


def in_one_language(texts: Sequence[Text], twofold: TwoFold, known: Sequence[Layout]) -> list[Text]:
    """Return the lines, those that are a heading or label in two languages as the known one alone.

    A sign parts the two, and both are in capitals or neither is. Beside a day they are the title
    of an activity.
    """
    found = list(texts)
    names = frozenset(chain.from_iterable(map(_names, known))) if twofold else frozenset()
    for n, match in twofold:
        half = _half(texts[n], match, names)
        if half and not any(is_beside_day(texts, n, layout) for layout in known):
            found[n] = half
    return found


def _names(layout: Layout) -> frozenset[str]:
    roles = (role for seats in layout.roles.values() for role in seats)
    return layout.vocabulary | {*roles, *layout.modes, fold(layout.title)}


def _half(text: Text, match: regex.Match[str], names: frozenset[str]) -> Text | None:
    if len(text.text) > LONGEST or text.folded in names:
        return None
    halves = [text.words.group(match, half).strip() for half in ("one", "two")]
    named = [half for half in halves if fold(half.text) in names]
    alike = is_capitals(halves[0].text) == is_capitals(halves[1].text)
    return Text.of(text.line, named[0]) if len(named) == 1 and alike else None
