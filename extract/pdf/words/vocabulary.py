"""Words of the house styles that tell what a run of words is, whatever its type."""

from __future__ import annotations

from functools import cache, lru_cache

from ...fold import Beginnings, fold
from ...layout import LONGEST, layouts
from ...months import month_number
from ...shapes import ACTION_LINE, COUNT

# So many texts are remembered with what they are: a run is looked at from many sides.
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
def _columns() -> frozenset[str]:
    return frozenset(column for layout in layouts() for column in layout.columns)


def is_column_text(text: str) -> bool:
    """Tell whether words name a column of a table in any style, and no field."""
    return fold(text) in _columns()


@cache
def _keys() -> frozenset[str]:
    kinds = {(column, kind) for layout in layouts() for column, kind in layout.columns.items()}
    return frozenset(column for column, kind in kinds if kind in {"title", "date"})


def is_key_text(text: str) -> bool:
    """Tell whether words name the column of titles or of dates in any style."""
    return fold(text) in _keys()


@cache
def _beginnings() -> Beginnings:
    return Beginnings(_columns() | _labels())


def may_begin_column_text(text: str) -> bool:
    """Tell whether words may be the first of a column's name or label: a quick no for most."""
    return len(text) <= LONGEST and _beginnings().allow(fold(text))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages of the house styles."""
    return tuple(sorted({layout.language for layout in layouts()}))


@cache
def _seats() -> frozenset[str]:
    return frozenset(
        role for layout in layouts() for seats in layout.roles.values() for role in seats
    )


@lru_cache(_KEPT)
def is_seat_text(text: str) -> bool:
    """Tell whether words label a seat or a post in any style."""
    return fold(text) in _seats()


@cache
def _seats_of() -> dict[str, frozenset[str]]:
    """Return the seats that only the section under a heading has, by the heading."""
    found: dict[str, frozenset[str]] = {}
    for layout in layouts():
        for heading, rules in layout.headings.items():
            own, others = set[str](), set[str]()
            for kind, seats in layout.roles.items():
                (own if any(rule.kind == kind for rule in rules) else others).update(seats)
            found[heading] = found.get(heading, frozenset()) | (own - others)
    return found


def seats_of(heading: str) -> frozenset[str]:
    """Return the seats, folded, that only the section under a heading has, in any style."""
    return _seats_of().get(fold(heading), frozenset())


@cache
def _date_labels() -> frozenset[str]:
    return frozenset(label for layout in layouts() for label in layout.words["date_labels"])


def is_date_label_text(text: str) -> bool:
    """Tell whether words label a date in any style."""
    return fold(text) in _date_labels()


@cache
def _modes() -> frozenset[str]:
    return frozenset(mode for layout in layouts() for mode in layout.modes)


def is_mode_text(text: str) -> bool:
    """Tell whether words name the mode of a meeting in any style."""
    return fold(text) in _modes()


@lru_cache(_KEPT)
def is_label_text(text: str) -> bool:
    """Tell whether words are a field's label of any style, its value after a colon or not.

    The number of entries may stand behind it: 'Members (2)'. A label begins with a capital:
    'members: Bandar (capital of Lampung)' is prose.
    """
    return text[:1].isupper() and _without_count(text.partition(":")[0]) in _labels()


def _without_count(text: str) -> str:
    return fold(COUNT.sub("", text) if text.endswith(")") else text)


@lru_cache(_KEPT)
def begins_label_text(text: str) -> bool:
    """Tell whether words are the first of a label that goes on below: 'Related' / 'outcomes'."""
    begun = f"{fold(text)} "
    return any(label.startswith(begun) for label in _labels())


@lru_cache(_KEPT)
def is_section_text(text: str) -> bool:
    """Tell whether words are the heading of a section in any style."""
    return fold(text) in _headings()


@lru_cache(_KEPT)
def is_heading_text(text: str) -> bool:
    """Tell whether words are a section's heading, and no field's or seat's label, or a month."""
    folded = fold(text)
    if folded in _headings():
        return folded not in _labels() and folded not in _seats()
    return is_month_text(text)


@cache
def _action_lines() -> tuple[str, ...]:
    found = {words for layout in layouts() for words in layout.words["action_line"]}
    return tuple(sorted(found, key=len, reverse=True))  # the longest one that fits


def is_action_line_text(text: str) -> bool:
    """Tell whether words number an action line in any style: 'Action Line 1 (L1)'."""
    words = next((words for words in _action_lines() if fold(text).startswith(words)), None)
    return words is not None and bool(ACTION_LINE.fullmatch(text, len(words)))


@lru_cache(_KEPT)
def is_month_text(text: str) -> bool:
    """Tell whether words are the name of a month."""
    folded = fold(text)
    return any(month_number(folded, language) for language in languages())
