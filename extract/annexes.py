"""Annexes: 'Annex 2. Budget', 'ERRATA'. What stands in one is of no chapter of a layout."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

import regex

from .layout import Layout
from .words import Text, is_alone

# 1   2. Budget   A: Budget   what follows 'Annex'
_NUMBERED = regex.compile(r"(?:\d{1,2}|[a-z]|[ivx]{1,4})(?:\s?[.:\-–—]\s?\S.{0,80})?$")


def may_have_annexes(texts: Sequence[Text], layout: Layout) -> bool:
    """Tell whether any line begins with the word of an annex: a quick no for most documents."""
    whole = "\n".join(map(attrgetter("folded"), texts))
    return any(f"\n{word}" in whole for word in layout.words["annexes"])


def heads_annex(texts: Sequence[Text], i: int, layout: Layout) -> bool:
    """Tell whether a line alone is the word of an annex, which a number may follow, and a title."""
    if not is_alone(texts, i):
        return False
    word, _, rest = texts[i].folded.partition(" ")
    return word in layout.words["annexes"] and (not rest or bool(_NUMBERED.match(rest)))
