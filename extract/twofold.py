"""Headings and labels in two languages: 'Activities / Actividades', 'MEMBERS/MEMBRES:'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import regex

from .dated import is_beside_day
from .fold import fold
from .layout import LONGEST, Layout
from .words import Text, is_capitals

_SIGN = regex.compile(r"\s*/\s*")
# Letters and spaces alone: a heading in another language, and no medium or list of names.
_WORDS = regex.compile(r"[\p{L}\p{M}'’ -]+:?")


def in_one_language(texts: Sequence[Text], known: Sequence[Layout]) -> list[Text]:
    """Return the lines, those that are a heading or label in two languages as the known one alone.

    A sign parts the two, and both are in capitals or neither is. Beside a day they are the title
    of an activity.
    """
    names = frozenset(chain.from_iterable(map(_names, known)))
    found = list(texts)
    for n, text in enumerate(texts):
        half = _half(text, names) if "/" in text.text else None
        if half and not any(is_beside_day(texts, n, layout) for layout in known):
            found[n] = half
    return found


def _names(layout: Layout) -> frozenset[str]:
    roles = (role for seats in layout.roles.values() for role in seats)
    return layout.vocabulary | {*roles, *layout.modes, fold(layout.title)}


def _half(text: Text, names: frozenset[str]) -> Text | None:
    if len(text.text) > LONGEST or text.folded in names:
        return None
    halves = text.words.split(_SIGN)
    named = [half for half in halves if fold(half.text) in names]
    alike = {is_capitals(half.text) for half in halves}
    if (len(halves), len(named), len(alike)) != (2, 1, 1):
        return None
    return Text.of(text.line, named[0]) if all(_WORDS.fullmatch(h.text) for h in halves) else None
