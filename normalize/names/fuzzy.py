"""Misprints: which names of members are within reach of a printed one, and which rivals are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .reach import SHORTEST_WITH_ONE, drawn, is_misprint, reach
from .register import BY_HAND, CANONICAL, CLDR, GEONAMES, Name, Register

RANKS = {CANONICAL: 0, BY_HAND: 1, CLDR: 1, GEONAMES: 2}
FURTHEST_CANDIDATE = 3  # edits; beyond that a suggestion helps no reviewer
MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True, order=True)
class Near:
    """A member's name at some edits from the printed one. The likelier sorts first.

    At as many edits, the canonical name is likelier meant than one that people or CLDR know, and
    that likelier than one that only GeoNames lists ('Dakra' is Dakar, not Akra, an old Accra).
    """

    edits: int
    rank: int
    member_id: str
    key: str

    @property
    def score(self) -> float:
        """100 for the name itself, less the share of letters that are wrong."""
        return round(100 * (1 - self.edits / max(len(self.key), 1)), 1)

    def is_as_near_as(self, other: Near) -> bool:
        """Whether nothing but chance prefers one of the two."""
        return (self.edits, self.rank) == (other.edits, other.rank)


class Neighbours:
    """The names of members and of large other cities, by length, for the edit distance.

    The distance counts a letter more, less, other or two swapped (optimal string alignment):
    'Abdijan' is one edit from Abidjan. Only names that mean one member by themselves are here,
    and only in Latin script, where a letter is a small part of a name.
    """

    def __init__(self, register: Register) -> None:
        self._register = register

    def misprinted(self, key: str) -> list[Near]:
        """Every member that the key may be a misprint of, nearest first."""
        if key in self._register.words:
            return []
        near = self.within(key, reach(len(key) + 1))
        return near if near and _is_slip(key, near[0]) else self._alike(key)

    def _alike(self, key: str) -> list[Near]:
        """The members whose name only a scanner takes for the key: one slip, of two letters."""
        return [
            Near(1, RANKS[bearer.source], bearer.member_id, name)
            for name in self._drawn.get(drawn(key), ())
            for bearer in self._bearers[name]
        ]

    def within(self, key: str, furthest: int) -> list[Near]:
        """Every member within that many edits, each by its nearest name, nearest first."""
        nearest: dict[str, Near] = {}
        for name, edits in _within(self._names, key, furthest):
            for bearer in self._bearers[name]:
                near = Near(edits, RANKS[bearer.source], bearer.member_id, name)
                nearest[bearer.member_id] = min(near, nearest.get(bearer.member_id, near))
        return sorted(nearest.values())

    def rivals(self, key: str, furthest: int) -> list[str]:
        """Large other cities within that many edits, homonyms of members aside."""
        return [name for name, _ in _within(self._large, key, furthest)]

    @cached_property
    def _bearers(self) -> Mapping[str, tuple[Name, ...]]:
        return {
            key: tuple(name for name in names if not name.needs_context)
            for key, names in self._register.names.items()
            if key.isascii()
        }

    @cached_property
    def _drawn(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for key in self._bearers:
            if len(key) >= SHORTEST_WITH_ONE:
                found[drawn(key)].append(key)
        return found

    @cached_property
    def _names(self) -> Mapping[int, Sequence[str]]:
        return _by_length(self._bearers)

    @cached_property
    def _large(self) -> Mapping[int, Sequence[str]]:
        return _by_length(key for key in self._register.large_places if key not in self._bearers)


def _is_slip(key: str, near: Near) -> bool:
    return is_misprint(key, near.key, near.edits, is_canonical=near.rank == RANKS[CANONICAL])


def _by_length(keys: Iterable[str]) -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key in keys:
        found[len(key)].append(key)
    return found


def _within(
    names: Mapping[int, Sequence[str]], key: str, furthest: int
) -> Iterable[tuple[str, int]]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    for length in range(len(key) - furthest, len(key) + furthest + 1):
        if length in names:
            for name, edits, _ in extract(
                key, names[length], scorer=OSA.distance, score_cutoff=furthest, limit=None
            ):
                yield name, int(edits)
