"""Words of the house styles that tell what a run of words is, whatever its type."""

from __future__ import annotations

from functools import cache, lru_cache

from ..fold import fold
from ..layout import layouts

# So many texts are remembered with their folded form.
_KEPT = 4096


@cache
def _labels() -> frozenset[str]:
    return frozenset(
        label for layout in layouts() for label in (*layout.labels, *layout.words["honorary"])
    )


@cache
def _headings() -> frozenset[str]:
    return frozenset(heading for layout in layouts() for heading in layout.headings)


@cache
def languages() -> tuple[str, ...]:
    return tuple(sorted({layout.language for layout in layouts()}))


@lru_cache(_KEPT)
def _folded(text: str) -> str:
    return fold(text)


def is_label_text(text: str) -> bool:
    """Tell whether words are a field's label of any style, its value after a colon or not.

    A label begins with a capital: 'members: Bandar (capital of Lampung)' is prose.
    """
    return text[:1].isupper() and _folded(text.partition(":")[0]) in _labels()


def is_section_text(text: str) -> bool:
    """Tell whether words are the heading of a section in any style."""
    return _folded(text) in _headings()
